"""Who wrote it: lines that name persons, agencies, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.importers.outlets import agency_named, is_known_publisher, is_publisher

_MARK = re.compile(
    r"^\s*(?:(?:written |reported |story |text |words |article |analysis |opinion |commentary |exclusive "
    r"|interview |special report )?"
    r"by\b|from\b(?= [A-Z][\w.]+ [A-Z])"
    r"|von\b|par\b|por\b|di\b|reporter[:：]|author[:：]"
    r"|글[:·]?\s|記者[:：]|作者[:：]|文[/／:：]|記者\s|本报记者|本報記者|新华社记者)[\s:：]*",
    re.IGNORECASE,
)
_WIRED = re.compile(r"(?P<agency>[A-Z][\w -]{1,24}), (?P<place>[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w ]{2,20})?)")
_EMAIL = re.compile(r"[\(\[<]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[\)\]>]?")
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_KOREAN = re.compile(
    r"^[\[(【]?(?:(?P<place>[가-힣]{2,6})\s?=\s?)?(?P<outlet>[가-힣A-Za-z0-9]{2,10}(?:뉴스|신문"
    r"|일보|경제|닷컴)?\s?[=/|]\s?)?"
    r"(?P<names>[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4})*)\s?(?:(?:선임|수석|전문|인턴"
    r"|객원)\s?)?(?:기자|특파원|논설위원|통신원|앵커|PD)"
)
_JAPANESE = re.compile(
    r"^[【（(\[]?(?:(?:編集委員|[^\s【】]{0,8}(?:記者|特派員|支局長))[\s:：・]?)?"
    r"(?P<names>[\u4e00-\u9fff]{2,6}?)(?:記者|特派員|編集委員)?[】）)\]]?$"
)
_JAPANESE_CUE = re.compile("記者|特派員|支局長|編集委員|^【[\u4e00-\u9fff]{3,5}】$")
_SPLIT = re.compile(
    r"\s*(?:,(?!\s*(?:Jr|Sr|MD|PhD)\b)|;|、|/|&|·|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\bavec\b"
    r"|\bmit\b|\bcon\b|\be\b)\s*"
)
_ROLE = re.compile(
    r"(?i)\b(correspondent|reporter|editor|staff writer|staff|writer|bureau chief|columnist"
    r"|contributor|analyst|journalist|producer|newsroom|desk"
    r"|political|diplomatic|economics|business|senior|deputy|chief|special|affairs|team|online"
    r"|service|agencies|wire|news|redaktion|rédaction|redacción)\b"
)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s?){1,5}")
_IN_PLACE = re.compile(r"\s+(?:in|à|en|aus)\s+[A-Z][\w.,' -]+$")
_TAIL_CREDIT = re.compile(
    r"(?:^|\(|\[)\s*(?:additional )?(?:reporting|report"
    r"|writing) by (?P<names>.+?)(?:\s+in [A-Z][\w ,]+?)?(?=[;.\)\]]|\s(?:editing|writing)\b|$)",
    re.IGNORECASE,
)
_FOLLOW = re.compile(r"(?i)\s+follow\b.*$|\s+(?:updated|published|posted)\b.*$")
_UNDATED = re.compile(
    r"(?i)\s+(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"(?:,? at\b.*|,? \d.*)?$"
)
_HOUSE = re.compile(
    "(?:社|新聞|新闻|新报|新報|日报|日報|晚报|晩報|商报|青年报|编辑部|編集部|取材班|本网|网|網|편집국|취재팀|뉴스팀|신문|일보|기자단|뉴스|방송)$"
)
_MOST_NAME_CHARS = 40
_MOST_LINE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Byline:
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
    east = _eastern_names(bare)
    if east:
        return Byline(east)
    wired = _WIRED.fullmatch(bare)
    if wired and agency_named(wired["agency"]):
        return Byline(agency=agency_named(wired["agency"]), place=wired["place"])
    marked = _MARK.match(bare)
    if not marked or (bare[-1:] in ".!?。" and not re.search(r"\b(Jr|Sr|[A-Z])\.$", bare)):
        return Byline()
    return names_in(_UNDATED.sub("", _FOLLOW.sub("", bare[marked.end() :])))


def _eastern_names(bare: str) -> tuple[str, ...]:
    korean = _KOREAN.match(bare)
    if korean and len(bare) <= 60:
        return tuple(n.strip() for n in re.split(r"[·,]", korean["names"]))
    japanese = _JAPANESE.match(bare) if _JAPANESE_CUE.search(bare) else None
    return (japanese["names"],) if japanese else ()


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
        elif is_publisher(name):
            publisher = name if is_known_publisher(name) or not publisher else publisher
        elif is_person(name) and name not in persons:
            persons.append(name)
    return Byline(tuple(persons), ", ".join(dict.fromkeys(agencies)), publisher)


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
