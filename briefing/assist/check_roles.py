"""Who did it to whom, turned round against the evidence: by the order of names, and by what a verb tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from briefing.assist.findings import CheckFound, Side
from briefing.assist.proper import Proper, english_names, katakana_names
from briefing.assist.roles_en import Actor, Deed, actors, deeds
from briefing.assist.wordlists import words

_PASSIVE = re.compile(r"\bby\b|에 의해|によって")
_LIST = re.compile(r"\s*(?:,|and|or|과|와|및|と|・|、|with|/|-|–)?\s*(?:the\s*)?")
_LEAST_WORDS = 1
_RELATIONS = words("in at on of to from for by with near between about against than as")
_PARTICLES = str.maketrans({"는": "은", "가": "이", "를": "을", "과": "와"})
_OFFICES = re.compile(r"\s?(?:정부|외무부|외교부|국방부|측|政府|外務省|側)")
_JOINED_CHARS = 2  # "Yun Deok-min" is one name: a space lies between its words

_LISTED = re.compile(r"\s*(?:,|and|or|with|together with|along with|&|-)\s*(?:the\s+)?(?:[A-Z]?\w+\s+){0,2}")

Named = tuple[int, int, frozenset[str]]  # start, end, what it is called


def role_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for a deed that somebody else does in the evidence: who buys is not who sells."""
    if not wording.language == evidence.language == "en":
        return
    told = deeds(evidence.text)
    for ours in deeds(wording.text):
        same = [theirs for theirs in told if theirs.sort == ours.sort]
        if any(_agree(ours, theirs) for theirs in same):
            continue
        for theirs in same:
            turned = _another(ours, theirs, wording, evidence) or _exchanged(ours, theirs, wording, evidence)
            if turned is not None:
                mine, said = (evidence.text[turned[1].start : turned[1].end], turned[0])
                yield CheckFound("party", wording.text[said.start : said.end], mine, said.start, said.end, mine)
                return


def _is(one: Actor | None, other: Actor | None) -> bool:
    return bool(one and other and one.called & other.called)


def _agree(ours: Deed, theirs: Deed) -> bool:
    """Whether nobody stands in another place."""
    if _is(ours.doer, theirs.other) or _is(ours.other, theirs.doer):
        return _is(ours.doer, theirs.doer) and _is(ours.other, theirs.other)
    return _is(ours.doer, theirs.doer) or (_is(ours.other, theirs.other) and not (ours.doer and theirs.doer))


def _another(ours: Deed, theirs: Deed, wording: Side, evidence: Side) -> tuple[Actor, Actor] | None:
    """Who does it here, where somebody does it in the evidence whom the wording leaves out."""
    if ours.root != theirs.root or not ours.doer or not theirs.doer or _is(ours.doer, theirs.doer):
        return None
    known = any(_is(ours.doer, actor) for actor in actors(evidence.text))
    silent = not any(_is(theirs.doer, actor) for actor in actors(wording.text))
    return (ours.doer, theirs.doer) if known and silent else None


def _exchanged(ours: Deed, theirs: Deed, wording: Side, evidence: Side) -> tuple[Actor, Actor] | None:
    """Who does it, or has it done, here and there, where both texts tell of both, not side by side."""
    for mine, said in ((ours.doer, theirs.doer), (ours.other, theirs.other)):
        if (
            mine
            and said
            and not mine.called & said.called
            and not _together(wording)
            and not _together(evidence)
        ):
            in_evidence = any(_is(mine, actor) for actor in actors(evidence.text))
            if in_evidence and any(_is(said, actor) for actor in actors(wording.text)):
                return mine, said
    return None


def _together(side: Side) -> bool:
    """Whether two of those told of stand side by side."""
    return any(_LISTED.fullmatch(side.text, a.end, b.start) for a, b in pairwise(actors(side.text)))


def swap_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding where two names stand in the other order with the same words between them."""
    for first, second in _pairs(wording):
        for one, other in _pairs(evidence):
            crossed = first[2] & other[2] and second[2] & one[2] and not first[2] & one[2]
            same_case = _case(second, wording) == _case(other, evidence)
            between = wording.text[first[1] : second[0]], evidence.text[one[1] : other[0]]
            if crossed and same_case and _turned(*between):
                said = evidence.text[one[0] : one[1]]
                yield CheckFound("party", wording.text[first[0] : first[1]], said, first[0], first[1], said)
                return


def _case(actor: Named, side: Side) -> str:
    """The particle behind a name, in Korean and Japanese."""
    found = re.match(r"(?:에서|으로부터|로부터|에게|에|から|に|へ|で)", side.text[actor[1] :])
    return found.group() if found and side.language != "en" else ""


def _turned(ours: str, theirs: str) -> bool:
    """Whether the words between two names are the same, so that their order tells who acts."""
    if _LIST.fullmatch(ours) or bool(_PASSIVE.search(ours)) != bool(_PASSIVE.search(theirs)):
        return False
    ours, theirs = (_OFFICES.sub("", text).translate(_PARTICLES) for text in (ours, theirs))
    if ours == theirs and not ours.isascii():
        return True  # a particle is enough in Korean and Japanese
    said = _words(theirs)
    if len(said - _RELATIONS) == 1:
        return said == _words(ours)
    return len(said - _RELATIONS) > _LEAST_WORDS and len(said & _words(ours)) * 4 >= 3 * len(said)


def _words(between: str) -> set[str]:
    """Its words but for titles, which begin with a capital, and for who is only quoted."""
    return {w for w in re.findall(r"\w+", between) if not w[0].isupper()} - {"said", "told", "and", "the"}


def _pairs(side: Side) -> list[tuple[Named, Named]]:
    return [(a, b) for a, b in pairwise(_named(side)) if not a[2] & b[2]]


def _named(side: Side) -> list[Named]:
    """The names of a text in order; the words of one name are one actor."""
    found = [(k.start, k.end, frozenset((k.id,))) for k in side.names]
    for name in _NAMES.get(side.language, _nobody)(side.text):
        if not any(start < name.end and name.start < end for start, end, _ in found):
            found.append((name.start, name.end, frozenset((name.text.lower(),))))
    named: list[Named] = []
    for start, end, called in sorted(found, key=lambda actor: actor[0]):
        if named and start - named[-1][1] < _JOINED_CHARS and not _is_known(called, side):
            named[-1] = (named[-1][0], end, named[-1][2] | called)
        else:
            named.append((start, end, called))
    return named


def _nobody(_text: str) -> Iterable[Proper]:
    return ()


_NAMES: dict[str, Callable[[str], Iterable[Proper]]] = {"en": english_names, "ja": katakana_names}


def _is_known(called: frozenset[str], side: Side) -> bool:
    return any(k.id in called for k in side.names)
