"""Strength and direction of a wording against its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.claims import Claim, climbs, turns
from briefing.assist.clauses import clause_at, sides_clauses, tells_of
from briefing.assist.findings import KINDS, CheckFound, Kind, Side
from briefing.assist.stems import stems
from briefing.assist.wordlists import phrase, words

_AGREED = re.compile(r"^agreed|합의|合意", re.IGNORECASE)
_BINDING = re.compile(
    r"agree|deal|pact|accord|treat(?:y|ies)|contract|settle|pledg|approv|adopt|consensus|decid|resolv|arrang|"
    r"협정|계약|협약|조약|타결|체결|승인|결정|기로|합의|약속|의견|동의|同意|協定|契約|条約|決め|決定|承認|一致|合意|約束|覚書|양해각서|"
    r"도장을 ?찍|매듭|접점|맞잡|折り合|まとま|まとめ",
    re.IGNORECASE,
)
_TOPIC = r"(?:[은는이가](?=\s)|,|[はが、])"
_HEAD = re.compile(rf".{{0,20}}?(?P<noun>[^\s,、]{{1,14}}?){_TOPIC}")
_CONCLUDED = re.compile("매듭|맞잡|도장을 ?찍|まとま|まとめ")
# What was found out, voted or decided may be called confirmed.
_YES_OR_NO = words("""
    to-yes to-admit to-guilt to-office to-shown to-truth to-unity to-ruling to-liberty to-works to-alive to-safe
    to-law to-enough to-fine to-meet to-evac to-retain
""")
_FOUND = re.compile(
    r"\b(?:found|finding|probe|investigation|inquiry|inspection|voted|elected|decided|ruled|detected|seized)\b|"
    r"조사 결과|판명|드러|적발|발견|나타났|집계|"
    r"가결|통과|선출|결정|판결|검출|調査の結果|調査結果|判明|可決|選出|当選|"
    r"決定|判決|検出|見つか|発見"
)
_MAY = re.compile(r"\b(?:may|might|could)(?= (?!not\b|have\b)[a-z])")
_SURE = re.compile(r"\b(?:will|shall|(?:is|are) to)\b")
_UNSURE = re.compile(  # and what is allowed
    r"\b(?:may|might|could|would|can|whether|if|possib|potential|likely|probabl|consider|weigh|mull|hop(?:e|ing)|want|"
    r"seek|plan|propos|expect|aim|inten|wish|ready|willing|option|allow|permit|entitl|free to|authori|eligible|"
    r"right to)",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:believed|thought to|presumed|estimated?|estimates|apparently|appear(?:s|ed)? to|said|says|"
    r"according|told|media|reports?|claim\w*)\b|따르면|보도|밝혔|によると|報じ",
    re.IGNORECASE,
)


def claim_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each word that says more than the evidence, or turns it round."""
    said = [c for c in evidence.claims if c.axis != "stage" or tells_of(c.start, evidence, wording)]
    for ours, theirs in climbs(_told(wording, evidence), said):
        if theirs or ours.axis != "accord" or not _CONCLUDED.search(evidence.text):
            yield _claim("strength", ours, theirs, wording, evidence)
    for ours, theirs in turns(wording.claims, evidence.claims):
        if _is_turn(ours, theirs, wording, evidence):
            yield _claim(_kind_of(ours.axis, wording.language), ours, theirs, wording, evidence)
    yield from _agreed(wording, evidence)
    yield from _hedge_dropped(wording, evidence)


def _told(wording: Side, evidence: Side) -> list[Claim]:
    """The words of a wording that say something is so: no agreement is told by "failed to agree"."""
    said = sides_clauses(wording, evidence)
    found = bool(_FOUND.search(evidence.text)) and not any(
        c.axis == "source" and c.level == 1 for c in evidence.claims
    )
    return [
        claim
        for claim in wording.claims
        if claim.axis not in ("accord", "source", "stage")
        or not (
            (claim.axis == "source" and claim.level == 3 and found)
            or ((own := clause_at(said, claim.start)) and (own.denies or own.may_deny))
        )
    ]


