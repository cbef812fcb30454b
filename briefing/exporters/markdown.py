"""Document -> CommonMark with YAML front matter; every character that would act is escaped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
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
from briefing.exporters.markdown_text import emphasised, lines_of, link, plain_text
from briefing.exporters.markers import number_format
from briefing.exporters.text import clean, iso_date, one_line, with_stop

Citations = Literal["footnotes", "inline"]

MOST_HEADING_LEVELS = 6
BULLETS = ("-", "*")  # CommonMark begins a new list where the sign changes
NUMBER_ENDS = (".", ")")


def to_markdown(document: Document, citations: Citations = "footnotes") -> str:
    """The document as Markdown; sources as `[^1]` footnotes, or in brackets where they are cited."""
    return _MarkdownWriter(document, citations).text()


class _MarkdownWriter:
    """Writes block after block; remembers which notes were met and where it stands in a list."""

    def __init__(self, document: Document, citations: Citations) -> None:
        self._document = document
        self._citations = citations
        self._notes = {note.number: note for note in document.notes}
        self._met: dict[int, Note] = {}
        self._list = _ListPlace()

    def text(self) -> str:
        body = [piece for block in self._document.blocks for piece in self._block(block)]
        head = [_front_matter(self._document), *self._marking()]
        return "".join(head) + "".join(body) + "".join([*self._marking(), *self._definitions()])

    def _marking(self) -> Iterator[str]:
        marking = one_line(self._document.marking)
        if marking:
            yield f"\n{_first(emphasised(marking, strong=True))}\n"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, ListItem):
            yield self._item(block)
            return
        self._list.leave()
        if text := self._standing(block):
            yield f"\n{text}\n"

    def _standing(self, block: Title | Subtitle | Heading | Fields | BottomLine | Paragraph | Table) -> str:
        match block:
            case Title() | Heading():
                return _heading(block)
            case Subtitle():
                return _first(emphasised(one_line(block.text), strong=False))
            case Fields():
                return ""
            case BottomLine():
                lead = Run(f"{with_stop(block.label)} ", bold=True)
                return _quoted(self._runs((lead, *block.runs)))
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return _table(block)

    def _paragraph(self, block: Paragraph) -> str:
        if block.role == "placeholder":
            return ""
        text = self._runs(block.runs)
        return _quoted(text) if block.role == "quote" else text

    def _item(self, block: ListItem) -> str:
        text = self._runs(block.runs)
        if not text:
            return ""  # an empty item would become part of the paragraph above it
        sign, indent, opens = self._list.enter(block)
        inner = f"\n{' ' * (indent + len(sign) + 1)}".join(text.split("\n"))
        before = "\n" if opens else ""
        return f"{before}{' ' * indent}{sign} {inner}".rstrip(" ") + "\n"

    def _runs(self, runs: Sequence[Run]) -> str:
        texts = [self._run(run, before, after) for run, before, after in _with_neighbours(runs)]
        return "\n".join(lines_of("".join(texts)))

    def _run(self, run: Run, before: str, after: str) -> str:
        if run.note > 0:
            return self._reference(run.note)
        if run.link:
            return link(run)
        if run.bold or run.italic:
            return emphasised(run.text, strong=run.bold, slanted=run.italic, before=before, after=after)
        return plain_text(run.text)

    def _reference(self, number: int) -> str:
        note = self._notes.get(number)
        if note is None:
            return ""
        if self._citations == "inline":
            return f" ({self._note_text(note)})"
        self._met[number] = note
        return f"[^{number}]"

    def _note_text(self, note: Note) -> str:
        text = self._runs(tuple(run for run in note.runs if not run.note))
        *lines, last = text.split("\n")
        return " ".join([*(line.removesuffix("\\") for line in lines), last]).strip()

    def _definitions(self) -> Iterator[str]:
        if self._met:
            yield "\n"
        for number in sorted(self._met):
            yield f"[^{number}]: {self._note_text(self._met[number])}\n"


class _ListPlace:
    """Where the writer stands in a list: how far each level is indented, and which sign it has."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, int]] = []  # list id, kind, column where the text begins
        self._turn = 0
        self._counts: list[int] = []

    def leave(self) -> None:
        """A block that is no list item ends every list."""
        self._open, self._counts = [], []

    def enter(self, item: ListItem) -> tuple[str, int, bool]:
        """The sign of the item, its indentation, and whether an empty line must stand before it.

        One must before an outermost list, and where a nested list does not begin with 1.
        """
        level = min(max(item.level, 0), len(self._open))
        key = (item.list_id, item.kind)
        opens = not self._open
        if level < len(self._open) and self._open[level][:2] != key:
            self._turn = 1 - self._turn
            self._open = self._open[:level]
            opens = level == 0
        self._counts = [*self._counts[: level + 1], *[0] * (level + 1 - len(self._counts))]
        goes_on = level < len(self._open)
        self._counts[level] = self._counts[level] + 1 if goes_on else _start(item, level)
        opens = opens or (not goes_on and self._counts[level] != 1)
        sign = self._sign(item, level)
        indent = self._open[level - 1][2] if level else 0
        self._open = [*self._open[:level], (*key, indent + len(sign) + 1)]
        return sign, indent, opens

    def _sign(self, item: ListItem, level: int) -> str:
        if item.kind == "bullet":
            return BULLETS[self._turn]
        return f"{self._counts[level]}{NUMBER_ENDS[self._turn]}"


