"""Stacks of lines onto pages. Pure: heights in, places out; no Qt, no text. All lengths in points.

Rules, in the order in which they win: a page takes at least one line; a footnote stands on the page that
refers to it; a heading stays with what follows; a paragraph is cut only at its `stops` (two lines each side).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

TOLERANCE_PT = 0.01


class Strip(Struct, frozen=True, gc=False):
    """A block seen as a stack of lines. `stops` are the line counts before which it may be cut."""

    heights: tuple[float, ...]
    height: float
    before: float = 0.0
    after: float = 0.0
    stops: Sequence[int] = ()
    keep_next: bool = False
    notes: tuple[tuple[int, int], ...] = ()  # (line, number of the footnote it refers to), by line
    head: int = 0  # lines repeated where the strip goes on on the next page
    below: float = 0.0  # always between it and the next; of `after` and the next's `before` the larger counts

    def distance(self, following: Strip) -> float:
        """What lies between this strip and the next on one page."""
        return max(self.after, following.before) + self.below

    def minimum(self) -> int:
        """How many lines must stand together at its beginning."""
        return self.stops[0] if self.stops else len(self.heights)


def stops_of(lines: int) -> Sequence[int]:
    """Where a paragraph may be cut so that neither page keeps a single line of it."""
    return range(2, lines - 1)


class Frame(Struct, frozen=True):
    """What every page offers to the text: its height, and what a block of footnotes costs beside its lines."""

    height: float
    separator: float = 0.0


class Break(Struct, frozen=True):
    """Where a page begins: strip and line, and the footnotes that go on from the page before."""

    strip: int = 0
    line: int = 0
    carried: tuple[tuple[int, int], ...] = ()  # (footnote number, its first line not yet set)


class Slice(Struct, frozen=True, gc=False):
    """Lines `first` to `last` (excluded) of a strip on one page. `strip` counts from the page's first."""

    strip: int
    first: int
    last: int
    top: float


class NoteSlice(Struct, frozen=True):
    """Lines of a footnote at the foot of a page."""

    number: int
    first: int
    last: int


class PagePlan(Struct, frozen=True):
    """What stands on a page. `seen`: the last strip looked at to decide it, from the page's first."""

    start: Break
    end: Break
    slices: tuple[Slice, ...]
    notes: tuple[NoteSlice, ...]
    seen: int

    def moved(self, by: int) -> PagePlan:
        """The same page where `by` strips were put before it."""
        if not by:
            return self
        return replace(
            self,
            start=replace(self.start, strip=self.start.strip + by),
            end=replace(self.end, strip=self.end.strip + by),
        )

    @property
    def lines(self) -> int:
        """How many lines of text stand on the page."""
        return sum(s.last - s.first for s in self.slices)


NoteHeights = Mapping[int, tuple[float, ...]]


def paginate(
    strips: Sequence[Strip], notes: NoteHeights, frame: Frame, start: Break | None = None
) -> Iterator[PagePlan]:
    """The pages from `start` on, one by one. There is always at least one."""
    begin = start or Break()
    while True:
        plan = _Filling(strips, notes, frame, begin).plan()
        yield plan
        if plan.end.strip >= len(strips) and not plan.end.carried:
            return
        begin = plan.end


