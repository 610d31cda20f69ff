"""The three database roles and what each may do; none is a superuser.

`owner` owns the tables and migrates. `app_web` serves readers and editors. `app_worker` collects and codes: it may add
machine reports only (triggers see to it) and touch neither users nor sessions. Nobody but the owner may change or
delete what is append-only, and even the owner is refused by triggers.
"""

from __future__ import annotations

APPEND_ONLY = (
    "events_articletext",
    "events_coding",
    "events_report",
    "events_citation",
    "events_claim",
    "events_decision",
    "events_assignment",
)

PRIVATE = ("accounts_", "auth_", "django_session", "django_admin_log", "otp_", "axes_")
"""Tables (by prefix) that the worker has no business with."""

REGISTRY = (
    "events_actor",
    "events_alias",
    "events_holding",
    "events_office",
    "events_place",
    "events_place_parents",
    "events_role",
    "events_shippedrow",
)
"""What people know: the worker reads it."""

STATEMENT_TIMEOUT = {"app_web": "10s", "app_worker": "60s"}


def role_statements(database: str, passwords: dict[str, str] | None = None) -> list[str]:
    """SQL that makes the roles on an own server, run by its superuser. Names are fixed; passwords as given."""
    statements = []
    for role in ("owner", "app_web", "app_worker"):
        secret = f" PASSWORD '{passwords[role]}'" if passwords and role in passwords else ""
        statements.append(f"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEROLE{secret};")
    statements += [
        f"CREATE DATABASE \"{database}\" OWNER owner ENCODING 'UTF8' TEMPLATE template0;",
        f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC;',
        f'GRANT CONNECT, TEMPORARY ON DATABASE "{database}" TO app_web, app_worker;',
    ]
    for role, limit in STATEMENT_TIMEOUT.items():
        statements.append(f"ALTER ROLE {role} SET statement_timeout = '{limit}';")
        statements.append(f"ALTER ROLE {role} SET idle_in_transaction_session_timeout = '60s';")
    return statements


def grant_statements(tables: list[str]) -> list[str]:
    """SQL that gives both application roles their rights on `tables`, run by the owner after every migration."""
    statements = [
        "GRANT USAGE ON SCHEMA public TO app_web, app_worker",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO app_web, app_worker",
    ]
    for table in tables:
        statements.append(f'REVOKE ALL ON "{table}" FROM app_web, app_worker')
        web, worker = rights(table)
        statements.append(f'GRANT {web} ON "{table}" TO app_web')
        if worker:
            statements.append(f'GRANT {worker} ON "{table}" TO app_worker')
    return statements


def rights(table: str) -> tuple[str, str]:
    """What web and worker may do with a table; '' is nothing."""
    if table == "django_migrations":
        return "SELECT", "SELECT"
    if table in APPEND_ONLY:
        return "SELECT, INSERT", "SELECT, INSERT"
    if table.startswith(PRIVATE):
        return "SELECT, INSERT, UPDATE, DELETE", ""
    if table in REGISTRY:
        return "SELECT, INSERT, UPDATE, DELETE", "SELECT"
    return "SELECT, INSERT, UPDATE, DELETE", "SELECT, INSERT, UPDATE, DELETE"
