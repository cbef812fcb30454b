"""Word lists written as running text, so that a person can read and extend them."""

from __future__ import annotations


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
