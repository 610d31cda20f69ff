"""One claim as a reader sees it: the value in words, who says so, on what basis, and where to look it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.codebook import (
    Basis,
    ClaimField,
    CrossingState,
    EventType,
    Modality,
    Origin,
    Part,
    PlacePrecision,
    Scope,
    Side,
    Theme,
)
from events.highlighting import Piece
from events.labels import label, side_group
from events.models import Citation, Claim, Source
from events.saying import NO_OFFICES, Offices, citation_of, source_of, speaking_side
from events.wording import amount, arabic, counted, date_text

FIELD_NAMES: Mapping[ClaimField, Promise] = {
    ClaimField.TYPE: gettext_lazy("Type"),
    ClaimField.MODALITY: gettext_lazy("Stage"),
    ClaimField.DATE: gettext_lazy("Date"),
    ClaimField.PLACE: gettext_lazy("Place"),
    ClaimField.ORIGIN: gettext_lazy("From"),
    ClaimField.DESTINATION: gettext_lazy("To"),
    ClaimField.PARTICIPANT: gettext_lazy("Who"),
    ClaimField.COUNT: gettext_lazy("Number"),
    ClaimField.THEME: gettext_lazy("Theme"),
    ClaimField.STATUS: gettext_lazy("Crossing"),
    ClaimField.OFFICE: gettext_lazy("Office"),
    ClaimField.TITLE: gettext_lazy("Title"),
    ClaimField.NOTE: gettext_lazy("Account"),
    ClaimField.SERIES: gettext_lazy("Series"),
}

ACCOUNT_NAMES: Mapping[str, Promise] = {
    "topic": gettext_lazy("Subject"),
    "agreement": gettext_lazy("Agreed"),
    "note": gettext_lazy("Account"),
}
"""What an account in words may be about besides a field of the event."""

_CHOICES: Mapping[str, type[EventType] | type[Modality] | type[Theme] | type[CrossingState]] = {
    ClaimField.TYPE: EventType,
    ClaimField.MODALITY: Modality,
    ClaimField.THEME: Theme,
    ClaimField.STATUS: CrossingState,
}


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in words. `group` is iq, sy or third: the side that says so; '' when only an outlet does.

    `office` is what the person who says it was on the event's day, `about` what the person it names was.
    """

    id: int
    field: str
    slot: str
    field_name: str
    value: str
    lang: str
    who: str
    office: str
    about: str
    group: str
    side: str
    basis: str
    basis_text: str
    quote: str
    outlet: str
    url: str
    article: str
    adopted: bool
    background: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of a quoted text; `fields` are the classes of what it proves, `label` their names where they end.

    The names stand behind the words: in front they would cut an Arabic word whose prefix is no part of the span.
    """

    text: str
    fields: str = ""
    label: str = ""
    anchor: str = ""


def with_context(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with all that a line reads, in one query."""
    return (
        claims.select_related(
            "v_place",
            "v_actor",
            "claimant_actor",
            "citation__source",
            "report__author",
            "report__coding__text__article__source",
        )
        .defer("report__coding__text__body", "v_place__ancestors")
        .prefetch_related("claimant_actor__holdings")
    )


def claim_line(
    claim: Claim,
    citations: Iterable[Citation] = (),
    adopted: bool = False,
    day: date | None = None,
    offices: Offices = NO_OFFICES,
) -> ClaimLine:
    """The line of one claim; `citations` are its report's. A claim that names none rests on all of them together.

    `day` is the event's: sides and offices are those of that day.
    """
    value, lang = value_text(claim)
    others = list(citations)
    source = source_of(claim, others)
    side = speaking_side(claim, source, day)
    cited = citation_of(claim, others)
    language = "ar" if arabic() else "en"
    return ClaimLine(
        id=claim.pk,
        field=claim.field,
        slot=claim.slot,
        field_name=str(_subject(claim)),
        value=value if claim.asserts else _("denied: %(value)s") % {"value": value or claim.slot},
        lang=lang,
        who=_who(claim, side),
        office=offices.title_on(claim.claimant_actor_id, day, language),
        about=offices.title_on(claim.v_actor_id, day, language),
        group=side_group(side) if side else "",
        side=str(label(side)) if side else "",
        basis=claim.basis,
        basis_text=_basis_text(claim),
        quote=claim.quote or "",
        outlet=_outlet(claim, source, cited) or ("" if cited else _together(len(others))),
        url=_url(claim, cited),
        article=_article(claim),
        adopted=adopted,
        background=claim.report.background,
    )


