"""Find and replace over the panes: once round the article in view, then through the points, and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.model.history import Label
from briefing.model.rewording import holding, replace_words
from briefing.ui.values import Span
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class Searching(QObject):
    """What one window looks for, and where it was found last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._text = ""
        self._first: Span | None = None  # the place in the article where the search began
        self._point = ""  # the point where it was found last; empty: it was in the article

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def find(self, text: str | None, backward: bool) -> None:
        """Goes to the next place of `text`, or of what was looked for last."""
        self._look_for(self._text if text is None else text)
        if not self._text:
            return
        found = self._after_a_point(backward) if self._point else self._in_article(backward)
        if not found:
            self._say("said_not_found", text=self._text)

    def _look_for(self, text: str) -> None:
        """Another text is looked for from the start."""
        if text != self._text:
            self._text, self._first, self._point = text, None, ""

    def _in_article(self, backward: bool) -> bool:
        source = self._window.editor.source
        if not source.find(self._text, backward):
            return self._in_points(backward)
        here = source.current()
        if self._first is not None and here == self._first:
            return self._in_points(backward) or True
        if self._first is None or (here is not None and here.article != self._first.article):
            self._first = here
        return True

    def _after_a_point(self, backward: bool) -> bool:
        if self._in_points(backward):
            return True
        self._point = ""
        if self._first is None:
            return self._in_points(backward)
        self._window.editor.source.set_current(self._first)
        self._window.editor.panes.reveal("source")
        return True

    def _in_points(self, backward: bool) -> bool:
        """The next point that holds the text, behind the one where it was found last."""
        ids = self._holding()
        if backward:
            ids.reverse()
        at = ids.index(self._point) + 1 if self._point in ids else 0
        if at < len(ids):
            self._go_to(ids[at])
        return at < len(ids)

    def _holding(self) -> list[str]:
        """The points that hold the text, in the order of the cards."""
        screens = self._window.screens
        order = [look.id for look in screens.looks]
        return [p.id for p in sorted(holding(screens.note, self._text), key=lambda p: order.index(p.tag))]

    def replace(self, text: str, other: str, everywhere: bool) -> None:
        """Puts `other` in the place of `text`: in all points, or in the one in focus, going on to the next."""
        window = self._window
        window.editor.keep_typing()
        self._look_for(text)
        here, found = window.screens.focus.point, self._holding()
        if not found:
            self._say("said_not_found_in_points", text=text)
        elif everywhere or here in found:
            self._replace(other, None if everywhere else here)
        else:
            self._go_to(found[0])

    def _replace(self, other: str, only: str | None) -> None:
        session = self._window.session
        order = self._holding()
        done = replace_words(session.note, self._text, other, None if only is None else {only})
        session.apply(done.note, Label("replace"))
        self._say("said_replaced", count=done.places)
        behind = order[order.index(only) + 1 :] if only is not None else []
        if behind:
            self._go_to(behind[0])

    def _go_to(self, point: str) -> None:
        self._point = point
        self._window.editor.panes.reveal("points")
        self._window.screens.focus_point(point, reveal_source=False)

    def _say(self, key: str, **facts: object) -> None:
        self._window.screens.announced.emit(self._words(f"window.{key}", **facts))
