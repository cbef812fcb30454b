"""What every measurement shares: a line of the table, clocks, medians, and processes timed from outside."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

ROUNDS = 7

# Starts the command as a child of its own: what a process had in memory before counts as its child's peak.
_LAUNCHER = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, used = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a value (a ratio unless `unit` says otherwise) and the budget it should keep."""

    what: str
    value: float | None
    budget: float | None = None
    unit: str = ""
    figures: dict[str, float] = field(default_factory=dict)  # what the value was made of; names say the unit
    skipped: str = ""  # why there is no value

    @property
    def verdict(self) -> str:
        """What to print behind the value."""
        if self.value is None:
            return f"skipped: {self.skipped}"
        if self.budget is None:
            return ""
        return "pass" if self.value <= self.budget else "MISS"


@dataclass(frozen=True, slots=True)
class Used:
    """What a process used: CPU seconds, and its peak of resident memory."""

    cpu_s: float
    peak_mib: float


def medians(*works: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, ...]:
    """The median CPU seconds of each work, a first round left out; they take turns, so that noise is fair."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for own, work in zip(times, works, strict=True):
            gc.collect()
            own.append(timed(work))
    return tuple(statistics.median(own[1:]) for own in times)


def median_within(work: Callable[[], object], enough_s: float = 1.0, least: int = 3, most: int = 15) -> float:
    """The median CPU seconds of as many runs as fit in a moment."""
    work()
    times: list[float] = []
    while len(times) < least or (sum(times) < enough_s and len(times) < most):
        times.append(timed(work))
    return statistics.median(times)


def timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The seconds one call takes."""
    start = clock()
    work()
    return clock() - start


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 keep."""
    return sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]


def compared(what: str, ours: Callable[[], object], bare: Callable[[], object], budget: float | None) -> Row:
    """The ratio of two works done in turn in this process."""
    ours_s, bare_s = medians(ours, bare)
    return Row(what, ours_s / bare_s, budget, figures={"ours_ms": ours_s * 1e3, "bare_ms": bare_s * 1e3})


def can_launch() -> bool:
    """Whether this system tells what a child process used."""
    return hasattr(os, "wait4") and hasattr(os, "posix_spawn")


def launched(command: Sequence[str]) -> Used:
    """What one run of a command used. Raises RuntimeError if it ended with a failure."""
    argv = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    code, cpu_s, peak_mib = subprocess.run(argv, capture_output=True, text=True, check=True).stdout.split()
    if int(code):
        message = f"ended with code {code}: {' '.join(command)}"
        raise RuntimeError(message)
    return Used(float(cpu_s), float(peak_mib))


def launches(*commands: Sequence[str], rounds: int) -> tuple[Used, ...]:
    """The medians of what each command used, a first round left out; they take turns."""
    turns = [[launched(command) for command in commands] for _ in range(rounds + 1)][1:]
    return tuple(
        Used(statistics.median(u.cpu_s for u in runs), statistics.median(u.peak_mib for u in runs))
        for runs in zip(*turns, strict=True)
    )
