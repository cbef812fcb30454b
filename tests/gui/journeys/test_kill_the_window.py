"""kill -9 of the real window at any instant: nothing that it showed as done is lost.

BRIEFING_WINDOW_KILLS sets how many kills are tried (200 in CI and 24 at a desk, if it is not set).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing.store.keeping import open_note
from briefing.store.places import places
from briefing.store.recovery import unsaved

KILLS = int(os.environ.get("BRIEFING_WINDOW_KILLS", "200" if os.environ.get("CI") else "24"))
SHARES = 4  # of the kills, so that they may run beside each other
LIVES = 3
MOST_LATE_S = 0.02  # after the line that the harness printed

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")]


@dataclass
class Seen:
    """What a life printed: the points it showed as done, and whether an undo was under way at its end."""

    acknowledged: list[int] = field(default_factory=list)
    undoing: bool = False
    killed: bool = False


class Harness:
    def __init__(self, repository: Path, errors: Path) -> None:
        self.errors = errors
        with errors.open("w") as told:
            self.process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("lives.py"))],
                env={**os.environ, "PYTHONPATH": str(repository), "QT_QPA_PLATFORM": "offscreen"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=told,
                text=True,
            )

    def live(self, home: Path, seed: int, moment: tuple[str, int, float]) -> Seen:
        """One life, killed a little after the n-th line that begins with the word of `moment`."""
        word, count, late_s = moment
        print(home, home / "a.briefing", seed, sep="\t", file=self.process.stdin, flush=True)
        pid, seen = self._pid(), Seen()
        for line in self.process.stdout:
            first, _, number = line.strip().partition(" ")
            if first == "end":
                assert number in ("0", "-9"), self.errors.read_text()
                seen.killed = number == "-9"
                break
            seen.acknowledged += [int(number)] if first == "ack" else []
            seen.undoing = {"undoing": True, "redone": False}.get(first, seen.undoing)
            count -= first == word
            if count == 0 and first == word:
                time.sleep(late_s)  # the instant is what is drawn; nothing is decided by it
                os.kill(pid, signal.SIGKILL)
        return seen

    def _pid(self) -> int:
        word, number = self.process.stdout.readline().split()
        assert word == "pid"
        return int(number)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def harness(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Harness(repository, tmp_path / "errors.txt")
    yield made
    made.close()


def left(home: Path) -> list[str]:
    """The wordings as the next start would show them."""
    there, path = places({"BRIEFING_HOME": str(home)}), home / "a.briefing"
    if path.exists():
        opened = open_note(path, there)
        opened.lock.release()
        note = opened.found.continues.note if opened.found.continues else opened.loaded.note
    else:
        found = unsaved(there.journals)
        note = found[0].note if found else None
    return [p.wording for p in note.points] if note else []


def moment(dice: random.Random) -> tuple[str, int, float]:
    """Half of the kills are aimed at saves."""
    word, most = ("ack", 8) if dice.random() < 0.5 else ("saving", 2)
    return word, dice.randint(1, most), dice.random() * MOST_LATE_S


@pytest.mark.parametrize("share", range(SHARES))
def test_killed_in_three_lives_nothing_that_was_shown_as_done_is_lost(harness, tmp_path, share):
    dice = random.Random(20260514 + share)  # noqa: S311 - dice, no secrets
    kills, number = 0, 0
    while kills < KILLS / SHARES:
        home, done = tmp_path / str(number), -1
        home.mkdir()
        for _ in range(LIVES):
            seen = harness.live(home, dice.randrange(10**6), moment(dice))
            kills += seen.killed
            done = max([done, *seen.acknowledged])
            numbers = [int(w[3:]) for w in left(home) if w.startswith("op ")]
            assert numbers == list(range(len(numbers)))
            assert len(numbers) >= done + 1 - seen.undoing
            done = len(numbers) - 1  # where the next life begins; what was being undone may have been
        number += 1
