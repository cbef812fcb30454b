"""What the mouse does in the article: select, point at a sentence, move a highlight's end, carry text away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from briefing.ui.source import selecting
from briefing.ui.source.carry import packed
from briefing.ui.source.overlay import Overlay
from briefing.ui.source.rows import Look
from briefing.ui.source.standing import Standing
from briefing.ui.source.text import ArticleText
from briefing.ui.values import Mark, Span

_HANDLE_PX = 4  # how near to a highlight's end the pointer takes hold of it
_SCROLL_MS = 60
_ALT = Qt.KeyboardModifier.AltModifier


class _Doing(Enum):
    NOTHING = auto()
    PRESSING = auto()
    SELECTING = auto()
    CARRYING = auto()
    RESIZING = auto()


@dataclass(frozen=True, slots=True)
class Handle:
    """The end of a highlight under the pointer."""

    mark: Mark
    at_start: bool


@dataclass(slots=True)
class _Press:
    """Where a gesture began."""

    point: QPointF
    row: int = -1
    block: int = -1
    edge: int = 0
    handle: Handle | None = None


class Gestures(QObject):
    """Hears the mouse over the text and tells what it means."""

    fold_clicked = Signal(int)  # the run's first block
    grey_clicked = Signal(int)  # a block
    sentence_clicked = Signal(object)  # a Span: where
    selecting_changed = Signal(object)  # a Span, while dragging
    selected = Signal(object)  # a Span, on release
    resized = Signal(object, object)  # a Mark, a Span
    resizing_changed = Signal(object)  # a Span or None
    abandoned = Signal()  # a selection that came to nothing
    pressed = Signal()

    def __init__(self, text: ArticleText, overlay: Overlay, standing: Standing) -> None:
        super().__init__(text)
        self._text, self._overlay, self._standing = text, overlay, standing
        self._doing = _Doing.NOTHING
        self._press = _Press(QPointF())
        self._stretch: Span | None = None
        self._last_double = 0
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._pointer = QPointF()
        self._letters = False
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the left button's events."""
        del watched
        handlers = {
            QEvent.Type.MouseButtonPress: self._on_press,
            QEvent.Type.MouseButtonDblClick: self._on_double,
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
        }
        handler = handlers.get(event.type())
        if handler is None:
            return False
        return handler(cast(QMouseEvent, event))

    # Press.

    def _on_press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return event.button() == Qt.MouseButton.MiddleButton
        self.pressed.emit()
        point = event.position()
        if event.timestamp() - self._last_double < QApplication.doubleClickInterval() and self._last_double:
            self._last_double = 0
            self._select_sentence()
            return True
        self._press = self._begun(point)
        self._doing = self._begins(event)
        return True

    def _begun(self, point: QPointF) -> _Press:
        spot = self._text.where.spot_at(point)
        if spot is None:
            return _Press(point)
        row = self._text.row_of(spot.row)
        edge = self._text.where.edge_at(point, spot.row) or 0
        return _Press(point, spot.row, row.block if row.is_article else -1, edge, self.handle_at(point))

    def _begins(self, event: QMouseEvent) -> _Doing:
        if self._press.handle is not None and not event.modifiers() & _ALT:
            return _Doing.RESIZING
        if self._is_in_selection(event.position()):
            return _Doing.CARRYING
        return _Doing.PRESSING

    def _is_in_selection(self, point: QPointF) -> bool:
        selection = self._standing.selection
        if selection is None:
            return False
        return any(rect.contains(point) for rect in self._text.where.rects_of(selection))

    def handle_at(self, point: QPointF) -> Handle | None:
        """The end of a highlight within reach of a point; the focused point's before others."""
        spot = self._text.where.spot_at(point)
        if spot is None or not self._text.row_of(spot.row).is_article:
            return None
        near = []
        for mark in self._overlay.places.marks_in(self._text.row_of(spot.row).block):
            rects = self._text.where.rects_of(mark.span)
            for rect, x, at_start in ((rects[:1], "left", True), (rects[-1:], "right", False)):
                if rect and rect[0].adjusted(-9, 0, 9, 0).contains(point):
                    edge = rect[0].left() if x == "left" else rect[0].right()
                    if abs(edge - point.x()) <= _HANDLE_PX and self._shows_edge(mark.span, at_start=at_start):
                        near.append(Handle(mark, at_start))
        near.sort(key=lambda handle: handle.mark.point != self._overlay.focused_point)
        return near[0] if near else None

    def _shows_edge(self, span: Span, *, at_start: bool) -> bool:
        """Whether that end of a span is in the window, and not only a part between."""
        offset = span.start if at_start else span.end - 1
        return bool(self._text.where.rects_of(Span(span.article, span.block, offset, offset + 1)))

    def _on_double(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        spot = self._text.where.spot_at(event.position())
        if spot is None or not self._text.row_of(spot.row).is_article:
            return True
        block = self._text.row_of(spot.row).block
        if self._text.row_of(spot.row).look is Look.FURNITURE:
            return True
        self._last_double = max(1, event.timestamp())
        self._press = self._begun(event.position())
        start, end = selecting.word_at(self._text.page.text_of(block), spot.offset)
        self.selected.emit(Span(self._text.page.article.id, block, start, end))
        self._doing = _Doing.NOTHING
        return True

    def _select_sentence(self) -> None:
        """A third click takes the whole sentence."""
        self._doing = _Doing.NOTHING
        if self._press.block >= 0:
            self.sentence_clicked.emit(self._point_span())

    # Move.

    def _on_move(self, event: QMouseEvent) -> bool:
        self._pointer = event.position()
        self._letters = bool(event.modifiers() & _ALT)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_shape(event.position())
            return True
        far = (event.position() - self._press.point).manhattanLength() >= QApplication.startDragDistance()
        if self._doing is _Doing.PRESSING and far and self._press.block >= 0 and not self._is_grey():
            self._doing = _Doing.SELECTING
        if self._doing is _Doing.CARRYING and far:
            self._carry()
        elif self._doing in (_Doing.SELECTING, _Doing.RESIZING):
            self._follow()
        return True

    def _is_grey(self) -> bool:
        return self._text.row_of(self._press.row).look is Look.FURNITURE

    def _follow(self) -> None:
        outside = not 0 <= self._pointer.y() < self._text.viewport().height()
        if outside != self._scroll.isActive():
            self._scroll.start() if outside else self._scroll.stop()
        if self._doing is _Doing.SELECTING:
            self._stretch = self._dragged()
            if self._stretch is not None:
                self.selecting_changed.emit(self._stretch)
        else:
            self._stretch = self._resized()
            self.resizing_changed.emit(self._stretch)

    def _scroll_on(self) -> None:
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + (1 if self._pointer.y() > 0 else -1))
        self._follow()

    def _edge_here(self, block: int) -> int:
        """The character boundary of `block` nearest to the pointer, held within the block."""
        spot = self._text.where.spot_at(self._pointer)
        text = self._text.page.text_of(block)
        if spot is None:
            return 0 if self._pointer.y() <= self._press.point.y() else len(text)
        row = self._text.row_of(spot.row)
        if row.is_article and row.block == block:
            return self._text.where.edge_at(self._pointer, spot.row) or row.start
        return 0 if spot.row < self._press.row else len(text)

    def _dragged(self) -> Span | None:
        block = self._press.block
        text = self._text.page.text_of(block)
        start, end = sorted((self._press.edge, self._edge_here(block)))
        if not self._letters:
            start, end = selecting.by_words(text, start, end)
        start, end = selecting.whole(text, start, end)
        return Span(self._text.page.article.id, block, start, end) if start < end else None

    def _resized(self) -> Span | None:
        handle = self._press.handle
        if handle is None:
            return None
        span = handle.mark.span
        text = self._text.page.text_of(span.block)
        edge = self._edge_here(span.block)
        start, end = span.start, span.end
        if handle.at_start:
            start = edge if self._letters or edge >= len(text) else selecting.word_at(text, edge)[0]
        else:
            end = edge if self._letters or edge <= 0 else selecting.word_at(text, edge - 1)[1]
        if start >= end:
            return span
        return Span(span.article, span.block, *selecting.whole(text, start, end))

    def _carry(self) -> None:
        selection = self._standing.selection
        self._doing = _Doing.NOTHING
        if selection is None:
            return
        drag = QDrag(self._text)
        text = self._text.page.text_of(selection.block)[selection.start : selection.end]
        drag.setMimeData(packed(selection, text))
        drag.exec(Qt.DropAction.CopyAction)

    # Release.

    def _on_release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        doing, self._doing = self._doing, _Doing.NOTHING
        self._scroll.stop()
        stretch, self._stretch = self._stretch, None
        if doing is _Doing.SELECTING:
            self._finish(stretch)
        elif doing is _Doing.RESIZING:
            self._finish_resizing(stretch)
        elif doing in (_Doing.PRESSING, _Doing.CARRYING):
            self._click()
        return True

    def _finish(self, stretch: Span | None) -> None:
        if stretch is None:
            self.abandoned.emit()
            return
        text = self._text.page.text_of(stretch.block)
        edges = [(s.start, s.end) for s in self._standing.places.sentences_in(stretch.block)]
        start, end = selecting.snapped((stretch.start, stretch.end), edges)
        start, end = selecting.trimmed(text, start, end)
        if start < end:
            made = Span(stretch.article, stretch.block, *selecting.whole(text, start, end))
            self.selected.emit(made)
            _to_primary_selection(text[made.start : made.end])
        else:
            self.abandoned.emit()

    def _finish_resizing(self, stretch: Span | None) -> None:
        self.resizing_changed.emit(None)
        handle = self._press.handle
        if handle is None:
            return
        if stretch is None or stretch == handle.mark.span:
            self._click()
            return
        edges = [(s.start, s.end) for s in self._standing.places.sentences_in(stretch.block)]
        start, end = selecting.snapped((stretch.start, stretch.end), edges)
        kept = handle.mark.span
        start, end = (start, kept.end) if handle.at_start else (kept.start, end)
        self.resized.emit(handle.mark, Span(kept.article, kept.block, start, end))

    def _click(self) -> None:
        if self._press.row < 0:
            return
        row = self._text.row_of(self._press.row)
        if row.look is Look.FOLD:
            self.fold_clicked.emit(row.block)
        elif row.look is Look.FURNITURE:
            self.grey_clicked.emit(row.block)
        elif row.is_article:
            self.sentence_clicked.emit(self._point_span())

    def _point_span(self) -> Span:
        spot = self._text.where.spot_at(self._press.point)
        offset = spot.offset if spot is not None else self._press.edge
        return Span(self._text.page.article.id, self._press.block, offset, offset + 1)

    def _show_shape(self, point: QPointF) -> None:
        spot = self._text.where.spot_at(point)
        shape = Qt.CursorShape.IBeamCursor
        if spot is None:
            shape = Qt.CursorShape.ArrowCursor
        elif self._text.row_of(spot.row).look in (Look.FOLD, Look.FURNITURE):
            shape = Qt.CursorShape.PointingHandCursor
        elif self.handle_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self._is_in_selection(point):
            shape = Qt.CursorShape.ArrowCursor
        if self._text.viewport().cursor().shape() != shape:
            self._text.viewport().setCursor(shape)


def _to_primary_selection(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection():
        clipboard.setText(text, clipboard.Mode.Selection)
