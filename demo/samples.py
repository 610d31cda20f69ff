"""The sample articles of the demo: invented outlets, invented happenings."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented article."""

    number: int
    outlet: str
    lang: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime


@dataclass(frozen=True, slots=True)
class Outlet:
    """One invented outlet."""

    id: str
    name_en: str
    name_ar: str
    lang: str
    side: str


@functools.cache
def read() -> tuple[tuple[Outlet, ...], tuple[Sample, ...]]:
    """Outlets and articles of demo/articles.yaml."""
    data = yaml.safe_load((Path(__file__).parent / "articles.yaml").read_text(encoding="utf-8"))
    outlets = tuple(Outlet(**row) for row in data["outlets"])
    lang = {o.id: o.lang for o in outlets}
    samples = tuple(
        Sample(
            n,
            row["outlet"],
            lang[row["outlet"]],
            row["title"],
            tuple(p.strip() for p in row["text"].splitlines() if p.strip()),
            datetime.fromisoformat(row["published"]),
        )
        for n, row in enumerate(data["articles"], start=1)
    )
    return outlets, samples
