"""Robots, turns and pauses per host; real Redis."""

from __future__ import annotations

import time
from typing import Any

import pytest
import redis

from ingest import http, politeness

ROBOTS = b"User-agent: *\nDisallow: /private/\n\nUser-agent: isc-tracker\nDisallow: /not-for-us/\n"


@pytest.fixture(autouse=True)
def clean(settings: Any) -> None:
    """No memory of hosts, and short turns."""
    settings.HOST_SPACING_SECONDS = 0.2
    client = redis.Redis.from_url(settings.REDIS_URL)
    for key in client.scan_iter("*example*"):
        client.delete(key)
    politeness._memory.values.clear()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """URLs asked of a web where robots.txt is ROBOTS and every page is «page»."""
    urls: list[str] = []

    def get(url: str, **given: Any) -> http.Response:
        urls.append(url)
        body = ROBOTS if url.endswith("/robots.txt") else b"page"
        return http.Response(url=url, body=body, content_type="text/plain", etag="", last_modified="")

    monkeypatch.setattr(http, "get", get)
    return urls


def test_robots_is_read_once_and_obeyed(asked: list[str]) -> None:
    politeness.get("https://news.example/a")
    politeness.get("https://news.example/private/b")
    with pytest.raises(http.Refused, match=r"robots\.txt"):
        politeness.get("https://news.example/not-for-us/c")
    assert asked.count("https://news.example/robots.txt") == 1
    assert "https://news.example/not-for-us/c" not in asked


@pytest.mark.parametrize(
    ("failure", "open_"),
    [
        (http.HttpStatus(404, None, False), True),
        (http.HttpStatus(403, None, False), True),
        (http.HttpStatus(503, None, False), False),
        (http.Unreachable("gone"), False),
    ],
)
def test_without_a_robots_file_all_is_allowed_but_not_while_it_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, open_: bool
) -> None:
    def get(url: str, **given: Any) -> http.Response:
        raise failure

    monkeypatch.setattr(http, "get", get)
    if open_:
        assert politeness.allowed("https://news.example/a")
    else:
        with pytest.raises(politeness.Postponed):
            politeness.allowed("https://news.example/a")


def test_two_requests_to_a_host_keep_their_distance_and_hosts_do_not_wait_for_each_other(asked: list[str]) -> None:
    began = time.monotonic()
    politeness.get("https://a.example/1")
    politeness.get("https://b.example/1")
    between = time.monotonic() - began
    politeness.get("https://a.example/2")
    assert between < 0.15
    assert time.monotonic() - began >= 0.2


def test_a_turn_too_far_off_is_handed_back(asked: list[str], settings: Any) -> None:
    settings.HOST_SPACING_SECONDS = 60
    politeness.get("https://a.example/1")
    with pytest.raises(politeness.Postponed) as error:
        politeness.get("https://a.example/2")
    assert 50 < error.value.seconds <= 60


def test_retry_after_holds_for_the_whole_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def get(url: str, **given: Any) -> http.Response:
        raise http.HttpStatus(429 if not url.endswith("robots.txt") else 404, 120.0, False)

    monkeypatch.setattr(http, "get", get)
    with pytest.raises(http.HttpStatus):
        politeness.get("https://a.example/1")
    with pytest.raises(politeness.Postponed) as error:
        politeness.get("https://a.example/other")
    assert 100 < error.value.seconds <= 120


def test_without_redis_a_worker_keeps_to_its_own_memory(asked: list[str], settings: Any) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:9/0"
    settings.HOST_SPACING_SECONDS = 60
    politeness.get("https://a.example/1")
    with pytest.raises(politeness.Postponed):
        politeness.get("https://a.example/2")
