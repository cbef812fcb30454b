"""The guard on every fact: what a wording says that its evidence does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.assist.check_aligned import aligned_findings
from briefing.assist.check_claims import claim_findings
from briefing.assist.check_dates import date_findings
from briefing.assist.check_done import deed_findings, done_findings
from briefing.assist.check_figures import figure_findings
from briefing.assist.check_names import name_findings
from briefing.assist.check_negation import negation_findings, put_in
from briefing.assist.check_turns import turn_findings
from briefing.assist.findings import CheckFound, Side, joined
from briefing.assist.negation import Negation
from briefing.assist.scripts import language_of

__all__ = ["CheckFound", "check_point"]

_PLAIN_DENIALS = frozenset(("not", "n't", "n’t", "no", "never", "않", "없", "못", "ない", "なかった"))
_CLOSE = 12  # characters between "not" and the word it turns


def check_point(
    wording: str, evidence: Sequence[str], language: str = "", evidence_language: str = "", published: str = ""
) -> tuple[CheckFound, ...]:
    """The doubts about a wording against its evidence, in order of place; none without evidence."""
    source = joined(evidence)
    if not source or not wording.strip() or wording.strip() in source:
        return ()
    ours = Side(wording, language[:2].lower() or language_of(wording), published)
    theirs = _evidence(source, evidence_language[:2].lower() or language_of(source), published)
    return tuple(_without_echoes(sorted(_findings(ours, theirs), key=lambda f: (f.start, -f.end))))


@lru_cache(maxsize=256)
def _evidence(source: str, language: str, published: str) -> Side:
    """The evidence, read once: it stays the same while its wording is typed."""
    return Side(source, language, published)


def _findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    yield from figure_findings(wording, evidence)
    yield from date_findings(wording, evidence)
    yield from name_findings(wording, evidence)
    claims = [*claim_findings(wording, evidence), *deed_findings(wording, evidence)]
    if wording.language == evidence.language == "en":
        denials = list(turn_findings(wording, evidence))
    else:
        denials = list(negation_findings(wording, evidence))
        own = [(c, n.start) for c in claims for n in put_in(wording, evidence) if _turned_twice(c, n)]
        claims = [c for c in claims if not any(c is one for one, _ in own)]
        denials = [d for d in denials if not any(d.start == place for _, place in own)]
    yield from claims
    yield from denials
    told = {c.kind for c in (*claims, *denials)}
    aligned = [f for f in aligned_findings(wording, evidence) if f.kind not in told]
    yield from aligned
    told |= {f.kind for f in aligned}
    if "strength" not in told:
        yield from done_findings(wording, evidence)


def _turned_twice(claim: CheckFound, denial: Negation) -> bool:
    """Whether a denial and a turn undo each other: "is not near" for "far from"."""
    close = claim.start - _CLOSE <= denial.start <= claim.end
    return claim.kind == "direction" and denial.text.lower() in _PLAIN_DENIALS and close


def _without_echoes(found: Sequence[CheckFound]) -> Iterator[CheckFound]:
    """Each place once for each kind: the same word is not doubted twice for the same thing."""
    seen: set[tuple[str, int, int]] = set()
    for finding in found:
        key = (finding.kind, finding.start, finding.end)
        if key not in seen:
            seen.add(key)
            yield finding