def _start(item: ListItem, level: int) -> int:
    form = number_format(item.marker, level)
    return form.start if form.kind == "decimal" and item.kind == "number" else 1


def _with_neighbours(runs: Sequence[Run]) -> Iterator[tuple[Run, str, str]]:
    """Each run that says something, cleaned, with the characters that will stand beside it."""
    runs = [replace(run, text=clean(run.text)) for run in runs]
    runs = [run for run in runs if run.text or run.note > 0 or run.link]
    for i, run in enumerate(runs):
        before, after = (runs[i - 1] if i else None), (runs[i + 1] if i + 1 < len(runs) else None)
        yield run, _edge(before, -1), _edge(after, 0)


def _edge(run: Run | None, place: int) -> str:
    """What touches a run there: nothing, punctuation for a link or reference, or the letter itself."""
    if run is None:
        return " "
    if run.note or run.link:
        return "["
    if run.bold or run.italic:
        return "*"
    return run.text[place]


def _heading(block: Title | Heading) -> str:
    marker = f"{block.marker} " if isinstance(block, Heading) and block.marker else ""
    level = 1 if isinstance(block, Title) else min(max(block.level, 1) + 1, MOST_HEADING_LEVELS)
    text = _first(plain_text(one_line(f"{marker}{block.text}")))
    closed = f"{text[:-1]}\\#" if text.endswith("#") else text
    return f"{'#' * level} {closed}".rstrip()


def _first(text: str) -> str:
    return "".join(lines_of(text)[:1])


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n")) if text else ""


def _table(block: Table) -> str:
    count = max((len(row) for row in block.rows), default=0)
    caption = _first(plain_text(one_line(block.caption)))
    if not count:
        return caption
    rows = list(block.rows) if block.header else [(), *block.rows]
    lines = [_table_row(row, count) for row in rows]
    lines.insert(1, "|" + " --- |" * count)
    return "\n".join([*([caption, ""] if caption else []), *lines])


def _table_row(row: Iterable[str], count: int) -> str:
    cells = [plain_text(one_line(text)) for text in row]
    return "|" + "".join(f" {cell} |" for cell in [*cells, *[""] * (count - len(cells))])


def _front_matter(document: Document) -> str:
    rows = [row for block in document.blocks if isinstance(block, Fields) for row in block.rows]
    own = {
        "title": _title(document),
        "date": _date(document, {row.origin: row.text for row in rows}),
        "marking": document.marking or document.properties.marking,
        "unit": document.unit,
        "reference": document.reference,
        "author": document.properties.author,
        "language": document.language,
        "note": document.properties.note_id,
    }
    lines = [f"{key}: {_yaml(text)}" for key, text in own.items() if one_line(text)]
    fields = {_yaml(row.label): _yaml(row.text) for row in reversed(rows)}
    nested = [f"  {label}: {text}" for label, text in reversed(fields.items())]
    return "\n".join(["---", *lines, *(["fields:", *nested] if nested else []), "---", ""])


def _title(document: Document) -> str:
    titles = (block.text for block in document.blocks if isinstance(block, Title))
    return document.properties.title or next(titles, "")


def _date(document: Document, fields: dict[str, str]) -> str:
    return fields.get("field:date") or iso_date(document.properties.created)


def _yaml(text: str) -> str:
    """A double-quoted scalar: JSON's strings are YAML's, once no control character is left."""
    return json.dumps(one_line(text), ensure_ascii=False)
