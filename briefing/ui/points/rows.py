"""The points pane as one list of rows, and the steps that lead from one list to the next. Pure, no Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from briefing.model.splices import same_end, same_start
from briefing.ui.values import Card, PointsView, SectionView, Span, SuggestionMark, TagLook


class Kind(Enum):
    """What a row shows."""

    SECTION = "section"
    CARD = "card"
    SUGGESTION = "suggestion"


class Row(Struct, frozen=True, gc=False):
    """One row. `key` names it through every edit; `text` is what it says first."""

    kind: Kind
    key: str
    tag: TagLook
    text: str = ""
    card: Card | None = None
    suggestion: SuggestionMark | None = None
    paragraph: str = ""
    count: int = 0  # cards of the section, in a section's row
    assigns: bool = False
    first: bool = False  # the first section stands without a gap above it
    alone: bool = False  # the one suggestion left: its key is shown at once

    @property
    def point(self) -> str:
        """The id of the point the row shows, or empty."""
        return self.card.point if self.card else ""


Parts = tuple[tuple[Row, ...], ...]  # rows in stretches that may stay the same object: sections


class Removed(Struct, frozen=True):
    """Rows `first` to `last` go."""

    first: int
    last: int


class Inserted(Struct, frozen=True):
    """Rows with `keys` come in, the first one at row `at`."""

    at: int
    keys: tuple[str, ...]


class Moved(Struct, frozen=True):
    """Row `source` goes before row `target`, both counted before the move (Qt's way)."""

    source: int
    target: int


Step = Removed | Inserted | Moved


def point_key(point: str) -> str:
    """The key of a point's row."""
    return f"p:{point}"


def section_key(tag: str) -> str:
    """The key of a section's row."""
    return f"t:{tag}"


def suggestion_key(mark: SuggestionMark) -> str:
    """The key of a suggestion's row."""
    span: Span = mark.span
    return f"s:{span.article}:{span.block}:{span.start}:{span.end}:{mark.tag}"


def rows_of(view: PointsView) -> tuple[Row, ...]:
    """Every row of the pane, in order; no two have the same key."""
    alone = sum(len(s.suggestions) for s in view.sections) == 1
    rows: list[Row] = []
    for section in view.sections:
        rows.extend(_section_rows(section, first=not rows, alone=alone))
    return _with_unique_keys(rows)


def _section_rows(section: SectionView, *, first: bool, alone: bool) -> Iterator[Row]:
    yield heading_row(section, first=first)
    for card in section.cards:
        yield card_row(section, card)
    yield from suggestion_rows(section, alone=alone)


def heading_row(section: SectionView, *, first: bool) -> Row:
    """The row above the cards of a section."""
    tag = section.tag
    return Row(Kind.SECTION, section_key(tag.id), tag, tag.name, count=len(section.cards), first=first)


def card_row(section: SectionView, card: Card) -> Row:
    """The row of one card of a section."""
    return Row(Kind.CARD, point_key(card.point), section.tag, card.wording, card, assigns=section.assigns)


def suggestion_rows(section: SectionView, *, alone: bool) -> Iterator[Row]:
    """The rows of the suggestions that wait for a section."""
    for i, mark in enumerate(section.suggestions):
        yield Row(
            Kind.SUGGESTION,
            suggestion_key(mark),
            section.tag,
            _at(section.suggestion_texts, i),
            suggestion=mark,
            paragraph=_at(section.suggestion_paragraphs, i),
            alone=alone,
        )


def _at(texts: Sequence[str], i: int) -> str:
    return texts[i] if i < len(texts) else ""


def _with_unique_keys(rows: list[Row]) -> tuple[Row, ...]:
    first = {row.key: i for i, row in reversed(tuple(enumerate(rows)))}
    return tuple(row for i, row in enumerate(rows) if first[row.key] == i)


def place_of(rows: Sequence[Row], at: int) -> tuple[int, int]:
    """Which card of how many in its section the card in row `at` is, counted from 1."""
    start = section_start(rows, at)
    return at - start, rows[start].count  # a section's cards stand right below its row


def section_start(rows: Sequence[Row], at: int) -> int:
    """The row of the section that row `at` stands in."""
    while at > 0 and rows[at].kind is not Kind.SECTION:
        at -= 1
    return at


class Between(Struct, frozen=True):
    """Two tuples of rows: the rows that `changed` and kept their place, and the rest.

    The rest is one stretch: from `at` on, `gone` rows made way for `come` others.
    """

    at: int
    gone: int
    come: int
    changed: tuple[Row, ...]


def between(old: tuple[Row, ...], new: tuple[Row, ...]) -> Between:
    """What differs; equal ends cost next to nothing."""
    changed: list[Row] = []
    shorter = min(len(old), len(new))
    at = same_start(old, new)
    while at < shorter and old[at].key == new[at].key:
        changed.append(new[at])
        at = same_start(old, new, at + 1)
    most = shorter - at
    end = same_end(old, new, most)
    while end < most and old[-1 - end].key == new[-1 - end].key:
        changed.append(new[-1 - end])
        end = same_end(old, new, most, end + 1)
    return Between(at, len(old) - at - end, len(new) - at - end, tuple(changed))


def steps_between(old: Sequence[str], new: Sequence[str]) -> tuple[Step, ...]:
    """The fewest removes, moves and inserts that turn the keys `old` into `new`, in order of doing."""
    wanted = set(new)
    removes = tuple(_removes(old, wanted))
    present = [k for k in old if k in wanted]
    return (*removes, *_moves_and_inserts(present, new))


def _removes(old: Sequence[str], wanted: set[str]) -> Iterator[Removed]:
    last = len(old) - 1
    while last >= 0:
        first = last
        while first >= 0 and old[first] not in wanted:
            first -= 1
        if first < last:
            yield Removed(first + 1, last)
        last = first - 1


def _moves_and_inserts(present: list[str], new: Sequence[str]) -> Iterator[Step]:
    known = set(present)
    staying = _staying(present, new)
    i = 0
    while i < len(new):
        key = new[i]
        if key in staying:
            i += 1
        elif key in known:
            yield from _move(present, key, _after(present, new, i))
            i += 1
        else:
            run = _run_of_unknown(new, i, known)
            at = _after(present, new, i)
            present[at:at] = run
            yield Inserted(at, run)
            i += len(run)


def _after(present: list[str], new: Sequence[str], i: int) -> int:
    return present.index(new[i - 1]) + 1 if i else 0


def _move(present: list[str], key: str, target: int) -> Iterator[Moved]:
    source = present.index(key)
    if target in (source, source + 1):
        return
    del present[source]
    present.insert(target - 1 if target > source else target, key)
    yield Moved(source, target)


def _run_of_unknown(new: Sequence[str], i: int, known: set[str]) -> tuple[str, ...]:
    end = i
    while end < len(new) and new[end] not in known:
        end += 1
    return tuple(new[i:end])


def _staying(present: Sequence[str], new: Sequence[str]) -> set[str]:
    """The keys of a longest run that is already in the right order: they need not move."""
    where = {key: i for i, key in enumerate(present)}
    places = [where[k] for k in new if k in where]
    ends: list[int] = []  # smallest last place of a rising run of each length
    end_at: list[int] = []  # index into `places` of that last place
    before: list[int] = []
    for i, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(end_at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        end_at[length : length + 1] = [i]
    return _walk_back(present, places, before, end_at[-1] if end_at else -1)


def _walk_back(present: Sequence[str], places: list[int], before: list[int], at: int) -> set[str]:
    staying = set()
    while at >= 0:
        staying.add(present[places[at]])
        at = before[at]
    return staying
