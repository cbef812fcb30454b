"""Whether the process that left a file behind still runs, and which computer this is."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def host_mark() -> str:
    """Six hexadecimal digits for this computer; its name stays unsaid."""
    return hashlib.sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:6]


def alive(pid: int) -> bool:
    """Whether a process of that number runs on this computer. In doubt, yes."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _windows_alive(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # it runs, as somebody else
    return _state(pid) != "Z"


def started(pid: int) -> str:
    """When that process started, in the system's own count; empty where it cannot be told."""
    fields = _stat_fields(pid)
    return fields[19] if len(fields) > 19 else ""


def _state(pid: int) -> str:
    fields = _stat_fields(pid)
    return fields[0] if fields else ""


def _stat_fields(pid: int) -> list[str]:
    """The fields of /proc/PID/stat behind the name, which may itself hold spaces and brackets."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


if sys.platform == "win32":
    import ctypes

    _QUERY_LIMITED = 0x1000
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5

    def _windows_alive(pid: int) -> bool:
        """os.kill(pid, 0) would end the process on Windows."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(_QUERY_LIMITED, 0, pid)
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(code))
        kernel.CloseHandle(ctypes.c_void_p(handle))
        return not known or code.value == _STILL_ACTIVE
