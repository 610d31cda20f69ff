"""People and workers at once: one event per happening, and no word of a person is ever lost."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, transaction

from events.codebook import ClaimField, EventStatus
from events.derivation import derive_events
from events.indexing import recount_months
from events.models import Assignment, Claim, Event
from events.models import Report as ReportRow
from events.rearranging import merge, split, unmerge
from events.resolution import DecisionRefused, correct, publish, record, reject
from tests.events.test_concurrency import put, together
from tests.reporting import article_text, editor, meeting, registry, source

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

RACES = int(os.environ.get("RACES", "40"))
"""`make races` runs five thousand."""
ROUND = 50

DAYS = [dt.date(2024, 12, 20) + dt.timedelta(n) for n in range(3)]


def persistent(job: Callable[[], Any]) -> Callable[[], Any]:
    """As a worker does: what the database refused for a deadlock is tried again."""

    def work() -> Any:
        for _ in range(5):
            try:
                with transaction.atomic():
                    return job()
            except OperationalError as error:
                if "deadlock" not in str(error):
                    raise
        raise AssertionError("five deadlocks in a row")

    return work


def test_four_workers_on_one_happening_make_one_event() -> None:
    registry()
    for turn in range(6):
        day = DAYS[0] + dt.timedelta(10 * turn)
        texts = [article_text(f"https://{n}.example/{turn}", outlet=source(f"outlet-{n}")) for n in range(8)]
        jobs = [lambda t=t, d=day: put(t, meeting(date=d)) for t in texts]
        together(*jobs[:4])
        together(*jobs[4:])
    assert Event.objects.exclude(status=EventStatus.MERGED).count() == 6
    assert set(Event.objects.values_list("families", flat=True)) == {8}
    assert recount_months() == 0


def test_workers_on_happenings_that_touch_end_as_one_worker_would() -> None:
    registry()
    texts = [article_text(f"https://{n}.example/t", outlet=source(f"outlet-{n}")) for n in range(8)]
    told = [meeting(date=DAYS[n % 2]) if n < 6 else meeting(date=DAYS[0] + dt.timedelta(9)) for n in range(8)]
    for start in (0, 4):
        together(*(lambda n=n: put(texts[n], told[n]) for n in range(start, start + 4)))
    parts = {
        frozenset(
            a.report.coding.text.article.url
            for a in Assignment.objects.filter(event=e).select_related("report__coding__text__article")
        )
        for e in Event.objects.exclude(status=EventStatus.MERGED)
    }
    assert len(parts) == 2
    assert derive_events(list(Event.objects.values_list("pk", flat=True))) == 0


def test_no_edit_is_overwritten_by_a_worker() -> None:
    registry()
    author = editor()
    for first in range(0, RACES, ROUND):
        started = DAYS[0] - dt.timedelta(10 * (first // ROUND))
        texts = [article_text(f"https://{n}.example/{first}", outlet=source(f"outlet-{n}")) for n in range(3)]
        for text in texts:
            put(text, meeting(date=started))
        event = Event.objects.latest("pk")
        for n in range(first, min(first + ROUND, RACES)):
            claim = Claim(field=ClaimField.TITLE, v_text_en=f"said {n}")
            day = started + dt.timedelta(random.Random(n).randrange(3))
            together(
                lambda c=claim, e=event: correct(e, [c], author, "because"),
                lambda n=n, d=day, t=texts: put(t[n % 3], meeting(date=d, confidence=0.5 + n / 1e5), coder=f"v{n}"),
            )
            event.refresh_from_db()
            assert event.title_en == f"said {n}"
        assert (event.status, event.families) == (EventStatus.CANDIDATE, 3)


def test_decisions_of_people_stand_whatever_workers_do_meanwhile() -> None:
    registry()
    chance, author = random.Random(3), editor()
    texts = [article_text(f"https://{n}.example/d", outlet=source(f"outlet-{n}")) for n in range(6)]
    for n, text in enumerate(texts):
        put(text, meeting(date=DAYS[0] + dt.timedelta(10 * (n // 2))))
    for turn in range(12):
        standing = list(Event.objects.exclude(status=EventStatus.MERGED).exclude(type=None).order_by("pk"))
        job = persistent(lambda s=standing: _decide(chance, s, author))
        again = [
            persistent(
                lambda n=n, t=turn: put(texts[n], meeting(date=DAYS[0] + dt.timedelta(10 * (n // 2))), coder=f"{t}")
            )
            for n in chance.sample(range(6), 2)
        ]
        together(job, *again)
        lost = [
            row.pk
            for row in ReportRow.objects.filter(assignments__decision__author=author).distinct()
            if not _last(row).decision or not _last(row).decision.author_id  # type: ignore[union-attr]
        ]
        assert lost == []
    assert derive_events(list(Event.objects.values_list("pk", flat=True))) == 0
    assert recount_months() == 0


def _decide(chance: random.Random, standing: list[Event], author: Any) -> None:
    """One of the things an editor does."""
    event = chance.choice(standing)
    choice = chance.randrange(5)
    try:
        if choice == 0:
            publish([event], author, "seen")
        elif choice == 1:
            reject([event], author, "no")
        elif choice == 2 and len(standing) > 1:
            merge(standing[0], standing[1:2], author, "one")
        elif choice == 3:
            split(event, [Assignment.objects.filter(event=event).latest("pk").report_id], author, "two")
        else:
            decision = merge(standing[-1], standing[:1], author, "one")
            unmerge(decision, author, "two")
    except DecisionRefused:
        publish([Event.objects.exclude(status=EventStatus.MERGED).latest("pk")], author, "seen")


def _last(row: ReportRow) -> Assignment:
    return row.assignments.select_related("decision").latest("pk")


def test_a_retry_after_a_lost_answer_changes_nothing() -> None:
    registry()
    text = article_text()
    first = record(text, [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    together(*(lambda: put(text, meeting()) for _ in range(3)))
    assert first.events == tuple(Event.objects.values_list("pk", flat=True))
    assert Assignment.objects.count() == 1
