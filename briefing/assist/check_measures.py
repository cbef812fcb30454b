"""Figures beside others: per what they are told, which change places, and whether their words fit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from briefing.assist.findings import CheckFound, Side
from briefing.assist.quantities import Quantity
from briefing.assist.stems import stems
from briefing.assist.units import UNITS_EN, UNITS_JA, UNITS_KO, unit_pattern
from briefing.assist.wordlists import words

_SYNONYMS = {"확진자": "환자", "감염자": "환자", "숨진": "사망자", "感染者": "患者", "犠牲者": "死者"}
_COUNTED = frozenset(("people", "person", "persons", "men", "women", "least", "percent", "won", "dollar"))
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
_WEIGHED = words("""
    ton kg gram barrel liter gallon ounce bushel pound-weight megawatt kilowatt-hour hectare acre meter km mile
""")


def _weighed(names: dict[str, str]) -> dict[str, str]:
    return {name.lower(): unit for name, unit in names.items() if unit in _WEIGHED}


_EN = _weighed(UNITS_EN) | {"pound": "pound-weight"}
_KO, _JA = _weighed(UNITS_KO), _weighed(UNITS_JA)
_PER = {
    "en": (re.compile(rf"(?<=\d|n) (?:an?|per) (?P<unit>{unit_pattern(_EN)})\b", re.IGNORECASE), _EN),
    "ko": (re.compile(rf"(?P<unit>{unit_pattern(_KO)})\s?당", re.IGNORECASE), _KO),
    "ja": (re.compile(rf"1?(?P<unit>{unit_pattern(_JA)})(?:当たり|あたり|につき)", re.IGNORECASE), _JA),
}


def rate_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each unit that something is told per, where the evidence has another."""
    ours, theirs = _per_unit(wording), _per_unit(evidence)
    for unit, match in ours.items():
        if theirs and unit not in theirs:
            said = next(iter(theirs.values())).group()
            fix = said if wording.language == evidence.language else ""
            yield CheckFound("unit", match.group(), said, match.start(), match.end(), fix)


def _per_unit(side: Side) -> dict[str, re.Match[str]]:
    pattern, names = _PER.get(side.language) or _PER["en"]
    return {names[match["unit"].lower().replace("-", " ")]: match for match in pattern.finditer(side.text)}


def crossed_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """Two figures of one unit that changed places: "2 dead and 13 missing" for 13 dead and 2 missing."""
    if wording.language != evidence.language:
        return
    both = {q.value for q in wording.quantities} & {q.value for q in evidence.quantities}
    ours = [q for q in wording.quantities if q.value in both and q.unit not in ("ordinal", "month", "year")]
    theirs = {q.value: q for q in evidence.quantities if q.value in both}
    for pair in pairwise(ours):
        for one, other in (pair, pair[::-1]):
            if other.value != one.value and _alike(theirs[one.value].unit, theirs[other.value].unit):
                here, there = _company(one, wording), _company(other, wording)
                if _prefers(here, other, one, theirs, evidence) and _prefers(
                    there, one, other, theirs, evidence
                ):
                    said = theirs[other.value].text.strip()
                    yield CheckFound("number", one.text, said, one.start, one.end, said)
                    return


def _alike(unit: str, other: str) -> bool:
    return unit == other or not unit or not other


def _prefers(
    company: frozenset[str], other: Quantity, own: Quantity, theirs: dict[Fraction, Quantity], evidence: Side
) -> bool:
    """Whether the words beside a figure stand beside the other figure in the evidence."""
    return bool(company & _company(theirs[other.value], evidence)) and not company & _company(
        theirs[own.value], evidence
    )


def _company(quantity: Quantity, side: Side) -> frozenset[str]:
    """The word a figure counts: after it in English, before it in Korean and Japanese."""
    if side.language == "en":
        after = re.split(r"[,.;]|\band\b|\bto\b", side.text[quantity.end : quantity.end + 28])[0]
        return frozenset(s for s in stems(after, "en") if s not in _COUNTED)
    before = re.split(r"[,.、。]", side.text[max(0, quantity.start - 10) : quantity.start])[-1]
    return frozenset(_SYNONYMS.get(s, s) for s in stems(before, side.language)[-1:])


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
