"""Words of strength and of direction: where a wording climbs a ladder, or turns round, against its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing import resources


@dataclass(frozen=True, slots=True)
class Claim:
    """A word on a ladder: which ladder, how high, and where it stands."""

    axis: str
    level: int
    start: int
    end: int
    text: str


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    found: dict[tuple[str, int], list[str]] = {}
    for line in resources.text("assist", "claims.txt").splitlines():
        head, _, pattern = line.partition("\t")
        if not pattern or line.startswith("#"):
            continue
        spoken, axis, level = head.split()
        if spoken == language:
            found.setdefault((axis, int(level)), []).append(pattern)
    return tuple((axis, level, re.compile("|".join(p), re.IGNORECASE)) for (axis, level), p in found.items())


def claims(text: str, language: str) -> tuple[Claim, ...]:
    """Every word of strength or direction in a text."""
    return tuple(
        Claim(axis, level, m.start(), m.end(), m.group())
        for axis, level, pattern in _patterns(language)
        for m in pattern.finditer(text)
        if m.group() != "May"  # the month
    )


def by_axis(found: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """The same words by their ladder."""
    sorted_out: dict[str, list[Claim]] = {}
    for claim in found:
        sorted_out.setdefault(claim.axis, []).append(claim)
    return sorted_out


def climbs(wording: Sequence[Claim], evidence: Sequence[Claim]) -> Iterator[tuple[Claim, Claim | None]]:
    """Each word of the wording that is stronger than any in the evidence, with the strongest there.

    A ladder of which the evidence holds no rung says nothing, but for the accord: "agreed" needs an agreement.
    """
    said = by_axis(evidence)
    for axis, ours in by_axis(wording).items():
        if axis.startswith("to-"):
            continue
        theirs = said.get(axis, [])
        top = max(theirs, key=lambda c: c.level, default=None)
        best = max(ours, key=lambda c: c.level)
        yield from _compared(axis, best, top, theirs)


def _compared(
    axis: str, best: Claim, top: Claim | None, theirs: Sequence[Claim]
) -> Iterator[tuple[Claim, Claim | None]]:
    if top is None:
        if (axis == "source" and best.level == 3) or (axis == "accord" and best.level == 4):
            yield best, None
        return
    lowest = min(c.level for c in theirs)
    if (best.level > top.level and (axis != "accord" or best.level >= 3)) or (
        axis == "accord" and best.level == 1 and lowest >= 3
    ):
        yield best, top


def turns(wording: Sequence[Claim], evidence: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each word that points one way where the evidence points only the other."""
    said = by_axis(evidence)
    for axis, ours in by_axis(wording).items():
        if not axis.startswith("to-"):
            continue
        theirs = {c.level for c in said.get(axis, [])}
        for claim in ours:
            if theirs == {-claim.level} and not any(c.level == -claim.level for c in ours):
                yield claim, next(c for c in said[axis] if c.level == -claim.level)
                break
