"""The only door to the network: `get(url)` from public addresses, within limits of size and time.

Every connection resolves its name here, refuses it unless all addresses are public, and goes to the address that was
checked. Redirects are followed by hand and checked again. Only gzip is asked for, and decoded in bounded steps.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import httpcore2

from ingest.addresses import BadUrl, check_url, is_public

MAX_HOPS = 5
MAX_WIRE = 5_000_000
MAX_DECODED = 10_000_000
DEADLINE = 20.0
CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
MAX_RETRY_AFTER = 86_400
PORTS = (80, 443)
USER_AGENT = "isc-tracker/0.1 (news collector; respects robots and Retry-After{contact})"


class FetchError(Exception):
    """A fetch that gave no body; the message is for the person who looks after the source."""


class Refused(FetchError):
    """Not fetched at all: the address is not one we may connect to."""


class Unreachable(FetchError):
    """No connection, or one that broke."""


class TimedOut(FetchError):
    """Not finished within the total deadline."""


class TooLarge(FetchError):
    """More bytes than we take, on the wire or decoded."""


class BadAnswer(FetchError):
    """An answer that cannot be used: an encoding we did not ask for, a redirect to nowhere."""


class HttpStatus(FetchError):
    """An answer other than 200 or 304. `retry_after` in seconds, where the server asked for a pause."""

    def __init__(self, status: int, retry_after: float | None, challenge: bool) -> None:
        words = {
            401: "login required",
            403: "refused by the site",
            404: "not found",
            410: "gone",
            429: "too many requests",
        }
        reason = "refused by the site (browser challenge)" if challenge else words.get(status, "")
        super().__init__(f"HTTP {status}" + (f": {reason}" if reason else ""))
        self.status, self.retry_after = status, retry_after


@dataclass(frozen=True, slots=True)
class Response:
    """A body, decoded from gzip but not from its character set, and what the server said of it."""

    url: str
    body: bytes
    content_type: str
    etag: str
    last_modified: str
    status: int = 200


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing has changed since the validators that we sent."""

    url: str


def get(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    contact: str = "",
    allow: Collection[str] = (),
    deadline: float = DEADLINE,
) -> Response | NotModified:
    """Fetch a URL. `allow` holds host:port pairs that may be private or on another port (a deployment's own sources).

    Raises a FetchError with its reason; never returns a partial body.
    """
    end = time.monotonic() + deadline
    headers = {"user-agent": USER_AGENT.format(contact=f"; {contact}" if contact else ""), "accept-encoding": "gzip"}
    headers |= {"accept": "application/rss+xml, application/atom+xml, application/xml, text/html;q=0.9, */*;q=0.5"}
    if etag:
        headers["if-none-match"] = etag
    if last_modified:
        headers["if-modified-since"] = last_modified
    seen: set[str] = set()
    for _ in range(MAX_HOPS + 1):
        if url in seen:
            raise BadAnswer("redirects in a circle")
        seen.add(url)
        answer = _once(url, headers, frozenset(allow), end)
        if not isinstance(answer, str):
            return answer
        if url.startswith("https:") and answer.startswith("http:"):
            raise Refused("redirect from https to http")
        url = answer
    raise BadAnswer(f"more than {MAX_HOPS} redirects")


def _once(url: str, headers: Mapping[str, str], allow: frozenset[str], end: float) -> Response | NotModified | str:
    """One request: a result, or the URL to go on with."""
    try:
        _, host, port = check_url(url)
    except BadUrl as error:
        raise Refused(f"address refused: {error}") from error
    if port not in PORTS and f"{host}:{port}" not in allow:
        raise Refused(f"address refused: port {port}")
    backend = _GuardedBackend(allow, end)
    timeout = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": CONNECT_SECONDS}
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=_TLS, http2=True, network_backend=backend, max_connections=1) as pool,
            pool.stream(
                "GET",
                url,
                headers=[(k.encode(), v.encode()) for k, v in headers.items()],
                extensions={"timeout": timeout},
            ) as answer,
        ):
            return _read(url, answer, end)
    except _Blocked as error:
        raise Refused(f"address refused: {error}") from error
    except httpcore2.TimeoutException as error:
        raise TimedOut("no complete answer in time") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        raise Unreachable(f"cannot be reached: {error or type(error).__name__}") from error
    except (UnicodeError, ValueError) as error:
        raise Refused(f"address refused: {error}") from error


