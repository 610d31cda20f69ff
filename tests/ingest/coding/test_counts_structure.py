"""What a number counts by what stands around it: fates, sides, and those of whom only some are meant."""

from __future__ import annotations

import json

import pytest

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def _counts(text: str, kind: str) -> list[tuple[float, str, str]]:
    row = {"id": "x", "title": None, "text": text, "published": "2025-10-14T15:05:00+03:00", "lang": None}
    reports = [r for r in answer(json.dumps(row), 0, shipped())["reports"] if r["type"] == kind]
    return [(c["value"], c["unit"], c["kind"]) for r in reports[:1] for c in r["counts"]]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "A senior Islamic State (ISIS) figure was killed in a raid in Syria's Hama province carried out by Iraq's "
            "Counter Terrorism Service and the coalition on Friday.",
            [(1, "killed", "exact")],
        ),
        (
            "ضبط نحو مليونين ونصف مليون حبة كبتاغون في حمص ضمن عملية مشتركة بين سوريا والعراق وتوقيف ثلاثة أشخاص.",
            [(2_500_000, "pills", "approx"), (3, "arrested", "exact")],
        ),
    ],
)
def test_whoever_is_hit_as_one_counts_whatever_he_is_called(text: str, counts: list[tuple[float, str, str]]) -> None:
    assert _counts(text, "joint_operation") == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "One smuggler was killed and another captured in a clash with Iraqi border guards near Syria on Tuesday.",
            [(1, "killed", "exact"), (1, "arrested", "exact")],
        ),
        (
            "Iraqi border guards foiled an attempt by four persons to enter from Syria and arrested them on Tuesday.",
            [(4, "arrested", "exact")],
        ),
        (
            "رصدت قوات حرس الحدود العراقية أربعة أشخاص قادمين من سوريا، الاثنين، وألقت القبض على اثنين منهم.",
            [(4, "people", "exact"), (2, "arrested", "exact")],
        ),
    ],
)
def test_those_taken_at_the_line_are_told_from_those_of_their_band(
    text: str, counts: list[tuple[float, str, str]]
) -> None:
    assert _counts(text, "border_operation") == counts


def test_things_before_their_number_are_what_it_counts() -> None:
    text = "Trucks and tankers, around 70 in all, carrying US forces left the Qasrak base in Syria for Iraq on Monday."
    assert _counts(text, "border_measure") == [(70, "vehicles", "approx")]


def test_a_crossing_that_was_never_shut_counts_nothing() -> None:
    text = "نفت هيئة المنافذ الحدودية العراقية، اليوم الثلاثاء، إغلاق منفذ ربيعة مع سوريا، مؤكدة مرور 212 شاحنة."
    assert _counts(text, "crossing_status") == []


def test_what_the_other_side_says_of_it_is_of_the_same() -> None:
    text = (
        "قالت قوات سوريا الديمقراطية، أمس الاثنين، إن معتقلين من تنظيم داعش فروا من سجن الشدادي "
        "جنوبي الحسكة قرب الحدود العراقية.\n"
        "في المقابل، أعلنت وزارة الداخلية السورية أن عدد الفارين بلغ 120 سجيناً."
    )
    assert _counts(text, "incident") == [(120, "detainees", "exact")]
