"""Old news behind fresh, archives read back on demand, and a feed that kills its reader."""

from __future__ import annotations

import datetime as dt
import io
import time
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.urls import reverse

from accounts.models import User
from ingest import archives, polling, tasks
from ingest.feeds import FeedEntry
from ingest.models import Entry, Feed, State
from ingest.older import older
from ingest.sweeping import sweep
from tests.ingest.site import Page, Site, serve
from tests.reporting import source

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def site(settings: Any) -> Iterator[Site]:
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


def announce(n: int, outlet: str = "daily", backlog: bool = False) -> list[int]:
    """Entries of a source; ids, oldest first."""
    urls = [f"https://{outlet}.example/{backlog}/{k}" for k in range(n)]
    own = source(outlet)
    rows = [
        Entry(source=own, url=u, url_sha256=sha256(u.encode()).digest(), backlog=backlog, next_try_at=NOW) for u in urls
    ]
    return [row.pk for row in Entry.objects.bulk_create(rows)]


def rss(*items: str, head: str = "") -> Page:
    return Page(f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode())


def item(link: str, when: dt.datetime | None = None) -> str:
    date = f"<pubDate>{when:%a, %d %b %Y %H:%M:%S} +0000</pubDate>" if when else ""
    return f"<item><title>{link}</title><link>{link}</link>{date}</item>"


def test_ten_thousand_old_entries_do_not_hold_up_a_fresh_one(settings: Any) -> None:
    settings.HOST_SPACING_SECONDS = 0
    (fresh,) = announce(1)
    announce(10_000, backlog=True)
    began = time.monotonic()
    assert sweep() == {State.NEW: [fresh]}
    assert time.monotonic() - began < 2
    assert len(sweep(backlog=True)[State.NEW]) == 400


def test_a_backlog_of_one_source_leaves_the_others_their_turn(settings: Any) -> None:
    settings.HOST_SPACING_SECONDS = 0
    announce(2_000, "big")
    small = [announce(2, f"small{n}") for n in range(19)]
    queued = sweep()[State.NEW]
    assert {pk for ids in small for pk in ids} <= set(queued)
    hosts = Entry.objects.in_bulk(queued[:20])
    assert len({e.source_id for e in hosts.values()}) == 20


def test_of_one_source_no_more_is_queued_than_its_host_lets_through(settings: Any) -> None:
    settings.HOST_SPACING_SECONDS, settings.SWEEP_SECONDS, settings.FETCH_ALLOW = 1.0, 10, []
    announce(500, "big")
    assert len(sweep()[State.NEW]) == 10


@pytest.mark.parametrize(("queue", "own"), [("slow", "slow"), ("fetch", None), (None, None)])
def test_what_follows_an_old_entry_stays_behind_fresh_ones(queue: str | None, own: str | None) -> None:
    class Request:
        delivery_info = {"routing_key": queue} if queue else None

    class Asked:
        request = Request()

    assert tasks._own_queue(Asked()) == own  # type: ignore[arg-type]


def test_a_message_that_runs_long_gives_back_what_it_had_no_time_for(monkeypatch: Any) -> None:
    ids = announce(5)
    Entry.objects.update(queued_at=Now())
    monkeypatch.setattr(tasks, "MESSAGE_SECONDS", 0.05)

    def work(entry: int) -> bool:
        time.sleep(0.03)
        return True

    done = tasks._each("fetch", ids, work)
    assert 0 < len(done) < 5
    assert set(Entry.objects.filter(queued_at=None).values_list("pk", flat=True)) == set(ids) - set(done)
    assert set(Entry.objects.values_list("attempts", flat=True)) == {0}


def entry(published: dt.datetime | None) -> FeedEntry:
    return FeedEntry("https://a.example/", "", "t", "", published)


@pytest.mark.parametrize(
    ("position", "age", "old"), [(0, 1, False), (500, 1, False), (0, 30, True), (5, None, False), (500, None, True)]
)
def test_old_news_is_told_by_its_time_or_its_place(position: int, age: int | None, old: bool) -> None:
    published = None if age is None else NOW - dt.timedelta(days=age)
    assert polling.is_old(position, entry(published), NOW) is old


def test_what_a_new_feed_lists_of_last_year_waits_behind_today(site: Site) -> None:
    today, last_year = site.url("/today"), site.url("/old")
    site.pages["/feed"] = rss(item(today, NOW), item(last_year, NOW - dt.timedelta(days=300)))
    feed = Feed.objects.create(source=source(), url=site.url("/feed"), enabled=True)
    found = polling.collect(feed.pk, NOW)
    assert list(Entry.objects.filter(pk__in=found.entries).values_list("url", flat=True)) == [today]
    assert Entry.objects.get(backlog=True).url == last_year


def test_an_archive_is_read_back_page_by_page_behind_fresh_news(site: Site) -> None:
    for n in range(3):
        after = (
            f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="{site.url(f"/feed?p={n + 1}")}"/>'
        )
        path = f"/feed?p={n}" if n else "/feed"
        site.pages[path] = rss(item(site.url(f"/{n}a")), item(site.url(f"/{n}b")), head=after if n < 2 else "")
    feed = Feed.objects.create(source=source(), url=site.url("/feed"), enabled=True)
    assert archives.waiting() == []
    assert archives.order([feed.pk], 10) == 1
    assert [archives.read_back(pk, NOW).new for _ in range(3) for pk in archives.waiting()] == [2, 2, 2]
    feed.refresh_from_db()
    assert feed.archive_pages == 0
    assert "the archive ends here" in feed.archive_note
    assert set(Entry.objects.values_list("backlog", flat=True)) == {True}
    assert archives.waiting() == []


