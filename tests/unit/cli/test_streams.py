"""Where a stranger's streams go: full disks, closed pipes, folders. No traceback, and the right code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import limits

ARTICLE = """Ports agree on night pilots

The ports of Brena and Ostrana agreed on Thursday to share night pilots from July, the harbour board said.
"""


@pytest.fixture
def shell(tmp_path, repository):
    """Runs `briefing` in a shell, with where its streams go; beside an article."""
    if os.name != "posix":
        pytest.skip("a shell is needed")
    (tmp_path / "ports.txt").write_text(ARTICLE, encoding="utf-8")
    environment = {**os.environ, "BRIEFING_HOME": str(tmp_path / "home"), "PYTHONPATH": str(repository)}
    environment.pop("PYTHONUNBUFFERED", None)

    def run(command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f"{sys.executable} -m briefing {command}"],
            cwd=tmp_path,
            env=environment | variables,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.mark.parametrize("tail", [">/dev/full", ">&-", "| true"])
@pytest.mark.parametrize("verb", ["--help", "import ports.txt", "templates list"])
def test_an_output_nobody_takes_is_no_traceback(shell, verb, tail):
    said = shell(f"{verb} {tail}").stderr
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--version >/dev/full", 1),
        ("import --help >/dev/full", 1),
        ("import ports.txt >/dev/full", 1),
        ("import ports.txt 2>/dev/full", 0),
        ("import nowhere.txt >/dev/full 2>&1", 1),
        ("import nowhere.txt 2>/dev/full", 1),
        ("export 2>/dev/full", 2),
        ("--nonsense >/dev/full 2>&1", 2),
        ("import ports.txt 2>&-", 0),
        ("import nowhere.txt >&- 2>&- <&-", 1),
    ],
)
def test_the_exit_code_is_right_also_where_nobody_hears(shell, command, code):
    assert shell(command).returncode == code


@pytest.mark.parametrize("verb", ["import -", "dates --lines -"])
@pytest.mark.parametrize("head", ["<&-", "< .", "< /dev/null"])
def test_a_standard_input_that_gives_nothing_is_no_traceback(shell, verb, head):
    done = shell(f"{verb} {head}")
    assert done.returncode == (0 if "--" in verb and "null" in head else 1)
    assert "Traceback" not in done.stderr
    assert "could not be printed" not in done.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_lines_come_from_plain_files_and_are_of_bounded_length(shell, tmp_path):
    (tmp_path / "long.jsonl").write_bytes(b"x" * (limits.MOST_BULK_LINE_BYTES + 1))
    for name in ("/dev/zero", ".", "''", "long.jsonl"):
        done = shell(f"dates --lines {name}")
        assert done.returncode == 1
        assert done.stderr.startswith("briefing: ")


def test_a_display_that_is_not_there_stops_no_pdf(shell, tmp_path):
    assert shell("demo demo").returncode == 0
    done = shell("export demo/velmark-castora.briefing -o a.pdf", QT_QPA_PLATFORM="xcb", DISPLAY=":4711")
    assert (done.returncode, (tmp_path / "a.pdf").exists()) == (0, True)
