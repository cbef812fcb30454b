"""Where the analyst stands: the current sentence and, sometimes, a selection; and how keys move both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from heapq import merge

from PySide6.QtCore import QObject, Signal

from briefing.ui.source.keys import Wish
from briefing.ui.source.places import Places, place_of
from briefing.ui.source.shaping import shaped
from briefing.ui.values import SourceView, Span

_NEAR_SENTENCES = 12  # how far captions and headings can reach at the head of an article


class Standing(QObject):
    """The current sentence and the selection.

    `text_of` gives the text of a block, `is_running` whether it is running text, neither caption nor heading.
    """

    moved = Signal(bool)  # whether the analyst did it

    def __init__(
        self, text_of: Callable[[int], str], is_running: Callable[[int], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._is_running = is_running
        self._text_of = text_of
        self.places = Places(SourceView())
        self.sentence: Span | None = None  # or a grey line, while page furniture is shown
        self.selection: Span | None = None
        self.is_by_hand = True  # whether the analyst made the selection; else it is a point's quote
        self._is_new = True  # the analyst has not moved in this article yet
        self._grey: tuple[Span, ...] = ()
        self.stops: tuple[Span, ...] = ()  # the sentences, and the grey lines in view, by place

    @property
    def current(self) -> Span | None:
        """The selection if there is one, else the current sentence."""
        return self.selection or self.sentence

    def set_places(self, places: Places, *, same_text: bool) -> None:
        """Stands at the same place among other marks, or in a changed article."""
        self.places = places
        self._find_stops()
        if self._is_new and places.suggestions and not places.marks:
            self.sentence = places.suggestions[0].span
        elif same_text and self.sentence is not None:
            return
        kept = self.sentence
        self.selection = None
        index = places.nearest_index(kept) if kept is not None else _first(places, self._is_running)
        self.sentence = None if index is None else places.sentences[index]

    def _find_stops(self) -> None:
        if not self._grey:
            self.stops = self.places.sentences
        else:
            self.stops = tuple(merge(self.places.sentences, self._grey, key=place_of))

    @property
    def is_grey(self) -> bool:
        """Whether the analyst stands on a line of page furniture."""
        return self.selection is None and self.sentence in self._grey

    def set_grey(self, lines: tuple[Span, ...]) -> None:
        """Lets keys reach these lines of page furniture, the ones in view; leaves one that is gone."""
        self._grey = lines
        self._find_stops()
        if self.sentence is not None and self.selection is None and self.places.is_sentence(self.sentence):
            return
        if self.sentence is not None and self.sentence not in lines:
            self.go_to(self.sentence, by_analyst=False)

    def stand_on(self, span: Span, *, by_analyst: bool) -> None:
        """Makes the sentence at the start of `span` current; selects `span` if it is another stretch."""
        index = self.places.nearest_index(span)
        sentence = span if index is None else self.places.sentences[index]
        self._move(sentence, None if span == sentence else span, by_analyst=by_analyst, by_hand=by_analyst)

    def go_to(self, span: Span, *, by_analyst: bool) -> None:
        """Makes the sentence at `span` the current one, without a selection."""
        index = self.places.nearest_index(span)
        if index is not None:
            self._move(self.places.sentences[index], None, by_analyst=by_analyst)

    def step(self, direction: int) -> None:
        """Moves to the next sentence (+1) or the previous one (-1), or to a grey line in view."""
        current, stops = self.current, self.stops
        if current is None or not stops:
            return
        here = bisect_right(stops, (current.block, current.start), key=place_of) - 1
        if here < 0 or stops[here].block != current.block:
            here += 1 if direction < 0 else 0  # it stands between two stops
        self._move(stops[min(max(here + direction, 0), len(stops) - 1)], None, by_analyst=True)

    def step_to_untagged(self) -> None:
        """Moves to the next sentence without a tag; stays where all are tagged."""
        here = self.places.nearest_index(self.current) if self.current is not None else None
        index = self.places.next_untagged(here) if here is not None else None
        if index is not None:
            self._move(self.places.sentences[index], None, by_analyst=True)

    def shape(self, wish: Wish) -> None:
        """Changes the selection as a key asks; begins with the current sentence."""
        span = self.current
        if span is None:
            return
        sentences = self.places.sentences_in(span.block)
        start, end = shaped(wish, self._text_of(span.block), span, sentences)
        if start < end:
            self.select(Span(span.article, span.block, start, end))

    def back(self) -> bool:
        """Gives the selection up; False where there was none."""
        had = self.selection is not None
        if had:
            self._move(self.sentence, None, by_analyst=True)
        return had

    def select(self, span: Span) -> None:
        """Selects a stretch; its first sentence becomes the current one."""
        index = self.places.sentence_index(span)
        sentence = self.sentence if index is None else self.places.sentences[index]
        self._move(sentence, None if span == sentence else span, by_analyst=True)

    def forget(self) -> None:
        """Stands nowhere, as before any article was shown."""
        self.sentence = self.selection = None
        self._is_new = True

    def _move(
        self, sentence: Span | None, selection: Span | None, *, by_analyst: bool, by_hand: bool = True
    ) -> None:
        if (sentence, selection, by_hand) == (self.sentence, self.selection, self.is_by_hand):
            return
        self._is_new = False
        self.sentence, self.selection, self.is_by_hand = sentence, selection, by_hand
        self.moved.emit(by_analyst)


def _first(places: Places, is_running: Callable[[int], bool]) -> int | None:
    """The first sentence of the running text, behind captions and headings; else the first of all."""
    sentences = places.sentences
    running = (i for i, s in enumerate(sentences[:_NEAR_SENTENCES]) if is_running(s.block))
    return next(running, 0 if sentences else None)
