"""What a clause of a wording says otherwise than the one clause of the evidence that tells the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.claims import Claim
from briefing.assist.clauses import Clause, likeness, sides_clauses
from briefing.assist.findings import CheckFound, Side
from briefing.assist.polarity import polarity
from briefing.assist.wordlists import phrase

_ALIKE, _LEAST_SHARED, _MARGIN = 0.55, 3, 0.15
_TURNING = ("to-yes", "to-amount", "to-limit", "to-grade", "to-compare")
_VOTES = re.compile(r"\s?\d")


def counterpart(clause: Clause, others: tuple[Clause, ...]) -> Clause | None:
    """The one clause that tells what this one tells, if it stands out from the others."""
    ranked = sorted(((likeness(clause, other), -i, other) for i, other in enumerate(others)), reverse=True)
    if len(others) == 1 and clause.marks & others[0].marks:
        return others[0]
    if not ranked or ranked[0][0] < _ALIKE or len(clause.marks & ranked[0][2].marks) < _LEAST_SHARED:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return None
    return ranked[0][2]


def aligned_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each clause that denies, turns round or makes sure what its counterpart does not."""
    theirs = sides_clauses(evidence, wording)
    for clause in sides_clauses(wording, evidence):
        other = counterpart(clause, theirs)
        if other is not None:
            found = (
                _turned(clause, other, wording, evidence)
                or _made_sure(clause, other, wording, evidence)
                or _ends_otherwise(clause, other, wording, evidence)
            )
            if found is not None:
                yield found


def _turned(clause: Clause, other: Clause, wording: Side, evidence: Side) -> CheckFound | None:
    """Approved, where the same clause of the evidence says that it was voted down."""
    if clause.denies or (clause.may_deny and other.denies):
        return None
    ours, theirs = _within(clause, wording), _within(other, evidence)
    told = {(c.axis, c.height) for c in theirs}
    agreed = {c.axis for c in ours if (c.axis, c.height) in told}
    for claim in (c for c in ours if c.axis not in agreed):
        same = [c for c in theirs if c.axis == claim.axis]
        voted = _VOTES.match(wording.text, claim.end)
        if claim.axis in _TURNING and not voted and same and all(_opposed(c, claim) for c in same):
            return CheckFound("direction", claim.text, same[0].text, claim.start, claim.end, "")
    return None


def _ends_otherwise(clause: Clause, other: Clause, wording: Side, evidence: Side) -> CheckFound | None:
    """A clause that ends in a yes where the evidence has a no, in whatever words, and no other yes."""
    ours = polarity(clause.text, wording.language)
    if not ours or polarity(other.text, evidence.language) != -ours:
        return None
    alike = (c for c in sides_clauses(evidence, wording) if likeness(clause, c) > 0)
    if any(polarity(c.text, evidence.language) == ours for c in alike):
        return None
    return CheckFound(
        "negation", clause.text.strip(" ,.。、"), other.text.strip(), clause.start, clause.end, ""
    )


def _opposed(one: Claim, other: Claim) -> bool:
    """Up and down, or up and no change."""
    return one.height != other.height and (one.axis == "to-amount" or one.height == -other.height)


def _within(clause: Clause, side: Side) -> list[Claim]:
    return [c for c in side.claims if clause.start <= c.start < clause.end]


def _made_sure(clause: Clause, other: Clause, wording: Side, evidence: Side) -> CheckFound | None:
    """What may be, told as what is or will be."""
    maybe = phrase(evidence.language, "maybe").search(other.text)
    if maybe is None or clause.denies or phrase(wording.language, "open").search(wording.text):
        return None
    if wording.language != evidence.language and other.text[: maybe.start()].endswith(" and "):
        return None  # "is against it and may": the first half may be what is told
    verb = next(group for group in maybe.groups() if group)
    if wording.language == evidence.language and verb[:4].lower() not in clause.text.lower():
        return None
    return CheckFound("strength", clause.text.strip(" ,."), maybe.group(), clause.start, clause.end, "")
