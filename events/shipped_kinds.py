"""The kinds of shipped registry rows: how each is read from the files, from the database, and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from events.codebook import DatePrecision
from events.loading import Content, Kind, alias_content, alias_rows, columns_of, put_rows, write_aliases
from events.models import Actor, Holding, Office, Place, Role, Series, Source
from events.shipped import Entry
from events.tenure import parse_partial

# --- sources -----------------------------------------------------------------------------------------------------

_SOURCE = [
    "name_en",
    "name_ar",
    "family",
    "kind",
    "country",
    "side",
    "languages",
    "homepage",
    "reliability",
    "reliability_reason",
    "state_media",
    "state_link",
]


def source_kind(entries: Iterable[Entry]) -> Kind:
    """Publications."""

    def content(e: Entry) -> Content:
        grade = e.get("reliability") or {}
        return {
            "name_en": e["name_en"],
            "name_ar": e.get("name_ar") or "",
            "family": e["publisher_family"],
            "kind": e["kind"],
            "country": e.get("country") or "",
            "side": e["side"],
            "languages": list(e.get("languages", [])),
            "homepage": e.get("homepage") or "",
            "reliability": grade.get("grade", "F"),
            "reliability_reason": grade.get("reason", ""),
            "state_media": bool(e.get("state_media")),
            "state_link": e.get("state_link") or "",
        }

    return Kind(
        "source",
        {e["id"]: content(e) for e in entries},
        lambda: {s.code: columns_of(s, _SOURCE) for s in Source.objects.all()},
        lambda todo: put_rows(Source, todo, _SOURCE) and None,
    )


# --- places ------------------------------------------------------------------------------------------------------

_PLACE = [
    "name_en",
    "name_ar",
    "note",
    "kind",
    "country",
    "lat",
    "lon",
    "coord_source",
    "coord_uncertainty_km",
    "geonames_id",
    "border_pair",
]


def place_kind(entries: Iterable[Entry]) -> Kind:
    """The gazetteer with names and containment."""
    return Kind("place", {e["id"]: _place_content(e) for e in entries}, _places_present, _write_places)


def _place_content(e: Entry) -> Content:
    return {
        "name_en": e["name_en"],
        "name_ar": e.get("name_ar") or "",
        "note": e.get("note") or "",
        "kind": e["kind"],
        "country": e.get("country") or "",
        "lat": float(e["lat"]),
        "lon": float(e["lon"]),
        "coord_source": (e.get("coord_source") or "")[:200],
        "coord_uncertainty_km": e.get("coord_uncertainty_km") and float(e["coord_uncertainty_km"]),
        "geonames_id": e.get("geonames_id"),
        "border_pair": e.get("border_pair") or "",
        "parents": sorted(e.get("parents", [])),
        "crossing": e.get("crossing"),
        "aliases": alias_content(e),
    }


def _places_present() -> Mapping[str, Content]:
    rows = Place.objects.select_related("crossing").prefetch_related("parents", "aliases")
    return {
        p.code: {
            **columns_of(p, _PLACE),
            "parents": sorted(q.code for q in p.parents.all()),
            "crossing": p.crossing.code if p.crossing else None,
            "aliases": alias_rows(p.aliases.all()),
        }
        for p in rows
    }


def _write_places(todo: Mapping[str, Content]) -> None:
    if not todo:
        return
    rows = put_rows(Place, todo, _PLACE)
    keys = dict(Place.objects.values_list("code", "pk"))
    through = Place.parents.through
    through.objects.filter(from_place__in=rows.values()).delete()
    through.objects.bulk_create(
        through(from_place_id=rows[c].pk, to_place_id=keys[p])
        for c, content in todo.items()
        for p in content["parents"]
    )
    for code, content in todo.items():
        rows[code].crossing_id = keys[content["crossing"]] if content["crossing"] else None
    Place.objects.bulk_update(rows.values(), ["crossing"])
    write_aliases("place", rows, todo)
    refresh_ancestors()


def refresh_ancestors() -> None:
    """Store for each place the ids of all places that contain it."""
    parents: dict[int, set[int]] = {}
    for child, parent in Place.parents.through.objects.values_list("from_place_id", "to_place_id"):
        parents.setdefault(child, set()).add(parent)
    changed = []
    for place in Place.objects.all():
        found: set[int] = set()
        todo = list(parents.get(place.pk, ()))
        while todo:
            key = todo.pop()
            if key not in found:
                found.add(key)
                todo += parents.get(key, ())
        if place.ancestors != sorted(found):
            place.ancestors = sorted(found)
            changed.append(place)
    Place.objects.bulk_update(changed, ["ancestors"])


# --- actors ------------------------------------------------------------------------------------------------------

_ACTOR = ["name_en", "name_ar", "note", "kind", "side", "country", "active_from", "active_to", "cameo_code", "wikidata"]


def actor_kind(entries: Iterable[Entry]) -> Kind:
    """People, bodies, groups and countries with their names."""

    def content(e: Entry) -> Content:
        active = e.get("active") or {}
        return {
            "name_en": e["name_en"],
            "name_ar": e.get("name_ar") or "",
            "note": e.get("note") or "",
            "kind": e["kind"],
            "side": e["side"],
            "country": e.get("country") or "",
            "active_from": _first_day(active.get("from")),
            "active_to": _first_day(active.get("to")),
            "cameo_code": e.get("cameo_code") or "",
            "wikidata": e.get("wikidata") or "",
            "parent": e.get("parent"),
            "place": e.get("place"),
            "aliases": alias_content(e),
        }

    def present() -> Mapping[str, Content]:
        return {
            a.code: {
                **columns_of(a, _ACTOR),
                "parent": a.parent.code if a.parent else None,
                "place": a.place.code if a.place else None,
                "aliases": alias_rows(a.aliases.all()),
            }
            for a in Actor.objects.select_related("parent", "place").prefetch_related("aliases")
        }

    def write(todo: Mapping[str, Content]) -> None:
        if not todo:
            return
        rows = put_rows(Actor, todo, _ACTOR)
        keys, places = dict(Actor.objects.values_list("code", "pk")), dict(Place.objects.values_list("code", "pk"))
        for code, content in todo.items():
            rows[code].parent_id = keys[content["parent"]] if content["parent"] else None
            rows[code].place_id = places[content["place"]] if content["place"] else None
        Actor.objects.bulk_update(rows.values(), ["parent", "place"])
        write_aliases("actor", rows, todo)

    return Kind("actor", {e["id"]: content(e) for e in entries}, present, write)


def _first_day(text: object) -> Any:
    return parse_partial(str(text))[0] if text else None


# --- offices with their holders ----------------------------------------------------------------------------------

_ROLE = ["start", "start_precision", "end", "end_precision", "last_seen", "acting", "basis", "source_urls", "note"]


def office_kind(entries: Iterable[Entry]) -> Kind:
    """Posts, their names, and who held them when."""

    def content(e: Entry) -> Content:
        return {
            "org": e["org"],
            "title_en": e["title_en"],
            "title_ar": e.get("title_ar") or "",
            "aliases": alias_content(e),
            "holders": sorted((_holder(h) for h in e["holders"]), key=str),
        }

    def present() -> Mapping[str, Content]:
        rows = Office.objects.select_related("org").prefetch_related("aliases", "roles__person")
        return {
            o.code: {
                "org": o.org.code,
                "title_en": o.title_en,
                "title_ar": o.title_ar,
                "aliases": alias_rows(o.aliases.all()),
                "holders": sorted(({"person": r.person.code, **columns_of(r, _ROLE)} for r in o.roles.all()), key=str),
            }
            for o in rows
        }

    def write(todo: Mapping[str, Content]) -> None:
        if not todo:
            return
        keys = dict(Actor.objects.values_list("code", "pk"))
        flat = {code: {**content, "org_id": keys[content["org"]]} for code, content in todo.items()}
        rows = put_rows(Office, flat, ("org_id", "title_en", "title_ar"))
        write_aliases("office", rows, todo)
        Role.objects.filter(office__in=rows.values()).delete()
        Role.objects.bulk_create(
            Role(office=rows[code], person_id=keys[h["person"]], **{c: h[c] for c in _ROLE})
            for code, content in todo.items()
            for h in content["holders"]
        )

    return Kind("office", {e["id"]: content(e) for e in entries}, present, write)


def _holder(h: Entry) -> Content:
    start, start_precision = _partial(h.get("from"))
    end, end_precision = _partial(h.get("to"))
    return {
        "person": h["person"],
        "start": start,
        "start_precision": start_precision,
        "end": end,
        "end_precision": end_precision,
        "last_seen": _first_day(h.get("last_seen")),
        "acting": bool(h.get("acting")),
        "basis": h.get("basis") or "",
        "source_urls": list(h.get("sources", [])),
        "note": h.get("note") or "",
    }


def _partial(text: object) -> tuple[Any, str]:
    if text is None:
        return None, DatePrecision.DAY.value
    day, precision = parse_partial(str(text))
    return day, precision.value


# --- holdings and series -----------------------------------------------------------------------------------------


def holding_kind(entries: Iterable[Entry]) -> Kind:
    """Which side a place or body belongs to; one row of content per place or body."""
    wanted: dict[str, Any] = {}
    for e in entries:
        code = f"actor:{e['actor']}" if "actor" in e else f"place:{e['place']}"
        start, start_precision = _partial(e.get("from"))
        end, end_precision = _partial(e.get("to"))
        wanted.setdefault(code, {"rows": []})["rows"].append([e["side"], start, start_precision, end, end_precision])

    def present() -> Mapping[str, Content]:
        found: dict[str, Any] = {}
        for h in Holding.objects.select_related("actor", "place").order_by("pk"):
            code = f"actor:{h.actor.code}" if h.actor else f"place:{h.place.code if h.place else ''}"
            row = [h.side, h.start, h.start_precision, h.end, h.end_precision]
            found.setdefault(code, {"rows": []})["rows"].append(row)
        return found

    def write(todo: Mapping[str, Content]) -> None:
        for code, content in todo.items():
            what, name = code.split(":", 1)
            owner = {what: (Actor if what == "actor" else Place).objects.get(code=name)}
            Holding.objects.filter(**owner).delete()
            columns = ("side", "start", "start_precision", "end", "end_precision")
            for row in content["rows"]:
                Holding.objects.create(**owner, **dict(zip(columns, row, strict=True)))

    return Kind("holding", wanted, present, write)


def load_series(entries: Iterable[Entry]) -> dict[str, Series]:
    """Programmes by id; made once, then the database's."""
    titles = {e["id"]: {"title_en": e["title_en"], "title_ar": e["title_ar"]} for e in entries}
    for code, title in titles.items():
        Series.objects.get_or_create(slug=code, defaults=title)
    return {s.slug: s for s in Series.objects.all()}
