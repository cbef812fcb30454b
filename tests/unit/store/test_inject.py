"""A save whose calls fail in the kernel: the old file stays, byte for byte, and the failure has a type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from briefing.model.note import Note, TemplateCopy
from briefing.store import notes

STRACE = shutil.which("strace")
SAVE = """
import sys
from pathlib import Path
from briefing.errors import BriefingError
from briefing.model import edits
from briefing.store import notes
opened = notes.load(Path(sys.argv[1]))
try:
    notes.save(edits.set_title(opened.note, "New"), Path(sys.argv[1]), expected_sha256=opened.sha256)
except BriefingError as failure:
    print(type(failure).__name__, failure.reason)
else:
    print("saved")
"""


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize(
    ("call", "fault", "told"),
    [
        ("write", "ENOSPC", "WriteFailed full"),
        ("write", "EIO", "WriteFailed failed"),
        ("fdatasync", "EIO", "WriteFailed failed"),
        ("fdatasync", "ENOSPC", "WriteFailed full"),
        ("rename", "EIO", "WriteFailed failed"),
        ("rename", "EROFS", "WriteFailed denied"),
    ],
)
def test_a_call_that_fails_in_the_kernel_leaves_the_old_file(tmp_path, repository, call, fault, told):
    path = tmp_path / "talks.briefing"
    notes.save(Note("n-1", TemplateCopy("plain", ""), title="Old"), path)
    before = path.read_bytes()
    inject = f"inject={call}:error={fault}:when=1"
    command = [str(STRACE), "-o", os.devnull, "-e", inject, sys.executable, "-c", SAVE, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(repository), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    if "Operation not permitted" in done.stderr or "PTRACE" in done.stderr:
        pytest.skip("no process may be traced here")
    assert done.stdout.strip() == told, done.stderr
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["talks.briefing"]
