"""Measures the program against its budgets: a line each with the value, the budget, and pass or MISS.

    python -m tests.bench                      everything, in under five minutes
    python -m tests.bench --only start         one group; may be given several times
    python -m tests.bench --json figures.json  keeps the figures a value was made of

A value is a ratio measured in one run unless it names a unit. A missed budget is printed and no failure; the
exit code is 1 only if a measurement crashed. Each group runs in a process and with a home of its own, with its
modules compiled once, as an installed program has them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, cast

from .measure import Row

ROOT = Path(__file__).parents[2]
GROUPS = {  # the module, and the function in it that makes the lines
    "start": ("bench_start", "rows"),
    "source": ("bench_source", "rows"),
    "preview": ("bench_others", "preview"),
    "undo": ("bench_others", "undo"),
    "save": ("bench_others", "store"),
    "word": ("bench_others", "word"),
    "import": ("bench_import", "rows"),
    "large": ("bench_import", "large"),
    "pdf": ("bench_pdf", "rows"),
    "suggest": ("bench_others", "assist"),
    "growth": ("bench_growth", "rows"),
    "window": ("bench_window", "rows"),
    "points": ("bench_points", "rows"),
    "memory": ("bench_memory", "rows"),
    "pages": ("bench_page_count", "rows"),
}
LONGEST_S = 75  # a group that takes longer is ended; the lines it has made stand
TIMED_OUT = 124
ERROR_LINES = 8


def main() -> int:
    """Prints the table and returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", metavar="NAME", action="append", choices=GROUPS, help=", ".join(GROUPS))
    parser.add_argument("--json", metavar="FILE", type=Path)
    parser.add_argument("--here", choices=GROUPS, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.here:
        _measure_here(wanted.here)
    return _measure_all(wanted.only or list(GROUPS), wanted.json)


def _measure_all(groups: list[str], kept: Path | None) -> int:
    begun = time.monotonic()
    made: list[dict[str, object]] = []
    codes = []
    for group in groups:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
            codes.append(_measure_apart(group, Path(home), made))
    print(_ending(made, time.monotonic() - begun))
    if kept is not None:
        machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
        kept.write_text(json.dumps({"machine": machine, "rows": made}, indent=1) + "\n", encoding="utf-8")
    return 1 if set(codes) - {0, TIMED_OUT} else 0


def _measure_apart(group: str, home: Path, made: list[dict[str, object]]) -> int:
    """Prints and adds the lines of one group, measured in a process of its own; its exit code."""
    errors = home / "errors.txt"
    with errors.open("w", encoding="utf-8") as sink, _started(group, home, sink) as process:
        for row in _rows_from(process):
            print(line_of(row), flush=True)
            made.append({"group": group, **asdict(row), "verdict": row.verdict})
    if process.returncode == TIMED_OUT:
        print(f"{group}: the rest was not done within {LONGEST_S} s: MISS", flush=True)
        made.append({"group": group, "what": "the rest", "value": None, "verdict": "MISS"})
    elif process.returncode:
        told = errors.read_text(encoding="utf-8", errors="replace").splitlines()
        print(f"{group}: crashed\n  " + "\n  ".join(told[-ERROR_LINES:]), flush=True)
    return process.returncode


def _ending(made: list[dict[str, object]], took_s: float) -> str:
    verdicts = [str(row["verdict"]) for row in made]
    skipped = sum(v.startswith("skipped") for v in verdicts)
    return f"{verdicts.count('pass')} pass, {verdicts.count('MISS')} MISS, {skipped} skipped; {took_s:.0f} s"


def line_of(row: Row) -> str:
    """A row as it is printed."""
    value = "" if row.value is None else f"{row.value:.2f}"
    budget = "" if row.budget is None else f"<= {row.budget:g}"
    unit = row.unit if row.value is not None else ""
    verdict = row.verdict or ("" if row.unit == "slope" else "no budget")
    return f"{row.what:<90} {value:>9} {unit:<7} {budget:<8} {verdict}".rstrip()


def _started(group: str, home: Path, errors: IO[str]) -> subprocess.Popen[str]:
    """The process that measures one group, with a home that nobody else has."""
    folders = {"BRIEFING_HOME": "home", "XDG_CONFIG_HOME": "config", "PYTHONPYCACHEPREFIX": "compiled"}
    own = {name: str(home / folder) for name, folder in folders.items()}
    environment = os.environ | own | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.bench", "--here", group]
    return subprocess.Popen(
        [sys.executable, "-c", _GUARD, str(LONGEST_S), str(TIMED_OUT), *command],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8",
    )  # fmt: skip


# Ends a measurement that hangs.
_GUARD = """
import subprocess, sys
try:
    sys.exit(subprocess.run(sys.argv[3:], timeout=int(sys.argv[1])).returncode and 1)
except subprocess.TimeoutExpired:
    sys.exit(int(sys.argv[2]))
"""


def _rows_from(process: subprocess.Popen[str]) -> Iterator[Row]:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("{"):
            yield Row(**json.loads(line))


def _measure_here(group: str) -> None:
    """Measures one group in this process, a line of JSON each, and ends the process."""
    module, function = GROUPS[group]
    make = getattr(importlib.import_module(f".{module}", __package__), function)
    for row in cast("Iterator[Row]", make()):
        print(json.dumps(asdict(row)), flush=True)
    os._exit(0)  # what a window leaves behind at the end is no part of the measurement


if __name__ == "__main__":
    sys.exit(main())
