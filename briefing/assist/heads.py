"""The letters a pattern can begin with: most of hundreds of patterns are passed over without a search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LETTERS = 3
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_LOOK = ("(?<", "(?=", "(?!")
_MAY_LACK = tuple("?*{")
_PLAIN = re.compile(rf"[a-z가-힣一-鿿ぁ-ヺ]{{0,{_LETTERS}}}")
_WORD_START = re.compile(r"(?<![^\W_])\w")


def by_head(patterns: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """The numbers of the patterns whose matches can begin with a head ("": with anything)."""
    found: dict[str, tuple[int, ...]] = {}
    for number, pattern in enumerate(patterns):
        for head in _heads(pattern):
            found[head] = (*found.get(head, ()), number)
    return found


def worth_trying(numbers: Mapping[str, tuple[int, ...]], text: str, language: str) -> list[int]:
    """The numbers of those patterns that may be met in a text: in English only at the start of a word."""
    return sorted({n for head in _met(text, language) & numbers.keys() for n in numbers[head]})


@lru_cache(maxsize=64)
def _met(text: str, language: str) -> frozenset[str]:
    places = (m.start() for m in _WORD_START.finditer(text)) if language == "en" else range(len(text))
    return frozenset(("", *(text[at : at + size] for at in places for size in range(1, _LETTERS + 1))))


def _heads(pattern: str) -> frozenset[str]:
    """What a match begins with, at most three letters for each alternative; "" where that is not plain."""
    return frozenset(head for one in _alternatives(pattern) for head in _heads_of(one))


def _heads_of(alternative: str) -> frozenset[str]:
    while alternative.startswith((r"\b", *_LOOK)):
        alternative = alternative[2 if alternative[0] == "\\" else _first_group(alternative) :]
    if alternative.startswith("(?:"):
        end = _first_group(alternative)
        unsure = alternative[end : end + 1] in _MAY_LACK
        return frozenset(("",)) if unsure else _heads(alternative[3 : end - 1])
    plain = _PLAIN.match(alternative)
    head = plain.group() if plain else ""
    unsure = alternative[len(head) : len(head) + 1] in _MAY_LACK
    return frozenset((head[:-1] if unsure else head,))


def _alternatives(pattern: str) -> list[str]:
    found, depth = [""], 0
    for part in _TOKEN.findall(pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found


def _first_group(pattern: str) -> int:
    """Where the group ends with which a pattern begins."""
    depth = 0
    for part in _TOKEN.finditer(pattern):
        depth += (part.group() == "(") - (part.group() == ")")
        if not depth:
            return part.end()
    return len(pattern)
