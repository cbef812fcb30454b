"""What the pane shows before the first point: how to make one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.ui.icons import pixmap
from briefing.ui.points.faces import Kit
from briefing.ui.source.carry import unpacked
from briefing.ui.tip import tip
from briefing.ui.values import PointsView, TagLook

BADGE_PX = 26
TOP_SHARE, BOTTOM_SHARE = 2, 5


class EmptyPoints(QWidget):
    """An icon, a title, a sentence, and a badge to press for each tag."""

    request_new = Signal(str)
    dropped_span = Signal(str, object)  # tag id, Span

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags: tuple[TagLook, ...] = ()
        self.setAcceptDrops(True)
        self._picture, self._title, self._sentence = QLabel(self), QLabel(self), QLabel(self)
        self._sentence.setWordWrap(True)
        self._badges = QHBoxLayout()
        self._column = column = QVBoxLayout(self)
        column.addStretch(TOP_SHARE)
        for label in (self._picture, self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addLayout(self._badges)
        column.addStretch(BOTTOM_SHARE)
        self.set_kit(kit)

    def set_kit(self, kit: Kit) -> None:
        """Another theme or language."""
        self._kit = kit
        self._picture.setPixmap(pixmap("tag", kit.color("secondary"), kit.px(26), self.devicePixelRatioF()))
        self._title.setText(kit.words("points.empty_title"))
        self._title.setFont(kit.strong.font)
        self._title.setStyleSheet(f"color: {kit.color('text').name()};")
        self._sentence.setText(kit.words("points.empty_sentence"))
        self._sentence.setFont(kit.text.font)
        self._sentence.setStyleSheet(f"color: {kit.color('secondary').name()};")
        side = kit.px(48)
        self._column.setContentsMargins(side, kit.px(16), side, kit.px(16))
        self._column.setSpacing(kit.px(9))
        self._badges.setContentsMargins(0, kit.px(7), 0, 0)
        self._badges.setSpacing(kit.px(8))
        self._fill(self._tags)

    def show_view(self, view: PointsView) -> None:
        """A badge for each tag that has a key."""
        tags = tuple(s.tag for s in view.sections if s.tag.digit)
        if tags != self._tags:
            self._fill(tags)

    def badges(self) -> list[QToolButton]:
        """The badges shown."""
        return [b for b in self.findChildren(QToolButton) if b.property("tag")]

    def _fill(self, tags: tuple[TagLook, ...]) -> None:
        self._tags = tags
        while (item := self._badges.takeAt(0)) is not None:
            if (badge := item.widget()) is not None:
                badge.setParent(None)
                badge.deleteLater()
        self._badges.addStretch(1)
        for tag in tags:
            self._badges.addWidget(self._badge(tag))
        self._badges.addStretch(1)

    def _badge(self, tag: TagLook) -> QToolButton:
        kit, badge = self._kit, QToolButton(self)
        name = kit.words("points.action.new", tag=tag.name)
        badge.setProperty("tag", tag.id)
        badge.setText(str(tag.digit))
        badge.setFont(kit.strong.font)
        badge.setAccessibleName(name)
        badge.setToolTip(tip(name))
        badge.setFixedSize(kit.px(BADGE_PX), kit.px(BADGE_PX))
        badge.setStyleSheet(
            f"QToolButton {{ background: {kit.ink(tag.colour).name()}; color: {kit.color('card').name()};"
            f" border: none; border-radius: {kit.px(5)}px; }}"
            f"QToolButton:focus {{ border: 2px solid {kit.color('text').name()}; }}"
        )
        badge.clicked.connect(lambda: self.request_new.emit(tag.id))
        return badge

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text from the source may come in."""
        event.setAccepted(bool(unpacked(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """It can be dropped on a badge."""
        event.setAccepted(self._tag_under(event) != "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Tag the dropped text."""
        tag, span = self._tag_under(event), unpacked(event.mimeData())
        if tag and span:
            event.accept()
            self.dropped_span.emit(tag, span)

    def _tag_under(self, event: QDropEvent) -> str:
        at = event.position().toPoint()
        return next((str(b.property("tag")) for b in self.badges() if b.geometry().contains(at)), "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pane's ground, over the list that lies below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._kit.color("points"))
        painter.end()
