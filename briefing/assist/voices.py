"""Whose word a piece of evidence is: quoted speech, a named body's claim, or the paper's own report."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from briefing.assist.scripts import language_of
from briefing.model.note import Note, Point

Voice = Literal["quotation", "claim", "report"]

_QUOTED = re.compile(r"[“\"「『][^”\"」』]{12,}[”\"」』]")
_SAID = (
    r"(?:said|says|say|added|announced|told|claimed|confirmed|stated|noted|warned|reported|explained|insisted)"
)
_NAMED = r"(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w'’.&-]*|(?:of|for|and|the|in|on)(?= )|[a-z][\w-]+)"
_CLAIMS = {
    "en": re.compile(
        r"\b[Aa]ccording to (?P<who>(?:the |a |an )?[\w'’.& -]{2,60}?)(?=[,;]|\.(?:\s|$)|$)"
        rf"|[,”\"]\s+{_SAID}\s+(?P<who3>(?:the |a |an )?(?:[A-Z][\w'’.-]*|of|for|minister|president|spokes\w+)"
        r"(?: (?:[A-Z][\w'’.-]*|of|for|the|minister|spokes\w+))*)"
        rf"|(?:^|[,;.”\"]\s+|\b(?:but|and|while)\s+)(?P<who2>{_NAMED}(?: {_NAMED}){{0,8}}?)"
        rf"(?:,[^,]{{2,60}},)?\s+(?:also |later |had |has )?{_SAID}\b"
    ),
    "ko": re.compile(
        r"(?P<who>[가-힣A-Za-z][가-힣A-Za-z·\s]{1,20}?)에 (?:따르면|의하면)"
        r"|(?P<who2>[가-힣A-Za-z·]{2,15}?(?: [가-힣·]{2,8}?){0,3}?)(?:은|는|이|가)\s[^.]*"
        r"(?:고|라고|라며|다며)\s(?:\d{1,2}일\s)?(?:밝혔|말했|전했|발표했|주장했|설명했|강조했|덧붙였|언급했|지적했)"
    ),
    "ja": re.compile(
        r"(?P<who>[^、。\s]{2,20}?)(?:によると|によれば)"
        r"|(?P<who2>[^、。「はが]{2,20}?)[はが][^。]*(?:と|を)(?:発表|述べ|語っ|話し|明らかに|説明し|主張し|強調し)"
    ),
}
_NO_NAMES = frozenset(("it", "he", "she", "they", "who", "which", "that", "이들", "그", "彼", "彼女"))
_LEAD = re.compile(
    r"^(?:(?:[Oo]n|[Ii]n|[Aa]t)\s+(?:a\s+|the\s+)?"
    r"(?:[A-Z][a-z]+day|statement|briefing|interview|report|press release)"
    r"(?: on [A-Z]\w+)?,?\s+|[Bb]ut\s+|[Aa]nd\s+|또\s+|\d{1,2}일\s+)+"
)


class Source(Struct, frozen=True):
    """The voice of a piece of evidence, and who speaks ("" if nobody is named)."""

    voice: Voice
    who: str = ""


@lru_cache(maxsize=4096)
def source_of(evidence: str, language: str = "") -> Source:
    """Who says what a piece of evidence says."""
    spoken = language[:2].lower() or language_of(evidence)
    pattern = _CLAIMS.get(spoken)
    claim = pattern.search(evidence) if pattern else None
    who = _named(next((name for name in claim.groups() if name), "")) if claim else ""
    if _QUOTED.search(evidence):
        return Source("quotation", who)
    return Source("claim", who) if claim else Source("report")


def _named(found: str) -> str:
    who = _LEAD.sub("", found.strip()).rstrip(".,")
    return "" if who.lower() in _NO_NAMES else who


def source_of_point(note: Note, point: Point) -> Source | None:
    """Whose word the first quote of a point is; None of a point without a quote."""
    articles = {a.id: a for a in note.articles}
    quoted = next((a for a in point.evidence if a.article in articles), None)
    return source_of(quoted.quote, articles[quoted.article].language) if quoted else None


def who_says(note: Note, point: Point) -> str:
    """Who is named as saying the first quote of a point, "" for the paper's own report."""
    source = source_of_point(note, point)
    return source.who if source else ""
