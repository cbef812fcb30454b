"""The painted pieces of the start screen: the drop card, forms as small pages, recent notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget

from briefing.ui.icons import paint_icon
from briefing.ui.numbers import CENTRE, LEFT, PLAIN_TEXT, V_CENTRE
from briefing.ui.start.choices import RecentChoice, TemplateChoice
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.tip import tip
from briefing.words import Words

CARD_WIDTH_PX, CARD_HEIGHT_PX = 164, 172
_NOTHING = QColor(0, 0, 0, 0)


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text, or as much of it as there is room for, with an ellipsis."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to touch (see `numbers`), and most texts have room

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis where room ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setFont(theme.interface(13, QFont.Weight.Medium))
        self._ink = theme.color("text")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._ink)
        shown = elided(self.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), V_CENTRE | LEFT, shown)


class DropCard(QFrame):
    """The card with the dashed edge."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "card")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = _pen(self._theme.color("field_border"), 1.2)
        pen.setDashPattern([5, 4])
        pen.setColor(_faded(pen.color(), 150))
        painter.setPen(pen)
        inset = self._theme.px(10)
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 7, 7)


def _pen(color: QColor, width: float) -> QPen:
    """A pen; told its width in its making, it would touch `Qt` (see `numbers`)."""
    pen = QPen()
    pen.setColor(color)
    pen.setWidthF(width)
    return pen


def _faded(color: QColor, alpha: int) -> QColor:
    return QColor(color.red(), color.green(), color.blue(), alpha)


class TemplateCard(QAbstractButton):
    """A form as a small page in its tags' colours, with its name and size."""

    def __init__(
        self, theme: Theme, words: Words, choice: TemplateChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.choice = theme, choice
        pages = (
            words("window.start_pages", count=choice.pages)
            if choice.pages
            else words("window.start_pages_free")
        )
        self._line = words("window.start_sections", count=choice.sections, pages=pages)
        self._mark = words("window.start_team") if choice.is_team else ""
        self.setCheckable(True)
        self.setAccessibleName(words("window.start_page_drawing", name=choice.title))
        self.setAccessibleDescription(f"{self._line} {self._mark}".strip())
        self.setToolTip(tip(choice.description))
        self.setFixedSize(theme.px(CARD_WIDTH_PX), theme.px(CARD_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = theme.color("accent") if chosen or self.hasFocus() else theme.color("border")
        painter.setPen(_pen(edge, 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(9), theme.px(9))
        self._paint_page(painter)
        self._paint_words(painter)
        if self._mark:
            self._paint_mark(painter)
        if chosen:
            self._paint_tick(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        """Whose form it is, in the corner that the tick leaves free."""
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.interface(11.5, QFont.Weight.DemiBold))
        room = QRectF(px(8), px(7), painter.fontMetrics().horizontalAdvance(self._mark) + px(12), px(19))
        painter.setPen(_NOTHING)
        painter.setBrush(theme.color("accent_fill"))
        painter.drawRoundedRect(room, px(5), px(5))
        painter.setPen(theme.color("accent"))
        painter.drawText(room, CENTRE, self._mark)

    def _paint_page(self, painter: QPainter) -> None:
        theme = self._theme
        width, height = theme.px(74), theme.px(98)
        page = QRectF((self.width() - width) / 2, theme.px(16), width, height)
        painter.setPen(_pen(theme.color("border"), 1))
        painter.setBrush(theme.color("paper"))
        painter.drawRect(page)
        painter.setPen(_NOTHING)
        x, y = page.x() + theme.px(8), page.y() + theme.px(9)
        _stroke(painter, QRectF(x, y, theme.px(22), 2), QColor("#C3C8D1"))
        _stroke(painter, QRectF(x, y + theme.px(7), theme.px(40), theme.px(4)), QColor("#14284B"))
        _stroke(painter, QRectF(x, y + theme.px(17), width - theme.px(16), 1), QColor("#9AA3B2"))
        y += theme.px(23)
        rows = max(1, min(3, 8 // max(1, len(self.choice.colours))))
        for colour in self.choice.colours:
            if y > page.bottom() - theme.px(14):
                break
            _stroke(painter, QRectF(x, y, theme.px(17), 3), QColor(LIGHT.tag(colour).ink))
            for row in range(rows):
                _stroke(painter, QRectF(x + 4, y + 6 + row * 4, theme.px(44 - 8 * row), 2), QColor("#C3C8D1"))
            y += 8 + rows * 4

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._theme
        for text, top, size, weight, ink in (
            (self.choice.title, 120, 13, QFont.Weight.DemiBold, "text"),
            (self._line, 140, 12, QFont.Weight.Normal, "secondary"),
        ):
            painter.setFont(theme.interface(size, weight))
            painter.setPen(theme.color(ink))
            room = QRectF(theme.px(6), theme.px(top), self.width() - theme.px(12), theme.px(20))
            shown = elided(painter.fontMetrics(), text, int(room.width()))
            painter.drawText(room, CENTRE, shown)

    def _paint_tick(self, painter: QPainter) -> None:
        theme = self._theme
        size = theme.px(17)
        spot = QRectF(self.width() - size - theme.px(8), theme.px(8), size, size)
        painter.setPen(_NOTHING)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(spot)
        paint_icon(painter, "check", spot.adjusted(3, 3, -3, -3), theme.color("on_accent"))


def _stroke(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawRect(rect)


class RecentRow(QAbstractButton):
    """A recent note in two lines."""

    def __init__(self, theme: Theme, choice: RecentChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._choice = theme, choice
        self.setAccessibleName(f"{choice.title}, {choice.line}")
        self.setToolTip(tip(choice.path))
        self.setMinimumHeight(theme.px(50))
        self.setEnabled(not choice.missing)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(_pen(theme.color("accent"), 2) if self.hasFocus() else _pen(_NOTHING, 1))
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        paint_icon(
            painter,
            "document",
            QRectF(theme.px(10), theme.px(16), theme.px(17), theme.px(17)),
            theme.color("secondary"),
        )
        left, width = theme.px(40), self.width() - theme.px(50)
        for text, top, size, weight, ink in (
            (self._choice.title, 6, 13, QFont.Weight.Medium, "text"),
            (self._choice.line, 26, 12, QFont.Weight.Normal, "secondary"),
        ):
            painter.setFont(theme.interface(size, weight))
            painter.setPen(theme.color("quiet" if self._choice.missing else ink))
            shown = elided(painter.fontMetrics(), text, width)
            painter.drawText(
                QRectF(left, theme.px(top), width, theme.px(18)),
                V_CENTRE | LEFT,
                shown,
            )
