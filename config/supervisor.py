"""Child processes that live and die together: restarted when they die, cleared away whatever happens to us.

A guard process waits at the end of a pipe. When we end without saying so (kill -9), the pipe closes and the guard stops
every process group that was announced to it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

GUARD_PATIENCE = 6.0
"""Seconds that the guard gives processes to stop by themselves."""
STOP_PATIENCE = 8.0
"""Seconds that a child gets to stop before it is killed."""
DEATHS, WITHIN = 5, 60.0
"""So many deaths of one child within so many seconds end the attempt to keep it running."""
MAX_LOG = 10_000_000
"""A log larger than this many bytes is put aside at start."""


class GaveUp(Exception):
    """A child that keeps dying; the message says which, and where its log is."""


class Guard:
    """A forked process that ends our children when we cannot."""

    def __init__(self) -> None:
        read, self._write = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._write)
            _watch(read)
        os.close(read)

    def add(self, pid: int, stop: int) -> None:
        """Announce a process group and the signal that stops it."""
        os.write(self._write, f"+{pid} {stop}\n".encode())

    def remove(self, pid: int) -> None:
        """Take back an announced group that has ended."""
        os.write(self._write, f"-{pid} 0\n".encode())

    def dismiss(self) -> None:
        """All is stopped: let the guard go."""
        os.write(self._write, b"done\n")
        os.close(self._write)
        os.waitpid(self._pid, 0)


def _watch(read: int) -> None:
    os.setsid()
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    heard = b""
    while chunk := os.read(read, 4096):
        heard += chunk
        if heard.endswith(b"done\n"):
            os._exit(0)
    groups: dict[int, int] = {}
    for line in heard.decode().splitlines():
        pid, stop = line[1:].split()
        if line[0] == "+":
            groups[int(pid)] = int(stop)
        else:
            groups.pop(int(pid), None)
    for pid, stop in groups.items():
        _signal_group(pid, stop)
    end = time.monotonic() + GUARD_PATIENCE
    while time.monotonic() < end and any(_signal_group(pid, 0) for pid in groups):
        time.sleep(0.1)
    for pid in groups:
        _signal_group(pid, signal.SIGKILL)
    os._exit(0)


def _signal_group(pid: int, number: int) -> bool:
    try:
        os.killpg(pid, number)
    except OSError:
        return False
    return True


@dataclass
class Child:
    """One kept process: how to start it, how to stop it, where it logs."""

    name: str
    argv: Sequence[str]
    log: Path
    stop: signal.Signals = signal.SIGTERM
    env: Mapping[str, str] | None = None
    before_exec: Callable[[], None] | None = None
    process: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=DEATHS))
    again_at: float = 0.0

    def start(self, guard: Guard) -> None:
        """Start it in a process group of its own."""
        with self._open_log() as out:
            self.process = subprocess.Popen(
                list(self.argv),
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                env=None if self.env is None else dict(self.env),
                preexec_fn=self.before_exec,
                process_group=None if self.before_exec else 0,
                cwd=self.log.parent,
            )
        guard.add(self.process.pid, self.stop)

    def _open_log(self) -> IO[bytes]:
        if self.log.exists() and self.log.stat().st_size > MAX_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        return open(self.log, "ab")

    @property
    def alive(self) -> bool:
        """Started and not ended."""
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Send its stop signal to the main process, which handles its own children."""
        if self.process is not None and self.alive:
            self.process.send_signal(self.stop)

    def finish(self, guard: Guard, deadline: float) -> None:
        """Wait until `deadline` (monotonic), then kill the whole group."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            _signal_group(self.process.pid, signal.SIGKILL)
            self.process.wait()
        _signal_group(self.process.pid, signal.SIGKILL)
        guard.remove(self.process.pid)

    def died(self, guard: Guard, now: float) -> float:
        """Note a death; returns after how many seconds to try again. GaveUp after too many."""
        assert self.process is not None
        guard.remove(self.process.pid)
        _signal_group(self.process.pid, signal.SIGKILL)
        self.deaths.append(now)
        if len(self.deaths) == DEATHS and now - self.deaths[0] < WITHIN:
            raise GaveUp(f"{self.name} died {DEATHS} times within a minute; the reason stands at the end of {self.log}")
        delay = 0.5 * 2 ** (len([d for d in self.deaths if now - d < WITHIN]) - 1)
        self.again_at = now + delay
        return delay


class Supervisor:
    """Keeps children running in the order in which they were added; stops them in the opposite one."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.guard = Guard()
        self.children: list[Child] = []
        self._say = say

    def add(self, child: Child) -> Child:
        """Start a child and keep it."""
        self.children.append(child)
        child.start(self.guard)
        return child

    def tend(self) -> None:
        """One look at every child: restart what died, after a pause that doubles. Raises GaveUp."""
        now = time.monotonic()
        for child in self.children:
            if child.alive:
                continue
            if child.process is not None:
                code = child.process.returncode
                delay = child.died(self.guard, now)
                child.process = None
                self._say(f"{child.name} ended ({code}); starting it again in {delay:.1f} s")
            elif now >= child.again_at:
                child.start(self.guard)

    def stop(self, together: int = 0) -> None:
        """Stop the last `together` children at once, then the others one by one, newest first."""
        order = list(reversed(self.children))
        stages = [order[:together], *([c] for c in order[together:])]
        for stage in stages:
            deadline = time.monotonic() + STOP_PATIENCE
            for child in stage:
                child.ask_to_stop()
            for child in stage:
                child.finish(self.guard, deadline)
        self.children.clear()
        self.guard.dismiss()
