"""Follows the analyst: caret and outline where they stand, the sentence said aloud, its point focused."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.ui.source.granting import Granting
from briefing.ui.source.keys import Wish
from briefing.ui.source.sheet import Sheet
from briefing.ui.source.speech import Speaker
from briefing.ui.source.wishes import Wishes
from briefing.ui.values import Mark, Span
from briefing.words import Words


class Attention(QObject):
    """Hears where the analyst goes, by key, by mouse or by program, and brings the sheet along."""

    moved = Signal(object)  # a Span or None
    announced = Signal(str)
    point_met = Signal(str)  # a point's id: the one that stands where the analyst went
    resized = Signal(str, object, object)  # a point's id, old Span, new Span

    def __init__(self, sheet: Sheet, wishes: Wishes, granting: Granting) -> None:
        super().__init__(sheet)
        self._sheet, self._wishes, self._granting = sheet, wishes, granting
        self._standing, self._text = sheet.standing, sheet.text
        self._pointed: Span | None = None  # the letter under a click, while the click is carried out
        self._standing.moved.connect(self._on_moved)
        sheet.page_shown.connect(self.stand)

    @property
    def _words(self) -> Words:
        return self._granting.words

    def stand(self) -> None:
        """Brings caret, selection and outline to where the analyst stands."""
        standing, overlay = self._standing, self._sheet.overlay
        selected = standing.selection if standing.is_by_hand else None
        before, overlay.current = overlay.current, None if selected else standing.current
        if selected is not None:
            self._text.caret.select(selected)
        elif standing.current is not None:
            self._text.caret.put(standing.current)
        if before != overlay.current:
            self._text.update_rows({s.block for s in (before, overlay.current) if s is not None})

    def has_suggestion(self) -> bool:
        """Whether a suggestion waits where the analyst stands."""
        current = self._standing.current
        return current is not None and bool(self._standing.places.suggestions_over(current))

    def _on_moved(self, by_analyst: bool) -> None:
        self.stand()
        current = self._standing.current
        if by_analyst and current is not None:
            self._sheet.reveal(current)
            if not self._granting.is_stepping:
                self.announced.emit(self._sentence_said(current))
            self._meet_point(self._pointed or current)
        self.moved.emit(current)

    def _sentence_said(self, current: Span) -> str:
        if self._standing.is_grey:
            return f"{self._words('source.say_furniture')} {self._text.page.text_of(current.block)}"
        speaker = Speaker(self._words, self._sheet.view, self._standing.places)
        return speaker.sentence(current, selected=self._standing.selection is not None)

    def _meet_point(self, span: Span) -> None:
        """Tells of the point that stands here, unless one of those has the focus already."""
        places = self._standing.places
        marks = places.marks_over(span) or places.marks_over(self._standing.sentence or span)
        points = [m.point for m in marks]
        if points and self._sheet.view.focused_point not in points:
            self.point_met.emit(points[0])

    def turn_page(self, direction: int) -> None:
        """Scrolls by a windowful and stands on a sentence there, or at the article's end."""
        bar, scrolling = self._text.verticalScrollBar(), self._text.scrolling
        before = bar.value()
        scrolling.turn_page(direction)
        span = scrolling.middle_span()
        if before == bar.value() or span is None:
            self._wishes.hear(Wish.LAST if direction > 0 else Wish.FIRST, 0)
        else:
            self._standing.go_to(span, by_analyst=True)

    def go_to(self, where: Span) -> None:
        """Stands on the sentence under a click."""
        before = self._standing.current
        self._pointed = where
        self._standing.go_to(where, by_analyst=True)
        if before == self._standing.current:
            self._meet_point(where)
        self._pointed = None

    def go_to_block(self, block: int) -> None:
        """Stands on the first sentence of a block."""
        self.go_to(Span(self._sheet.article.id, block, 0, 1))

    def find(self, text: str, *, backward: bool) -> bool:
        """Selects the next place that reads `text`, going round; whether there is one."""
        found = self._text.caret.find(text, backward=backward, after=self._standing.current)
        if found is not None:
            self._standing.select(found)
        return found is not None

    # While the mouse drags.

    def show_selecting(self, span: Span) -> None:
        """Shows what a drag would select."""
        self._sheet.overlay.current = None
        self._text.caret.select(span)

    def show_resizing(self, span: Span | None) -> None:
        """Outlines what a dragged highlight would be; None: it is not dragged any more."""
        before, self._sheet.overlay.resizing = self._sheet.overlay.resizing, span
        self._text.update_rows({s.block for s in (before, span) if s is not None})

    def resize(self, mark: Mark, span: Span) -> None:
        """Asks for the highlight as it was left."""
        if span != mark.span:
            self.resized.emit(mark.point, mark.span, span)
