"""106 hostile addresses, 12 redirects and 7 resolvers that lie: a canary on loopback is never reached."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import http
from tests.ingest.site import Page, Site, serve

pytestmark = pytest.mark.slow

LISTED = Path(__file__).with_name("hostile_urls.txt").read_text(encoding="utf-8").splitlines()
PUBLIC = "93.184.216.34"
NAMES = {
    "local.test": ["127.0.0.1"],
    "meta.test": ["169.254.169.254"],
    "v6local.test": ["::1"],
    "nat64.test": ["64:ff9b::7f00:1"],
    "mapped.test": ["::ffff:10.0.0.1"],
    "mixed.test": [PUBLIC, "127.0.0.1"],
    "metadata.google.internal": ["169.254.169.254"],
}


class Canary:
    """Listens on loopback, in both families, and counts who comes."""

    def __init__(self) -> None:
        self.hits = 0
        self.sockets = [socket.create_server(("127.0.0.1", 0))]
        self.port = self.sockets[0].getsockname()[1]
        if socket.has_dualstack_ipv6():
            self.sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        for listening in self.sockets:
            threading.Thread(target=self.listen, args=(listening,), daemon=True).start()

    def listen(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            self.hits += 1
            connection.close()


@pytest.fixture
def canary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Canary]:
    """The canary's port counts as allowed, so that only its address can save it."""
    running = Canary()
    monkeypatch.setattr(http, "PORTS", (80, 443, running.port))
    monkeypatch.setattr(http, "CONNECT_SECONDS", 0.2)
    real, turns = socket.getaddrinfo, {"n": 0}

    def resolve(host: Any, port: Any, *args: Any, **options: Any) -> Any:
        if host == "rebind.test":
            turns["n"] += 1
            answers = [PUBLIC] if turns["n"] == 1 else ["127.0.0.1"]
        else:
            answers = NAMES.get(str(host), [])
        if answers:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in answers]
        if str(host).endswith(("example.com", "local.example")):
            raise socket.gaierror("no such name")
        return real(host, port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    yield running
    for listening in running.sockets:
        listening.close()


def test_the_list_is_whole() -> None:
    assert len(LISTED) >= 106


_ESCAPES = re.compile(rb"\\(?:x([0-9a-f]{2})|([rn])|\\)")
_MEANT = {b"r": b"\r", b"n": b"\n"}


def spelled(line: str, port: int) -> list[str]:
    """A line as it is written, and with its escapes as the characters that they stand for."""
    plain = line.replace("{port}", str(port))

    def meant(found: re.Match[bytes]) -> bytes:
        if found.group(1):
            return bytes.fromhex(found.group(1).decode())
        return _MEANT.get(found.group(2), b"\\")

    real = _ESCAPES.sub(meant, _ESCAPES.sub(meant, plain.encode())).decode("utf-8", "replace")
    return list(dict.fromkeys([plain, real]))


@pytest.mark.parametrize("line", LISTED)
def test_a_listed_address_is_never_reached(line: str, canary: Canary) -> None:
    for url in spelled(line, canary.port):
        with pytest.raises((http.Refused, http.Unreachable, http.TimedOut)):
            http.get(url, deadline=0.5)
    assert canary.hits == 0


@pytest.mark.parametrize("name", [*NAMES, "rebind.test"])
def test_a_resolver_that_lies_leads_nowhere(name: str, canary: Canary) -> None:
    for _ in range(2):
        with pytest.raises((http.Refused, http.Unreachable, http.TimedOut)):
            http.get(f"http://{name}:{canary.port}/", deadline=0.5)
    assert canary.hits == 0


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        yield running


REDIRECTS = [
    "http://127.0.0.1:{port}/",
    "http://[::1]:{port}/",
    "http://2130706433:{port}/",
    "http://localhost:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "//127.0.0.1:{port}/",
    "http:\\\\127.0.0.1:{port}/",
    "http://user@127.0.0.1:{port}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_x",
    "http://local.test:{port}/",
]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", REDIRECTS)
def test_a_redirect_inwards_is_refused(target: str, status: int, site: Site, canary: Canary) -> None:
    site.pages["/"] = Page(status=status, headers={"Location": target.replace("{port}", str(canary.port))})
    with pytest.raises((http.Refused, http.BadAnswer)):
        http.get(site.url("/"), allow=[site.host], deadline=2)
    assert canary.hits == 0


def test_a_second_redirect_is_checked_as_the_first(site: Site, canary: Canary) -> None:
    site.pages["/"] = Page(status=302, headers={"Location": "/on"})
    site.pages["/on"] = Page(status=301, headers={"Location": f"http://127.0.0.1:{canary.port}/"})
    with pytest.raises(http.Refused):
        http.get(site.url("/"), allow=[site.host])
    assert canary.hits == 0


def test_a_proxy_in_the_environment_is_not_asked(site: Site, canary: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{canary.port}")
    site.pages["/"] = Page(b"direct")
    answer = http.get(site.url("/"), allow=[site.host])
    assert isinstance(answer, http.Response) and answer.body == b"direct"
    assert canary.hits == 0


def test_the_canary_would_sing(canary: Canary) -> None:
    with pytest.raises(http.Unreachable):
        http.get(f"http://127.0.0.1:{canary.port}/", allow=[f"127.0.0.1:{canary.port}"])
    assert canary.hits >= 1


def test_a_resolver_that_hangs_meets_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*args: Any, **options: Any) -> Any:
        time.sleep(3)
        raise socket.gaierror("no answer")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    began = time.monotonic()
    with pytest.raises(http.TimedOut):
        http.get("http://slow.example/", deadline=0.3)
    assert time.monotonic() - began < 1