def test_a_broken_archive_ends_with_its_reason_and_is_no_failure_of_the_feed(site: Site) -> None:
    feed = Feed.objects.create(source=source(), url=site.url("/feed"), enabled=True)
    archives.order([feed.pk], 3)
    assert "not found" in archives.read_back(feed.pk, NOW).error
    feed.refresh_from_db()
    assert (feed.archive_pages, feed.failures, feed.lease_until) == (0, 0, None)
    assert "not found" in feed.archive_note


def test_the_command_reads_back_here_or_orders_it(site: Site) -> None:
    site.pages["/feed"] = rss(item(site.url("/1")))
    feed = Feed.objects.create(source=source(), url=site.url("/feed"))
    out = io.StringIO()
    call_command("backfill", feed.url, "--pages", "3", "--now", stdout=out)
    assert "1 new entries" in out.getvalue()
    call_command("backfill", str(feed.pk), stdout=out)
    assert archives.waiting() == [feed.pk]
    with pytest.raises(CommandError, match="no feed"):
        call_command("backfill", "https://none.example/")


@pytest.mark.parametrize(
    ("kind", "body", "url", "expected"),
    [
        ("rss", '<rss><channel><atom:link rel="next" href="/f?p=2&amp;q=1"/>', "https://a.example/f", "https://a.example/f?p=2&q=1"),
        ("atom", '<feed><link href="https://a.example/old" rel="prev-archive"/>', "https://a.example/f", "https://a.example/old"),
        ("rss", "<rss><channel><generator>https://wordpress.org/?v=6</generator>", "https://a.example/feed/", "https://a.example/feed/?paged=2"),
        ("rss", "<rss><channel><generator>https://wordpress.org/?v=6</generator>", "https://a.example/feed/?paged=2", "https://a.example/feed/?paged=3"),
        ("rss", '<rss><channel><atom:link rel="next" href="https://b.example/x"/>', "https://a.example/f", ""),
        ("rss", "<rss><channel>", "https://a.example/f", ""),
        ("json", '{"next_url": "https://a.example/2.json"}', "https://a.example/1.json", "https://a.example/2.json"),
        ("json", "[", "https://a.example/1.json", ""),
        ("listing", '<a href="/news?page=2">التالي</a>', "https://a.example/news", "https://a.example/news?page=2"),
        ("listing", '<a rel="next" href="?page=3">3</a>', "https://a.example/news?page=2", "https://a.example/news?page=3"),
        ("telegram", '<div data-post="chan/41"></div><div data-post="chan/42"></div>', "https://t.me/s/chan", "https://t.me/s/chan?before=41"),
        ("sitemap", "<urlset/>", "https://a.example/s.xml", ""),
    ],
)  # fmt: skip
def test_the_next_page_is_where_the_answer_says(kind: str, body: str, url: str, expected: str) -> None:
    assert older(kind, body.encode(), "", url) == expected


def test_a_poll_that_ends_with_its_worker_counts_as_failure_and_opens_the_breaker() -> None:
    feed = Feed.objects.create(source=source(), url="https://killer.example/", enabled=True)
    for n in range(1, polling.BREAKER + 1):
        assert polling._claim(feed.pk)
        assert polling.count_the_lost() == 0
        Feed.objects.update(lease_until=Now() - dt.timedelta(seconds=1))
        assert (polling.count_the_lost(), polling.count_the_lost()) == (1, 0)
        feed.refresh_from_db()
        assert feed.failures == n
        assert (feed.pk in polling.due_feeds()) is (n < polling.BREAKER)
    assert feed.opened_at is not None


def test_an_edited_channel_message_is_read_again_with_its_new_words() -> None:
    feed = Feed.objects.create(source=source(), url="https://t.me/s/chan", kind="telegram", enabled=True)
    first = FeedEntry("https://t.me/chan/1", "", "One", "One\nold words", NOW)
    polling.announce(feed, polling.ParsedFeed((first,), ()), NOW)
    Entry.objects.update(state=State.CODED, updated_at=NOW - dt.timedelta(hours=2))
    edited = FeedEntry(first.url, "", "One", "One\nnew words", NOW)
    polling.announce(feed, polling.ParsedFeed((edited,), ()), NOW)
    row = Entry.objects.get()
    assert (row.state, row.summary) == (State.NEW, "One\nnew words")


def test_a_quarantined_entry_has_a_button_that_tries_it_again(client: Client) -> None:
    (pk,) = announce(1)
    Entry.objects.update(state=State.QUARANTINED, reason="died", attempts=4)
    client.force_login(User.objects.create_superuser("root", password="x"))
    page = client.get(reverse("admin:ingest_entry_change", args=[pk]))
    target = reverse("admin:ingest_entry_retry", args=[pk])
    assert target in page.content.decode()
    assert client.get(target).status_code == 405
    assert client.post(target).status_code == 302
    assert Entry.objects.values_list("state", "attempts").get() == (State.NEW, 0)
    assert target not in client.get(reverse("admin:ingest_entry_change", args=[pk])).content.decode()


def test_the_sweep_of_a_large_backlog_uses_few_queries(django_assert_max_num_queries: Any) -> None:
    announce(300, backlog=True)
    with django_assert_max_num_queries(8):
        sweep(backlog=True)
    assert connection.vendor == "postgresql"
