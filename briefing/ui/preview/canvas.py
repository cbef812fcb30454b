"""What mouse and keys do on the pages, and what assistive technology is told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from briefing.ui.preview.access import install, say_changed, say_reached
from briefing.ui.preview.layout import Pages, Passage
from briefing.ui.preview.spread import step
from briefing.ui.preview.view import PageView
from briefing.ui.theme import Theme

WHEEL_STEP = 120
NEAR_PT = 2.0  # a click this far from a line still means it


class PageCanvas(PageView):
    """Shows pages; tells which line was meant."""

    origin_clicked = Signal(str)
    origin_activated = Signal(str)
    line_reached = Signal(str)  # the origin that the keys have come to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        install()
        super().__init__(theme, parent)
        self._wheel = 0

    def show_pages(self, pages: Pages | None, foot: str = "") -> None:
        """Shows `pages`, staying where the reader was; `foot` stands on the desk below the last."""
        super().show_pages(pages, foot)
        say_changed(self)

    # For assistive technology

    def passages(self) -> tuple[Passage, ...]:
        """What the pages say, in reading order."""
        return self._pages.passages if self._pages is not None else ()

    def reached(self) -> str:
        """The origin the keys have come to, or empty."""
        return self._desk.reached

    def to_screen(self, place: QPoint) -> QPoint:
        """A place of the viewport on the screen."""
        return self.viewport().mapToGlobal(place)

    # Mouse

    def origin_at(self, place: QPointF) -> str:
        """What made the line at a place in the viewport; empty where there is none."""
        if self._pages is None:
            return ""
        offset = self._offset()
        page, x, y = self._spread.on_page(place.x() + offset.x(), place.y() + offset.y())
        best, distance = "", NEAR_PT
        for spot in self._pages.spots(page):
            if not spot.left - NEAR_PT <= x <= spot.left + spot.width + NEAR_PT:
                continue
            away = max(spot.top - y, y - spot.top - spot.height, 0.0)
            if away < distance:
                best, distance = spot.origin, away
        return best

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a line."""
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        origin = self.origin_at(event.position())
        if origin:
            self._desk.reached = origin
            self.origin_clicked.emit(origin)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits the line's field."""
        origin = self.origin_at(event.position())
        if origin and event.button() == Qt.MouseButton.LeftButton:
            self.origin_activated.emit(origin)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand over lines that lead somewhere."""
        is_line = bool(self.origin_at(event.position()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_line else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl zooms around the mouse."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        while abs(self._wheel) >= WHEEL_STEP:
            is_up = self._wheel > 0
            self._wheel -= WHEEL_STEP if is_up else -WHEEL_STEP
            self.set_zoom(step(self.zoom, up=is_up), event.position())
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll, J and K walk, Enter edits, Space focuses."""
        key, bar = event.key(), self.verticalScrollBar()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.walk(1 if key == Qt.Key.Key_J else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._desk.reached:
            self.origin_activated.emit(self._desk.reached)
        elif key == Qt.Key.Key_Space and self._desk.reached:
            self.origin_clicked.emit(self._desk.reached)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def walk(self, by: int) -> bool:
        """Goes to the next or previous line that leads somewhere; whether there was one."""
        origins = self._pages.origins if self._pages is not None else ()
        reached = self._desk.reached
        place = origins.index(reached) + by if reached in origins else (0 if by > 0 else len(origins) - 1)
        if not 0 <= place < len(origins):
            return False
        self._desk.reached = origins[place]
        if not self._is_in_view(origins[place]):
            self.reveal(origins[place])
        self.viewport().update()
        said = (i for i, passage in enumerate(self.passages()) if passage.origin == origins[place])
        say_reached(self, next(said, -1))
        self.line_reached.emit(origins[place])
        return True

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab walks from line to line, and leaves behind the last."""
        if self.hasFocus() and self.walk(1 if next else -1):
            return True
        self._desk.reached = ""
        return super().focusNextPrevChild(next)

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of the system's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
