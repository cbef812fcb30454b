"""From a key or a press to what the pane asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefing.ui.source.answering import Answering
from briefing.ui.source.granting import Asked, Granting
from briefing.ui.source.keys import Wish
from briefing.ui.source.shaping import SHAPES
from briefing.ui.source.standing import Standing
from briefing.ui.values import Span, TagLook


class Wishes(QObject):
    """Asks for tags, edits and answers to suggestions at the place where the analyst stands."""

    tag = Signal(object, int)
    tag_added = Signal(object, int)
    tag_by_id = Signal(object, str)
    edit = Signal(object)
    second_quote = Signal(object)
    new_tag = Signal(object)
    page = Signal(int)  # a windowful further or back
    announced = Signal(str)

    def __init__(self, standing: Standing, granting: Granting, answering: Answering) -> None:
        super().__init__(standing)
        self._standing, self._granting, self._answering = standing, granting, answering

    def hear(self, wish: Wish, digit: int) -> None:
        """Does what a key asks."""
        if wish in SHAPES:
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
            Wish.DISMISS: self._dismiss_or_drop,
            Wish.EDIT: self.edit_here,
            Wish.SECOND_QUOTE: self.ask_second_quote,
            Wish.NEW_TAG: self.ask_new_tag,
            Wish.ACCEPT_ALL: self._answering.accept_all_suggestions,
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
            self.announced.emit(self._granting.words("source.say_all_tagged"))

    # Tags.

    def tag_with_digit(self, digit: int, *, add: bool = False) -> None:
        """Asks for the tag of a digit; nothing happens where no tag has it."""
        look = next((t for t in self._granting.view.tags if t.digit == digit), None)
        if look is not None:
            self.tag_with(look, add=add)

    def tag_with(self, look: TagLook, *, add: bool = False) -> None:
        """Asks for a tag on the selection or the sentence."""
        span = self._standing.current
        if span is None:
            return
        if self._standing.is_grey:
            self.announced.emit(self._granting.words("source.say_furniture"))
            return
        self._granting.asked = Asked(span, look.id, self._granting.count(span, look.id))
        if not look.digit:
            self.tag_by_id.emit(span, look.id)
        elif add:
            self.tag_added.emit(span, look.digit)
        else:
            self.tag.emit(span, look.digit)

    def edit_here(self) -> None:
        """Asks to edit the point of the sentence, or the point just made where the sentence has none."""
        span = self._standing.current
        if span is None:
            return
        places = self._standing.places
        made = self._granting.just_made
        if not places.marks_over(span) and made is not None and places.marks_over(made):
            span = made
        self.edit.emit(span)

    # Answers.

    def accept_or_edit(self) -> None:
        """Restores a grey line, accepts the suggestion, keeps a doubtful paragraph; else edits the point."""
        answering = self._answering
        if not (answering.restore_here() or answering.accept_suggestion() or answering.keep_here()):
            self.edit_here()

    def _dismiss_or_drop(self) -> None:
        """Dismisses the suggestion here; without one, sets a doubtful paragraph aside."""
        if not self._answering.dismiss_suggestion():
            self._answering.drop_here()

    def accept_here(self) -> None:
        """Accepts the suggestion here; without one, goes to the next."""
        if not self._answering.accept_suggestion():
            self._granting.go_to_suggestion()

    def go_to_suggestion(self) -> None:
        """Moves to the next suggestion."""
        self._granting.go_to_suggestion()
