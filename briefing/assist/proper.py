"""Proper names that no list knows: capitals in English, katakana, persons before a Korean title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.assist.wordlists import words

_CAPITAL = re.compile(r"(?<![\w'’.])[A-ZÀ-Þ][\w'’]*(?:-\w+)*(?!\$)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[\"“‘(]\s*|^\s*[-•]\s*)$")
_NO_NAME = re.compile(
    r"[A-Z]{0,2}[A-Za-z]{2,3}\.?\s?\d[\d.,]*(?:bn|mn|m|tn|k)?\b|"
    r"(?:Ex|Non|Pre|Post|Anti|Pro|Mid|Co|Sub|Self|Pan)-[a-z]"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|off|coast of|from|to|visit(?:ed|s|ing)?|toward|outside|"
    r"around)\s+(?:the\s+)?(?:[A-Z]\w+\s+)?$|"
    r"\b(?:(?:north|south|east|west)\w* of|Lake|Mount|Cape|Port|River|Gulf of|Strait of)\s+$"
)
_PLACE_AFTER = re.compile(
    r"\s+(?:crossing|port|river|strait|border|bay|islands?|airport|province|valley|harbou?r)\b", re.IGNORECASE
)
_PERSON_BEFORE = re.compile(r"(?:^|\s)[A-Z][a-zà-ÿ]+ $")
_KATAKANA = re.compile(
    r"[ァ-ヺー]{3,}(?:・[ァ-ヺー]+)*|[ァ-ヺー]{2,}(?=首相|外相|大統領|大臣|長官|局長|次官|氏|国王)"
)
_GENERIC = words("""
    agreement agreements accord act administration affairs agency agencies air airport annual april
    area army article assembly association august authority authorities bank bay bilateral board
    border bureau cabinet center central chairman charter chief china chinese city coast commission
    commissioner committee conference congress convention cooperation corporation council country
    court customs day declaration defense defence delegation department deputy dialogue director
    district east eastern economic embassy energy environment executive export federal finance
    fisheries force forces foreign forum free friday general general's global government governments
    governor group gulf health high house import industry institute interior international island
    islands joint july june justice king labor labour law leader leaders majesty march maritime may
    meeting memorandum military minister ministers ministry monday mou mr mrs ms mutual nation
    national nations navy new north northern november october office officer official officials
    organization pact parliament parties party peninsula plan police port premier president
    presidential press prime prince program protocol province public queen region regional republic
    river royal saturday sea second secretary security senate senior september service sides south
    southern special state states statement strait summit sunday supreme talks task thursday trade
    treaty trilateral tuesday union united university upper vice wednesday west western working
    world first third fourth january february december commerce transport tourism culture science
    technology information communications interior agriculture education the this that these those
    it its he she they their his her both after before during in on at by for from with while when
    under as according a an and but or if no not two three four five six seven eight nine ten all
    most some many several one also however meanwhile since until there here such each every other
    another next last today tomorrow yesterday mt mount st dept govt fm pm jv vs q1 q2
    q3 q4 h1 h2 moon earth sun evs ceo cfo coo
    mp mps mep meps gov gen col rep sen amb mod mfa gdp cpi ppi vat
    nobody nothing none everybody everyone somebody someone
    officials negotiators diplomats delegates eur usd gbp jpy krw we our us you i my talks
    less more fewer around about nearly almost only even just far near well
    games olympics olympic paralympics paralympic cup championship championships summits ticket
    european asian african arab western eastern nordic baltic latin atlantic pacific mediterranean
    exports imports relations trade tariffs experts analysts inspectors leaders lawmakers
""")


class Proper(Struct, frozen=True):
    """A proper name: where it stands, whether a place is meant, and whether its sentence begins with it."""

    start: int
    end: int
    text: str
    place: bool
    first: bool


@lru_cache(maxsize=256)
def english_names(text: str) -> tuple[Proper, ...]:
    """The capitalised words of an English text that are no common words."""
    return tuple(_english_names(text))


def _english_names(text: str) -> Iterator[Proper]:
    for match in _CAPITAL.finditer(text):
        word = re.sub(r"['’]s?$", "", match.group())
        if word.lower() in _GENERIC or len(word) < 2 or _NO_NAME.match(text, match.start()):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        starts = bool(_SENTENCE_START.search(before)) or not before.strip()
        if text.startswith(":", match.end()) and not _PERSON_BEFORE.search(before):
            continue  # a label
        yield Proper(
            match.start(),
            match.start() + len(word),
            word,
            bool(_PLACE_BEFORE.search(before) or _PLACE_AFTER.match(text, match.end())),
            starts,
        )


def katakana_names(text: str) -> Iterator[Proper]:
    """The runs of katakana of a Japanese text."""
    for match in _KATAKANA.finditer(text):
        place = (
            text[match.end() : match.end() + 1] in ("で", "を")
            or text[match.end() : match.end() + 3] == "を訪問"
        )
        yield Proper(match.start(), match.end(), match.group(), place, first=False)


def distance(one: str, other: str, limit: int = 3) -> int:
    """How many letters differ (insert, drop, change, swap), or `limit` if that many or more."""
    if abs(len(one) - len(other)) >= limit:
        return limit
    before, row = list[int](), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) >= limit:
            return limit
    return min(row[-1], limit)
