"""Which language a text is in, by its script and, for Latin letters, by its small words."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE_CHARS = 3_000
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    "en": "the of and to in that for is was on with said as by it at from be has were an are this will not",
    "fr": "le la les des du et en une est dans qui pour au sur par plus avec il ce pas ne sont aux cette ses",
    "de": "der die das und den von mit ist im zu des auf für nicht ein eine dem sich als auch es an werden am",
    "es": "el la los las de del que en y un una por con para su al es se lo como más ha sus este",
    "it": "il di che la le per un una del della in con non si è sono gli dei nel alla da anche ha",
    "pt": "o os as do da dos das que em um uma para com não por no na se mais ao foi sua pelo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan door ook er bij worden heeft",
}
_SETS = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]"), 0.15),
    ("ja", re.compile("[\u3040-\u30ff]"), 0.08),
    ("zh", re.compile("[\u4e00-\u9fff]"), 0.25),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.4),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.4),
)
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_LEAST_SHARE = 0.06  # of all words, for a language's small words to count


def language_of(text: str) -> str:
    """The text's language as BCP 47 ("en", "ko", "ja" ...), or empty if it cannot be told."""
    sample = text[:_SAMPLE_CHARS]
    if sample.isascii():
        return _latin(sample)
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return ""
    for name, script, share in _SCRIPTS:
        if len(script.findall(sample)) >= share * letters:
            return name
    return _latin(sample)


def _latin(sample: str) -> str:
    words = Counter(map(str.lower, _WORDS.findall(sample)))
    counts = {name: sum(words[w] for w in small if w in words) for name, small in _SETS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= max(1, _LEAST_SHARE * words.total()) else ""


def is_east_asian(text: str) -> bool:
    """Whether the text is written in letters that need no spaces to be a sentence (CJK)."""
    if text.isascii():
        return False
    return len(_WIDE.findall(text)) > 0.3 * max(1, len(text.replace(" ", "")))