def _subject(claim: Claim) -> Promise:
    """What a claim is about; an account in words says it before the colon of its slot ("count:0")."""
    about = claim.slot.partition(":")[0]
    if claim.field == ClaimField.NOTE and ":" in claim.slot:
        return ACCOUNT_NAMES.get(about) or FIELD_NAMES[ClaimField(about if about in list(ClaimField) else "note")]
    return FIELD_NAMES[ClaimField(claim.field)]


def value_text(claim: Claim) -> tuple[str, str]:
    """A claim's value in words, and its language where that is not the page's."""
    language = "ar" if arabic() else "en"
    field = ClaimField(claim.field)
    if claim.v_choice and field in _CHOICES:
        return str(label(_CHOICES[field](claim.v_choice))), ""
    if field is ClaimField.DATE:
        return date_text(claim.v_date, claim.v_precision, claim.v_date_end), ""
    if claim.v_place is not None:
        return _place_text(claim, language), ""
    if field is ClaimField.PARTICIPANT:
        return _participant_text(claim, language), ""
    if field is ClaimField.COUNT and claim.v_low is not None:
        return _count_text(claim), ""
    text = {"ar": claim.v_text_ar, "en": claim.v_text_en}
    if text[language]:
        return text[language] or "", ""
    other = "en" if language == "ar" else "ar"
    return (text[other] or claim.v_office or "", other if text[other] else "")


def _place_text(claim: Claim, language: str) -> str:
    name = str(claim.v_place.name_in(language))
    if claim.v_precision in (None, PlacePrecision.POINT, PlacePrecision.TOWN):
        return name
    return f"{name} ({label(PlacePrecision(claim.v_precision))})"


def _participant_text(claim: Claim, language: str) -> str:
    name = claim.v_actor.name_in(language) if claim.v_actor else claim.v_name or ""
    part = str(label(Part(claim.v_part))) if claim.v_part else ""
    return f"{name} · {part}" if name and part else name or part


def _count_text(claim: Claim) -> str:
    text = counted(amount(claim.v_low, claim.v_high, claim.v_kind), claim.v_unit)
    if claim.v_of_id:
        return _("of these %(number)s") % {"number": text}
    return text if claim.v_scope == Scope.BATCH else f"{text} ({label(Scope(claim.v_scope))})"


def _who(claim: Claim, side: Side | None) -> str:
    if claim.claimant_actor is not None:
        return str(claim.claimant_actor.name_in("ar" if arabic() else "en"))
    if claim.claimant_name:
        return str(claim.claimant_name)
    if claim.claimant_side and side:
        return _("a source on the side of %(side)s") % {"side": label(side)}
    return ""


def _outlet(claim: Claim, source: Source | None, cited: Citation | None) -> str:
    if claim.origin == Origin.PERSON and cited is None:
        return _("an editor")
    if source is not None:
        return str(source.name_in("ar" if arabic() else "en"))
    return citation_name(cited) if cited else ""


def _together(n: int) -> str:
    return ngettext("the %(n)s cited source", "the %(n)s cited sources together", n) % {"n": n} if n > 1 else ""


def citation_name(citation: Citation) -> str:
    """The outlet of a citation in the reader's language."""
    if citation.source is not None:
        return str(citation.source.name_in("ar" if arabic() else "en"))
    return str(citation.publisher)


def _url(claim: Claim, cited: Citation | None) -> str:
    if claim.report.coding is not None:
        return str(claim.report.coding.text.article.url)
    return str(cited.url) if cited else ""


def _article(claim: Claim) -> str:
    """The page of the stored text with this claim marked."""
    if claim.report.coding is None or claim.basis != Basis.SPAN:
        return ""
    text = claim.report.coding.text
    return f"{reverse('events:article', args=[text.article_id])}?version={text.n}#c{claim.pk}"


def _basis_text(claim: Claim) -> str:
    return {
        Basis.SPAN: _("quoted from the text"),
        Basis.PUBLISHED: _("day of publication: on it or up to three days before"),
        Basis.CITATION: _("cited source; its text is not held"),
        Basis.PERSON: _("decided by an editor"),
    }[Basis(claim.basis)]


def shown(cut: Iterable[Piece], lines: Mapping[int, ClaimLine], anchors: bool = False) -> tuple[Shown, ...]:
    """Pieces of a text with the names of the fields that they prove; `anchors` gives each claim's first piece an id."""
    found = []
    for piece in cut:
        fields = dict.fromkeys(lines[k].field for k in piece.keys if k in lines)
        names = dict.fromkeys(lines[k].field_name for k in piece.closes if k in lines)
        first = next((k for k in piece.opens if k in lines), None)
        anchor = f"c{first}" if anchors and first is not None else ""
        found.append(Shown(piece.text, " ".join(f"k-{f}" for f in fields), " · ".join(names), anchor))
    return tuple(found)
