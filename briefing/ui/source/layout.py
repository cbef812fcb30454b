"""Line breaking of the source pane: hanging gutter, even line pitch, Korean broken between words.

A paragraph is set when it is first seen and never before, as in any plain text editor, so a long article opens
as fast as a short one. Fonts and colours of rows are given to their layout then, and not to the document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from briefing.ui.offsets import OffsetMap
from briefing.ui.source.rows import Look
from briefing.ui.source.styles import Style, Styles

_HANGUL = ("\uac00", "\ud7a3")
_SCRIPT_CHARS = 200  # enough to tell the script of a row
_TAB_PX = 96
LEAST_WIDTH_PX = 60.0


class ReadingLayout(QPlainTextDocumentLayout):
    """Lays out rows as their looks say. `look_of` answers for a block number, `width` for the text's column."""

    def __init__(self, document: QTextDocument, look_of: Callable[[int], Look]) -> None:
        super().__init__(document)
        self._look_of = look_of
        self._styles: Styles = {}
        self._left = 0.0
        self._width = LEAST_WIDTH_PX
        self._busy = False

    def set_styles(self, styles: Styles) -> None:
        """Sets rows anew in other styles."""
        self._styles = styles
        self.set_again()

    def set_column(self, left: float, width: float) -> None:
        """The place of the text; the caller sets rows again if need be."""
        self._left = left
        self._width = max(width, LEAST_WIDTH_PX)

    @property
    def right(self) -> float:
        """The right edge of the column."""
        return self._left + self._width

    def set_again(self) -> None:
        """Forgets every line; rows are set when they are next seen."""
        self.documentChanged(0, 0, self.document().characterCount())

    def style_of(self, block: QTextBlock) -> Style:
        """The style of a row."""
        return self._styles[self._look_of(block.blockNumber())]

    def height_of(self, block: QTextBlock) -> float:
        """The height of a row, set if it was not yet."""
        return self.blockBoundingRect(block).height()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The room of a row; Qt asks here for every row it is about to need."""
        if not block.isValid() or not self._styles:
            return super().blockBoundingRect(block)
        if not block.layout().lineCount():
            self._set(block)
        return QRectF(0, 0, self._left + self._width, block.userState())

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Forgets the lines of what changed."""
        if self._busy:
            return
        super().documentChanged(position, removed, added)
        if self.document().blockCount() == 1:  # Qt set this one itself, in its own way
            self.document().firstBlock().clearLayout()

    def _set(self, block: QTextBlock) -> None:
        style = self.style_of(block)
        before = self.document().lineCount()
        self._format(block, style)
        height = self._break(block, style)
        block.setLineCount(block.layout().lineCount())
        block.setUserState(round(height))
        if self.document().lineCount() != before:
            self._tell_size()

    def _tell_size(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.documentSizeChanged.emit(self.documentSize())
        self._busy = False

    def _format(self, block: QTextBlock, style: Style) -> None:
        """Gives the row its font. The document must not hear of it: nothing in the text has changed."""
        layout = block.layout()
        if style.format is None and not layout.formats():
            return
        busy, self._busy = self._busy, True
        silent = self.document().blockSignals(True)
        layout.setFormats(_ranges(block, style))
        self.document().blockSignals(silent)
        self._busy = busy

    def _break(self, block: QTextBlock, style: Style) -> float:
        layout, text = block.layout(), block.text()
        layout.setTextOption(_option())
        units = OffsetMap(text) if any(map(_is_hangul, text[:_SCRIPT_CHARS])) else None
        baseline = style.baseline
        top = style.above
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(False)
            line.setLineWidth(max(self._width - style.indent - style.spare, LEAST_WIDTH_PX))
            if units is not None:
                _keep_words(line, text, units)
            line.setPosition(QPointF(self._left + style.indent, top + baseline - line.ascent()))
            top += style.pitch
        layout.endLayout()
        return top + style.below


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB_PX)
    return option


def _ranges(block: QTextBlock, style: Style) -> list[QTextLayout.FormatRange]:
    if style.format is None:
        return []
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, block.length(), style.format
    return [whole]


def _keep_words(line: QTextLine, text: str, units: OffsetMap) -> None:
    """Breaks between words where Qt would break between two Hangul syllables."""
    start = units.from_qt(line.textStart())
    end = units.from_qt(line.textStart() + line.textLength())
    if end >= len(text) or not (_is_hangul(text[end]) and _is_hangul(text[end - 1])):
        return
    space = text.rfind(" ", start, end)
    if space > start:
        x = cursor_x(line, units.to_qt(space))
        line.setLineWidth(x - line.x() + 0.5)


def cursor_x(line: QTextLine, unit: int) -> float:
    """Where the caret stands before UTF-16 unit `unit` of the row."""
    x, _ = cast("tuple[float, int]", line.cursorToX(unit))  # typed as a number, but Qt's answer is a pair
    return x


def _is_hangul(character: str) -> bool:
    return _HANGUL[0] <= character <= _HANGUL[1]
