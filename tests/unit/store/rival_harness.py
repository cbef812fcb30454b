"""One of two people who work on one file at the same time, each with a home of their own.

`ack NAME` is printed when the point of that name is promised to be kept. Whoever finds the file changed brings
both together and saves again. Each line on the input is one life, as in kill_harness.
"""

from __future__ import annotations

import random
from pathlib import Path

from briefing.errors import ChangedOnDisk, WriteFailed
from briefing.model.edits import add_point
from briefing.model.note import Point
from briefing.store.keeping import Keeper, keeper_of, open_note
from briefing.store.places import places
from tests.helpers.forked import lives, say

STEPS = 40


def begin(path: Path, home: str) -> Keeper:
    there = places({"BRIEFING_HOME": home})
    opened = open_note(path, there)
    keeper = keeper_of(opened, there)
    if opened.found.continues:
        keeper.recover(opened.found.continues)
    for one in opened.found.diverged:
        keeper.merge_in(one)
    keeper.settle(*opened.found.done)
    return keeper


def save(keeper: Keeper) -> None:
    try:
        keeper.save()
    except ChangedOnDisk:
        keeper.merge_with_disk()
        say("merged")
    except WriteFailed as failed:
        say(f"failed {failed.reason}")


def life(home: str, file: str, seed: str, name: str) -> None:
    keeper = begin(Path(file), home)
    dice = random.Random(int(seed))  # noqa: S311 - dice, no secrets
    for step in range(STEPS):
        if dice.random() < 0.5:
            save(keeper)
        else:
            point = Point(f"{name}-{step}", "t", name)
            keeper.change(add_point(keeper.note, point)).result()
            say(f"ack {point.id}")
    keeper.close()


if __name__ == "__main__":
    lives(life)
