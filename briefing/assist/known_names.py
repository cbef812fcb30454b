"""Known names and titles in three languages, as ids: South Korea = S. Korea = 한국 = 韓国."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from briefing import resources

_LATIN = re.compile("[A-Za-z]")
# "한일 정상회담": one letter for each country.
_LETTERS = {
    "한": "south korea",
    "일": "japan",
    "미": "united states",
    "중": "china",
    "북": "north korea",
    "러": "russia",
    "日": "japan",
    "韓": "south korea",
    "米": "united states",
    "中": "china",
    "露": "russia",
    "朝": "north korea",
    "比": "philippines",
}
_DEPUTY = re.compile(
    r"\b(?:deputy|vice)[ -](?:(?!the |a |to |of |and |said |told |as )[\w’'-]+ ){0,2}$|(?<!内)副$",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"(?<![가-힣])[한일미중북러]{2,3}(?=\s|\(|이|은|는|가|과|의|\W|양국|정상|관계|회담)|[日韓米中露朝比]{2,3}(?=両|首|会|関|外相|で|の|が|は|間)"
)


class Known(Struct, frozen=True):
    """A known name or title in a text."""

    start: int
    end: int
    text: str
    id: str


class Lexicon(Struct, frozen=True):
    """Aliases and their ids, and one pattern that finds them all."""

    ids: Mapping[str, str]
    pattern: re.Pattern[str]
    within: Mapping[str, str]  # a capital and its country

    def find(self, text: str) -> Iterator[Known]:
        """Each alias in the text, longest first at each place."""
        for match in self.pattern.finditer(text):
            words = match.group()
            lower = words.lower()
            identity = self.ids.get(words) or self.ids.get(lower) or self.ids.get(lower.removesuffix("s"))
            if identity is not None:
                yield Known(match.start(), match.end(), words, identity)


@lru_cache(maxsize=1)
def names() -> Lexicon:
    """Countries, cities and organisations."""
    return _lexicon("names.txt", fold=False)


@lru_cache(maxsize=1)
def titles() -> Lexicon:
    """Titles of office."""
    return _lexicon("titles.txt", fold=True)


@lru_cache(maxsize=256)
def known_names(text: str) -> tuple[Known, ...]:
    """The known names of a text, with those hidden in compounds such as 한일 or 日韓."""
    found = list(names().find(text))
    for match in _COMPOUND.finditer(text):
        if not any(k.start < match.end() and match.start() < k.end for k in found):
            found += [
                Known(match.start() + i, match.start() + i + 1, c, _LETTERS[c])
                for i, c in enumerate(match.group())
            ]
    return tuple(found)


def known_titles(text: str) -> tuple[Known, ...]:
    """The titles of office of a text; the deputy of an office has one of its own."""
    return tuple(_with_rank(title, text) for title in titles().find(text))


def _with_rank(title: Known, text: str) -> Known:
    rank = _DEPUTY.search(text[max(0, title.start - 30) : title.start])
    if rank is None or title.id.startswith(("deputy", "vice")):
        return title
    office = (
        "vice minister"
        if title.id.endswith("minister") and title.id != "prime minister"
        else f"deputy {title.id}"
    )
    start = title.start - len(rank.group())
    return Known(start, title.end, text[start : title.end], office)


def sort_of(identity: str) -> str:
    """Whether an id is a person's, a body's or a place's (a country, a city)."""
    return {"@": "person", "*": "body"}.get(identity[:1], "place")


def _lexicon(name: str, *, fold: bool) -> Lexicon:
    ids: dict[str, str] = {}
    within: dict[str, str] = {}
    guards: dict[str, str] = {}
    for line in resources.text("assist", name).splitlines():
        identity, equals, rest = line.partition(" = ")
        if not equals or line.startswith("#"):
            continue
        aliases, _, country = rest.partition(" > ")
        if country:
            within[identity] = country.strip()
        for alias in re.split(r"[,|]", aliases.replace("D.C., ", "")):
            bare, _, guard = alias.strip().partition("(?")
            if bare:
                called = bare.lower() if fold else bare
                ids[called] = identity
                guards[called] = f"(?{guard}" if guard else ""
    return Lexicon(ids, _alternatives(guards, fold=fold), within)


def _alternatives(guards: Mapping[str, str], *, fold: bool) -> re.Pattern[str]:
    """One pattern of all aliases; a guard is what may or may not follow one of them."""
    latin = [a for a in guards if _LATIN.match(a)]
    hangul = [a for a in guards if "가" <= a[0] <= "힣"]
    kana = [a for a in guards if "ァ" <= a[0] <= "ヺ"]
    other = [a for a in guards if a not in set(latin) | set(hangul) | set(kana)]
    plural = "s?" if fold else ""
    # A Korean title may close a longer word ("관세청장"); a name begins one.
    before = "" if fold else "(?:(?<![가-힣])|(?<=(?<![가-힣])[대주재방전]))"
    pattern = (
        rf"(?<![A-Za-z0-9_.])(?:{_longest_first(latin, guards)}){plural}(?![A-Za-z0-9_$])"
        rf"|{before}(?:{_longest_first(hangul, guards)})|(?<![ァ-ヺー])(?:{_longest_first(kana, guards)})"
        rf"|(?:{_longest_first(other, guards)})"
    )
    return re.compile(pattern, re.IGNORECASE if fold else 0)


def _longest_first(aliases: list[str], guards: Mapping[str, str]) -> str:
    """Aliases as alternatives behind a look at the first letter, which spares most places the whole list."""
    firsts = "".join(sorted({a[0] for a in aliases}))
    listed = "|".join(re.escape(a) + guards[a] for a in sorted(aliases, key=len, reverse=True))
    return f"(?=[{re.escape(firsts)}])(?:{listed})"
