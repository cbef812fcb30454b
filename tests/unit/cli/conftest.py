"""The command line as a stranger runs it: a process of its own, in a home of its own, without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def briefing(tmp_path: Path, repository: Path) -> Run:
    """Runs `briefing` with those arguments in tmp_path; `stdin` is given as text."""
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    environment |= {"BRIEFING_HOME": str(tmp_path / "home"), "PYTHONPATH": str(repository), "PYTHONUTF8": "1"}

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *arguments],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
