"""Where two tuples differ: one stretch that went and one that came. Long equal ends cost next to nothing."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")


class Splice(Struct, frozen=True):
    """From `at` on, `gone` items of the old tuple made way for `come` items of the new one."""

    at: int
    gone: int
    come: int

    def old(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """What went, of the old tuple."""
        return items[self.at : self.at + self.gone]

    def new(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """What came, of the new tuple."""
        return items[self.at : self.at + self.come]


def splice(old: tuple[T, ...], new: tuple[T, ...]) -> Splice:
    """The one replacement that makes `new` of `old`; equal tuples differ nowhere, at their end."""
    shorter = min(len(old), len(new))
    start = shorter if old is new else same_start(old, new)
    end = same_end(old, new, shorter - start)
    return Splice(start, len(old) - start - end, len(new) - start - end)


def same_start(old: tuple[T, ...], new: tuple[T, ...], at: int = 0) -> int:
    """The first place from `at` on where they differ, or where one of them ends."""
    stop, step = min(len(old), len(new)), 1
    while at < stop:
        if old[at : at + step] == new[at : at + step]:  # slices: items that are the same object cost nothing
            at, step = min(at + step, stop), step * 2
        elif step == 1:
            return at
        else:
            step = 1 if step <= _FEW else step // _FEW
    return stop


def same_end(old: tuple[T, ...], new: tuple[T, ...], most: int, same: int = 0) -> int:
    """How many items at the ends are equal, `most` at most; the last `same` are not looked at."""
    step = 1
    while same < most:
        take = min(step, most - same)
        i, j = len(old) - same, len(new) - same
        if old[i - take : i] == new[j - take : j]:
            same, step = same + take, step * 2
        elif take == 1:
            return same
        else:
            step = 1 if take <= _FEW else take // _FEW
    return most


_FEW = 8  # a stretch that differs is looked at again in so many parts
