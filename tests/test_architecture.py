"""Imports point one way; the coder needs neither Django nor Celery; files and functions stay small."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("accounts", "config", "demo", "events", "ingest")
PURE_EVENTS = {
    "codebook", "tenure", "reports", "matching", "adoption", "titles", "searching",
    "facts", "numbers", "clustering", "weighing", "corroboration",
    "announcing", "intervals", "levels", "ordinals", "outcomes", "reckoning", "twosides",
}  # fmt: skip
PURE_INGEST = {"feeds", "extraction", "dedupe", "nearness", "listings", "opml", "cleaning", "addresses"}
MAX_FILE, MAX_FUNCTION = 400, 50


def sources(*packages: str) -> list[Path]:
    files = [f for p in packages for f in sorted((ROOT / p).rglob("*.py"))]
    return [f for f in files if "migrations" not in f.parts]


@dataclass(frozen=True)
class Source:
    """What is asked of a file: every module named in an import statement, with the names taken from it; the functions
    that are too long, and those that import something."""

    imports: frozenset[str]
    long: Sequence[str]
    importing: Sequence[str]


@functools.cache
def source(path: Path) -> Source:
    """A file, read once for all questions; its syntax is not kept."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return Source(
        frozenset(_imported(nodes)),
        [f.name for f in functions if f.end_lineno and f.end_lineno - f.lineno + 1 > MAX_FUNCTION],
        [f.name for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)],
    )


def _imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{a.name}" for a in node.names)


def imports(path: Path) -> frozenset[str]:
    return source(path).imports


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_pure(path: Path) -> bool:
    parent, stem = path.parent, path.stem
    if parent == ROOT / "events":
        return stem in PURE_EVENTS
    return (parent == ROOT / "ingest" and stem in PURE_INGEST) or parent == ROOT / "ingest" / "coding"


@pytest.mark.parametrize("path", sources("events"), ids=name)
def test_events_know_nothing_of_ingest_config_or_celery(path: Path) -> None:
    assert not roots(path) & {"ingest", "config", "celery", "kombu", "demo"}


@pytest.mark.parametrize("path", sources("ingest"), ids=name)
def test_ingest_knows_nothing_of_config(path: Path) -> None:
    assert not roots(path) & {"config", "demo", "accounts"}


@pytest.mark.parametrize("path", [p for p in sources("events", "ingest") if is_pure(p)], ids=name)
def test_pure_modules_need_no_framework(path: Path) -> None:
    assert not roots(path) & {"django", "celery", "kombu", "psycopg", "redis", "httpcore2", "httpx2"}
    assert not [i for i in imports(path) if ".models" in i]


def test_tasks_import_nothing_of_events() -> None:
    assert "events" not in roots(ROOT / "ingest" / "tasks.py")


def test_accounts_are_imported_by_nobody_but_config() -> None:
    assert not [name(p) for p in sources("events", "ingest", "demo") if "accounts" in roots(p)]


def test_the_coder_loads_neither_django_nor_celery() -> None:
    code = "import sys, ingest.coding.contract; print([m for m in ('django', 'celery') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", sources(*PACKAGES), ids=name)
def test_files_and_functions_stay_small(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= MAX_FILE
    assert not source(path).long


@pytest.mark.parametrize("path", sources(*PACKAGES), ids=name)
def test_no_imports_inside_functions(path: Path) -> None:
    assert not source(path).importing


def test_there_is_no_drawer_for_leftovers() -> None:
    banned = {"utils", "helpers", "common", "services", "misc"}
    assert not [name(p) for p in sources(*PACKAGES) if p.stem in banned]


@pytest.mark.parametrize("path", sources(*PACKAGES), ids=name)
def test_text_is_never_marked_safe(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "mark_safe" not in text
    assert ".raw(" not in text
    assert ".extra(" not in text
