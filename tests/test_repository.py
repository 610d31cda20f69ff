"""What must not be in the repository: addresses of package registries, secrets, unfinished marks."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOSTS = ["py" + "pi.org", "python" + "hosted", "npm" + "js.org", "deb.deb" + "ian.org"]
BANNED = re.compile("|".join(map(re.escape, HOSTS)), re.I)
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}")


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / n for n in done.stdout.decode().split("\0") if n and (ROOT / n).is_file()]


def texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        if "vendor" in path.parts or path.stat().st_size > 2_000_000:
            continue
        try:
            found.append((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("pattern", [BANNED, SECRET], ids=["registry hosts", "secrets"])
def test_no_file_contains(pattern: re.Pattern[str]) -> None:
    assert not [name for name, text in texts() if pattern.search(text)]


def test_no_code_is_left_unfinished() -> None:
    code = [(n, t) for n, t in texts() if n.endswith((".py", ".js", ".css", ".html", ".sh"))]
    assert not [n for n, t in code if UNFINISHED.search(t)]


def test_requirements_are_exact_and_hashed() -> None:
    for name in ("run.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text()
        pins = re.findall(r"^[a-z0-9][\w.-]*(?:\[[^\]]*\])?==\S+", text, re.M)
        assert len(pins) > 20
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text
