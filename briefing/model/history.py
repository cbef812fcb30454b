"""Undo and redo of everything. History keeps values; undo is a pointer move."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.note import Note

MOST_STEPS = 500


class Label(Struct, frozen=True):
    """What a step did, as a key and its arguments; `ui/words.py` speaks it ("Undo tag as Agreements")."""

    key: str
    arguments: tuple[tuple[str, str], ...] = ()


class Step(Struct, frozen=True):
    """The note after one edit. `group` joins steps of one typing run."""

    note: Note
    label: Label
    group: str = ""


class History(Struct, frozen=True):
    """The first note, the steps that followed, and how many of them stand (`at`)."""

    first: Note
    steps: tuple[Step, ...] = ()
    at: int = 0

    @property
    def note(self) -> Note:
        """The note as it stands."""
        return self.steps[self.at - 1].note if self.at else self.first

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back, or None."""
        return self.steps[self.at - 1].label if self.at else None

    @property
    def undo_group(self) -> str:
        """The run of typing that undo would take back, or empty."""
        return self.steps[self.at - 1].group if self.at else ""

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again, or None."""
        return self.steps[self.at].label if self.at < len(self.steps) else None

    def done(self, note: Note, label: Label, group: str = "") -> History:
        """The history with `note` as its newest step; what was undone is gone. No change, no step.

        A step of the same non-empty `group` as the one before takes its place, so that one run of typing
        is one step; a run that ends where it began is none. Undo ends a run.
        """
        if note == self.note:
            return self
        steps = self.steps[: self.at]
        goes_on = bool(group and steps) and self.at == len(self.steps) and steps[-1].group == group
        before = replace(self, steps=steps[:-1], at=self.at - 1) if goes_on else replace(self, steps=steps)
        return before if note == before.note else _extended(before, Step(note, label, group))

    def undone(self) -> History:
        """The history one step back; the same if there is none."""
        return replace(self, at=max(0, self.at - 1))

    def redone(self) -> History:
        """The history one step on; the same if there is none."""
        return replace(self, at=min(len(self.steps), self.at + 1))


def _extended(history: History, step: Step) -> History:
    """The history with one more step at its end; the oldest goes when there are more than MOST_STEPS."""
    steps = (*history.steps, step)
    if len(steps) > MOST_STEPS:
        return History(steps[0].note, steps[1:], MOST_STEPS)
    return History(history.first, steps, len(steps))
