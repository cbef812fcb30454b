"""A document on pages: each block laid out once, then placed line by line.

`layout_document(document, metrics, previous)` lays out only what `previous` has not, and places anew only
the pages that a change can reach. `previous` saves time and changes nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile

from msgspec import Struct
from msgspec.structs import replace

from briefing.blocks import Block, Document, Fields, ListItem, Note, Paragraph, Run, Subtitle, Table, Title
from briefing.exporters.text import clean, one_line
from briefing.model.splices import same_end, same_start
from briefing.ui.preview.fonts import Metrics, Substitute
from briefing.ui.preview.laid import Laid, Spot, TextLaid
from briefing.ui.preview.looks import Look, Looks, hangs_headings, points
from briefing.ui.preview.paginate import Break, Frame, PagePlan, paginate
from briefing.ui.preview.pieces import Piece, lay
from briefing.ui.preview.setting import Setter

GAP_PT = 6.0  # below a table that text follows
NOTE_GAP_PT, NOTE_LINE_PT = 6.0, 5.0  # above and below the line over the footnotes
SMALLEST_SIDE_PT, LARGEST_SIDE_PT, SMALLEST_TEXT_PT = 72.0, 1584.0, 36.0

RULED, GAP, UNIT, CAPTION, FIRST_ENDNOTE = 1, 2, 4, 8, 16
Job = tuple[Block | Note | str, int]  # what is laid out, and what its neighbours ask of it


class Sheet(Struct, frozen=True):
    """The paper and the text area on it, in points."""

    width: float
    height: float
    left: float
    top: float
    text_width: float
    text_height: float
    header_top: float
    footer_bottom: float  # of the footer's line


class Passage(Struct, frozen=True):
    """A paragraph, a row, a note: what assistive technology reads in one go."""

    kind: str
    text: str
    origin: str


class Pages:
    """A document on its pages."""

    def __init__(self, document: Document, key: object, setter: Setter, sheet: Sheet) -> None:
        self.document = document
        self.key = key
        self.setter = setter
        self.sheet = sheet
        self.jobs: tuple[Job, ...] = ()
        self.laid: list[Laid] = []
        self.notes: dict[int, TextLaid] = {}
        self.plans: list[PagePlan] = []

    @property
    def page_count(self) -> int:
        """How many pages there are; at least one."""
        return len(self.plans)

    @property
    def overflow_lines(self) -> int:
        """How many lines stand on pages beyond the document's limit; 0 where it has none."""
        limit = self.document.page_limit
        return sum(plan.lines for plan in self.plans[limit:]) if limit > 0 else 0

    @cached_property
    def substitutes(self) -> tuple[Substitute, ...]:
        """The faces that are shown in another's place."""
        asian = any(laid.is_east_asian for laid in self.laid)
        return self.setter.looks.substitutes(asian=asian)

    def spots(self, page: int) -> Iterator[Spot]:
        """The lines of a page that lead somewhere, with their places on the paper, from top to bottom."""
        plan = self.plans[page]
        for piece in plan.slices:
            laid = self.laid[plan.start.strip + piece.strip]
            for spot in laid.spots(piece.first, piece.last, piece.top):
                if spot.origin:
                    yield replace(spot, left=spot.left + self.sheet.left, top=spot.top + self.sheet.top)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Which laid blocks an origin has made."""
        places: dict[str, list[int]] = {}
        for index, laid in enumerate(self.laid):
            for origin in origins_of(laid):
                places.setdefault(origin, []).append(index)
        return places

    @property
    def origins(self) -> tuple[str, ...]:
        """Every origin on the pages, in reading order, once."""
        return tuple(origin for origin in self._places if origin)

    def find(self, origin: str) -> list[tuple[int, Spot]]:
        """Page and place of each line that `origin` made."""
        found: list[tuple[int, Spot]] = []
        for page in sorted({p for index in self._places.get(origin, ()) for p in self._pages_of(index)}):
            found += [(page, spot) for spot in self.spots(page) if spot.origin == origin]
        return found

    def _pages_of(self, index: int) -> Iterator[int]:
        starts = [plan.start.strip for plan in self.plans]
        page = max(bisect_right(starts, index) - 1, 0)
        while page > 0 and self.plans[page].start.strip == index and self.plans[page].start.line:
            page -= 1
        while page < len(self.plans) and self.plans[page].start.strip <= index:
            yield page
            page += 1

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that is said, in reading order; footnotes last."""
        return tuple(passage for laid in (*self.laid, *self.notes.values()) for passage in _passages_of(laid))

    def text(self) -> str:
        """What the pages say, a line for each passage."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def note_heights(self) -> dict[int, tuple[float, ...]]:
        """The heights of the footnotes' lines, the space after each included."""
        return {number: _note_heights(note) for number, note in self.notes.items()}

    def footer(self, page: int) -> tuple[Piece, Piece, Piece]:
        """Reference, marking and page number of a page."""
        looks, document = self.setter.looks, self.document
        label = document.page_label.replace("{pages}", str(self.page_count)).replace("{page}", str(page + 1))
        return (
            self._line(document.reference, looks.footer),
            self._line(document.marking, looks.footer_marking),
            self._line(label, looks.footer),
        )

    @cached_property
    def header(self) -> Piece:
        """The marking at the head of each page."""
        return self._line(self.document.marking, self.setter.looks.marking)

    def _line(self, text: str, look: Look) -> Piece:
        return lay((Run(one_line(text)),), look, self.setter.looks, LARGEST_SIDE_PT)


