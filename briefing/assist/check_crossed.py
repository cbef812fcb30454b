"""Two figures of a wording that changed places against the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from briefing.assist.findings import CheckFound, Side
from briefing.assist.quantities import Quantity
from briefing.assist.stems import stems

_SYNONYMS = {"확진자": "환자", "감염자": "환자", "숨진": "사망자", "感染者": "患者", "犠牲者": "死者"}
_COUNTED = frozenset(("people", "person", "persons", "men", "women", "least", "percent", "won", "dollar"))


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
