"""Commands on the focused card, from keys, painted buttons and menus."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from briefing.ui.points.delegate import CardDelegate
from briefing.ui.points.draglist import DragList
from briefing.ui.points.faces import Kit
from briefing.ui.points.menus import Menus
from briefing.ui.points.model import PointsModel
from briefing.ui.points.moves import Target
from briefing.ui.points.pieces import Button
from briefing.ui.points.refresh import Refresh
from briefing.ui.points.rows import Row, point_key
from briefing.ui.points.wishes import Wishes

FIELDS = ("wording", "owner", "due", "comment")
EDITS = {"edit": "wording", "owner": "owner", "due": "due", "comment": "comment"}
MENUS = ("move", "tag")  # buttons that open one


class Commands(QObject):
    """Opens editors and menus itself; everything else becomes a wish."""

    refused = Signal(str)  # key of the sentence that says why

    def __init__(self, kit: Kit, view: DragList, delegate: CardDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._list, self._delegate = view, delegate
        self._model: PointsModel = view.points_model
        self.wishes = Wishes(self._model, self)
        self.menus = Menus(kit, parent, self.do)
        self.refresh = Refresh(view, self._model)
        self.wishes.not_possible.connect(self.refused)
        self.read_only = False
        view.commanded.connect(lambda command: self.do(command, ""))
        view.clicked_button.connect(self.press)
        view.request_menu.connect(self.open_context_menu)
        view.focus_moved.connect(self.refresh.focus_moved)
        view.dropped_points.connect(self.drop)
        delegate.request_field.connect(self.go_to_field)

    def selected(self) -> tuple[str, ...]:
        """The selected points in order; the focused one if none is selected."""
        row = self._list.current_row()
        ids = tuple(r.point for r in self._list.selected_rows())
        return ids or ((row.point,) if row is not None and row.point else ())

    def do(self, action: str, about: str) -> None:
        """Carry out an action on the focused row: `about` is the check or the tag it is about."""
        row = self._list.current_row()
        if row is None:
            return
        if action == "enter":
            action = "edit" if row.card else "accept"
        if action in EDITS and row.card is not None:
            self.edit(row.point, EDITS[action])
        elif action == "copy":
            self._copy()
        elif action == "split":
            self._split()
        else:
            self._wish(action, row, about)

    def _wish(self, action: str, row: Row, about: str) -> None:
        ids = self.selected() if row.card is not None else ()
        self.refresh.expect_move(ids if action.startswith("move_") else ())
        self.wishes.carry_out(action, row, ids, about)

    def edit(self, point_id: str, field: str) -> None:
        """Open the editor of a field; one that is open is kept and closed first."""
        delegate = self._delegate
        if self.read_only:
            self.refused.emit("points.read_only")
            return
        if (delegate.edited, delegate.field) == (point_id, field):
            return
        delegate.keep()
        self.refresh.focus(point_key(point_id))
        index = self._model.index_of(point_key(point_id))
        if index.isValid():
            delegate.field = field
            self._list.edit(index)

    def go_to_field(self, point_id: str, step: int) -> None:
        """From one field to the next where a section assigns work; elsewhere the editor just closes."""
        row = self._model.row_at(self._model.index_of(point_key(point_id)))
        following = FIELDS.index(self._delegate.field) + step
        self._delegate.keep()
        if row is not None and row.assigns and 0 <= following < len(FIELDS):
            self.edit(point_id, FIELDS[following])

    def _split(self) -> None:
        if self._delegate.edited and self._delegate.field == "wording":
            self._delegate.split_here()
        else:
            self.refused.emit("points.split_where")

    def _copy(self) -> None:
        texts = [r.text for r in self._list.selected_rows()]
        QGuiApplication.clipboard().setText("\n".join(texts))

    def press(self, key: str, button: Button) -> None:
        """Do what a painted button says."""
        row = self._model.row_at(self._model.index_of(key))
        if row is None:
            return
        if button.action in MENUS:
            self._open_menu(row, button)
        elif row.card is None:
            self.wishes.carry_out(button.action, row, (), button.key)
        else:
            self._list.focus_key(key)
            self.do(button.action, button.key)

    def _open_menu(self, row: Row, button: Button) -> None:
        corner = self._list.visualRect(self._model.index_of(row.key)).topLeft()
        below = button.rect.bottomLeft().toPoint() + corner
        self._menu_of(row, button).popup(self._list.viewport().mapToGlobal(below))

    def _menu_of(self, row: Row, button: Button) -> QMenu:
        if button.action == "move":
            return self.menus.move()
        return self.menus.tags(self.wishes.tags(), row.tag.id)

    def open_context_menu(self, where: QPoint) -> None:
        """All that can be done with the focused row."""
        row = self._list.current_row()
        if row is not None:
            self.menus.context(row, self.wishes.tags()).popup(where)

    def drop(self, ids: tuple[str, ...], target: Target) -> None:
        """Take dragged points to their place."""
        self.refresh.expect_move(ids)
        self.wishes.move(ids, target)
