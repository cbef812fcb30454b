"""Negation put in or left out against the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.assist.clauses import Clause, clause_at, likeness, nearest, sides_clauses
from briefing.assist.concepts import concepts
from briefing.assist.findings import CheckFound, Side
from briefing.assist.negation import Negation, almost_denies, negations, same_root
from briefing.assist.stems import stems

_SINCE = re.compile(r"\b(?:since|last|dormant|idle)\b", re.IGNORECASE)
_ROOTED = 0.25  # it tells the very verb that is denied
_FULLY = 0.75  # a clause so like another tells all of it
_ASIDE = frozenset(("without", "nor", "neither", "lack", "lacked"))


def put_in(wording: Side, evidence: Side) -> tuple[Negation, ...]:
    """The negations of a wording that its evidence does not make."""
    if wording.language != evidence.language:
        return ()
    ours, theirs = _unshared(*(negations(side.text, side.language) for side in (wording, evidence)))
    return tuple(n for n in ours if _put_in(n, theirs, wording, evidence))


def negation_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding where a negation was put in or left out."""
    ours: Sequence[Negation] = negations(wording.text, wording.language)
    theirs: Sequence[Negation] = negations(evidence.text, evidence.language)
    same = wording.language == evidence.language
    if same:
        ours, theirs = _unshared(ours, theirs)
    added = [n for n in ours if (_put_in if same else _put_in_abroad)(n, theirs, wording, evidence)]
    lost = [n for n in theirs if (_left_out if same else _left_out_abroad)(n, ours, wording, evidence)]
    added = [n for n in added if not _denied_too(n, wording, evidence)]
    lost = [n for n in lost if not _of_another(n, wording, evidence)]
    if added:
        yield CheckFound("negation", added[0].text, "", added[0].start, added[0].end, "")
    elif lost:
        start, end = _told_at(lost[0], wording)
        yield CheckFound("negation", wording.text[start:end], lost[0].text, start, end, "")


def _denied_too(negation: Negation, wording: Side, evidence: Side) -> bool:
    """Whether the clause of the evidence that tells the same denies it as well."""
    own = clause_at(sides_clauses(wording, evidence), negation.start)
    near = nearest(own, sides_clauses(evidence, wording)) if own else []
    if own is None or not near:
        return False
    return _denies_same(near[0], negation, wording, evidence) or _softly(near[0], own, negation)


def _denies_same(clause: Clause, negation: Negation, wording: Side, evidence: Side) -> bool:
    """Whether a clause denies, and in one language, what is denied in the other text."""
    inside = [n for n in negations(evidence.text, evidence.language) if clause.start <= n.start < clause.end]
    if wording.language != evidence.language or not negation.scope:
        return bool(inside)
    wanted = {stem[:4] for stem in negation.scope}
    return any(
        not n.scope or n.root == negation.root != "" or wanted & {stem[:4] for stem in n.scope} for n in inside
    )


def _softly(near: Clause, own: Clause, negation: Negation) -> bool:
    """Whether a clause denies in a word that the other one does not hold beside its negation."""
    said = negation.text.lower()
    return bool(near.soft - {word for word in own.soft if word not in said})


def _of_another(negation: Negation, wording: Side, evidence: Side) -> bool:
    """Whether the wording tells another clause than the one that denies, or denies it in its own words."""
    theirs = sides_clauses(evidence, wording)
    own = clause_at(theirs, negation.start)
    near = nearest(own, sides_clauses(wording, evidence)) if own else []
    if not own or not near:
        return not near and len(theirs) > 1
    if near[0].denies or any(_softly(clause, own, negation) for clause in near[:2]):
        return True
    best = nearest(near[0], theirs)
    if not best or best[0] is own or best[0].denies:
        return False
    like = likeness(near[0], own) + (_ROOTED if negation.root and same_root(negation.root, near[0].text) else 0)
    return likeness(near[0], best[0]) > like < _FULLY


