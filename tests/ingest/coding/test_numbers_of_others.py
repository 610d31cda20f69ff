"""What a number counts, and whose it is: made-up lines."""

from __future__ import annotations

import pytest

from ingest.coding.arabic import fold
from ingest.coding.counts import find_numbers
from tests.ingest.coding.coded import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("القبض على متزعمين في التنظيم كانا يخططان لهجوم", [(2, "arrested", "exact")]),
        ("منعت القوات عشرات من أهالي القرى من العبور", [(20, "people", "at_least")]),
        ("كان يفترض أن تصل غداً وتضم ما بين 100 إلى 120 عائلة", [(100, "families", "exact")]),
        ("ضبطت القوات خمس بنادق وعجلة محملة بالدخان", [(5, "weapons", "exact"), (1, "vehicles", "exact")]),
    ],
    ids=["two by their verb", "townsfolk", "arrival, no ceiling", "a loaded car"],
)
def test_what_is_counted(text: str, expected: list[tuple[int, str, str]]) -> None:
    plain = fold(text).text
    found = find_numbers(plain, 0, len(plain), False)
    assert [(n.value, n.unit.value, n.kind.value) for n in found] == expected


def test_a_wall_that_will_be_so_long_is_not_built() -> None:
    plain = fold("وما تبقى سينجز لاحقاً ليصل الطول الكلي للجدار إلى 600 كيلومتر").text
    assert not find_numbers(plain, 0, len(plain), False, barrier=True)


def test_travellers_of_a_month_were_not_caught() -> None:
    reports = told(
        "القائم - واع\nأحبط حرس الحدود العراقي، الثلاثاء، تهريب مخدرات من سوريا وأوقف أربعة أشخاص.\nوبلغ إجمالي "
        "العابرين في المنفذ خلال أيلول 50 ألف مسافر."
    )
    assert all(c.value != 50_000 for r in reports if r.type == "border_operation" for c in r.counts)
