"""Commands on the note and on the point or the sentence where the analyst stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QObject

from briefing.model import edits
from briefing.model.history import Label
from briefing.ui.messages import Message
from briefing.ui.source.links import told
from briefing.ui.values import Span
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.asking import Asking
    from briefing.ui.main_window import MainWindow
    from briefing.ui.replacing import Replacing


class NoteCommands(QObject):
    """The commands of the Tag and Note menus, and where a line of the preview leads."""

    def __init__(self, window: MainWindow, asking: Callable[[], Asking]) -> None:
        super().__init__(window)
        self._window, self._asking = window, asking

    @cached_property
    def _replacing(self) -> Replacing:
        from briefing.ui.replacing import Replacing  # noqa: PLC0415 - loaded after the first paint

        return Replacing(self._window)

    def _replace(self, how: str) -> None:
        getattr(self._replacing, how)()

    def table(self) -> dict[str, Callable[[], object]]:
        """What each of these commands does, by name."""
        window, points = self._window, self._window.editor.points
        return {
            "remove_tag": self._remove_tag,
            "next_untagged": window.editor.source.step_to_untagged,
            "accept_suggestion": partial(self._with_sentence, window.suggestion_wishes.accept),
            "dismiss_suggestion": partial(self._with_sentence, window.suggestion_wishes.dismiss),
            "accept_all": window.suggestion_wishes.accept_all,
            "find_again": window.suggestion_wishes.find_again,
            "rename": self._rename,
            "edit_point": self._edit_point,
            "new_point": self._new_point,
            "add_quote": self._add_quote,
            "move_up": partial(self._move, -1),
            "move_down": partial(self._move, 1),
            "split": partial(points.carry_out, "split"),
            "merge": self._merge,
            "delete_point": self._delete,
            "article_details": self.article_details,
            "replace_article": partial(self._replace, "from_file"),
            "replace_from_clipboard": partial(self._replace, "from_clipboard"),
            "remove_article": partial(self._replace, "remove"),
        }

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def set_title(self, title: str) -> None:
        """Renames the note."""
        session = self._window.session
        session.apply(edits.set_title(session.note, title), Label("title"))

    def tag_here(self, digit: int, *, add: bool = False) -> None:
        """Does what the digit does in the source pane."""
        span = self._window.editor.source.current()
        if span is not None:
            self._window.source_wishes.tag(span, digit, add=add)

    def _with_sentence(self, act: Callable[[Span], None]) -> None:
        span = self._window.editor.source.current_sentence()
        if span is not None:
            act(span)

    def _remove_tag(self) -> None:
        self._window.point_wishes.delete(self._focused())

    def _focused(self) -> tuple[str, ...]:
        point = self._window.screens.focus.point
        return (point,) if point else ()

    def _edit_point(self) -> None:
        point = self._window.screens.focus.point
        span = self._window.editor.source.current()
        if self._window.editor.focused_pane() == "source" and span is not None:
            self._window.source_wishes.edit(span)
        elif point:
            self._window.editor.points.edit(point)

    def _new_point(self) -> None:
        window = self._window
        point = next((p for p in window.session.note.points if p.id == window.screens.focus.point), None)
        tag = point.tag if point else window.session.template.tags[0].id
        window.point_wishes.new_point(tag)

    def _add_quote(self) -> None:
        span = self._window.editor.source.current()
        if span is not None:
            self._window.source_wishes.add_quote(span)

    def _move(self, step: int) -> None:
        if self._focused():
            self._window.editor.points.carry_out("move_up" if step < 0 else "move_down")

    def move_to(self, tag_id: str) -> None:
        """Moves the focused point to the end of another section."""
        session, words = self._window.session, self._words
        form = session.template.tag(tag_id)
        for point in self._focused():
            label = Label("retag", (("tag", form.name if form else words("window.stray_tag", tag=tag_id)),))
            session.apply(edits.retag(session.note, point, tag_id), label)

    def _merge(self) -> None:
        for point in self._focused():
            self._window.point_wishes.merge(point)

    def _delete(self) -> None:
        if self._focused():
            self._window.point_wishes.delete(self._window.editor.points.selected_points() or self._focused())

    def article_details(self) -> None:
        """The metadata of the article in view, to correct."""
        self._asking().article_details(self._window.screens.focus.article)

    def follow_link(self, address: QtCore.QUrl) -> None:
        """Opens an address of the article in the person's browser; they have asked for it."""
        if QtGui.QDesktopServices.openUrl(address):
            self._window.screens.announced.emit(self._words("window.said_link", address=told(address)))
        else:
            self._window.say(Message("warn", self._words("window.link_failed"), told(address)))

    def new_tag_on(self, span: Span) -> None:
        """Makes a tag and puts it on that stretch."""
        self._asking().new_tag(span)

    def show_origin(self, origin: str) -> None:
        """Leads from a line of the preview to what made it."""
        kind, _, name = origin.partition(":")
        if kind == "point":
            self._window.screens.focus_point(name)

    def go_to_origin(self, origin: str) -> None:
        """Goes to what made a line, with the keyboard; "checks": to the list of all that stands out."""
        kind, _, name = origin.partition(":")
        if origin == "checks":
            self._asking().checks()
        elif kind == "point":
            self._window.screens.focus_point(name)
            self._window.editor.focus_pane("points")
        else:
            self.edit_origin(origin)

    def edit_origin(self, origin: str) -> None:
        """Opens what made a line of the preview."""
        kind, _, name = origin.partition(":")
        window = self._window
        if kind == "point":
            window.screens.focus_point(name)
            window.editor.panes.reveal("points")
            window.editor.points.edit(name)
        elif kind in ("title", "summary", "field", "fields"):
            self._asking().header_fields(name or kind)

    def _rename(self) -> None:
        title = self._window.editor.toolbar.title
        title.setFocus()
        title.selectAll()
