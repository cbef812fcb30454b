"""News agencies and the look of a publisher's name."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.importers.lexicon import entries, is_section

_NAME_WORDS = (
    "Herald|Times|Post|Journal|Daily|Tribune|Guardian|Gazette|Chronicle|Observer|Courier|Examiner"
    "|Telegraph|Mirror|Standard|Globe|Star"
    "|Mail|Sun|Independent|News|Press|Review|Bulletin|Dispatch|Register|Sentinel|Ledger|Monitor"
    "|Mercury|Argus|Echo|Today|Weekly|Broadcasting"
    "|Zeitung|Nachrichten|Anzeiger|Tageblatt|Blatt|Kurier|Rundschau|Presse|Journal|Figaro|Monde"
    "|Parisien|Dépêche|Diario|Periódico|Noticias|Correo|Gaceta"
)
_LOOKS_LIKE = re.compile(
    rf"(?!By |(?:{_NAME_WORDS})$)"
    rf"(?:The |La |Le |El |Die |Der )?(?:[A-Z][\w.&'’-]* ){{0,4}}(?:{_NAME_WORDS})(?: (?:Online"
    rf"|Digital|Asia|International|Network|Agency|[A-Z]\w+))?"
    r"|[가-힣A-Za-z0-9]{1,8}(?:신문|일보|뉴스|경제|타임스|방송|저널|투데이)"
    r"|[\u3040-\u30ff\u4e00-\u9fff]{1,8}(?:新聞|新闻|通信|日報|日报|時報|时报|ニュース|放送"
    r"|新聞デジタル|網|网|晩報|晚报|タイムズ)(?:オンライン|デジタル|電子版)?"
    r"|[a-z0-9-]+\.(?:com|net|org|co\.kr|co\.jp|co\.uk|de|fr|es|cn|kr|jp|news)"
)
_RIGHTS = re.compile(
    r"(?:copyright|©|ⓒ|\(c\)|저작권자)\s*(?:copyright|©|ⓒ"
    r"|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.:]*(?P<name>[^,.|·:;()<>\[\]\d©ⓒ-]{2,40})",
    re.IGNORECASE,
)
_RIGHTS_TAIL = re.compile(
    r"(?i)\s*(all rights reserved|무단|및|by\b|co\b|ltd\b|inc\b|media group|news & media"
    r"|media limited|limited|holdings|corporation"
    r"|tous droits|alle rechte).*$"
)
_SOURCE = re.compile(r"(?i)(?:source|来源|來源|출처|quelle)\s*[:：]\s*(?P<name>[^:：]{2,30})")
_AND_AGENCIES = re.compile(r"(?i),? (?:and|&) (?:news )?agencies$")
_WITH_AGENCY = re.compile(r"(?i).{2,30} (?:with|avec|mit|con) (?P<agency>[^,]{2,24})")
_STEM = re.compile(r"^(the|a)\s+|\s+(news agency|news)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    """How a line may write an agency (lower case) -> as the agency calls itself."""
    named = (line.split(" = ") for line in entries("agencies"))
    return {spelling.strip(): name.strip() for name, spellings in named for spelling in spellings.split(", ")}


@lru_cache(maxsize=1)
def _publishers() -> frozenset[str]:
    return frozenset(name.casefold() for name in entries("publishers"))


def joined_agencies(*names: str) -> str:
    """The agencies of several texts in one, each once."""
    each = (name for text in names for name in text.split(", ") if name)
    return ", ".join(dict.fromkeys(each))


def agency_named(text: str) -> str:
    """The agency that `text` names and nothing else, under its own name; empty if it names none."""
    plain = text.strip(" .,;:()[]{}=/-–—~【】（）＝").casefold()
    return _agencies().get(plain, "")


def agency_in(line: str) -> str:
    """The agency a whole line names, alone or as a paper's helper: "Le Quotidien avec AFP"."""
    helped = _WITH_AGENCY.fullmatch(line)
    return agency_named(helped["agency"] if helped else line)


def is_publisher(line: str) -> bool:
    """Whether the whole line is, or looks like, a publisher's name."""
    if is_known_publisher(line):
        return True
    return len(line) <= 40 and bool(_LOOKS_LIKE.fullmatch(line)) and not is_section(line.removesuffix(" News"))


def is_known_publisher(line: str) -> bool:
    """Whether the whole line is a publisher this program knows by name."""
    return line.casefold() in _publishers()


def known_as(name: str) -> str:
    """The publisher under the name this program knows, the name itself if it knows none."""
    stem = _STEM.sub("", name).casefold()
    return next((n for n in entries("publishers") if _STEM.sub("", n).casefold() == stem), name)


def named_as_source(text: str) -> str:
    """Whom a label names as the source: "Source: Xinhua", "来源：新华网"; empty if it is no such label."""
    found = _SOURCE.fullmatch(text.strip())
    return known_as(_AND_AGENCIES.sub("", found["name"].strip())) if found else ""


def publisher_in_rights(line: str) -> str:
    """The publisher a copyright line names, or empty."""
    if "thomson reuters trust principles" in line.casefold():
        return "Reuters"
    found = _RIGHTS.search(line)
    if not found:
        return ""
    name = _RIGHTS_TAIL.sub("", found["name"]).strip(" .,-")
    return known_as(name) if 2 <= len(name) <= 40 and not name.isdigit() else ""


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are the same house: "Korea Herald" and "The Korea Herald"."""
    return bool(one) and _STEM.sub("", one).casefold() == _STEM.sub("", other).casefold()
