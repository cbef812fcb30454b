"""Yes told for no in English: a clause that is turned round where the one that tells the same is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.assist.clauses import Clause, likeness, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.turns_en import Turn, Turned, read_turns
from briefing.assist.wordlists import words

_PART = re.compile(r",|\b(?:and|or|if|that|which|who|whose|where|when|after|until|unless|without|on charges)\b")
_ASIDE = re.compile(
    r"(?:,\s(?:dismiss|deny|reject|refut)ing|"
    r"if|until|unless|which|who|whose|where|when|after|that had|that has|that will)\b"
)
_ALL_TOLD = 1.5  # a text no longer than so many times the other has nothing else to tell
_REACH = 7  # words after a plain denial
_ALWAYS = words(
    "free until before unless earliest only since hardly barely few little whether if still despite nor"
)
_SINCE = frozenset(("since",))  # "dormant since" is "had not met since"; other words on both sides say the same
_TOLD = 0.6  # of the words of a part that is told
_LIKE = 0.65  # below it, what is told may stand in any clause
_ALIKE = 0.6  # of the likeness of the likest clause


def turn_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for the first clause that affirms what its evidence denies in any words, or the reverse."""
    theirs = sides_clauses(evidence, wording)
    for clause in sides_clauses(wording, evidence):
        ours, said = read_turns(clause.text), read_turns(" ".join(c.text for c in _of_the_same(clause, theirs)))
        told = _counted(said, ours)
        if len(ours.turns) > len(said.turns):
            turn = _odd(ours, said.turns, said)
            if turn is not None:
                place = clause.start + turn.start
                yield CheckFound("negation", turn.text, "", place, place + len(turn.text), "")
                return
        elif (
            len(ours.turns) < len(told)
            and not _turned_beside(clause, wording, evidence)
            and (turn := _odd(said, ours.turns, ours, told))
        ):
            yield CheckFound("negation", clause.text.strip(" ,."), turn.text, clause.start, clause.end, "")
            return


def _turned_beside(clause: Clause, wording: Side, evidence: Side) -> bool:
    """Whether another clause of the wording that tells of the same clause is turned round."""
    theirs = sides_clauses(evidence, wording)
    same = _of_the_same(clause, theirs)
    return any(
        read_turns(other.text).turns and any(c in same for c in _of_the_same(other, theirs))
        for other in sides_clauses(wording, evidence)
        if other is not clause
    )


def _odd(more: Turned, fewer: Sequence[Turn], other: Turned, told: Sequence[Turn] | None = None) -> Turn | None:
    """The last turn of a text with an odd number more of them, if nothing in the other may tell it."""
    turns = more.turns if told is None else told
    if (len(turns) - len(fewer)) % 2 == 0:
        return None
    both = {(turn.text.lower(), turn.denied) for turn in fewer if turn.plain}
    turns = [turn for turn in turns if (turn.text.lower(), turn.denied) not in both]
    said = " ".join(stem for _, stem in other.stems)
    plain = any(turn.denied and " ".join(turn.denied) in said for turn in turns)
    excused = other.may_turn - (more.may_turn - _SINCE)
    excused = excused & _ALWAYS if plain else excused | other.might_turn
    return turns[-1] if turns and not excused else None


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
    theirs = {turn.text.lower() for turn in other.turns}
    for turn in read.turns:
        if turn not in kept and (turn.text.lower() in theirs or (turn.denied and _is_told(turn, read, told))):
            kept.append(turn)
    return kept


def _is_told(turn: Turn, read: Turned, told: set[str]) -> bool:
    """Whether half of the words that a plain denial reaches are told."""
    reached = [stem in told for place, stem in read.stems if place >= turn.end][:_REACH]
    return len(reached) > 2 and sum(reached) * 2 >= len(reached)
