"""The front-end files of others are the ones we took: version, licence and hash stand beside them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"
ENTRIES = json.loads((VENDOR / "VENDOR.json").read_text(encoding="utf-8"))


def test_every_file_has_the_hash_that_is_written_down() -> None:
    for entry in ENTRIES:
        for name, digest in entry["files"].items():
            assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name


def test_every_file_is_written_down() -> None:
    present = {str(f.relative_to(VENDOR)) for f in VENDOR.rglob("*") if f.is_file()}
    assert present == {"VENDOR.json", *(name for entry in ENTRIES for name in entry["files"])}


def test_every_library_names_version_licence_and_origin() -> None:
    for entry in ENTRIES:
        assert all(entry[field] for field in ("name", "package", "version", "licence"))
        assert any(name.endswith((".md", ".txt")) for name in entry["files"]), "the licence text is shipped"


def test_the_version_is_the_one_in_the_file() -> None:
    chart = next(e for e in ENTRIES if e["name"] == "Chart.js")
    assert f"Chart.js v{chart['version']}" in (VENDOR / "chart/chart.umd.min.js").read_text(encoding="utf-8")[:200]
