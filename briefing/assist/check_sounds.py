"""Names across scripts, by how they sound: 조던 헤일리, where the evidence has Jordan Hayes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.assist.check_slots import KO_NOUN, is_loan, is_person
from briefing.assist.findings import CheckFound, Kind, Side
from briefing.assist.proper import english_names
from briefing.assist.sounds import consonants, is_near, same_sound, sound

_PLACE_AFTER = re.compile(
    r"(?:시|군|주|성|섬|항|공항|인근|근교|부근)?(?:\s?(?:인근|근교|부근|공항|항구|지역)|에서)|(?:近郊|付近|沖|港|空港|市|州|県|島)"
)
_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝][ァ-ヺー]+)+|[ァ-ヺー]{3,}")
_LEAST = 2  # consonants without which a sound tells too little
_GIVEN = slice(1, None)


class Spoken(Struct, frozen=True):
    """A word that may be a name: its place, its sound, whether it is surely one, and a place."""

    start: int
    end: int
    text: str
    sound: str
    sure: bool
    place: bool


def sound_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each name that sounds like none of the evidence, where one there is left in its place."""
    if wording.language == evidence.language:
        return
    ours, theirs = _spoken(wording), _spoken(evidence)
    fresh = [o for o in ours if not _heard(o, theirs)]
    left = [t for t in theirs if not _heard(t, ours)]
    for own in ours:
        said = _beside(own, (ours, theirs), (wording, evidence)) or _of_person(own, ours, theirs, wording)
        said = said or _other_place(own, fresh, left)
        if said is not None:
            kind: Kind = "place" if own.place and said.place else "name"
            yield CheckFound(kind, own.text, said.text, own.start, own.end, "")


def _spoken(side: Side) -> list[Spoken]:
    known = [(k.start, k.end) for k in (*side.names, *side.titles)]
    known += [(q.start, q.end) for q in side.quantities]
    return (
        [one for one in _READERS[side.language](side.text) if not _overlaps(one, known)]
        if side.language in _READERS
        else []
    )


def _overlaps(one: Spoken, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < one.end and one.start < b for a, b in spans)


def _english(text: str) -> Iterator[Spoken]:
    for name in english_names(text):
        if not name.text.isupper():
            yield Spoken(name.start, name.end, name.text, sound(name.text), not name.first, name.place)


def _japanese(text: str) -> Iterator[Spoken]:
    for name in _KATAKANA.finditer(text):
        place = bool(_PLACE_AFTER.match(text, name.end()))
        for part in re.finditer("[^・＝]+", name.group()):
            start = name.start() + part.start()
            yield Spoken(
                start, start + len(part.group()), part.group(), sound(part.group()), sure=True, place=place
            )


def _korean(text: str) -> Iterator[Spoken]:
    for match in KO_NOUN.finditer(text):
        noun = match["noun"]
        start, end = match.span("noun")
        if len(noun) > 1 and not noun.isascii():
            yield Spoken(start, end, noun, sound(noun), is_loan(noun), bool(_PLACE_AFTER.match(text, end)))


_READERS = {"en": _english, "ja": _japanese, "ko": _korean}


def _heard(one: Spoken, others: Sequence[Spoken]) -> bool:
    """Whether another text has the sound, alone or at the start of a longer word."""
    return any(
        same_sound(one.sound, other.sound) or _begins(one, other) or _begins(other, one) for other in others
    )


def _begins(one: Spoken, other: Spoken) -> bool:
    """엔테베공항, for Entebbe."""
    if not "가" <= other.text[0] <= "힣" or consonants(one.sound) < _LEAST:
        return False
    return any(same_sound(one.sound, sound(other.text[:size])) for size in range(2, len(other.text)))


def _beside(
    own: Spoken, spoken: tuple[Sequence[Spoken], Sequence[Spoken]], sides: tuple[Side, Side]
) -> Spoken | None:
    """What the evidence has beside the name that stands beside this one: another Hayes after Jordan."""
    for step in (-1, 1):
        anchor = _neighbour(own, spoken[0], step, sides[0])
        beside = [(said, _neighbour(said, spoken[1], step, sides[1])) for said in spoken[1]] if anchor else []
        there = [said for said, other in beside if other and anchor and _is_same(anchor, other)]
        if there and not any(same_sound(own.sound, said.sound) for said in there) and _may_be(own, there[0]):
            return there[0]
    return None


def _is_same(one: Spoken, other: Spoken) -> bool:
    return consonants(one.sound) >= _LEAST and same_sound(one.sound, other.sound)


def _may_be(own: Spoken, said: Spoken) -> bool:
    return consonants(own.sound) > 0 and ((own.sure and said.sure) or is_near(own.sound, said.sound))


def _neighbour(one: Spoken, others: Sequence[Spoken], step: int, side: Side) -> Spoken | None:
    """The word right before (-1) or after a name that is part of it."""
    for other in others:
        first, second = (other, one) if step < 0 else (one, other)
        if first.end < second.start and side.text[first.end : second.start] in (" ", "・", "＝"):
            return other
    return None


def _of_person(own: Spoken, ours: Sequence[Spoken], theirs: Sequence[Spoken], wording: Side) -> Spoken | None:
    """오승민, where the wording has Oh Seung-hyun: the surname is heard, the given name is not."""
    if is_person(own.text):
        return _of_korean(own, theirs)
    surname = _neighbour(own, ours, -1, wording)
    persons = [t for t in theirs if is_person(t.text)]
    if surname is None or any(same_sound(own.sound, sound(p.text[_GIVEN])) for p in persons):
        return None
    alike = (
        p
        for p in persons
        if same_sound(surname.sound, sound(p.text[0])) and _resembles(own.sound, sound(p.text[_GIVEN]))
    )
    return next(alike, None)


def _resembles(one: str, other: str) -> bool:
    return one[:1] == other[:1] or is_near(one, other)


def _of_korean(own: Spoken, theirs: Sequence[Spoken]) -> Spoken | None:
    given = sound(own.text[_GIVEN])
    if any(same_sound(given, t.sound) for t in theirs):
        return None
    for surname, said in pairwise(theirs):
        apart = said.start - surname.end
        if apart == 1 and same_sound(surname.sound, sound(own.text[0])) and _resembles(given, said.sound):
            return said
    return None


def _other_place(own: Spoken, fresh: Sequence[Spoken], left: Sequence[Spoken]) -> Spoken | None:
    """The one place left in the evidence, for the one place that it does not have."""
    said = [s for s in left if s.place and s.sure]
    alone = own in fresh and own.place and own.sure and sum(f.place for f in fresh) == 1
    return said[0] if alone and len(said) == 1 else None
