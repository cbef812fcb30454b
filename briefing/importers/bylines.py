"""Who wrote it: lines that name persons, agencies, or both."""

from __future__ import annotations

import re

from msgspec import Struct

from briefing.importers.cleaning import words
from briefing.importers.eastern import eastern_names, place_before_name
from briefing.importers.lexicon import lexicon
from briefing.importers.outlets import agency_named, is_known_publisher, is_publisher

_MARK = re.compile(
    r"^\s*(?:(?:written |reported |posted |published |updated |story |text |words |article |analysis |opinion "
    r"|commentary |exclusive |interview |special report |a report )?by\b|from\b(?= [A-Z][\w.]+ [A-Z])"
    r"|(?:eine? (?:kommentar|analyse|bericht|reportage|interview|gastbeitrag|essay|porträt|kolumne) |text "
    r"|geschrieben )?von\b(?: autor(?:in)?[:：])?|aus [A-Z][\w -]{2,24} berichte[tn]\b"
    r"|(?:propos recueillis |recueilli |publié |écrit |rédigé |un (?:article|reportage|entretien) "
    r"|une (?:enquête|analyse) )?par\b|un (?:article|reportage) de\b"
    r"|(?:escrito |publicado |redactado |texto |una? (?:crónica|análisis|reportaje) )?por\b|di\b"
    r"|(?:reporter|author|autor(?:in|a|es)?|auteure?|texte?|texto|redacción)[:：]|글[:·]?\s)[\s:：]*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?P<who>[^,/|]{4,40}?)\s?[,/|]\s?(?P<outlet>[^,/|]{2,30})(?:, [A-Z][\w .-]{2,24})?")
_WIRED = re.compile(r"(?P<agency>[A-Z][\w -]{1,24}), (?P<place>[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w ]{2,20})?)")
_EMAIL = re.compile(r"[\(\[<]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[\)\]>]?")
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_SPLIT = re.compile(
    r"\s*(?:,(?!\s*(?:Jr|Sr|MD|PhD)\b)|;|、|/|&|·|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\bavec\b"
    r"|\bmit\b|\bcon\b|\be\b)\s*"
)
_ROLE = re.compile(
    r"(?i)\b(correspondante?|korrespondent(?:in)?|corresponsal|envoyée? spéciale?|enviad[oa] especial"
    r"|journaliste|redakteur(?:in)?|redactora?|periodista|\w+-studio"
    r"|correspondent|reporter|editor|staff writer|staff|writer|bureau chief|columnist"
    r"|contributor|analyst|journalist|producer|newsroom|desk"
    r"|political|diplomatic|economics|business|senior|deputy|chief|special|affairs|team|online"
    r"|service|agencies|wire|news|redaktion|rédaction|redacción)\b"
)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s?){1,5}")
_IN_PLACE = re.compile(r"\s*\((?:à|in|en|aus|de) [^()]+\)$|\s+(?:in|à|en|aus)\s+[A-Z][\w.,' -]+$")
_TAIL_CREDIT = re.compile(
    r"(?:^|\(|\[)\s*(?:additional )?(?:reporting|report"
    r"|writing) by (?P<names>.+?)(?:\s+in [A-Z][\w ,]+?)?(?=[;.\)\]]|\s(?:editing|writing)\b|$)",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"(?i)\s+follow\b.*$|\s+(?:updated|published|posted)\b.*$|,?\s+for (?=the |[A-Z]).*$|\s+on$"
    r"|\s+(?:\w+ )?(?:correspondent|reporter|staff writer)$"
)
_UNDATED = re.compile(
    r"(?i)\s+(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"(?:,? at\b.*|,? \d.*)?$"
)
_PARTICLES = frozenset(words("von van de der den di da del della la le du bin ibn al el ten ter dos das y i"))
_NEVER_FIRST = frozenset(
    words("north south east west new middle central latin united saudi hong los the a prime")
)
_PLACED = re.compile(r"\s*[(（][^()（）]{3,60}[)）]\s*$")  # "By Jane Doe (Rome, correspondent)"
_NICKNAME = re.compile(r"\s*[(“\"][^)”\"]{1,16}[)”\"]\s*")
_HOUSE = re.compile(
    "(?:社|新聞|新闻|新报|新報|日报|日報|晚报|晩報|商报|青年报|编辑部|編集部|取材班|本网|网|網|편집국|취재팀|뉴스팀|신문|일보|기자단|뉴스|방송)$"
)
_MOST_NAME_CHARS = 40
_MOST_LINE_CHARS = 160


class Byline(Struct, frozen=True):
    """Persons, and the agency, that a line names as the source of the text."""

    persons: tuple[str, ...] = ()
    agency: str = ""
    publisher: str = ""
    place: str = ""

    def __bool__(self) -> bool:
        return bool(self.persons or self.agency or self.publisher)


