"""`manage.py up`: from nothing to the running dashboard, until Ctrl-C."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config import embedded
from config.supervisor import Child, GaveUp

KEPT_DUMPS = 3
SERVE_SECONDS = 60.0


class Stop(Exception):
    """Somebody asked us to stop."""


class Command(BaseCommand):
    help = "Start everything: PostgreSQL and Redis (unless URLs are given), web, worker and beat."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.began = time.monotonic()
        self.home = Path(settings.ISC_HOME)
        self.port = self._port()
        services = self._claim()
        self._listen_for_signals()
        try:
            self._refuse_taken_port()
            services.start()
            self._prepare()
            self._serve(services)
            while True:
                services.supervisor.tend()
                time.sleep(0.2)
        except Stop:
            self.say("stopping")
        except GaveUp as error:
            raise CommandError(str(error)) from error
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            connection.close()
            services.stop(together=3)
        self.say("stopped")

    def say(self, line: str) -> None:
        """A line of progress with the seconds since the start."""
        self.stdout.write(f"[{time.monotonic() - self.began:5.1f} s] {line}")
        self.stdout.flush()

    def _port(self) -> int:
        text = os.environ.get("PORT", "") or ("8001" if settings.ISC_DEMO else "8000")
        if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
            raise CommandError(f"PORT must be a number from 1 to 65535, not {text!r}")
        return int(text)

    def _claim(self) -> embedded.Services:
        given = {k: bool(os.environ.get(k)) for k in ("DATABASE_URL", "REDIS_URL")}
        try:
            return embedded.Services(
                self.home, self.say, database=not given["DATABASE_URL"], redis=not given["REDIS_URL"]
            )
        except embedded.AlreadyRunning as error:
            where = f"at {error.where}" if error.where else "(it is just starting, or a manage.py command is at work)"
            raise CommandError(f"already running {where}; data folder {self.home}") from None

    def _refuse_taken_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except OSError as error:
                reason = f"port {self.port} on 127.0.0.1 cannot be used ({error.strerror})"
                raise CommandError(f"{reason}; choose another: PORT=8010 make up") from None

    def _listen_for_signals(self) -> None:
        def stop(number: int, frame: FrameType | None) -> None:
            raise Stop

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)

    def _prepare(self) -> None:
        """Schema, rights, shipped data, first admin, static files."""
        self._dump_before_migrating()
        call_command("migrate", verbosity=0)
        self.say("schema is up to date")
        call_command("roles", apply=True, stdout=open(os.devnull, "w"))  # noqa: SIM115
        if not settings.ISC_DEMO:
            self.say("loading the shipped data")
        call_command("load_shipped", stdout=self.stdout)
        call_command("load_demo" if settings.ISC_DEMO else "load_feeds", stdout=self.stdout)
        self._first_admin()
        call_command("collectstatic", interactive=False, verbosity=0)
        self.say("data and static files are in place")

    def _dump_before_migrating(self) -> None:
        """Keep a dump of existing data when a migration is about to change it."""
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not pending or not executor.loader.applied_migrations:
            return
        folder = self.home / "backups"
        folder.mkdir(exist_ok=True)
        target = folder / time.strftime("before-migration-%Y%m%d-%H%M%S.dump")
        url = os.environ.get("DATABASE_URL") or embedded.planned_urls(self.home)["DATABASE_URL"]
        program = str(embedded.postgres_programs() / "pg_dump")
        done = subprocess.run([program, "-Fc", "-d", url, "-f", str(target)], capture_output=True, check=False)
        if done.returncode:
            reason = done.stderr.decode(errors="replace").strip()
            raise CommandError(f"no dump, so nothing is migrated: {reason}")
        self.say(f"{len(pending)} migrations to apply; a dump is kept: {target}")
        for old in sorted(folder.glob("before-migration-*.dump"))[:-KEPT_DUMPS]:
            old.unlink()

    def _first_admin(self) -> None:
        users = get_user_model()
        if users.objects.filter(is_superuser=True).exists():
            return
        password = secrets.token_urlsafe(12)
        users.objects.create_superuser("admin", password=password)
        self.say(f"first administrator made – shown only this once:  user admin  password {password}")

    def _serve(self, services: embedded.Services) -> None:
        for child in self._children():
            services.supervisor.add(child)
        address = f"http://127.0.0.1:{self.port}/"
        end = time.monotonic() + SERVE_SECONDS
        while not self._answers(address):
            services.supervisor.tend()
            if time.monotonic() > end:
                raise CommandError(f"the web server does not answer; see {self.home}/log/web.log")
            time.sleep(0.1)
        services.announce(address)
        self.say(f"serving at {address}   (Ctrl-C stops it; logs in {self.home}/log)")
        if settings.ISC_DEMO:
            self.say("demo: all content is sample content from a feed that this server itself serves")
        elif not _online():
            self.say("offline: feeds cannot be reached now; they are tried again by themselves")

    def _children(self) -> list[Child]:
        log, root = self.home / "log", str(settings.BASE_DIR)
        celery = [sys.executable, "-m", "celery", "--workdir", root, "-A", "config"]
        web = [sys.executable, "-m", "gunicorn", "--chdir", root, "-b", f"127.0.0.1:{self.port}"]
        web += ["-k", "gthread", "-w", "2", "--threads", "4", "--graceful-timeout", "3", "--no-control-socket"]
        beat_file = str(self.home / "beat.schedule")
        own = {"PYTHONPATH": root, "DJANGO_SETTINGS_MODULE": "config.settings", "FETCH_ALLOW": self._allowed()}
        web_env = {**embedded.environment(self.home, "app_web"), **own}
        worker_env = {**embedded.environment(self.home, "app_worker"), **own}
        worker = [*celery, "worker", "-Q", "fetch,extract,slow", "-c", "2", "--without-gossip", "--without-mingle"]
        return [
            Child("worker", [*worker, "-l", "INFO"], log / "worker.log", env=worker_env),
            Child("beat", [*celery, "beat", "-s", beat_file, "--pidfile="], log / "beat.log", env=worker_env),
            Child("web", [*web, "config.wsgi:application"], log / "web.log", env=web_env),
        ]

    def _allowed(self) -> str:
        """The demo's feed is served by this very server, which the address guard would refuse."""
        allowed = [*settings.FETCH_ALLOW, *([f"127.0.0.1:{self.port}"] if settings.ISC_DEMO else [])]
        return ",".join(allowed)

    def _answers(self, address: str) -> bool:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return bool(answer.status == 200)
        except urllib.error.HTTPError as error:
            return error.code < 500
        except OSError:
            return False


def _online() -> bool:
    """Whether any name resolves: a cheap hint, nothing depends on it."""
    socket.setdefaulttimeout(2)
    try:
        socket.getaddrinfo("example.com", 443)
    except OSError:
        return False
    return True
