"""Caret and selection in the article, where a screen reader and Copy find them; and what is scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from briefing.ui.source.geometry import Spot
from briefing.ui.values import Span

if TYPE_CHECKING:
    from briefing.ui.source.text import ArticleText

_CONTEXT_LINES = 2  # shown beyond what was scrolled to


class Caret:
    """Moves the caret of a text widget between places of the article. It scrolls only when told to."""

    def __init__(self, text: ArticleText) -> None:
        self._text = text

    def select(self, span: Span) -> None:
        """Selects a stretch of the article, where a screen reader and Copy find it."""
        start, end = self._position(span.block, span.start), self._position(span.block, span.end)
        if start is None or end is None:
            return
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    def put(self, span: Span) -> None:
        """Puts the caret before a stretch of the article, without selecting or scrolling."""
        position = self._position(span.block, span.start)
        if position is None:
            return
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(position)
        self._set_cursor(cursor)

    def _set_cursor(self, cursor: QTextCursor) -> None:
        """Moves the caret; Qt would scroll to it at once, the pane scrolls only where text is hidden."""
        here = self._text.textCursor()
        if (here.anchor(), here.position()) == (cursor.anchor(), cursor.position()):
            return
        value = self._text.verticalScrollBar().value()
        self._text.setTextCursor(cursor)
        self._text.verticalScrollBar().setValue(value)

    def _position(self, block: int, offset: int) -> int | None:
        row = self._text.page.row_at(block, offset)
        if row is None:
            return None
        units = self._text.page.units(row).to_qt(offset - self._text.page.rows[row].start)
        return self._text.block_of(row).position() + units

    def place_of(self, position: int) -> Spot:
        """The row and the character of its block at a position of the document."""
        block = self._text.document().findBlock(position)
        row = block.blockNumber()
        offset = self._text.page.units(row).from_qt(position - block.position())
        return Spot(row, self._text.page.rows[row].start + offset, inside=True)

    def reveal(self, span: Span) -> None:
        """Scrolls as little as shows the whole of a stretch, or its beginning if it is too long."""
        row = self._text.page.row_at(span.block, span.start)
        if row is None or self._is_in_window(span):
            return
        bar, cursor = self._text.verticalScrollBar(), self._text.textCursor()
        before = bar.value()
        self._ensure(span.block, max(span.start, span.end - 1))
        bar.setValue(bar.value() + (_CONTEXT_LINES if bar.value() > before else 0))
        self._ensure(span.block, span.start)
        bar.setValue(bar.value() - (_CONTEXT_LINES if bar.value() < before else 0))
        self._set_cursor(cursor)

    def _is_in_window(self, span: Span) -> bool:
        """Whether the whole of a stretch is shown."""
        ends = ((span.start, span.start + 1), (max(span.start, span.end - 1), span.end))
        bottom = self._text.viewport().height()
        for start, end in ends:
            rects = self._text.where.rects_of(Span(span.article, span.block, start, end))
            if not rects or rects[0].top() < 0 or rects[0].bottom() > bottom:
                return False
        return True

    def _ensure(self, block: int, offset: int) -> None:
        position = self._position(block, offset)
        if position is not None:
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(position)
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()

    def find(self, text: str, *, backward: bool, after: Span | None) -> Span | None:
        """The next place in the article that reads `text`, going round; None if there is none."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        offset = None if after is None else after.start if backward else after.start + 1
        position = self._position(after.block, offset) if after is not None and offset is not None else None
        turns = (position or 0, self._text.document().characterCount() - 1 if backward else 0)
        for begin in turns:
            cursor = self._text.document().find(text, begin, flags) if text else QTextCursor()
            while not cursor.isNull():
                span = self._span_of(cursor)
                if span is not None:
                    return span
                cursor = self._text.document().find(text, cursor, flags)
        return None

    def _span_of(self, cursor: QTextCursor) -> Span | None:
        """The stretch of the article a cursor selects; None in the pane's own lines."""
        first, last = self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd())
        row = self._text.page.rows[first.row]
        if not row.is_article:
            return None
        return Span(self._text.page.article.id, row.block, first.offset, last.offset)
