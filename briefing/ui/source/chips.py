"""Tags to press: chips with a digit badge and a name, in a bar that wraps when it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing.ui.flow import FlowLayout
from briefing.ui.icons import paint_icon
from briefing.ui.source.badges import BADGE_PX, paint_badge
from briefing.ui.theme import Theme
from briefing.ui.tip import tip
from briefing.ui.values import TagLook
from briefing.words import Words

CHIP_PX = 27
_PAD_PX = 6
_RING_PX = 2
_GAP_PX = 6


class Chip(QAbstractButton):
    """A button with a look of its own and a focus ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def face(self) -> QRectF:
        """The area of the chip inside its focus ring."""
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def minimumSizeHint(self) -> QSize:
        """A chip is never squeezed."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Shows the chip at rest."""
        super().leaveEvent(event)
        self.update()

    def paint_ring(self, painter: QPainter) -> None:
        """The focus ring, when the chip has the focus; a thin one under the pointer."""
        width = _RING_PX if self.hasFocus() else 1
        if not self.hasFocus() and not self.underMouse():
            return
        color = self.theme.color("accent" if self.hasFocus() else "field_border")
        painter.setPen(QPen(color, width * self.theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width * self.theme.scale / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self.theme.px(7), self.theme.px(7)
        )


class TagChip(Chip):
    """A tag: its badge and its name in its fill."""

    def __init__(self, theme: Theme, words: Words, tag: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.tag = tag
        key = "source.tag_chip" if tag.digit else "source.tag_chip_no_key"
        self.setAccessibleName(words(key, name=tag.name, digit=tag.digit))
        self.setToolTip(tip("\n".join(filter(None, (self.accessibleName(), tag.prompt)))))

    def sizeHint(self) -> QSize:
        """As wide as badge and name."""
        px = self.theme.px
        name = QFontMetrics(self._font()).horizontalAdvance(self.tag.name)
        return QSize(px(_PAD_PX + BADGE_PX + 6 + 9) + name, px(CHIP_PX))

    def _font(self) -> QFont:
        return self.theme.interface(12, QFont.Weight.Medium)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the chip."""
        del event
        px = self.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outlined = self.theme.palette.patterns
        painter.setPen(self.theme.color("text") if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.palette.tag(self.tag.colour).fill))
        inset = 0.5 if outlined else 0.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(7), px(7))
        middle = self.height() / 2
        paint_badge(painter, self.theme, self.tag, QPointF(px(_PAD_PX) + px(BADGE_PX) / 2, middle))
        painter.setPen(self.theme.color("text"))
        painter.setFont(self._font())
        left = px(_PAD_PX + BADGE_PX + 6)
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.tag.name)
        self.paint_ring(painter)


class NewTagChip(Chip):
    """The dashed chip that makes a new tag."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(words("source.new_tag"))
        self.setToolTip(words("source.new_tag"))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.theme.px(CHIP_PX), self.theme.px(CHIP_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the chip."""
        del event
        px = self.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.color("field_border"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(self.face(), px(7), px(7))
        size, middle = px(14), QRectF(self.rect()).center()
        area = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        paint_icon(painter, "plus", area, self.theme.color("secondary"))
        self.paint_ring(painter)


class TagBar(QWidget):
    """The tags of the note, to press; the last chip makes a new one."""

    pressed = Signal(object)  # a TagLook
    new_tag_pressed = Signal()

    def __init__(self, theme: Theme, words: Words, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._tags: tuple[TagLook, ...] = ()
        self.setAccessibleName(words("source.tag_bar"))
        self._flow = FlowLayout(theme.px(_GAP_PX), self)
        self._flow.setContentsMargins(*(theme.px(m) for m in margins))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tags(self, tags: tuple[TagLook, ...], *, can_make: bool = True) -> None:
        """Shows these tags; does nothing when they are shown already."""
        if tags == self._tags and self._flow.count():
            return
        self._tags = tags
        self._flow.clear()
        for tag in tags:
            chip = TagChip(self._theme, self._words, tag, self)
            chip.clicked.connect(lambda _checked=False, tag=tag: self.pressed.emit(tag))
            self._flow.addWidget(chip)
        if can_make:
            new = NewTagChip(self._theme, self._words, self)
            new.clicked.connect(lambda _checked=False: self.new_tag_pressed.emit())
            self._flow.addWidget(new)
        self.updateGeometry()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What can be pressed, in order."""
        return self._flow.widgets()

    def chips(self) -> list[TagChip]:
        """The chips of the tags, in order."""
        return [chip for chip in self.findChildren(TagChip) if not chip.isHidden()]
