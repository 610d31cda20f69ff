"""Fixtures for all tests."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command


@pytest.fixture(scope="module")
def shipped(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """The shipped data, loaded once for a module; what its tests change is rolled back, test by test."""
    with django_db_blocker.unblock():
        call_command("load_shipped", stdout=io.StringIO())
        call_command("load_feeds", stdout=io.StringIO())
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)
