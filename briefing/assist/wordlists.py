"""Word lists and patterns written as running text, so that a person can read and extend them."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing import resources
from briefing.assist.scripts import NIEUN, RIEUL, SSANG_SIOT, syllables_with


def words(text: str) -> frozenset[str]:
    """The words of `text`, as a set."""
    return frozenset(text.split())


def numbered(text: str, first: int = 1) -> dict[str, int]:
    """The words of `text`, each with its number."""
    return {word: number for number, word in enumerate(text.split(), first)}


def pairs(text: str) -> dict[str, str]:
    """Lines such as "seoul: 서울 ソウル" as {"서울": "seoul", "ソウル": "seoul", "seoul": "seoul"}."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        key, _, others = line.partition(":")
        for name in (key, *others.split()):
            found[name.strip().replace("_", " ")] = key.strip().replace("_", " ")
    return found


@lru_cache(maxsize=64)
def phrase(language: str, sort: str) -> re.Pattern[str]:
    """The pattern of one sort in `resources/assist/phrases.txt`; else one that finds nothing."""
    past = "".join(s for s in syllables_with(SSANG_SIOT) if s not in "있겠")
    ends = {"P": past, "R": syllables_with(RIEUL), "N": syllables_with(NIEUN)}
    for line in resources.text("assist", "phrases.txt").splitlines():
        head, _, pattern = line.partition("\t")
        if head in (f"{language} {sort}", f"any {sort}"):
            return re.compile(re.sub(r"\{([PRN])\}", lambda m: f"[{ends[m[1]]}]", pattern))
    return re.compile(r"(?!)")
