"""What an organisation's Word file lacks as a base: styles, or styles where it has direct formatting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Run,
    Subtitle,
    Title,
)
from briefing.exporters.base import styles_brought
from briefing.exporters.forms.file import OwnFile, opened
from briefing.exporters.forms.trees import W, value

_LOOKS = ("color", "sz", "rFonts")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHOWN_CHARACTERS = 60
_X = (Run("x"),)
_EVERY_ROLE: tuple[Block, ...] = (
    Title("x"),
    Subtitle("x"),
    Fields((FieldRow("x", "x"),)),
    BottomLine("x", _X),
    Heading("x"),
    Paragraph((*_X, Run("", note=1)), "body"),
    Paragraph(_X, "lead-in"),
    *(ListItem(_X, level=level) for level in range(3)),
    ListItem(_X, "number", marker="1.", list_id=1),
    Paragraph(_X, "quote"),
    Paragraph(_X, "source"),
)


class BaseReport(Struct, frozen=True):
    """What the base lacks.

    `brought`: our styles for roles it has none for; `direct`: texts that are formatted by hand; `unnamed`:
    pictures in header and footer that say nothing to those who cannot see them.
    """

    brought: tuple[str, ...]
    direct: tuple[str, ...]
    unnamed: tuple[str, ...]


def base_report(base: bytes, document: Document, names: Mapping[str, str]) -> BaseReport:
    """What the base lacks. Raises FormInvalid where it cannot be used, or has no style of a chosen name."""
    every = replace(document, blocks=_EVERY_ROLE, notes=(Note(1, _X),), own_word=None)
    file = opened(base)
    return BaseReport(styles_brought(base, every, names), _direct(file), tuple(_unnamed(file)))


def _unnamed(file: OwnFile) -> Iterator[str]:
    for name in file.names():
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            for picture in file.tree(name).iter(f"{_DRAWING}docPr"):
                if not (picture.get("descr") or picture.get("title") or "").strip():
                    yield picture.get("name") or "?"


def style_names(base: bytes, kind: str = "paragraph") -> tuple[str, ...]:
    """The names a person can choose from: the base's own styles of that kind. Raises FormInvalid."""
    file = opened(base)
    part = file.related(file.main(), "styles")
    styles = file.tree(part).iter(f"{W}style") if part else iter(())
    return tuple(value(s.find(f"{W}name")) for s in styles if s.get(f"{W}type") == kind)


def _direct(file: OwnFile) -> tuple[str, ...]:
    """The paragraphs whose every run is coloured, sized or set in a font by hand."""
    found = []
    for paragraph in file.tree(file.main()).iter(f"{W}p"):
        runs = [
            run for run in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()
        ]
        if runs and all(_by_hand(run.find(f"{W}rPr")) for run in runs):
            text = "".join(t.text or "" for run in runs for t in run.iter(f"{W}t"))
            found.append(" ".join(text.split())[:_SHOWN_CHARACTERS])
    return tuple(dict.fromkeys(found))


def _by_hand(look: etree._Element | None) -> bool:
    if look is None:
        return False
    set_here = [child for name in _LOOKS for child in look.findall(f"{W}{name}")]
    return any(value(child) != "auto" and not _is_hint(child) for child in set_here)


def _is_hint(element: etree._Element) -> bool:
    """Word's note on which of the style's own fonts a letter takes."""
    return element.tag == f"{W}rFonts" and set(element.attrib) == {f"{W}hint"}
