"""Who a clause is about: another name of the evidence put in the place of the one its clause has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.assist.check_aligned import counterpart
from briefing.assist.clauses import Clause, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.known_names import Known, names, sort_of
from briefing.assist.roles_en import Actor, Deed, actors, deeds

_LISTED = re.compile(r"\s*(?:,|and|or|with|together with|along with|&|-)\s*(?:the\s+)?(?:[A-Z]?\w+\s+){0,2}")
_OWNED = re.compile(r"['’]s?\b|의|の")


def role_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each name that its clause of the evidence does not have, where it has another one."""
    theirs = sides_clauses(evidence, wording)
    for clause in sides_clauses(wording, evidence):
        other = counterpart(_nameless(clause), tuple(_nameless(c) for c in theirs))
        if other is not None:
            yield from _misplaced(clause, other, wording, evidence)
    if wording.language == evidence.language == "en":
        yield from _turned_deeds(wording, evidence)


def _nameless(clause: Clause) -> Clause:
    marks = frozenset(mark for mark in clause.marks if mark[0] != "=")
    return Clause(clause.start, clause.end, clause.text, marks, clause.denies, clause.soft)


def _misplaced(clause: Clause, other: Clause, wording: Side, evidence: Side) -> Iterator[CheckFound]:
    ours = [k for k in wording.names if clause.start <= k.start < clause.end]
    theirs = [k for k in evidence.names if other.start <= k.start < other.end]
    told = {k.id for k in evidence.names}
    here, said = _with_owners(_of_sentence(other, evidence)), {k.id for k in wording.names}
    for known in ours:
        if known.id not in told or known.id in here:
            continue
        left = [
            k
            for k in theirs
            if k.id not in said and not k.id.endswith(" sea") and sort_of(k.id) == sort_of(known.id)
        ]
        left = left or [
            k
            for k in theirs
            if k.id not in said
            and not k.id.endswith(" sea")
            and {sort_of(k.id), sort_of(known.id)} <= {"place", "body"}
        ]
        if left and not _owns(known, wording):
            said_there = left[0].text
            yield CheckFound("party", known.text, said_there, known.start, known.end, said_there)


def _of_sentence(clause: Clause, side: Side) -> list[Known]:
    """The names of the sentence that holds a clause, whose subject may stand before it."""
    first = max((side.text.rfind(stop, 0, clause.start + 1) for stop in (". ", "\n", "。")), default=0)
    ends = [e for stop in (". ", "\n", "。") if (e := side.text.find(stop, clause.end - 2)) >= 0]
    return [k for k in side.names if first <= k.start < min(ends, default=len(side.text))]


def _with_owners(theirs: list[Known]) -> set[str]:
    within = names().within
    return {k.id for k in theirs} | {within[k.id] for k in theirs if k.id in within}


def _owns(known: Known, side: Side) -> bool:
    return bool(_OWNED.match(side.text, known.end))


def _turned_deeds(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for a deed that somebody else does in the evidence: who buys is not who sells."""
    told = deeds(evidence.text)
    for ours in deeds(wording.text):
        same = [theirs for theirs in told if theirs.sort == ours.sort]
        if any(_agree(ours, theirs) for theirs in same):
            continue
        for theirs in same:
            turned = (
                _turned(ours, theirs)
                or _another(ours, theirs, wording, evidence)
                or _exchanged(ours, theirs, wording, evidence)
            )
            if turned is not None:
                mine, said = (evidence.text[turned[1].start : turned[1].end], turned[0])
                yield CheckFound("party", wording.text[said.start : said.end], mine, said.start, said.end, mine)
                return


def _is(one: Actor | None, other: Actor | None) -> bool:
    return bool(one and other and one.called & other.called)


def _agree(ours: Deed, theirs: Deed) -> bool:
    """Whether nobody stands in another place."""
    if _is(ours.doer, theirs.other) or _is(ours.other, theirs.doer):
        return _is(ours.doer, theirs.doer) and _is(ours.other, theirs.other)
    return _is(ours.doer, theirs.doer) or (_is(ours.other, theirs.other) and not (ours.doer and theirs.doer))


def _turned(ours: Deed, theirs: Deed) -> tuple[Actor, Actor] | None:
    """Who does it here and who does it there, where one of them is the other one."""
    if ours.doer and _is(ours.doer, theirs.other):
        return ours.doer, theirs.doer or ours.doer
    if ours.other and theirs.doer and _is(ours.other, theirs.doer):
        return ours.doer or ours.other, theirs.doer
    return None


def _another(ours: Deed, theirs: Deed, wording: Side, evidence: Side) -> tuple[Actor, Actor] | None:
    """Who does it here, where somebody does it in the evidence whom the wording leaves out."""
    if ours.root != theirs.root or not ours.doer or not theirs.doer or _is(ours.doer, theirs.doer):
        return None
    known = any(_is(ours.doer, actor) for actor in actors(evidence.text))
    silent = not any(_is(theirs.doer, actor) for actor in actors(wording.text))
    return (ours.doer, theirs.doer) if known and silent else None


def _exchanged(ours: Deed, theirs: Deed, wording: Side, evidence: Side) -> tuple[Actor, Actor] | None:
    """Who does it, or has it done, here and there, where both texts tell of both, not side by side."""
    for mine, said in ((ours.doer, theirs.doer), (ours.other, theirs.other)):
        if (
            mine
            and said
            and not mine.called & said.called
            and not _together(wording)
            and not _together(evidence)
        ):
            in_evidence = any(_is(mine, actor) for actor in actors(evidence.text))
            if in_evidence and any(_is(said, actor) for actor in actors(wording.text)):
                return mine, said
    return None


def _together(side: Side) -> bool:
    """Whether two of those told of stand side by side."""
    return any(_LISTED.fullmatch(side.text, a.end, b.start) for a, b in pairwise(actors(side.text)))
