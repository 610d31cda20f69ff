"""The pages: what they show to whom, in both languages, without JavaScript, and how many queries each costs."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client

from events.codebook import EventStatus, EventType, Modality, Part, Scope, Side
from events.models import Article, Citation, Event, Office, Report, Role, Series
from events.resolution import correct, record, reject
from tests.builders import cite, claim, event, said, soldiers
from tests.reporting import BODY, article_text, editor, handover, meeting, registry, source, span

pytestmark = pytest.mark.django_db

EVIL = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _registry(db: None) -> None:
    registry()


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(editor())
    return client


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def text_of(html: str) -> str:
    """What a reader sees, in one line."""
    body = re.sub(r"<(script|style|head).*?</\1>", " ", html, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body.replace("><", "> <")))


def path_of(shown: Event, language: str = "") -> str:
    return f"{language}/events/{shown.public_id}/"


def coded() -> tuple[Event, Article]:
    text = article_text()
    recorded = record(text, [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    return Event.objects.get(pk=recorded.events[0]), text.article


# the timeline


def test_the_timeline_lists_events_newest_first_under_the_numbers_of_the_chart(client: Client) -> None:
    event(day=dt.date(2025, 1, 10), title="Older")
    event(EventType.REPATRIATION, dt.date(2025, 2, 10), title="Newer", extra=(soldiers(1905),))
    html = page(client, "/")
    assert html.index("Newer") < html.index("Older")
    assert "1,905 soldiers" in html and "February 2025" in html
    assert re.search(r'<th scope="row"><a href="\?from=2025-02-01&amp;to=2025-02-28">February 2025</a>', html)


def test_statements_are_off_said_so_and_one_click_away(client: Client) -> None:
    event(EventType.STATEMENT, title="Words only")
    html = page(client, "/")
    assert "Words only" not in html and "Statements are left out" in html
    assert '<a href="?statements=1">' in html
    assert "Words only" in page(client, "/?statements=1")


def test_candidates_are_marked_and_one_click_hides_them(client: Client) -> None:
    coded()
    html = page(client, "/")
    assert "is-candidate" in html and '<a href="?status=published">' in html
    assert "is-candidate" not in page(client, "/?status=published")


def test_the_end_of_the_shipped_data_is_said(client: Client) -> None:
    from events.panel import shipped_until

    assert shipped_until() == ""
    assert "The shipped chronology ends" not in page(client, "/")


def test_the_filters_that_are_on_can_each_be_removed(client: Client) -> None:
    event()
    html = page(client, "/?actor=p_shatri&family=talks")
    assert 'href="?family=talks"' in html and 'href="?actor=p_shatri"' in html
    assert re.search(r'name="actor" value="p_shatri" checked', html)


def test_a_long_list_goes_on_at_its_last_event(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    first = event(day=dt.date(2025, 1, 1), title="Alpha")
    second = event(day=dt.date(2025, 1, 2), title="Beta")
    monkeypatch.setattr("events.listing.page_of.__defaults__", (1, None))
    html = page(client, "/")
    assert "Beta" in html and "Alpha" not in html
    assert f'rel="next" href="?after=2025-01-02_{second.pk}"' in html
    html = page(client, f"/?after=2025-01-02_{second.pk}")
    assert "Alpha" in html and "Back to the newest" in html and first.title_en in html


# the event


def test_an_event_says_who_with_the_role_of_the_day(client: Client) -> None:
    shatri = Role.objects.get().person
    body = Role.objects.get().office.org
    later = Office.objects.create(code="later", org=body, title_en="Later office")
    Role.objects.filter(person=shatri).update(end=dt.date(2025, 6, 1))
    Role.objects.create(person=shatri, office=later, start=dt.date(2025, 6, 1))
    assert "Head of INIS" in page(client, path_of(event(day=dt.date(2025, 1, 1))))
    assert "Later office" in page(client, path_of(event(day=dt.date(2025, 7, 1))))


def test_an_office_nobody_confirmed_for_a_year_is_marked(client: Client) -> None:
    Role.objects.update(last_seen=dt.date(2024, 12, 19))
    assert "unconfirmed" not in page(client, path_of(event(day=dt.date(2025, 6, 1))))
    assert "unconfirmed" in page(client, path_of(event(day=dt.date(2026, 6, 1))))


def test_numbers_show_best_lowest_highest_and_who_said_which(client: Client) -> None:
    shown = event(
        EventType.REPATRIATION,
        extra=(soldiers(1905, claimant_name="The joint command"), soldiers(2000), soldiers(2400, Scope.PLANNED)),
    )
    text = text_of(page(client, path_of(shown)))
    assert "reported from 1,905 to 2,000" in text
    assert "The joint command" in text and "2,400 soldiers (planned)" in text


def test_accounts_stand_side_by_side_and_silence_is_shown(client: Client) -> None:
    shown = event(extra=(said("Baghdad speaks of an agreement.", Side.IQ, "type"),))
    text = text_of(page(client, path_of(shown)))
    assert "Baghdad speaks of an agreement." in text and "Silent: no word from this side" in text
    assert "Side by side" not in page(client, path_of(event()))


def test_a_faction_does_not_speak_for_baghdad(client: Client) -> None:
    html = page(client, path_of(event(extra=(said("A militia word.", Side.IQ_FACTION),))))
    cells = re.findall(r'<td class="s-(\w+)[^>]*>(.*?)</td>', html, re.S)
    assert [column for column, cell in cells if "A militia word." in cell] == ["third"]


def test_an_import_is_proved_by_its_citation(client: Client) -> None:
    text = page(client, path_of(event(citation=cite(url="https://www.example.org/a?b=1"))))
    assert 'href="https://www.example.org/a?b=1" rel="noopener noreferrer nofollow"' in text
    assert "example.org" in text and "the text is not held" in text


def test_a_machine_value_is_proved_by_its_sentence_without_a_login(client: Client) -> None:
    shown, article = coded()
    html = page(client, path_of(shown))
    assert re.search(r"<mark[^>]*>Damascus</mark>", html)
    assert "A candidate: coded by the program" in html
    assert f"/articles/{article.pk}/?version=1" in html


def test_the_day_of_publication_is_called_so(client: Client) -> None:
    recorded = record(article_text(), [handover()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    html = page(client, path_of(Event.objects.get(pk=recorded.events[0])))
    assert "three days before" in html


def test_a_precision_coarser_than_a_day_is_in_words(client: Client) -> None:
    shown = event(day=dt.date(2025, 3, 1), extra=())
    correct(shown, [claim("date", v_date=dt.date(2025, 3, 1), v_precision="month", v_date_end=None)], editor(), "x")
    html = page(client, path_of(shown))
    assert "the day itself is not known" in html and ">March 2025<" in html


def test_a_series_shows_its_batches(client: Client) -> None:
    series = Series.objects.create(slug="s", title_en="Returns", title_ar="عودة")
    first = event(day=dt.date(2025, 1, 1), series=series, ordinal=1)
    second = event(day=dt.date(2025, 2, 1), series=series, ordinal=2)
    html = page(client, path_of(second))
    assert path_of(first) in html and 'aria-current="true"' in html and "2 · 1 February 2025" in html


def test_a_merged_event_leads_to_the_other(client: Client) -> None:
    kept, gone = event(title="Kept"), event(title="Gone")
    Event.objects.filter(pk=gone.pk).update(status=EventStatus.MERGED, merged_into=kept)
    answer = client.get(path_of(gone, "/ar"))
    assert answer.status_code == 302 and answer["Location"] == path_of(kept, "/ar")


def test_a_rejected_event_is_gone_and_an_unknown_one_was_never_there(client: Client) -> None:
    shown = event(title="Rejected thing")
    reject([shown], editor(), "no event")
    assert "Rejected thing" not in page(client, path_of(shown), 410)
    assert "There is no such page" in page(client, "/events/ISC-1999-0001/", 404)


def test_outside_text_is_escaped_and_links_are_http_only(client: Client) -> None:
    shown = event(
        title=EVIL,
        title_ar=EVIL,
        citation=cite(source("evil", name_en=EVIL), url="javascript:alert(1)", via=EVIL, quote=EVIL),
        extra=(said(EVIL, Side.IQ), soldiers(5, claimant_name=EVIL)),
        people=(),
    )
    for path in ("/", "/ar/", path_of(shown), path_of(shown, "/ar")):
        html = page(client, path)
        assert "<script>alert" not in html and "javascript:" not in html


# the stored text


def test_a_stored_text_needs_a_login_even_when_reading_is_public(client: Client) -> None:
    _, article = coded()
    answer = client.get(f"/articles/{article.pk}/")
    assert answer.status_code == 302 and "/accounts/login/" in answer["Location"]


def test_every_coded_span_is_marked_in_the_text(reader: Client) -> None:
    shown, article = coded()
    html = page(reader, f"/articles/{article.pk}/")
    for quote in ("met", "Thursday", "Damascus", "al-Shatri", "al-Sharaa"):
        assert re.search(rf"<mark[^>]*>{quote}</mark>", html), quote
    assert path_of(shown) in html
    assert BODY in text_of(html)


def test_an_old_version_keeps_its_own_marks(reader: Client) -> None:
    _, article = coded()
    body = BODY.replace("Damascus", "Baghdad")
    newer = article_text(body=body, n=2)
    spans = (span("type", "met", body), span("date", "Thursday", body))
    report = meeting(place=None, participants=(), spans=spans)
    record(newer, [report], coder="1", lexicon="x", relevant=True, confidence=0.9)
    old, new = page(reader, f"/articles/{article.pk}/?version=1"), page(reader, f"/articles/{article.pk}/")
    assert re.search(r"<mark[^>]*>Damascus</mark>", old) and "an earlier version" in old
    assert re.search(r"<mark[^>]*>met</mark>", new) and "Damascus" not in text_of(new.split("<aside")[0])


@pytest.mark.parametrize(("query", "status"), [("?version=9", 404), ("?version=x", 400), ("?version=-1", 400)])
def test_a_version_that_is_not_there(query: str, status: int, reader: Client) -> None:
    _, article = coded()
    page(reader, f"/articles/{article.pk}/{query}", status)


# actors


def test_an_actor_has_names_dated_roles_and_events(client: Client) -> None:
    Role.objects.update(last_seen=dt.date(2024, 12, 19), basis="from_memory")
    event(title="Their meeting")
    text = text_of(page(client, "/actors/p_shatri/"))
    assert "ع p_shatri" in text and "Their meeting" in text
    assert "Head of INIS" in text and "19 December 2024" in text
    assert "unconfirmed; last seen 19 December 2024" in text and "dates without a source" in text
    assert "p_shatri" in page(client, "/actors/iq_inis/")
    page(client, "/actors/nobody/", 404)


def test_each_event_of_a_person_carries_the_office_of_its_day(client: Client) -> None:
    event(day=dt.date(2024, 12, 1), title="Before")
    event(day=dt.date(2025, 3, 1), title="After")
    after, before = text_of(page(client, "/actors/p_shatri/")).split("Before")
    assert "Head of INIS" in after.split("After")[1]
    assert "Head of INIS" not in before.split("Offices held")[0]


@pytest.mark.parametrize(("query", "names"), [("", 5), ("p_sh", 2), ("ع", 5), ("nobody", 0)])
def test_actors_are_found_by_any_name(query: str, names: int, client: Client) -> None:
    html = page(client, f"/actors/?q={query}")
    assert html.count('class="actor-also"') == names


# everywhere


def test_every_page_is_there_in_both_languages(reader: Client) -> None:
    shown, article = coded()
    paths = ["/", path_of(shown), f"/articles/{article.pk}/", "/actors/", "/actors/p_shatri/", "/about/"]
    for path in [*paths, "/accounts/login/"]:
        assert '<html lang="en" dir="ltr">' in page(reader, path)
        html = page(reader, f"/ar{path}")
        assert '<html lang="ar" dir="rtl">' in html and "الخط الزمني" in html
        assert f'href="{path}"' in html, "the switch leads to the same page"


def test_the_language_switch_keeps_the_filters(client: Client) -> None:
    event()
    assert 'href="/ar/?actor=p_shatri&amp;family=talks"' in page(client, "/?actor=p_shatri&family=talks")


def test_an_arabic_page_has_arabic_months_and_labels(client: Client) -> None:
    event(modality=Modality.PLANNED, day=dt.date(2024, 12, 19))
    html = page(client, "/ar/")
    assert "كانون الأول/ديسمبر 2024" in html and "لقاء" in html and "مقرّر" in html and "واقعة" in html


def test_pages_hold_no_inline_script_or_style(reader: Client) -> None:
    shown, article = coded()
    for path in ("/", path_of(shown), f"/articles/{article.pk}/", "/actors/", "/actors/p_shatri/", "/about/"):
        html = page(reader, path)
        assert not re.search(r"<style|\sstyle=|\son\w+=", html), path
        scripts = re.findall(r"<script([^>]*)>(.*?)</script>", html, re.S)
        assert all('type="application/json"' in attributes or not body for attributes, body in scripts), path


def test_nothing_is_read_without_a_login_when_reading_is_not_public(client: Client, settings: Any) -> None:
    settings.PUBLIC_READ = False
    shown = event()
    for path in ("/", path_of(shown), "/actors/", "/actors/p_shatri/", "/about/", "/ar/"):
        answer = client.get(path)
        assert answer.status_code == 302 and "/accounts/login/?next=" in answer["Location"], path
    page(client, "/accounts/login/")
    client.force_login(editor())
    page(client, path_of(shown))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "queries"),
    [("/", 10), ("/?actor=p_shatri", 11), ("/?actor=p_shatri&side=IQ&q=a3", 11), ("/actors/", 3), ("/about/", 1)],
)
def test_the_number_of_queries_of_a_list_is_pinned(
    path: str, queries: int, client: Client, django_assert_num_queries: Any
) -> None:
    for n in range(12):
        event(EventType.REPATRIATION, dt.date(2025, 1, 1 + n), extra=(soldiers(n + 1),), title=f"a{n}")
    with django_assert_num_queries(queries):
        page(client, path)


def test_the_number_of_queries_of_a_record_is_pinned(reader: Client, django_assert_num_queries: Any) -> None:
    shown, article = coded()
    record(
        article_text("https://other.example/2", outlet=source("other")),
        [meeting()],
        coder="1",
        lexicon="x",
        relevant=True,
        confidence=0.9,
    )
    for path, queries in (
        (path_of(shown), 11),
        (f"/articles/{article.pk}/", 6),
        ("/actors/p_shatri/", 12),
    ):
        with django_assert_num_queries(queries):
            page(reader, path)


def test_the_role_of_a_mentioned_person_is_no_filter(client: Client) -> None:
    shown = event(people=(("p_sharaa", Part.MENTIONED),))
    assert path_of(shown) not in page(client, "/actors/p_sharaa/")
    assert "Mentioned" in page(client, path_of(shown))


def test_a_value_without_a_citation_of_its_own_rests_on_all_that_are_cited(client: Client) -> None:
    shown = event()
    report = Report.objects.get(dataset="tests", assignments__event=shown)
    assert "the 2 cited sources together" not in page(client, path_of(shown))
    Citation.objects.create(report=report, publisher="Second outlet", url="https://second.example/x")
    assert "the 2 cited sources together" in page(client, path_of(shown))
