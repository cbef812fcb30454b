"""What the gutter says of each line of a row: which badge stands there and which bars run along it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_NEAR_ITEMS = 8  # how many earlier marks can reach into the same line
SHOWN_SIGNS = 2  # more tags than this are counted: ×3


class Item(NamedTuple):
    """A mark or a suggestion on a row, in the row's characters. `tag` indexes the tags shown."""

    start: int
    end: int
    tag: int
    suggested: bool = False


class LineSigns(NamedTuple):
    """The gutter of one line: the tags its badge names, and the tags of the bars beside it."""

    badge: tuple[int, ...] = ()
    overlap: bool = False  # the badge's tags lie over one another
    suggested: bool = False  # the badge is a suggestion's
    dashed: bool = False  # the bars are a suggestion's
    bars: tuple[int, ...] = ()
    begins: bool = False  # the bars begin here, and do not go on from the line above


def signs(items: Sequence[Item], lines: Sequence[tuple[int, int]]) -> list[LineSigns]:
    """The gutter of each line, for items sorted by place."""
    homes = [_badge_line(items, number, lines) for number in range(len(items))]
    made: list[LineSigns] = []
    for number, line in enumerate(lines):
        here = [item for item in items if _touches(item, line)]
        badged = [item for item, home in zip(items, homes, strict=True) if home == number]
        made.append(_line_signs(here, badged))
    return made


def _line_signs(here: list[Item], badged: list[Item]) -> LineSigns:
    marks = [item for item in here if not item.suggested]
    named = [item for item in badged if not item.suggested]
    if not marks:
        return LineSigns(_tags(badged), suggested=True, dashed=True, bars=_tags(here), begins=bool(badged))
    over = [m for m in marks if any(_overlap(m, n) for n in named)]
    overlap = len(_tags(over)) > 1 and any(_overlap(a, b) for a in over for b in over if a.tag != b.tag)
    badge = _tags([*over, *named]) if overlap else _tags(named)
    suggested = not badge and bool(badged)
    return LineSigns(badge or _tags(badged), overlap, suggested, bars=_tags(marks), begins=bool(badge))


def _tags(items: Sequence[Item]) -> tuple[int, ...]:
    return tuple(sorted({item.tag for item in items}))


def _badge_line(items: Sequence[Item], number: int, lines: Sequence[tuple[int, int]]) -> int:
    """The item's first line that no earlier item reaches into; its first line if there is none such.

    A badge beside a line that another mark fills would seem to be that mark's.
    """
    item = items[number]
    own = [index for index, line in enumerate(lines) if _touches(item, line)]
    earlier = [o for o in items[max(0, number - _NEAR_ITEMS) : number] if not _overlap(o, item)]
    free = (i for i in own if not any(_touches(o, lines[i]) for o in earlier))
    return next(free, own[0] if own else -1)


def _touches(item: Item, line: tuple[int, int]) -> bool:
    return item.start < line[1] and line[0] < item.end


def _overlap(one: Item, other: Item) -> bool:
    return one.start < other.end and other.start < one.end
