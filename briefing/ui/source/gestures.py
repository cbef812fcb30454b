"""What the mouse does in the article: select, point at a sentence, move a highlight's end, carry text away."""

from __future__ import annotations

from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from briefing.ui.source import selecting
from briefing.ui.source.carry import packed
from briefing.ui.source.offers import DROP, KEEP
from briefing.ui.source.rows import Look
from briefing.ui.source.standing import Standing
from briefing.ui.source.stretching import Stretching
from briefing.ui.source.text import ArticleText
from briefing.ui.source.under import Press, Under
from briefing.ui.values import Span

_SCROLL_MS = 60
_ALT = Qt.KeyboardModifier.AltModifier
FOLLOW = Qt.KeyboardModifier.ControlModifier  # with a click, follows a link


class _Doing(Enum):
    NOTHING = auto()
    PRESSING = auto()
    SELECTING = auto()
    CARRYING = auto()
    RESIZING = auto()


class Gestures(QObject):
    """Hears the mouse over the text and tells what it means."""

    fold_clicked = Signal(int)  # the run's first block
    grey_clicked = Signal(int)  # a block
    keep_clicked = Signal(int)  # the first block of a run of doubtful ones
    drop_clicked = Signal(int)  # the first block of a run of doubtful ones
    doubt_clicked = Signal(int)  # the same run, beside both
    loss_clicked = Signal()
    link_clicked = Signal(object)  # a QUrl
    sentence_clicked = Signal(object)  # a Span: where
    selecting_changed = Signal(object)  # a Span, while dragging
    selected = Signal(object)  # a Span, on release
    resized = Signal(object, object)  # a Mark, a Span
    resizing_changed = Signal(object)  # a Span or None
    abandoned = Signal()  # a selection that came to nothing
    pressed = Signal()

    def __init__(self, text: ArticleText, under: Under, standing: Standing) -> None:
        super().__init__(text)
        self._text, self._standing = text, standing
        self._under, self._stretching = under, Stretching(text, standing)
        self._doing = _Doing.NOTHING
        self._press = Press(QPointF())
        self._stretch: Span | None = None
        self._last_double = 0
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
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
        since_double = event.timestamp() - self._last_double
        if self._last_double and since_double < QApplication.doubleClickInterval():
            self._last_double, self._doing = 0, _Doing.NOTHING
            if self._press.block >= 0:  # a third click takes the whole sentence
                self.sentence_clicked.emit(self._point_span())
            return True
        self._press = self._under.press(event.position())
        self._doing = self._begins(event)
        return True

    def _begins(self, event: QMouseEvent) -> _Doing:
        if self._press.handle is not None and not event.modifiers() & _ALT:
            return _Doing.RESIZING
        if self._under.is_in(self._standing.selection, event.position()):
            return _Doing.CARRYING
        return _Doing.PRESSING

    def _on_double(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        letter, row = self._under.letter(event.position()), self._under.row(event.position())
        if letter is None or row is None or row.look is Look.FURNITURE:
            return True
        self._last_double = max(1, event.timestamp())
        self._press = self._under.press(event.position())
        start, end = selecting.word_at(self._text.page.text_of(letter.block), letter.start)
        self.selected.emit(Span(letter.article, letter.block, start, end))
        self._doing = _Doing.NOTHING
        return True

    # Move.

    def _on_move(self, event: QMouseEvent) -> bool:
        self._stretching.pointer = event.position()
        self._stretching.letters = bool(event.modifiers() & _ALT)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return True
        far = (event.position() - self._press.point).manhattanLength() >= QApplication.startDragDistance()
        if self._doing is _Doing.PRESSING and far and self._press.block >= 0:
            grey = self._text.row_of(self._press.row).look is Look.FURNITURE
            self._doing = _Doing.PRESSING if grey else _Doing.SELECTING
        if self._doing is _Doing.CARRYING and far:
            self._carry()
        elif self._doing in (_Doing.SELECTING, _Doing.RESIZING):
            self._follow()
        return True

    def _follow(self) -> None:
        outside = not 0 <= self._stretching.pointer.y() < self._text.viewport().height()
        if outside != self._scroll.isActive():
            self._scroll.start() if outside else self._scroll.stop()
        if self._doing is _Doing.SELECTING:
            self._stretch = self._stretching.selected(self._press)
            if self._stretch is not None:
                self.selecting_changed.emit(self._stretch)
        else:
            self._stretch = self._stretching.resized(self._press)
            self.resizing_changed.emit(self._stretch)

    def _scroll_on(self) -> None:
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.value() + (1 if self._stretching.pointer.y() > 0 else -1))
        self._follow()

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
        elif doing in (_Doing.PRESSING, _Doing.CARRYING) and not self._follow_link(event):
            self._click()
        return True

    def _follow_link(self, event: QMouseEvent) -> bool:
        """Follows the link that was clicked with the key for it."""
        link = self._under.link(self._press.point) if event.modifiers() & FOLLOW else None
        if link is not None:
            self.link_clicked.emit(link)
        return link is not None

    def _finish(self, stretch: Span | None) -> None:
        made = self._stretching.finished(stretch)
        if made is None:
            self.abandoned.emit()
            return
        self.selected.emit(made)
        _to_primary_selection(self._text.page.text_of(made.block)[made.start : made.end])

    def _finish_resizing(self, stretch: Span | None) -> None:
        self.resizing_changed.emit(None)
        handle = self._press.handle
        if handle is None:
            return
        if stretch is None or stretch == handle.mark.span:
            self._click()
        else:
            self.resized.emit(handle.mark, self._stretching.finished_resizing(handle, stretch))

    def _click(self) -> None:
        if self._press.row < 0:
            return
        row = self._text.row_of(self._press.row)
        if row.look is Look.FOLD:
            self.fold_clicked.emit(row.block)
        elif row.look is Look.FURNITURE:
            self.grey_clicked.emit(row.block)
        elif row.look is Look.LOSS:
            self.loss_clicked.emit()
        elif row.look is Look.DOUBT:
            offered = self._under.offered(self._press.point)
            {KEEP: self.keep_clicked, DROP: self.drop_clicked}.get(offered, self.doubt_clicked).emit(row.block)
        elif row.is_article:
            self.sentence_clicked.emit(self._point_span())

    def _point_span(self) -> Span:
        letter = self._under.letter(self._press.point)
        at = self._press.edge
        return letter or Span(self._text.page.article.id, self._press.block, at, at + 1)


def _to_primary_selection(text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection():
        clipboard.setText(text, clipboard.Mode.Selection)