_TLS = ssl.create_default_context()


def _read(url: str, answer: httpcore2.Response, end: float) -> Response | NotModified | str:
    fields = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in answer.headers}
    status = answer.status
    if status == 304:
        return NotModified(url)
    if status in (301, 302, 303, 307, 308):
        target = fields.get("location", "")
        if not target:
            raise BadAnswer("redirect without a target")
        if "\\" in target:
            raise Refused("address refused: redirect target contains a backslash")
        return urljoin(url, target)
    if status != 200:
        raise HttpStatus(status, retry_after(fields.get("retry-after", ""), time.time()), "cf-mitigated" in fields)
    encoding = fields.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip"):
        raise BadAnswer(f"encoded as {encoding[:40]}, which was not asked for")
    body = _body(answer.iter_stream(), gzip=encoding == "gzip", end=end)
    return Response(
        url=url,
        body=body,
        content_type=fields.get("content-type", "")[:200],
        etag=fields.get("etag", "")[:500],
        last_modified=fields.get("last-modified", "")[:200],
    )


def _body(chunks: Iterable[bytes], *, gzip: bool, end: float) -> bytes:
    """Collect a body; stop at either limit or the deadline, whichever comes first."""
    decoder = zlib.decompressobj(wbits=31) if gzip else None
    out = bytearray()
    wire = 0
    for chunk in chunks:
        if time.monotonic() > end:
            raise TimedOut("no complete answer in time")
        wire += len(chunk)
        if wire > MAX_WIRE:
            raise TooLarge(f"more than {MAX_WIRE:,} bytes")
        if decoder is None:
            out += chunk
        else:
            try:
                out += decoder.decompress(chunk, MAX_DECODED + 1 - len(out))
            except zlib.error as error:
                raise BadAnswer(f"broken gzip: {error}") from error
        if len(out) > MAX_DECODED or (decoder is not None and decoder.unconsumed_tail):
            raise TooLarge(f"more than {MAX_DECODED:,} bytes after decompression")
    if decoder is not None and wire and not decoder.eof:
        raise BadAnswer("the compressed answer breaks off")
    return bytes(out)


def retry_after(value: str, now: float) -> float | None:
    """Seconds from a Retry-After header: a number or a date, at most a day; None when it says nothing usable."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(min(int(text[:9]), MAX_RETRY_AFTER))
    try:
        when = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return min(max(when.timestamp() - now, 0.0), MAX_RETRY_AFTER)


class _Blocked(Exception):
    """The guard refused an address."""


class _GuardedBackend(httpcore2.NetworkBackend):
    """Resolves, checks every address, connects to a checked one; no unix sockets; one deadline for all it does."""

    def __init__(self, allow: frozenset[str], end: float) -> None:
        self._inner, self._allow, self._end = httpcore2.SyncBackend(), allow, end

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore2.NetworkStream:
        addresses = _resolved(host, port, _left(self._end, timeout))
        if f"{host}:{port}" not in self._allow:
            private = [a for a in addresses if not is_public(a)]
            if private:
                raise _Blocked(f"{host} is {private[0]}, not a public address")
        error: Exception | None = None
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(
                    address, port, _left(self._end, timeout), local_address, socket_options
                )
                return _TimedStream(stream, self._end)
            except httpcore2.ConnectError as failed:
                error = failed
        raise error or httpcore2.ConnectError(f"{host} has no address")

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        raise _Blocked("unix socket")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def _resolved(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a name. The system's resolver knows no deadline, so it is asked beside."""
    answers: queue.SimpleQueue[list[str] | OSError | ValueError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(info[4][0]) for info in found)))
        except (OSError, ValueError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise httpcore2.ConnectTimeout("the name was not resolved in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _left(end: float, timeout: float | None) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("deadline")
    return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore2.NetworkStream):
    """A stream whose every read and write must fit into the one deadline, headers and TLS included."""

    def __init__(self, inner: httpcore2.NetworkStream, end: float) -> None:
        self._inner, self._end = inner, end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._end, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, _left(self._end, timeout))
        return _TimedStream(inner, self._end)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
