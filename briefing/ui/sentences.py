"""The sentences of the articles of a note, found once for each article value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from briefing.model.article import Article, Kind
from briefing.ui.values import Span

_place = attrgetter("block", "start")
_WHOLE = (Kind.HEADING, Kind.CAPTION)


class SentenceIndex:
    """Sentences by article; keeps those of the articles asked for last, and only those."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Article, tuple[Span, ...]]] = {}

    def of(self, article: Article) -> tuple[Span, ...]:
        """The sentences of the article's body, in order. Headings and captions are one each."""
        known = self._known.get(article.id)
        if known is None or known[0].blocks is not article.blocks:
            known = (article, _sentences(article))
            self._known[article.id] = known
        return known[1]

    def forget_all_but(self, ids: frozenset[str]) -> None:
        """Lets go of articles that are no longer in the note."""
        for gone in set(self._known) - ids:
            del self._known[gone]


def place_in(sentences: Sequence[Span], span: Span) -> int | None:
    """Which of an article's sentences `span` is; None if it is none of them."""
    at = bisect_left(sentences, _place(span), key=_place)
    return at if at < len(sentences) and sentences[at] == span else None


def _sentences(article: Article) -> tuple[Span, ...]:
    from briefing.assist.sentences import sentence_spans  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    spans: list[Span] = []
    for index, block in enumerate(article.blocks):
        if not article.in_body(index) or not block.text.strip():
            continue
        if block.kind in _WHOLE:
            spans.append(Span(article.id, index, 0, len(block.text)))
            continue
        found = sentence_spans(block.text, article.language)
        spans.extend(Span(article.id, index, start, end) for start, end in found)
    return tuple(spans)
