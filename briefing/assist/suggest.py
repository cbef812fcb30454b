"""Which tag each sentence most likely carries: every class is scored, the best is named with its reason."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from msgspec import Struct

from briefing import resources
from briefing.assist.features import Seen, SentenceIn, look
from briefing.assist.scripts import language_of

__all__ = ["CAUTION", "LABELS", "MIN_CONFIDENCE", "SentenceIn", "Suggestion", "suggest"]

LABELS = ("meeting", "agreement", "background", "next_step", "other")
# Tags that carry what the labels mean, by the usual ids of templates.
TAGS_OF: Mapping[str, tuple[str, ...]] = {
    "meeting": ("meeting",),
    "agreement": ("agreements", "agreement"),
    "background": ("background",),
    "next_step": ("next_steps", "next_step"),
}
MIN_CONFIDENCE = 0.50  # below it the window shows nothing
# On our own texts the scores are right as they come; other texts are further off, so sureness is spread.
CAUTION = 2.0
_ASIDE = ("caption", "heading", "table")
_REASONS = 3  # as many words as fit the suggestion bar
_NO_REASON = ("form-", "of-")  # cue groups of a sentence's make: they speak, but say nothing to a reader


class Suggestion(Struct, frozen=True):
    """A tag for a sentence: how sure, which comes second, and the words that spoke for it."""

    label: str
    confidence: float
    second: str
    reason: tuple[str, ...]


class Model(Struct, frozen=True):
    """Weights learned on other texts: per feature one number for each label."""

    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    caution: float = CAUTION

    def scores(self, features: Mapping[str, float]) -> tuple[float, ...]:
        """The probability of each label."""
        sums = list(self.bias)
        for name, value in features.items():
            for index, weight in enumerate(self.weights.get(name, ())):
                sums[index] += weight * value
        top = max(sums)
        shares = [math.exp((s - top) / self.caution) for s in sums]
        return tuple(share / sum(shares) for share in shares)


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model that ships with the program."""
    stored = cast("dict[str, object]", json.loads(resources.text("assist", "weights.json")))
    weights = cast("dict[str, list[float]]", stored["weights"])
    bias = cast("list[float]", stored["bias"])
    return Model(tuple(bias), {name: tuple(row) for name, row in weights.items()})


def suggest(
    sentences: Sequence[SentenceIn], language: str = "", published: str = "", title: str = ""
) -> tuple[Suggestion | None, ...]:
    """A suggestion for each sentence of an article, in order; None for an empty one.

    Nothing is held back: whoever shows suggestions drops those below MIN_CONFIDENCE.
    """
    spoken = language[:2].lower() or language_of(" ".join(s.text for s in sentences))
    model = shipped_model()
    prose = iter(look([s for s in sentences if s.kind not in _ASIDE], spoken, published, title))
    aside = iter(look([s for s in sentences if s.kind in _ASIDE], spoken, published, title))
    seen = [
        next(aside if s.kind in _ASIDE else prose) for s in sentences
    ]  # a caption is not the first sentence
    return tuple(
        _best(model, s, one) if s.text.strip() else None for s, one in zip(sentences, seen, strict=True)
    )


def _best(model: Model, sentence: SentenceIn, seen: Seen) -> Suggestion:
    scores = model.scores(seen.features)
    if sentence.kind in _ASIDE or "filter" in seen.words:
        scores = _as_other(scores)
    order = sorted(range(len(LABELS)), key=lambda i: scores[i], reverse=True)
    best, second = order[:2]
    return Suggestion(LABELS[best], round(scores[best], 3), LABELS[second], _reason(model, seen, best))


def _as_other(scores: Sequence[float]) -> tuple[float, ...]:
    """A caption, a credit, a heading or a table holds no key sentence, whatever its words."""
    return (*(s * 0.2 for s in scores[:-1]), 1 - 0.2 * sum(scores[:-1]))


def _reason(model: Model, seen: Seen, label: int) -> tuple[str, ...]:
    """The cue words that raised this label above the average of the others, strongest first, each once."""
    gains = []
    for group, words in seen.words.items():
        row = model.weights.get(f"cue:{group}")
        if row is not None and any(map(str.isalnum, words)) and not group.startswith(_NO_REASON):
            gains.append((row[label] - sum(row) / len(row), words))
    spoke = dict.fromkeys(words for gain, words in sorted(gains, reverse=True) if gain > 0)
    return tuple(spoke)[:_REASONS]
