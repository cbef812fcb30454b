"""kill -9 at any instant: nothing that was acknowledged is lost.

BRIEFING_KILLS sets how many kills at random instants are tried (200 if it is not set).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model.note import Note
from briefing.store.keeping import open_note
from briefing.store.places import places
from briefing.store.recovery import unsaved

KILLS = int(os.environ.get("BRIEFING_KILLS", "200"))
LIVES = 3
ROOT = Path(__file__).parents[3]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")]


class Harness:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("kill_harness.py"))],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.deaths = 0

    def live(self, home: Path, seed: int, *, kill_at: int = 0, after: tuple[str, int] = ("", 0)) -> list[int]:
        """One life; the points that were acknowledged. `after`: killed at the n-th line that begins so."""
        print(home, home / "a.briefing", seed, kill_at, sep="\t", file=self.process.stdin, flush=True)
        pid = self._pid()
        acknowledged, seen = [], 0
        for line in self.process.stdout:
            word, _, number = line.strip().partition(" ")
            if word == "end":
                assert number in ("0", "-9"), "the harness failed"
                self.deaths += number == "-9"
                break
            acknowledged += [int(number)] if word == "ack" else []
            seen += word == after[0]
            if seen == after[1] and word == after[0]:
                os.kill(pid, signal.SIGKILL)
        return acknowledged

    def _pid(self) -> int:
        word, number = self.process.stdout.readline().split()
        assert word == "pid"
        return int(number)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture
def harness():
    made = Harness()
    yield made
    made.close()


def left_behind(home: Path) -> Note | None:
    """The note as the next start would show it."""
    there = places({"BRIEFING_HOME": str(home)})
    path = home / "a.briefing"
    if not path.exists():
        left = unsaved(there.journals)
        return left[0].note if left else None
    opened = open_note(path, there)
    opened.lock.release()
    assert opened.found.diverged == ()
    return opened.found.continues.note if opened.found.continues else opened.loaded.note


def assert_nothing_lost(home: Path, acknowledged: list[int]) -> None:
    note = left_behind(home)
    wordings = [p.wording for p in note.points] if note else []
    assert wordings == [f"op {i}" for i in range(len(wordings))]
    assert len(wordings) > max(acknowledged, default=-1)


@pytest.mark.parametrize("side", [1, -1], ids=["before", "after"])
def test_killed_around_any_call_of_the_file_system_nothing_acknowledged_is_lost(harness, tmp_path, side):
    for number in range(1, 121):
        home = tmp_path / str(number)
        home.mkdir()
        acknowledged = harness.live(home, seed=1, kill_at=side * number)
        assert_nothing_lost(home, acknowledged)
    assert harness.deaths == 120


def test_killed_in_three_lives_one_after_the_other_nothing_acknowledged_is_lost(harness, tmp_path):
    dice = random.Random(20260514)  # noqa: S311 - dice, no secrets
    for number in range(-(-KILLS // LIVES)):
        home = tmp_path / str(number)
        home.mkdir()
        acknowledged: list[int] = []
        for life in range(LIVES):
            moment = ("ack", dice.randint(1, 60)) if dice.random() < 0.5 else ("saving", dice.randint(1, 8))
            acknowledged += harness.live(home, seed=LIVES * number + life, after=moment)
            assert_nothing_lost(home, acknowledged)
    assert harness.deaths >= KILLS


def test_killed_while_recovering_nothing_acknowledged_is_lost(harness, tmp_path):
    for number in range(1, 41):
        home = tmp_path / str(number)
        home.mkdir()
        acknowledged = harness.live(home, seed=number, after=("ack", 7))
        acknowledged += harness.live(home, seed=number, kill_at=number)
        assert_nothing_lost(home, acknowledged)


def test_after_a_kill_the_next_opening_sweeps_up(harness, tmp_path):
    for number in range(1, 60):
        harness.live(tmp_path, seed=number, kill_at=number)
    left_behind(tmp_path)
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".tmp")] == []
