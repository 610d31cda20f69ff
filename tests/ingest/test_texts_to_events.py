"""Article texts in both languages, through the coder, end in the events the codebook asks for."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings

from events.codebook import BAGHDAD, EventStatus
from events.models import Event, Figure, Source
from ingest import pipeline, storing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module", autouse=True)
def registry(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """The shipped actors, places and sources without the chronology."""
    with django_db_blocker.unblock(), override_settings(ISC_DEMO=True):
        call_command("load_shipped", stdout=io.StringIO())
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


def publish(outlet: str, title: str, body: str, when: str, lang: str) -> None:
    """Store and code one article of an outlet."""
    stored = storing.store_text(
        Source.objects.get(code=outlet).pk,
        f"https://{outlet}.example/{when}",
        title=title,
        body=body,
        lang=lang,
        published=dt.datetime.fromisoformat(when).replace(tzinfo=BAGHDAD),
    )
    assert stored.text is not None
    pipeline.record_coded(stored.text, pipeline.code_text(stored.text))


SOLDIERS = [
    ("ina", "العراق يعيد 1905 من الجنود السوريين عبر منفذ القائم",
     "أعلنت خلية الإعلام الأمني، اليوم الخميس، أن العراق أعاد 1905 من الضباط والجنود السوريين إلى بلادهم عبر منفذ القائم الحدودي. "
     "وقال رئيس الخلية سعد معن إن الجهات المختصة سلمتهم إلى الجانب السوري.", "2024-12-19T18:00", "ar"),
    ("shafaq", "بغداد تعيد نحو ألفي جندي سوري إلى بلادهم",
     "أعادت السلطات العراقية، اليوم الخميس، نحو ألفي جندي سوري إلى بلادهم عبر منفذ القائم الحدودي مع سوريا، بحسب مصدر أمني.",
     "2024-12-19T20:30", "ar"),
    ("reuters", "Iraq sends back nearly 2,000 Syrian soldiers",
     "BAGHDAD (Reuters) - Iraq on Thursday returned nearly 2,000 Syrian soldiers to their country through the al-Qaim border "
     "crossing, an Iraqi security official said.", "2024-12-19T21:00", "en"),
    ("rudaw", "Iraq returns more than 1,900 Syrian soldiers through al-Qaim crossing",
     "ERBIL - Iraq has returned more than 1,900 Syrian soldiers to Syria through the al-Qaim border crossing, the Security "
     "Media Cell said on Thursday.", "2024-12-19T22:00", "en"),
    ("enab_baladi", "العراق يسلم مئات الجنود السوريين",
     "سلّم العراق مئات الجنود السوريين إلى الإدارة السورية الجديدة عبر معبر القائم – البوكمال، الخميس 19 كانون الأول.",
     "2024-12-20T10:00", "ar"),
    ("alsumaria", "ألف وتسعمائة وخمسة جنود سوريين يعودون عبر القائم",
     "عاد ألف وتسعمائة وخمسة جنود سوريين إلى بلادهم من العراق عبر منفذ القائم الحدودي، الخميس، وفق الداخلية العراقية.",
     "2024-12-19T23:00", "ar"),
]  # fmt: skip

VISIT = [
    ("ina", "رئيس جهاز المخابرات يلتقي الرئيس السوري في دمشق",
     "التقى رئيس جهاز المخابرات الوطني العراقي حميد الشطري، اليوم الخميس، الرئيس السوري أحمد الشرع في دمشق، وبحثا أمن الحدود "
     "ومكافحة الإرهاب.", "2025-08-28T17:00", "ar"),
    ("sana", "الرئيس الشرع يستقبل رئيس جهاز المخابرات العراقي",
     "استقبل الرئيس أحمد الشرع في دمشق، اليوم الخميس، رئيس جهاز المخابرات العراقي حميد الشطري بحضور رئيس الاستخبارات العامة حسين "
     "السلامة، وبحثا وحدة سوريا والتبادل التجاري.", "2025-08-28T18:00", "ar"),
    ("the_national", "Iraq's intelligence chief meets Al Shara in Damascus",
     "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus on Thursday to discuss border "
     "security.", "2025-08-29T09:00", "en"),
    ("rudaw", "Iraq intelligence chief in Damascus",
     "Hamid al-Shatri, the head of Iraq's intelligence service, met with Syrian President Ahmed al-Sharaa in Damascus on "
     "Thursday.", "2025-08-28T21:00", "en"),
]  # fmt: skip


def standing() -> list[Event]:
    return list(Event.objects.exclude(status=EventStatus.MERGED).exclude(type=None).order_by("date", "pk"))


@pytest.mark.parametrize("seed", range(3))
def test_the_soldiers_return_is_one_event_in_two_languages(seed: int) -> None:
    articles = list(SOLDIERS)
    random.Random(seed).shuffle(articles)
    for article in articles:
        publish(*article)
    (event,) = standing()
    assert (event.type, event.date, event.modality) == ("repatriation", dt.date(2024, 12, 19), "done")
    assert event.place is not None and event.place.code == "x_qaim"
    figure = Figure.objects.get(event=event, unit="soldiers", scope="batch")
    assert (int(figure.best), figure.kind, int(figure.low)) == (1905, "exact", 200)


@pytest.mark.parametrize("seed", range(3))
def test_the_visit_is_one_meeting_in_two_languages_and_published_by_itself(seed: int) -> None:
    articles = list(VISIT)
    random.Random(seed).shuffle(articles)
    for article in articles:
        publish(*article)
    (event,) = standing()
    assert (event.type, event.date) == ("meeting", dt.date(2025, 8, 28))
    people = {p.actor.code for p in event.participations.select_related("actor") if p.actor}
    assert people == {"p_shatri", "p_sharaa", "p_salama"}
    assert (event.status, event.status_by) == (EventStatus.PUBLISHED, "machine")


def test_both_happenings_side_by_side_stay_two() -> None:
    for article in [*SOLDIERS, *VISIT]:
        publish(*article)
    assert [e.type for e in standing()] == ["repatriation", "meeting"]


def test_a_headline_with_another_number_than_its_text_is_flagged() -> None:
    publish(
        "alhurra",
        "نقل 5640 من معتقلي داعش من سوريا إلى العراق",
        "أعلن العراق، اليوم الجمعة، نقل 5064 من معتقلي تنظيم داعش من سوريا إلى العراق، بحسب وزارة العدل العراقية.",
        "2026-02-13T15:00",
        "ar",
    )
    (event,) = standing()
    assert "title_conflict" in event.flags
    assert {int(f.best) for f in Figure.objects.filter(event=event)} == {5064}
