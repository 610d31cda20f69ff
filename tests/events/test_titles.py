"""Composed titles: which names and which number they tell."""

from __future__ import annotations

from events.codebook import EventType, Modality, Part, Unit
from events.titles import TELLING, Name, TitleParts, as_written, title_ar, title_en


def planned(*names: Name) -> TitleParts:
    return TitleParts(EventType.MEETING, Modality.PLANNED, [(Part.PARTICIPANT, n) for n in names])


def test_a_body_that_two_languages_name_stands_once_in_a_title() -> None:
    both = planned(as_written("لجنة أمنية مشتركة"), as_written("joint security committee"), Name("Khattab", "خطاب"))
    assert title_en(both) == "Meeting planned: joint security committee, Khattab"
    assert title_ar(both) == "لقاء (مقرر): لجنة أمنية مشتركة، خطاب"


def test_a_name_in_the_other_language_alone_stands_in_brackets() -> None:
    assert title_en(planned(as_written("لجنة أمنية مشتركة"))) == "Meeting planned: [لجنة أمنية مشتركة]"


def test_every_unit_has_its_place_in_titles() -> None:
    assert sorted(TELLING) == sorted(Unit)


def test_a_registered_actor_without_a_name_in_the_language_stays_in_the_title() -> None:
    mixed = planned(as_written("joint security committee"), Name("", "مديرية الأمن"))
    assert title_en(mixed) == "Meeting planned: joint security committee, [مديرية الأمن]"
