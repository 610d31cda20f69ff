"""Never a burden: robots.txt, a pause between two requests to one host, Retry-After obeyed by all workers.

What a host asked for is kept in Redis, so that every worker knows it; without Redis a worker goes by its own memory.
"""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import redis
import structlog
from django.conf import settings

from ingest import http, robots

AGENT = "isc-tracker"
ROBOTS_KEPT = 86_400
ROBOTS_RETRY = 900
"""Seconds after which an unreachable robots.txt is asked for again; until then nothing of the host is fetched."""
MAX_ROBOTS = 500_000
LONGEST_WAIT = 5.0
"""Seconds a worker waits for its turn at a host; beyond, the work is handed back."""
_ALLOW_ALL, _CLOSED = "", "\x00"
log = structlog.get_logger(__name__)


class Postponed(Exception):
    """Not now: the host asked for a pause, or others are served first. `seconds` until it may be tried."""

    def __init__(self, reason: str, seconds: float) -> None:
        super().__init__(f"{reason}; again in {seconds:.0f} s")
        self.seconds = seconds


class Unreachable(Postponed):
    """The host does not even show its robots.txt: nothing of it is fetched, and its feeds count as failing."""


@dataclass(slots=True)
class _Memory:
    """What one worker remembers where Redis is away."""

    values: dict[str, tuple[str, float]] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        value, end = self.values.get(key, ("", 0.0))
        return value if end > time.monotonic() else None

    def keep(self, key: str, value: str, seconds: float) -> None:
        self.values[key] = (value, time.monotonic() + seconds)

    def left(self, key: str) -> float:
        return max(0.0, self.values.get(key, ("", 0.0))[1] - time.monotonic())

    def take(self, key: str, seconds: float) -> bool:
        if self.left(key) > 0:
            return False
        self.keep(key, "1", seconds)
        return True


_memory = _Memory()


class _Shared:
    """The same in Redis, for all workers; falls back to memory when Redis is away."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def get(self, key: str) -> str | None:
        try:
            found = self.client.get(key)
            return None if found is None else found.decode("utf-8", "replace")
        except redis.RedisError:
            return _memory.get(key)

    def keep(self, key: str, value: str, seconds: float) -> None:
        try:
            self.client.set(key, value.encode("utf-8", "replace"), px=max(1, int(seconds * 1000)))
        except redis.RedisError:
            _memory.keep(key, value, seconds)

    def left(self, key: str) -> float:
        try:
            return max(0.0, float(self.client.pttl(key)) / 1000)
        except redis.RedisError:
            return _memory.left(key)

    def take(self, key: str, seconds: float) -> bool:
        try:
            return bool(self.client.set(key, b"1", nx=True, px=max(1, int(seconds * 1000))))
        except redis.RedisError:
            return _memory.take(key, seconds)


@functools.cache
def _shared(url: str) -> _Shared:
    client = redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2)
    return _Shared(client)


def shared() -> _Shared:
    """What all workers know of hosts."""
    return _shared(settings.REDIS_URL)


def get(url: str, *, etag: str = "", last_modified: str = "") -> http.Response | http.NotModified:
    """Fetch a URL as `http.get` does, at the host's pace.

    Raises Postponed when it is not our turn, http.Refused where robots.txt asks us to stay away.
    """
    host = _host(url)
    known, own = shared(), host in set(settings.FETCH_ALLOW)
    pause = known.left(f"pause:{host}")
    if pause > 0:
        raise Postponed("the host asked for a pause", pause)
    if not own:
        rules = _rules(url)
        if not rules.allows(url):
            raise http.Refused("robots.txt of the site asks us not to fetch this")
        _wait_for_turn(known, host, max(settings.HOST_SPACING_SECONDS, rules.delay))
    try:
        return http.get(
            url,
            etag=etag,
            last_modified=last_modified,
            contact=settings.FETCH_CONTACT,
            allow=settings.FETCH_ALLOW,
        )
    except http.HttpStatus as error:
        if error.status in (429, 503) and error.retry_after is not None:
            known.keep(f"pause:{host}", "1", error.retry_after)
        raise


def _wait_for_turn(known: _Shared, host: str, pause: float) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while not known.take(f"turn:{host}", pause):
        left = known.left(f"turn:{host}")
        if time.monotonic() + left > end:
            raise Postponed("other requests to the host come first", max(left, LONGEST_WAIT))
        time.sleep(min(max(left, 0.01), 0.25))


def allowed(url: str) -> bool:
    """Whether the host's robots.txt lets us fetch a URL. Postponed while it cannot be read."""
    return _rules(url).allows(url)


def _rules(url: str) -> robots.Rules:
    """What the host's robots.txt asks of us. Postponed while it cannot be read."""
    host = _host(url)
    known = shared()
    text = known.get(f"robots:{host}")
    if text is None:
        text = _robots(url)
        known.keep(f"robots:{host}", text, ROBOTS_RETRY if text == _CLOSED else ROBOTS_KEPT)
    if text == _CLOSED:
        raise Unreachable("robots.txt of the site cannot be read", known.left(f"robots:{host}") or ROBOTS_RETRY)
    return _parsed(text)


def _robots(url: str) -> str:
    """The text of a host's robots.txt: nothing where it has none, closed where it cannot be reached (RFC 9309)."""
    parts = urlsplit(url)
    try:
        answer = http.get(f"{parts.scheme}://{parts.netloc}/robots.txt", contact=settings.FETCH_CONTACT)
    except http.HttpStatus as error:
        return _CLOSED if error.status >= 500 or error.status == 429 else _ALLOW_ALL
    except (http.Unreachable, http.TimedOut) as error:
        log.info("robots.txt cannot be read", url=url, reason=str(error))
        return _CLOSED
    except http.FetchError:
        return _ALLOW_ALL
    if isinstance(answer, http.NotModified):
        return _ALLOW_ALL
    return answer.body[:MAX_ROBOTS].decode("utf-8", "replace").replace("\x00", "")


@functools.lru_cache(maxsize=256)
def _parsed(text: str) -> robots.Rules:
    return robots.parse(text, AGENT)


def _host(url: str) -> str:
    """host:port, as the allow-list writes it."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{parts.hostname or ''}:{port}"
