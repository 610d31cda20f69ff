"""The whole way in a real browser: an article on a feed, the worker, the event on the timeline, in both languages."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e import chromium

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The demo stack on a data folder of its own: its address and the administrator's password."""
    home, port = tmp_path_factory.mktemp("stack"), free_port()
    clean = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DATABASE_URL", "REDIS_URL", "PUBLIC_READ", "SECRET_KEY", "HASHED_STATIC")
    }
    env = {
        **clean,
        "ISC_HOME": str(home),
        "PORT": str(port),
        "ISC_DEMO": "1",
        "POLL_SECONDS": "2",
        "SWEEP_SECONDS": "2",
    }
    log = home / "up.log"
    with open(log, "wb") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "up"], cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True
        )
    try:
        end = time.monotonic() + 90
        while "serving at" not in log.read_text():
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(log.read_text())
            time.sleep(0.2)
        found = re.search(r"password (\S+)", log.read_text())
        assert found
        yield f"http://127.0.0.1:{port}", found[1]
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def page() -> Iterator[Page]:
    path, reason = chromium.find()
    if path is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(f"the browser tests cannot run: {reason}")
        pytest.skip(f"no browser test: {reason}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        problems: list[str] = []
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        yield tab
        browser.close()
        assert problems == []


def told_on(address: str, what: str) -> int:
    """How often something stands on a page."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        return len(re.findall(what, answer.read().decode()))


def wait_for_events(address: str) -> None:
    """Until the worker has taken in the sample articles, and the meeting that the tests look at is no plan any more."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        met = told_on(f"{address}/?actor=p_shatri", "Meeting: [^<]*al-Shatri")
        if met and told_on(f"{address}/?statements=1", "/events/ISC-") >= 8:
            return
        time.sleep(0.5)
    pytest.fail("the sample articles did not become events")


def test_an_article_becomes_an_event_on_the_timeline_in_both_languages(stack: tuple[str, str], page: Page) -> None:
    address, password = stack
    wait_for_events(address)
    page.goto(f"{address}/?actor=p_shatri")
    link = page.get_by_role("link", name=re.compile("Meeting: .*al-Shatri"))
    expect(link.first).to_be_visible()
    link.first.click()
    expect(page).to_have_url(re.compile(r"/events/ISC-\d{4}-\d+/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("al-Shatri")
    expect(page.locator("body")).to_contain_text("Damascus")
    page.goto(f"{address}/ar/?actor=p_shatri")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("body")).to_contain_text("الشطري")


def test_every_machine_value_highlights_in_the_stored_article(stack: tuple[str, str], page: Page) -> None:
    address, password = stack
    wait_for_events(address)
    page.goto(f"{address}/accounts/login/?next=/%3Factor=p_shatri")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Meeting: .*al-Shatri")).first.click()
    page.locator("a[href^='/articles/']").first.click()
    expect(page).to_have_url(re.compile(r"/articles/\d+/"))
    expect(page.locator("mark").first).to_be_visible()
