"""The header field block and plain tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from briefing.blocks import FieldRow, Fields, Table
from briefing.exporters.text import one_line
from briefing.exporters.word.measures import TWIPS_PER_POINT


class Frame(Struct, frozen=True):
    """What a table needs to know of the page it stands on."""

    width: int  # between the margins, in twips
    cell: Callable[[str, str], str]  # style, text -> a w:p
    right_to_left: bool = False


SHORT_FIELD_CHARACTERS = 34
LABEL_EM = 0.8  # of a bold capital, with its tracking: Times and Noto Serif are the widest of those used
WIDE_EM = 1.05
LABEL_GAP_TWIPS = 200
LEAST_LABEL_TWIPS = 850
MOST_COLUMNS = 63  # Word's limit


def fields_xml(fields: Fields, frame: Frame, label_pt: float) -> str:
    """The header field block as a table of label and value."""
    rows = _paired(fields.rows) if fields.columns == 2 else [(row,) for row in fields.rows]
    widest = max(_label_width(r.label, label_pt) for r in fields.rows)
    label = min(max(widest, LEAST_LABEL_TWIPS), frame.width // 3)
    paired = any(len(row) == 2 for row in rows)
    grid = _grid(frame.width, label, paired=paired)
    body = "".join(_field_row(row, grid, frame) for row in rows)
    properties = _properties("FieldTable", frame, first_row=False)
    return f"<w:tbl>{properties}{_grid_xml(grid)}{body}</w:tbl>"


def table_xml(table: Table, frame: Frame) -> str:
    """A plain table, or nothing where it has no cell."""
    count = min(max((len(row) for row in table.rows), default=0), MOST_COLUMNS)
    if not count:
        return ""
    grid = _column_widths(table.rows, count, frame.width)
    head = table.header
    rows = (_row(row, grid, frame, head=head and i == 0) for i, row in enumerate(table.rows))
    properties = _properties("NoteTable", frame, first_row=head)
    return f"<w:tbl>{properties}{_grid_xml(grid)}{''.join(rows)}</w:tbl>"


def _paired(rows: Sequence[FieldRow]) -> list[tuple[FieldRow, ...]]:
    """Neighbours that are both short share a row."""
    lines: list[tuple[FieldRow, ...]] = []
    waiting: FieldRow | None = None
    for row in rows:
        short = len(row.text) <= SHORT_FIELD_CHARACTERS and "\n" not in row.text
        if waiting and short:
            lines.append((waiting, row))
            waiting = None
            continue
        if waiting:
            lines.append((waiting,))
        waiting = row if short else None
        lines += [] if short else [(row,)]
    return [*lines, (waiting,)] if waiting else lines


def _label_width(label: str, size_pt: float) -> int:
    em = sum(LABEL_EM if c.isascii() or c < "\u1100" else WIDE_EM for c in one_line(label))
    return round(em * size_pt * TWIPS_PER_POINT) + LABEL_GAP_TWIPS


def _grid(width: int, label: int, *, paired: bool) -> list[int]:
    if not paired:
        return [label, width - label]
    value = (width - 2 * label) * 11 // 20
    return [label, value, label, width - 2 * label - value]


def _field_row(row: tuple[FieldRow, ...], grid: list[int], frame: Frame) -> str:
    cells = []
    for i, field in enumerate(row):
        cells.append(_cell(grid[2 * i], frame.cell("FieldLabel", field.label)))
        spans = 1 if len(row) == 2 or len(grid) == 2 else 3
        cells.append(
            _cell(sum(grid[2 * i + 1 : 2 * i + 1 + spans]), frame.cell("FieldValue", field.text), spans)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: Sequence[str], grid: list[int], frame: Frame, *, head: bool) -> str:
    style = "TableHeading" if head else "TableText"
    texts = [*row[: len(grid)], *[""] * (len(grid) - len(row))]
    cells = "".join(_cell(w, frame.cell(style, text)) for w, text in zip(grid, texts, strict=True))
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell(width: int, paragraph: str, spans: int = 1) -> str:
    span = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{paragraph}</w:tc>'


def _properties(style: str, frame: Frame, *, first_row: bool) -> str:
    look = "0620" if first_row else "0600"
    visual = "<w:bidiVisual/>" if frame.right_to_left else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/>{visual}<w:tblW w:w="{frame.width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{int(first_row)}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _grid_xml(grid: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in grid)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _column_widths(rows: Sequence[Sequence[str]], count: int, width: int) -> list[int]:
    """Wider where there is more to read, but never less than half of an even share."""
    weights = [max((len(row[i]) for row in rows if i < len(row)), default=0) ** 0.5 + 1 for i in range(count)]
    least = width // (2 * count)
    rest = width - least * count
    widths = [least + int(rest * w / sum(weights)) for w in weights]
    widths[-1] += width - sum(widths)
    return widths
