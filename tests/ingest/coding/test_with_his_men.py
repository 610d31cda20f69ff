"""A man and those with him, numbers that two acts share: made-up news."""

from __future__ import annotations

import pytest

from tests.ingest.coding.coded import told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Iraq's Counter Terrorism Service, acting on information from Syria's intelligence service, captured an "
            "ISIS financier and three of his aides in eastern Syria on Monday.",
            [(4, "arrested")],
        ),
        (
            "قتل جهاز مكافحة الإرهاب العراقي بالتنسيق مع وزارة الداخلية السورية قياديا في داعش واثنين من مرافقيه في "
            "دير الزور أمس الاثنين.",
            [(3, "killed")],
        ),
        (
            "Iraqi and Syrian special forces killed an ISIS commander and captured two of his guards in a joint raid "
            "in Deir ez-Zor on Monday.",
            [(1, "killed"), (2, "arrested")],
        ),
    ],
)
def test_a_man_and_his_men_under_one_verb_are_so_many_more(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(c.value, c.unit.value) for c in told(text)[0].counts] == counts


def test_a_number_of_what_is_to_come_is_not_of_what_was_done() -> None:
    reports = told(
        "Some 140 Iraqi families left al-Hol camp in Syria for the Jeddah centre in Iraq's Nineveh province on Monday, "
        "the migration ministry said. A convoy of another 95 families is to leave the camp on 2 November."
    )
    assert [(r.modality.value, [c.value for c in r.counts]) for r in reports] == [("done", [140]), ("planned", [95])]
