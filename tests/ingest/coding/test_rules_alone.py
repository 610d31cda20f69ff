"""What rules read in a single sentence, before a model that has seen whole articles weighs it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.coding import building, coder
from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "weighed", lambda roles, cast, main: list(cast))
    monkeypatch.setattr(coder, "judged", lambda happening, *told: happening)
    monkeypatch.setattr(coder, "sensed", lambda *told: ())
    monkeypatch.setattr(coder, "guessed", lambda *told: None)
    monkeypatch.setattr(coder, "unlikely", lambda article: False)


def _reports(text: str, published: str) -> list[dict[str, Any]]:
    line = {"id": 1, "title": None, "text": text, "published": published, "lang": None}
    return list(answer(json.dumps(line), 0, shipped())["reports"])


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        (
            "The Iraqi and Syrian governments have formed a joint committee on detainees, Iraq's Ministry of Justice "
            "said on Tuesday.",
            "2025-05-06T12:00:00+03:00",
            ("agreement", "done", "2025-05-06"),
        ),
        (
            "ضبطت قيادة قوات الحدود العراقية ثلاثة أشخاص قادمين من سوريا بجوازات سفر مزورة، وألقت القبض عليهم قرب "
            "سنجار، الأحد.",
            "2025-10-14T15:05:00+03:00",
            ("border_operation", "done", "2025-10-12"),
        ),
    ],
)
def test_an_act_is_told(text: str, published: str, told: tuple[str, str, str]) -> None:
    assert [(r["type"], r["modality"], r["date"]) for r in _reports(text, published)] == [told]


def test_who_is_questioned_at_home_is_not_transferred() -> None:
    text = "Iraq interrogated 150 ISIS detainees from Syria on Sunday, the justice ministry said."
    assert "detainee_transfer" not in [r["type"] for r in _reports(text, "2025-10-14T15:05:00+03:00")]


def test_who_escorts_and_who_receives_soldiers_take_part() -> None:
    text = (
        "Some 1,900 Syrian soldiers were sent home from Iraq on Thursday. The Iraqi army escorted the buses to the "
        "Qaim crossing, where the men were handed to representatives of the new Syrian authorities."
    )
    parts = {p["actor"]: p["part"] for p in _reports(text, "2024-12-20T12:00:00+03:00")[0]["participants"]}
    assert parts.items() >= {"iq_army": "participant", "sy_gov": "host"}.items()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "استقبل وزير الداخلية السوري، أنس خطاب، في دمشق، وفدًا من وزارة الداخلية العراقية يرأسه وكيل الوزارة لشؤون "
            "الاستخبارات، الفريق رعد الجبوري، لبحث ملفات أمن الحدود.",
            "رعد الجبوري",
        ),
        ("قال عضو لجنة الأمن والدفاع النيابية، وعد القدو، إن الحدود مع سوريا مؤمنة بالكامل.", "وعد القدو"),
    ],
)
def test_a_new_name_stands_between_commas(text: str, name: str) -> None:
    names = {p["name"] for r in _reports(text, "2025-11-12T10:00:00+03:00") for p in r["participants"]}
    assert name in names
