"""What waits for the analyst's yes or no: suggestions, doubtful paragraphs, lines of page furniture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from briefing.model.article import Article, Status
from briefing.ui.source.granting import Asked, Granting
from briefing.ui.source.places import runs
from briefing.ui.source.standing import Standing
from briefing.ui.values import Span

Blocks = tuple[int, ...]


class Answering(QObject):
    """Asks for the answers at the place where the analyst stands. `article` gives the one in view."""

    accept = Signal(object)  # Span
    dismiss = Signal(object)  # Span
    accept_all = Signal()
    keep = Signal(str, object)  # an article's id, numbers of blocks: they belong to it
    drop = Signal(str, object)  # an article's id, numbers of blocks: set aside as page furniture

    def __init__(self, standing: Standing, granting: Granting, article: Callable[[], Article]) -> None:
        super().__init__(standing)
        self._standing, self._granting, self._article = standing, granting, article

    # Suggestions.

    def accept_suggestion(self) -> bool:
        """Accepts the suggestion here; False where there is none."""
        return self._answer(self.accept, accepted=True)

    def dismiss_suggestion(self) -> bool:
        """Dismisses the suggestion here; False where there is none."""
        return self._answer(self.dismiss, accepted=False)

    def accept_all_suggestions(self) -> None:
        """Accepts every suggestion, if there is one."""
        if self._standing.places.suggestions:
            self.accept_all.emit()

    def _answer(self, signal: SignalInstance, *, accepted: bool) -> bool:
        span = self._standing.current
        here = self._standing.places.suggestions_over(span) if span is not None else ()
        if not here:
            return False
        tag = self._granting.view.tags[here[0].tag].id
        self._granting.asked = Asked(here[0].span, tag, answered=True, accepted=accepted)
        signal.emit(here[0].span)
        return True

    # Lines of the page.

    def keep_blocks(self, *blocks: int) -> None:
        """Asks to take lines for the article's."""
        self._decide(self.keep, "source.say_kept", blocks)

    def drop_blocks(self, *blocks: int) -> None:
        """Asks to set lines aside as page furniture, where they can be restored."""
        self._decide(self.drop, "source.say_dropped", blocks)

    def _decide(self, signal: SignalInstance, said: str, blocks: Blocks) -> None:
        if blocks:
            signal.emit(self._article().id, blocks)
            self._granting.announced.emit(self._granting.words(said, count=len(blocks)))

    def keep_run(self, first: int) -> None:
        """Takes all lines of a run of doubtful ones for the article's."""
        self.keep_blocks(*self._run(first))

    def drop_run(self, first: int) -> None:
        """Sets all lines of a run of doubtful ones aside."""
        self.drop_blocks(*self._run(first))

    def _run(self, first: int) -> Blocks:
        return next((run for run in runs(self._article(), Status.DOUBTFUL) if first in run), ())

    def restore_here(self) -> bool:
        """Restores the grey line here; False on any other."""
        line = self._standing.sentence
        if not self._standing.is_grey or line is None:
            return False
        self.keep_blocks(line.block)
        return True

    def keep_here(self) -> bool:
        """Takes the doubtful paragraph here for the article's; False where it is none, or has a point."""
        here = self._doubtful_here()
        if here is None or self._standing.places.marks_over(here):
            return False
        self.keep_blocks(here.block)
        return True

    def drop_here(self) -> bool:
        """Sets the doubtful paragraph here aside; False where it is none."""
        here = self._doubtful_here()
        if here is not None:
            self.drop_blocks(here.block)
        return here is not None

    def _doubtful_here(self) -> Span | None:
        span, blocks = self._standing.current, self._article().blocks
        if span is None or span.block >= len(blocks):
            return None
        return span if blocks[span.block].status is Status.DOUBTFUL else None
