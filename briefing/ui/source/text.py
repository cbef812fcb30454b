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
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from briefing.model.article import Article
from briefing.ui.source.caret import Caret
from briefing.ui.source.geometry import Geometry
from briefing.ui.source.layout import ReadingLayout
from briefing.ui.source.page import Page
from briefing.ui.source.rows import Captions, Folds, Look, Row
from briefing.ui.source.scrolling import Scrolling
from briefing.ui.source.styles import GUTTER_PX, RIGHT_PX, TOP_PX, styles, widest_column
from briefing.ui.theme import Theme
from briefing.ui.widgets import make_viewport

_SELECTED_SHARE = 0.36  # of the accent in the colour behind a selection
BLEED_PX = 4  # how far marks and outlines reach beyond their row


class RowPainter(Protocol):
    """What paints marks, badges and outlines behind the rows."""

    def paint(self, painter: QPainter, text: ArticleText, row: int, top: float) -> None:
        """Paints what belongs to one visible row, whose rectangle begins at `top`."""


class ArticleText(QPlainTextEdit):
    """Shows the rows of a page. It knows nothing of tags."""

    left = Signal()  # the keyboard went elsewhere

    def __init__(self, theme: Theme, painter: RowPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page(Article(""), Folds(), Captions("", "", "", "", ""))
        self._painter, self._theme = painter, theme
        self._widest = 0.0
        self.where, self.caret, self.scrolling = Geometry(self), Caret(self), Scrolling(self)
        document = QTextDocument(self)
        self.setting = ReadingLayout(document, self._look_of)
        document.setDocumentLayout(self.setting)
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self._set_up()

    def _set_up(self) -> None:
        flags = Qt.TextInteractionFlag
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(flags.TextSelectableByMouse)  # by keyboard a caret would be drawn
        self.setTabChangesFocus(True)
        # Always there: one that comes and goes would set every line anew while rows are being set.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setStyleSheet("QScrollBar::handle:disabled { background: transparent; }")
        bar.rangeChanged.connect(self._show_range)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        viewport = make_viewport(self)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)

    def _show_range(self, least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > least)

    def set_look(self, theme: Theme, text_px: float, *, latin: bool, spare: float) -> None:
        """Sets all rows in a theme and a text size, at the same place of the article."""
        self._theme = theme
        self.setPalette(_palette(theme, self.palette()))
        self.document().setDocumentMargin(theme.px(TOP_PX))
        made = styles(theme, text_px, latin=latin, spare=spare)
        self.setFont(made[Look.TEXT].font)
        self.setCursorWidth(0)
        self._widest = widest_column(made)
        top = self.firstVisibleBlock()
        self._place_column()
        self.setting.set_styles(made)
        self.scrolling.to_line(top.blockNumber(), 0)

    def show_page(self, page: Page) -> None:
        """Shows other rows, with the place at the top of the window kept if it is still there."""
        kept = self.scrolling.top_place()
        self.page = page
        self.setPlainText(page.text)
        self.scrolling.to_place(kept)

    def row_of(self, number: int) -> Row:
        """The row with a number."""
        return self.page.rows[number]

    def block_of(self, row: int) -> QTextBlock:
        """Qt's block of a row."""
        return self.document().findBlockByNumber(row)

    def top_block(self) -> tuple[QTextBlock, QPointF]:
        """Qt's first visible block, and where it stands."""
        return self.firstVisibleBlock(), self.contentOffset()

    def update_rows(self, blocks: set[int]) -> None:
        """Paints the visible rows of some blocks again, and nothing else."""
        for row, rect in self.where.visible_rows():
            if self.row_of(row).block in blocks:
                area = rect.adjusted(0, -BLEED_PX, 0, BLEED_PX)
                self.viewport().update(area.toAlignedRect())

    def _look_of(self, number: int) -> Look:
        return self.page.look_of(number)

    # Qt's own.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what lies behind the rows, then the rows."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())  # the painter of marks skips the lines outside
        painter.fillRect(event.rect(), self._theme.color("source"))
        area = QRectF(event.rect()).adjusted(0, -BLEED_PX, 0, BLEED_PX)
        for row, rect in self.where.visible_rows():
            if rect.intersects(area):
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

    def _place_column(self) -> None:
        left = self._theme.px(GUTTER_PX)
        right = self._theme.px(RIGHT_PX) - (self.width() - self.viewport().width())
        self.setting.set_column(left, min(self._widest, self.viewport().width() - left - right))

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
