"""From one view to the next: the focus, the scroll and what is announced."""

from __future__ import annotations

from itertools import chain, islice

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from briefing.ui.points.draglist import DragList
from briefing.ui.points.model import PointsModel
from briefing.ui.points.rowindex import RowIndex
from briefing.ui.points.rows import Kind, Parts, place_of, point_key, section_start
from briefing.ui.values import PointsView

Moved = tuple[int, int, str]  # place, of how many, name of the section


class Hold(Struct, frozen=True):
    """A row that should stay where it is on the screen."""

    key: str
    y: int


class Refresh(QObject):
    """Shows views in the list and tells a focus the analyst chose from one the program set."""

    point_focused = Signal(str)
    suggestion_focused = Signal(object)

    def __init__(self, view: DragList, model: PointsModel) -> None:
        super().__init__(view)
        self._list, self._model = view, model
        self._rows = RowIndex()
        self._told = ""  # the focused point as the outside knows it
        self._asked = ""  # the focused point of the last view
        self._showing = False
        self._moving: tuple[str, ...] = ()
        self._places: dict[str, Moved] = {}

    def show_view(self, view: PointsView) -> Moved | None:
        """Show a view; answers where a point that was to move has come to."""
        before = self._model.shown
        hold, key = self._hold(), self._focused_key()
        with self._list.still():
            self._showing = True
            self._model.show_parts(self._rows.of(view))
            self._showing = False
            asked = self._asked_for(view)
            stays = not key or self._model.index_of(key).isValid()
            wanted = asked or (key if stays else self._next_to(key, before))
            self._move_to(wanted, told=bool(asked))
        self._restore(hold, followed=wanted != key)
        self._asked = view.focused
        self._tell()
        return self._landed()

    def _next_to(self, key: str, parts: Parts) -> str:
        """Instead of a row that went: the card after it in its section, or before it, or any next one."""
        before = tuple(chain.from_iterable(parts))
        at = next((i for i, r in enumerate(before) if r.key == key), None)
        if at is None:
            return ""
        any_other = ""
        for row in chain(islice(before, at + 1, None), reversed(before[:at])):
            if row.kind is not Kind.SECTION and self._model.index_of(row.key).isValid():
                if row.tag.id == before[at].tag.id:
                    return row.key
                any_other = any_other or row.key
        return any_other

    def _focused_key(self) -> str:
        row = self._list.current_row()
        return row.key if row else ""

    def focus(self, key: str, *, told: bool = True) -> None:
        """Move the focus, and show it; `told`: the outside knows."""
        if self._move_to(key, told=told):
            self.reveal()

    def _move_to(self, key: str, *, told: bool) -> bool:
        """Moves the focus; False if there is no such row."""
        row = self._model.row_at(self._model.index_of(key))
        if row is None:
            return False
        if told and row.point:
            self._told = row.point
        self._showing = True
        self._list.focus_key(key)
        self._showing = False
        return True

    def reveal(self, key: str = "") -> None:
        """Scroll to a row, else the focused one, if it is hidden; before the list is shown there is none."""
        if self._list.isVisible():
            self._list.executeDelayedItemsLayout()
            self._list.scrollTo(self._model.index_of(key) if key else self._list.currentIndex())

    def focus_moved(self, _key: str) -> None:
        """The analyst, or Qt while rows go, has moved the focus."""
        if not self._showing:
            self._tell()

    def expect_move(self, ids: tuple[str, ...]) -> None:
        """These points are about to be moved: say where they land."""
        self._moving = ids
        self._places = {p: place for p in ids if (place := self._place(p)) is not None}

    def _tell(self) -> None:
        row = self._list.current_row()
        point = row.point if row else ""
        if point != self._told:
            self._told = point
            self.point_focused.emit(point)
        if row is not None and row.suggestion is not None and not self._showing:
            self.suggestion_focused.emit(row.suggestion)

    def _asked_for(self, view: PointsView) -> str:
        """The key of the point the view wants in focus, if that is news."""
        news = view.focused != self._told and (self._told or view.focused != self._asked)
        key = point_key(view.focused)
        return key if news and self._model.index_of(key).isValid() else ""

    def _hold(self) -> Hold | None:
        """The focused row if it is in view, else the first one that is."""
        if not self._list.isVisible():
            return None
        area = self._list.viewport().rect()
        current = self._list.currentIndex()
        if current.isValid() and area.intersects(self._list.visualRect(current)):
            row = self._list.current_row()
            return Hold(row.key, self._list.visualRect(current).top()) if row else None
        first = self._list.indexAt(area.topLeft())
        row = self._model.row_at(first)
        return Hold(row.key, self._list.visualRect(first).top()) if row else None

    def _restore(self, hold: Hold | None, *, followed: bool) -> None:
        if hold is not None and self._list.isVisible():
            self._list.executeDelayedItemsLayout()
            index = self._model.index_of(hold.key)
            if index.isValid():
                bar = self._list.verticalScrollBar()
                bar.setValue(bar.value() + self._list.visualRect(index).top() - hold.y)
        if followed or self._moving:
            self.reveal()

    def _landed(self) -> Moved | None:
        for point in self._moving:
            place = self._place(point)
            if place is not None and place != self._places.get(point):
                self._moving = ()
                return place
        return None

    def _place(self, point: str) -> Moved | None:
        index = self._model.index_of(point_key(point))
        if not index.isValid():
            return None
        rows = self._model.rows
        place, of = place_of(rows, index.row())
        return place, of, rows[section_start(rows, index.row())].tag.name
