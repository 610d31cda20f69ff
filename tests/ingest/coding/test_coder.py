"""Short reports in the manner of the press, and what is in them."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.reports import check_reports
from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

DAY = dt.date(2025, 9, 12)


def summary(title: str, text: str, day: dt.date = DAY) -> list[tuple[object, ...]]:
    """type, modality, day, place, participants of every report."""
    coded = code_article(title, text, day, None, shipped())
    check_reports(coded.reports, title, text)
    return [
        (
            r.type.value,
            r.modality.value,
            str(r.date),
            r.place.id if r.place else None,
            {p.actor: p.part.value for p in r.participants},
        )
        for r in coded.reports
        if not r.background
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "السوداني والشرع يبحثان هاتفيا أمن الحدود",
            "أجرى رئيس مجلس الوزراء العراقي محمد شياع السوداني، أمس الخميس، اتصالا هاتفيا مع الرئيس السوري أحمد الشرع.",
            ("call", "done", "2025-09-11", None, {"p_sudani": "participant", "p_sharaa": "participant"}),
        ),
        (
            "Iraqi and Syrian foreign ministers meet in Baghdad",
            "Iraqi Foreign Minister Fuad Hussein met his Syrian counterpart Asaad al-Shaibani in Baghdad on Thursday.",
            ("meeting", "done", "2025-09-11", "baghdad", {"p_fuad_hussein": "host", "p_shaibani": "participant"}),
        ),
        (
            "Al-Qaim crossing reopens",
            "Iraq reopened the al-Qaim crossing with Syria on Friday after two days of works.",
            ("crossing_status", "done", "2025-09-12", "x_qaim", {"iq_gov": "initiator"}),
        ),
        (
            "الشطري يزور دمشق الأسبوع المقبل",
            "من المقرر أن يزور رئيس جهاز المخابرات العراقي حميد الشطري دمشق للقاء الرئيس السوري أحمد الشرع.",
            ("meeting", "planned", "2025-09-15", "damascus", {"p_shatri": "participant", "p_sharaa": "host"}),
        ),
    ],
    ids=["call", "meeting", "crossing", "planned visit"],
)
def test_the_main_event(title: str, text: str, expected: tuple[object, ...]) -> None:
    assert summary(title, text) == [expected]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Football", "The Iraqi football team will play a friendly match against Syria in Damascus next week."),
        ("طقس", "توقعت هيئة الأنواء الجوية هطول أمطار على العراق وسوريا خلال اليومين المقبلين."),
        ("Baghdad bombing", "A bomb killed two policemen in western Baghdad on Thursday, Iraqi police said."),
        ("Deir ez-Zor", "Clashes broke out in Deir ez-Zor in Syria on Thursday between local fighters."),
        ("قمح", "ارتفعت أسعار القمح في أسواق العراق وسوريا بسبب موسم جاف، وفق تجار."),
        ("", ""),
    ],
    ids=["football", "weather", "inside Iraq", "inside Syria", "prices", "nothing"],
)
def test_what_is_out_of_scope(title: str, text: str) -> None:
    assert not code_article(title, text, DAY, None, shipped()).relevant


def test_a_role_holds_for_the_day() -> None:
    text = "Iraqi Interior Minister Abdul Amir al-Shammari met the Syrian intelligence chief in Baghdad on {}."
    for day, holder in ((dt.date(2025, 1, 10), "p_khattab"), (dt.date(2025, 9, 12), "p_salama")):
        coded = code_article("", text.format(day.strftime("%d %B %Y").lstrip("0")), day, "en", shipped())
        assert holder in {p.actor for r in coded.reports for p in r.participants}


def test_marks_and_tatweel_do_not_hide_a_name() -> None:
    plain = "التقى محمد شياع السوداني في بغداد أسعد الشيباني وبحثا أمن الحدود بين العراق وسوريا."
    marked = plain.replace("السوداني", "السّـوداني").replace("الشيباني", "الشَّيبـاني").replace("سوريا", "سوريا\u200f")
    assert summary("", plain) == summary("", marked)


NAMES = ["العراق ", "سوريا ", "التقى ", "حميد الشطري ", "Damascus ", "met ", "1,905 ", "جندي ", "أمس "]
ODDITIES = ["\u0640\u0640", "\u064e\u064e\u064e", "\u202e", "،", ".\n", "ﷲ", "🙂", "İ"]
PIECES = st.sampled_from(NAMES + ODDITIES)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join), st.text(max_size=40))
def test_no_text_breaks_the_coder_and_every_span_is_exact(body: str, title: str) -> None:
    check_reports(code_article(title, body, DAY, None, shipped()).reports, title, body)


def test_a_capital_beside_a_state_that_acts_is_no_actor_of_its_own() -> None:
    body = "العراق Damascus العراق التقى "
    check_reports(code_article("", body, DAY, None, shipped()).reports, "", body)


@pytest.mark.slow
@pytest.mark.parametrize("flood", ["\u064e", "ـ", "العراق سوريا ", "1,", "(((", "met Iraq Syria "])
def test_a_flood_costs_in_proportion_to_its_length(flood: str) -> None:
    """Computing time of this process: how busy the machine is does not matter."""

    def cost(size: int) -> float:
        body = (flood * (size // len(flood) + 1))[:size]
        began = time.process_time()
        code_article("العراق وسوريا", body, DAY, None, shipped())
        return time.process_time() - began

    cost(1_000)
    assert cost(100_000) < 3.5 * cost(33_000) + 0.5, "a third of the text takes about a third of the time"
