"""The Document: a composed note, as a flat run of blocks. No Qt, no points and no Word in it.

`compose` makes it, exporters and the preview read it. Every block carries an `origin`, an opaque word
that leads back to what made the line: "point:<id>", "field:<key>", "section:<tag>", "title", "summary".
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Run(Struct, frozen=True, gc=False):
    """A stretch of text with one look. With `note` > 0 it is a reference to that footnote and has no text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""  # absolute; http, https or mailto only
    lang: str = ""  # BCP 47, where it differs from the document's
    note: int = 0


class Title(Struct, frozen=True, gc=False):
    """The note's title; once, first."""

    text: str
    origin: str = "title"


class Subtitle(Struct, frozen=True, gc=False):
    """A line under the title, e.g. "Briefing note for the Director General"."""

    text: str
    origin: str = ""


class Heading(Struct, frozen=True, gc=False):
    """A section heading; levels count from 1 below the title. `marker` stands before it ("□", "1.")."""

    text: str
    level: int = 1
    origin: str = ""
    marker: str = ""


class FieldRow(Struct, frozen=True, gc=False):
    """One header field: To, From, Date, Subject ..."""

    label: str
    text: str
    origin: str = ""


class Fields(Struct, frozen=True, gc=False):
    """The header field block: rows of label and value; with two `columns`, short rows stand side by side."""

    rows: tuple[FieldRow, ...]
    origin: str = "fields"
    columns: Literal[1, 2] = 1


class BottomLine(Struct, frozen=True, gc=False):
    """The boxed summary the official reads first."""

    label: str
    runs: tuple[Run, ...]
    origin: str = "summary"


ParagraphRole = Literal["body", "lead-in", "quote", "caption", "source", "placeholder", "sign-off"]


class Paragraph(Struct, frozen=True, gc=False):
    """Running text. A "placeholder" is a grey prompt: shown in the preview, left out of exports."""

    runs: tuple[Run, ...]
    role: ParagraphRole = "body"
    origin: str = ""


ListKind = Literal["bullet", "number"]


class ListItem(Struct, frozen=True, gc=False):
    """One item of list `list_id`; numbering starts anew with each id. `level` counts from 0.

    `marker` is the character or number text to print, already resolved ("•", "1.", "□"), for readers
    that have no lists of their own; Word uses `kind`, `level` and the document's `markers`.
    """

    runs: tuple[Run, ...]
    kind: ListKind = "bullet"
    level: int = 0
    list_id: int = 0
    marker: str = "•"
    origin: str = ""


class Table(Struct, frozen=True, gc=False):
    """A plain table; the first row is the header if `header`."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = True
    caption: str = ""
    origin: str = ""


Block = Title | Subtitle | Heading | Fields | BottomLine | Paragraph | ListItem | Table


class Note(Struct, frozen=True, gc=False):
    """A footnote or endnote text. Numbers count from 1 in order of first reference."""

    number: int
    runs: tuple[Run, ...]


class Page(Struct, frozen=True, gc=False):
    """Paper and margins. Lengths in millimetres."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 22.0
    right_mm: float = 22.0
    bottom_mm: float = 20.0
    left_mm: float = 22.0
    header_mm: float = 10.0  # from the paper's edge to the header line
    footer_mm: float = 10.0


class Face(Struct, frozen=True, gc=False):
    """A font by name for Latin text and for East Asian text, with its size in points."""

    latin: str
    east_asian: str
    size_pt: float
    colour: str = "#1B1E24"
    bold: bool = False


class Typography(Struct, frozen=True, gc=False):
    """The faces of a document, and its spacing (`line_spacing` 1.0 is single; spaces in points)."""

    body: Face
    title: Face
    heading: Face
    label: Face
    small: Face  # footnotes, header, footer, source line
    line_spacing: float = 1.15
    paragraph_after_pt: float = 4.0
    item_after_pt: float = 3.0
    heading_before_pt: float = 12.0
    heading_after_pt: float = 3.0
    indent_mm: float = 6.0  # of each list level
    accent: str = "#14284B"
    rule: bool = True  # the line under the title block


class Properties(Struct, frozen=True, gc=False):
    """What the file says of itself; nothing else is written. Times are ISO 8601 with zone, or empty."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    marking: str = ""
    note_id: str = ""
    created: str = ""
    export_id: str = ""  # names this very export, so that an edited file can be read back


class Assigned(Struct, frozen=True, gc=False):
    """A point as its author wrote it, with who does it and by when: in a form each has its own place."""

    point: str
    wording: str
    owner: str
    due: str


class Known(Struct, frozen=True, gc=False):
    """What the template declares, so that an empty field or section is no unknown mark of a form.

    `others` are further names people may write for a field or section: its label, its heading.
    """

    fields: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()  # "Next steps" -> "next_steps"
    points: tuple[Assigned, ...] = ()


class OwnWord(Struct, frozen=True, gc=False):
    """The organisation's own Word file, which the Word export is made with."""

    way: Literal["base", "form"]
    name: str
    data: str  # in base 64
    styles: tuple[tuple[str, str], ...] = ()  # of a base: role -> the name of its style
    known: Known = Known()


NoteStyle = Literal["footnotes", "endnotes"]


class Document(Struct, frozen=True, gc=False):
    """A composed note: everything an exporter or the preview needs, and nothing more."""

    language: str
    blocks: tuple[Block, ...]
    page: Page
    type: Typography
    properties: Properties
    notes: tuple[Note, ...] = ()
    note_style: NoteStyle = "footnotes"
    marking: str = ""  # top and bottom of each page
    marking_colour: str = "#A6192E"
    unit: str = ""  # the organisation's line at the head of the first page
    reference: str = ""  # foot of each page, left
    page_label: str = "Page {page} of {pages}"
    markers: tuple[str, ...] = ("•", "–", "·")  # bullets by level
    page_limit: int = 0  # 0: none
    own_word: OwnWord | None = None
