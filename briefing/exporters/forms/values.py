"""What the marks of a form stand for: one text, or one line for each point or source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from msgspec import Struct

from briefing.blocks import (
    Assigned,
    Block,
    BottomLine,
    Document,
    Fields,
    Heading,
    Known,
    ListItem,
    Note,
    Paragraph,
    Run,
    Subtitle,
    Title,
)
from briefing.exporters.forms.marks import normal
from briefing.exporters.text import iso_date, one_line

SECTION, POINT, FIELD, SOURCES = "section:", "point:", "field:", "sources"
ASSIGNMENT_MARKS = ("owner", "due")
LINE_MARKS = ("number", "source", *ASSIGNMENT_MARKS)  # only where a paragraph or row is repeated


class Line(Struct, frozen=True):
    """One point or source to be written in the place of a list mark."""

    runs: tuple[Run, ...]
    number: int
    level: int = 0
    point: str = ""
    source: str = ""
    assigned: Assigned | None = None

    def said(self, name: str) -> str:
        """The text of a line mark."""
        owner, due = (self.assigned.owner, self.assigned.due) if self.assigned else ("", "")
        return {"number": str(self.number), "source": self.source, "owner": owner, "due": due}[name]

    def bare(self) -> tuple[Run, ...]:
        """The runs without owner and date, for a form that has a place for each."""
        notes = tuple(run for run in self.runs if run.note > 0)
        return (Run(self.assigned.wording), *notes) if self.assigned else self.runs


class FormValues:
    """The values of a document's marks, by name."""

    def __init__(self, document: Document, known: Known) -> None:
        self.language = document.language
        self._notes = {note.number: note for note in document.notes}
        self._assigned = {each.point: each for each in known.points}
        self._texts = _texts(document, known)
        self._lists = self._gathered(document, known)
        self._true_names: dict[str, str] = {}
        self._sections = tuple(f"points: {tag}" for tag in known.sections)
        for other, name in (*known.others, ("bottom line", "summary")):
            self._call(normal(other), normal(name))

    def text(self, name: str) -> str | None:
        """The text of a single mark; None where nothing has that name."""
        return self._texts.get(name)

    def lines(self, name: str) -> tuple[Line, ...] | None:
        """The lines of a list mark; None where nothing has that name."""
        return self._lists.get(name)

    def nearest(self, name: str) -> str:
        """The right name most like a wrong one, or empty."""
        return next(iter(get_close_matches(normal(name), self.names(), 1)), "")

    def unasked(self, names: Collection[str]) -> tuple[str, ...]:
        """The lists a form with these marks has no place for: sections, and the sources."""
        asked = {self._true_names.get(name, name) for name in names}
        sections = () if "points" in asked else self._sections
        without = tuple(section for section in sections if normal(section) not in asked)
        return (*without, *(() if {"sources", "source"} & set(names) else (SOURCES,)))

    def _call(self, other: str, name: str) -> None:
        """A field goes by its label too, and a section by its heading."""
        if name in self._texts:
            self._texts.setdefault(other, self._texts[name])
        ours, theirs = f"points: {name}", f"points: {other}"
        if ours in self._lists and theirs not in self._lists:
            self._lists[theirs] = self._lists[ours]
            self._true_names[theirs] = ours

    def names(self) -> tuple[str, ...]:
        """Every mark that may stand in a form, sorted."""
        return tuple(sorted([*self._texts, *self._lists, *LINE_MARKS]))

    def _gathered(self, document: Document, known: Known) -> dict[str, tuple[Line, ...]]:
        blocks: dict[str, list[ListItem | Paragraph]] = {tag: [] for tag in known.sections}
        sources: list[ListItem | Paragraph] = []
        place = sources
        for block in document.blocks:
            if isinstance(block, Heading):
                tag = block.origin.removeprefix(SECTION)
                inside = block.origin.startswith(SECTION)
                place = blocks.setdefault(tag, []) if inside else sources if block.origin == SOURCES else []
            elif isinstance(block, ListItem | Paragraph) and _is_line(block):
                (sources if block.origin == SOURCES else place).append(block)
        lists = {f"points: {normal(tag)}": self._numbered(found) for tag, found in blocks.items()}
        lists["points"] = self._numbered(block for found in blocks.values() for block in found)
        lists["sources"] = self._sources(document.notes) or self._numbered(sources)
        return lists

    def _numbered(self, blocks: Iterable[ListItem | Paragraph]) -> tuple[Line, ...]:
        return tuple(self._line(block, number) for number, block in enumerate(blocks, 1))

    def _line(self, block: ListItem | Paragraph, number: int) -> Line:
        level = block.level if isinstance(block, ListItem) else 0
        point = block.origin.removeprefix(POINT) if block.origin.startswith(POINT) else ""
        cited = (self._notes[run.note] for run in block.runs if run.note in self._notes)
        source = "; ".join(_plain(note.runs) for note in cited)
        return Line(block.runs, number, level, point, source, self._assigned.get(point))

    def _sources(self, notes: tuple[Note, ...]) -> tuple[Line, ...]:
        return tuple(Line(note.runs, note.number) for note in notes)


def _is_line(block: ListItem | Paragraph) -> bool:
    """Points and source lines; not lead-ins, and never a prompt."""
    return isinstance(block, ListItem) or (block.role in {"body", "source"} and bool(block.origin))


def _texts(document: Document, known: Known) -> dict[str, str]:
    texts = dict.fromkeys(("title", "subtitle", "summary"), "")
    texts |= {normal(key): "" for key in known.fields}
    texts["subject"] = document.properties.subject or document.properties.title
    texts |= {"marking": document.marking, "unit": document.unit, "reference": document.reference}
    texts["date"] = iso_date(document.properties.created)
    for block in document.blocks:
        texts |= _said(block)
    return {name: one_line(text) for name, text in texts.items()}


def _said(block: Block) -> dict[str, str]:
    match block:
        case Title():
            return {"title": block.text}
        case Subtitle():
            return {"subtitle": block.text}
        case BottomLine():
            return {"summary": _plain(block.runs)}
        case Fields():
            labels = {normal(row.label): row.text for row in block.rows}
            return labels | {
                normal(row.origin.removeprefix(FIELD)): row.text for row in block.rows if row.origin
            }
        case _:
            return {}


def _plain(runs: Iterable[Run]) -> str:
    return one_line("".join(run.text for run in runs))
