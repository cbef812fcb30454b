"""The walls around the process that reads, raised by itself before it meets anybody's bytes.

Each is raised where the system has it, and none replaces another: limits of time, memory, handles and written
bytes (POSIX); no file but the program's own, no connection, no other process (Linux: Landlock and seccomp, in
the kernel); the same for everything that goes through Python (an audit hook, on every system).
"""

from __future__ import annotations

import os
import sys
import sysconfig
import time
from contextlib import suppress
from pathlib import Path

from briefing import limits, resources
from briefing.sandbox import kernel

_REFUSED = (
    "socket.", "subprocess.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.",
    "telnetlib.", "webbrowser.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
    "os.startfile", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.chflags", "os.utime", "os.setxattr", "os.removexattr", "os.kill", "os.killpg",
    "pty.", "shutil.", "tempfile.", "sqlite3.", "winreg.", "_winapi.Create",
)  # fmt: skip
_LOOKED_INTO = ("open", "os.listdir", "os.scandir", "os.walk", "os.fwalk", "glob.glob", "glob.glob/2")
_SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share/zoneinfo", "/etc/ld.so.cache",
    "/etc/localtime", "/dev/null", "/dev/urandom",
)  # fmt: skip


def limit() -> None:
    """Time, memory, handles and written bytes get their bounds, where the system keeps such."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        _bound(resource.RLIMIT_CPU, limits.READING_CPU_S)
        _bound(resource.RLIMIT_CORE, 0)
        _bound(resource.RLIMIT_FSIZE, 0)
        _bound(resource.RLIMIT_NOFILE, limits.READING_HANDLES)
        _bound(resource.RLIMIT_AS, limits.READING_ADDRESS_BYTES)
        if hasattr(resource, "RLIMIT_DATA"):
            _bound(resource.RLIMIT_DATA, limits.READING_MEMORY_BYTES)


def _bound(kind: int, most: int) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(ValueError, OSError):  # a system may know the limit and not keep it
        resource.setrlimit(kind, (most, most))


def close() -> list[str]:
    """No file, connection or process from here on, but reading the program's own; says which walls stand."""
    time.localtime()  # the system reads its time zone once
    roots = tuple(dict.fromkeys(os.path.realpath(root) for root in _roots()))
    stand = kernel.close(tuple(r for r in (*roots, *_SYSTEM) if Path(r).exists()))
    sys.addaudithook(_Guard(roots))
    return [*stand, "audit"]


def _roots() -> list[str]:
    """The folders the program itself is read from."""
    found = [str(Path(__file__).parents[1]), str(resources.root())]
    found += [str(getattr(sys, "_MEIPASS", ""))]  # a frozen program's own folder
    names = ("stdlib", "platstdlib", "purelib", "platlib")
    found += [sysconfig.get_path(n) or "" for n in names]
    found += [p for p in sys.path if Path(p).name in ("site-packages", "dist-packages", "lib-dynload")]
    found += [p for p in sys.path if p.startswith((sys.base_prefix, sys.prefix)) and "lib" in Path(p).parts]
    return [f for f in found if f]


class _Guard:
    """Refuses, through Python, what the walls of the kernel refuse to everybody."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._exact = frozenset((*roots, *_SYSTEM))
        self._below = tuple(root + os.sep for root in (*roots, *_SYSTEM))

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        refused = not self._is_ours(arguments) if event in _LOOKED_INTO else event.startswith(_REFUSED)
        if refused:
            message = f"{event}: not in a reader"
            raise PermissionError(message)

    def _is_ours(self, arguments: tuple[object, ...]) -> bool:
        path = arguments[0] if arguments else None
        if isinstance(path, int):
            return True  # a handle that is open already
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        if len(arguments) > 2 and _writes(arguments[1], arguments[2]):
            return False
        place = os.path.realpath(os.fsdecode(path))
        return place in self._exact or place.startswith(self._below)


def _writes(mode: object, flags: object) -> bool:
    """Whether a file is opened for more than reading."""
    if isinstance(mode, str) and any(c in mode for c in "wax+"):
        return True
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
