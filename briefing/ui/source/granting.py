"""What was asked for and is not answered yet: the next view grants it or not, and the analyst steps on."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from briefing.ui.source.speech import Speaker
from briefing.ui.source.standing import Standing
from briefing.ui.values import SourceView, Span
from briefing.words import Words


class Asked(Struct, frozen=True):
    """What was asked of a span. The next view shows whether it was granted."""

    span: Span
    tag: str  # id of a tag
    before: int = 0  # how many marks of the tag were there already
    answered: bool = False  # a suggestion was accepted or dismissed, and no tag pressed
    accepted: bool = False


class Granting(QObject):
    """Waits for the view that answers a wish; then says what was done, and steps on."""

    announced = Signal(str)

    def __init__(self, standing: Standing, words: Words) -> None:
        super().__init__(standing)
        self._standing = standing
        self.words = words
        self.steps_after_tagging = True
        self.is_stepping = False  # while a granted wish moves on; what it says names the place too
        self.view = SourceView()
        self.asked: Asked | None = None
        self.just_made: Span | None = None

    def count(self, span: Span, tag: str) -> int:
        """How many marks of a tag lie over a span."""
        marks = self._standing.places.marks_over(span)
        return sum(1 for m in marks if self.view.tags[m.tag].id == tag)

    def answered(self, view: SourceView) -> None:
        """Takes a new view, and steps on if it grants what was asked for."""
        self.view = view
        asked, self.asked = self.asked, None
        if asked is None:
            return
        if asked.answered:
            self._after_answer(asked)
        else:
            self._after_tag(asked)

    def _name_of(self, tag: str) -> str:
        return next((t.name for t in self.view.tags if t.id == tag), "")

    def _after_tag(self, asked: Asked) -> None:
        count = self.count(asked.span, asked.tag)
        if count == asked.before:
            return
        if count < asked.before:
            self.announced.emit(self.words("source.say_untagged"))
            return
        self.just_made = asked.span
        self.is_stepping = self.steps_after_tagging
        if self.steps_after_tagging:
            self._standing.step_to_untagged()
        self.is_stepping = False
        self._say(self.words("source.say_tagged", tag=self._name_of(asked.tag)))

    def _after_answer(self, asked: Asked) -> None:
        places = self._standing.places
        if any(s.span == asked.span for s in places.suggestions_over(asked.span)):
            return
        if asked.accepted:
            self.just_made = asked.span
        current = self._standing.current
        here = places.suggestions_over(current) if current is not None else ()
        self.is_stepping = self.steps_after_tagging and not here
        if self.is_stepping:
            self.go_to_suggestion()
        self.is_stepping = False
        key = "source.say_accepted" if asked.accepted else "source.say_dismissed"
        self._say(self.words(key, tag=self._name_of(asked.tag)))

    def go_to_suggestion(self) -> None:
        """Moves to the next suggestion."""
        following = self._standing.places.next_suggestion(self._standing.current)
        if following is not None:
            self._standing.go_to(following.span, by_analyst=True)

    def _say(self, what: str) -> None:
        """Says what was done and where the analyst now stands: "Tagged Agreements. Sentence 6."."""
        sentence = self._standing.sentence
        if sentence is None:
            return
        speaker = Speaker(self.words, self.view, self._standing.places)
        self.announced.emit(f"{what} {speaker.position(sentence)}")
