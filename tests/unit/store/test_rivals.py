"""Two processes, one file: whatever each was promised is in the file or in a journal.

BRIEFING_RIVALS sets how many rounds are played (30 if it is not set, of about 80 interleaved actions each).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from store_doubles import sample_note

from briefing.store.notes import load, save
from briefing.store.places import places
from briefing.store.recovery import unsaved

ROUNDS = int(os.environ.get("BRIEFING_RIVALS", "30"))
ROOT = Path(__file__).parents[3]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")]


class Rival:
    """One person: a process that starts lives, and what it was promised."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.promised: list[str] = []
        self.heard: list[str] = []
        self.ends: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("rival_harness.py"))],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def live(self, file: Path, seed: int, name: str, kill_after: int) -> None:
        print(self.home, file, seed, name, sep="\t", file=self.process.stdin, flush=True)
        pid, heard = 0, 0
        for line in self.process.stdout:
            word, _, rest = line.strip().partition(" ")
            heard += word in ("ack", "merged")
            pid = int(rest) if word == "pid" else pid
            self.promised += [rest] if word == "ack" else []
            self.heard.append(word)
            if word == "end":
                self.ends.append(rest)
                return
            if heard == kill_after:
                os.kill(pid, signal.SIGKILL)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def unsaved(self) -> set[str]:
        left = unsaved(places({"BRIEFING_HOME": str(self.home)}).journals)
        return {p.id for one in left for p in one.note.points}


@pytest.fixture
def rivals(tmp_path):
    made = [Rival(tmp_path / "anna"), Rival(tmp_path / "ben")]
    yield made
    for rival in made:
        rival.close()


def test_of_two_people_on_one_file_nobody_loses_what_was_promised(rivals, tmp_path):
    file = tmp_path / "talks.briefing"
    save(sample_note(), file)
    dice = random.Random(20260514)  # noqa: S311 - dice, no secrets
    for number in range(ROUNDS):
        lives = [
            threading.Thread(
                target=rival.live,
                args=(file, 2 * number + i, f"{'ab'[i]}{number}", dice.choice([0, dice.randint(1, 12)])),
            )
            for i, rival in enumerate(rivals)
        ]
        for life in lives:
            life.start()
        for life in lives:
            life.join()
        kept = {p.id for p in load(file).note.points} | rivals[0].unsaved() | rivals[1].unsaved()
        assert {p for r in rivals for p in r.promised} <= kept
    assert {e for r in rivals for e in r.ends} <= {"0", "-9"}
    assert all("merged" in r.heard for r in rivals)
