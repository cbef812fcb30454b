"""Who does what to whom in a Korean or Japanese text, by particles and verbs: who lends, buys, asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing import resources
from briefing.assist.known_names import known_names, names
from briefing.assist.roles_en import Actor, Deed

_TAIL = {  # what may stand between a name and its particle: its government, its ships and how many
    "ko": r"(?:\s?[가-힣]{1,7}?){0,2}?(?:\s\d[\d,]*[척명대곳개])?",
    "ja": r"(?:の?[一-鿿々ァ-ヺーA-Z0-9]{1,9})?(?:\d+[隻人機社])?",
}
_CASES = {
    "ko": {
        "doer": r"(?:은|는|이|가)(?=\s)|,\s",
        "to": r"(?:에게|에|으로|로|측에)(?=[\s,])",
        "from": r"(?:에서|에게서|으로부터|로부터)(?=[\s,])",
        "object": r"[을를](?=\s)",
    },
    "ja": {
        "doer": r"(?:[はが]|、)",
        "to": r"[にへ](?![よ対])",
        "from": r"から|の(?=[^、。]{1,14}を)",
        "object": r"を",
    },
}
_SUFFERED = re.compile(r"\s?(?:을|를)?\s?(?:받|당[했하한함])|(?:を)?受け|[しさ]?され|られ")
_STOP = re.compile(r"[.。\n]\s*|(?<=[고며])\s")


class _Verb(Struct, frozen=True):
    sort: str
    case: str
    suffers: bool
    pattern: re.Pattern[str]


@lru_cache(maxsize=2)
def _verbs(language: str) -> tuple[_Verb, ...]:
    rows = (line.split("\t") for line in resources.text("assist", "roles-east.txt").splitlines())
    return tuple(
        _Verb(row[1], row[2].strip("<"), "<" in row[2], re.compile(row[3]))
        for row in rows
        if row[0] == language
    )


@lru_cache(maxsize=2)
def _cases(language: str) -> dict[str, re.Pattern[str]]:
    return {case: re.compile(_TAIL[language] + f"(?:{marks})") for case, marks in _CASES[language].items()}


def deeds_east(text: str, language: str, shared: Sequence[str]) -> Iterator[Deed]:
    """The deeds of a text whose verbs are listed, done by listed names or by the nouns `shared`."""
    named = _actors(text, shared)
    for verb in _verbs(language) if named else ():
        for match in verb.pattern.finditer(text):
            first = max((m.end() for m in _STOP.finditer(text, 0, match.start())), default=0)
            before = [a for a in named if first <= a.start and a.end <= match.start()]
            suffered = bool(_SUFFERED.match(text, match.end()))
            case = "from" if suffered and language == "ko" else verb.case
            doer, other = (_marked(before, text, language, kind) for kind in ("doer", case))
            if verb.suffers != suffered:
                doer, other = other, doer
            if doer and not (other and doer.called & other.called):
                yield Deed(verb.sort, doer, other, match.group())


def _actors(text: str, shared: Sequence[str]) -> list[Actor]:
    """The listed names, and the nouns that do not belong to one: 중국 해경선 is China."""
    within = names().within
    found = [Actor(k.start, k.end, frozenset((within.get(k.id, k.id),))) for k in known_names(text)]
    for noun in shared:
        for match in re.finditer(re.escape(noun), text):
            if not any(a.start < match.end() and match.start() <= a.end + 1 for a in found):
                found.append(Actor(match.start(), match.end(), frozenset((noun,))))
    return sorted(found, key=lambda a: a.start)


def _marked(before: Sequence[Actor], text: str, language: str, case: str) -> Actor | None:
    """The last one before the verb that stands in a case; who does it may stand first, before a comma."""
    pattern = _cases(language)[case]
    return next((a for a in reversed(before) if pattern.match(text, a.end)), None)
