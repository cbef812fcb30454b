"""A document's blocks, each laid out by itself, from its own value alone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.blocks import (
    Block,
    BottomLine,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Run,
    Subtitle,
    Table,
    Title,
)
from briefing.exporters.text import clean, one_line
from briefing.ui.preview.laid import Cell, GridLaid, Kind, Laid, TextLaid, row_heights, rows_of
from briefing.ui.preview.looks import CELL_PT, Look, Looks, is_bullet
from briefing.ui.preview.paginate import Strip
from briefing.ui.preview.pieces import Piece, lay, strip_of

FIELD_PAD_PT, TABLE_PAD_PT = 2.5, 3.0
SHORT_FIELD_CHARACTERS = 34
LABEL_EM, WIDE_EM, LABEL_GAP_PT, LEAST_LABEL_PT = 0.8, 1.05, 10.0, 42.5
MOST_COLUMNS = 63  # as in Word
LEVELS = 9
LONGEST_MARKER = 16
MOST_INDENT = 0.8  # of the text's width
FIRST_WIDE = "\u1100"
SECTION_ORIGIN = "section:"


class Setter:
    """Lays out the blocks of one document in a text area `width` points wide."""

    def __init__(self, looks: Looks, width: float) -> None:
        self.looks = looks
        self.width = width
        self._markers: dict[tuple[str, int], Piece] = {}

    def unit(self, text: str) -> Laid:
        """The organisation's line."""
        return self._text((Run(text),), self.looks.unit, "text", "field:unit")

    def block(self, block: Block, *, is_ruled: bool = True) -> Laid:
        """A block; a title that is not `is_ruled` leaves the rule to its subtitle."""
        match block:
            case ListItem():
                return self._item(block)
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return self._heading(block)
            case BottomLine():
                return self._text(labelled(block), self.looks.bottom_line, "text", block.origin)
            case Title():
                look = self.looks.title if is_ruled else self.looks.title_before_subtitle
                return self._text((Run(block.text),), look, "title", block.origin)
            case _:
                return self._rarer(block)

    def _rarer(self, block: Subtitle | Fields | Table) -> Laid:
        if isinstance(block, Fields):
            return self._fields(block)
        if isinstance(block, Table):
            return self._table(block)
        return self._text((Run(block.text),), self.looks.subtitle, "text", block.origin)

    def caption(self, table: Table) -> Laid:
        """The line above a table."""
        return self._text((Run(table.caption),), self.looks.caption, "text", table.origin)

    def note(self, note: Note, *, is_first_endnote: bool = False) -> TextLaid:
        """A footnote, or an endnote."""
        look = self.looks.first_endnote if is_first_endnote else self.looks.note
        runs = (Run("", note=note.number), Run(" "), *(r for r in note.runs if not r.note))
        laid = self._text(runs, look, "note", "")
        return replace(laid, strip=replace(laid.strip, notes=()))

    def _text(self, runs: Sequence[Run], look: Look, kind: Kind, origin: str) -> TextLaid:
        piece = lay(runs, look, self.looks, self.width - look.left - look.right)
        strip, accent = strip_of(piece), self.looks.type.accent
        made = TextLaid(strip, kind, piece, origin, look.left, self.width, accent)
        return replace(made, mirrored=True) if self.looks.is_mirrored else made

    def _heading(self, block: Heading) -> Laid:
        look = self.looks.headings[min(max(block.level, 1), 3) - 1]
        marker = block.marker
        if is_bullet(marker):
            return self._hung((Run(block.text),), look, ("heading", block.origin), (marker, look, 0))
        text = f"{marker} {block.text}" if marker else block.text
        return self._text((Run(text),), look, "heading", block.origin)

    def _item(self, block: ListItem) -> Laid:
        looks = self.looks
        level = min(max(block.level, 0), LEVELS - 1)
        marked = looks.number if block.kind == "number" else looks.bullet
        return self._hung(block.runs, looks.item, ("item", block.origin), (block.marker, marked, level))

    def _paragraph(self, block: Paragraph) -> Laid:
        looks = self.looks
        if block.role == "placeholder":
            return self._placeholder(block)
        look = {
            "body": looks.body,
            "lead-in": looks.lead_in,
            "quote": looks.quote,
            "caption": looks.caption,
            "source": looks.source,
            "sign-off": looks.sign_off,
        }[block.role]
        return self._text(block.runs, look, "text", block.origin)

    def _placeholder(self, block: Paragraph) -> Laid:
        look = self.looks.placeholder
        if not block.origin.startswith(SECTION_ORIGIN):
            return self._text(block.runs, look, "placeholder", block.origin)
        marker = (self.looks.markers[0], self.looks.prompt_bullet, 0)
        return self._hung(block.runs, look, ("placeholder", block.origin), marker)

    def _hung(
        self, runs: Sequence[Run], look: Look, what: tuple[Kind, str], mark: tuple[str, Look, int]
    ) -> Laid:
        """A paragraph indented behind its marker."""
        marker, marker_look, level = mark
        looks, width = self.looks, self.width
        first = 0.0 if what[0] == "heading" else looks.first_indent
        left = min(first + looks.indent * (level + 1), width * MOST_INDENT)
        piece = lay(runs, look, looks, width - left)
        sign = self._marker(marker, marker_look) if marker else None
        kind, origin = what
        strip, accent = strip_of(piece), looks.type.accent
        return TextLaid(strip, kind, piece, origin, left, width, accent, sign, first + looks.indent * level)

    def _marker(self, marker: str, look: Look) -> Piece:
        """A marker, shared by all items that have it. A look is known by its being the same object."""
        key = (marker, id(look))
        if key not in self._markers:
            text = one_line(marker)[:LONGEST_MARKER]
            self._markers[key] = lay((Run(text),), look, self.looks, self.width)
        return self._markers[key]

    def _fields(self, block: Fields) -> Laid:
        rows = paired(block.rows) if block.columns == 2 else [(row,) for row in block.rows]
        size = self.looks.type.label.size_pt
        widest = max((label_width(row.label, size) for row in block.rows), default=0.0)
        label = min(max(widest, LEAST_LABEL_PT), self.width / 3)
        value = (self.width - 2 * label) * 11 / 20
        made: list[tuple[Cell, ...]] = []
        for row in rows:
            edges = [0.0, label + value] if any(len(r) == 2 for r in rows) else [0.0]
            ends = [label + value, self.width] if len(row) == 2 else [self.width]
            cells = [self._field(f, label, *span) for f, *span in zip(row, edges, ends, strict=False)]
            made.append(tuple(cell for pair in cells for cell in pair))
        texts = [", ".join(f"{f.label}: {f.text}" for f in row) for row in rows]
        return self._grid("field", made, texts, block)

    def _field(self, field: FieldRow, label: float, left: float, right: float) -> tuple[Cell, Cell]:
        looks = self.looks
        name = lay((Run(one_line(field.label)),), looks.field_label, looks, label)
        width = right - left - label
        text = lay((Run(field.text),), looks.field_value, looks, width - CELL_PT)
        return (
            Cell(name, left, field.origin, left, label),
            Cell(text, left + label, field.origin, left + label, width - CELL_PT),
        )

    def _table(self, block: Table) -> Laid:
        count = min(max((len(row) for row in block.rows), default=0), MOST_COLUMNS)
        widths = column_widths(block.rows, count, self.width)
        made: list[tuple[Cell, ...]] = []
        for index, row in enumerate(block.rows):
            look = self.looks.cell_heading if block.header and not index else self.looks.cell
            cells: list[Cell] = []
            left = 0.0
            for width, text in zip(widths, row, strict=False):
                piece = lay((Run(one_line(text)),), look, self.looks, width - 2 * CELL_PT)
                cells.append(Cell(piece, left + CELL_PT, block.origin, left, width))
                left += width
            made.append(tuple(cells))
        return self._grid("table", made, [" | ".join(map(one_line, row)) for row in block.rows], block)

    def _grid(
        self, kind: Kind, cells: list[tuple[Cell, ...]], texts: list[str], block: Fields | Table
    ) -> GridLaid:
        is_table = isinstance(block, Table)
        has_head = isinstance(block, Table) and block.header and bool(cells)
        pad = TABLE_PAD_PT if is_table else FIELD_PAD_PT
        if self.looks.is_mirrored:
            cells = [tuple(cell.mirrored(self.width) for cell in row) for row in cells]
        rows = rows_of(cells, texts)
        heights = row_heights(rows, pad)
        head = rows[0].lines if has_head else 0
        stops = tuple(row.first for row in rows if row.first > head)
        strip = Strip(heights, sum(heights), stops=stops, head=head)
        accent = self.looks.type.accent
        return GridLaid(strip, kind, rows, block.origin, self.width, pad, accent, has_head, is_table)


