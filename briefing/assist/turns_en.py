"""What turns an English text round: words that deny, plainly or not, and words that may stand for a denial."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from briefing import resources
from briefing.assist.stems import placed_stems, stems

_NO_TURN = re.compile(
    r"\b(?:not only|no (?:later|earlier|fewer|less|more) than|not just|nothing but|no doubt|no\. ?\d+|"
    r"without delay|cannot but|not to mention|no[ -]confidence|(?:voting|voted) no|nor)\b",
)
_MAY = re.compile(r"\b(?:may|might|could)(?: be| have| have been)? (?!not)\w+")  # what may fail has not failed


class Turn(Struct, frozen=True):
    """A word that turns its clause round, and what it denies if it denies plainly."""

    start: int
    end: int
    text: str
    denied: tuple[str, ...] = ()
    plain: bool = False


class Turned(Struct, frozen=True):
    """A text with what turns it, and the words that may stand for a turn, surely or barely."""

    text: str
    turns: tuple[Turn, ...]
    may_turn: frozenset[str]
    might_turn: frozenset[str]
    stems: tuple[tuple[int, str], ...]


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in resources.text("assist", "turns.txt").splitlines():
        sort, _, listed = line.partition("\t")
        if listed:
            found[sort] += (word.replace("*", r"\w*") for word in listed.split(", "))
    return {sort: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") for sort, words in found.items()}


@lru_cache(maxsize=512)
def read_turns(text: str) -> Turned:
    """The turns of a text."""
    lower = _NO_TURN.sub(lambda m: "·" * len(m.group()), text.lower())
    lower = re.sub(r"n['’]t\b", "not", lower).ljust(len(text)) if len(lower) == len(text) else text
    left, found = _MAY.sub(lambda m: "·" * len(m.group()), lower), list[Turn]()
    for sort in ("n", "-"):
        for match in _patterns()[sort].finditer(left):
            denied = tuple(s[:4] for s in stems(lower[match.end() :], "en")[:2]) if sort == "n" else ()
            found.append(
                Turn(match.start(), match.end(), text[match.start() : match.end()], denied, sort == "n")
            )
        for turn in found:
            left = f"{left[: turn.start]}{'·' * (turn.end - turn.start)}{left[turn.end :]}"
    own = tuple((place, stem[:4]) for place, stem in placed_stems(text, "en"))
    may, might = (frozenset(_patterns()[sort].findall(left)) for sort in "?~")
    return Turned(text, tuple(found), may, might, own)
