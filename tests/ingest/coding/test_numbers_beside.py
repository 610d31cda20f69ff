"""Numbers without a noun, totals told by others, works by their length, one man handed over."""

from __future__ import annotations

import pytest

from tests.ingest.coding.test_whose_numbers import counted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "US forces moved 168 ISIS detainees from northeast Syria to Iraq on Monday, Central Command said. "
            "Another 60 or so are to follow this week. Washington put the ceiling at 6,500 when the flights began.",
            [(168, "detainees"), (60, "detainees"), (6500, "detainees")],
        ),
        (
            "نقلت القوات الأميركية أمس الاثنين 168 معتقلاً من داعش من سوريا إلى العراق. وأضاف مصدر أن عدد من "
            "وصلوا منذ بدء العملية يوم الأربعاء الماضي بلغ 940.",
            [(168, "detainees"), (940, "detainees")],
        ),
        (
            "أنجزت قيادة قوات الحدود العراقية، اليوم الثلاثاء، خندقاً جديداً بطول 31 كيلومتراً على الحدود مع سوريا غربي "
            "نينوى.",
            [(31, "km")],
        ),
        (
            "Syria handed over a wanted Islamic State commander to Iraq at al-Qaim crossing on Monday, the interior "
            "ministry in Baghdad said on Tuesday.",
            [(1, "detainees")],
        ),
        (
            "Iraqi border guards near Sinjar clashed with smugglers coming from Syria on Tuesday, wounding a smuggler "
            "and arresting three others. A border guard was slightly wounded.",
            [(1, "wounded"), (3, "arrested"), (1, "wounded")],
        ),
        (
            "The Iraqi ministry said on Tuesday that 210 families returned to Iraq from al-Hol camp in Syria. "
            "More than 2,000 people remain in the camp.",
            [(210, "families"), (2000, "people")],
        ),
    ],
)
def test_counts(text: str, wanted: list[tuple[float, str]]) -> None:
    assert counted(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "وجّه وزير الداخلية العراقي عبد الأمير الشمري، اليوم الثلاثاء، خلال جولة على الحدود مع سوريا في القائم بحفر "
        "خندق بطول 14 كيلومتراً.",
        "Iraq handed over wanted men to Syria at al-Qaim on Tuesday, a former officer among them, the interior "
        "ministry said.",
    ],
)
def test_uncounted(text: str) -> None:
    assert counted(text) == []
