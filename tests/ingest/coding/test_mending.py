"""Texts that pages, feeds and pasting have spoilt: made-up news."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.reports import check_reports
from ingest.coding.arabic import fold
from ingest.coding.coder import code_article
from ingest.coding.furniture import is_furniture
from ingest.coding.lexicon import shipped
from ingest.coding.mending import mended

DAY = dt.date(2025, 10, 14)
ARABIC = (
    "بغداد - أعلنت وزارة الهجرة، اليوم الثلاثاء، عودة 1,250 شخصا من مخيم الهول إلى مركز الأمل في نينوى. "
    'وقال المتحدث باسم الوزارة علي عباس إن "الدفعة ضمت 310 عائلات".\n'
    "وكان العراق قد تسلم يوم الأحد الماضي 27 معتقلا من سجن في الحسكة عبر معبر ربيعة."
)
ENGLISH = (
    "BAGHDAD - Iraq's border guards said on Tuesday they had seized 410,000 captagon pills near al-Qaim and arrested "
    'three smugglers who crossed from Syria. "The men were handed to the courts," a statement said.\n'
    "National Security Adviser Qasim al-Araji met Syrian Interior Minister Anas Khattab in Damascus on Sunday."
)


def told(text: str, title: str | None = None) -> list[tuple[object, ...]]:
    """What is coded, without its spans and confidence."""
    coded = code_article(title, text, DAY, None, shipped())
    check_reports(coded.reports, title or "", text)
    return [
        (
            r.type,
            r.modality,
            r.date,
            r.place and r.place.id,
            [(p.actor, p.part) for p in r.participants],
            [(c.value, c.unit) for c in r.counts],
        )
        for r in coded.reports
    ]


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" ", "  "),
        (" ", "\u00a0"),
        (" ", " \u200f"),
        (" ", "&nbsp;"),
        ('"', "&quot;"),
        (",", "\u202f"),
        ("\n", "\r\n"),
        ("\n", "</p><p>"),
        ("\n", " https://example.org/a\n▪️ "),
        (". ", "."),
        (".", " ."),
        (".", ".."),
        ("3", "\uff13"),
        (" 310", " <b>310</b>"),
        ("\n", "\n\nاقرأ أيضا: إيران تفتتح معرض الكتاب\n\n"),
        ("\n", "\nPhoto: Reuters\n"),
    ],
)
def test_a_spoilt_text_tells_the_same(text: str, old: str, new: str) -> None:
    assert len(told(text)) == 2
    assert told(text.replace(old, new)) == told(text)


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize("width", [46, 58, 66])
def test_lines_broken_to_a_width_are_joined(text: str, width: int) -> None:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if len(line) + len(word) >= width:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines.append(line)
    assert len(lines) >= 4
    assert told("\n".join(lines)) == told(text)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (ARABIC, "عودة أكثر من ألف شخص من مخيم الهول إلى نينوى"),
        (ENGLISH, "Iraqi guards seize captagon on the Syrian border"),
    ],
)
def test_a_headline_in_the_body_is_the_headline(text: str, headline: str) -> None:
    assert told(f"{headline}\n{text}") == told(text, headline) == told(f"{headline}\n{text}", headline)


def test_a_span_in_a_headline_of_the_body_points_into_the_body() -> None:
    headline = "عودة أكثر من ألف شخص من مخيم الهول إلى نينوى"
    coded = code_article(None, f"{headline}\n{ARABIC}", DAY, None, shipped())
    assert {span.where.value for report in coded.reports for span in report.spans} == {"body"}


@pytest.mark.parametrize(
    ("spoilt", "plain"),
    [
        ("وصل 1،905 جنود", "وصل 1,905 جنود"),
        ("وصل 1.905 جنود", "وصل 1,905 جنود"),
        ("about 12 400 people", "about 12,400 people"),
        ("في 19 كانون الأول 130 جنديا", None),
        ("on December 19 130 soldiers crossed", None),
        ("worth 1.250 million dollars", None),
        ("بطول 1.250 كيلومتر", None),
        ("at 10.30 on Monday", None),
        ("the U.S. army and Gen. Cooper", None),
        ("shafaq.com said", None),
        ("في #مخيم_الهول", "في مخيم_الهول"),
        ("قال.وأضاف", "قال. وأضاف"),
        ("said.The minister", "said. The minister"),
        ("R&amp;D and A&B", "R&D and A&B"),
        ("3 < 5 and 7 > 6", None),
        ("قال الوزير :", "قال الوزير:"),
        ("فيما... قال", None),
    ],
)
def test_what_is_mended_and_what_is_left(spoilt: str, plain: str | None) -> None:
    found = mended(spoilt)
    assert (found and found.text) == (plain and fold(plain).text)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("الخبر الأول\nالخبر الثاني\nالخبر الثالث", False),
        ("The border guards said they seized\nweapons near the line.", True),
        ("وصل الوفد العراقي إلى\nدمشق صباح اليوم.", True),
        ("BAGHDAD\nThe minister arrived on Sunday.", False),
        ("First paragraph ends here.\nsecond begins small.", False),
    ],
)
def test_a_line_that_goes_on(text: str, joined: bool) -> None:
    found = mended(text)
    assert (found is not None and "\n" not in found.text) == joined


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("شارك", True),
        ("فيسبوك | تويتر | واتساب", True),
        ("الرئيسية / سياسة / أمن", True),
        ("Home > News > Iraq", True),
        ("Read also: Oil prices climb", True),
        ("اقرأ أيضاً: ارتفاع أسعار القمح", True),
        ("14:35 - 2025/10/14", True),
        ("#العراق #سوريا", True),
        ("© 2025 All rights reserved", True),
        ("العراق", False),
        ("Iraq and Syria agree to reopen a crossing", False),
        ("شارك وزير الداخلية في الاجتماع", False),
        ("أمن الحدود على جدول الأعمال", False),
        ("Syria", False),
    ],
)
def test_lines_of_the_page(line: str, furniture: bool) -> None:
    assert is_furniture(line) == furniture


@given(st.text(alphabet=st.sampled_from("اقب.،, \n\t&nbsp;<>#/1 9٠5AbU\u200f\u00a0\u0651…—•🔴ﻻ"), max_size=120))
def test_every_character_keeps_its_place(text: str) -> None:
    found = mended(text)
    if found is None:
        return
    assert len(found.places) == len(found.text)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(text) for place in found.places)
