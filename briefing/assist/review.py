"""Looking over a note: what was left out, and where two articles do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from briefing.assist.check import check_point
from briefing.assist.cues import cue_groups
from briefing.assist.dates import find_dates
from briefing.assist.days import published_day
from briefing.assist.features import SentenceIn
from briefing.assist.quantities import Quantity, quantities
from briefing.assist.scripts import language_of
from briefing.assist.stems import stems

_WEIGHTS = {"agreement": 3, "future_date": 2, "figure": 1}
_PASSING = ("minute", "hour", "day", "week", "month", "year", "ordinal")
_HEADS, _FEW = ("", "country", "person"), 10
_QUARTER = 4  # the list is never longer than a quarter of the article
_ALIKE = 0.35  # share of content words in common from which two sentences may tell of the same event
_LEAST_SHARED = 4


class LeftOut(Struct, frozen=True):
    """An untagged sentence that may matter: its index, and why (agreement, figure, future_date)."""

    index: int
    reasons: tuple[str, ...]


class Disagreement(Struct, frozen=True):
    """The same event told with another number, name or date: (article, sentence) twice, and the words."""

    kind: str
    first: tuple[int, int]
    second: tuple[int, int]
    words: tuple[str, str]


def left_out(
    sentences: Sequence[SentenceIn], tagged: Sequence[bool], language: str = "", published: str = ""
) -> tuple[LeftOut, ...]:
    """Untagged sentences that carry an agreement verb, a figure or a future date: at most a quarter of all."""
    spoken = language[:2].lower() or language_of(" ".join(s.text for s in sentences))
    found = [
        LeftOut(index, reasons)
        for index, (sentence, done) in enumerate(zip(sentences, tagged, strict=True))
        if not done and sentence.kind in ("paragraph", "list_item", "quote")
        if (reasons := tuple(_reasons(sentence.text, spoken, published)))
    ]
    ranked = sorted(found, key=lambda f: -sum(_WEIGHTS[r] for r in f.reasons))[: len(sentences) // _QUARTER]
    return tuple(sorted(ranked, key=lambda f: f.index))


def _reasons(text: str, language: str, published: str) -> Iterator[str]:
    groups = dict(cue_groups(language))
    if "filter" in groups and groups["filter"].search(text):
        return
    if "act" in groups and groups["act"].search(text):
        yield "agreement"
    dates = find_dates(text, language, published)
    if any(map(_tells, quantities(text, language, [(d.start, d.end) for d in dates]))):
        yield "figure"
    day = published_day(published, language)
    if day is not None and any(
        d.value and d.value.split("/")[-1] > day.isoformat()[: len(d.value)] for d in dates
    ):
        yield "future_date"


def _tells(figure: Quantity) -> bool:
    """Whether a figure may matter: not how long they sat, the which time it was, or "the two countries"."""
    few = figure.value < _FEW and (figure.counts_things or figure.unit in _HEADS)
    return not few and figure.unit not in _PASSING


def disagreements(
    articles: Sequence[Sequence[str]], languages: Sequence[str], published: Sequence[str]
) -> tuple[Disagreement, ...]:
    """Where two articles tell the same event with another number, date, name, title or place."""
    told = [_Told(sentences, language[:2]) for sentences, language in zip(articles, languages, strict=True)]
    found: list[Disagreement] = []
    for one in range(len(articles)):
        for other in range(one + 1, len(articles)):
            if languages[one][:2] == languages[other][:2]:
                found += _between(told, one, other, published[other])
    return tuple(found)


class _Told:
    """The sentences of one article, and which of them hold a word."""

    def __init__(self, sentences: Sequence[str], language: str) -> None:
        self.sentences, self.language = sentences, language
        self.words = [frozenset(stems(s, language)) for s in sentences]
        self._holding: dict[str, list[int]] = {}
        for index, words in enumerate(self.words):
            for word in words:
                self._holding.setdefault(word, []).append(index)

    def twin(self, words: frozenset[str]) -> int | None:
        """The sentence that is most like one of those words, the first of such; None where none is like it."""
        shared = Counter(chain.from_iterable(self._holding.get(word, ()) for word in words))
        alike = {
            index: count / (len(words) + len(self.words[index]) - count)
            for index, count in shared.items()
            if count >= _LEAST_SHARED
        }
        likest = max(alike.values(), default=0.0)
        return min(i for i, like in alike.items() if like == likest) if likest >= _ALIKE else None


def _between(told: Sequence[_Told], one: int, other: int, published: str) -> Iterator[Disagreement]:
    language, theirs = told[one].language, told[other]
    for i, (sentence, words) in enumerate(zip(told[one].sentences, told[one].words, strict=True)):
        twin = theirs.twin(words)
        if twin is None:
            continue
        for found in check_point(sentence, [theirs.sentences[twin]], language, language, published):
            if found.kind in ("number", "unit", "date", "name", "title", "place") and found.evidence:
                yield Disagreement(found.kind, (one, i), (other, twin), (found.wording, found.evidence))
