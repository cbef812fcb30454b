"""Who a clause is about: another name of the evidence put in the place of the one its clause has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.check_aligned import counterpart
from briefing.assist.clauses import Clause, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.known_names import Known, names, sort_of
from briefing.assist.stems import stems

_OWNED = re.compile(r"['’]s?\b|의|の")
_VERB = re.compile(r"\s+(?:has |have |had |also |formally |will )*(?P<verb>[a-z]{3,}(?:ed|s|t)?)\b")
_JOINED = re.compile(r"(?:\band\b|,|with|와|과|と|・)\s*$")


def role_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each name that its clause of the evidence does not have, where it has another one."""
    theirs = sides_clauses(evidence, wording)
    for clause in sides_clauses(wording, evidence):
        other = counterpart(_nameless(clause), tuple(_nameless(c) for c in theirs))
        if other is not None:
            yield from _misplaced(clause, other, wording, evidence)
    if wording.language == evidence.language == "en":
        yield from _other_subject(wording, evidence)


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


def _other_subject(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """Who asks is not who was asked: the subject of the wording's first verb, held against the evidence's."""
    if not wording.names:
        return
    subject = wording.names[0]
    verb = _VERB.match(wording.text, subject.end)
    if subject.start > len("The ") or verb is None:
        return
    stem = stems(verb["verb"], "en")
    wanted = stem[0][:5] if stem else ""
    for match in re.finditer(r"\b[a-z]{3,}\b", evidence.text):
        if wanted and match.group().startswith(wanted):
            doer = _doer(match.start(), evidence)
            said = {k.id for k in wording.names}
            if (
                doer
                and doer.id not in said
                and sort_of(doer.id) == sort_of(subject.id)
                and _is_told(subject, evidence)
            ):
                yield CheckFound("party", subject.text, doer.text, subject.start, subject.end, doer.text)
            return


def _is_told(subject: Known, evidence: Side) -> bool:
    return any(k.id == subject.id for k in evidence.names)


def _doer(place: int, side: Side) -> Known | None:
    """The name that a sentence of the evidence opens with, if no other subject stands between."""
    first = max(side.text.rfind(". ", 0, place), side.text.rfind("\n", 0, place)) + 1
    before = [k for k in side.names if first <= k.start < place and not _owns(k, side)]
    opens = [k for k in before if k.start - first <= len("\nThe ")]
    joined = any(_JOINED.search(side.text[first : k.start]) for k in before[1:])
    return opens[0] if opens and not joined else None
