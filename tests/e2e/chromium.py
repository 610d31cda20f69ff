"""Finds Chromium for the browser tests: named, installed, or fetched by the system's package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> tuple[str | None, str]:
    """The path of Chromium, or None and the reason."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return (named, "") if os.access(named, os.X_OK) else (None, f"CHROMIUM={named} is no program")
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found, ""
    unpacked = CACHE / "usr" / "lib" / "chromium" / "chromium"
    if unpacked.exists():
        return str(unpacked), ""
    if not shutil.which("apt-get"):
        return None, "no Chromium found; install it or set CHROMIUM to its path"
    return _installed() if os.geteuid() == 0 else _unpacked(unpacked)


def _run(*argv: str, cwd: Path = ROOT) -> bool:
    try:
        return subprocess.run(argv, cwd=cwd, capture_output=True, timeout=400, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _installed() -> tuple[str | None, str]:
    _run("apt-get", "update")
    _run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
    found = shutil.which("chromium")
    return (found, "") if found else (None, "apt-get could not install chromium")


def _unpacked(program: Path) -> tuple[str | None, str]:
    """Without root: the packages are downloaded and unpacked below .cache; system libraries must be there."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if not _run("apt-get", "download", "chromium", "chromium-common", cwd=CACHE):
        return None, "apt-get could not download chromium; install it or set CHROMIUM to its path"
    for package in CACHE.glob("*.deb"):
        _run("dpkg", "-x", str(package), str(CACHE))
    return (str(program), "") if program.exists() else (None, "the downloaded chromium could not be unpacked")
