"""Text broken into lines of one height; Korean breaks between words, as Korean readers expect."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from briefing.ui.offsets import OffsetMap
from briefing.ui.points.faces import Face

SPACES = str.maketrans("\n\r\t\u2028\u2029", "     ")  # of equal length: offsets stay
HANGUL_FIRST, HANGUL_LAST = "\uac00", "\ud7a3"


class Shape(Struct, frozen=True):
    """How wide the first line and the lines after it may be, and how tall each is."""

    width: float
    line_px: float
    first: float | None = None  # None: as the others


class Wrapped(Struct, frozen=True):
    """Laid-out text: its lines, and where stretches of it stand."""

    text: str
    layout: QTextLayout
    line_px: float

    @property
    def height(self) -> float:
        """How tall all lines are."""
        return self.line_px * max(1, self.layout.lineCount())

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of characters `start` to `end`, one for each line they stand in."""
        offsets = OffsetMap(self.text)
        first, last = offsets.to_qt(start), offsets.to_qt(end)
        lines = [self.layout.lineAt(i) for i in range(self.layout.lineCount())]
        return [r for line in lines if (r := _rect_in(line, first, last)) is not None]


def _rect_in(line: QTextLine, first: int, last: int) -> QRectF | None:
    start = max(first, line.textStart())
    end = min(last, line.textStart() + line.textLength())
    if start >= end:
        return None
    left, right = _x(line, start), _x(line, end)
    return QRectF(min(left, right), line.y(), abs(right - left), line.height())


def _x(line: QTextLine, at: int) -> float:
    """The x of a cursor place. PySide answers with the place it settled on beside it."""
    answer = line.cursorToX(at)
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]  # stub: object


def wrapped(text: str, face: Face, shape: Shape) -> Wrapped:
    """`text` in lines of `shape`; line ends in it count as spaces."""
    text = text.translate(SPACES)
    layout = QTextLayout(text, face.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    breaks = KoreanBreaks(text)
    layout.beginLayout()
    baseline = (shape.line_px - face.metrics.height()) / 2 + face.metrics.ascent()
    width = shape.width if shape.first is None else shape.first
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        breaks.pull_back(line)
        line.setPosition(QPointF(0, count * shape.line_px + baseline - line.ascent()))
        count, width = count + 1, shape.width
    layout.endLayout()
    return Wrapped(text, layout, shape.line_px)


def line_count(text: str, face: Face, width: float) -> int:
    """How many lines `text` takes; a text that fits in one is not laid out."""
    if face.width(text) <= width:
        return 1
    return max(1, wrapped(text, face, Shape(width, 1)).layout.lineCount())


def shortened(text: str, face: Face, shape: Shape, lines: int) -> Wrapped:
    """`text` in at most so many lines, its end cut with an ellipsis."""
    made = wrapped(text, face, shape)
    if made.layout.lineCount() <= lines:
        return made
    last = made.layout.lineAt(lines - 1)
    end = OffsetMap(text).from_qt(last.textStart() + last.textLength())
    return wrapped(f"{text[: end - 2].rstrip()}…", face, shape)


class KoreanBreaks:
    """Takes a line's end back to the last space when it would fall inside a Korean word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._korean = any(HANGUL_FIRST <= c <= HANGUL_LAST for c in text)
        self._offsets = OffsetMap(text) if self._korean else None

    def pull_back(self, line: QTextLine) -> None:
        """Shorten `line` if it needs it."""
        if self._offsets is None:
            return
        start = self._offsets.from_qt(line.textStart())
        end = self._offsets.from_qt(line.textStart() + line.textLength())
        if self._splits_word(end):
            space = self._text.rfind(" ", start, end)
            if space > start:
                columns = self._offsets.to_qt(space + 1) - line.textStart()
                line.setNumColumns(columns)

    def _splits_word(self, end: int) -> bool:
        if not 0 < end < len(self._text):
            return False
        before, after = self._text[end - 1], self._text[end]
        if before.isspace() or after.isspace():
            return False
        return any(HANGUL_FIRST <= c <= HANGUL_LAST for c in (before, after))
