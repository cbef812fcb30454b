"""What the parent sees of a reading process: what it takes of memory, and whether it has had its time."""

from __future__ import annotations

import time
from contextlib import suppress

import psutil

from briefing import limits


class Use:
    """What a process has taken since now. On some systems nothing else bounds its memory."""

    def __init__(self, pid: int) -> None:
        self._began = time.monotonic()
        self._process: psutil.Process | None = None
        with suppress(psutil.Error):
            self._process = psutil.Process(pid)
        self._worked = self._worked_s()

    @property
    def memory(self) -> int:
        """Bytes that it holds now; 0 if that cannot be told any more."""
        with suppress(psutil.Error):
            return self._process.memory_info().rss if self._process else 0
        return 0

    def late(self, seconds: float) -> str:
        """Why it is to be ended now, or empty; where it got little of its time, somewhat later."""
        waited = time.monotonic() - self._began
        if waited < seconds:
            return ""
        worked = self._worked_s() - self._worked
        starved = limits.LEAST_WORKED * waited < worked < limits.MOST_WORKED * seconds
        return "" if starved and waited < limits.MOST_EXTENSIONS * seconds else "too-slow"

    def _worked_s(self) -> float:
        with suppress(psutil.Error):
            if self._process:
                times = self._process.cpu_times()
                return float(times.user + times.system)
        return 0.0
