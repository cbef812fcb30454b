"""What two texts in different languages have in common, by a small list of words that mean the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from briefing import resources
from briefing.assist.heads import by_head, worth_trying

_LANGUAGES = ("en", "ko", "ja")


@lru_cache(maxsize=8)
def _lexicon(language: str) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], Mapping[str, tuple[int, ...]]]:
    """The name and the pattern of each meaning, and their numbers by what they begin with."""
    found: list[tuple[str, str]] = []
    for line in resources.text("assist", "concepts.txt").splitlines():
        name, equals, columns = line.partition(" = ")
        if equals and not line.startswith("#") and language in _LANGUAGES:
            found.append((name, columns.split(" | ")[_LANGUAGES.index(language)].strip()))
    return tuple((name, re.compile(one)) for name, one in found), by_head(one for _, one in found)


def concept_places(text: str, language: str) -> list[tuple[int, str]]:
    """The listed meanings of a text, each with every place it stands at."""
    lower = text.lower()
    patterns, numbers = _lexicon(language)
    return [
        (match.start(), patterns[number][0])
        for number in worth_trying(numbers, lower, language)
        for match in patterns[number][1].finditer(lower)
        if language != "en"
        or not lower[match.start() - 1 : match.start()].isalnum()  # quicker than a leading \b
    ]


@lru_cache(maxsize=512)
def concepts(text: str, language: str) -> frozenset[str]:
    """The listed meanings that a text holds."""
    return frozenset(name for _, name in concept_places(text, language))
