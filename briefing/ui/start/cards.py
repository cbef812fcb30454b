"""The painted pieces of the start screen: the drop card, forms as small pages, recent notes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget

from briefing.ui.icons import paint_icon
from briefing.ui.numbers import PLAIN_TEXT
from briefing.ui.start.choices import RecentChoice, TemplateChoice
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.tip import tip
from briefing.words import Words

CARD_WIDTH_PX, CARD_HEIGHT_PX = 142, 172  # five beside each other


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text, or as much of it as there is room for, with an ellipsis."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to touch (see `numbers`), and most texts have room

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def in_two(metrics: QFontMetrics, text: str, width: int) -> tuple[str, ...]:
    """The text on one line, or on two if it needs them; the second ends in an ellipsis where room ends."""
    if metrics.horizontalAdvance(text) <= width or " " not in text.strip():
        return (elided(metrics, text, width),)
    words = text.split()
    count = 1
    while count < len(words) - 1 and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    return tuple(elided(metrics, " ".join(part), width) for part in (words[:count], words[count:]))


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
        shown = elided(self.fontMetrics(), self.text(), self.width())
        write(painter, QRectF(self.rect()), shown, (self.font(), self._ink), centred=False)


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
        inset = self._theme.px(10)
        painter.strokePath(_rounded(QRectF(self.rect().adjusted(inset, inset, -inset, -inset)), 7), pen)


# A painter that is told a pen or a brush, and a pen or a brush made of a colour, touch `Qt` (see `numbers`).
def _pen(color: QColor, width: float) -> QPen:
    pen = QPen()
    pen.setColor(color)
    pen.setWidthF(width)
    return pen


def _brush(color: QColor) -> QBrush:
    return _pen(color, 1).brush()


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _box(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path


def write(
    painter: QPainter, room: QRectF, text: str, look: tuple[QFont, QColor], *, centred: bool = True
) -> None:
    """One line of text in the middle of `room`, or at its left."""
    font, ink = look
    form = QTextCharFormat()
    form.setForeground(_brush(ink))
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, 2 * len(text), form
    layout = QTextLayout(text, font)
    layout.setFormats([whole])
    layout.beginLayout()
    line = layout.createLine()
    line.setLeadingIncluded(True)  # as `drawText` does
    layout.endLayout()
    left = (room.width() - line.naturalTextWidth()) / 2 if centred else 0.0
    layout.draw(painter, QPointF(room.x() + left, room.y() + (room.height() - line.height()) / 2))


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
        self.setToolTip(tip(f"{choice.title}\n{choice.description}".strip()))
        self.setFixedSize(theme.px(CARD_WIDTH_PX), theme.px(CARD_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = theme.color("accent") if chosen or self.hasFocus() else theme.color("border")
        card = _rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(9))
        painter.fillPath(card, _brush(theme.color("card")))
        painter.strokePath(card, _pen(edge, 2 if chosen or self.hasFocus() else 1))
        if chosen and self.hasFocus():  # the edge of the chosen one is in the accent already
            ring = _rounded(QRectF(self.rect()).adjusted(5, 5, -5, -5), theme.px(6))
            painter.strokePath(ring, _pen(edge, 2))
        self._paint_page(painter)
        self._paint_words(painter)
        if self._mark:
            self._paint_mark(painter)
        if chosen:
            self._paint_tick(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        """Whose form it is, in the corner that the tick leaves free."""
        theme, px = self._theme, self._theme.px
        font = theme.interface(11.5, QFont.Weight.DemiBold)
        room = QRectF(px(8), px(7), QFontMetrics(font).horizontalAdvance(self._mark) + px(12), px(19))
        painter.fillPath(_rounded(room, px(5)), _brush(theme.color("accent_fill")))
        write(painter, room, self._mark, (font, theme.color("accent")))

    def _paint_page(self, painter: QPainter) -> None:
        theme = self._theme
        width, height = theme.px(74), theme.px(98)
        page = QRectF((self.width() - width) / 2, theme.px(14), width, height)
        painter.fillPath(_box(page), _brush(theme.color("paper")))
        painter.strokePath(_box(page), _pen(theme.color("border"), 1))
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
        """The name, on two lines if it needs them, and the size."""
        theme = self._theme
        font = theme.interface(13, QFont.Weight.DemiBold)
        width = self.width() - theme.px(12)
        lines = in_two(QFontMetrics(font), self.choice.title, width)
        top = 120 if len(lines) == 1 else 115
        for line in lines:
            write(painter, self._line_at(top, width), line, (font, theme.color("text")))
            top += 16 if len(lines) > 1 else 20
        small = theme.interface(12)
        shown = elided(QFontMetrics(small), self._line, width)
        write(painter, self._line_at(top, width), shown, (small, theme.color("secondary")))

    def _line_at(self, top: float, width: int) -> QRectF:
        return QRectF(self._theme.px(6), self._theme.px(top), width, self._theme.px(20))

    def _paint_tick(self, painter: QPainter) -> None:
        theme = self._theme
        size = theme.px(17)
        spot = QRectF(self.width() - size - theme.px(8), theme.px(8), size, size)
        disc = QPainterPath()
        disc.addEllipse(spot)
        painter.fillPath(disc, _brush(theme.color("accent")))
        paint_icon(painter, "check", spot.adjusted(3, 3, -3, -3), theme.color("on_accent"))


class NewTemplateCard(QAbstractButton):
    """The card with the dashed edge that begins another form."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = words("window.start_new"), words("window.start_new_or")
        self.setAccessibleName(" ".join(self._texts))
        self.setToolTip(tip(" ".join(self._texts)))
        self.setFixedSize(theme.px(CARD_WIDTH_PX), theme.px(CARD_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.color("accent" if self.hasFocus() else "field_border")
        pen = _pen(edge, 2 if self.hasFocus() else 1.2)
        if not self.hasFocus():
            pen.setDashPattern([5, 4])
        card = _rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(9))
        if self.underMouse():
            painter.fillPath(card, _brush(theme.color("hover")))
        painter.strokePath(card, pen)
        sign = QRectF((self.width() - px(20)) / 2, px(56), px(20), px(20))
        paint_icon(painter, "plus", sign, theme.color("secondary"))
        for text, top, size, weight in zip(self._texts, (88, 106), (13, 12), (500, 400), strict=True):
            font = theme.interface(size, weight)
            room = QRectF(px(6), px(top), self.width() - px(12), px(18))
            shown = elided(QFontMetrics(font), text, int(room.width()))
            write(painter, room, shown, (font, theme.color("secondary")))


def _stroke(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.fillPath(_box(rect), _brush(color))


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
            row = _rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7)
            painter.fillPath(row, _brush(theme.color("hover")))
            if self.hasFocus():
                painter.strokePath(row, _pen(theme.color("accent"), 2))
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
            font = theme.interface(size, weight)
            colour = theme.color("quiet" if self._choice.missing else ink)
            room = QRectF(left, theme.px(top), width, theme.px(18))
            write(painter, room, elided(QFontMetrics(font), text, width), (font, colour), centred=False)
