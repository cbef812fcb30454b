"""Which line of a pasted page is its headline."""

from __future__ import annotations

from collections import Counter

from briefing.importers.cleaning import key
from briefing.importers.labels import Label, Labelled, is_bare_name
from briefing.importers.language import is_east_asian
from briefing.importers.lines import ends_sentence

_MOST_CHARS = 220
_HEAD_LINES = 80  # the headline is never further down
_FULL_WORDS = 12


def headline_at(rows: tuple[Labelled, ...]) -> int:
    """The index of the headline; -1 if the text has none."""
    head = _head_end(rows)
    counts = Counter(key(r.text) for r in rows)
    clusters = [i for i in range(head) if rows[i].label in (Label.DATE, Label.BYLINE)]
    candidates = [i for i in range(head) if _can_be_headline(rows[i])]
    if not candidates:
        return _questioning(rows, head)
    return max(candidates, key=lambda i: (_score(rows, i, clusters or [head], counts), -i))


def _head_end(rows: tuple[Labelled, ...]) -> int:
    """Where the body surely runs: behind the date and byline if they come, else at the first sentences."""
    sentences = [i for i, r in enumerate(rows) if r.label is Label.SENTENCE]
    if not sentences:
        return min(len(rows), _HEAD_LINES)
    third = sentences[2] if len(sentences) > 2 else sentences[-1]
    dated = [i for i in range(min(third, _HEAD_LINES)) if rows[i].label in (Label.DATE, Label.BYLINE)]
    before = [i for i in dated if any(_can_be_headline(rows[j]) for j in range(i))]
    return max(sentences[0], before[0] if before else 0)


def _can_be_headline(row: Labelled) -> bool:
    return (
        row.label in (Label.SHORT, Label.HEADING)
        and len(row.text) <= _MOST_CHARS
        and not row.text.endswith((":", "："))
    )


def _questioning(rows: tuple[Labelled, ...], head: int) -> int:
    """A headline that reads as a sentence because it ends in a question or a quotation mark."""
    for i in range(min(head + 1, len(rows) - 1)):
        text = rows[i].text
        if rows[i].label is Label.SENTENCE and text[-1] in "?!’'”\"" and len(text) <= 140:
            return i
    return -1


def _score(rows: tuple[Labelled, ...], i: int, clusters: list[int], counts: Counter[str]) -> float:
    text = rows[i].text
    words = len(text) / 3 if is_east_asian(text) else len(text.split())
    score = float(min(words, _FULL_WORDS))
    ahead = [c - i for c in clusters if c > i]
    score += 4.0 - 0.5 * min(12, *ahead) if ahead else -2.0
    score += {1: 12.0, 2: 6.0}.get(rows[i].line.level, 3.0) if rows[i].label is Label.HEADING else 0.0
    score += 3.0 if counts[key(text)] > 1 else 0.0
    score -= 4.0 if words < 4 else 0.0
    score -= 3.0 if text.endswith(".") and ends_sentence(text) else 0.0
    return score - (5.0 if is_bare_name(text) else 0.0)
