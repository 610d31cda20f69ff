"""`manage.py roles`: the SQL of the three database roles; `--apply` grants their rights on this database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction

from config.roles import grant_statements, role_statements


class Command(BaseCommand):
    help = "Print the SQL that makes the database roles on an own server, or (--apply) grant their rights here."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="grant the rights, as the owner, after migrating")

    def handle(self, *args: Any, **options: Any) -> None:
        tables = connection.introspection.table_names() if options["apply"] else []
        if not options["apply"]:
            name = connection.settings_dict["NAME"] or "isc"
            self.stdout.write("-- as superuser; set passwords with \\password\n" + "\n".join(role_statements(name)))
            return
        if not self._roles_exist():
            self.stdout.write("roles app_web and app_worker do not exist here: nothing granted (see `manage.py roles`)")
            return
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in grant_statements(tables):
                cursor.execute(statement)
        self.stdout.write(f"rights granted on {len(tables)} tables")

    def _roles_exist(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname IN ('app_web', 'app_worker')")
            return bool(cursor.fetchone()[0] == 2)
