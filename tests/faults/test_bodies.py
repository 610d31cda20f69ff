"""Answers that are meant to hurt, fetched by a process of their own: its memory, its time, and the state it names."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import json
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli
import pytest

pytestmark = pytest.mark.faults

ROOT = Path(__file__).resolve().parents[2]
MOST_MB, MOST_SECONDS = 150, 20.0
CHILD = """
import json, re, sys, time
from ingest import http
began = time.monotonic()
try:
    state = f"{len(http.get(sys.argv[1], allow=[sys.argv[2]]).body)} bytes"
except http.FetchError as error:
    state = type(error).__name__
spent = time.monotonic() - began
peak = re.search(r"VmHWM:\\s+([0-9]+)", open("/proc/self/status").read())
print(json.dumps([state, spent, int(peak.group(1)) / 1024]))
"""


def endless(piece: bytes, pause: float = 0.0) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        for n in itertools.count():
            if n:
                time.sleep(pause)
            yield piece

    return pieces


def once(body: bytes) -> Callable[[], Iterator[bytes]]:
    return lambda: iter([body])


def zeros(packer: Any, finish: Callable[[], bytes], megabytes: int = 400) -> bytes:
    """Very many zeros, packed piece by piece."""
    return b"".join([*(packer(bytes(1_000_000)) for _ in range(megabytes)), finish()])


OK = b"HTTP/1.1 200 OK\r\n"
_gzip, _brotli = zlib.compressobj(1, wbits=31), brotli.Compressor(quality=1)
ZEROS = zeros(_gzip.compress, _gzip.flush)
BODIES: dict[str, tuple[Callable[[], Iterator[bytes]], str]] = {
    "gzip bomb": (once(OK + b"Content-Encoding: gzip\r\n\r\n" + ZEROS), "TooLarge"),
    "gzip bomb in a bomb": (once(OK + b"Content-Encoding: gzip, gzip\r\n\r\n" + gzip.compress(ZEROS)), "BadAnswer"),
    "brotli bomb": (
        once(OK + b"Content-Encoding: br\r\n\r\n" + zeros(_brotli.process, _brotli.finish)),
        "BadAnswer",
    ),
    "gzip cut off": (once(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"text" * 999)[:40]), "BadAnswer"),
    "no gzip at all": (once(OK + b"Content-Encoding: gzip\r\n\r\nhello"), "BadAnswer"),
    "endless": (lambda: itertools.chain([OK + b"\r\n"], endless(b"x" * 65_536)()), "TooLarge"),
    "endless chunks": (
        lambda: itertools.chain([OK + b"Transfer-Encoding: chunked\r\n\r\n"], endless(b"1\r\nx\r\n" * 5_000)()),
        "TooLarge|TimedOut",
    ),
    "endless headers": (lambda: itertools.chain([OK], endless(b"X-A: " + b"a" * 1_000 + b"\r\n")()), "Unreachable"),
    "endless redirect body": (
        lambda: itertools.chain([b"HTTP/1.1 302 Found\r\nLocation: /none\r\n\r\n"], endless(b"x" * 65_536)()),
        "HttpStatus",
    ),
    "drip": (lambda: itertools.chain([OK + b"\r\n"], endless(b"x", 0.9)()), "TimedOut"),
    "drip of gzip": (
        lambda: itertools.chain([OK + b"Content-Encoding: gzip\r\n\r\n", ZEROS[:20]], endless(b"\0", 0.9)()),
        "TimedOut|BadAnswer",
    ),
    "drip of headers": (lambda: itertools.chain([OK], endless(b"X", 0.9)()), "TimedOut"),
    "silence": (endless(b"", 1.0), "TimedOut"),
    "length too long": (once(OK + b"Content-Length: 1000000000\r\n\r\nshort"), "Unreachable"),
    "length too short": (
        lambda: itertools.chain([OK + b"Content-Length: 10\r\n\r\n"], endless(b"x" * 65_536)()),
        "10 bytes",
    ),
    "length negative": (once(OK + b"Content-Length: -1\r\n\r\nx"), "Unreachable"),
    "two lengths": (once(OK + b"Content-Length: 3\r\nContent-Length: 9\r\n\r\nabc"), "Unreachable"),
    "no HTTP": (once(b"SSH-2.0-OpenSSH_9.2\r\n"), "Unreachable"),
}  # fmt: skip


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, tuple[str, float, float]]]:
    """What each body did to a process that fetched it; all at once, six at a time."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.strip("/").replace("_", " ")
            with contextlib.suppress(OSError):
                if name in BODIES:
                    for piece in BODIES[name][0]():
                        self.wfile.write(piece)
                        self.wfile.flush()
                else:
                    self.send_error(404)
            self.close_connection = True

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    started = []
    for name in BODIES:
        argv = [sys.executable, "-c", CHILD, f"http://{host}/{name.replace(' ', '_')}", host]
        started.append((name, subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE)))
    found = {name: tuple(json.loads(process.communicate(timeout=120)[0])) for name, process in started}
    server.shutdown()
    server.server_close()
    yield found


@pytest.mark.parametrize("name", BODIES)
def test_a_body_costs_little_and_ends_in_a_named_state(
    name: str, outcomes: dict[str, tuple[str, float, float]]
) -> None:
    state, seconds, megabytes = outcomes[name]
    assert state in BODIES[name][1].split("|")
    assert seconds <= MOST_SECONDS + 1
    assert megabytes <= MOST_MB
