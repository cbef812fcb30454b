"""Fills the marks of a Word file: checks them all first, then lists, then single texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefing.blocks import Run
from briefing.errors import FormInvalid
from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.lists import go_deeper
from briefing.exporters.forms.marks import (
    Mark,
    apart,
    forget_filled,
    marks_in,
    raised,
    replace_mark,
    run_elements,
    stray_braces,
    text_of,
)
from briefing.exporters.forms.trees import R, W, made, remove
from briefing.exporters.forms.values import ASSIGNMENT_MARKS, LINE_MARKS, FormValues, Line
from briefing.exporters.links import safe_link
from briefing.exporters.word.body import bookmark_name
from briefing.exporters.word.parts import OFFICE

_FILLED = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
_ANYWHERE = re.compile(r"\{\{[^{}]{1,60}\}\}")
_IDS = re.compile(r"\}(paraId|textId|rsid\w*)$")


class MarkFault(Struct, frozen=True):
    """A mark that cannot be filled: why (a reason of FormInvalid), and the nearest right one."""

    reason: str
    shown: str
    nearest: str = ""


def filled_parts(file: OwnFile) -> tuple[str, ...]:
    """The parts in which marks are filled: body, headers, footers, notes."""
    return tuple(name for name in file.names() if _FILLED.fullmatch(name) or name == file.main())


class Filler:
    """Fills one form, or the given parts of it."""

    def __init__(self, file: OwnFile, values: FormValues, parts: tuple[str, ...] = ()) -> None:
        self._file = file
        self._values = values
        self._parts = parts or filled_parts(file)
        self._has_sources = False
        self._bookmarks = 0
        self._named: dict[str, int] = {}

    def check(self) -> None:
        """Nothing is filled before every mark is known and stands where it can be. Raises FormInvalid."""
        faults = list(self.faults())
        if faults:
            alike = dict.fromkeys(fault for fault in faults if fault.reason == faults[0].reason)
            names, nearest = (tuple(f.shown for f in alike), tuple(f.nearest for f in alike))
            raise FormInvalid(faults[0].reason, names, nearest if any(nearest) else ())

    def faults(self) -> Iterator[MarkFault]:
        """Every mark that cannot be filled, in order."""
        yield from self._elsewhere()
        for paragraph in self._paragraphs():
            marks = marks_in(paragraph)
            self._has_sources = self._has_sources or any(mark.name == "sources" for mark in marks)
            if stray := stray_braces(paragraph):
                yield MarkFault("stray-mark", stray)
            if sum(self._values.lines(mark.name) is not None for mark in marks) > 1:
                yield from (MarkFault("two-lists", mark.shown) for mark in marks)
            repeated = self._is_repeated(paragraph) if marks else False
            for mark in marks:
                if not self._is_known(mark.name, repeated=repeated):
                    yield MarkFault("unknown-mark", mark.shown, self._values.nearest(mark.name))

    def _elsewhere(self) -> Iterator[MarkFault]:
        """Marks in comments, fields and drawings cannot be filled, so they must not be there."""
        filled = filled_parts(self._file)
        for name in self._file.names():
            if name.startswith("word/") and name.endswith(".xml") and name not in filled:
                yield from self._unfilled(name)
        for part in self._parts:
            for element in self._file.tree(part).iter(f"{W}instrText", f"{W}delText"):
                if "{{" in (element.text or ""):
                    yield MarkFault("stray-mark", element.text or "")

    def _unfilled(self, name: str) -> Iterator[MarkFault]:
        if b"{{" in self._file.raw(name):
            text = "".join(map(str, self._file.tree(name).itertext()))
            yield from (MarkFault("stray-mark", found) for found in _ANYWHERE.findall(text))

    def fill(self) -> None:
        """Lists first, since what they repeat may hold single marks too. What was filled in is never read."""
        for part in self._parts:
            root = self._file.tree(part)
            self._bookmarks = max([self._bookmarks, *_bookmark_ids(root)])
            for paragraph in list(root.iter(f"{W}p")):
                self._fill_list(part, paragraph)
            for paragraph in list(root.iter(f"{W}p")):
                self._fill_texts(paragraph)
            forget_filled(root)

    def _paragraphs(self) -> Iterator[etree._Element]:
        for part in self._parts:
            yield from self._file.tree(part).iter(f"{W}p")

    def _is_known(self, name: str, *, repeated: bool) -> bool:
        if name in LINE_MARKS and repeated:
            return True
        return self._values.text(name) is not None or self._values.lines(name) is not None

    def _is_repeated(self, paragraph: etree._Element) -> bool:
        """Whether it is written once for each line: itself, or in a row that is."""
        row = _row(paragraph)
        return self._list_mark(paragraph) is not None or (row is not None and self._row_is_repeated(row))

    def _list_mark(self, paragraph: etree._Element) -> Mark | None:
        return next((m for m in marks_in(paragraph) if self._values.lines(m.name) is not None), None)

    def _fill_list(self, part: str, paragraph: etree._Element) -> None:
        mark = self._list_mark(paragraph)
        if mark is None or paragraph.getparent() is None:
            return
        lines = self._values.lines(mark.name) or ()
        row = _row(paragraph)
        unit = row if row is not None and self._row_is_repeated(row) else paragraph
        for line in lines:
            copy = deepcopy(unit)
            unit.addprevious(copy)
            for section in copy.findall(f"{W}pPr/{W}sectPr"):
                remove(section)
            self._fill_line(part, copy, line)
            _forget_ids(unit)  # the first copy keeps them
        self._remove(unit)

    def _row_is_repeated(self, row: etree._Element) -> bool:
        """A row is a pattern if it has one list mark, and beside it marks of that line or nothing."""
        cells = [list(cell.iter(f"{W}p")) for cell in _cells(row)]
        holding = [cell for cell in cells if any(self._list_mark(p) for p in cell)]
        lists = [p for cell in holding for p in cell if self._list_mark(p)]
        others = [p for cell in cells if cell not in holding for p in cell]
        if len(cells) < 2 or len(lists) != 1:
            return False
        asks = any(mark.name in LINE_MARKS for p in others for mark in marks_in(p))
        return asks or all(_only_line_marks(p) for p in others)

    def _fill_line(self, part: str, unit: etree._Element, line: Line) -> None:
        paragraphs = [unit] if unit.tag == f"{W}p" else list(unit.iter(f"{W}p"))
        apart_too = any(mark.name in ASSIGNMENT_MARKS for p in paragraphs for mark in marks_in(p))
        shown = replace(line, runs=line.bare()) if apart_too else line
        for paragraph in paragraphs:
            for mark in reversed(marks_in(paragraph)):
                if self._values.lines(mark.name) is not None:
                    self._write_line(part, paragraph, mark, shown)
                elif mark.name in LINE_MARKS:
                    replace_mark(
                        paragraph, mark, run_elements(Run(line.said(mark.name)), self._values.language)
                    )

    def _write_line(self, part: str, paragraph: etree._Element, mark: Mark, line: Line) -> None:
        elements = [e for run in apart(line.runs) for e in self._elements(part, run)]
        replace_mark(paragraph, mark, self._bookmarked(line, elements))
        go_deeper(self._file, paragraph, line.level)
        _free_controls(paragraph)

    def _elements(self, part: str, run: Run) -> list[etree._Element]:
        if run.note > 0:
            return [raised(run.text)] if self._has_sources else []
        elements = run_elements(run, self._values.language)
        address = safe_link(run.link) if run.link else ""
        if not (address and elements):
            return elements
        link = made("hyperlink")
        link.set(f"{R}id", self._file.relate(part, f"{OFFICE}/hyperlink", address, external=True))
        link.extend(elements)
        return [link]

    def _bookmarked(self, line: Line, elements: list[etree._Element]) -> list[etree._Element]:
        """A point is known again by a hidden bookmark, in a form as in our own file."""
        if not (line.point and elements):
            return elements
        self._bookmarks += 1
        name = bookmark_name(line.point)
        count = self._named[name] = self._named.get(name, 0) + 1
        fresh = name if count == 1 else f"{name}__{count}"
        start = made("bookmarkStart", id=str(self._bookmarks), name=fresh)
        return [start, *elements, made("bookmarkEnd", id=str(self._bookmarks))]

    def _remove(self, unit: etree._Element) -> None:
        """Takes the pattern out, unless what holds it would be left without a paragraph or row at its end."""
        beside = {e.tag for e in (unit.getprevious(), unit.getnext()) if e is not None}
        if unit.tag not in beside or unit.find(f"{W}pPr/{W}sectPr") is not None:
            self._empty(unit)
        else:
            remove(unit)

    def _empty(self, unit: etree._Element) -> None:
        for paragraph in [unit] if unit.tag == f"{W}p" else list(unit.iter(f"{W}p")):
            for mark in reversed(marks_in(paragraph)):
                replace_mark(paragraph, mark, [])

    def _fill_texts(self, paragraph: etree._Element) -> None:
        for mark in reversed(marks_in(paragraph)):
            text = self._values.text(mark.name)
            if text is not None:
                replace_mark(paragraph, mark, run_elements(Run(text), self._values.language))
                _free_controls(paragraph)


def _only_line_marks(paragraph: etree._Element) -> bool:
    marks = marks_in(paragraph)
    return all(m.name in LINE_MARKS for m in marks) and (bool(marks) or not text_of(paragraph).strip())


def _cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, those in content controls too; not those of a table in a cell."""
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]


def _row(paragraph: etree._Element) -> etree._Element | None:
    return next(paragraph.iterancestors(f"{W}tr"), None)


def _bookmark_ids(root: etree._Element) -> Iterator[int]:
    for start in root.iter(f"{W}bookmarkStart"):
        value = start.get(f"{W}id", "0")
        yield int(value) if value.isdigit() else 0


def _forget_ids(unit: etree._Element) -> None:
    """Further copies have no ids of their own: Word gives them new ones."""
    for element in list(unit.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        remove(element)
    for control in unit.iter(f"{W}sdtPr"):
        for element in control.findall(f"{W}id"):
            control.remove(element)
    for element in unit.iter(etree.Element):
        for name in [name for name in element.attrib if _IDS.search(str(name))]:
            del element.attrib[name]


def _free_controls(paragraph: etree._Element) -> None:
    """A content control that was filled no longer shows its prompt, nor what it is bound to."""
    for control in [*paragraph.iterancestors(f"{W}sdt"), *paragraph.iter(f"{W}sdt")]:
        for name in ("showingPlcHdr", "dataBinding"):
            for element in control.findall(f"{W}sdtPr/{W}{name}"):
                remove(element)
