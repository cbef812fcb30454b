"""What the analyst wants of the points: a command, a button or a menu entry becomes a wish."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from briefing.ui.points import moves
from briefing.ui.points.model import PointsModel
from briefing.ui.points.moves import Target
from briefing.ui.points.rows import Row
from briefing.ui.values import TagLook

DEEPEST_LEVEL = 2  # a point may be nested twice


class Wishes(QObject):
    """Says what is wanted; whoever listens changes the note."""

    request_move = Signal(object, str, str)
    request_retag = Signal(object, int)
    request_delete = Signal(object)
    request_merge = Signal(str)
    request_level = Signal(str, int)
    request_new = Signal(str)
    request_fix = Signal(str, str)
    request_keep = Signal(str, str)
    request_link_quote = Signal(str)
    request_source = Signal(str)
    request_accept_suggestion = Signal(object)
    request_dismiss_suggestion = Signal(object)
    not_possible = Signal(str)  # key of the sentence that says why

    def __init__(self, model: PointsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def carry_out(self, action: str, row: Row, ids: tuple[str, ...], about: str) -> bool:
        """Wish for `action` on a row (or on the selected `ids`); False for an action that is not a wish."""
        if action.isdigit():
            self.retag(ids, int(action))
        elif action.startswith("move_"):
            self._move_by(action, ids)
        elif action == "to_tag":
            self.to_tag(ids, about)
        else:
            return self._simple(action, row, ids, about)
        return True

    def _simple(self, action: str, row: Row, ids: tuple[str, ...], about: str) -> bool:
        table: dict[str, Callable[[], None]] = {
            "new": lambda: self.request_new.emit(row.tag.id),
            "new_here": lambda: self.request_new.emit(row.tag.id),
            "accept": lambda: self._with_suggestion(row, self.request_accept_suggestion.emit),
            "dismiss": lambda: self._with_suggestion(row, self.request_dismiss_suggestion.emit),
            "delete": lambda: self._delete(row, ids),
            "merge": lambda: self.merge(row),
            "nest": lambda: self.nest(row, 1),
            "unnest": lambda: self.nest(row, -1),
            "fix": lambda: self.request_fix.emit(row.point, about),
            "keep": lambda: self.request_keep.emit(row.point, about),
            "link": lambda: self.request_link_quote.emit(row.point),
            "source": lambda: self.request_source.emit(row.point),
        }
        if action in table:
            table[action]()
        return action in table

    def _with_suggestion(self, row: Row, wish: Callable[[object], None]) -> None:
        if row.suggestion is not None:
            wish(row.suggestion)

    def _delete(self, row: Row, ids: tuple[str, ...]) -> None:
        if ids:
            self.request_delete.emit(ids)
        else:
            self._with_suggestion(row, self.request_dismiss_suggestion.emit)

    def retag(self, ids: tuple[str, ...], digit: int) -> None:
        """Put points under the tag of a digit, if some section has it."""
        if ids and any(t.digit == digit for t in self.tags()):
            self.request_retag.emit(ids, digit)

    def to_tag(self, ids: tuple[str, ...], tag_id: str) -> None:
        """Put points under a tag: by its digit, or as a move where it has none."""
        tag = next((t for t in self.tags() if t.id == tag_id), None)
        if tag is not None and tag.digit:
            self.request_retag.emit(ids, tag.digit)
        elif tag is not None:
            self.move(ids, Target(tag_id))

    def move(self, ids: Sequence[str], target: Target) -> None:
        """Take points to a place, in their order, as one wish."""
        self.request_move.emit(tuple(ids), target.tag, target.before)

    def _move_by(self, action: str, ids: tuple[str, ...]) -> None:
        rows = self._model.rows
        if not ids:
            return
        target = {
            "move_up": lambda: moves.step_up(rows, ids),
            "move_down": lambda: moves.step_down(rows, ids),
            "move_top": lambda: moves.edge_of_section(rows, ids[0], top=True),
            "move_bottom": lambda: moves.edge_of_section(rows, ids[0], top=False),
        }[action]()
        if target is None:
            self.not_possible.emit("points.no_further")
        elif moves.changes_order(rows, ids, target):
            self.move(ids, target)

    def merge(self, row: Row) -> None:
        """Join a point with the one after it."""
        if row.card is None:
            return
        if moves.next_card(self._model.rows, row.point) is None:
            self.not_possible.emit("points.no_next")
        else:
            self.request_merge.emit(row.point)

    def nest(self, row: Row, by: int) -> None:
        """Put a point under the one above it, or back."""
        if row.card is None:
            return
        highest = moves.highest_level(self._model.rows, row.point, DEEPEST_LEVEL)
        level = min(highest, max(0, row.card.level + by))
        if level == row.card.level:
            self.not_possible.emit("points.no_nesting")
        else:
            self.request_level.emit(row.point, level)

    def tags(self) -> tuple[TagLook, ...]:
        """The tags of the sections shown, each once."""
        return tuple(dict.fromkeys(r.tag for r in self._model.rows))
