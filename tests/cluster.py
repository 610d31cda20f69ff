"""A pytest plugin (`-p tests.cluster`): a throw-away PostgreSQL and Redis before Django's settings load.

With DATABASE_URL and REDIS_URL set, those are used instead, by one process. With `-n auto` two processes share
the tests out, each with services of its own. A running `make up` is never touched: the data folder is a temporary one.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from config import embedded

_started: list[object] = []


def _are_given() -> bool:
    return bool(os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"))


def _only_shares_out() -> bool:
    """Is this the process that hands the tests to others? `-n auto` is looked for before pytest reads its words."""
    return "-n auto" in " ".join(sys.argv[1:]) and "PYTEST_XDIST_WORKER" not in os.environ


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two, for a third of the time goes in waiting; none on given services, whose Redis two would empty in turns."""
    if not _are_given():
        return 2
    config.option.dist = "no"
    return 0


def _start() -> None:
    os.environ.setdefault("SECRET_KEY", "tests-" + "0123456789abcdef" * 4)
    os.environ.setdefault("PUBLIC_READ", "true")
    os.environ.setdefault("HASHED_STATIC", "false")
    if _are_given() or _only_shares_out():
        return
    home = Path(tempfile.mkdtemp(prefix="isc-tests-"))
    services = embedded.Services(home, say=lambda line: None, durable=False)
    (home / "static").mkdir()
    services.start()
    os.environ.update(embedded.planned_urls(home), ISC_HOME=str(home), ISC_EMBEDDED="true")
    _started.extend([services, home])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services and remove their folder."""
    if _started:
        services, home = _started
        _started.clear()
        services.stop()  # type: ignore[attr-defined]
        shutil.rmtree(str(home), ignore_errors=True)


_start()
