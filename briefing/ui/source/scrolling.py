"""Which part of the article is in the window: kept through changes of text and look, turned by pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from briefing.ui.values import Span

if TYPE_CHECKING:
    from briefing.ui.source.text import ArticleText


class Scrolling:
    """The place of the window in the article of a text widget."""

    def __init__(self, text: ArticleText) -> None:
        self._text = text

    def top_place(self) -> tuple[int, int] | None:
        """The block and character at the top of the window, or None at the very top."""
        top = self._text.top_block()[0]
        if self._text.verticalScrollBar().value() == 0:
            return None
        row = self._article_row(top.blockNumber())
        if row is None:
            return None
        line = self._text.verticalScrollBar().value() - top.firstLineNumber()
        shown = self._text.page.rows[row]
        if row != top.blockNumber() or not 0 <= line < top.layout().lineCount():
            return shown.block, shown.start
        unit = top.layout().lineAt(line).textStart()
        return shown.block, shown.start + self._text.page.units(row).from_qt(unit)

    def to_place(self, place: tuple[int, int] | None) -> None:
        """Puts a place that `top_place` gave at the top again, if the article still shows it."""
        row = self._text.page.row_at(*place) if place is not None else None
        if place is not None and row is not None:
            self.to_line(row, self._line_at(row, place[1] - self._text.page.rows[row].start))

    def _article_row(self, number: int) -> int | None:
        """The first row from `number` on that shows text of the article."""
        rows = self._text.page.rows
        return next((r for r in range(number, len(rows)) if rows[r].is_article), None)

    def _line_at(self, row: int, offset: int) -> int:
        block = self._text.block_of(row)
        self._text.setting.blockBoundingRect(block)
        unit = self._text.page.units(row).to_qt(offset)
        line = block.layout().lineForTextPosition(unit)
        return line.lineNumber() if line.isValid() else 0

    def to_line(self, row: int, line: int) -> None:
        """Puts a line of a row at the top."""
        self._text.verticalScrollBar().setValue(self._text.block_of(row).firstLineNumber() + line)

    def middle_span(self) -> Span | None:
        """The letter in the middle of the window; None where the article has none there."""
        height = self._text.viewport().height()
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            spot = self._text.where.spot_at(QPointF(self._text.setting.right / 2, height * share))
            if spot is not None and self._text.page.rows[spot.row].is_article:
                return Span(
                    self._text.page.article.id,
                    self._text.page.rows[spot.row].block,
                    spot.offset,
                    spot.offset + 1,
                )
        return None

    def turn_page(self, direction: int) -> None:
        """Scrolls by a windowful."""
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(1, bar.pageStep() - 1))
