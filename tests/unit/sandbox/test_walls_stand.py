"""The walls of the process that reads: what is refused there, through Python and past it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import limits
from briefing.sandbox.process import Process

INSIDE = """
import ctypes, json, os, socket, sys, subprocess
from briefing.sandbox import kernel, walls
if sys.argv[3] == "audit only":
    kernel.close = lambda readable: []
walls.limit()
native = ctypes.CDLL(None)
stand = walls.close()
def outcome(act):
    try:
        return "done" if act() not in (-1, b"never") else "refused"
    except (OSError, MemoryError) as fault:
        return "refused"
canary, mark = sys.argv[1].encode(), sys.argv[2]
tries = {
    "read the canary": lambda: open(canary).read(),
    "read it past Python": lambda: native.open(canary, 0),
    "list its folder": lambda: os.listdir(os.path.dirname(canary)),
    "write a file": lambda: open(mark, "w"),
    "write past Python": lambda: native.open(mark.encode(), os.O_CREAT | os.O_WRONLY, 0o600),
    "make a socket": lambda: socket.socket(),
    "make one past Python": lambda: native.socket(1, 1, 0),
    "start a process": lambda: subprocess.run(["true"]),
    "start one past Python": lambda: native.system(b"true") or -1 if native.system(b"true") in (0,) else -1,
    "read its own code": lambda: open(walls.__file__).read(),
    "take much memory": lambda: bytearray(1_000_000_000),
}
print(json.dumps([stand, {name: outcome(act) for name, act in tries.items()}]))
"""
THROUGH_PYTHON = {"read the canary", "list its folder", "write a file", "make a socket", "start a process"}
PAST_PYTHON = {"read it past Python", "write past Python", "make one past Python", "start one past Python"}


def tried(repository: Path, folder: Path, *, kernel: bool) -> tuple[list[str], dict[str, str]]:
    canary = folder / "canary"
    canary.write_text("never")
    command = [
        sys.executable,
        "-c",
        INSIDE,
        str(canary),
        str(folder / "mark"),
        "all" if kernel else "audit only",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=repository)
    assert done.returncode == 0, done.stderr
    stand, outcomes = json.loads(done.stdout)
    return stand, outcomes


def refused(outcomes: dict[str, str]) -> set[str]:
    return {name for name, outcome in outcomes.items() if outcome == "refused"}


def test_what_goes_through_python_is_refused_on_every_system(repository: Path, tmp_path: Path) -> None:
    stand, outcomes = tried(repository, tmp_path, kernel=False)
    assert stand == ["audit"]
    assert refused(outcomes) >= THROUGH_PYTHON
    assert outcomes["read its own code"] == "done"


def test_the_kernel_refuses_native_code_too(repository: Path, tmp_path: Path) -> None:
    stand, outcomes = tried(repository, tmp_path, kernel=True)
    if not {"landlock", "seccomp"} <= set(stand):
        pytest.skip(f"this system has only {stand}")
    assert refused(outcomes) >= THROUGH_PYTHON | PAST_PYTHON
    assert outcomes["read its own code"] == "done"
    assert not (tmp_path / "mark").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound what a process may ask for")
def test_memory_is_bounded(repository: Path, tmp_path: Path) -> None:
    assert tried(repository, tmp_path, kernel=True)[1]["take much memory"] == "refused"


def test_the_process_loads_no_qt_and_no_heavy_library_before_it_is_asked(repository: Path) -> None:
    program = "import sys, briefing.sandbox.work; print(sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=repository)  # noqa: PLW1510 - looked at below
    assert not {"PySide6", "shiboken6", "trafilatura", "lxml", "mammoth"} & set(eval(done.stdout))  # noqa: S307 - our own list
    assert "briefing" in done.stdout


def test_the_parent_is_told_which_walls_stand() -> None:
    process = Process()
    process.start()
    process.close()
    assert process.walls[-1] == "audit"
    assert limits.READING_S < 5
