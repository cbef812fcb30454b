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
            found[language].append((name, re.compile(pattern.strip())))
    return {language: tuple(patterns) for language, patterns in found.items()}


def concept_places(text: str, language: str) -> list[tuple[int, str]]:
    """The listed meanings of a text, each with every place it stands at."""
    lower = text.lower()
    return [
        (match.start(), name)
        for name, pattern in _lexicon().get(language, ())
        for match in pattern.finditer(lower)
        if language != "en"
        or not lower[match.start() - 1 : match.start()].isalnum()  # quicker than a leading \b
    ]


@lru_cache(maxsize=512)
def concepts(text: str, language: str) -> frozenset[str]:
    """The listed meanings that a text holds."""
    return frozenset(name for _, name in concept_places(text, language))
