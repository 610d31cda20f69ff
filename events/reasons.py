"""The reasons of a comparison in words, for the review desk."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "same type": _("same type"),
    "kindred type": _("kindred type"),
    "talks and what was signed": _("talks and what was signed"),
    "same stage": _("same stage"),
    "same day": _("same day"),
    "days apart by one": _("one day apart"),
    "talks apart by one day": _("talks one day apart"),
    "told by both capitals within three days": _("told by both capitals within three days"),
    "periods overlap": _("periods overlap"),
    "wide periods overlap": _("wide periods overlap"),
    "just outside the window": _("just outside the possible days"),
    "published near the day": _("published near the day"),
    "same place": _("same place"),
    "same larger place": _("same larger place"),
    "place within place": _("one place within the other"),
    "place within a country": _("a place within the country named"),
    "neighbouring places": _("neighbouring places"),
    "places some way apart": _("places some way apart"),
    "shared route": _("shared route"),
    "places do not fit": _("places do not fit"),
    "a region without edges": _("a region without edges"),
    "ends of one journey": _("ends of one journey"),
    "shared person": _("shared person"),
    "more shared persons": _("more shared persons"),
    "shared name": _("shared name"),
    "shared bodies": _("shared bodies"),
    "kindred bodies": _("kindred bodies"),
    "other bodies": _("other bodies"),
    "shared sides": _("shared sides"),
    "same people concerned": _("same people concerned"),
    "other people concerned": _("other people concerned"),
    "another target": _("another target"),
    "another delegation": _("another delegation"),
    "another counterpart": _("another counterpart"),
    "other goods": _("other goods"),
    "partly open": _("partly open"),
    "numbers agree": _("numbers agree"),
    "numbers differ": _("numbers differ"),
    "same ordinal": _("same ordinal"),
    "names in both titles": _("names in both headlines"),
    "copy of one text": _("copy of one text"),
}


def in_words(reasons: Mapping[str, float]) -> list[tuple[str, float]]:
    """Reasons with their points, the weightiest first."""
    rows = sorted(reasons.items(), key=lambda row: (-abs(row[1]), row[0]))
    return [(str(WORDS.get(code, code)), points) for code, points in rows]
