"""Text of one look, broken into lines. Text only: nothing in it is ever read as markup or followed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from briefing.blocks import Run
from briefing.exporters.scripts import is_right_to_left, stretches
from briefing.exporters.text import clean
from briefing.ui.offsets import to_qt
from briefing.ui.preview.fonts import UNITS_PER_POINT, Type, font_of
from briefing.ui.preview.looks import LINK_COLOUR, Look, Looks
from briefing.ui.preview.paginate import Strip, stops_of

LINE_SEPARATOR = "\u2028"  # what Qt breaks a line at
NARROWEST_PT = 12.0
# Beyond these the face has to be helped by others, and each line says itself how tall it is.
_BEYOND_THE_FACE = re.compile("[^\u0000-\u052f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u2116\u2122]")
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


class Piece(Struct, frozen=True, gc=False):
    """Lines of text, laid out. `text` is what they say; `heights` in points, paddings left out."""

    layout: QTextLayout
    look: Look
    text: str
    heights: tuple[float, ...]
    width: float
    right_to_left: bool = False
    own_heights: bool = False  # lines were measured one by one: faces are mixed
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def is_east_asian(self) -> bool:
        """Whether it shows Korean, Japanese or Chinese."""
        return self.own_heights and _EAST_ASIAN.search(self.text) is not None

    @property
    def natural_width(self) -> float:
        """How wide its first line is, in points."""
        return self.layout.lineAt(0).naturalTextWidth() / UNITS_PER_POINT

    @property
    def slack(self) -> float:
        """What lies left of a line of right-to-left text: it stands at the right end of its width."""
        return self.width - self.natural_width if self.right_to_left else 0.0

    def baseline(self, line: int) -> float:
        """How far below its top line `line` stands."""
        ascent, descent = self.look.extent.ascent, self.look.extent.descent
        if self.own_heights:
            at = self.layout.lineAt(line)
            ascent, descent = at.ascent() / UNITS_PER_POINT, at.descent() / UNITS_PER_POINT
        return (self.heights[line] - ascent - descent) / 2 + ascent

    def draw(self, painter: QPainter, line: int, x: float, baseline: float) -> None:
        """Line `line` standing on `baseline`, its left end at `x` (points; the painter is in layout units)."""
        at = self.layout.lineAt(line)
        painter.setPen(QColor(self.look.colour))
        at.draw(painter, QPointF(x * UNITS_PER_POINT, baseline * UNITS_PER_POINT - at.ascent()))


# One text with its formats, and where it refers to which notes (UTF-16 offsets).
_Composed = tuple[str, Sequence[QTextLayout.FormatRange], Sequence[tuple[int, int]]]
_NO_FORMATS: tuple[QTextLayout.FormatRange, ...] = ()


def lay(runs: Sequence[Run], look: Look, looks: Looks, width: float) -> Piece:
    """The runs broken into lines that are `width` points wide at most."""
    width = max(width, NARROWEST_PT)
    text, formats, references = _compose(runs, look, looks)
    layout = QTextLayout(text, look.font)
    right = own = False
    if not text.isascii():
        right = is_right_to_left(text, looks.language)
        own = _BEYOND_THE_FACE.search(text) is not None
    if formats:
        layout.setFormats(formats)
    layout.setTextOption(_RIGHT if right else _LEFT)
    heights = _broken(layout, look, width * UNITS_PER_POINT, own=own)
    lines: tuple[tuple[int, int], ...] = ()
    if references:
        lines = tuple((layout.lineForTextPosition(at).lineNumber(), number) for at, number in references)
    return Piece(layout, look, text, heights, width, right, own, lines)


def strip_of(piece: Piece) -> Strip:
    """A piece as the paginator sees it."""
    look = piece.look
    heights = piece.heights
    if look.pad_top or look.pad_bottom:
        padded = list(heights)
        padded[0] += look.pad_top
        padded[-1] += look.pad_bottom
        heights = tuple(padded)
    stops = stops_of(len(heights)) if len(heights) > 3 and not look.keep_lines else ()
    return Strip(heights, sum(heights), look.before, look.after, stops, look.keep_next, piece.notes)


def _option(direction: Qt.LayoutDirection, side: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction)
    option.setUseDesignMetrics(True)
    return option


_LEFT = _option(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft)
_RIGHT = _option(Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight)


def _broken(layout: QTextLayout, look: Look, width: float, *, own: bool) -> tuple[float, ...]:
    """Breaks the text; the height of each line. Only lines that may differ are asked for theirs."""
    count = 0
    create = layout.createLine
    layout.beginLayout()
    line = create()
    while line.isValid():
        line.setLineWidth(width)
        count += 1
        line = create()
    layout.endLayout()
    if not own:
        return (look.line_height,) * count
    return tuple(max(look.pitch, _own_height(layout.lineAt(i))) for i in range(count))


def _own_height(line: QTextLine) -> float:
    return (line.ascent() + line.descent()) / UNITS_PER_POINT


def _compose(runs: Sequence[Run], look: Look, looks: Looks) -> _Composed:
    if len(runs) == 1 and _is_plain(runs[0]):
        return runs[0].text, _NO_FORMATS, ()
    texts: list[str] = []
    formats: list[QTextLayout.FormatRange] = []
    notes: list[tuple[int, int]] = []
    length = 0
    for run in runs:
        if run.note > 0:
            notes.append((length, run.note))
        for text, format_ in _formatted(run, look, looks):
            units = to_qt(text, len(text))
            if format_ is not None and units:
                formats.append(_range(length, units, format_))
            texts.append(text)
            length += units
    return "".join(texts), formats, notes


def _is_plain(run: Run) -> bool:
    unmarked = not (run.bold or run.italic or run.link or run.lang or run.note)
    return unmarked and run.text.isascii() and run.text.isprintable()


def _range(start: int, length: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, format_
    return made


def _formatted(run: Run, look: Look, looks: Looks) -> list[tuple[str, QTextCharFormat | None]]:
    if run.note > 0:
        return [(str(run.note), _reference(look, looks))]
    text = shown(run.text)
    if text.isascii():
        return [(text, _format(run, look, look.type, has_italics=True))]
    made = []
    for stretch in stretches(text, looks.language, run.lang):
        is_asian = stretch.kind in ("home", "east-asian")
        is_foreign = stretch.kind == "east-asian" and stretch.lang
        language = stretch.lang if is_foreign else ""
        type_ = _in_language(look.type, looks, language)
        made.append((stretch.text, _format(run, look, type_, has_italics=not is_asian)))
    return made


def shown(text: str) -> str:
    """`text` as it can be laid out: no control characters, line ends as Qt's line separator."""
    if text.isascii() and text.isprintable():
        return text
    return clean(text).replace("\n", LINE_SEPARATOR)


def _in_language(type_: Type, looks: Looks, language: str) -> Type:
    if not language:
        return type_
    latin, *others = type_.families
    home = looks.families(looks.type.body, language)[1:]
    return replace(type_, families=tuple(dict.fromkeys((latin, *home, *others))))


def _format(run: Run, look: Look, type_: Type, *, has_italics: bool) -> QTextCharFormat | None:
    """What sets a run apart from the rest of its paragraph, or None."""
    wanted = replace(type_, bold=type_.bold or run.bold, italic=(type_.italic or run.italic) and has_italics)
    colour = look.strong if run.bold else ""
    if wanted == look.type and not colour and not run.link:
        return None
    made = QTextCharFormat()
    made.setFont(font_of(wanted))
    if run.link:
        made.setForeground(QColor(LINK_COLOUR))
        made.setFontUnderline(True)
    elif colour:
        made.setForeground(QColor(colour))
    return made


def _reference(look: Look, looks: Looks) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(look.font)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    made.setForeground(QColor(looks.type.accent))
    return made
