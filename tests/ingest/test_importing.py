"""`manage.py ingest`: an archive from files."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from events.models import Article, Event, Source
from ingest import pipeline
from ingest.coding import lexicon
from tests.reporting import registry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

GOOD = {
    "id": "a",
    "url": "https://daily.example/a",
    "publisher": "Daily Example",
    "lang": "en",
    "published": "2025-08-29",
    "title": "Talks in Damascus",
    "text": "Iraqi intelligence chief Hamid al-Shatri met Syrian President Ahmed al-Sharaa in Damascus on Thursday.",
}


@pytest.fixture(autouse=True)
def _shipped(monkeypatch: Any) -> None:
    registry()
    monkeypatch.setattr(pipeline, "current_lexicon", lexicon.shipped)


def ingest(*names: str, **options: Any) -> tuple[list[dict[str, Any]], int]:
    """Rows of --json and the exit code."""
    out = io.StringIO()
    code = 0
    try:
        call_command("ingest", *names, json=True, stdout=out, stderr=io.StringIO(), **options)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return [json.loads(line) for line in out.getvalue().splitlines()], code


def archive(folder: Path, *lines: object) -> str:
    path = folder / "archive.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), encoding="utf-8")
    return str(path)


def test_an_article_becomes_an_event_and_its_publisher_a_source(tmp_path: Path) -> None:
    rows, code = ingest(archive(tmp_path, GOOD))
    assert (rows[0]["outcome"], code) == ("coded", 0)
    event = Event.objects.get()
    assert rows[0]["events"][0]["id"] == event.public_id
    assert Source.objects.get(name_en="Daily Example").reliability == "F"


def test_a_text_whose_publisher_nobody_names_is_of_an_unknown_one_in_both_languages(tmp_path: Path) -> None:
    ingest(archive(tmp_path, {k: v for k, v in GOOD.items() if k != "publisher"}))
    source = Source.objects.get(kind="imported")
    assert (source.name_in("en"), source.name_in("ar")) == ("unknown", "غير معروف")


def test_importing_again_is_a_duplicate(tmp_path: Path) -> None:
    name = archive(tmp_path, GOOD)
    ingest(name)
    rows, _ = ingest(name)
    assert rows[0]["outcome"] == "duplicate"
    assert (Article.objects.count(), Event.objects.count()) == (1, 1)


def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    old = {**GOOD, "published": "0025-12-27"}
    bad = ["{broken", "[]", {**GOOD, "text": ""}, {**GOOD, "url": "ftp://x"}, old, {**GOOD, "published": "soon"}]
    rows, code = ingest(archive(tmp_path, *bad, GOOD))
    assert [r["outcome"] for r in rows] == ["failed"] * 6 + ["coded"]
    assert [r["where"].rsplit(":", 1)[1] for r in rows[:6]] == ["1", "2", "3", "4", "5", "6"]
    assert "cannot be believed" in rows[4]["reason"]
    assert code == 1


def test_what_is_out_of_scope_is_irrelevant(tmp_path: Path) -> None:
    rows, code = ingest(archive(tmp_path, {**GOOD, "title": "Wheat", "text": "Wheat prices rose in Basra. " * 5}))
    assert (rows[0]["outcome"], code) == ("irrelevant", 0)


def test_a_text_file_has_its_title_in_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{GOOD['title']}\n\n{GOOD['text']}", encoding="utf-8")
    rows, _ = ingest(str(path), source="Daily Example", published="2025-08-29")
    assert rows[0]["outcome"] == "coded"


def test_a_page_file_is_extracted(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    article = f"<h1>{GOOD['title']}</h1><p>{GOOD['text']}</p><p>{'More. ' * 40}</p>"
    body = f"<html><body><article>{article}</article></body></html>"
    path.write_text(body, encoding="utf-8")
    rows, _ = ingest(str(path), source="Daily Example", url="https://daily.example/p", published="2025-08-29")
    assert rows[0]["outcome"] == "coded"
    assert Article.objects.get().url == "https://daily.example/p"


def test_a_file_without_its_source_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x\ny", encoding="utf-8")
    rows, code = ingest(str(path))
    assert "--source" in rows[0]["reason"]
    assert code == 1


@pytest.mark.parametrize("name", ["missing.jsonl", "picture.png"])
def test_a_file_that_cannot_be_read_is_a_clear_error(tmp_path: Path, name: str) -> None:
    if name.endswith("png"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(CommandError):
        ingest(str(tmp_path / name))
