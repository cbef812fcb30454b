"""What differs between two notes, as typed values. `ui/words.py` makes "2 points reworded, 1 moved" of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from briefing.model.anchor import Anchor
from briefing.model.note import Note, Point

Kind = Literal[
    "title",
    "summary",
    "marking",
    "field",
    "template",
    "article-added",
    "article-removed",
    "article-corrected",
    "point-added",
    "point-removed",
    "point-reworded",
    "point-retagged",
    "point-moved",
    "point-level",
    "point-evidence",
    "point-comment",
    "point-owner",
    "point-due",
    "point-kept",
]


class Difference(Struct, frozen=True):
    """One thing that differs. `key`: the header field, point or article; `before` and `after`: its text."""

    kind: Kind
    key: str = ""
    before: str = ""
    after: str = ""


def differences(before: Note, after: Note) -> tuple[Difference, ...]:
    """Everything a person would call a difference, in the order of the note."""
    return (*_of_head(before, after), *_of_articles(before, after), *_of_points(before, after))


def counted(found: Sequence[Difference]) -> tuple[tuple[Kind, int], ...]:
    """How many of each kind, in the order they first appear."""
    return tuple(Counter(d.kind for d in found).items())


def _of_head(before: Note, after: Note) -> Iterator[Difference]:
    head: tuple[tuple[Kind, str, str], ...] = (
        ("title", before.title, after.title),
        ("marking", before.marking, after.marking),
        ("summary", before.summary, after.summary),
    )
    yield from (Difference(kind, "", old, new) for kind, old, new in head if old != new)
    old_fields, new_fields = dict(before.fields), dict(after.fields)
    for key in {**old_fields, **new_fields}:
        old, new = old_fields.get(key, ""), new_fields.get(key, "")
        if old != new:
            yield Difference("field", key, old, new)
    if before.template != after.template:
        yield Difference("template", "", before.template.name, after.template.name)


def _of_articles(before: Note, after: Note) -> Iterator[Difference]:
    old, new = {a.id: a for a in before.articles}, {a.id: a for a in after.articles}
    for key, article in old.items():
        if key not in new:
            yield Difference("article-removed", key, article.headline)
        elif new[key] != article:
            yield Difference("article-corrected", key, article.headline, new[key].headline)
    for key, article in new.items():
        if key not in old:
            yield Difference("article-added", key, "", article.headline)


def _of_points(before: Note, after: Note) -> Iterator[Difference]:
    old, new = {p.id: p for p in before.points}, {p.id: p for p in after.points}
    for key, point in old.items():
        if key not in new:
            yield Difference("point-removed", key, point.wording)
    moved = moved_ids([i for i in old if i in new], [i for i in new if i in old])
    for key, point in new.items():
        if key not in old:
            yield Difference("point-added", key, "", point.wording)
        else:
            yield from of_point(old[key], point, moved=key in moved)


def of_point(old: Point, new: Point, *, moved: bool = False) -> Iterator[Difference]:
    """What differs in one point. One that has another tag stands elsewhere anyway: it is not also moved."""
    texts: tuple[tuple[Kind, str, str], ...] = (
        ("point-reworded", old.wording, new.wording),
        ("point-retagged", old.tag, new.tag),
        ("point-level", str(old.level), str(new.level)),
        ("point-evidence", _quotes(old.evidence), _quotes(new.evidence)),
        ("point-comment", old.comment, new.comment),
        ("point-owner", old.owner, new.owner),
        ("point-due", old.due, new.due),
        ("point-kept", "\n".join(old.kept), "\n".join(new.kept)),
    )
    yield from (Difference(kind, new.id, one, other) for kind, one, other in texts if one != other)
    if moved and old.tag == new.tag:
        yield Difference("point-moved", new.id, old.wording, new.wording)


def _quotes(evidence: Sequence[Anchor]) -> str:
    return "\n".join(a.quote for a in evidence)


def moved_ids(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """The fewest ids that, taken out, leave both sequences in the same order. Both hold the same ids."""
    place = {one: i for i, one in enumerate(old)}
    return frozenset(new) - frozenset(new[i] for i in _rising([place[one] for one in new]))


def _rising(numbers: Sequence[int]) -> Iterator[int]:
    """The places of a longest rising run, from the last to the first."""
    ends: list[int] = []  # the smallest number that ends a rising run of each length
    at: list[int] = []  # where it stands
    before: list[int] = []  # the place before each place in its run
    for i, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        at[length : length + 1] = [i]
    place = at[-1] if at else -1
    while place >= 0:
        yield place
        place = before[place]