class _Filling(Struct):
    """One page while it fills."""

    strips: Sequence[Strip]
    notes: NoteHeights
    frame: Frame
    start: Break
    y: float = 0.0
    reserved: float = 0.0
    after: float = 0.0
    below: float = 0.0
    seen: int = 0
    slices: list[Slice] = field(default_factory=list)
    set_notes: list[NoteSlice] = field(default_factory=list)
    carried: list[tuple[int, int]] = field(default_factory=list)

    def plan(self) -> PagePlan:
        """The page, filled as far as it goes."""
        for number, line in self.start.carried:
            self._set_note(number, line)
        strip, line = self.start.strip, self.start.line
        while strip < len(self.strips) and not self.carried:
            strip = self._place_plain(strip) if not line else strip
            if strip >= len(self.strips):
                break
            line = self._place(strip, line)
            if line < len(self.strips[strip].heights):
                break
            strip, line = strip + 1, 0
        end = Break(strip, line, tuple(self.carried))
        seen = self.seen - self.start.strip
        return PagePlan(self.start, end, tuple(self.slices), tuple(self.set_notes), seen)

    def _place_plain(self, index: int) -> int:
        """Sets the strips that ask for nothing and fit whole; the first that needs thought. Most are such."""
        if not self.slices:
            return index
        y, after, below, begin = self.y, self.after, self.below, self.start.strip
        bottom = self.frame.height - self.reserved + TOLERANCE_PT
        for strip in islice(self.strips, index, None):
            top = y + max(after, strip.before) + below
            if strip.keep_next or strip.notes or top + strip.height > bottom:
                break
            self.slices.append(Slice(index - begin, 0, len(strip.heights), top))
            y, after, below = top + strip.height, strip.after, strip.below
            index += 1
        self.y, self.after, self.below, self.seen = y, after, below, max(self.seen, index - 1)
        return index

    def _place(self, index: int, line: int) -> int:
        """Sets what fits of a strip from `line` on; the first line that is left over."""
        strip = self.strips[index]
        self.seen = max(self.seen, index)
        gap = self._gap(strip, index, line)
        if self.slices and not line and strip.keep_next and not self._chain_fits(index, gap):
            return line
        end = self._fitting(strip, line, gap)
        if end < len(strip.heights):
            end = self._cut(strip, line, end)
        if end > line:
            self._set(index, line, end, gap)
        return end

    def _gap(self, strip: Strip, index: int, line: int) -> float:
        if line:
            return sum(strip.heights[: strip.head])
        if not self.slices:
            return strip.before if index == 0 else 0.0
        return max(self.after, strip.before) + self.below

    def _left(self) -> float:
        return self.frame.height - self.y - self.reserved + TOLERANCE_PT

    def _fitting(self, strip: Strip, line: int, gap: float) -> int:
        """The line before which a strip begun at `line` leaves the page, rules aside."""
        left = self._left() - gap
        if not strip.notes and not line and strip.height <= left:
            return len(strip.heights)
        fresh: set[int] = set()
        for at in range(line, len(strip.heights)):
            left -= strip.heights[at] + self._note_cost(strip, at, fresh)
            if left < 0:
                return at
        return len(strip.heights)

    def _note_cost(self, strip: Strip, line: int, fresh: set[int]) -> float:
        """What the footnotes cost that this line is the first to refer to on this page."""
        cost = 0.0
        for at, number in strip.notes:
            heights = self.notes.get(number, ())
            if at != line or not heights or number in fresh or self._is_set(number):
                continue
            if not fresh and not self.set_notes:
                cost += self.frame.separator
            cost += sum(heights)
            fresh.add(number)
        return cost

    def _is_set(self, number: int) -> bool:
        return any(note.number == number for note in self.set_notes)

    def _cut(self, strip: Strip, line: int, fit: int) -> int:
        """The best allowed cut up to `fit`; on an empty page something is always set."""
        place = bisect_right(strip.stops, fit) - 1
        if place >= 0 and strip.stops[place] > line:
            return strip.stops[place]
        return line if self.slices else max(fit, line + 1)

    def _chain_fits(self, index: int, gap: float) -> bool:
        """Whether a strip that keeps to the next fits with all it keeps to and the first lines after it."""
        left, fresh = self._left() - gap, set[int]()
        while True:
            strip = self.strips[index]
            self.seen = max(self.seen, index)
            is_last = not strip.keep_next or index + 1 >= len(self.strips)
            lines = strip.minimum() if is_last else len(strip.heights)
            at = 0
            while at < lines and left >= 0:
                left -= strip.heights[at] + self._note_cost(strip, at, fresh)
                at += 1
            if is_last or left < 0:
                return left >= 0
            index += 1
            left -= strip.distance(self.strips[index])

    def _set(self, index: int, first: int, last: int, gap: float) -> None:
        strip = self.strips[index]
        top = self.y + (gap if not first else 0.0)
        self.slices.append(Slice(index - self.start.strip, first, last, top))
        self.y += gap + (strip.height if not first and last == len(strip.heights) else _sum(strip, first, last))
        self.after, self.below = strip.after, strip.below
        for at, number in strip.notes:
            if first <= at < last and not self._is_set(number):
                self._set_note(number, 0)

    def _set_note(self, number: int, line: int) -> None:
        """Puts a footnote at the foot; what does not fit is carried over."""
        heights = self.notes.get(number, ())
        if line >= len(heights):
            return
        left = self._left() - (0.0 if self.set_notes else self.frame.separator)
        end = line
        while end < len(heights) and (left := left - heights[end]) >= 0:
            end += 1
        if end == line and not self.slices and not self.set_notes:
            end = line + 1
        if end < len(heights):
            self.carried.append((number, end))
        if end > line:
            self.reserved += sum(heights[line:end]) + (0.0 if self.set_notes else self.frame.separator)
            self.set_notes.append(NoteSlice(number, line, end))


def _sum(strip: Strip, first: int, last: int) -> float:
    return sum(strip.heights[first:last])
