"""Shipped YAML: what cannot be read or says a key twice is an error that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from events import shipped_yaml


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "rows.yaml"
    path.write_text("rows:\n  - id: qaim\n    name: القائم\n    since: '2025-01-02'\n    km: 1.5\n", encoding="utf-8")
    assert shipped_yaml.read(path) == {"rows": [{"id": "qaim", "name": "القائم", "since": "2025-01-02", "km": 1.5}]}


@pytest.mark.parametrize("text", ["met: [met]\nmet: [meets]\n", "rows: [1, 2\n"])
def test_a_key_twice_and_no_yaml_are_errors_that_name_the_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^words\.yaml: "):
        shipped_yaml.read(path)
