"""Who does what to whom in an English text, told alike in active and passive: who sells, wins, is accused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing import resources
from briefing.assist.known_names import known_names, names
from briefing.assist.proper import english_names
from briefing.assist.wordlists import words

_NOUNS = words("""
    union company firm bank court government ministry army rebels police protesters opposition
    coalition commission council parliament senate president minister premier king queen mayor
    governor general spokesman chairman prosecutors prosecutor judge judges committee board fund
    club team party management employers employer workers employees teachers doctors farmers
    customers airline peacekeepers gunmen militants soldiers troops navy students activists
    residents journalists journalist lawyers plaintiff plaintiffs suspect regulator watchdog
    ambassador envoy bishop pope insurgents guerrillas militia buyer seller tenant landlord tenants
    landlords lender borrower parents retailer carrier operator exports imports senator senators
    lawmakers envoys players owner owners coach fans passengers crew
""")
_MENTION = re.compile(r"\b[a-z]{3,}\b")
_POSSESSIVE = re.compile(r"['’]s?\b")
_NO_SUBJECT = re.compile(
    r"\b(?:of|in|at|from|for|with|by|to|on|against|near|off|via|through|over|than|under|between|about|into)\s+"
    r"(?:the\s+|its\s+|his\s+|her\s+|an?\s+|former\s+|[A-Z][\w'’-]+\s+)*$"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being|gets?|got)\s+(?:\w+ly\s+|also\s+|not\s+)?$")
_RELATIVE = re.compile(r"\b(?:which|who|whose|whom)\b")
_WILL = re.compile(
    r"\b(?:to|will|would|may|might|can|could|must|should|did|not)\s+(?:\w+ly\s+|also\s+|not\s+)?$"
)
_NOUN_OF = re.compile(
    r"\b(?P<noun>invitation|attacks?|raids?|criticism|support|backing|requests?|appeals?|visits?)\s+(?:from|by)\s+(?:the\s+)?"
)
_OWN_NOUN = re.compile(
    r"['’]s?\s+(?:\w+\s)?(?P<noun>invitation|attacks?|raids?|criticism|requests?|appeals?|complaints?|lawsuits?)\b"
)
_SORT = {
    "inv": "invite",
    "att": "attack",
    "rai": "attack",
    "cri": "criticise",
    "com": "accuse",
    "law": "accuse",
    "sup": "support",
    "bac": "support",
    "req": "urge",
    "app": "urge",
    "vis": "visit",
}
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
_MEANS = re.compile(
    r"\b(?:(?:plan|agree|want|offer|promis|pledg|vow|inten|aim|expect|hop|decid|continu|threat|refus|fail)\w*|is|are|was|were|"
    r"has|had|have|set|ready|due|for (?:\w+ ){1,3}?\w+)\s+to\s+(?:\w+ly\s+)?$"
)
_OBJECT = re.compile(r"\s+(?:(?!for |from |to |with |in |on |by |of |that |and |as |at )[\w'’-]+ ){0,4}")
_PLURALS = words("""
    orders strikes attacks raids exports imports supplies visits requests charges fires calls fines hosts
    purchases
    returns awards grants hands shells bombs supports appeals wins defeats transfers
