"""What the pages of actors say: names, dated roles, offices and their holders, members, events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.urls import reverse

from events.codebook import ActorKind, Dim, Side
from events.filterform import Ref
from events.filters import Filters
from events.labels import label, side_group
from events.listing import Page, page_of
from events.models import Actor, Alias, MonthCount, Role
from events.searching import fold
from events.series import Total, total
from events.wording import arabic, date_text


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody in an office for a time; `unconfirmed`: open, and not seen for a year; `remembered`: no source."""

    person: str
    person_url: str
    office: str
    org: str
    org_url: str
    start: str
    end: str
    current: bool
    acting: bool
    unconfirmed: bool
    remembered: bool
    last_seen: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The page of one actor."""

    actor: Actor
    name: str
    other_name: str
    side: str
    side_class: str
    kind: str
    aliases: tuple[tuple[str, tuple[str, ...]], ...]
    held: tuple[Post, ...]
    offered: tuple[Post, ...]
    parent: tuple[str, str] | None
    members: tuple[tuple[str, str], ...]
    holdings: tuple[tuple[str, str, str], ...]
    filters: Filters
    page: Page
    older: str
    total: Total


def profile(actor: Actor, today: date) -> Profile:
    """Read and arrange everything about one actor."""
    language = "ar" if arabic() else "en"
    filters = Filters(actor=(Ref(actor.pk, actor.code, actor.name_en, actor.name_ar),), statements=True)
    names = (actor.name_ar, actor.name_en) if arabic() else (actor.name_en, actor.name_ar)
    roles = Role.objects.select_related("office__org", "person")
    parent = actor.parent
    page = page_of(filters, who=actor.pk)
    return Profile(
        actor=actor,
        name=actor.name_in(language),
        other_name=names[1] if names[0] else "",
        side=str(label(actor.side_on(today))),
        side_class=side_group(actor.side_on(today)),
        kind=str(label(ActorKind(actor.kind))),
        aliases=_aliases(actor),
        held=tuple(_post(r, today) for r in roles.filter(person=actor).order_by("-start", "-id")),
        offered=tuple(_post(r, today) for r in roles.filter(office__org=actor).order_by("office", "-start", "-id")),
        parent=(parent.name_in(language), _url(parent)) if parent else None,
        members=tuple((m.name_in(language), _url(m)) for m in actor.members.order_by("name_en")),
        holdings=tuple(
            (str(label(Side(h.side))), date_text(h.start, h.start_precision), date_text(h.end, h.end_precision))
            for h in actor.holdings.all()
        ),
        filters=filters,
        page=page,
        older=filters.query(after=page.next) if page.next else "",
        total=total(filters),
    )


def _url(actor: Actor) -> str:
    return reverse("events:actor", args=[actor.code])


def _aliases(actor: Actor) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Other names by language; those of one language once each."""
    by_lang: dict[str, dict[str, None]] = defaultdict(dict)
    for alias in Alias.objects.filter(actor=actor):
        if alias.text not in (actor.name_en, actor.name_ar):
            by_lang[alias.lang][alias.text] = None
    return tuple((lang, tuple(texts)) for lang, texts in sorted(by_lang.items()))


def _post(role: Role, today: date) -> Post:
    language = "ar" if arabic() else "en"
    tenure = role.tenure()
    return Post(
        person=role.person.name_in(language),
        person_url=_url(role.person),
        office=role.office.title_in(language),
        org=role.office.org.name_in(language),
        org_url=_url(role.office.org),
        start=date_text(role.start, role.start_precision),
        end=date_text(role.end, role.end_precision),
        current=tenure.holds(today) is not False and not tenure.unconfirmed(today),
        acting=role.acting,
        unconfirmed=tenure.unconfirmed(today),
        remembered=role.basis == "from_memory",
        last_seen=date_text(role.last_seen),
        sources=tuple(role.source_urls),
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor in the index."""

    name: str
    other_name: str
    url: str
    kind: str
    side: str
    side_class: str
    events: int


def index(query: str) -> list[tuple[str, str, list[Entry]]]:
    """All actors whose names hold every word of `query`, by side, those with most events first."""
    words = fold(query).split()
    names: dict[int, list[str]] = defaultdict(list)
    for actor_id, text in Alias.objects.filter(actor__isnull=False).values_list("actor_id", "text"):
        names[actor_id].append(text)
    counts = dict(
        MonthCount.objects.filter(dim=Dim.ACTOR).values_list("key").annotate(n=Sum("n")).values_list("key", "n")
    )
    groups: dict[str, list[Entry]] = defaultdict(list)
    for actor in Actor.objects.all():
        if _matches(words, [actor.name_en, actor.name_ar, actor.code, *names[actor.pk]]):
            groups[actor.side].append(_entry(actor, counts.get(actor.pk, 0)))
    return [
        (side_group(side), str(label(side)), sorted(groups[side], key=lambda e: (-e.events, e.name)))
        for side in Side
        if side in groups
    ]


def _matches(words: list[str], names: Iterable[str]) -> bool:
    """Each word begins a word of one name; Arabic names match with and without the article."""
    if not words:
        return True
    return any(all(f" {w}" in f" {folded}" for w in words) for folded in map(fold, names))


def _entry(actor: Actor, events: int) -> Entry:
    names = (actor.name_ar, actor.name_en) if arabic() else (actor.name_en, actor.name_ar)
    return Entry(
        name=names[0] or names[1],
        other_name=names[1] if names[0] else "",
        url=_url(actor),
        kind=str(label(ActorKind(actor.kind))),
        side=str(label(Side(actor.side))),
        side_class=side_group(actor.side),
        events=events,
    )
