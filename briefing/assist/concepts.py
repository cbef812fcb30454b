"""What two texts in different languages have in common, by a small list of words that mean the same."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing import resources

_LANGUAGES = ("en", "ko", "ja")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {language: [] for language in _LANGUAGES}
    for line in resources.text("assist", "concepts.txt").splitlines():
        name, equals, columns = line.partition(" = ")
        if not equals or line.startswith("#"):
            continue
        for language, pattern in zip(_LANGUAGES, columns.split(" | "), strict=True):
            lead = r"\b" if language == "en" else ""
            found[language].append((name, re.compile(rf"{lead}(?:{pattern.strip()})", re.IGNORECASE)))
    return {language: tuple(patterns) for language, patterns in found.items()}


def concepts(text: str, language: str) -> frozenset[str]:
    """The listed meanings that a text holds."""
    return frozenset(name for name, pattern in _lexicon().get(language, ()) if pattern.search(text))