def _unshared(
    ours: Sequence[Negation], theirs: Sequence[Negation]
) -> tuple[Sequence[Negation], Sequence[Negation]]:
    """Both without the words that turn something down in either."""
    shared = {n.text for n in ours if n.turns_down} & {n.text for n in theirs if n.turns_down}
    return [n for n in ours if n.text not in shared], [n for n in theirs if n.text not in shared]


def _put_in(negation: Negation, theirs: Sequence[Negation], _: Side, evidence: Side) -> bool:
    """Whether the evidence says what the wording denies, and denies nothing like it itself."""
    if _denies_like(negation, theirs) or any(n.turns_down for n in theirs):
        return False
    if negation.turns_down and theirs:
        return False
    if negation.root:
        return same_root(negation.root, evidence.text) and not almost_denies(
            evidence.text, evidence.language, negation.root
        )
    told = negation.scope & evidence.stems
    wanted = 3 if almost_denies(evidence.text, evidence.language) else 2
    least = 2 if theirs else 1
    return len(told) >= least and len(told) * 4 >= len(negation.scope) * wanted


def _denies_like(negation: Negation, others: Sequence[Negation]) -> bool:
    return any(
        negation.scope & other.scope
        or (negation.root and negation.root == other.root)
        or negation.text[:4].lower()
        == other.text[:4].lower()
        not in ("no", "not", "n't", "없", "않", "못", "ない")
        for other in others
    )


def _left_out(negation: Negation, ours: Sequence[Negation], wording: Side, evidence: Side) -> bool:
    """Whether the wording tells what the evidence denies, and denies nothing like it itself."""
    if _denies_like(negation, ours) or (ours and not negation.scope) or any(n.turns_down for n in ours):
        return False
    if negation.turns_down and (ours or almost_denies(wording.text, wording.language)):
        return False
    if almost_denies(wording.text, wording.language, negation.root) and not almost_denies(
        evidence.text, evidence.language
    ):
        return False
    if negation.root:
        return same_root(negation.root, wording.text)
    if _SINCE.search(wording.text) and _SINCE.search(evidence.text):
        return False  # "had not met since 2018" is "last met in 2018"
    shared = negation.scope & wording.stems
    enough = 2 if not ours else 3
    return len(negation.scope) > 0 and len(shared) * enough >= len(negation.scope) * (enough - 1)


def _put_in_abroad(negation: Negation, theirs: Sequence[Negation], wording: Side, evidence: Side) -> bool:
    """The same across languages: what is denied is told in the evidence, which denies nothing."""
    own = clause_at(sides_clauses(wording, evidence), negation.start)
    said = frozenset[str]().union(*(c.soft for c in sides_clauses(evidence, wording)))
    if theirs or said or own is None:
        return False
    denied = concepts(negation.near, wording.language)
    return not denied or 2 * len(denied & concepts(evidence.text, evidence.language)) >= len(denied)


def _left_out_abroad(negation: Negation, ours: Sequence[Negation], wording: Side, evidence: Side) -> bool:
    said = frozenset[str]().union(*(c.soft for c in sides_clauses(wording, evidence)))
    if ours or negation.text.lower() in _ASIDE or said or _SINCE.search(wording.text):
        return False
    denied = concepts(negation.near, evidence.language)
    told = denied & concepts(wording.text, wording.language)
    return bool(told) and 2 * len(told) >= len(denied)


def _told_at(negation: Negation, wording: Side) -> tuple[int, int]:
    """Where the wording tells what is denied: the word in question, else the whole."""
    if negation.root:
        start = wording.text.find(negation.root)
        end = re.compile(r"[^\s、。,.]*").match(wording.text, max(start, 0))
        return (start, end.end()) if start >= 0 and end else (0, len(wording.text))
    for match in re.finditer(r"[A-Za-z][\w'’-]+", wording.text):
        if set(stems(match.group(), wording.language)) & negation.scope:
            return match.span()
    return 0, len(wording.text)
