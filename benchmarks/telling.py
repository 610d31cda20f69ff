"""`python -m benchmarks.telling`: draws the labelled reports of benchmarks/clusters/ from hand-written happenings.

Each happening is told by outlets of both capitals and of neither, in the ways in which outlets differ: vaguer places,
the other end of a crossing, a body for a person or a government for a body, rounded numbers, the day of publication for
the day, a plan in the morning and a deed at night, a night dated to either day. Seeded: the files are what it draws.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "clusters"
PARTS = {"i": "initiator", "p": "participant", "h": "host", "t": "target"}
OUTLETS = {
    "IQ": ("ina", "shafaq", "alsumaria", "nina", "baghdad_today", "almada", "rudaw", "media964"),
    "SY": ("sana", "enab_baladi", "syria_tv", "shaam", "halab_today", "alikhbariah"),
    "third": ("reuters", "aljazeera_ar", "anadolu", "the_national", "asharq_alawsat", "north_press", "rt_arabic"),
}
VAGUER = {
    "x_qaim": ("albukamal", "qaim", "iq_anbar", "border_iq_sy"),
    "x_rabia": ("rabia", "iq_nineveh", "border_iq_sy"),
    "x_walid": ("walid_town", "iq_anbar", "border_iq_sy"),
    "albukamal": ("x_qaim", "sy_deir_ez_zor", "border_iq_sy"),
    "camp_hol": ("sy_hasakah", "hol_town", "ne_syria"),
    "hasakah_city": ("sy_hasakah", "ne_syria"),
    "sy_hasakah": ("ne_syria", "hasakah_city"),
    "baaj": ("iq_nineveh", "d_baaj"),
    "sinjar": ("iq_nineveh", "d_sinjar"),
    "sinuni": ("iq_nineveh", "d_sinjar"),
    "rutba": ("iq_anbar", "d_rutba"),
    "husaybah": ("qaim", "iq_anbar"),
    "shaddadi": ("sy_hasakah",),
    "mayadin": ("sy_deir_ez_zor",),
    "dez_city": ("sy_deir_ez_zor",),
    "tadmur": ("sy_homs", "d_tadmur"),
}
GOVERNMENTS = {"iq": "iq_gov", "sy": "sy_gov", "us": "us_gov"}
PLANNED_AT_FIRST = {"meeting", "repatriation", "detainee_transfer", "agreement", "crossing_status"}


def main() -> None:
    """Write one file per set."""
    happenings = yaml.safe_load((HERE / "happenings.yaml").read_text(encoding="utf-8"))
    for name, rows in happenings.items():
        chance = random.Random(f"set {name}")
        lines = [line for row in rows for line in tell(row, chance)]
        chance.shuffle(lines)
        text = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
        (HERE / f"{name}.jsonl").write_text(text, encoding="utf-8")
        print(f"{name}: {len(rows)} happenings, {len(lines)} reports")


def tell(row: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """Three to six outlets, one of each side at least, tell it."""
    outlets = [chance.choice(OUTLETS["IQ"]), chance.choice(OUTLETS["SY"]), chance.choice(OUTLETS["third"])]
    rest = [o for group in OUTLETS.values() for o in group if o not in outlets]
    outlets += chance.sample(rest, chance.randint(0, 3))
    return [_report(row, outlet, n, chance) for n, outlet in enumerate(outlets)]


def _report(row: dict[str, Any], outlet: str, n: int, chance: random.Random) -> dict[str, Any]:
    first = n == 0
    return {
        "happening": row["id"],
        "article": f"https://{outlet}.example/{row['id']}",
        "outlet": outlet,
        "lang": chance.choice(("ar", "ar", "ar", "en", "en")),
        "type": _type(row["type"], chance),
        "status": row.get("status"),
        "office": row.get("office"),
        **_place(row, first, chance),
        **_when(row, first, chance),
        "who": _who(row, first, chance),
        "counts": [c for value in row.get("n", ()) if (c := _count(*value, first, chance))],
    }


def _type(kind: str, chance: random.Random) -> str:
    other = {"joint_operation": "border_operation", "agreement": "meeting", "intelligence_sharing": "joint_operation"}
    return other[kind] if kind in other and chance.random() < 0.25 else kind


def _place(row: dict[str, Any], first: bool, chance: random.Random) -> dict[str, Any]:
    place, turn = row.get("place"), chance.random()
    if place and not first and turn < 0.3:
        place = chance.choice(VAGUER.get(place, (place,)))
    elif place and not first and turn < 0.38 and row["type"] not in ("crossing_status", "meeting"):
        place = None
    ends = {"origin": row.get("origin"), "destination": row.get("to")}
    return {"place": place, **{k: v if v and (first or chance.random() < 0.7) else None for k, v in ends.items()}}


def _when(row: dict[str, Any], first: bool, chance: random.Random) -> dict[str, Any]:
    day, turn = row["day"], chance.random()
    said = day + dt.timedelta(days=chance.choice((0, 0, 0, 1)))
    found = {"date": day, "basis": "text", "precision": "day", "modality": "done", "published": said}
    if first or turn < 0.6:
        pass
    elif turn < 0.85:
        found |= {"date": said, "basis": "published"}
    elif turn < 0.92 and row["type"] in PLANNED_AT_FIRST:
        found |= {"modality": "planned", "published": day - dt.timedelta(days=1)}
    elif turn < 0.95:
        found |= {"modality": "ongoing", "published": day}
    elif row["type"] in ("meeting", "call"):
        found |= {"date": day + dt.timedelta(days=1), "published": day + dt.timedelta(days=1)}
    else:
        found |= {"date": day - dt.timedelta(days=day.weekday()), "precision": "week"}
    return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in found.items()}


def _who(row: dict[str, Any], first: bool, chance: random.Random) -> list[list[str]]:
    """People may be left out or stand for their government; one of each kind of part stays."""
    found = []
    for n, (actor, letter) in enumerate(row["who"].items()):
        turn = chance.random()
        if not first and turn < 0.15 and n:
            continue
        if not first and turn < 0.3 and actor[:2] in GOVERNMENTS and actor[2] == "_":
            actor = GOVERNMENTS[actor[:2]]
        found.append([actor, PARTS[letter]])
    return [list(pair) for pair in dict.fromkeys(map(tuple, found))]


def _count(value: float, unit: str, first: bool, chance: random.Random) -> list[Any] | None:
    turn = chance.random()
    if first or turn < 0.5:
        return [value, unit, "exact"]
    if turn < 0.6 and value >= 100:
        return [float(f"{value:.1g}"), unit, "approx"] if abs(float(f"{value:.1g}") - value) / value < 0.1 else None
    if turn < 0.7 and value >= 20:
        return [int(float(f"{value * 0.97:.2g}")), unit, "at_least"]
    if turn < 0.78 and 200 <= value < 5000:
        return [200, unit, "at_least"]
    if turn < 0.84 and value >= 100:
        return [value + chance.choice((-4, -1, 1, 6)), unit, "exact"]
    return None


if __name__ == "__main__":
    main()
