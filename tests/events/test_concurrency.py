"""Two workers at once: one event, no wait in a circle, nothing counted twice."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from events.indexing import recount_months
from events.models import Claim, Event, MonthCount
from events.models import Report as ReportRow
from events.resolution import correct, record
from tests.reporting import article_text, editor, handover, meeting, registry, source

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def together(*jobs: Callable[[], object]) -> None:
    """Run jobs in threads that start at one moment; the first failure is raised here."""
    gate = threading.Barrier(len(jobs))
    errors: list[BaseException] = []

    def work(job: Callable[[], object]) -> None:
        try:
            gate.wait(10)
            job()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    if errors:
        raise errors[0]


def put(text: object, *reports: object, coder: str = "1") -> object:
    return record(text, reports, coder=coder, lexicon="x", relevant=True, confidence=0.9)  # type: ignore[arg-type]


def test_four_outlets_at_once_make_one_event() -> None:
    registry()
    for round_number in range(5):
        texts = [article_text(f"https://{n}.example/{round_number}", outlet=source(f"outlet-{n}")) for n in range(4)]
        together(*(lambda t=t: put(t, meeting(), handover()) for t in texts))
    assert Event.objects.count() == 2
    assert Event.objects.get(type="meeting").families == 4
    assert recount_months() == 0
    assert set(MonthCount.objects.filter(dim=0).values_list("n", flat=True)) == {1}


def test_the_same_text_at_once_is_recorded_once() -> None:
    registry()
    text = article_text()
    together(*(lambda: put(text, meeting()) for _ in range(4)))
    assert ReportRow.objects.count() == 1
    assert Event.objects.count() == 1


def test_a_persons_word_stands_whatever_the_machine_does_meanwhile() -> None:
    registry()
    text = article_text()
    put(text, meeting())
    event = Event.objects.get()
    author = editor()
    for n in range(12):
        title = f"said {n}"
        claim = Claim(field="title", v_text_en=title)
        together(
            lambda c=claim: correct(event, [c], author, "because"),
            lambda n=n: put(text, meeting(confidence=0.5 + n / 100), coder=f"v{n}"),
        )
        event.refresh_from_db()
        assert event.title_en == title
