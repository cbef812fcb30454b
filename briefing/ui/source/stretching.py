"""The stretch that a drag takes, from where it began to the pointer: by words or letters, snapped at last."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from briefing.ui.source import selecting
from briefing.ui.source.standing import Standing
from briefing.ui.source.text import ArticleText
from briefing.ui.source.under import Handle, Press
from briefing.ui.values import Span


class Stretching:
    """Finds the stretch between a press and the pointer. `letters`: by letter, and not by word."""

    def __init__(self, text: ArticleText, standing: Standing) -> None:
        self._text, self._standing = text, standing
        self.pointer = QPointF()
        self.letters = False

    def selected(self, press: Press) -> Span | None:
        """What a drag over the text selects; None for nothing."""
        text = self._text.page.text_of(press.block)
        start, end = sorted((press.edge, self._edge_here(press, press.block)))
        if not self.letters:
            start, end = selecting.by_words(text, start, end)
        start, end = selecting.whole(text, start, end)
        return Span(self._text.page.article.id, press.block, start, end) if start < end else None

    def resized(self, press: Press) -> Span | None:
        """What the highlight whose end is dragged would be."""
        handle = press.handle
        if handle is None:
            return None
        span = handle.mark.span
        start, end = self._ends(handle, self._edge_here(press, span.block))
        if start >= end:
            return span
        return Span(span.article, span.block, *selecting.whole(self._text.page.text_of(span.block), start, end))

    def _ends(self, handle: Handle, edge: int) -> tuple[int, int]:
        span = handle.mark.span
        text = self._text.page.text_of(span.block)
        if handle.at_start:
            by_letter = self.letters or edge >= len(text)
            return (edge if by_letter else selecting.word_at(text, edge)[0]), span.end
        return span.start, edge if self.letters or edge <= 0 else selecting.word_at(text, edge - 1)[1]

    def _edge_here(self, press: Press, block: int) -> int:
        """The character boundary of `block` nearest to the pointer, held within the block."""
        spot = self._text.where.spot_at(self.pointer)
        text = self._text.page.text_of(block)
        if spot is None:
            return 0 if self.pointer.y() <= press.point.y() else len(text)
        row = self._text.row_of(spot.row)
        if row.is_article and row.block == block:
            return self._text.where.edge_at(self.pointer, spot.row) or row.start
        return 0 if spot.row < press.row else len(text)

    def finished(self, stretch: Span | None) -> Span | None:
        """The selection that is left of a stretch on release: snapped to sentences and trimmed."""
        if stretch is None:
            return None
        text = self._text.page.text_of(stretch.block)
        start, end = selecting.trimmed(text, *self._snapped(stretch))
        if start >= end:
            return None
        return Span(stretch.article, stretch.block, *selecting.whole(text, start, end))

    def finished_resizing(self, handle: Handle, stretch: Span) -> Span:
        """The highlight on release, its dragged end snapped to a sentence's."""
        start, end = self._snapped(stretch)
        kept = handle.mark.span
        start, end = (start, kept.end) if handle.at_start else (kept.start, end)
        return Span(kept.article, kept.block, start, end)

    def _snapped(self, stretch: Span) -> tuple[int, int]:
        edges = [(s.start, s.end) for s in self._standing.places.sentences_in(stretch.block)]
        return selecting.snapped((stretch.start, stretch.end), edges)
