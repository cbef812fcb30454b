"""Strength and direction of a wording against its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.claims import Claim, climbs, turns
from briefing.assist.deeds import deed_findings
from briefing.assist.findings import KINDS, CheckFound, Kind, Side

_AGREED = re.compile(r"^agreed|합의|合意", re.IGNORECASE)
_BINDING = re.compile(
    r"agree|deal|pact|accord|treat(?:y|ies)|contract|settle|pledg|approv|adopt|consensus|decid|resolv|arrang|"
    r"협정|계약|협약|조약|타결|체결|승인|결정|기로|합의|약속|의견|協定|契約|条約|決め|決定|承認|一致|合意|約束|覚書|양해각서",
    re.IGNORECASE,
)
_HEDGES = {
    "en": re.compile(
        r"\b(?:allegedly|reportedly|purportedly|unconfirmed|rumou?red|suspected)\b", re.IGNORECASE
    ),
    "ko": re.compile("알려졌|전해졌|의혹|추정|추산|소문|것으로 보인|관측"),
    "ja": re.compile("とされ|とみられ|うわさ|疑い|推定"),
}
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|according|told|media|reports?|claim\w*)\b|따르면|보도|밝혔|によると|報じ", re.IGNORECASE
)


def claim_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each word that says more than the evidence, or turns it round."""
    for ours, theirs in climbs(wording.claims, evidence.claims):
        yield _claim("strength", ours, theirs, wording, evidence)
    for ours, theirs in turns(wording.claims, evidence.claims):
        if _is_turn(ours, theirs, wording, evidence):
            yield _claim(_kind_of(ours.axis), ours, theirs, wording, evidence)
    yield from _agreed(wording, evidence)
    yield from deed_findings(wording, evidence)
    yield from _hedge_dropped(wording, evidence)


def _is_turn(ours: Claim, theirs: Claim, wording: Side, evidence: Side) -> bool:
    """Whether two opposite words are about the same: who sells or wins, and what comes before what."""
    if ours.axis == "to-time":
        after = (
            wording.text[ours.end : ours.end + 12].split()[:1],
            evidence.text[theirs.end : theirs.end + 12].split()[:1],
        )
        return wording.language != "en" or after[0] == after[1]
    return ours.axis not in ("to-hand", "to-win") or _same_subject(wording, evidence)


def _kind_of(axis: str) -> Kind:
    """A set names its kind of finding ("set-date-daytime"); the other axes are of direction."""
    named = axis.split("-")[1] if axis.startswith("set-") else ""
    return next((kind for kind in KINDS if kind == named), "direction")


def _claim(kind: Kind, ours: Claim, theirs: Claim | None, wording: Side, evidence: Side) -> CheckFound:
    said = theirs.text.strip() if theirs else ""
    fix = said if wording.language == evidence.language == "en" else ""
    return CheckFound(kind, ours.text, said, ours.start, ours.end, fix)


def _same_subject(wording: Side, evidence: Side) -> bool:
    """To sell is to be bought from: only with the same first name is it a turn."""
    ours, theirs = re.search(r"\w+", wording.text), re.search(r"\w+", evidence.text)
    if wording.names and evidence.names:
        return wording.names[0].id == evidence.names[0].id
    return bool(ours and theirs and ours.group() == theirs.group())


def _agreed(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """An agreement where the evidence binds nobody to anything."""
    bound = next((c for c in wording.claims if c.axis == "accord" and c.level == 3), None)
    silent = not _BINDING.search(evidence.text) and not any(c.axis == "accord" for c in evidence.claims)
    if bound and silent and _AGREED.search(bound.text):
        yield CheckFound("strength", bound.text, "", bound.start, bound.end, "")


def _hedge_dropped(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    pattern = _HEDGES.get(evidence.language)
    hedge = pattern.search(evidence.text) if pattern else None
    hedges_ours = any((c.axis == "source" and c.level == 1) or c.axis == "modal" for c in wording.claims)
    own = _HEDGES.get(wording.language)
    if hedge is None or hedges_ours or _ATTRIBUTED.search(wording.text) or (own and own.search(wording.text)):
        return
    yield CheckFound("strength", wording.text.strip(), hedge.group(), 0, len(wording.text), "")
