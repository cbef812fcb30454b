"""Boxes of text on a page to lines, and lines to columns in reading order (cuts along white space)."""

from __future__ import annotations

from operator import attrgetter
from statistics import median

from msgspec import Struct
from msgspec.structs import force_setattr, replace

_GUTTER_SHARE = 0.9  # of a line's height: white space that parts two columns
_WORD_GAP_SHARE = 0.15  # of a line's height: white space that parts two words
_JOIN_SHARE = 0.9  # of a line's height: pieces nearer than this are one line
_BULLET_SHARE = 4.0  # the same behind a bullet
_MOST_TALLER = 3.0  # than a piece: a line that stands apart from the order of the others
_MOST_CUTS = 40  # nested


class Piece(Struct, frozen=True):
    """A run of text and its box in points from the top left, on a page of that size."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    page_width: float = 0.0
    page_height: float = 0.0
    height: float = 0.0  # of the box, never zero; asked so often that it is kept

    def __post_init__(self) -> None:
        force_setattr(self, "height", max(0.1, self.bottom - self.top))


def lines_of(pieces: list[Piece]) -> list[Piece]:
    """Pieces that stand side by side joined into lines; those of another column stay apart."""
    lines: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (round(p.bottom / 2), p.left)):
        at = _line_beside(lines, piece)
        if at < 0:
            lines.append(piece)
        else:
            lines[at] = _joined(lines[at], piece)
    return lines


def _line_beside(lines: list[Piece], piece: Piece) -> int:
    """The index of the line that a piece continues; -1 if there is none among the last ones."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 8), -1):
        line = lines[at]
        if line.bottom < piece.top and line.height < _MOST_TALLER * piece.height:
            return -1  # lines come from the top down: those before stand higher still
        if _beside(line, piece):
            return at
    return -1


def _beside(line: Piece, piece: Piece) -> bool:
    overlap = min(line.bottom, piece.bottom) - max(line.top, piece.top)
    gap = piece.left - line.right
    reach = _BULLET_SHARE if len(line.text) <= 2 and not line.text.isalnum() else _JOIN_SHARE
    return overlap > 0.5 * min(line.height, piece.height) and -1 < gap / piece.height < reach


def _joined(line: Piece, piece: Piece) -> Piece:
    glue = " " if piece.left - line.right > _WORD_GAP_SHARE * piece.height else ""
    return replace(
        line,
        text=f"{line.text}{glue}{piece.text}",
        top=min(line.top, piece.top),
        right=max(line.right, piece.right),
        bottom=max(line.bottom, piece.bottom),
    )


def columns(lines: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """The lines in groups, each a column or a part of one, in the order they are read."""
    if len(lines) < 2 or depth > _MOST_CUTS:
        return [lines] if lines else []
    if max(li.left for li in lines) <= min(li.right for li in lines):  # all above each other: one column
        return [_downwards(lines)]
    upright = _cut(lines, upright=True)
    if upright:
        return [g for side in upright for g in columns(side, depth + 1)]
    level = _cut(lines, upright=False)
    if level and any(_cut(side, upright=True) for side in level):
        return [g for side in level for g in columns(side, depth + 1)]
    return [_downwards(lines)]


def _downwards(lines: list[Piece]) -> list[Piece]:
    return sorted(lines, key=attrgetter("top", "left"))


def _cut(lines: list[Piece], *, upright: bool) -> tuple[list[Piece], list[Piece]] | None:
    """The lines on both sides of the widest white stripe across them; None if there is none wide enough."""
    size = median([li.height for li in lines])
    spans = sorted(map(attrgetter("left", "right") if upright else attrgetter("top", "bottom"), lines))
    reach, best, at = spans[0][1], _GUTTER_SHARE * size if upright else 0.1 * size, None
    for start, end in spans[1:]:
        if start - reach > best:
            best, at = start - reach, (start + reach) / 2
        reach = max(reach, end)
    if at is None:
        return None
    first = [li for li in lines if (li.left if upright else li.top) < at]
    second = [li for li in lines if (li.left if upright else li.top) >= at]
    return None if upright and min(len(first), len(second)) < 3 else (first, second)
