"""One more of those counted, and numbers that keep to the day told with them."""

from __future__ import annotations

import json

import pytest

from ingest.coding.arabic import fold
from ingest.coding.contract import answer
from ingest.coding.counts import find_numbers
from ingest.coding.lexicon import shipped


def _numbers(text: str) -> set[tuple[float, str]]:
    plain = fold(text).text
    return {(n.value, n.unit.value) for n in find_numbers(plain, 0, len(plain), False)}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("القبض على المتسللين، وهم ثلاثة سوريين وعراقي واحد", (1, "people")),
        ("The group, five Syrians and one Lebanese, was detained overnight", (1, "people")),
        ("إن اثنين من المتهمين عراقيان والثالث سوري", (1, "arrested")),
        ("القبض على ستة من أفراد الخلية وتحييد سابع بادر بإطلاق النار", (1, "killed")),
        ("shot dead three smugglers and wounded a fourth in an ambush", (1, "wounded")),
        ("أوقف خلالها خمسة أشخاص، أحدهم أصيب خلال تبادل لإطلاق النار", (1, "wounded")),
        ("apprehended three men, one of whom had a bullet in his leg", (1, "wounded")),
        ("وأوضح أن المهرب أُلقي القبض عليه", (1, "arrested")),
        ("the soldiers arrested the owner of the truck", (1, "arrested")),
        ("The driver of it fled, and the smuggler, a man of thirty, was taken into custody", (1, "arrested")),
    ],
)
def test_one_more_is_counted(text: str, one: tuple[float, str]) -> None:
    assert one in _numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت القوات صاحب المنزل (52 عاماً) وولديه",
        "The driver was praised by the officers",
        "a third of the detainees",
    ],
)
def test_nobody_more_is_counted(text: str) -> None:
    assert not any(value == 1 for value, _ in _numbers(text))


def test_a_number_keeps_to_the_day_that_is_told_with_it() -> None:
    text = (
        "انطلقت صباح اليوم الأحد من مخيم الهول قافلة تقل 168 عائلة عراقية باتجاه مخيم الجدعة.\n"
        'وقال مصدر في إدارة المخيم إن "القافلة تضم 614 شخصاً"، مبيناً أن "الحافلات وصلت ليل السبت".'
    )
    line = {"id": 1, "title": None, "text": text, "published": "2025-02-23T13:00:00+03:00", "lang": "ar"}
    report = answer(json.dumps(line), 0, shipped())["reports"][0]
    assert {(c["value"], c["unit"]) for c in report["counts"]} == {(168, "families"), (614, "people")}


def test_companions_arrested_with_a_man_are_arrested() -> None:
    text = (
        "Iraqi military intelligence arrested an ISIS courier in al-Qaim on Tuesday on information from the Syrian "
        "side; he was arrested together with two of his companions."
    )
    line = {"id": 1, "title": None, "text": text, "published": "2026-05-13T11:00:00+03:00", "lang": "en"}
    report = answer(json.dumps(line), 0, shipped())["reports"][0]
    assert (2, "arrested") in {(c["value"], c["unit"]) for c in report["counts"]}
