"""Pages on the shipped data: what they show, to whom, and with how many queries."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

from events.models import Article, Event
from events.resolution import record, reject
from tests.reporting import article_text, editor, meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped"), pytest.mark.slow]


@pytest.fixture
def talks(db: None) -> Event:
    return Event.objects.get(title_en__contains="first official Iraqi visit")


def rows(client: Client, query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/timeline.json{query}")
    assert answer.status_code == 200
    return list(json.loads(answer.content)["events"])


def total(client: Client, query: str) -> int:
    """The number over the list."""
    return int(client.get(f"/{query}").context["total"].n)


def test_the_timeline_shows_all_183_with_statements(client: Client) -> None:
    statements = Event.objects.filter(type="statement").count()
    assert total(client, "?statements=1") == 183
    assert total(client, "") == 183 - statements > 100


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 10),
        ("/?statements=1", 10),
        ("/?actor=p_shatri", 11),
        ("/?family=movement&side=IQ", 11),
        ("/ar/?place=x_qaim", 11),
        ("/actors/p_shatri/", 12),
        ("/timeline.json", 8),
        ("/months.json", 4),
    ],
)
def test_a_page_needs_few_queries(client: Client, django_assert_max_num_queries: Any, path: str, most: int) -> None:
    with django_assert_max_num_queries(most):
        assert client.get(path).status_code == 200


def test_an_event_page_needs_few_queries(client: Client, talks: Event, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(16):
        page = client.get(f"/events/{talks.public_id}/")
    text = page.content.decode()
    for words in ("Hamid al-Shatri", "Head of the General Intelligence Service", "Damascus", "The New Region"):
        assert words in text


def test_an_actor_gives_his_meetings(client: Client, talks: Event) -> None:
    page = client.get("/?actor=p_shatri").content.decode()
    assert talks.public_id in page
    assert Event.objects.get(title_en__contains="1,905").public_id not in page


def all_pages(client: Client, query: str) -> list[Event]:
    """Every event of a list, page after page."""
    found: list[Event] = []
    after = ""
    for _ in range(20):
        page = client.get(f"/?{query}{after}").context["page"]
        found += page.events
        if page.next is None:
            return found
        after = f"&after={page.next}"
    raise AssertionError("the pages do not end")


def test_a_family_gives_its_events_and_no_others(client: Client) -> None:
    found = all_pages(client, "family=movement")
    assert {e.family for e in found} == {"movement"}
    assert len(found) == Event.objects.filter(family="movement").count() == total(client, "?family=movement")


def test_the_pages_show_every_event_once_newest_first(client: Client) -> None:
    found = all_pages(client, "statements=1")
    assert len(found) == len({e.pk for e in found}) == 183
    assert [(e.date, e.pk) for e in found] == sorted(((e.date, e.pk) for e in found), reverse=True)


@pytest.mark.parametrize("query", ["?bogus=1", "?from=2025-13-45", "?actor=nobody", "?family=party", "?after=x"])
def test_a_bad_filter_is_a_clear_400(client: Client, query: str) -> None:
    answer = client.get(f"/{query}")
    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


def test_tracking_parameters_are_ignored(client: Client) -> None:
    assert client.get("/?utm_source=x").status_code == 200


def test_arabic_pages_are_right_to_left_and_in_arabic(client: Client, talks: Event) -> None:
    for path, words in (
        ("/ar/", "الخط الزمني"),
        (f"/ar/events/{talks.public_id}/", "الشطري"),
        ("/ar/actors/p_shatri/", "الشطري"),
    ):
        text = client.get(path).content.decode()
        assert 'dir="rtl"' in text
        assert words in text


def test_a_candidate_is_marked_and_can_be_hidden(client: Client) -> None:
    record(
        article_text(),
        [meeting(date=meeting().date.replace(year=2023))],
        coder="1",
        lexicon="x",
        relevant=True,
        confidence=0.9,
    )  # type: ignore[union-attr]
    candidate = Event.objects.get(status="candidate")
    assert candidate.public_id in client.get("/?to=2023-12-31").content.decode()
    assert candidate.public_id not in client.get("/?to=2023-12-31&status=published").content.decode()


def test_a_rejected_event_leaves_the_timeline(client: Client, talks: Event) -> None:
    reject([talks], editor(), "a test")
    assert talks.public_id not in client.get("/?actor=p_shatri").content.decode()
    assert client.get(f"/events/{talks.public_id}/").status_code in (404, 410)


def test_stored_text_needs_a_login_even_where_readers_do_not(client: Client) -> None:
    record(article_text(), [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    path = f"/articles/{Article.objects.get().pk}/"
    assert client.get(path).status_code == 302
    client.force_login(editor())
    page = client.get(path).content.decode()
    assert page.count("<mark") >= 4
    assert "al-Shatri" in page


def test_without_public_read_everything_needs_a_login(client: Client, settings: Any, talks: Event) -> None:
    settings.PUBLIC_READ = False
    for path in ("/", f"/events/{talks.public_id}/", "/timeline.json", "/timeline.csv", "/actors/p_shatri/"):
        assert client.get(path).status_code in (302, 403), path


def test_the_csv_is_whole_and_harmless_in_a_spreadsheet(client: Client) -> None:
    Event.objects.filter(title_en__contains="1,905").update(title_en="=HYPERLINK(1)")
    answer = client.get("/timeline.csv?statements=1")
    body = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode("utf-8-sig")  # type: ignore[attr-defined]
    cells = [cell for row in csv.reader(io.StringIO(body)) for cell in row]
    risky = [c for c in cells if c and c[0] in "=+-@"]
    assert not [c for c in risky if not re.fullmatch(r"-?[0-9.]+", c)]


def test_every_answer_carries_a_strict_policy(client: Client) -> None:
    for path in ("/", "/nothing-here/", "/?bogus=1", "/admin/login/"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