NOBODY = Byline()


def byline_in(line: str) -> Byline:
    """Who the line names as its author; empty if the line is no byline."""
    if len(line) > _MOST_LINE_CHARS:
        return NOBODY
    bare = (_EMAIL.sub(" ", line) if "@" in line else line).strip(" |·•-–—,")
    east = eastern_names(bare)
    if east:
        return Byline(east, place=place_before_name(bare))
    wired = _WIRED.fullmatch(bare)
    if wired and agency_named(wired["agency"]):
        return Byline(agency=agency_named(wired["agency"]), place=wired["place"])
    marked = _MARK.match(bare)
    if not marked:
        return _beside(bare)
    if bare[-1:] in ".!?。" and not re.search(r"\b(Jr|Sr|[A-Z])\.$", bare):
        return NOBODY
    named = _UNDATED.sub("", _FOLLOW.sub("", bare[marked.end() :]))
    return names_in(named) or names_in(_PLACED.sub("", named))


def _beside(bare: str) -> Byline:
    """Whom "Jane Doe, Associated Press" or "Juan Pérez / EFE" names."""
    found = _BESIDE.fullmatch(bare)
    if not found or not is_full_name(found["who"]):
        return NOBODY
    if "," in bare and _ROLE.search(found["outlet"]):  # "Jane Doe, Asia staff writer"
        return Byline((found["who"],))
    agency = agency_named(found["outlet"])
    known = is_known_publisher(found["outlet"])
    return (
        Byline((found["who"],), agency, found["outlet"] if known and not agency else "")
        if agency or known
        else NOBODY
    )


def names_in(text: str) -> Byline:
    """Persons, agency and publisher in a list of names such as "Jane Doe and AFP in Seoul"."""
    text = _HANDLE.sub(" ", _EMAIL.sub(" ", text))
    whole = agency_named(text)
    if whole:
        return Byline(agency=whole)
    persons: list[str] = []
    agencies: list[str] = []
    publisher = ""
    for part in _SPLIT.split(text.split(" | ")[0]):
        name = _IN_PLACE.sub("", part).strip(" .,-–—|()[]•·")
        if agency_named(name):
            agencies.append(agency_named(name))
        elif _before_house(name):
            person, house = _before_house(name)
            persons.append(person)
            agencies += [agency_named(house)] if agency_named(house) else []
        elif is_publisher(name):
            publisher = name if is_known_publisher(name) or not publisher else publisher
        elif is_person(_NICKNAME.sub(" ", name)) and name not in persons:
            persons.append(name)
    return Byline(tuple(persons), ", ".join(dict.fromkeys(agencies)), publisher)


def _before_house(name: str) -> tuple[str, ...]:
    """The person and the house in "JANE DOE Associated Press"; empty if there is no house behind the name."""
    parts = name.split()
    for count in (3, 2, 1):
        person, house = " ".join(parts[:-count]), " ".join(parts[-count:])
        if len(parts) - count >= 2 and (agency_named(house) or is_known_publisher(house)) and is_person(person):
            return person, house
    return ()


def is_full_name(text: str) -> bool:
    """Whether the text is nothing but a name as newspapers print it: two words or more, each with a capital."""
    parts = [w for w in text.split() if w not in _PARTICLES]
    if not 2 <= len(parts) <= 5 or not all(w[:1].isupper() or w[:1] in '(“"' for w in parts):
        return False
    if holds_no_name(text):
        return False
    return parts[0].casefold() not in _NEVER_FIRST and is_person(_NICKNAME.sub(" ", text))


def without_role(text: str) -> str:
    """The text less what somebody is: "Jane Doe, Political Editor"."""
    name, _, role = text.partition(",")
    return name.strip() if _ROLE.search(role) else text


def holds_no_name(text: str) -> bool:
    """Whether a word of the text, or the whole, is one that stands in no person's name: "Full Forecast"."""
    said = {w.strip('.,()“”"') for w in text.casefold().split()} | {text.casefold()}
    return not said.isdisjoint(lexicon("not-names").words)


def is_person(name: str) -> bool:
    """Whether the words can be a person's name: no digits, no job, a capital where there are capitals."""
    if not 2 <= len(name) <= _MOST_NAME_CHARS or _ROLE.search(name) or not _NAME.fullmatch(name):
        return False
    if _HOUSE.search(name):
        return False
    if name[0].isascii() and not name[0].isupper():
        return False
    return len(name.split()) > 1 or not name.isascii()


def persons_in_tail(line: str) -> tuple[str, ...]:
    """The persons a closing credit names ("Reporting by A and B; Editing by C"), editors aside."""
    found = _TAIL_CREDIT.search(line)
    return names_in(found["names"]).persons if found else ()
