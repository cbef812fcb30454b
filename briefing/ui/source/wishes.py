"""From a key or a press to what the pane asks for, and the step that follows when it was granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, SignalInstance

from briefing.ui.source.keys import Wish
from briefing.ui.source.speech import Speaker
from briefing.ui.source.standing import Standing
from briefing.ui.values import SourceView, Span, TagLook
from briefing.words import Words


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked of a span. The next view shows whether it was granted."""

    span: Span
    tag: str  # id of a tag
    before: int = 0  # how many marks of the tag were there already
    answered: bool = False  # a suggestion was accepted or dismissed, and no tag pressed
    accepted: bool = False


class Wishes(QObject):
    """Asks for tags, edits and answers to suggestions at the place where the analyst stands."""

    tag = Signal(object, int)
    tag_added = Signal(object, int)
    tag_by_id = Signal(object, str)
    edit = Signal(object)
    accept = Signal(object)
    dismiss = Signal(object)
    accept_all = Signal()
    second_quote = Signal(object)
    new_tag = Signal(object)
    restore = Signal(str, int)
    page = Signal(int)  # a windowful further or back
    announced = Signal(str)

    def __init__(self, standing: Standing, words: Words) -> None:
        super().__init__(standing)
        self._standing = standing
        self.words = words
        self.steps_after_tagging = True
        self.is_stepping = False  # while a granted wish moves on; what it says names the place too
        self._view = SourceView()
        self._asked: _Asked | None = None
        self._just_made: Span | None = None

    def hear(self, wish: Wish, digit: int) -> None:
        """Does what a key asks."""
        shapes = (
            Wish.EXTEND_END,
            Wish.SHRINK_END,
            Wish.SHRINK_START,
            Wish.EXTEND_START,
            Wish.ADD_SENTENCE,
        )
        if wish in shapes:
            self._standing.shape(wish)
        elif wish in (Wish.TAG, Wish.ADD_TAG):
            self.tag_with_digit(digit, add=wish is Wish.ADD_TAG)
        else:
            self._commands()[wish]()

    def _commands(self) -> dict[Wish, Callable[[], object]]:
        return {
            Wish.NEXT: lambda: self._standing.step(1),
            Wish.PREVIOUS: lambda: self._standing.step(-1),
            Wish.PAGE_DOWN: lambda: self.page.emit(1),
            Wish.PAGE_UP: lambda: self.page.emit(-1),
            Wish.FIRST: lambda: self._standing.step(-len(self._standing.places.sentences)),
            Wish.LAST: lambda: self._standing.step(len(self._standing.places.sentences)),
            Wish.NEXT_UNTAGGED: self.step_to_untagged,
            Wish.BACK: self._standing.back,
            Wish.ACCEPT_OR_EDIT: self.accept_or_edit,
            Wish.DISMISS: self.dismiss_here,
            Wish.EDIT: self.edit_here,
            Wish.SECOND_QUOTE: self.ask_second_quote,
            Wish.NEW_TAG: self.ask_new_tag,
            Wish.ACCEPT_ALL: self._accept_all,
        }

    @property
    def current(self) -> Span | None:
        """The selection or the sentence the wishes are about."""
        return self._standing.current

    def ask_second_quote(self) -> None:
        """Asks to add the selection to the focused point."""
        if self.current is not None:
            self.second_quote.emit(self.current)

    def ask_new_tag(self) -> None:
        """Asks for a new tag on the selection."""
        if self.current is not None:
            self.new_tag.emit(self.current)

    def step_to_untagged(self) -> None:
        """Moves to the next untagged sentence, or says that there is none."""
        before = self._standing.sentence
        self._standing.step_to_untagged()
        if (
            before is not None
            and before == self._standing.sentence
            and self._standing.places.marks_over(before)
        ):
            self.announced.emit(self.words("source.say_all_tagged"))

    # Tags.

    def tag_with_digit(self, digit: int, *, add: bool = False) -> None:
        """Asks for the tag of a digit; nothing happens where no tag has it."""
        look = next((t for t in self._view.tags if t.digit == digit), None)
        if look is not None:
            self.tag_with(look, add=add)

    def tag_with(self, look: TagLook, *, add: bool = False) -> None:
        """Asks for a tag on the selection or the sentence."""
        span = self._standing.current
        if span is None:
            return
        if self._standing.is_grey:
            self.announced.emit(self.words("source.say_furniture"))
            return
        self._asked = _Asked(span, look.id, self._count(span, look.id))
        if not look.digit:
            self.tag_by_id.emit(span, look.id)
        elif add:
            self.tag_added.emit(span, look.digit)
        else:
            self.tag.emit(span, look.digit)

    def _count(self, span: Span, tag: str) -> int:
        marks = self._standing.places.marks_over(span)
        return sum(1 for m in marks if self._view.tags[m.tag].id == tag)

    def edit_here(self) -> None:
        """Asks to edit the point of the sentence, or the point just made where the sentence has none."""
        span = self._standing.current
        if span is None:
            return
        places = self._standing.places
        made = self._just_made
        if not places.marks_over(span) and made is not None and places.marks_over(made):
            span = made
        self.edit.emit(span)

    # Suggestions.

    def accept_or_edit(self) -> None:
        """Accepts the suggestion here; without one, edits the point of the sentence. Restores a grey line."""
        grey = self._standing.sentence
        if self._standing.is_grey and grey is not None:
            self.restore.emit(grey.article, grey.block)
            return
        if not self._answer(self.accept, accepted=True):
            self.edit_here()

    def accept_here(self) -> None:
        """Accepts the suggestion here; without one, goes to the next."""
        if not self._answer(self.accept, accepted=True):
            self.go_to_suggestion()

    def dismiss_here(self) -> None:
        """Dismisses the suggestion here."""
        self._answer(self.dismiss, accepted=False)

    def go_to_suggestion(self) -> None:
        """Moves to the next suggestion."""
        following = self._standing.places.next_suggestion(self._standing.current)
        if following is not None:
            self._standing.go_to(following.span, by_analyst=True)

    def _answer(self, signal: SignalInstance, *, accepted: bool) -> bool:
        span = self._standing.current
        here = self._standing.places.suggestions_over(span) if span is not None else ()
        if not here:
            return False
        tag = self._view.tags[here[0].tag].id
        self._asked = _Asked(here[0].span, tag, answered=True, accepted=accepted)
        signal.emit(here[0].span)
        return True

    def _accept_all(self) -> None:
        if self._standing.places.suggestions:
            self.accept_all.emit()

    # What the next view says.

    def answered(self, view: SourceView) -> None:
        """Takes a new view, and steps on if it grants what was asked for."""
        self._view = view
        asked, self._asked = self._asked, None
        if asked is None:
            return
        if asked.answered:
            self._after_answer(asked)
        else:
            self._after_tag(asked)

    def _after_tag(self, asked: _Asked) -> None:
        count = self._count(asked.span, asked.tag)
        name = next((t.name for t in self._view.tags if t.id == asked.tag), "")
        if count == asked.before:
            return
        if count < asked.before:
            self.announced.emit(self.words("source.say_untagged"))
            return
        self._just_made = asked.span
        self.is_stepping = self.steps_after_tagging
        if self.steps_after_tagging:
            self._standing.step_to_untagged()
        self.is_stepping = False
        self._say(self.words("source.say_tagged", tag=name))

    def _after_answer(self, asked: _Asked) -> None:
        places = self._standing.places
        if any(s.span == asked.span for s in places.suggestions_over(asked.span)):
            return
        key = "source.say_accepted" if asked.accepted else "source.say_dismissed"
        name = next((t.name for t in self._view.tags if t.id == asked.tag), "")
        if asked.accepted:
            self._just_made = asked.span
        current = self._standing.current
        here = places.suggestions_over(current) if current is not None else ()
        self.is_stepping = self.steps_after_tagging and not here
        if self.is_stepping:
            self.go_to_suggestion()
        self.is_stepping = False
        self._say(self.words(key, tag=name))

    def _say(self, what: str) -> None:
        """Says what was done and where the analyst now stands: "Tagged Agreements. Sentence 6."."""
        sentence = self._standing.sentence
        if sentence is None:
            return
        speaker = Speaker(self.words, self._view, self._standing.places)
        self.announced.emit(f"{what} {speaker.position(sentence)}")
