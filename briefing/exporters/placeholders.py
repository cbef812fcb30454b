"""A finished form in Word, filled: {{subject}}, {{points: agreements}}, {{sources}}, anywhere in it.

Marks are data: nothing in a form is run. The form's own styles, numbering, rows and cells are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from briefing.blocks import Document, Run
from briefing.errors import FormInvalid
from briefing.exporters.forms.file import OwnFile, opened
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
from briefing.exporters.forms.properties import make_it_ours
from briefing.exporters.forms.trees import R, W, made, remove
from briefing.exporters.forms.values import LINE_MARKS, FormValues, Known, Line
from briefing.exporters.links import safe_link
from briefing.exporters.word.body import bookmark_name
from briefing.exporters.word.parts import OFFICE

NOTHING_KNOWN = Known()
_FILLED = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
_ANYWHERE = re.compile(r"\{\{[^{}]{1,60}\}\}")
_IDS = re.compile(r"\}(paraId|textId|rsid\w*)$")


def fill_form(form: bytes, document: Document, known: Known = NOTHING_KNOWN) -> bytes:
    """The form with its marks replaced by the document's texts.

    Raises FormInvalid: unknown-mark and stray-mark name what stands in the form and cannot be filled.
    """
    file = opened(form)
    filler = _Filler(file, FormValues(document, known))
    filler.check()
    filler.fill()
    make_it_ours(file, document)
    return file.data()


def marks_of(form: bytes) -> tuple[str, ...]:
    """The names of all marks in a form, in order of first appearance."""
    file = opened(form)
    names = (mark.name for part in _parts(file) for p in file.tree(part).iter(f"{W}p") for mark in marks_in(p))
    return tuple(dict.fromkeys(names))


def _parts(file: OwnFile) -> tuple[str, ...]:
    return tuple(name for name in file.names() if _FILLED.fullmatch(name) or name == file.main())


class _Filler:
    """Fills one form."""

    def __init__(self, file: OwnFile, values: FormValues) -> None:
        self._file = file
        self._values = values
        self._has_sources = False
        self._bookmarks = 0
        self._named: dict[str, int] = {}

    def check(self) -> None:
        """Nothing is filled before every mark is known and stands where it can be filled."""
        self._check_elsewhere()
        unknown: list[str] = []
        for paragraph in self._paragraphs():
            if stray := stray_braces(paragraph):
                raise FormInvalid(reason="stray-mark", names=(stray,))
            names = [mark.name for mark in marks_in(paragraph)]
            repeated = self._is_repeated(paragraph)
            unknown += [name for name in names if not self._is_known(name, repeated=repeated)]
            self._has_sources = self._has_sources or "sources" in names
            if sum(self._values.lines(name) is not None for name in names) > 1:
                raise FormInvalid(reason="two-lists", names=tuple(names))
        if unknown:
            raise FormInvalid(reason="unknown-mark", names=tuple(dict.fromkeys(unknown)))

    def _check_elsewhere(self) -> None:
        """Marks in comments, fields and drawings cannot be filled, so they must not be there."""
        filled = _parts(self._file)
        for name in self._file.names():
            if name.startswith("word/") and name.endswith(".xml") and name not in filled:
                self._check_unfilled(name)
        for part in filled:
            for element in self._file.tree(part).iter(f"{W}instrText", f"{W}delText"):
                if "{{" in (element.text or ""):
                    raise FormInvalid(reason="stray-mark", names=(element.text or "",))

    def _check_unfilled(self, name: str) -> None:
        if b"{{" not in self._file.raw(name):
            return
        found = _ANYWHERE.findall("".join(map(str, self._file.tree(name).itertext())))
        if found:
            raise FormInvalid(reason="stray-mark", names=tuple(found))

    def fill(self) -> None:
        """Lists first, since what they repeat may hold single marks too. What was filled in is never read."""
        for part in _parts(self._file):
            root = self._file.tree(part)
            self._bookmarks = max([self._bookmarks, *_bookmark_ids(root)])
            for paragraph in list(root.iter(f"{W}p")):
                self._fill_list(part, paragraph)
            for paragraph in list(root.iter(f"{W}p")):
                self._fill_texts(paragraph)
            forget_filled(root)

    def _paragraphs(self) -> Iterator[etree._Element]:
        for part in _parts(self._file):
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
        """A row is a pattern if it has one list mark, and in its other cells nothing but marks of that line."""
        cells = [list(cell.iter(f"{W}p")) for cell in row.findall(f"{W}tc")]
        holding = [cell for cell in cells if any(self._list_mark(p) for p in cell)]
        lists = [p for cell in holding for p in cell if self._list_mark(p)]
        others = [p for cell in cells if cell not in holding for p in cell]
        return len(cells) > 1 and len(lists) == 1 and all(_only_line_marks(p) for p in others)

    def _fill_line(self, part: str, unit: etree._Element, line: Line) -> None:
        for paragraph in [unit] if unit.tag == f"{W}p" else list(unit.iter(f"{W}p")):
            for mark in reversed(marks_in(paragraph)):
                if self._values.lines(mark.name) is not None:
                    self._write_line(part, paragraph, mark, line)
                elif mark.name in LINE_MARKS:
                    text = str(line.number) if mark.name == "number" else line.source
                    replace_mark(paragraph, mark, run_elements(Run(text), self._values.language))

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
