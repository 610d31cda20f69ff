"""An entry's way from a feed to an event, and every way it can end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.functions import Now

from events.models import Article, ArticleText, Event
from ingest import leases, pipeline, polling, sweeping
from ingest.coding import lexicon
from ingest.models import Entry, Feed, State
from tests.ingest.site import Page, Site, serve
from tests.reporting import registry, source

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
TEXT = (
    "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus on Thursday. "
    "They discussed border security between Iraq and Syria and the fight against ISIS, a statement said."
)


@pytest.fixture
def site(settings: Any, monkeypatch: Any) -> Iterator[Site]:
    registry()
    monkeypatch.setattr(pipeline, "current_lexicon", lexicon.shipped)
    with serve() as running:
        settings.FETCH_ALLOW = [running.host]
        yield running


def page(title: str = "Talks in Damascus", text: str = TEXT) -> Page:
    body = f"""<html><head><meta property="og:title" content="{title}">
    <meta property="article:published_time" content="2025-08-29T09:00:00+03:00"></head>
    <body><article><h1>{title}</h1><p>{text}</p><p>{"More was not said of it that day. " * 5}</p></article></body>
    </html>"""
    return Page(body.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def rss(site: Site, *paths: str, title: str = "Talks") -> Page:
    items = "".join(f"<item><title>{title} {p}</title><link>{site.url(p)}</link></item>" for p in paths)
    return Page(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())


def feed(site: Site, path: str = "/feed") -> Feed:
    return Feed.objects.create(source=source(), url=site.url(path), enabled=True)


def run(entry: int) -> Entry:
    """All steps of one entry, as the workers do them."""
    if pipeline.fetch(entry) and pipeline.extract(entry, NOW):
        pipeline.code(entry)
    return Entry.objects.get(pk=entry)


def test_what_a_feed_announces_becomes_an_event(site: Site) -> None:
    site.pages |= {"/feed": rss(site, "/1"), "/1": page()}
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    assert run(entry).state == State.CODED
    event = Event.objects.get()
    assert (event.type, str(event.date)) == ("meeting", "2025-08-28")
    assert Feed.objects.get().last_success_at is not None


def test_polling_again_announces_nothing_new(site: Site) -> None:
    site.pages["/feed"] = rss(site, "/1")
    row = feed(site)
    polling.collect(row.pk, NOW)
    Feed.objects.update(body_sha256=None)
    polling.collect(row.pk, NOW)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Page(b"<html><body>hello</body></html>"), "web page"),
        (Page(b""), "empty"),
        (Page(status=404), "not found"),
        (Page(status=403, headers={"cf-mitigated": "challenge"}), "challenge"),
    ],
    ids=["html", "empty", "404", "challenge"],
)
def test_a_failing_feed_says_why_and_is_tried_again(site: Site, answer: Page, words: str) -> None:
    site.pages["/feed"] = answer
    row = feed(site)
    polling.collect(row.pk, NOW)
    row.refresh_from_db()
    assert words in row.last_error
    assert (row.failures, row.lease_until) == (1, None)
    assert row.next_check_at > row.last_error_at


def test_the_breaker_opens_after_five_failures_and_probes_ever_more_rarely(site: Site) -> None:
    row = feed(site, "/none")
    for _ in range(7):
        polling.collect(row.pk, NOW)
    row.refresh_from_db()
    assert row.opened_at is not None and row.failures == 7
    assert row.next_check_at - row.last_error_at == dt.timedelta(hours=1)
    assert polling.probe_pause(50) == dt.timedelta(hours=6)


def test_a_dead_source_is_asked_at_most_45_times_a_week() -> None:
    left, failures, asked = dt.timedelta(days=7), 0, 0
    while left > dt.timedelta(0):
        asked += 1
        failures += 1
        left -= dt.timedelta(minutes=15) if failures < polling.BREAKER else polling.probe_pause(failures)
    assert asked <= 45


def test_a_page_that_is_gone_is_set_aside_at_once_with_its_reason(site: Site) -> None:
    site.pages["/feed"] = rss(site, "/gone")
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    row = run(entry)
    assert (row.state, row.reason) == (State.QUARANTINED, "HTTP 404: not found")


def test_a_failing_page_is_tried_exactly_four_times(site: Site) -> None:
    site.pages |= {"/feed": rss(site, "/bad"), "/bad": Page(status=500)}
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    for _ in range(6):
        run(entry)
        Entry.objects.update(next_try_at=Now())
    assert Entry.objects.get().state == State.QUARANTINED
    assert len([p for p, _ in site.asked if p == "/bad"]) == 4
    assert leases.retry([entry]) == 1
    assert Entry.objects.get().state == State.NEW


def test_an_entry_that_somebody_holds_is_left_alone(site: Site) -> None:
    site.pages |= {"/feed": rss(site, "/1"), "/1": page()}
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    first = leases.claim(entry, State.NEW)
    assert first is not None
    assert leases.claim(entry, State.NEW) is None
    Entry.objects.update(lease_until=Now() - dt.timedelta(seconds=1))
    assert leases.claim(entry, State.NEW) is not None
    with pytest.raises(leases.LeaseLost):
        leases.finish(first, State.FETCHED)


def test_between_extraction_and_coding_nobody_else_takes_the_entry(site: Site, monkeypatch: Any) -> None:
    site.pages["/1"] = page()
    site.pages["/feed"] = rss(site, "/1")
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    assert pipeline.fetch(entry)
    monkeypatch.setattr(pipeline, "code_text", killed)
    with pytest.raises(Killed):
        pipeline.read(entry, NOW)
    left = Entry.objects.get(pk=entry)
    assert (left.state, left.attempts) == (State.EXTRACTED, 1)
    assert leases.claim(entry, State.EXTRACTED) is None
    assert sweeping.sweep() == {}
    Entry.objects.update(lease_until=Now() - dt.timedelta(seconds=1))
    assert sweeping.sweep()[State.EXTRACTED] == [entry]
    monkeypatch.undo()
    monkeypatch.setattr(pipeline, "current_lexicon", lexicon.shipped)
    assert pipeline.code(entry)


class Killed(BaseException):
    """What stands for the death of a worker."""


def killed(*_: Any) -> None:
    raise Killed


def test_the_same_text_elsewhere_is_linked_and_not_coded_twice(site: Site) -> None:
    site.pages |= {"/feed": rss(site, "/1", "/2"), "/1": page(), "/2": page()}
    for entry in sorted(polling.collect(feed(site).pk, NOW).entries):
        run(entry)
    assert sorted(Entry.objects.values_list("state", flat=True)) == [State.CODED, State.DUPLICATE]
    assert Article.objects.exclude(copy_of=None).count() == 1
    assert Event.objects.count() == 1


def test_an_edited_article_is_a_new_version_of_the_same(site: Site) -> None:
    site.pages |= {"/feed": rss(site, "/1"), "/1": page()}
    row = feed(site)
    run(polling.collect(row.pk, NOW).entries[0])
    site.pages |= {"/feed": rss(site, "/1", title="Update"), "/1": page("Talks in Damascus, updated")}
    run(polling.collect(row.pk, NOW).entries[0])
    assert list(ArticleText.objects.order_by("n").values_list("n", flat=True)) == [1, 2]
    assert Event.objects.count() == 1


def test_what_is_out_of_scope_ends_as_irrelevant(site: Site) -> None:
    site.pages |= {"/feed": rss(site, "/1"), "/1": page("Prices", "Wheat prices rose in Basra. " * 8)}
    assert run(polling.collect(feed(site).pk, NOW).entries[0]).state == State.IRRELEVANT


def test_the_sweeper_finds_what_was_lost_and_only_once(site: Site) -> None:
    site.pages["/feed"] = rss(site, *[f"/{n}" for n in range(30)])
    polling.collect(feed(site).pk, NOW)
    assert len(sweeping.sweep()[State.NEW]) == 30
    assert sweeping.sweep() == {}
    Entry.objects.update(queued_at=Now() - dt.timedelta(minutes=5))
    assert len(sweeping.sweep()[State.NEW]) == 30


def test_an_entry_whose_worker_died_four_times_is_set_aside(site: Site) -> None:
    site.pages["/feed"] = rss(site, "/1")
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    for _ in range(4):
        assert leases.claim(entry, State.NEW) is not None
        Entry.objects.update(lease_until=Now() - dt.timedelta(seconds=1))
    sweeping.sweep()
    row = Entry.objects.get()
    assert row.state == State.QUARANTINED
    assert "died" in row.reason


def test_what_a_wiped_broker_lost_is_queued_again_soon(site: Site) -> None:
    site.pages["/feed"] = rss(site, "/1")
    (entry,) = polling.collect(feed(site).pk, NOW).entries
    Entry.objects.update(queued_at=Now() - dt.timedelta(seconds=31))
    assert sweeping.sweep() == {}
    assert sweeping.sweep(dt.timedelta(seconds=30))[State.NEW] == [entry]
