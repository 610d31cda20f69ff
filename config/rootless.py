"""PostgreSQL refuses to run as root. As root it therefore runs as somebody else, in one of two ways.

A user namespace in which we are user 65534, where the kernel allows one; else as `nobody`, keeping only the right to
traverse folders that are closed to others (a data folder below /root).
"""

from __future__ import annotations

import ctypes
import functools
import os
import pwd
from collections.abc import Callable
from pathlib import Path

_CLONE_NEWUSER = 0x10000000
_NOBODY = 65534
_CAP_DAC_OVERRIDE, _PR_SET_KEEPCAPS, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE = 1, 8, 47, 2
_CAPABILITY_VERSION_3 = 0x20080522


@functools.cache
def way() -> str:
    """'' when not root; 'namespace' where a probe in a forked child succeeds; else 'nobody'."""
    if os.geteuid() != 0:
        return ""
    pid = os.fork()
    if pid == 0:
        try:
            _enter_namespace()
            os._exit(0 if os.geteuid() else 1)
        except OSError:
            os._exit(2)
    return "namespace" if os.waitpid(pid, 0)[1] == 0 else "nobody"


def before_exec() -> Callable[[], None]:
    """What a child must do between fork and exec: leave root and lead its own process group."""
    chosen = way()

    def prepare() -> None:
        if chosen == "namespace":
            _enter_namespace()
        elif chosen == "nobody":
            _become_nobody()
        os.setpgid(0, 0)

    return prepare


def give(path: Path) -> None:
    """Make a folder belong to whom PostgreSQL will run as."""
    if way() == "nobody":
        user = pwd.getpwnam("nobody")
        os.chown(path, user.pw_uid, user.pw_gid)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _enter_namespace() -> None:
    uid, gid = os.geteuid(), os.getegid()
    if _libc().unshare(_CLONE_NEWUSER):
        raise OSError(ctypes.get_errno(), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{_NOBODY} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{_NOBODY} {gid} 1")


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Capabilities(ctypes.Structure):
    _fields_ = [("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32)]


def _become_nobody() -> None:
    libc, user = _libc(), pwd.getpwnam("nobody")
    libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    mask = 1 << _CAP_DAC_OVERRIDE
    header = _Header(_CAPABILITY_VERSION_3, 0)
    data = (_Capabilities * 2)(_Capabilities(mask, mask, mask), _Capabilities(0, 0, 0))
    if libc.capset(ctypes.byref(header), data):
        raise OSError(ctypes.get_errno(), "capset")
    libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0)