def _is_turn(ours: Claim, theirs: Claim, wording: Side, evidence: Side) -> bool:
    """Whether two opposite words are about the same: who sells or wins, and what comes before what."""
    if ours.axis == "to-time":
        after = [
            stems(side.text[c.end : c.end + 24], "en")[:1] for c, side in ((ours, wording), (theirs, evidence))
        ]
        return wording.language != "en" or after[0] == after[1]
    return ours.axis not in ("to-hand", "to-win") or _same_subject(theirs, wording, evidence)


def _kind_of(axis: str, language: str) -> Kind:
    """A set names its kind of finding ("set-date-daytime"); the other axes are of direction."""
    if language == "en" and axis in _YES_OR_NO:
        return "negation"
    named = axis.split("-")[1] if axis.startswith("set-") else ""
    return next((kind for kind in KINDS if kind == named), "direction")


def _claim(kind: Kind, ours: Claim, theirs: Claim | None, wording: Side, evidence: Side) -> CheckFound:
    said = theirs.text.strip() if theirs else ""
    fix = said if wording.language == evidence.language == "en" else ""
    return CheckFound(kind, ours.text, said, ours.start, ours.end, fix)


def _same_subject(claim: Claim, wording: Side, evidence: Side) -> bool:
    """To sell is to be bought from: only with the same first name is it a turn."""
    told = evidence.text[evidence.text.rfind("\n", 0, claim.start) + 1 :]
    ours, theirs = re.search(r"\w+", wording.text), re.search(r"\w+", told)
    here = [k for k in evidence.names if k.start >= len(evidence.text) - len(told)]
    if wording.language != "en":
        head = _HEAD.match(wording.text)
        return bool(head and re.search(rf"{re.escape(head['noun'])}{_TOPIC}", told))
    if wording.names and here:
        return wording.names[0].id == here[0].id
    return bool(ours and theirs and ours.group() == theirs.group())


def _agreed(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """An agreement where the evidence binds nobody to anything."""
    yield from _decided(wording, evidence)
    yield from _softened(wording, evidence)
    bound = next((c for c in _told(wording, evidence) if c.axis == "accord" and c.level == 3), None)
    silent = not _BINDING.search(evidence.text) and not any(c.axis == "accord" for c in evidence.claims)
    if bound and silent and _AGREED.search(bound.text):
        yield CheckFound("strength", bound.text, "", bound.start, bound.end, "")


def _softened(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """What will be, or is, told as what may be."""
    ours, theirs = _MAY.search(wording.text), _SURE.search(evidence.text)
    english = wording.language == evidence.language == "en"
    if english and ours and theirs and not _UNSURE.search(evidence.text):
        yield CheckFound("strength", ours.group(), theirs.group(), ours.start(), ours.end(), "")


def _decided(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A wish or a thought told as a decision."""
    ours = phrase(wording.language, "decided").search(wording.text)
    theirs = phrase(evidence.language, "wish").search(evidence.text)
    if ours and theirs and not _BINDING.search(evidence.text) and tells_of(theirs.start(), evidence, wording):
        yield CheckFound("strength", ours.group(), theirs.group(), ours.start(), ours.end(), "")


def _hedge_dropped(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """What is alleged or estimated told as so."""
    hedge = phrase(evidence.language, "hedge").search(evidence.text)
    told = any((c.axis == "source" and c.level == 1) or c.axis == "modal" for c in wording.claims)
    own = any(phrase(wording.language, sort).search(wording.text) for sort in ("hedge", "inquired"))
    if hedge is None or told or own or _ATTRIBUTED.search(wording.text):
        return
    if not tells_of(hedge.start(), evidence, wording):
        return
    yield CheckFound("strength", wording.text.strip(), hedge.group(), 0, len(wording.text), "")
