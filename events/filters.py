"""What a reader asks for, read from the URL once: pages, JSON, CSV and charts share it.

`read_filters` checks the query string and gives a frozen `Filters`; `Filters.query` gives the canonical query string
back, so the URL is the state. Every filter is answered from `event_key` (see `Filters.keys`).
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from events.codebook import (
    KEY_CODES,
    TYPE_CODE,
    Dim,
    EventStatus,
    EventType,
    Family,
    Level,
    Modality,
    Side,
    StatusBy,
    Theme,
)
from events.filterform import Cursor, FilterForm, Ref
from events.models import EventKey
from events.querysets import EventQuerySet
from events.searching import fold

PUBLISHED, ALL = "published", "all"
"""The two values of `status`: without and with candidates."""

IGNORED = "utm_"
"""Parameters that begin so are what campaigns add to links; they change nothing."""

_PARAMETER = {"first": "from", "last": "to"}
"""Fields whose name in the URL differs (`from` is a keyword)."""

_DIM_OF = {
    "actor": Dim.ACTOR,
    "place": Dim.PLACE,
    "source": Dim.SOURCE,
    "theme": Dim.THEME,
    "side": Dim.SIDE,
    "modality": Dim.MODALITY,
    "level": Dim.LEVEL,
    "by": Dim.BY,
}
"""The filters with a dimension of their own, the most selective first: the first with one value leads the scan."""


class BadFilters(ValueError):
    """The query string asks for something that does not exist: (parameter, what is wrong with it)."""

    def __init__(self, errors: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Filters:
    """A checked query. Values of one filter are alternatives, filters narrow each other. Days are inclusive."""

    actor: tuple[Ref, ...] = ()
    family: tuple[Family, ...] = ()
    type: tuple[EventType, ...] = ()
    side: tuple[Side, ...] = ()
    place: tuple[Ref, ...] = ()
    first: date | None = None
    last: date | None = None
    modality: tuple[Modality, ...] = ()
    status: str = ""
    by: tuple[StatusBy, ...] = ()
    level: tuple[Level, ...] = ()
    statements: bool = False
    theme: tuple[Theme, ...] = ()
    source: tuple[Ref, ...] = ()
    q: str = ""
    after: Cursor | None = None

    def apply(self, events: EventQuerySet) -> EventQuerySet:
        """Narrow `events` to those asked for; the cursor, which belongs to a page, is left to `page`."""
        return events.filter(pk__in=self.keys().values("event"))

    def page(self, events: EventQuerySet, size: int) -> EventQuerySet:
        """One page after the cursor, newest first; one row more than `size` tells that there is a next page."""
        rows = self.keys()
        if self.after:
            rows = rows.filter(date__lte=self.after.day).exclude(date=self.after.day, event__gte=self.after.pk)
        rows = rows.order_by("-date", "-event")[: size + 1]
        return events.filter(pk__in=rows.values("event")).newest_first()

    def keys(self) -> QuerySet[EventKey]:
        """One row of `event_key` for each event asked for.

        The scan runs down one index, (dim, key, date, event): that of a filter with a single value, else of all events.
        So the newest page of a filter costs the same at any size of the table.
        """
        lead, others = self._lead()
        rows = EventKey.objects.filter(dim=lead[0], key=lead[1], listed=True)
        for dim, keys in others:
            rows = rows.filter(
                Exists(EventKey.objects.filter(event=OuterRef("event"), dim=dim, key__in=keys, listed=True))
            )
        rows = self._types(rows)
        if self.first:
            rows = rows.filter(date__gte=self.first)
        if self.last:
            rows = rows.filter(date__lte=self.last)
        if self.q:
            rows = rows.filter(event__search=SearchQuery(fold(self.q), config="simple"))
        return rows

    def _types(self, rows: QuerySet[EventKey]) -> QuerySet[EventKey]:
        wanted = self.types()
        if len(wanted) == len(EventType):
            return rows
        if self.hides_statements and len(wanted) == len(EventType) - 1:
            return rows.filter(~Q(type=TYPE_CODE[EventType.STATEMENT]))
        return rows.filter(type__in=sorted(TYPE_CODE[t] for t in wanted))

    def types(self) -> set[EventType]:
        """The types that family, type and the switch for statements leave."""
        wanted = set(self.type) or set(EventType)
        if self.family:
            wanted = {t for t in wanted if t.family in self.family}
        return wanted - {EventType.STATEMENT} if self.hides_statements else wanted

    @property
    def hides_statements(self) -> bool:
        """Statements are left out unless asked for by the switch or by their type."""
        return not self.statements and EventType.STATEMENT not in self.type

    def dims(self) -> list[tuple[Dim, tuple[int, ...]]]:
        """The dimensions that narrow the result, with the keys of their values."""
        found = [(dim, _keys(dim, getattr(self, name))) for name, dim in _DIM_OF.items() if getattr(self, name)]
        if self.status == PUBLISHED:
            found.append((Dim.STATUS, _keys(Dim.STATUS, [EventStatus.PUBLISHED])))
        return found

    def _lead(self) -> tuple[tuple[int, int], list[tuple[Dim, tuple[int, ...]]]]:
        dims = self.dims()
        lead = next((n for n, (_dim, keys) in enumerate(dims) if len(keys) == 1), None)
        if lead is None:
            return (Dim.ALL, 0), dims
        dim, keys = dims.pop(lead)
        return (dim, keys[0]), dims

    def rollup(self) -> tuple[Dim, int] | None:
        """The dimension and value whose month counts answer this query, or None when it must be counted live."""
        dims = self.dims()
        whole_months = (self.first is None or self.first.day == 1) and (
            self.last is None or self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]
        )
        if self.q or not whole_months or len(dims) > 1 or any(len(keys) > 1 for _dim, keys in dims):
            return None
        return (dims[0][0], dims[0][1][0]) if dims else (Dim.ALL, 0)

    def query(self, **changes: Any) -> str:
        """The canonical query string with some fields changed; a change other than of `after` starts from the top."""
        if "after" not in changes:
            changes["after"] = None
        return urlencode(list(replace(self, **changes).pairs()))

    def with_cursor(self, after: Cursor | None) -> Filters:
        """The same query, going on after another event."""
        return replace(self, after=after)

    def without(self, name: str, value: object = None) -> str:
        """The query string without one value of a filter (without the whole filter when `value` is None)."""
        now = getattr(self, name)
        kept = tuple(v for v in now if v != value) if isinstance(now, tuple) and value is not None else None
        blank = type(self)()
        return self.query(**{name: kept if kept is not None else getattr(blank, name)})

    def pairs(self) -> Iterable[tuple[str, str]]:
        """Name and value of each parameter, in a fixed order; what is off is left out."""
        for field in fields(self):
            value = getattr(self, field.name)
            name = _PARAMETER.get(field.name, field.name)
            if isinstance(value, tuple):
                yield from ((name, v) for v in sorted(str(v) for v in value))
            elif value is True:
                yield name, "1"
            elif value:
                yield name, str(value)

    @property
    def narrowed(self) -> bool:
        """Whether anything but the switches for statements and candidates is set."""
        return replace(self, after=None, status="", statements=False) != type(self)()


def _keys(dim: Dim, values: Iterable[Any]) -> tuple[int, ...]:
    if dim in KEY_CODES:
        return tuple(sorted(KEY_CODES[dim][v] for v in values))
    return tuple(sorted(ref.pk for ref in values))


def read_filters(data: QueryDict) -> Filters:
    """The filters a query string asks for. BadFilters lists everything that is wrong with it."""
    form = FilterForm(data)
    names = [name for name in data if not name.startswith(IGNORED)]
    errors = [(name[:40], _("There is no such filter.")) for name in names if name not in form.fields]
    errors += [
        (name, _("Given more than once.")) for name in names if name in form.single and len(data.getlist(name)) > 1
    ]
    if not form.is_valid():
        errors += [(name, str(m)) for name, messages in form.errors.items() for m in messages]
    if errors:
        raise BadFilters(errors)
    attribute = {parameter: field for field, parameter in _PARAMETER.items()}
    return Filters(**{attribute.get(name, name): value for name, value in form.cleaned_data.items()})
