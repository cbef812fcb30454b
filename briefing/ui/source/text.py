"""The article as text on the screen: rows, caret and selection, and the way between pixels and places."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from briefing.model.article import Article
from briefing.ui.source.geometry import Geometry, Spot
from briefing.ui.source.layout import ReadingLayout
from briefing.ui.source.rows import Captions, Folds, Look, Page, Row
from briefing.ui.source.styles import GUTTER_PX, RIGHT_PX, TOP_PX, Style, styles
from briefing.ui.theme import Theme
from briefing.ui.values import Span

_CONTEXT_LINES = 2  # shown beyond what was scrolled to
_SELECTED_SHARE = 0.36  # of the accent in the colour behind a selection
BLEED_PX = 4  # how far marks and outlines reach beyond their row


class RowPainter(Protocol):
    """What paints marks, badges and outlines behind the rows."""

    def paint(self, painter: QPainter, text: ArticleText, row: int, top: float) -> None:
        """Paints what belongs to one visible row, whose rectangle begins at `top`."""


class ArticleText(QPlainTextEdit):
    """Shows the rows of a page. It knows nothing of tags."""

    left = Signal()  # the keyboard went elsewhere

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page(Article(""), Folds(), Captions("", "", "", "", ""))
        self._painter: RowPainter | None = None
        self._theme = theme
        document = QTextDocument(self)
        self.where = Geometry(self)
        self._layout = ReadingLayout(document, self._look_of)
        document.setDocumentLayout(self._layout)
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self._set_up()

    def _set_up(self) -> None:
        flags = Qt.TextInteractionFlag
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        # Always there: one that comes and goes would set every line anew while rows are being set.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setStyleSheet("QScrollBar::handle:disabled { background: transparent; }")
        bar.rangeChanged.connect(self._show_range)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _show_range(self, least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > least)

    def set_painter(self, painter: RowPainter) -> None:
        """Who paints behind the rows."""
        self._painter = painter

    def set_look(self, theme: Theme, text_px: float, *, latin: bool) -> None:
        """Sets all rows in a theme and a text size, at the same place of the article."""
        self._theme = theme
        self.setPalette(_palette(theme, self.palette()))
        self.document().setDocumentMargin(theme.px(TOP_PX))
        made = styles(theme, text_px, latin=latin)
        self.setFont(made[Look.TEXT].font)
        self.setCursorWidth(0)
        top = self.firstVisibleBlock()
        self._place_column()
        self._layout.set_styles(made)
        self._scroll_to(top.blockNumber(), 0)

    def show_page(self, page: Page) -> None:
        """Shows other rows, with the place at the top of the window kept if it is still there."""
        kept = self._top_place()
        self.page = page
        self.setPlainText(page.text)
        if kept is not None and page.row_at(*kept) is not None:
            row = page.row_at(*kept) or 0
            self._scroll_to(row, self._line_at(row, kept[1] - page.rows[row].start))

    def _top_place(self) -> tuple[int, int] | None:
        """The block and character at the top of the window, or None at the very top."""
        top = self.firstVisibleBlock()
        if self.verticalScrollBar().value() == 0:
            return None
        row = self._article_row(top.blockNumber())
        if row is None:
            return None
        line = self.verticalScrollBar().value() - top.firstLineNumber()
        shown = self.page.rows[row]
        if row != top.blockNumber() or not 0 <= line < top.layout().lineCount():
            return shown.block, shown.start
        unit = top.layout().lineAt(line).textStart()
        return shown.block, shown.start + self.page.units(row).from_qt(unit)

    def _article_row(self, number: int) -> int | None:
        """The first row from `number` on that shows text of the article."""
        rows = self.page.rows
        return next((r for r in range(number, len(rows)) if rows[r].is_article), None)

    def _line_at(self, row: int, offset: int) -> int:
        block = self.block_of(row)
        self._layout.blockBoundingRect(block)
        unit = self.page.units(row).to_qt(offset)
        line = block.layout().lineForTextPosition(unit)
        return line.lineNumber() if line.isValid() else 0

    def _scroll_to(self, row: int, line: int) -> None:
        self.verticalScrollBar().setValue(self.block_of(row).firstLineNumber() + line)

    def row_of(self, number: int) -> Row:
        """The row with a number."""
        return self.page.rows[number]

    def block_of(self, row: int) -> QTextBlock:
        """Qt's block of a row."""
        return self.document().findBlockByNumber(row)

    def top_block(self) -> tuple[QTextBlock, QPointF]:
        """Qt's first visible block, and where it stands."""
        return self.firstVisibleBlock(), self.contentOffset()

    def column_right(self) -> float:
        """The right edge of the column of text."""
        return self._layout.right

    def style_of(self, block: QTextBlock) -> Style:
        """The style of a row."""
        return self._layout.style_of(block)

    def height_of(self, block: QTextBlock) -> float:
        """The height of a row, set if it was not yet."""
        return self._layout.blockBoundingRect(block).height()

    def _look_of(self, number: int) -> Look:
        rows = self.page.rows
        return rows[number].look if number < len(rows) else Look.TEXT

    # Caret and selection.

    def select(self, span: Span) -> None:
        """Selects a stretch of the article, where a screen reader and Copy find it."""
        start, end = self._position(span.block, span.start), self._position(span.block, span.end)
        if start is None or end is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    def put_caret(self, span: Span) -> None:
        """Puts the caret before a stretch of the article, without selecting or scrolling."""
        position = self._position(span.block, span.start)
        if position is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self._set_cursor(cursor)

    def _set_cursor(self, cursor: QTextCursor) -> None:
        """Moves the caret; Qt would scroll to it at once, the pane scrolls only where text is hidden."""
        here = self.textCursor()
        if (here.anchor(), here.position()) == (cursor.anchor(), cursor.position()):
            return
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def _position(self, block: int, offset: int) -> int | None:
        row = self.page.row_at(block, offset)
        if row is None:
            return None
        units = self.page.units(row).to_qt(offset - self.page.rows[row].start)
        return self.block_of(row).position() + units

    def place_of(self, position: int) -> Spot:
        """The row and the character of its block at a position of the document."""
        block = self.document().findBlock(position)
        row = block.blockNumber()
        offset = self.page.units(row).from_qt(position - block.position())
        return Spot(row, self.page.rows[row].start + offset, inside=True)

    def reveal(self, span: Span) -> None:
        """Scrolls as little as shows the whole of a stretch, or its beginning if it is too long."""
        row = self.page.row_at(span.block, span.start)
        if row is None or self._is_in_window(span):
            return
        bar, cursor = self.verticalScrollBar(), self.textCursor()
        before = bar.value()
        self._ensure(span.block, max(span.start, span.end - 1))
        bar.setValue(bar.value() + (_CONTEXT_LINES if bar.value() > before else 0))
        self._ensure(span.block, span.start)
        bar.setValue(bar.value() - (_CONTEXT_LINES if bar.value() < before else 0))
        self._set_cursor(cursor)

    def _is_in_window(self, span: Span) -> bool:
        """Whether the whole of a stretch is shown."""
        ends = ((span.start, span.start + 1), (max(span.start, span.end - 1), span.end))
        bottom = self.viewport().height()
        for start, end in ends:
            rects = self.where.rects_of(Span(span.article, span.block, start, end))
            if not rects or rects[0].top() < 0 or rects[0].bottom() > bottom:
                return False
        return True

    def _ensure(self, block: int, offset: int) -> None:
        position = self._position(block, offset)
        if position is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def find_text(self, text: str, *, backward: bool, after: Span | None) -> Span | None:
        """The next place in the article that reads `text`, going round; None if there is none."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        offset = None if after is None else after.start if backward else after.start + 1
        position = self._position(after.block, offset) if after is not None and offset is not None else None
        turns = (position or 0, self.document().characterCount() - 1 if backward else 0)
        for begin in turns:
            cursor = self.document().find(text, begin, flags) if text else QTextCursor()
            while not cursor.isNull():
                span = self._span_of(cursor)
                if span is not None:
                    return span
                cursor = self.document().find(text, cursor, flags)
        return None

    def _span_of(self, cursor: QTextCursor) -> Span | None:
        """The stretch of the article a cursor selects; None in the pane's own lines."""
        first, last = self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd())
        row = self.page.rows[first.row]
        if not row.is_article:
            return None
        return Span(self.page.article.id, row.block, first.offset, last.offset)

    def middle_span(self) -> Span | None:
        """The letter in the middle of the window; None where the article has none there."""
        height = self.viewport().height()
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            spot = self.where.spot_at(QPointF(self.column_right() / 2, height * share))
            if spot is not None and self.row_of(spot.row).is_article:
                return Span(self.page.article.id, self.row_of(spot.row).block, spot.offset, spot.offset + 1)
        return None

    def update_rows(self, blocks: set[int]) -> None:
        """Paints the visible rows of some blocks again, and nothing else."""
        for row, rect in self.where.visible_rows():
            if self.row_of(row).block in blocks:
                area = rect.adjusted(0, -BLEED_PX, 0, BLEED_PX)
                self.viewport().update(area.toAlignedRect())

    # Qt's own.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what lies behind the rows, then the rows."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.color("source"))
        area = QRectF(event.rect()).adjusted(0, -BLEED_PX, 0, BLEED_PX)
        for row, rect in self.where.visible_rows():
            if rect.intersects(area) and self._painter is not None:
                self._painter.paint(painter, self, row, rect.top())
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the column of text to the window."""
        self._place_column()
        super().resizeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def turn_page(self, direction: int) -> None:
        """Scrolls by a windowful."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(1, bar.pageStep() - 1))

    def _place_column(self) -> None:
        left = self._theme.px(GUTTER_PX)
        right = self._theme.px(RIGHT_PX) - (self.width() - self.viewport().width())
        self._layout.set_column(left, self.viewport().width() - left - right)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain text, with the article's own line ends."""
        made = QMimeData()
        made.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return made


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two; opaque, so that a selection hides the fill of a mark below it."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def _palette(theme: Theme, base: QPalette) -> QPalette:
    palette = QPalette(base)
    role = QPalette.ColorRole
    palette.setColor(role.Base, theme.color("source"))
    palette.setColor(role.Text, theme.color("text"))
    palette.setColor(role.HighlightedText, theme.color("text"))
    palette.setColor(role.Window, theme.color("source"))
    palette.setColor(role.Highlight, _mixed(theme.color("accent"), theme.color("source"), _SELECTED_SHARE))
    return palette
