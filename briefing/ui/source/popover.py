"""What opens beside a finished selection: the tags, a new tag, a second quote."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing.ui.icons import icon
from briefing.ui.source.chips import TagBar
from briefing.ui.theme import Theme
from briefing.ui.values import TagLook
from briefing.ui.widgets import label, line
from briefing.words import Words

_SHADOW_PX = 8
_GAP_PX = 4
_RADIUS_PX = 10
_LEAST_WIDTH_PX = 200
_QUOTE_CHARS = 24


class Popover(QFrame):
    """Offers what can be done with a selection. It never takes the focus, so every key still works."""

    tag_pressed = Signal(object)  # a TagLook
    new_tag_pressed = Signal()
    quote_pressed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setAccessibleName(words("source.popover"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        margin = theme.px(_SHADOW_PX)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(0)
        self._bar = TagBar(theme, words, (10, 10, 8, 10))
        self._bar.pressed.connect(self.tag_pressed)
        column.addWidget(self._bar)
        column.addWidget(line())
        column.addSpacing(theme.px(4))
        new, self._quote_row = QWidget(self), QWidget(self)
        self._offer(new, ("plus", words("source.popover_new_tag"), "Ctrl+T"), self.new_tag_pressed)
        quote = words("source.popover_quote", wording="…")
        self._quote = self._offer(self._quote_row, ("quote", quote, "Q"), self.quote_pressed)
        column.addSpacing(theme.px(6))
        self.hide()

    def _offer(self, holder: QWidget, says: tuple[str, str, str], wish: SignalInstance) -> QPushButton:
        theme, (drawing, text, key) = self._theme, says
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.px(10), theme.px(1), theme.px(12), theme.px(1))
        made = QPushButton(icon(drawing, theme.color("secondary")), text)
        made.setProperty("look", "quiet")
        made.setFont(theme.interface(13))
        looks = f"color: {theme.palette.text}; text-align: left; border: none; min-height: {theme.px(24)}px"
        made.setStyleSheet(looks)
        made.setFlat(True)
        made.setAccessibleName(text)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _checked=False: wish.emit())
        row.addWidget(made, 1)
        row.addWidget(label(key, "keycap", theme, 11.5), 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(holder)
        return made

    def offer(self, tags: tuple[TagLook, ...], wording: str) -> None:
        """Sets what it offers: the tags, and the focused point's wording if a quote can be added to it."""
        self._bar.show_tags(tags, can_make=False)
        for chip in self._bar.chips():
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        short = wording if len(wording) <= _QUOTE_CHARS else wording[:_QUOTE_CHARS].rstrip() + "…"
        self._quote.setText(self._words("source.popover_quote", wording=short))
        self._quote.setAccessibleName(self._quote.text())
        self._quote_row.setVisible(bool(wording))

    def open_beside(self, selected: list[QRectF], area: QRect) -> None:
        """Opens below the selection, or above it; stays closed where it would cover it."""
        if not selected:
            return
        around = QRectF(selected[0])
        for rect in selected[1:]:
            around = around.united(rect)
        width = self._width(area)
        height = self._height(width)
        margin, gap = self._theme.px(_SHADOW_PX), self._theme.px(_GAP_PX)
        left = min(max(area.left(), round(around.left()) - margin), area.right() - width)
        below = round(around.bottom()) + gap - margin // 2
        above = round(around.top()) - gap - height + margin // 2
        if below + height <= area.bottom():
            self._open(QRect(QPoint(left, below), QSize(width, height)))
        elif above >= area.top():
            self._open(QRect(QPoint(left, above), QSize(width, height)))

    def _open(self, rect: QRect) -> None:
        self.setGeometry(rect)
        self.show()
        self.raise_()

    def _width(self, area: QRect) -> int:
        px = self._theme.px
        chips = sum(chip.sizeHint().width() + px(6) for chip in self._bar.chips())
        metrics = QFontMetrics(self._theme.interface(13))
        offers = metrics.horizontalAdvance(self._quote.text()) + px(110)
        wished = max(chips + px(14), offers, px(_LEAST_WIDTH_PX)) + 2 * px(_SHADOW_PX)
        return min(wished, area.width())

    def _height(self, width: int) -> int:
        self._column.activate()
        return self._column.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a card and its soft shadow."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin, radius = self._theme.px(_SHADOW_PX), self._theme.px(_RADIUS_PX)
        card = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(self._theme.color("shadow"))
        shade.setAlpha(max(4, shade.alpha() // margin))
        painter.setBrush(shade)
        for grown in range(margin, 0, -1):
            halo = card.adjusted(-grown, -grown, grown, grown).translated(QPointF(0, margin / 4))
            painter.drawRoundedRect(halo, radius + grown, radius + grown)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("card"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
