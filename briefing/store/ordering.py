"""One order made of two people's orders."""

from __future__ import annotations

from collections.abc import Sequence


def merged_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Every id of either, each once. The order is of who moved something, mine if both did.

    What only the other has stands behind the one it follows there.
    """
    leading, other = (theirs, mine) if _moved(base, theirs) and not _moved(base, mine) else (mine, theirs)
    present = set(leading)
    behind: dict[str | None, list[str]] = {}
    before: str | None = None
    for one in other:
        if one in present:
            before = one
        else:
            behind.setdefault(before, []).append(one)
    ordered = list(behind.get(None, []))
    for one in leading:
        ordered.append(one)
        ordered += behind.get(one, [])
    return ordered


def _moved(base: Sequence[str], other: Sequence[str]) -> bool:
    """Whether those that stand in both stand in another order."""
    common = set(base) & set(other)
    return [one for one in base if one in common] != [one for one in other if one in common]
