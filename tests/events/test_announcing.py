"""First words and their lag."""

from __future__ import annotations

import datetime as dt

from events.announcing import FirstWord, Lag, Word, by_month, days_after, first_word

DAY = dt.date(2025, 3, 1)


def after(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def word(side: str, first: int, last: int | None = None, official: bool = True) -> Word:
    return Word(side, after(first), after(first if last is None else last), official)


def test_the_earliest_own_word_counts_even_when_the_press_was_faster() -> None:
    words = [word("iq", 3), word("iq", 2), word("iq", 0, official=False), word("sy", 1)]
    assert first_word(words, "iq") == FirstWord(after(2), True, True)


def test_a_side_told_only_in_its_press_is_said_so_and_not_measured() -> None:
    told = first_word([word("sy", 1, official=False)], "sy")
    assert told == FirstWord(after(1), True, False)
    assert days_after(DAY, told) is None


def test_a_word_in_one_of_several_sources_is_told_at_the_latest_by_the_last() -> None:
    assert first_word([word("iq", 0, 4)], "iq") == FirstWord(after(4), False, True)


def test_a_word_without_a_day_breaks_the_silence_but_has_no_lag() -> None:
    told = first_word([Word("iq", None, None, True), word("iq", 0, official=False)], "iq")
    assert told == FirstWord(None, False, True)
    assert days_after(DAY, told) is None


def test_silence_is_no_word() -> None:
    assert first_word([word("iq", 0)], "sy") is None


def test_what_was_told_beforehand_has_a_negative_lag() -> None:
    assert days_after(DAY, first_word([word("iq", -2)], "iq")) == -2


def test_months_have_medians_and_the_number_of_acts_behind_them() -> None:
    rows = [Lag(DAY, 0, None), Lag(after(3), 4, 1), Lag(after(5), 2, None), Lag(after(40), None, None)]
    (month,) = by_month(rows)
    assert (month.month, month.iq, month.iq_n, month.sy, month.sy_n) == (DAY, 2.0, 3, 1.0, 1)
