"""The door to the network: who is let out, and what is let in."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from ingest import http
from ingest.addresses import BadUrl, check_url, is_public
from tests.ingest.site import Page, Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        yield running


def fetch(site: Site, path: str, **options: Any) -> http.Response | http.NotModified:
    return http.get(site.url(path), allow=[site.host], **options)


HOSTILE = [
    "http://127.0.0.1/", "http://127.1/", "http://0/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
    "http://localhost/", "http://localhost./", "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::a9fe:a9fe]/", "http://[2002:7f00:1::]/", "http://[fe80::1]/", "http://[fd00:ec2::254]/",
    "http://[fec0::1]/", "http://[ff02::1]/", "http://169.254.169.254/latest/", "http://100.100.100.200/",
    "http://10.0.0.1/", "http://172.31.255.255/", "http://192.168.1.1/", "http://100.64.0.1/", "http://192.0.0.8/",
    "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://user:pass@127.0.0.1/",
    "http://example.com@127.0.0.1/", "http://example.com\\@127.0.0.1/", "http://127.0.0.1%00.example.com/",
    "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://١٢٧.٠.٠.١/", "http://example.com:22/", "http://example.com:6379/",
    "http://example.com:99999/", "file:///etc/passwd", "FILE:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.com/",
    "data:text/plain,x", "javascript:alert(1)", "unix:///tmp/x", "http:///127.0.0.1", "//127.0.0.1/",
    " http://127.0.0.1/", "http://127.0.0.1\r\nx: y/", "http://example.com\u202e/", "http://" + "a" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_address_is_never_reached(url: str) -> None:
    with pytest.raises((http.Refused, http.Unreachable)):
        http.get(url, deadline=2)


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"], ["64:ff9b::7f00:1"], ["169.254.169.254"]]
)
def test_a_name_that_resolves_to_anything_private_is_refused(answers: list[str], monkeypatch: Any) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in answers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)
    with pytest.raises(http.Refused, match="not a public address"):
        http.get("http://news.example/")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


def test_an_arabic_host_name_is_fetched_under_its_ascii_name() -> None:
    assert check_url("https://مثال.إختبار/خبر")[1].startswith("xn--")
    with pytest.raises(BadUrl):
        check_url("https://-bad-.example/")


def test_a_page_comes_with_its_validators(site: Site) -> None:
    site.pages["/a"] = Page(b"hello", headers={"ETag": 'W/"odd', "Last-Modified": "0", "Content-Type": "text/html"})
    answer = fetch(site, "/a")
    assert isinstance(answer, http.Response)
    assert (answer.body, answer.etag, answer.last_modified) == (b"hello", 'W/"odd', "0")


def test_validators_are_echoed_byte_for_byte_and_304_is_a_value(site: Site) -> None:
    site.pages["/a"] = Page(status=304)
    assert isinstance(fetch(site, "/a", etag='W/"odd', last_modified="0"), http.NotModified)
    headers = site.asked[0][1]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('W/"odd', "0")
    assert headers["accept-encoding"] == "gzip"
    assert "isc-tracker" in headers["user-agent"]


def test_gzip_is_decoded_and_a_bomb_is_not(site: Site) -> None:
    site.pages["/small"] = Page(gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})
    site.pages["/bomb"] = Page(gzip.compress(b"\0" * 60_000_000), headers={"Content-Encoding": "gzip"})
    small = fetch(site, "/small")
    assert isinstance(small, http.Response) and small.body == b"hello"
    with pytest.raises(http.TooLarge):
        fetch(site, "/bomb")


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "deflate"])
def test_an_encoding_that_was_not_asked_for_is_refused(site: Site, encoding: str) -> None:
    site.pages["/a"] = Page(b"xx", headers={"Content-Encoding": encoding})
    with pytest.raises(http.BadAnswer):
        fetch(site, "/a")


def test_a_large_body_stops_at_the_limit(site: Site) -> None:
    site.pages["/big"] = Page(b"x" * 6_000_000)
    with pytest.raises(http.TooLarge):
        fetch(site, "/big")


def test_a_dripping_server_meets_the_total_deadline(site: Site) -> None:
    site.pages["/drip"] = Page(b"x" * 100, drip=0.1)
    with pytest.raises(http.TimedOut):
        fetch(site, "/drip", deadline=0.5)


def test_redirects_are_followed_and_each_is_checked(site: Site) -> None:
    site.pages["/a"] = Page(status=302, headers={"Location": "/b"})
    site.pages["/b"] = Page(b"there")
    answer = fetch(site, "/a")
    assert isinstance(answer, http.Response) and answer.url == site.url("/b")
    site.pages["/out"] = Page(status=302, headers={"Location": "http://169.254.169.254/"})
    with pytest.raises(http.Refused):
        fetch(site, "/out")


def test_a_circle_and_a_long_chain_of_redirects_end(site: Site) -> None:
    site.pages["/c"] = Page(status=301, headers={"Location": "/c"})
    for n in range(8):
        site.pages[f"/{n}"] = Page(status=302, headers={"Location": f"/{n + 1}"})
    for path in ("/c", "/0"):
        with pytest.raises(http.BadAnswer):
            fetch(site, path)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("99999999999", 86400.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("Fri, 01 Jan 1999 00:00:00 GMT", 0.0),
    ],
)
def test_retry_after_in_all_its_forms(value: str, seconds: float | None) -> None:
    assert http.retry_after(value, now=1_700_000_000.0) == seconds


def test_a_status_is_an_error_with_words(site: Site) -> None:
    site.pages["/busy"] = Page(status=429, headers={"Retry-After": "30"})
    with pytest.raises(http.HttpStatus, match="too many requests") as caught:
        fetch(site, "/busy")
    assert caught.value.retry_after == 30.0
