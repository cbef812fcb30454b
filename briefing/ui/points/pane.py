"""The points pane: it is given values and says what the analyst wants. It knows no note and no session."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.ui.points.commands import Commands
from briefing.ui.points.delegate import CardDelegate
from briefing.ui.points.draglist import DragList
from briefing.ui.points.empty import EmptyPoints
from briefing.ui.points.faces import Kit, kit_of
from briefing.ui.points.header import PointsHeader
from briefing.ui.points.model import PointsModel
from briefing.ui.points.rows import point_key, suggestion_key
from briefing.ui.theme import Theme
from briefing.ui.values import PointsView, SuggestionMark
from briefing.ui.words import Words

LEAST_WIDTH_PX = 240  # the actions of a card fit beside each other
WISHES = (
    "move", "retag", "delete", "merge", "level", "new", "fix", "keep", "link_quote", "source",
    "accept_suggestion", "dismiss_suggestion",
)  # fmt: skip


class PointsPane(QWidget):
    """Sections of cards, to write, order and check the points of a note."""

    request_reword = Signal(str, str, bool)  # point, text, whether it is final
    request_revert = Signal(str)
    request_move = Signal(object, str, str)  # points, tag, the point to stand before (empty: last)
    request_retag = Signal(object, int)  # tuple of points, digit
    request_delete = Signal(object)  # tuple of points
    request_split = Signal(str, int)  # point, caret in Python characters
    request_merge = Signal(str)  # with the next one
    request_level = Signal(str, int)
    request_new = Signal(str)  # tag
    request_comment = Signal(str, str)
    request_owner = Signal(str, str)
    request_due = Signal(str, str)
    field_written = Signal(str, str, str)  # point, which field, its text so far
    field_closed = Signal()
    request_fix = Signal(str, str)  # point, key of the check
    request_keep = Signal(str, str)
    request_link_quote = Signal(str)
    request_tag_selection = Signal(str, object)  # tag, Span
    request_accept_suggestion = Signal(object)  # SuggestionMark
    request_dismiss_suggestion = Signal(object)  # SuggestionMark
    request_source = Signal(str)
    request_checks = Signal()
    focus_changed = Signal(str)  # point, or empty
    suggestion_focused = Signal(object)  # SuggestionMark
    announced = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        kit = kit_of(theme, words)
        self._model = PointsModel(kit, self)
        self._delegate = CardDelegate(kit, self._model, self)
        self.header = PointsHeader(kit, self)
        self._list = DragList(self._model, self._delegate, self)
        self._empty = EmptyPoints(kit, self._list)
        self._commands = Commands(kit, self._list, self._delegate, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        QWidget.setTabOrder(self._list, self.header.pill)  # the cards first
        self._connect()
        self._dress()

    def _connect(self) -> None:
        commands, delegate = self._commands, self._delegate
        for name in WISHES:
            getattr(commands.wishes, f"request_{name}").connect(getattr(self, f"request_{name}"))
        commands.refused.connect(lambda key: self.announced.emit(self._words(key)))
        commands.refresh.point_focused.connect(self.focus_changed)
        commands.refresh.suggestion_focused.connect(self.suggestion_focused)
        delegate.reworded.connect(self.request_reword)
        delegate.reverted.connect(self.request_revert)
        delegate.split.connect(self.request_split)
        delegate.field_kept.connect(self._keep_field)
        delegate.field_written.connect(self.field_written)
        delegate.field_closed.connect(self.field_closed)
        self._list.dropped_span.connect(self.request_tag_selection)
        self.header.request_checks.connect(self.request_checks)
        self._empty.request_new.connect(self.request_new)
        self._empty.dropped_span.connect(self.request_tag_selection)

    def _keep_field(self, point_id: str, field: str, text: str) -> None:
        wish = {"owner": self.request_owner, "due": self.request_due, "comment": self.request_comment}
        wish[field].emit(point_id, text.strip())

    # what is shown

    def show_view(self, view: PointsView) -> None:
        """Show the points of a note: only what differs changes; focus, scroll and an open editor stay."""
        moved = self._commands.refresh.show_view(view)
        self.header.show_view(view)
        self._empty.show_view(view)
        self._empty.setVisible(not any(s.cards or s.suggestions for s in view.sections))
        if moved is not None:
            place, of, tag = moved
            self.announced.emit(self._words("points.moved", place=place, of=of, tag=tag))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours or another text size."""
        self._theme = theme
        self._dress()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._dress()

    def _dress(self) -> None:
        kit, menus = kit_of(self._theme, self._words), self._commands.menus
        for part in (self._model, self._delegate, self.header, self._list, self._empty, menus):
            part.set_kit(kit)
        self.setMinimumWidth(kit.px(LEAST_WIDTH_PX))
        self._list.setStyleSheet(_sheet(kit))
        self._list.setAccessibleName(self._words("points.title"))
        self.update()

    def set_read_only(self, on: bool) -> None:
        """Whether no editor opens here."""
        self._commands.read_only = on

    def set_single_letter_keys(self, on: bool) -> None:
        """Whether single letters and digits are commands here."""
        self._list.letters = on

    # focus, selection, editing

    def focus_point(self, point_id: str) -> None:
        """Move the focus to a card, scrolling only if it is hidden. Nothing is said about it."""
        self._commands.refresh.focus(point_key(point_id))

    def light(self, mark: SuggestionMark | None, *, reveal: bool = False) -> None:
        """Mark the suggestion one stands on in the source, or none; the focus stays where it is."""
        key = suggestion_key(mark) if mark is not None else ""
        self._list.light(key)
        if key and reveal:
            self._commands.refresh.reveal(key)

    def focused_point(self) -> str:
        """The id of the point that has the focus, or empty."""
        row = self._list.current_row()
        return row.point if row else ""

    def selected_points(self) -> tuple[str, ...]:
        """The selected points in order; the focused one if none is selected."""
        return self._commands.selected()

    def edit(self, point_id: str, field: str = "wording") -> None:
        """Open the editor of a point's wording, or of its owner, due date or comment."""
        self._commands.edit(point_id, field)

    def is_editing(self) -> bool:
        """Whether an editor is open."""
        return self._delegate.editor is not None

    def commit_editing(self) -> None:
        """Keep what an open editor holds, also a composition, and close it."""
        self._delegate.keep()

    def carry_out(self, action: str) -> None:
        """Do on the focused card what the window's menu asks: "edit", "move_up", "merge", "delete", "3" ..."""
        self._commands.do(action, "")

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The empty state covers the list."""
        super().resizeEvent(event)
        self._empty.setGeometry(self._list.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """The focused card is in view from the start."""
        super().showEvent(event)
        self._commands.refresh.reveal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pane's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("points"))
        painter.end()


def _sheet(kit: Kit) -> str:
    ground, thumb = kit.color("points").name(), _faint(kit.color("field_border"))
    return (
        f"QListView {{ background: {ground}; border: none; outline: none; }}"
        f"QScrollBar:vertical {{ background: {ground}; width: {kit.px(9)}px; margin: 0; }}"
        f"QScrollBar::handle:vertical {{ background: {thumb}; border-radius: {kit.px(3)}px;"
        f" margin: 1px 2px; min-height: {kit.px(28)}px; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
    )


def _faint(color: QColor) -> str:
    """A colour at half strength, in a style sheet's words."""
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, 50%)"
