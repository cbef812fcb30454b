"""Runs of text as WordprocessingML: one w:r per script, each with the language and font hint it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from briefing.blocks import NoteStyle, Run
from briefing.exporters.links import safe_link
from briefing.exporters.scripts import Kind, Stretch, has_letters, is_right_to_left, stretches
from briefing.exporters.text import clean
from briefing.exporters.word.fonts import FOR_LANGUAGE, font_language
from briefing.exporters.word.parts import Links

_BREAKS = re.compile("[\n\t]")


class Look(Struct, frozen=True):
    """What a run looks like beside its script: bold, italic, and a character style if it has one."""

    bold: bool = False
    italic: bool = False
    style: str = ""


class RunWriter:
    """Writes the runs of one part: text, links, and references to notes."""

    def __init__(self, language: str, home_font: str, links: Links) -> None:
        self.language = language
        self._home_font = font_language(home_font)
        self._links = links

    def text(self, text: str, style: str = "") -> str:
        """Plain text in an optional character style."""
        return self.run(Run(text), style)

    def run(self, run: Run, style: str = "", *, right_to_left: bool = False) -> str:
        """One run, in as many w:r as it has scripts; within a link if it has one."""
        text = clean(run.text)
        if not text:
            return ""
        address = safe_link(run.link) if run.link else ""
        look = Look(run.bold, run.italic, "Hyperlink" if address else style)
        pieces = stretches(text, self.language, run.lang)
        xml = "".join(self._stretch(s, look, right_to_left=right_to_left) for s in pieces)
        if not address:
            return xml
        return f'<w:hyperlink r:id="{self._links.id_of(address)}" w:history="1">{xml}</w:hyperlink>'

    def right_to_left(self, texts: Iterable[str]) -> bool:
        """Whether a paragraph of these texts runs from right to left."""
        return is_right_to_left("".join(texts), self.language)

    def _stretch(self, stretch: Stretch, look: Look, *, right_to_left: bool) -> str:
        kind, lang = stretch.kind, stretch.lang
        if right_to_left and kind == "plain" and not has_letters(stretch.text):
            kind = "right-to-left"
        font = FOR_LANGUAGE.get(lang[:2], "") if kind == "east-asian" and lang[:2] != self._home_font else ""
        return f"<w:r>{_properties(look, kind, lang, font)}{_content(stretch.text)}</w:r>"


@lru_cache(maxsize=512)
def _properties(look: Look, kind: Kind, lang: str, font: str) -> str:
    asian = kind in {"home", "east-asian"}
    italic = look.italic and not asian  # Hangul, kana and Han have no italics
    name, bold_left, italic_left = _character_style(look.style, bold=look.bold, italic=italic)
    fonts = f' w:eastAsia="{font}"' if font else ""
    parts = [
        f'<w:rStyle w:val="{name}"/>' if name else "",
        f'<w:rFonts{fonts} w:hint="eastAsia"/>' if asian else "",
        "<w:b/><w:bCs/>" if bold_left else "",
        "<w:i/><w:iCs/>" if italic_left else "",
        "<w:rtl/>" if kind == "right-to-left" else "",
        _language(kind, lang) if lang else "",
    ]
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _character_style(style: str, *, bold: bool, italic: bool) -> tuple[str, bool, bool]:
    """The style that says it, and what is left to say directly: a run has one character style only."""
    if style:
        return style, bold and style != "Lead", italic
    if bold:
        return "Strong", False, italic
    return ("Emphasis", False, False) if italic else ("", False, False)


def _language(kind: Kind, lang: str) -> str:
    attribute = {"plain": "val", "home": "eastAsia", "east-asian": "eastAsia", "right-to-left": "bidi"}[kind]
    return f'<w:lang w:{attribute}="{lang}"/>'


def _content(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    pieces = _BREAKS.split(text)
    marks = [*("<w:br/>" if m == "\n" else "<w:tab/>" for m in _BREAKS.findall(text)), ""]
    texts = (f'<w:t xml:space="preserve">{p}</w:t>' if p else "" for p in pieces)
    return "".join(t + mark for t, mark in zip(texts, marks, strict=True))


class Notes:
    """Which notes the body refers to: the first time as a note, then as a reference to that note."""

    def __init__(self, numbers: Iterable[int], style: NoteStyle) -> None:
        self._known = frozenset(numbers)
        self._kind = "footnote" if style == "footnotes" else "endnote"
        self.used: dict[int, int] = {}  # the document's number -> the file's

    def reference(self, number: int, bookmark_id: int) -> str:
        """The reference itself, or nothing where there is no such note."""
        if number not in self._known:
            return ""
        if number in self.used:
            return self._again(self.used[number])
        self.used[number] = len(self.used) + 1
        return self._first(self.used[number], bookmark_id)

    def comma(self) -> str:
        """What stands between two references that touch."""
        return f"<w:r>{self._look()}<w:t>,</w:t></w:r>"

    def _look(self) -> str:
        return f'<w:rPr><w:rStyle w:val="{self._kind.capitalize()}Reference"/></w:rPr>'

    def _first(self, number: int, bookmark_id: int) -> str:
        return (
            f'<w:bookmarkStart w:id="{bookmark_id}" w:name="{note_bookmark(number)}"/>'
            f'<w:r>{self._look()}<w:{self._kind}Reference w:id="{number}"/></w:r>'
            f'<w:bookmarkEnd w:id="{bookmark_id}"/>'
        )

    def _again(self, number: int) -> str:
        return field(f"NOTEREF {note_bookmark(number)} \\f \\h", str(number), self._look())


def note_bookmark(number: int) -> str:
    """The hidden bookmark around the reference of note `number`."""
    return f"_bn_{number}"


def field(instruction: str, shown: str, look: str = "") -> str:
    """A Word field, with the result to show until Word works it out."""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{look}<w:t>{shown}</w:t></w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
