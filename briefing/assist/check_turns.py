"""Yes told for no in English: a clause that is turned round where the one that tells the same is not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefing import resources
from briefing.assist.clauses import Clause, likeness, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.stems import placed_stems, stems

_NO_TURN = re.compile(
    r"\b(?:not only|no (?:later|earlier|fewer|less|more) than|not just|nothing but|no doubt|no\. ?\d+|"
    r"without delay|cannot but|not to mention|no[ -]confidence|nor)\b",
)
_PART = re.compile(r",|\b(?:and|or|if|that|which|who|whose|where|when|after|without|on charges)\b")
_MAY = re.compile(r"\b(?:may|might|could)(?: be| have| have been)? (?!not)\w+")  # what may fail has not failed
_ASIDE = re.compile(r"(?:if|which|who|whose|where|when|after|that had|that has|that will)\b")
_ALL_TOLD = 1.5  # a text no longer than so many times the other has nothing else to tell
_TOLD = 0.6  # of the words of a part that is told
_LIKE = 0.65  # below it, what is told may stand in any clause
_ALIKE = 0.6  # of the likeness of the likest clause


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that turns its clause round: whether it denies plainly, and the words it denies."""

    start: int
    end: int
    text: str
    denied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """A text with what turns it, and whether it holds a word that may stand for a turn, surely or barely."""

    text: str
    turns: tuple[Turn, ...]
    may_turn: bool
    might_turn: bool
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
def _read(text: str) -> Turned:
    lower = _NO_TURN.sub(lambda m: "·" * len(m.group()), text.lower())
    lower = re.sub(r"n['’]t\b", "not", lower).ljust(len(text)) if len(lower) == len(text) else text
    left, found = _MAY.sub(lambda m: "·" * len(m.group()), lower), list[Turn]()
    for sort in ("n", "-"):
        for match in _patterns()[sort].finditer(left):
            denied = tuple(s[:4] for s in stems(lower[match.end() :], "en")[:2]) if sort == "n" else ()
            found.append(Turn(match.start(), match.end(), text[match.start() : match.end()], denied))
        for turn in found:
            left = f"{left[: turn.start]}{'·' * (turn.end - turn.start)}{left[turn.end :]}"
    own = tuple((place, stem[:4]) for place, stem in placed_stems(text, "en"))
    may, might = (bool(_patterns()[sort].search(left)) for sort in "?~")
    return Turned(text, tuple(found), may, might, own)


def turn_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for the first clause that affirms what its evidence denies in any words, or the reverse."""
    theirs = sides_clauses(evidence, wording)
    for clause in sides_clauses(wording, evidence):
        ours, said = _read(clause.text), _read(" ".join(c.text for c in _of_the_same(clause, theirs)))
        told = _counted(said, ours)
        if len(ours.turns) > len(said.turns):
            turn = _odd(ours, said.turns, said)
            if turn is not None:
                place = clause.start + turn.start
                yield CheckFound("negation", turn.text, "", place, place + len(turn.text), "")
                return
        elif len(ours.turns) < len(told) and (turn := _odd(said, ours.turns, ours, told)):
            yield CheckFound("negation", clause.text.strip(" ,."), turn.text, clause.start, clause.end, "")
            return


def _odd(more: Turned, fewer: Sequence[Turn], other: Turned, told: Sequence[Turn] | None = None) -> Turn | None:
    """The last turn of a text with an odd number more of them, if nothing in the other may tell it."""
    turns = more.turns if told is None else told
    if (len(turns) - len(fewer)) % 2 == 0:
        return None
    said = {stem for _, stem in other.stems}
    plain = any(turn.denied and set(turn.denied) <= said for turn in turns)
    return None if other.may_turn or (other.might_turn and not plain) else turns[-1]


def _of_the_same(clause: Clause, others: Sequence[Clause]) -> Sequence[Clause]:
    told = [(likeness(clause, other), other) for other in others]
    best = max((score for score, _ in told), default=0)
    if best < _LIKE:
        return others
    return [other for score, other in told if score >= best * _ALIKE]


def _counted(read: Turned, other: Turned) -> list[Turn]:
    """The turns in the parts of a text that the other tells; in a short text, all but those said aside."""
    told = {stem for _, stem in other.stems}
    short = len(read.stems) <= _ALL_TOLD * len(other.stems) + 1
    cuts = [0, *(m.start() for m in _PART.finditer(read.text)), len(read.text)]
    kept: list[Turn] = []
    for first, last in pairwise(cuts):
        part = [stem in told for place, stem in read.stems if first <= place < last]
        if (short and not _ASIDE.match(read.text, first)) or (part and sum(part) > _TOLD * len(part)):
            kept += [turn for turn in read.turns if first <= turn.start < last]
    return kept
