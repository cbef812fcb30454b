"""The clauses of a text, and which clause of one text tells what a clause of another does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.assist.concepts import concept_places
from briefing.assist.findings import Side
from briefing.assist.known_names import known_names
from briefing.assist.negation import negations
from briefing.assist.stems import placed_stems
from briefing.assist.turns_en import read_turns
from briefing.assist.wordlists import phrase

_BREAK = {
    "en": re.compile(
        r"[.;:]\s+|\n+|,\s+(?:and|which|who)\s+|"
        r"(?:,\s+|\s)(?:but|while|although|though|whereas|because|adding that|as)\s+"
    ),
    "ko": re.compile(
        r"[.;]\s+|\n+|(?<=[가-힣]),\s+|(?<=으나)\s|(?<=지만)\s|(?<=는데)\s|"
        r"(?:(?<![다라자냐사광보최창경권신재참원피]고)(?<=[고며])|(?<=[아어여해져면라]서))"
        r"\s(?!있|없|밝|말|덧|설명|강조|전했|주장|보도|발표|하|했|함|언급|본다|봤)"
    ),
    "ja": re.compile(r"。|\n+|(?<=[がしてきいくず])、|(?<=一方)、"),
}
_BARRED = re.compile(r"\b(?:an?|the|its|any)\s(?:[\w-]+\s)?$")  # a ban is no denial
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LIKE = (4, 2)  # letters by which two words are held to be one; syllables in Korean


class Clause(Struct, frozen=True):
    """A clause: where it stands, the words that tell what it is about, and whether it denies."""

    start: int
    end: int
    text: str
    marks: frozenset[str]
    denies: bool
    soft: frozenset[str]  # the words that deny without a "not"

    @property
    def may_deny(self) -> bool:
        """Whether it denies in other words."""
        return bool(self.soft)


@lru_cache(maxsize=512)
def clauses(text: str, language: str, other: str) -> tuple[Clause, ...]:
    """The clauses of a text, marked so that they can be held against a text in the language `other`."""
    marks = _marks(text, language, other)
    denied = [n.start for n in negations(text, language) if not n.turns_down]
    return tuple(
        Clause(
            start,
            end,
            text[start:end],
            frozenset(mark for place, mark in marks if start <= place < end),
            any(start <= place < end for place in denied),
            _soft(text[start:end], language),
        )
        for start, end in _spans(text, language)
    )


def _soft(text: str, language: str) -> frozenset[str]:
    """The words of a clause that deny without a "not"."""
    if language != "en":
        return frozenset(phrase(language, "denying").findall(text.lower()))
    turns = [turn for turn in read_turns(text).turns if not turn.plain]
    if len(turns) % 2 == 0:
        return frozenset()  # "lifted the ban"
    return frozenset(turn.text.lower() for turn in turns if not _BARRED.search(text[: turn.start]))


def sides_clauses(side: Side, other: Side) -> tuple[Clause, ...]:
    """The clauses of one of two texts compared."""
    return clauses(side.text, side.language, other.language)


def tells_of(place: int, evidence: Side, wording: Side) -> bool:
    """Whether the wording tells of that clause of the evidence which holds a place."""
    theirs = sides_clauses(evidence, wording)
    own = clause_at(theirs, place)
    if own is None or len(theirs) < 2:
        return True
    for clause in sides_clauses(wording, evidence):
        near = nearest(clause, theirs)
        if near and (near[0] is own or likeness(clause, own) >= likeness(clause, near[0])):
            return True
    return False


def clause_at(found: Sequence[Clause], place: int) -> Clause | None:
    """The clause that holds a place of its text."""
    return next((c for c in reversed(found) if c.start <= place), None)


def nearest(clause: Clause, others: Sequence[Clause]) -> list[Clause]:
    """The clauses that tell most of what this one tells, best first; none if nothing is shared."""
    ranked = sorted(((likeness(clause, o), o) for o in others), key=lambda pair: -pair[0])
    return [other for score, other in ranked if score > 0]


def likeness(one: Clause, other: Clause) -> float:
    """How much of what the smaller of two clauses tells stands in the other."""
    shared = len(one.marks & other.marks)
    return shared / max(1, min(len(one.marks), len(other.marks))) * min(1.0, 0.4 + 0.2 * shared)


def _spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in (_BREAK.get(language) or _BREAK["en"]).finditer(text):
        if text[start : match.start()].strip():
            yield start, match.end()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _parts(word: str, language: str) -> Iterable[str]:
    """What stands for a word: its first letters; in Japanese, with its many compounds, each pair."""
    if language == "ja" and not "ァ" <= word[0] <= "ヺ":
        return (word[i : i + 2] for i in range(max(1, len(word) - 1)))
    return (word[: _LIKE[language == "ko"]].lower(),)


def _marks(text: str, language: str, other: str) -> list[tuple[int, str]]:
    """What tells what a text is about, each at its place: names, meanings, figures, in one language words."""
    found = [
        *((known.start, f"={known.id}") for known in known_names(text)),
        *((place, f"~{name}") for place, name in concept_places(text, language)),
        *((m.start(), m.group().replace(",", "")) for m in _FIGURE.finditer(text)),
    ]
    if language == other:
        found += [
            (place, part)
            for place, word in placed_stems(text, language)
            if word and not word[0].isdigit()
            for part in _parts(word, language)
        ]
    return found