""")
_ACTS = re.compile(r"\s+(?:the|an?|its|his|her|their|more|less|fewer|[A-Z\d])")
_BY = re.compile(r"\s+(?:[\w$€£.,-]+\s+){0,6}?by\s+(?:the\s+|an?\s+)?")
_STOP = re.compile(r"[.;:]\s|\n")
_OF_ONE = re.compile(r"(?: [A-Z][\w-]+)* (?:of )?")  # Selam Bekele, Halvera of Switzerland, Japan Coast Guard
_SUBJECT_REACH, _OBJECT_REACH = 70, 100


class Actor(Struct, frozen=True):
    """Somebody named or told of: where, and what tells who it is."""

    start: int
    end: int
    called: frozenset[str]


class Verb(Struct, frozen=True):
    """What a form of a verb tells: the sort of deed, what marks the other one, and who its subject is."""

    sort: str
    root: str
    particle: str
    suffers: bool
    both: bool
    bare: bool


class Deed(Struct, frozen=True):
    """What is done, by whom and to whom, as far as the text tells."""

    sort: str
    doer: Actor | None
    other: Actor | None
    root: str


@lru_cache(maxsize=1)
def _verbs() -> dict[str, list[Verb]]:
    """Each form of each verb."""
    found: dict[str, list[Verb]] = {}
    for line in resources.text("assist", "roles.txt").splitlines():
        if line.startswith("#"):
            continue
        sort, mark, listed = line.split("\t")
        for verb in listed.split(", "):
            bare, *past = verb.split()
            for form in (bare, *_inflected(bare, past)):
                found.setdefault(form, []).append(
                    Verb(sort, bare, mark.strip("<!"), "<" in mark, "!" in mark, form == bare)
                )
    return found


def _inflected(bare: str, past: list[str]) -> Iterator[str]:
    stem = bare.removesuffix("e")
    yield (
        f"{bare[:-1]}ies"
        if re.search("[^aeou]y$", bare)
        else f"{bare}es"
        if re.search("(?:s|sh|ch|x)$", bare)
        else f"{bare}s"
    )
    yield from past or (re.sub("([^aeou])y$", r"\1i", bare).removesuffix("e") + "ed",)
    yield f"{stem}ing"


@lru_cache(maxsize=256)
def actors(text: str) -> tuple[Actor, ...]:
    """The names of a text and its nouns for people and bodies; the words of one name are one actor."""
    within = names().within
    found = [Actor(k.start, k.end, frozenset((within.get(k.id, k.id),))) for k in known_names(text)]
    free = [Actor(n.start, n.end, frozenset((n.text.lower(),))) for n in english_names(text)]
    free += [
        Actor(m.start(), m.end(), frozenset((m.group(),)))
        for m in _MENTION.finditer(text)
        if m.group() in _NOUNS
    ]
    found += [a for a in free if not any(k.start < a.end and a.start < k.end for k in found)]
    joined: list[Actor] = []
    for actor in sorted(found, key=lambda a: a.start):
        last = joined[-1] if joined else None
        if last and _OF_ONE.fullmatch(text, last.end, actor.start) and text[actor.start].isupper():
            joined[-1] = Actor(last.start, actor.end, last.called | actor.called)
        else:
            joined.append(actor)
    return tuple(joined)


@lru_cache(maxsize=256)
def deeds(text: str) -> tuple[Deed, ...]:
    """The deeds of a text whose verbs are listed."""
    return tuple(_deeds(text))


def _deeds(text: str) -> Iterator[Deed]:
    named = actors(text)
    yield from _told_by_nouns(text, named)
    for match in _MENTION.finditer(text):
        if match.group() in _PLURALS and not _ACTS.match(text, match.end()):
            continue  # "the strikes planned for Monday"
        for verb in _verbs().get(match.group(), ()):
            if verb.bare and not _WILL.search(text[: match.start()]):
                continue  # a noun, it may be
            doer, other = _both(match, verb, text, named)
            if verb.suffers:
                doer, other = other, doer
            if (doer and other) or ((doer or other) and not verb.both):
                yield Deed(verb.sort, doer, other, verb.root)


def _told_by_nouns(text: str, named: tuple[Actor, ...]) -> Iterator[Deed]:
    """The invitation of somebody."""
    for match in _NOUN_OF.finditer(text):
        if actor := _at(match.end(), named):
            yield Deed(_SORT[match["noun"][:3]], actor, None, match["noun"])
    for owner in named:
        if owned := _OWN_NOUN.match(text, owner.end):
            yield Deed(_SORT[owned["noun"][:3]], owner, None, owned["noun"])


def _both(
    match: re.Match[str], verb: Verb, text: str, named: tuple[Actor, ...]
) -> tuple[Actor | None, Actor | None]:
    """Who does it by the form of the verb, and to whom."""
    passive = bool(_PASSIVE.search(text[: match.start()])) and not match.group().endswith("ing")
    by = _BY.match(text, match.end()) if passive or match.group().endswith("ed") or not verb.particle else None
    agent, subject = _at(by.end(), named) if by else None, _subject(match.start(), text, named)
    if passive or agent:
        return agent, subject
    return subject, _after(match.end(), verb.particle, text, named)


def _subject(place: int, text: str, named: tuple[Actor, ...]) -> Actor | None:
    """Who stands before a verb, not behind a preposition and not as the owner of something."""
    to = _TO.search(text[:place])
    if to and not _MEANS.search(text[:place]):
        return next((a for a in named if a.end + 1 == to.start()), None)  # "Velmark to buy Castora"
    first = max((m.end() for m in _STOP.finditer(text, 0, place)), default=0)
    before = [a for a in named if first <= a.start and a.end <= place]
    fit = [
        a
        for a in before
        if not _NO_SUBJECT.search(text[first : a.start]) and not _POSSESSIVE.match(text, a.end)
    ]
    if fit and _RELATIVE.search(text[first:place]):
        return fit[0] if fit[0].start - first <= len("\nThe ") else None
    return fit[-1] if fit and fit[-1].start >= place - _SUBJECT_REACH else None


def _after(place: int, particle: str, text: str, named: tuple[Actor, ...]) -> Actor | None:
    """Who stands behind the particle of a verb, or right behind the verb."""
    stop = _STOP.search(text, place)
    last = min(place + _OBJECT_REACH, stop.start() if stop else len(text))
    inside = [a for a in named if place <= a.start < last and not _POSSESSIVE.match(text, a.end)]
    if particle:
        marked = re.compile(rf"\b{particle}\s+(?:the\s+|an?\s+|its\s+|[A-Z][\w'’-]+\s+)*$")
        behind = next((a for a in inside if marked.search(text[place : a.start])), None)
        if behind or particle != "to":
            return behind
    close = [a for a in inside if _OBJECT.fullmatch(text, place, a.start)]
    return close[-1] if close else None


def _at(place: int, named: tuple[Actor, ...]) -> Actor | None:
    return next((a for a in named if a.start <= place + 12 and a.end > place), None)
