"""What a killed program had not saved comes back with one click, and asks first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = Path(__file__).with_name("crash.py")


@pytest.fixture
def crashed(home, repository) -> None:
    environment = {**os.environ, "PYTHONPATH": str(repository), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(CRASH)], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode < 0, done.stderr
    assert done.stdout == "2\n"


def test_unsaved_work_is_offered_and_restored(crashed, person):
    person.until(lambda: "not saved last time" in person.message())
    assert "2 points added. Last change: Today" in person.message()
    person.choose("Restore")
    person.until(lambda: not person.window.on_start)
    assert [p.tag for p in person.note.points] == ["meeting", "agreements"]
    assert not person.window.session.is_saved
    person.press("Ctrl+Z")
    assert person.note.points == ()


def test_what_is_discarded_is_not_offered_again(crashed, person):
    person.until(lambda: "not saved last time" in person.message())
    person.choose("Discard")
    other = person.program.open_window()
    other.offer_unsaved()
    assert other.start_messages.kept == []


def test_a_note_let_go_unsaved_is_not_offered_as_a_crash(person):
    person.try_sample()
    person.press("1")
    person.answer("Don't save")
    person.window.close()
    window = person.program.open_window()
    window.offer_unsaved()
    assert window.start_messages.kept == []
