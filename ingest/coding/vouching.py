"""What more than its own clause vouches for, so that the model of clauses is not asked. PURE."""

from __future__ import annotations

from collections.abc import Iterable

from events.codebook import DateBasis, DatePrecision, EventType, Modality, Part, Side
from events.reports import Report
from ingest.coding.borders import OUR_CROSSINGS, across
from ingest.coding.came_after import hinged
from ingest.coding.conferring import signed_by_both
from ingest.coding.event_types import Happening
from ingest.coding.newsworth import SAME_DAY, by_wire, rang, tours
from ingest.coding.relevance import COUNTRY_OF_SIDE, rolled
from ingest.coding.retelling import came_of_talks
from ingest.coding.rivals import came_in, signed_there

_DOING = (Part.INITIATOR, Part.PARTICIPANT)
_ALLIES = (Side.US, Side.COALITION)


def vouched(happening: Happening, report: Report, others: Iterable[Happening] = ()) -> bool:
    """Whether more than its own clause speaks for a happening: the chronology or a model, the one it follows, what came
    days after it, the gates that undated happenings told aside have passed, or what was signed at the talks."""
    aside = report.background and report.date_basis is DateBasis.PUBLISHED
    told = tours(happening) or came_in(happening.first) or (report.background and hinged(happening.first.clause))
    told = told or (
        happening.type is EventType.AGREEMENT and signed_by_both(happening.first.clause, happening.first.start)
    )
    told = told or any(signed_there(o.first, happening.first) for o in others) or came_of_talks(happening.first)
    told = (
        told
        or _gate_back_then(report)
        or _headed(happening)
        or _sent_thereupon(happening)
        or _by_both(happening, report)
    )
    return happening.known or happening.after is not None or aside or told or (rang(report) and by_wire(happening))


def _gate_back_then(report: Report) -> bool:
    """What one of the gates between the two did on a day of its own, told aside: of what the model throws out it is the one
    sort that is mostly right."""
    if report.type is not EventType.CROSSING_STATUS or report.place is None or not report.background:
        return False
    dated = report.date_precision is DatePrecision.DAY and report.modality is Modality.DONE
    return dated and report.place.id in OUR_CROSSINGS


def _by_both(happening: Happening, report: Report) -> bool:
    """An operation that men of both states carry out, named with it, is a joint one, whatever its verb."""
    if not across(happening.first.clause):
        return False
    acting = [p.side for p in report.participants if p.part in _DOING]
    if any(side not in COUNTRY_OF_SIDE and side not in _ALLIES for side in acting):
        return False
    return report.type is EventType.JOINT_OPERATION and rolled(acting) >= {"IQ", "SY"}


def _sent_thereupon(happening: Happening) -> bool:
    """ "By nightfall Iraq had moved two brigades up to its side": forces sent to the line upon what was told before."""
    clause = happening.first.clause
    return happening.type is EventType.BORDER_MEASURE and clause.has("unit") and bool(SAME_DAY.match(clause.plain))


def _headed(happening: Happening) -> bool:
    """Whether title and lead tell alike of a man who takes an office: his past and what he is to do name other acts."""
    if happening.type is not EventType.APPOINTMENT:
        return False
    own = [d for d in happening.drafts if not d.subordinate]
    return any(d.clause.titular for d in own) and any(d.lead and not d.clause.titular for d in own)
