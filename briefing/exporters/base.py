"""The organisation's own Word file as a base: its page, header, footer and styles, with our text in it.

The text is written as for our own file and moved over: styles by name, lists, notes and links each into the
base's own. Nothing of the base's text, notes, comments or authors is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree
from msgspec.structs import replace

from briefing.blocks import Document, Known
from briefing.errors import FormInvalid
from briefing.exporters.forms.file import OwnFile, opened
from briefing.exporters.forms.filler import Filler
from briefing.exporters.forms.notes import KINDS, take_notes
from briefing.exporters.forms.numbering import BaseNumbering
from briefing.exporters.forms.properties import make_it_ours
from briefing.exporters.forms.section import frames, last_section, page_of, refer
from briefing.exporters.forms.settings import suit_defaults, suit_settings
from briefing.exporters.forms.styles import BaseStyles
from briefing.exporters.forms.traces import forget_traces, sweep
from briefing.exporters.forms.trees import R, W, made, value
from briefing.exporters.forms.values import FormValues
from briefing.exporters.text import one_line
from briefing.exporters.word import to_docx
from briefing.exporters.word.parts import OFFICE, WORD_TYPE

MAIN, HEADER = "word/document.xml", "word/header.xml"  # of our own file
CAPTION = "Caption"
_STYLE_MARKS = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))


def on_base(base: bytes, document: Document, names: Mapping[str, str]) -> bytes:
    """The Word file of a document on a base; `names` has the base's style for a role. Raises FormInvalid."""
    file = opened(base)
    forget_traces(file)
    section = last_section(file)
    document = replace(document, page=page_of(section, document.page))
    mover = _Mover(file, opened(to_docx(document)), names)
    mover.body(section)
    mover.frames(section, document)
    suit_settings(file, document)
    suit_defaults(file.tree(file.related(file.main(), "styles")), document)
    make_it_ours(file, document)
    sweep(file)
    return file.data()


def styles_brought(base: bytes, document: Document, names: Mapping[str, str]) -> tuple[str, ...]:
    """The styles this document would bring along, because the base has none for them. Raises FormInvalid."""
    file = opened(base)
    mover = _Mover(file, opened(to_docx(document)), names)
    mover.body(last_section(file))
    return tuple(mover.styles.brought.values())


class _Mover:
    """Moves the parts of our own file into a base."""

    def __init__(self, file: OwnFile, ours: OwnFile, names: Mapping[str, str]) -> None:
        self._file, self._ours = file, ours
        self.styles = BaseStyles(file, ours, names)
        self._numbering = BaseNumbering(file, ours, self.styles)

    def body(self, section: etree._Element) -> None:
        """Our text in the place of theirs."""
        main = self._file.main()
        body = _body(self._file, main)
        for element in list(body):
            body.remove(element)
        text = [deepcopy(e) for e in _body(self._ours, MAIN) if e.tag != f"{W}sectPr"]
        body.extend([*text, section])
        for kind in KINDS:
            self._notes(body, kind)
        self._suit(text, main, MAIN)

    def _notes(self, body: etree._Element, kind: str) -> None:
        notes = take_notes(self._file, self._ours, kind)
        for reference in body.iter(f"{W}{kind}Reference"):
            reference.set(f"{W}id", notes[reference.get(f"{W}id", "")].get(f"{W}id", ""))
        if notes:
            part = self._file.related(self._file.main(), f"{kind}s")
            self._suit(notes.values(), part, f"word/{kind}s.xml")

    def frames(self, section: etree._Element, document: Document) -> None:
        """Marks in headers and footers are filled; the marking is on every page, whatever is there."""
        there = frames(self._file, section)
        parts = tuple(dict.fromkeys(part for part in there.values() if part))
        if parts:
            known = document.own_word.known if document.own_word else Known()
            filler = Filler(self._file, FormValues(document, known), parts)
            filler.check()
            filler.fill()
        for part in parts:
            if not _says(self._file.tree(part), document.marking):
                self._add_marking(part)
        for (kind, shown), part in there.items():
            if not part:
                self._own_frame(section, kind, shown)

    def _own_frame(self, section: etree._Element, kind: str, shown: str) -> None:
        """Our own header or footer, where the base has none."""
        name, source = f"{kind}_{shown}.xml", f"word/{kind}.xml"
        if source in self._ours.names():
            text = self._ours.raw(source).decode()
            self._file.put(f"word/{name}", text, f"{WORD_TYPE}.{kind}+xml")
            refer(section, kind, shown, self._file.relate(self._file.main(), f"{OFFICE}/{kind}", name))
            self._suit(list(self._file.tree(f"word/{name}")), f"word/{name}", source)

    def _add_marking(self, part: str) -> None:
        """First in a header, last in a footer; the paragraph is our header's."""
        root = self._file.tree(part)
        lines = [deepcopy(p) for p in self._ours.tree(HEADER)] if HEADER in self._ours.names() else []
        at = 0 if root.tag == f"{W}hdr" else len(root)
        root[at:at] = lines
        self._suit(lines, part, HEADER)

    def _suit(self, elements: Iterable[etree._Element], part: str, source: str) -> None:
        """Styles, lists and links of what is ours in a part become the base's."""
        links = {line.get("Id"): line.get("Target", "") for line in self._ours.relationships(source)}
        for element in elements:
            paragraphs = [(p, value(p.find(f"{W}pPr/{W}pStyle"))) for p in element.iter(f"{W}p")]
            for style in element.iter(*_STYLE_MARKS):
                style.set(f"{W}val", self.styles.id_of(value(style)))
            for paragraph, ours in paragraphs:
                self._numbering.place(paragraph, ours or "Normal")
                if ours == CAPTION:
                    _keep_with_next(paragraph)
            for link in element.iter(f"{W}hyperlink"):
                target = links[link.get(f"{R}id")]
                link.set(f"{R}id", self._file.relate(part, f"{OFFICE}/hyperlink", target, external=True))


def _keep_with_next(paragraph: etree._Element) -> None:
    """A caption stays with its table, also where the base's own style does not say so."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None:
        style.addnext(made("keepNext"))


def _body(file: OwnFile, part: str) -> etree._Element:
    body = file.tree(part).find(f"{W}body")
    if body is None:
        raise FormInvalid(reason="damaged", names=(part,))
    return body


def _says(root: etree._Element, marking: str) -> bool:
    text = "".join(node.text or "" for node in root.iter(f"{W}t"))
    return one_line(marking).casefold() in one_line(text).casefold()
