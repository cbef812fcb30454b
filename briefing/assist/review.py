"""Looking over a note: what was left out, and where two articles do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.assist.check import check_point
from briefing.assist.cues import cue_groups
from briefing.assist.dates import find_dates
from briefing.assist.days import published_day
from briefing.assist.features import SentenceIn
from briefing.assist.quantities import quantities
from briefing.assist.scripts import language_of
from briefing.assist.stems import stems

_WEIGHTS = {"agreement": 3, "future_date": 2, "figure": 1}
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
    if quantities(text, language, [(d.start, d.end) for d in dates]):
        yield "figure"
    day = published_day(published, language)
    if day is not None and any(
        d.value and d.value.split("/")[-1] > day.isoformat()[: len(d.value)] for d in dates
    ):
        yield "future_date"


def disagreements(
    articles: Sequence[Sequence[str]], languages: Sequence[str], published: Sequence[str]
) -> tuple[Disagreement, ...]:
    """Where two articles tell the same event with another number, date, name, title or place."""
    found: list[Disagreement] = []
    for one in range(len(articles)):
        for other in range(one + 1, len(articles)):
            if languages[one][:2] == languages[other][:2]:
                found += _between(articles, one, other, languages[one][:2], published)
    return tuple(found)


def _between(
    articles: Sequence[Sequence[str]], one: int, other: int, language: str, published: Sequence[str]
) -> Iterator[Disagreement]:
    words = {i: [frozenset(stems(s, language)) for s in articles[i]] for i in (one, other)}
    for i, sentence in enumerate(articles[one]):
        twin = max(
            range(len(articles[other])), key=lambda k: _likeness(words[one][i], words[other][k]), default=None
        )
        if twin is None or _likeness(words[one][i], words[other][twin]) < _ALIKE:
            continue
        for found in check_point(sentence, [articles[other][twin]], language, language, published[other]):
            if found.kind in ("number", "unit", "date", "name", "title", "place") and found.evidence:
                yield Disagreement(found.kind, (one, i), (other, twin), (found.wording, found.evidence))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / len(one | other) if shared >= _LEAST_SHARED else 0.0
