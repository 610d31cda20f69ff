"""Silence told from blindness, the sources page, and what monitors ask."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from ingest import health, polling
from ingest.coverage import Sight, coverage, outages_between
from ingest.models import Entry, Feed, Outage
from tests.reporting import editor, source

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
QUERIES = 9
"""Of the sources page, however many sources there are."""


@pytest.fixture
def feed(monkeypatch: Any) -> Feed:
    """A feed that was read two days ago and whose next poll fails; nothing else is due."""
    now = timezone.now()
    return Feed.objects.create(
        source=source(), url="https://down.example/feed", enabled=True, last_success_at=now - 2 * DAY, next_check_at=now
    )


def poll(feed: Feed, monkeypatch: Any, answer: Exception | str) -> None:
    """Poll once more; `answer` is what the door gives."""

    def get(url: str, **_: Any) -> Any:
        if isinstance(answer, Exception):
            raise answer
        body = answer.encode()
        return polling.http.Response(url=url, status=200, content_type="", body=body, etag="", last_modified="")

    monkeypatch.setattr(polling.politeness, "get", get)
    Feed.objects.filter(pk=feed.pk).update(body_sha256=None)
    polling.collect(feed.pk, timezone.now())


RSS = '<rss version="2.0"><channel><item><title>t</title><link>https://down.example/1</link></item></channel></rss>'


def test_a_feed_that_keeps_failing_leaves_a_gap_that_ends_when_it_is_read(feed: Feed, monkeypatch: Any) -> None:
    for _ in range(polling.BREAKER + 2):
        poll(feed, monkeypatch, polling.http.FetchError("no answer"))
    outage = Outage.objects.get()
    assert outage.ended is None
    assert outage.began == Feed.objects.get().last_success_at
    assert [c.sight for c in coverage(timezone.now())] == [Sight.BLIND]
    poll(feed, monkeypatch, RSS)
    assert Outage.objects.get().ended is not None
    assert [c.sight for c in coverage(timezone.now())] == [Sight.READ]
    assert outages_between(None, None)[0].reason == "no answer"


def test_a_source_that_is_read_but_says_nothing_is_quiet_not_blind(feed: Feed) -> None:
    Feed.objects.update(last_success_at=timezone.now())
    assert [c.sight for c in coverage(timezone.now())] == [Sight.QUIET]


@pytest.mark.parametrize(("path", "words"), [("/sources/", "cannot be read"), ("/ar/sources/", 'dir="rtl"')])
def test_the_page_names_what_is_blind(client: Client, feed: Feed, path: str, words: str) -> None:
    Feed.objects.update(opened_at=timezone.now(), failures=9, last_error="no answer <b>")
    answer = client.get(path)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert words in text
    assert "no answer &lt;b&gt;" in text


def test_the_page_says_so_when_nobody_works(client: Client, feed: Feed) -> None:
    assert 'role="alert"' not in client.get("/sources/").content.decode()
    waiting(feed)
    assert 'role="alert"' in client.get("/sources/").content.decode()


def test_the_files_beside_the_page_say_the_same(client: Client, feed: Feed) -> None:
    Feed.objects.update(opened_at=timezone.now(), failures=9, last_error="=no answer")
    began = timezone.now() - 3 * DAY
    Outage.objects.create(feed=feed, began=began, reason="no answer")
    data = client.get("/sources.json").json()
    assert [(r["source"], r["state"], r["errors"]) for r in data["sources"]] == [("daily", "blind", "=no answer")]
    assert len(data["sources"][0]["per_day"].split()) == 30
    assert [(g["feed"], g["ended"]) for g in data["gaps"]] == [(feed.url, None)]
    lines = b"".join(client.get("/sources.csv").streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].replace('"', "").startswith("source,name_en,name_ar,state,")
    assert "blind" in lines[1] and "'=no answer" in lines[1]


def test_the_page_costs_a_set_number_of_queries(client: Client, feed: Feed, django_assert_num_queries: Any) -> None:
    for n in range(5):
        Feed.objects.create(source=source(f"more{n}"), url=f"https://more{n}.example/feed", enabled=True)
    client.get("/sources/")
    with django_assert_num_queries(QUERIES):
        client.get("/sources/")


def test_the_timeline_marks_the_gap_in_its_days_only(client: Client, feed: Feed) -> None:
    Outage.objects.create(feed=feed, began=timezone.now() - 9 * DAY, ended=timezone.now() - 2 * DAY, reason="no answer")
    day = timezone.now().date()
    assert 'class="notice gaps"' in client.get("/").content.decode()
    assert 'class="notice gaps"' not in client.get(f"/?to={day - 30 * DAY}").content.decode()


def waiting(feed: Feed) -> None:
    """An entry that has been waiting for ten minutes, untouched."""
    then = timezone.now() - dt.timedelta(minutes=10)
    Entry.objects.create(
        feed=feed, source=feed.source, url="https://a.example/1", url_sha256=b"1" * 32,
        created_at=then, updated_at=then, next_try_at=then,
    )  # fmt: skip


def test_work_that_nobody_takes_up_is_an_alarm(client: Client, feed: Feed) -> None:
    health.heartbeat()
    assert client.get("/healthz").status_code == 200
    waiting(feed)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "none was taken up" in answer.json()["checks"]["consumption"]
    with pytest.raises(SystemExit):
        call_command("health", verbosity=0)


def test_without_a_clock_it_is_not_healthy(client: Client, settings: Any) -> None:
    health._redis().delete(health._BEAT_KEY)
    assert client.get("/healthz").json()["checks"]["beat"] == "the clock has not ticked yet"
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    assert client.get("/healthz").status_code == 503


def test_metrics_are_for_whoever_has_the_token_and_for_staff(client: Client, feed: Feed, settings: Any) -> None:
    settings.METRICS_TOKEN = "s3cret"
    assert client.get("/metrics").status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 403
    waiting(feed)
    text = client.get("/metrics", headers={"Authorization": "Bearer s3cret"}).content.decode()
    assert 'isc_entries{state="new"} 1.0' in text
    assert 'isc_healthy{check="consumption"} 0.0' in text
    staff = editor()
    staff.is_staff = True
    staff.save()
    client.force_login(staff)
    assert client.get("/metrics").status_code == 200


def test_a_host_that_does_not_answer_at_all_counts_as_failing(feed: Feed, monkeypatch: Any) -> None:
    poll(feed, monkeypatch, polling.politeness.Unreachable("robots.txt of the site cannot be read", 900))
    row = Feed.objects.get()
    assert (row.failures, row.lease_until) == (1, None)
    assert row.next_check_at > timezone.now() + dt.timedelta(seconds=800)


def test_a_dead_source_is_asked_at_most_45_times_in_a_week(feed: Feed, monkeypatch: Any) -> None:
    asked, passed = 0, dt.timedelta()
    while passed < 7 * DAY:
        poll(feed, monkeypatch, polling.http.FetchError("no answer"))
        asked += 1
        passed += Feed.objects.get().next_check_at - timezone.now()
    assert 30 < asked <= 45
