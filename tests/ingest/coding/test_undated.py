"""Articles of which nobody told when they appeared: made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.coding.coder import code_article
from ingest.coding.lexicon import shipped

ENGLISH = "Iraqi border guards arrested three smugglers who crossed from Syria near al-Qaim on Monday, police said."
ARABIC = "ضبطت قوات الحدود العراقية، فجر أمس الأحد، ثلاثة مهربين عبروا من سوريا قرب القائم."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"BAGHDAD, Oct 14, 2025 (Reuters) - {ENGLISH}", dt.date(2025, 10, 13)),
        (f"Published: 14 October 2025\n{ENGLISH}", dt.date(2025, 10, 13)),
        (f"{ENGLISH}\nLast updated: 2025-10-14", dt.date(2025, 10, 13)),
        (f"تاريخ النشر: 13/10/2025\n{ARABIC}", dt.date(2025, 10, 12)),
        (f"بغداد، 13 تشرين الأول 2025 (واع) - {ARABIC}", dt.date(2025, 10, 12)),
        (ENGLISH, None),
        (ARABIC, None),
        (f"{ENGLISH} They were handed over on Tuesday. The post was built in 2019.", None),
    ],
)
def test_the_dateline_or_the_page_tells_the_day(text: str, day: dt.date | None) -> None:
    assert [r.date for r in code_article(None, text, None, None, shipped()).reports] == [day]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Iraq's prime minister met the Syrian president in Baghdad on 2 May 2023.", "p_assad"),
        ("The Syrian president received Iraq's intelligence chief in Damascus on 28 August 2025.", "p_sharaa"),
    ],
)
def test_a_title_is_whose_it_was_on_the_day_that_the_text_names(text: str, holder: str) -> None:
    reports = code_article(None, text, None, None, shipped()).reports
    assert holder in {p.actor for p in reports[0].participants}
