"""What the database itself refuses each role."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from events.models import Claim, Event
from events.models import Report as ReportRow
from events.resolution import record
from tests.reporting import article_text, meeting, registry

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def as_role(role: str, statement: str, params: list[Any] | None = None) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute(statement, params)


@pytest.fixture(autouse=True)
def _granted(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_has_role(current_user, 'app_worker', 'MEMBER')")
        if not cursor.fetchone()[0]:
            pytest.skip("this server's owner is no member of the application roles")
    call_command("roles", apply=True, verbosity=0)


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        ("app_worker", "SELECT * FROM accounts_user"),
        ("app_worker", "SELECT * FROM django_session"),
        ("app_worker", "UPDATE events_actor SET name_en = 'x'"),
        ("app_worker", "UPDATE events_claim SET quote = 'x'"),
        ("app_worker", "DELETE FROM events_report"),
        ("app_web", "UPDATE events_claim SET quote = 'x'"),
        ("app_web", "DELETE FROM events_decision"),
        ("app_web", "TRUNCATE events_claim"),
        ("app_web", "DROP TABLE events_claim"),
    ],
)
def test_a_role_may_not(role: str, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied|must be owner"):
        as_role(role, statement)


def test_the_worker_records_as_a_machine_only() -> None:
    registry()
    text = article_text()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE app_worker")
        record(text, [meeting()], coder="1", lexicon="x", relevant=True, confidence=0.9)
    assert Event.objects.count() == 1
    assert Claim.objects.exists()
    with pytest.raises(ProgrammingError, match="machine rows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE app_worker")
        ReportRow.objects.create(origin="import", dataset="d", dataset_key="k", digest=b"x", confidence=1.0)
