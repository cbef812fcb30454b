"""Where a move leads: one step up or down, or a drop in a gap between rows. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.ui.points.rows import Kind, Row, section_start


class Target(Struct, frozen=True):
    """Before which point (empty: last) of which tag."""

    tag: str
    before: str = ""


def step_up(rows: Sequence[Row], moving: Collection[str]) -> Target | None:
    """One place up, past a section's edge to the end of the section before; None at the very top."""
    at = next((i for i, r in enumerate(rows) if r.point in moving), 0)
    neighbour = _next_fixed(rows, moving, range(at - 1, -1, -1))
    if neighbour is None:
        return None
    row = rows[neighbour]
    if row.kind is Kind.CARD:
        return Target(row.tag.id, row.point)
    return None if neighbour == 0 else Target(rows[neighbour - 1].tag.id)


def step_down(rows: Sequence[Row], moving: Collection[str]) -> Target | None:
    """One place down, past a section's edge to the start of the next; None at the very end."""
    at = max((i for i, r in enumerate(rows) if r.point in moving), default=len(rows))
    neighbour = _next_fixed(rows, moving, range(at + 1, len(rows)))
    if neighbour is None:
        return None
    return target_at(rows, moving, neighbour + 1)


def _next_fixed(rows: Sequence[Row], moving: Collection[str], order: range) -> int | None:
    for i in order:
        if rows[i].kind is not Kind.SUGGESTION and rows[i].point not in moving:
            return i
    return None


def target_at(rows: Sequence[Row], moving: Collection[str], gap: int) -> Target:
    """The place of the gap above row `gap` (its section begins at a row before it)."""
    gap = max(1, min(gap, len(rows)))
    tag = rows[section_start(rows, gap - 1)].tag.id
    for row in rows[gap:]:
        if row.kind is not Kind.CARD:
            break
        if row.point not in moving:
            return Target(tag, row.point)
    return Target(tag)


def changes_order(rows: Sequence[Row], moving: Sequence[str], target: Target) -> bool:
    """Whether moving these points to `target` leaves them elsewhere than they are."""
    section = [r for r in rows if r.tag.id == target.tag and r.kind is Kind.CARD]
    here = [r.point for r in section]
    if any(point not in here for point in moving):
        return True
    rest = [p for p in here if p not in moving]
    at = rest.index(target.before) if target.before in rest else len(rest)
    return [*rest[:at], *moving, *rest[at:]] != here


def edge_of_section(rows: Sequence[Row], point: str, *, top: bool) -> Target | None:
    """The first or last place of the section the point stands in; None for an unknown point."""
    at = next((i for i, r in enumerate(rows) if r.point == point), None)
    if at is None:
        return None
    tag = rows[at].tag.id
    if not top:
        return Target(tag)
    return target_at(rows, (point,), section_start(rows, at) + 1)


def next_card(rows: Sequence[Row], point: str) -> Row | None:
    """The card after a point's in the same section, or None."""
    for row, following in pairwise(rows):
        if row.card and row.point == point:
            return following if following.kind is Kind.CARD else None
    return None


def highest_level(rows: Sequence[Row], point: str, deepest: int) -> int:
    """How deep a point may be nested: one below the point above it in its section, never past `deepest`."""
    for above, row in pairwise(rows):
        if row.card and row.point == point:
            return min(deepest, above.card.level + 1) if above.card else 0
    return 0
