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
    if sys.platform == "win32":  # there os.kill would end the process
        import psutil  # noqa: PLC0415 - a start on other systems does without

        return psutil.pid_exists(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # it runs, as somebody else
    return _state(pid) != "Z"


def started(pid: int) -> str:
    """When that process started, in the system's own count; empty where it cannot be told."""
    if sys.platform != "linux":
        return _started_elsewhere(pid)
    fields = _stat_fields(pid)
    return fields[19] if len(fields) > 19 else ""


def _started_elsewhere(pid: int) -> str:
    import psutil  # noqa: PLC0415 - heavy: not wanted on Linux

    try:
        return f"{psutil.Process(pid).create_time():.2f}"
    except (psutil.Error, OSError, OverflowError, ValueError):
        return ""


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
