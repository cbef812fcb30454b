"""The blocks of a document as the body of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
    Fields,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Subtitle,
    Table,
    Title,
)
from briefing.exporters.text import clean, with_stop
from briefing.exporters.word.measures import text_width
from briefing.exporters.word.numbering import Numbering, is_bullet, point_style
from briefing.exporters.word.runs import Notes, RunWriter
from briefing.exporters.word.tables import Frame, fields_xml, table_xml

POINT_ORIGIN = "point:"
LONGEST_BOOKMARK_CHARACTERS = 40
GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
_NOT_IN_A_NAME = re.compile(r"[^0-9A-Za-z_]")
Flowing = Title | Subtitle | Heading | BottomLine | Paragraph | ListItem
_STYLES = {
    "body": "BodyText",
    "lead-in": "LeadIn",
    "quote": "Quote",
    "caption": "Caption",
    "source": "Source",
    "sign-off": "SignOff",
}


def bookmark_name(point_id: str) -> str:
    """The hidden bookmark of a point: "p-9f86d0" -> "_bp_p_9f86d0"."""
    return f"_bp_{_NOT_IN_A_NAME.sub('_', point_id)}"[: LONGEST_BOOKMARK_CHARACTERS - 8]


class BodyWriter:
    """Writes block after block; knows which bookmarks and notes it has met."""

    def __init__(self, document: Document, runs: RunWriter, numbering: Numbering) -> None:
        self._document = document
        self._runs = runs
        self._numbering = numbering
        leans = runs.right_to_left(())
        self._frame = Frame(text_width(document.page), self._cell, right_to_left=leans)
        self._names: dict[str, int] = {}
        self._bookmarks = 0
        self.notes = Notes((n.number for n in document.notes), document.note_style)

    def xml(self) -> str:
        """The whole body, but for the section's own settings."""
        blocks = [b for b in self._document.blocks if not _is_placeholder(b)]
        pieces = [self._unit()]
        for block, following in zip_longest(blocks, blocks[1:]):
            xml = self._block(block)
            pieces.append(xml)
            if xml and isinstance(block, Fields | Table) and _needs_gap(following):
                pieces.append(GAP)
        return "".join(pieces) or self._paragraph("BodyText", ())

    def _unit(self) -> str:
        return self._paragraph("Unit", (Run(self._document.unit),)) if clean(self._document.unit) else ""

    def _block(self, block: Block) -> str:
        if isinstance(block, Fields):
            return self._fields(block)
        if isinstance(block, Table):
            return self._table(block)
        style, runs, properties = self._described(block)
        return self._paragraph(style, runs, properties, block.origin)

    def _described(self, block: Flowing) -> tuple[str, Sequence[Run], str]:
        """Style, runs and list reference of a block that is one paragraph."""
        match block:
            case Heading():
                reference = self._numbering.heading_reference(block)
                return f"Heading{min(max(block.level, 1), 3)}", (Run(_heading_text(block)),), reference
            case ListItem():
                style = point_style(block.level) if block.kind == "bullet" else "NumberedPoint"
                return style, block.runs, self._numbering.reference(block)
            case BottomLine():
                return "BottomLine", _with_label(block), ""
            case Paragraph():
                return _STYLES[block.role], block.runs, ""
            case _:
                return type(block).__name__, (Run(block.text),), ""

    def _fields(self, block: Fields) -> str:
        size = self._document.type.label.size_pt
        return fields_xml(block, self._frame, size) if block.rows else ""

    def _table(self, block: Table) -> str:
        start, end = self._bookmark(block.origin)
        caption = self._paragraph("Caption", (Run(block.caption),)) if clean(block.caption).strip() else ""
        table = table_xml(block, self._frame)
        return f"{start}{caption}{table}{end}" if caption or table else ""

    def _cell(self, style: str, text: str) -> str:
        return self._paragraph(style, (Run(text),))

    def _paragraph(self, style: str, runs: Sequence[Run], properties: str = "", origin: str = "") -> str:
        right = self._runs.right_to_left(run.text for run in runs)
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{properties}{"<w:bidi/>" if right else ""}</w:pPr>'
        start, end = self._bookmark(origin)
        content = "".join(self._runs_xml(runs, right_to_left=right))
        return f"<w:p>{look}{start}{content}{end}</w:p>"

    def _runs_xml(self, runs: Sequence[Run], *, right_to_left: bool) -> Iterator[str]:
        """References that touch are kept apart by a raised comma, or 2 and 3 would read as 23."""
        after_reference = False
        for run in runs:
            if run.note > 0:
                reference = self._reference(run.note)
                yield self.notes.comma() if reference and after_reference else ""
                yield reference
                after_reference = after_reference or bool(reference)
            elif run.text:
                after_reference = False
                yield self._runs.run(run, "Lead" if run.bold else "", right_to_left=right_to_left)

    def _reference(self, number: int) -> str:
        self._bookmarks += 1
        return self.notes.reference(number, self._bookmarks)

    def _bookmark(self, origin: str) -> tuple[str, str]:
        if not origin.startswith(POINT_ORIGIN):
            return "", ""
        self._bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{self._fresh_name(origin)}"/>'
        return start, f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'

    def _fresh_name(self, origin: str) -> str:
        """Names are unique: a point that makes several lines numbers them from the second on."""
        name = bookmark_name(origin.removeprefix(POINT_ORIGIN))
        count = self._names[name] = self._names.get(name, 0) + 1
        return name if count == 1 else f"{name}__{count}"


def _heading_text(block: Heading) -> str:
    return block.text if is_bullet(block.marker) or not block.marker else f"{block.marker} {block.text}"


def _is_placeholder(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "placeholder"


def _needs_gap(following: Block | None) -> bool:
    """Tables that touch would become one, and the last thing of a body must be a paragraph."""
    return following is None or isinstance(following, Fields | Table | Paragraph | ListItem | Title)


def _with_label(block: BottomLine) -> tuple[Run, ...]:
    label = with_stop(block.label)
    return (Run(f"{label} ", bold=True), *block.runs) if label else block.runs
