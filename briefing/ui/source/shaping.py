"""What a key makes of a stretch: its end or its start moved by a word, the next sentence added. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.ui.source import selecting
from briefing.ui.source.keys import Wish
from briefing.ui.values import Span

SHAPES = frozenset((Wish.EXTEND_END, Wish.SHRINK_END, Wish.SHRINK_START, Wish.EXTEND_START, Wish.ADD_SENTENCE))


def shaped(wish: Wish, text: str, span: Span, sentences: Sequence[Span]) -> tuple[int, int]:
    """Where the stretch begins and ends after `wish`; `text` and `sentences` are its block's."""
    start, end = span.start, span.end
    if wish is Wish.EXTEND_END:
        end = selecting.word_end_after(text, end)
        for sentence in sentences:
            end = selecting.with_stop(text, end, sentence.end)
    elif wish is Wish.SHRINK_END:
        end = selecting.word_end_before(text, end)
    elif wish is Wish.SHRINK_START:
        start = selecting.word_start_after(text, start)
    elif wish is Wish.EXTEND_START:
        start = selecting.word_start_before(text, start)
    elif wish is Wish.ADD_SENTENCE:
        end = next((s.end for s in sentences if s.end > end), end)
    return start, end
