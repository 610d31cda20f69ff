"""A number that two reports would tell is of the one whose act its sentence tells. PURE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from events.codebook import EventType, SpanIn
from events.reports import Report, Span
from ingest.coding.regexes import regex

_STOP = regex(r"[.!?؟](?=\s|$)|\n")


def counted_once(reports: Sequence[Report], texts: Mapping[SpanIn, str]) -> list[Report]:
    """The reports, each number with that one only whose act stands in its sentence, where there is one; of those who came
    and were sent home in one sentence it counts the second."""
    at: dict[tuple[SpanIn, int, int], list[tuple[int, int, bool]]] = defaultdict(list)
    for n, report in enumerate(reports):
        act = next(s for s in report.spans if s.field == "type")
        for span in report.spans:
            if span.field.startswith("counts."):
                at[span.where, span.start, span.end].append((n, int(span.field[7:]), _together(act, span, texts)))
    lost: dict[int, set[int]] = defaultdict(set)
    for told in at.values():
        near = [n for n, _, together in told if together]
        sent_home = any(reports[n].type is EventType.REPATRIATION for n in near)
        for n, number, together in told if len(told) > 1 and near else ():
            if not together or (sent_home and reports[n].type is EventType.REFUGE):
                lost[n].add(number)
    return [_without(report, lost[n]) if n in lost else report for n, report in enumerate(reports)]


def _together(act: Span, number: Span, texts: Mapping[SpanIn, str]) -> bool:
    """Whether no sentence ends between the word for an act and a number."""
    if act.where is not number.where:
        return False
    first, last = sorted((act.start, number.start))
    return _STOP.search(texts[act.where], first, last) is None


def _without(report: Report, lost: Iterable[int]) -> Report:
    """A report without some of its numbers; the others keep their order, and what they are a part of."""
    gone = set(lost)
    kept = [n for n in range(len(report.counts)) if n not in gone]
    new = {old: n for n, old in enumerate(kept)}
    counts = tuple(
        replace(report.counts[n], of=new.get(whole) if (whole := report.counts[n].of) is not None else None)
        for n in kept
    )
    spans = []
    for span in report.spans:
        if not span.field.startswith("counts."):
            spans.append(span)
        elif (number := int(span.field[7:])) in new:
            spans.append(replace(span, field=f"counts.{new[number]}"))
    return replace(report, counts=counts, spans=tuple(spans))