def origins_of(laid: Laid) -> Iterator[str]:
    """The origins of a laid block, in order."""
    if isinstance(laid, TextLaid):
        yield laid.origin
        return
    yield from dict.fromkeys(spot.origin for spot in laid.spots(0, len(laid.strip.heights), 0.0))


def _passages_of(laid: Laid) -> Iterator[Passage]:
    if isinstance(laid, TextLaid):
        yield Passage(laid.kind, laid.plain(), laid.origin)
        return
    for row in laid.rows:
        origin = next((cell.origin for cell in row.cells), laid.origin)
        yield Passage(laid.kind, row.text, origin)


def layout_document(document: Document, metrics: Metrics, previous: Pages | None = None) -> Pages:
    """The document on its pages."""
    key = _key(document, metrics)
    if previous is not None and previous.key != key:
        previous = None
    if previous is None:
        looks = Looks(document, metrics)
        sheet = sheet_of(document, looks)
        pages = Pages(document, key, Setter(looks, sheet.text_width), sheet)
    else:
        pages = Pages(document, key, previous.setter, previous.sheet)
    pages.jobs = tuple(_jobs(document))
    kept = _lay_blocks(pages, previous)
    notes_kept = _lay_notes(pages, previous)
    pages.plans = _placed(pages, previous if notes_kept else None, kept)
    return pages


def _key(document: Document, metrics: Metrics) -> object:
    """What all blocks depend on: where it differs, nothing is taken over."""
    page = document.page, bool(document.marking), document.marking_colour
    return document.type, document.language, document.markers, hangs_headings(document), *page, metrics


def sheet_of(document: Document, looks: Looks) -> Sheet:
    """The paper and its text area; margins that leave no room give way."""
    page = document.page
    width = min(max(points(page.width_mm), SMALLEST_SIDE_PT), LARGEST_SIDE_PT)
    height = min(max(points(page.height_mm), SMALLEST_SIDE_PT), LARGEST_SIDE_PT)
    left = points(page.left_mm)
    text_width = max(width - left - points(page.right_mm), SMALLEST_TEXT_PT)
    small = looks.footer.type.size_pt * 1.2
    header, footer = points(page.header_mm), points(page.footer_mm)
    top = max(points(page.top_mm), header + small * 1.2 if document.marking else 0.0)
    bottom = max(points(page.bottom_mm), footer + small)
    text_height = max(height - top - bottom, SMALLEST_TEXT_PT)
    return Sheet(width, height, left, top, text_width, text_height, header, height - footer)


def _jobs(document: Document) -> Iterator[Job]:
    """What is to be laid out, in order, each with what its neighbours ask of it."""
    if clean(document.unit).strip():
        yield document.unit, UNIT
    blocks = document.blocks
    subtitled = any(isinstance(block, Subtitle) for block in islice(blocks, 4))
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, ListItem | Paragraph):
            yield block, 0
        elif isinstance(block, Title):
            yield block, 0 if subtitled else RULED
        elif isinstance(block, Fields | Table):
            yield from _grid_jobs(block, following)
        else:
            yield block, 0
    if document.note_style == "endnotes":
        for index, note in enumerate(document.notes):
            yield note, 0 if index else FIRST_ENDNOTE


