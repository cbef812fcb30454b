"""A headless session that works until it is killed. Started once; each line on its input is one life.

A line is: home, file, seed, kill_at. The life opens the file, takes up what the one before left unsaved, and
goes on adding points, typing and saving. `ack N` is printed only when the change that made point N is promised
to be on the disk. With kill_at > 0 the process dies just before that call of the file system, with kill_at < 0
just after it, with 0 somebody else kills it.
"""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

from msgspec.structs import replace

from briefing.model.edits import add_point
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.disk import Disk
from briefing.store.keeping import Keeper, keeper_of, new_keeper, open_note
from briefing.store.places import Places, places
from briefing.store.recovery import unsaved
from tests.helpers.forked import lives, say

STEPS = 400
CALLS = frozenset(name for name in vars(Disk) if not name.startswith("_")) - {"now", "pause"}


class Deadly(Disk):
    def __init__(self, kill_at: int) -> None:
        self.kill_at = kill_at
        self.calls = 0

    def __getattribute__(self, name: str):
        real = super().__getattribute__(name)
        return self._deadly(real) if name in CALLS else real

    def _deadly(self, real):
        def call(*arguments):
            self.calls += 1
            number = self.calls
            if number == self.kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                return real(*arguments)
            finally:
                if number == -self.kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        return call


def begin(path: Path, there: Places, fs: Disk) -> Keeper:
    if path.exists():
        opened = open_note(path, there, fs)
        keeper = keeper_of(opened, there, fs=fs)
        if opened.found.continues:
            keeper.recover(opened.found.continues)
        keeper.settle(*opened.found.done)
        return keeper
    left = unsaved(there.journals, fs)
    keeper = new_keeper(left[0].base.note if left else Note("n-1", TemplateCopy("t", "x" * 2000)), there, fs=fs)
    if left:
        keeper.recover(left[0])
    return keeper


def work(keeper: Keeper, path: Path, dice: random.Random) -> None:
    for _ in range(STEPS):
        chance = dice.random()
        number = len(keeper.note.points)
        if chance < 0.15:
            say("saving")
            keeper.save(path)
        elif chance < 0.3:
            keeper.change(replace(keeper.note, summary=f"typing {dice.random()}"), typing=True)
        else:
            keeper.change(add_point(keeper.note, Point(f"p-{number}", "t", f"op {number}"))).result()
            say(f"ack {number}")


def life(home: str, file: str, seed: str, kill_at: str) -> None:
    path = Path(file)
    keeper = begin(path, places({"BRIEFING_HOME": home}), Deadly(int(kill_at)))
    say("ready")
    work(keeper, path, random.Random(int(seed)))  # noqa: S311 - dice, no secrets
    keeper.close()


if __name__ == "__main__":
    lives(life)
