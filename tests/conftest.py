"""Fixtures for all tests."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation

from ingest.models import Feed


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: thousands of collected tests need not be looked through for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page in Arabic leaves its language to the thread; no other test is to find it."""
    yield
    translation.activate("en")


def _clone(name: str, template: str) -> None:
    """A database with all that another holds, by PostgreSQL's own copy of files: a fraction of a second."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _drop(name: str) -> None:
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    """The default connection goes to another database."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


@pytest.fixture(scope="session")
def _empty(django_db_setup: Any, django_db_blocker: Any) -> Iterator[str]:
    """The name of a database with tables and nothing in them."""
    usual = connection.settings_dict["NAME"]
    name = f"{usual}_empty"
    with django_db_blocker.unblock():
        _clone(name, usual)
        with _connected_to(name):
            call_command("flush", interactive=False, verbosity=0)
    yield name
    with django_db_blocker.unblock():
        _drop(name)


@pytest.fixture(scope="session")
def _shipped_database(_empty: str, django_db_blocker: Any) -> Iterator[str]:
    """The name of a database that holds the shipped data, loaded once for all tests."""
    name = _empty.replace("_empty", "_shipped")
    with django_db_blocker.unblock():
        _clone(name, _empty)
        with _connected_to(name):
            call_command("load_shipped", stdout=io.StringIO())
            call_command("load_feeds", stdout=io.StringIO())
    yield name
    with django_db_blocker.unblock():
        _drop(name)


@pytest.fixture(scope="module")
def shipped(_shipped_database: str, django_db_blocker: Any) -> Iterator[None]:
    """The shipped data, for a module; what its tests change is rolled back, test by test."""
    with django_db_blocker.unblock(), _connected_to(_shipped_database):
        django_db_blocker.block()
        yield
        django_db_blocker.restore()


@pytest.fixture(scope="module")
def own_database(_empty: str, django_db_blocker: Any) -> Iterator[Any]:
    """An empty database for a module, to be filled once under `unblock()` of what this gives; its tests roll back."""
    name = _empty.replace("_empty", "_module")
    with django_db_blocker.unblock():
        _clone(name, _empty)
        with _connected_to(name):
            django_db_blocker.block()
            yield django_db_blocker
            django_db_blocker.restore()
        _drop(name)


@pytest.fixture
def shipped_afresh(_shipped_database: str, transactional_db: None) -> Iterator[None]:
    """The shipped data in a database of this test's own, to which worker processes may write; its feeds are off."""
    name = f"{_shipped_database}_afresh"
    _clone(name, _shipped_database)
    with _connected_to(name):
        Feed.objects.update(enabled=False)
        yield
    _drop(name)
