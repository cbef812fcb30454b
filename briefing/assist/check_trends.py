"""Figures that tell against their own words: "rose from 23 to 18 percent", 47 of 6, double for a half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.assist.findings import CheckFound, Side
from briefing.assist.quantities import Quantity

_FROM_BEFORE = re.compile(r"\b(?:from|compared (?:with|to)|against|up on|down on)\s+(?:about |some |around )?$")
_FROM_AFTER = re.compile(r"\s?(?:에서|보다|から|より|에 비해)")
_PART = re.compile(
    r"うち|이 ?중|이 ?가운데|그 ?중|그 ?가운데|\b(?:of whom|of which|of them|of those|including)\b"
)
_FROM_TO_CHARS = 14
_TO = re.compile(r"\s(?:\w+ ){0,2}to (?:about |around |nearly |almost |over |some )?")
_AGAINST = re.compile(
    r"[^.;\d]{0,40}\b(?:against|compared (?:with|to)|versus|vs\.?|from|"
    r"(?:less|more|lower|higher) than)\b[^.;\d]{0,24}"
)
_HALF = re.compile(r"\bhal(?:f|ved|ving|ves)\b|절반|반토막|반으로|半分|半減|半数|半額", re.IGNORECASE)


def trend_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding where figures and words of a wording cannot both be so, or double stands for half."""
    for one, other in pairwise(q for q in wording.quantities if q.unit != "ordinal"):
        if one.in_base[1] == other.in_base[1]:
            yield from _against_words(one, other, wording)
            yield from _more_than_all(one, other, wording)
    yield from _doubled(wording, evidence)
    if wording.language == evidence.language == "en":
        yield from _against_evidence(wording, evidence)


def _against_evidence(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """Slowed to 6.9 percent, told as quickened, where the evidence holds 7.5 against it."""
    for claim in wording.claims:
        if claim.axis == "to-amount" and claim.height and (reached := _reached(claim.end, wording)):
            before = _held_against(reached, evidence)
            if before and (reached.value - before.value) * claim.height < 0:
                yield CheckFound("direction", claim.text, before.text, claim.start, claim.end, "")
                return


def _reached(place: int, side: Side) -> Quantity | None:
    """The figure that something rose or fell to."""
    return next((q for q in side.quantities if _TO.fullmatch(side.text, place, q.start)), None)


def _held_against(reached: Quantity, side: Side) -> Quantity | None:
    """What a figure of the evidence is held against."""
    alike = [q for q in side.quantities if q.unit == reached.unit]
    return next(
        (
            b
            for a, b in pairwise(alike)
            if a.value == reached.value and _AGAINST.fullmatch(side.text, a.end, b.start)
        ),
        None,
    )


def _against_words(one: Quantity, other: Quantity, side: Side) -> Iterator[CheckFound]:
    """Risen to a smaller figure."""
    before, after = (one, other) if _is_start(one, side) else (other, one)
    between = side.text[one.end : other.start]
    apart = before is one and (len(between) > _FROM_TO_CHARS or re.search(r"[,.;、。]", between))
    if not _is_start(before, side) or _is_start(after, side) or apart:
        return
    told = [c for c in side.claims if c.axis in ("to-amount", "to-compare") and c.height]
    step = after.in_base[0] - before.in_base[0]
    if step and told and all((c.height > 0) != (step > 0) for c in told):
        yield CheckFound("direction", told[0].text, before.text.strip(), told[0].start, told[0].end, "")


def _is_start(quantity: Quantity, side: Side) -> bool:
    if side.language == "en":
        return bool(_FROM_BEFORE.search(side.text[: quantity.start]))
    return bool(_FROM_AFTER.match(side.text, quantity.end))


def _more_than_all(one: Quantity, other: Quantity, side: Side) -> Iterator[CheckFound]:
    """A part greater than its whole."""
    between = side.text[one.end : other.start]
    if other.value > one.value and _PART.search(between) and not re.search(r"[.。]", between):
        yield CheckFound("number", other.text, "", other.start, other.end, "")


def _doubled(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """Double for a half, or a half for double."""
    ours, theirs = ([q for q in side.quantities if q.unit == "fold"] for side in (wording, evidence))
    half, halved = _HALF.search(wording.text), _HALF.search(evidence.text)
    if ours and halved and not theirs and not half:
        yield CheckFound("direction", ours[0].text, halved.group(), ours[0].start, ours[0].end, "")
    elif half and theirs and not ours and not halved:
        yield CheckFound("direction", half.group(), theirs[0].text, half.start(), half.end(), "")
