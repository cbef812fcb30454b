"""Negation, strength and direction of a wording against its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.assist.claims import Claim, climbs, turns
from briefing.assist.findings import CheckFound, Side
from briefing.assist.negation import Negation, negations

_IRREGULAR = {
    "hold": "held",
    "meet": "met",
    "begin": "began",
    "take": "took",
    "make": "made",
    "give": "gave",
    "send": "sent",
    "build": "built",
    "buy": "bought",
    "sell": "sold",
    "go": "went",
    "come": "came",
    "see": "saw",
    "set": "set",
}
_PLANNED_EN = re.compile(
    r"\b(?:will|may|might|could|would|plans? to|(?:is|are) (?:expected|scheduled|set|due|planned|"
    r"to)(?: to)?|intends? to|aims? to|hopes? to)"
    r"\s+(?:also\s+|jointly\s+)?(?:be\s+)?(?P<verb>[a-z]+)"
)
_PLANNED_KO = re.compile(r"(?P<verb>[가-힣]{2,})(?:할|될)\s?(?:예정|계획|방침|것으로|수 있|전망)")
_PLANNED_JA = re.compile(r"(?P<verb>[一-鿿]{2})(?:する|される)(?:予定|方針|見通し|計画|可能性)")
_HEDGES = {
    "en": re.compile(
        r"\b(?:allegedly|reportedly|purportedly|unconfirmed|rumou?red|suspected)\b", re.IGNORECASE
    ),
    "ko": re.compile("알려졌|전해졌|의혹|추정|소문"),
    "ja": re.compile("とされ|とみられ|うわさ|疑い"),
}
_SINCE = re.compile(r"\b(?:since|last|dormant|idle)\b", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|according|told|media|reports?|claim\w*)\b|따르면|보도|밝혔|によると|報じ", re.IGNORECASE
)


def claim_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each word that says more than the evidence, or turns it round."""
    for ours, theirs in climbs(wording.claims, evidence.claims):
        yield _claim("strength", ours, theirs, wording, evidence)
    for ours, theirs in turns(wording.claims, evidence.claims):
        if ours.axis != "to-hand" or _same_subject(wording, evidence):
            yield _claim("direction", ours, theirs, wording, evidence)
    yield from _done_already(wording, evidence)
    yield from _hedge_dropped(wording, evidence)


def _claim(kind: str, ours: Claim, theirs: Claim | None, wording: Side, evidence: Side) -> CheckFound:
    said = theirs.text.strip() if theirs else ""
    fix = said if wording.language == evidence.language == "en" else ""
    return CheckFound(
        "strength" if kind == "strength" else "direction", ours.text, said, ours.start, ours.end, fix
    )


def _same_subject(wording: Side, evidence: Side) -> bool:
    """To sell is to be bought from: only with the same first name is it a turn."""
    ours, theirs = re.search(r"\w+", wording.text), re.search(r"\w+", evidence.text)
    if wording.names and evidence.names:
        return wording.names[0].id == evidence.names[0].id
    return bool(ours and theirs and ours.group() == theirs.group())


def _done_already(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A plan told as a deed: "will sign" turned "signed"."""
    if wording.language != evidence.language:
        return
    for match, past in _planned(evidence):
        done = re.search(past, wording.text)
        if done and not re.search(past, evidence.text):
            yield CheckFound("strength", done.group(), match.group(), done.start(), done.end(), "")
            return


def _planned(evidence: Side) -> Iterator[tuple[re.Match[str], str]]:
    """Each verb that is still to come in the evidence, with the pattern of its past."""
    if evidence.language == "en":
        for match in _PLANNED_EN.finditer(evidence.text):
            verb = match["verb"]
            stem = verb.removesuffix("ed").removesuffix("e").removesuffix("y")
            past = _IRREGULAR.get(verb) or next(
                (v for v in _IRREGULAR.values() if v == verb), rf"{stem}(?:e?d|ied)"
            )
            before = r"(?<!will )(?<!to )(?<!be )(?<!is )(?<!are )(?<!was )(?<!not )"
            yield match, rf"{before}\b{past}\b(?! (?:by|for|to be)\b)"
    elif evidence.language == "ko":
        for match in _PLANNED_KO.finditer(evidence.text):
            yield match, rf"{re.escape(match['verb'])}(?:했|됐|되었|하였)"
    else:
        for match in _PLANNED_JA.finditer(evidence.text):
            yield match, rf"{re.escape(match['verb'])}(?:した|された)"


def _hedge_dropped(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    pattern = _HEDGES.get(evidence.language)
    hedge = pattern.search(evidence.text) if pattern else None
    hedges_ours = any((c.axis == "source" and c.level == 1) or c.axis == "modal" for c in wording.claims)
    own = _HEDGES.get(wording.language)
    if hedge is None or hedges_ours or _ATTRIBUTED.search(wording.text) or (own and own.search(wording.text)):
        return
    yield CheckFound("strength", wording.text.strip(), hedge.group(), 0, len(wording.text), "")


def negation_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding where a negation was put in or left out."""
    ours, theirs = negations(wording.text, wording.language), negations(evidence.text, evidence.language)
    same = wording.language == evidence.language
    added = [n for n in ours if not theirs or (same and _affirmed(n, theirs, evidence))]
    lost = [n for n in theirs if (not ours or same) and _told(n, ours, wording, evidence)]
    if added:
        yield CheckFound("negation", added[0].text, "", added[0].start, added[0].end, "")
    elif lost:
        yield CheckFound("negation", wording.text.strip(), lost[0].text, 0, len(wording.text), "")


def _affirmed(negation: Negation, theirs: Sequence[Negation], evidence: Side) -> bool:
    """Whether the evidence says what the wording denies, and denies nothing like it itself."""
    if negation.root:
        roots = {n.root for n in theirs}
        return (
            negation.root in evidence.text and negation.root not in roots and not _denies_like(negation, theirs)
        )
    told = negation.scope & evidence.stems
    return (
        len(negation.scope) >= 2
        and len(told) * 3 >= len(negation.scope) * 2
        and not _denies_like(negation, theirs)
    )


def _denies_like(negation: Negation, others: Sequence[Negation]) -> bool:
    return any(
        negation.scope & other.scope or (negation.root and negation.root == other.root) for other in others
    )


def _told(negation: Negation, ours: Sequence[Negation], wording: Side, evidence: Side) -> bool:
    """Whether the wording tells what the evidence denies, and denies nothing like it itself."""
    if wording.language != evidence.language:
        short = "\n" not in evidence.text
        return short and negation.text.lower() not in ("without", "nor", "neither", "lack", "lacked")
    if _denies_like(negation, ours) or (ours and not negation.scope):
        return False
    if negation.root:
        return negation.root in wording.text
    if _SINCE.search(wording.text) and _SINCE.search(evidence.text):
        return False  # "had not met since 2018" is "last met in 2018"
    shared = negation.scope & wording.stems
    enough = 2 if not ours else 3
    return len(negation.scope) > 0 and len(shared) * enough >= len(negation.scope) * (enough - 1)
