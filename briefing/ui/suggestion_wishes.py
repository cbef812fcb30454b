"""What the panes wish for about suggestions: accept, dismiss, accept all, find again."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject

from briefing.model import edits
from briefing.model.history import Label
from briefing.ui.screens import Screens
from briefing.ui.tagging import Draft, anchor_of
from briefing.ui.values import Span, SuggestionMark


class SuggestionWishes(QObject):
    """Nothing enters the note but by one of these."""

    def __init__(self, screens: Screens, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens, self._draft = screens, draft
        source, points = screens.editor.source, screens.editor.points
        source.request_accept.connect(self.accept)
        source.request_dismiss.connect(self.dismiss)
        source.request_accept_all.connect(self.accept_all)
        points.request_accept_suggestion.connect(lambda mark: self.accept(mark.span))
        points.request_dismiss_suggestion.connect(lambda mark: self.dismiss(mark.span))
        points.suggestion_focused.connect(lambda mark: source.set_current(mark.span))

    def _at(self, span: Span) -> SuggestionMark | None:
        waiting = self._screens.suggestions
        return next((s for s in waiting if s.span == span), None)

    def accept(self, span: Span) -> None:
        """Makes the suggested point."""
        mark = self._at(span)
        if mark is not None:
            self._take((mark,), "accept")

    def accept_all(self) -> None:
        """Makes every suggested point, as one step."""
        self._take(self._screens.suggestions, "accept_all")

    def _take(self, marks: tuple[SuggestionMark, ...], key: str) -> None:
        screens = self._screens
        looks = screens.looks
        note, before = screens.note, {p.id for p in screens.note.points}
        for mark in marks:
            anchor = anchor_of(note, mark.span)
            note = edits.tag_quote(note, looks[mark.tag].id, anchor, self._draft(anchor.quote))
        made = [p.id for p in note.points if p.id not in before]
        if made:
            screens.focus = replace(screens.focus, point=made[-1])
            screens.session.apply(note, Label(key))
            screens.announced.emit(screens.words("window.said_accepted", count=len(made)))

    def dismiss(self, span: Span) -> None:
        """Turns a suggestion down, for good in this note."""
        screens = self._screens
        if self._at(span) is not None:
            changed = edits.dismiss(screens.note, anchor_of(screens.note, span))
            screens.session.apply(changed, Label("dismiss"))
            screens.announced.emit(screens.words("window.said_dismissed"))

    def find_again(self) -> None:
        """Lets dismissed suggestions come back."""
        screens = self._screens
        screens.session.apply(replace(screens.note, dismissed=()), Label("find_again"))