def labelled(block: BottomLine) -> tuple[Run, ...]:
    """The runs of a boxed summary behind its label."""
    label = clean(block.label).strip()
    if not label:
        return block.runs
    if label[-1] not in ".:?!。：":
        label += "." if label[-1] < FIRST_WIDE else ":"
    return (Run(f"{label} ", bold=True), *block.runs)


def label_width(label: str, size_pt: float) -> float:
    """The width that the Word file gives to a field's label."""
    em = sum(LABEL_EM if c < FIRST_WIDE else WIDE_EM for c in one_line(label))
    return em * size_pt + LABEL_GAP_PT


def paired(rows: Sequence[FieldRow]) -> list[tuple[FieldRow, ...]]:
    """Neighbours that are both short share a row, as in the Word file."""
    lines: list[tuple[FieldRow, ...]] = []
    waiting: FieldRow | None = None
    for row in rows:
        is_short = len(row.text) <= SHORT_FIELD_CHARACTERS and "\n" not in row.text
        if waiting and is_short:
            lines.append((waiting, row))
            waiting = None
            continue
        if waiting:
            lines.append((waiting,))
        waiting = row if is_short else None
        lines += [] if is_short else [(row,)]
    return [*lines, (waiting,)] if waiting else lines


def column_widths(rows: Sequence[Sequence[str]], count: int, width: float) -> list[float]:
    """Wider where there is more to read, but never less than half of an even share."""
    if not count:
        return []
    weights = [max((len(row[i]) for row in rows if i < len(row)), default=0) ** 0.5 + 1 for i in range(count)]
    least = width / (2 * count)
    rest = width - least * count
    return [least + rest * weight / sum(weights) for weight in weights]
