"""What the source pane says: its header, its own lines, and each sentence for a screen reader. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefing.model.article import Article, Status, day_of, paragraph_number
from briefing.provenance import loss_said
from briefing.ui.source.places import Places
from briefing.ui.source.rows import Captions
from briefing.ui.values import SourceView, Span
from briefing.words import Words

SEPARATOR = "  ·  "
PORTION = 200  # paragraphs counted before somebody may be waiting


def site_of(article: Article) -> str:
    """Where the article is from: the host of its address, else its publisher, else its headline."""
    host = urlsplit(article.url).hostname or "" if "://" in article.url else ""
    return host.removeprefix("www.") or article.publisher or article.headline


def counting(article: Article, words: Words) -> Iterator[str]:
    """How long the article is: in words, or in characters for a Korean, Chinese or Japanese one.

    Counted in portions: an empty text after each, at last the length.
    """
    by_character = article.language[:2] in ("ko", "ja", "zh")
    paragraphs, count = article.paragraphs, 0
    for start in range(0, len(paragraphs), PORTION):
        portion = paragraphs[start : start + PORTION]
        count += sum(len(p) if by_character else len(p.split()) for p in portion)
        yield ""
    yield words("source.characters" if by_character else "source.words", count=count)


def captions_of(article: Article, words: Words) -> Captions:
    """The pane's own lines for an article."""
    parts = (article.publisher, _byline(article, words), _day(article, words))
    return Captions(
        meta=SEPARATOR.join(part for part in parts if part),
        hidden=_many(words, "source.hidden"),
        hidden_one=words("source.hidden", count=1),
        shown=_many(words, "source.shown"),
        shown_one=words("source.shown", count=1),
        doubt=_many(words, "source.doubt"),
        doubt_one=words("source.doubt", count=1),
        losses=tuple(loss_said(loss, words) for loss in article.losses),
    )


def _many(words: Words, key: str) -> str:
    return words(f"{key}.other", count="{count}")


def _byline(article: Article, words: Words) -> str:
    return words("source.list_comma").join(article.byline) or article.agency


def _day(article: Article, words: Words) -> str:
    day = day_of(article.published)
    if day is None:
        return article.published
    month = words(f"source.month_{day.month}")
    return words("source.date", day=str(day.day), month=month, year=str(day.year))


def is_latin(article: Article) -> bool:
    """Whether the article is set in Latin script, which has italics."""
    sample = article.headline + "".join(b.text[:200] for b in article.blocks[:8])
    letters = [c for c in sample if c.isalpha()]
    return sum(1 for c in letters if c < "\u0250") * 2 >= len(letters)


class Speaker:
    """Says sentences of one view in one language."""

    def __init__(self, words: Words, view: SourceView, places: Places) -> None:
        self._words, self._view, self._places = words, view, places
        self._article = next((a for a in view.articles if a.id == view.shown), None)

    def sentence(self, span: Span, *, selected: bool = False) -> str:
        """A sentence with its number, its tags, its text and its warnings, in that order."""
        if self._article is None:
            return ""
        block = self._article.blocks[span.block]
        text = _stopped(block.text[span.start : span.end])
        doubt = self._words("source.say_doubtful") if block.status is Status.DOUBTFUL else ""
        where = self._where(span, selected=selected)
        parts = [where, doubt, self._tags(span), text, *self._warnings(span)]
        return " ".join(part for part in parts if part)

    def position(self, span: Span) -> str:
        """The number of a sentence: "Sentence 6."."""
        return self._words("source.say_short", number=self._number(span))

    def _number(self, span: Span) -> int:
        index = self._places.nearest_index(span)
        return 0 if index is None else index + 1

    def _where(self, span: Span, *, selected: bool) -> str:
        if selected or self._article is None:
            return self._words("source.say_selected")
        return self._words(
            "source.say_sentence",
            number=self._number(span),
            total=len(self._places.sentences),
            paragraph=paragraph_number(self._article, span.block),
        )

    def _tags(self, span: Span) -> str:
        said: list[str] = []
        marks = self._places.marks_over(span)
        tags = {m.tag: m for m in reversed(marks)}
        if len(tags) == 1:
            mark, number = marks[0], self._view.number_of(marks[0].point)
            key = "source.say_point" if number else "source.say_tag"
            said.append(self._words(key, tag=self._view.tags[mark.tag].name, number=number))
        elif tags:
            names = [self._view.tags[tag].name for tag in sorted(tags)]
            both = self._words("source.say_and", first=", ".join(names[:-1]), last=names[-1])
            said.append(self._words("source.say_tag", tag=both, number=0))
        said += [
            self._words("source.say_suggested", tag=self._view.tags[s.tag].name)
            for s in self._places.suggestions_over(span)
        ]
        return " ".join(said)

    def _warnings(self, span: Span) -> list[str]:
        warned = [m for m in self._places.marks_over(span) if m.warning]
        general = self._words("source.say_check")
        return [self._words("source.say_warning", what=_stopped(m.warning_sentence or general)) for m in warned]


def _stopped(text: str) -> str:
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…。”’\"'" else f"{text}."
