"""Whole paragraphs: what the extraction found, in the words and with the spaces of the page.

trafilatura cuts a paragraph at a link, a piece of code or an emphasis now and then, and eats the space
beside it. The page itself knows where a paragraph begins and ends.
"""

from __future__ import annotations

from itertools import groupby

from msgspec.structs import replace

from briefing.importers.agreement import may_be_body
from briefing.importers.cleaning import key
from briefing.importers.leaves import Leaf
from briefing.model.article import Block, Kind

_REACH = 40  # leaves looked through for the one that holds a piece
_LEAST_SHARE = 0.6  # of a leaf that the pieces must cover
_LEAST_TELLING_CHARS = 24  # of a text that is found again wherever on the page it stands
_MOST_GLUED = 4  # blocks of a text that may be glued together
_GLUED_REACH = 40  # characters of buttons and the like between two pieces glued together
_NOWHERE = -1


def whole(blocks: tuple[Block, ...], leaves: tuple[Leaf, ...]) -> tuple[Block, ...]:
    """The blocks, the pieces of each paragraph joined and its spaces as the page has them."""
    marks = [leaf.mark for leaf in leaves]
    if len(blocks) <= _MOST_GLUED:
        blocks = tuple(piece for block in blocks for piece in _parted(block, leaves))
    joined: list[Block] = []
    pairs = zip(blocks, _places(blocks, marks), strict=True)
    for place, group in groupby(pairs, key=lambda pair: pair[1]):
        pieces = [block for block, _ in group]
        other = place != _NOWHERE and (len(pieces) > 1 or pieces[0].text != leaves[place].text)
        if other and _covers(pieces, marks[place]):
            pieces = [replace(pieces[0], text=leaves[place].text)]
        joined += pieces
    return tuple(joined)


def _parted(block: Block, leaves: tuple[Leaf, ...]) -> tuple[Block, ...]:
    """The pieces of the page that the block holds one behind the other; the block itself if it holds no two.

    Of a text of few words trafilatura glues all there is into one: headline, buttons, caption and paragraphs.
    """
    mark = key(block.text)
    pieces, at = [], 0
    for leaf in leaves:
        start = mark.find(leaf.mark, at, at + len(leaf.mark) + _GLUED_REACH)
        if start >= 0 and leaf.mark != mark:
            at = start + len(leaf.mark)
            pieces.append(leaf)
    told = len(pieces) > 1 and sum(len(p.mark) for p in pieces) >= _LEAST_SHARE * len(mark)
    return tuple(Block(p.text, p.kind, level=p.level) for p in pieces if may_be_body(p)) if told else (block,)


def _places(blocks: tuple[Block, ...], marks: list[str]) -> list[int]:
    """For each block the leaf that holds it: the one begun, one of the same text, the next with it inside."""
    same: dict[str, list[int]] = {}
    for i, mark in enumerate(marks):
        same.setdefault(mark, []).append(i)
    places: list[int] = []
    at, inside = 0, 0  # the leaf begun, and how much of it is used
    for block in blocks:
        mark = key(block.text)
        place = _NOWHERE if block.kind is Kind.TABLE else _place(mark, marks, same, at, inside)
        places.append(place)
        if place >= 0:
            inside = marks[place].find(mark, inside if place == at else 0) + len(mark)
            at = place
    return places


def _place(mark: str, marks: list[str], same: dict[str, list[int]], at: int, inside: int) -> int:
    if at < len(marks) and inside and marks[at].find(mark, inside) >= 0:
        return at
    least, most = at + bool(inside), at + _REACH
    most_away = len(marks) if len(mark) >= _LEAST_TELLING_CHARS else most
    equal = next((i for i in same.get(mark, ()) if least <= i < most_away), _NOWHERE)
    near = (i for i in range(least, min(len(marks), most)) if mark in marks[i])
    return equal if equal >= 0 else next(near, _NOWHERE)


def _covers(pieces: list[Block], mark: str) -> bool:
    return sum(len(key(p.text)) for p in pieces) >= _LEAST_SHARE * len(mark)
