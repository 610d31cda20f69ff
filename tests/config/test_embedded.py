"""The embedded services: kept data, no orphans, clear refusals."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from config import embedded
from config.roles import grant_statements, rights
from config.supervisor import Child, GaveUp, Guard, Supervisor

ROOT = Path(__file__).resolve().parents[2]


def services(home: Path) -> embedded.Services:
    return embedded.Services(home, say=lambda line: None, durable=False)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["plain", "with spaces and ü", "x" * 150], ids=["plain", "spaces", "150 characters"])
def test_data_is_kept_over_a_restart_in_any_path(tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    for round_number in range(2):
        running = services(home)
        running.start()
        with psycopg.connect(embedded.planned_urls(home)["DATABASE_URL"]) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
            connection.execute("INSERT INTO kept VALUES (1)")
            (rows,) = connection.execute("SELECT count(*) FROM kept").fetchone() or (0,)
        assert rows == round_number + 1
        running.stop()
    assert embedded.running_urls(home) is None


@pytest.mark.slow
def test_a_second_one_is_told_where_the_first_runs(tmp_path: Path) -> None:
    running = services(tmp_path)
    running.announce("http://127.0.0.1:1/")
    with pytest.raises(embedded.AlreadyRunning) as caught:
        services(tmp_path)
    assert caught.value.where == "http://127.0.0.1:1/"
    running.stop()


def test_a_data_folder_of_another_major_is_refused_with_the_commands_that_move_it(tmp_path: Path) -> None:
    (tmp_path / "PG_VERSION").write_text("16\n")
    with pytest.raises(embedded.EmbeddedError, match="pg_dump"):
        embedded.refuse_other_major(tmp_path)


def test_a_child_that_keeps_dying_is_given_up_with_its_log(tmp_path: Path) -> None:
    supervisor = Supervisor(say=lambda line: None)
    child = supervisor.add(Child("mayfly", ["/bin/false"], tmp_path / "mayfly.log"))
    with pytest.raises(GaveUp, match="mayfly died 5 times"):
        for _ in range(500):
            time.sleep(0.01)
            child.again_at = 0.0
            supervisor.tend()
    supervisor.stop()


def test_a_child_that_died_is_started_again(tmp_path: Path) -> None:
    supervisor = Supervisor(say=lambda line: None)
    child = supervisor.add(Child("sleeper", ["/bin/sleep", "60"], tmp_path / "sleeper.log"))
    assert child.process is not None
    first = child.process.pid
    os.kill(first, signal.SIGKILL)
    child.process.wait()
    supervisor.tend()
    child.again_at = 0.0
    supervisor.tend()
    assert child.process is not None and child.process.pid != first and child.alive
    supervisor.stop()


@pytest.mark.slow
def test_nothing_is_left_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from config.supervisor import *\n"
        "s = Supervisor(print); c = s.add(Child('x', ['/bin/sleep', '60'], Path(sys.argv[1]) / 'x.log'))\n"
        "print(c.process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    end = time.monotonic() + 10
    while alive(child) and time.monotonic() < end:
        time.sleep(0.1)
    assert not alive(child)
    parent.stdout.close()


def test_the_guard_goes_when_it_is_dismissed() -> None:
    guard = Guard()
    guard.dismiss()


def run_up(home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    return subprocess.run(
        [sys.executable, "manage.py", "up"],
        cwd=ROOT,
        env={**clean, "ISC_HOME": str(home), **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_a_taken_port_is_a_clear_error_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_up(tmp_path, PORT=str(port))
    assert done.returncode == 1
    assert f"port {port}" in done.stderr and "PORT=" in done.stderr
    assert not (tmp_path / "pg").exists()


@pytest.mark.slow
@pytest.mark.parametrize("port", ["abc", "0", "70000"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    assert "PORT must be a number" in run_up(tmp_path, PORT=port).stderr


def test_the_worker_may_not_touch_users_and_nobody_may_change_claims() -> None:
    assert rights("accounts_user")[1] == ""
    assert rights("events_claim") == ("SELECT, INSERT", "SELECT, INSERT")
    assert rights("events_actor")[1] == "SELECT"
    assert any("REVOKE ALL" in s for s in grant_statements(["events_claim"]))