def _grid_jobs(block: Fields | Table, following: Block | None) -> Iterator[Job]:
    if isinstance(block, Table) and clean(block.caption).strip():
        yield block, CAPTION
    if block.rows:
        yield block, GAP if isinstance(following, Fields | Table | Paragraph | ListItem | Title) else 0


class _Kept(Struct, frozen=True):
    """How many laid blocks at the beginning and at the end are the same as before."""

    first: int = 0
    last: int = 0


def _lay_blocks(pages: Pages, previous: Pages | None) -> _Kept:
    if previous is None:
        pages.laid = [_lay(pages.setter, job) for job in pages.jobs]
        return _Kept()
    kept = _same_ends(previous.jobs, pages.jobs)
    old = slice(kept.first, len(previous.jobs) - kept.last)
    known = dict(zip(previous.jobs[old], previous.laid[old], strict=True))
    fresh = pages.jobs[kept.first : len(pages.jobs) - kept.last]
    middle = [known.get(job) or _lay(pages.setter, job) for job in fresh]
    tail = previous.laid[len(previous.laid) - kept.last :]
    pages.laid = [*previous.laid[: kept.first], *middle, *tail]
    return kept


def _same_ends(old: tuple[object, ...], new: tuple[object, ...]) -> _Kept:
    first = same_start(old, new)
    return _Kept(first, same_end(old, new, min(len(old), len(new)) - first))


def _lay(setter: Setter, job: Job) -> Laid:
    what, flags = job
    if isinstance(what, str):
        return setter.unit(what)
    if isinstance(what, Note):
        return setter.note(what, is_first_endnote=flags == FIRST_ENDNOTE)
    if flags == CAPTION and isinstance(what, Table):
        return setter.caption(what)
    laid = setter.block(what, is_ruled=flags == RULED)
    return _with_gap(laid) if flags == GAP else laid


def _with_gap(laid: Laid) -> Laid:
    return replace(laid, strip=replace(laid.strip, below=GAP_PT))


def _lay_notes(pages: Pages, previous: Pages | None) -> bool:
    """Lays out the footnotes; whether they are all as before."""
    document = pages.document
    if document.note_style != "footnotes":
        return previous is not None and not previous.notes
    old = previous.document.notes if previous is not None and previous.notes else ()
    if previous is not None and old == document.notes:
        pages.notes = previous.notes
        return True
    known = dict(zip(old, previous.notes.values(), strict=False)) if previous is not None else {}
    for note in document.notes:
        pages.notes[note.number] = known.get(note) or pages.setter.note(note)
    return False


def _placed(pages: Pages, previous: Pages | None, kept: _Kept) -> list[PagePlan]:
    """The plans of all pages; those of `previous` that the change cannot reach are taken over."""
    strips = [laid.strip for laid in pages.laid]
    notes = pages.note_heights
    frame = Frame(pages.sheet.text_height, NOTE_GAP_PT + NOTE_LINE_PT)
    if previous is None:
        return list(paginate(strips, notes, frame))
    plans = _untouched(previous.plans, kept.first)
    start = plans[-1].end if plans else Break()
    moved = len(strips) - len(previous.laid)
    old_starts = {plan.start: i for i, plan in enumerate(previous.plans)}
    for plan in paginate(strips, notes, frame, start):
        plans.append(plan)
        same = old_starts.get(replace(plan.end, strip=plan.end.strip - moved))
        is_same_from_here = len(strips) - kept.last <= plan.end.strip < len(strips)
        if same is not None and is_same_from_here:
            return plans + [old.moved(moved) for old in previous.plans[same:]]
    return plans


def _untouched(plans: Sequence[PagePlan], first_changed: int) -> list[PagePlan]:
    """The pages from the beginning that were decided without looking at a changed block.

    Not the last: it ended because the text did.
    """
    return list(takewhile(lambda plan: plan.start.strip + plan.seen < first_changed, plans[:-1]))


def _note_heights(note: TextLaid) -> tuple[float, ...]:
    heights = note.strip.heights
    return (*heights[:-1], heights[-1] + note.strip.after)
