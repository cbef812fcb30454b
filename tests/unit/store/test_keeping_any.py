"""Any order of edits, undos, saves, crashes and other people's saves: nothing that was kept is lost."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace
from store_doubles import sample_note

from briefing.errors import ChangedOnDisk
from briefing.model.edits import add_point
from briefing.model.note import Note, Point
from briefing.store import recovery
from briefing.store.keeping import Keeper, keeper_of, open_note
from briefing.store.notes import load, save
from briefing.store.places import places


def wordings(note: Note) -> set[str]:
    return {p.wording for p in note.points}


class Evening(RuleBasedStateMachine):
    """`mine`: what I wrote and did not take back; `theirs`: what somebody else saved into the same file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "talks.briefing"
        self.there = places({"BRIEFING_HOME": str(self.folder / "home")})
        self.dead = False
        # Every journal is of this process: those of the keeper before count as a dead program's while we open.
        self.patch = mock.patch.object(recovery, "alive", self.runs)
        self.patch.start()
        self.mine: set[str] = set()
        self.theirs: set[str] = set()
        self.steps: list[Note] = []
        self.count = 0

    def runs(self, _: int) -> bool:
        return not self.dead

    @initialize()
    def begin(self) -> None:
        save(replace(sample_note(), points=()), self.path)
        self.keeper = self.opened()

    def opened(self) -> Keeper:
        self.dead = True
        found = open_note(self.path, self.there)
        self.dead = False
        assert found.locked is None
        keeper = keeper_of(found, self.there)
        if found.found.continues:
            keeper.recover(found.found.continues)
        for one in found.found.diverged:
            keeper.merge_in(one)
        keeper.settle(*found.found.done)
        self.steps = []
        return keeper

    def named(self, who: str) -> str:
        self.count += 1
        return f"{who} {self.count}"

    def with_point(self, note: Note, wording: str) -> Note:
        return add_point(note, Point(wording.replace(" ", "-"), "agreements", wording))

    @rule()
    def edit(self) -> None:
        wording = self.named("mine")
        self.steps.append(self.keeper.note)
        self.keeper.keep(self.with_point(self.keeper.note, wording))
        self.mine.add(wording)

    @rule()
    def type(self) -> None:
        self.steps.append(self.keeper.note)
        self.keeper.change(replace(self.keeper.note, summary=self.named("typing")), typing=True)

    @precondition(lambda self: self.steps)
    @rule()
    def undo(self) -> None:
        before = self.steps.pop()
        self.mine -= wordings(self.keeper.note) - wordings(before)
        self.keeper.keep(before)

    @rule()
    def save(self) -> None:
        try:
            self.keeper.save()
        except ChangedOnDisk:
            both = self.keeper.merge_with_disk()
            self.steps = []
            self.keeper.keep(both.note)
            self.keeper.save()
        assert load(self.path).note == self.keeper.note

    @rule()
    def they_save(self) -> None:
        wording = self.named("theirs")
        save(self.with_point(load(self.path).note, wording), self.path)
        self.theirs.add(wording)

    @rule()
    def crash_and_open_again(self) -> None:
        self.keeper.journal.close()
        self.keeper.lock.release()
        self.keeper = self.opened()

    @rule()
    def close_and_open_again(self) -> None:
        self.keeper.close()
        self.keeper = self.opened()

    @invariant()
    def nothing_of_either_is_lost(self) -> None:
        if not hasattr(self, "keeper"):
            return
        assert self.mine <= wordings(self.keeper.note)
        assert self.theirs <= wordings(load(self.path).note)
        assert len(self.keeper.note.points) == len(wordings(self.keeper.note))

    def teardown(self) -> None:
        self.keeper.close()
        self.patch.stop()
        shutil.rmtree(self.folder)


TestEvening = Evening.TestCase
TestEvening.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
