"""Words of strength and of direction: where a wording climbs a ladder, or turns round, against its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing import resources
from briefing.assist.heads import by_head, worth_trying
from briefing.assist.stems import stems

_REACH_CHARS = {"en": 34, "ko": 16, "ja": 14}  # how far the company of a word goes
_DENIED_BEFORE = {
    "en": re.compile(
        r"(?:\b(?:not|no|never|without|neither|nor|cannot|fail(?:ed|s|ing)? to|refus\w+ to|"
        r"rul(?:es?|ed|ing) out|reject(?:s|ed)|avoid(?:s|ed)|against)|n['’]t)\s+"
        r"(?:\w+\s+){0,2}$|"
        r"\b(?:rather than|instead of)\s+(?:\w+\s+){0,2}$|"
        r"\bno (?:need|reason|plans?|cause|grounds|intention|room) (?:for|to|of) (?:\w+ ){0,3}$|"
        r"\bunless\s+(?:\w+\s+){0,3}$",
        re.IGNORECASE,
    )
}
_DENIED_AFTER = {
    "ko": re.compile(
        r"^[가-힣]{0,2}(?:지\s?(?:는|도)?\s?(?:않|못)|[을를이가은는도]?\s?(?:없|못)|에 이르지)|"
        r"^[가-힣]{0,2}\s(?:생각|계획|뜻|의사|방침|예정|바|적|사실)[이가은는]?\s?없"
    ),
    "ja": re.compile(
        r"^[ぁ-ん]{0,6}?(?:(?:適当|適切|妥当)で)?は?(?:ない|なければ|なかった|なく|ず(?=[、に。（(]|$)|ません)|^(?:に|には)?至ら|^[をがは]?(?:得|受け|出し?|され|示し|取り?付け)[らてい]{0,4}(?:ない|ず|なかった)|^[をはも]?見送|"
        r"^[ぁ-ん]{0,3}(?:考え|検討し|予定|計画|つもり|方針|意向)[はが]?(?:て|てい)?(?:ない|なく|なかった)"
    ),
}
_HEARSAY = re.compile(
    r"\b(?:reject|den(?:y|i)|dismiss|refut)\w* (?:\w+ )?(?:reports?|claims?|allegations?|suggestions?) "
    r"(?:that|of)\s(?:[\w’']+\s){0,4}$"
)
_NOT_YET = re.compile(r"\s(?:[\w$€£.,%-]+\s){0,3}(?:before|until|till)\b")
_AS_IT_STANDS = ("modal", "amount", "to-trade", "to-order", "to-time")  # "no exports" are no imports
_ALLOWED = re.compile("^may$", re.IGNORECASE)  # may be a permission
# Axes that tell the same in other words: what rose is higher than before.
_KIN = {
    "to-amount": ("to-compare", "to-level"),
    "to-compare": ("to-amount", "to-level"),
    "to-level": ("to-amount", "to-compare"),
}
_THOUGHT_ABOUT = re.compile(
    r"^[을를]?\s?(?:방안|문제|가능성|계획|여부)?[을를]?\s?(?:검토|논의|협의|추진|타진)|^(?:する)?(?:こと|案|方向|可能性)?(?:を|で)?(?:検討|協議|議論)"
)
_NONE_MORE = re.compile(r"\bno (?:further|more|new|additional|other)\s+(?:\w+\s+)?$", re.IGNORECASE)
_CONSIDERED = re.compile("consider|mull|weigh|ponder|검토|저울질|検討", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<!\\)[A-Z]")
# Without a leading \b the engine skips by first letter, three times as fast; claims() looks at the boundary.
_WORD_START = re.compile(r"(^|\|)\\b(?=[a-z(])")
_NEVER = re.compile(r"(?!)")


class Claim(Struct, frozen=True):
    """A word on a ladder: which ladder, how high, where it stands, and the words around it.

    `level` is a number on a ladder or between two ends, and a word on an axis of kinds ("set-").
    """

    axis: str
    level: int | str
    start: int
    end: int
    text: str
    company: frozenset[str] = frozenset()

    @property
    def height(self) -> int:
        """The level of a rung; 0 for a kind."""
        return self.level if isinstance(self.level, int) else 0


class _Listed(Struct, frozen=True):
    """The patterns of a language, each with its axis and level, and by what they begin with."""

    patterns: Sequence[tuple[str, int | str, re.Pattern[str]]]
    numbers: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=8)
def _listed(language: str) -> _Listed:
    found: dict[tuple[str, int | str], list[str]] = {}
    for line in resources.text("assist", "claims.txt").splitlines():
        head, _, pattern = line.partition("\t")
        if not pattern or line.startswith("#"):
            continue
        spoken, axis, level = head.split()
        if spoken == language:
            rung = level if axis.startswith("set-") else int(level)
            found.setdefault((axis, rung), []).append(pattern)
    joined = [_WORD_START.sub(r"\1", _CAPITALS.sub(_lowered, "|".join(p))) for p in found.values()]
    compiled = tuple((*key, re.compile(one)) for key, one in zip(found, joined, strict=True))
    return _Listed(compiled, by_head(joined))


def _lowered(match: re.Match[str]) -> str:
    return match.group().lower()


def claims(text: str, language: str) -> tuple[Claim, ...]:
    """Every word of strength or direction in a text, as it stands there: a denied one is turned or left out."""
    found = []
    lower = text.lower()
    lower = lower if len(lower) == len(text) else text  # a letter or two grow when made small
    listed = _listed(language)
    for number in worth_trying(listed.numbers, lower, language):
        axis, level, pattern = listed.patterns[number]
        for match in pattern.finditer(lower):
            if language == "en" and lower[match.start() - 1 : match.start()].isalnum():
                continue
            said = text[match.start() : match.end()]
            if said.endswith("ing") and lower.endswith(("after ", "since "), 0, match.start()):
                continue  # "ten months after closing it": what was before
            meant = level if said == "May" else _as_denied(axis, level, text, match, language)
            if meant is not None and said != "May":  # the month
                company = _company(text, match.start(), match.end(), language)
                found.append(Claim(axis, meant, match.start(), match.end(), said, company))
    return tuple(found)


def _as_denied(axis: str, level: int | str, text: str, match: re.Match[str], language: str) -> int | str | None:
    """The level that is meant: "did not rise" is no rise, "not accepted" is refused."""
    if axis in _AS_IT_STANDS:
        return level
    if axis == "accord" and level in (3, 4) and _THOUGHT_ABOUT.search(text[match.end() : match.end() + 14]):
        return None
    if (axis, level) == ("accord", 1):
        return level  # what was not even discussed is no agreement
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 12]
    denied = _DENIED_BEFORE.get(language, _NEVER).search(before) or _DENIED_AFTER.get(language, _NEVER).search(
        after
    )
    denied = denied or (_HEARSAY.search(before) if axis in _KIN and language == "en" else None)
    if not denied and " not " not in match.group():
        return level
    turned = isinstance(level, int) and axis.startswith("to-") and not _NONE_MORE.search(before)
    if not turned or (language == "en" and _NOT_YET.match(text, match.end())):
        return None  # "will not open before May" is "opens in May at the earliest"
    return 0 if axis == "to-amount" else -int(level)


def _company(text: str, start: int, end: int, language: str) -> frozenset[str]:
    reach = _REACH_CHARS.get(language, 24)
    before = re.split(r"[.;。]\s*", text[max(0, start - reach) : start])[-1]
    after = re.split(r"[.;。]\s*", text[end : end + reach])[0]
    return frozenset((*stems(before, language), *stems(after, language)))


def by_axis(found: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """The same words by their ladder."""
    sorted_out: dict[str, list[Claim]] = {}
    for claim in found:
        sorted_out.setdefault(claim.axis, []).append(claim)
    return sorted_out


def climbs(wording: Sequence[Claim], evidence: Sequence[Claim]) -> Iterator[tuple[Claim, Claim | None]]:
    """Each word of the wording that is stronger than any in the evidence, with the strongest there.

    A ladder of which the evidence holds no rung says nothing, but for the accord: "agreed" needs an agreement.
    """
    said = by_axis(evidence)
    for axis, ours in by_axis(wording).items():
        theirs = said.get(axis, [])
        urged = axis == "duty" and any(c.level == 1 for c in ours) and any(c.level == 1 for c in theirs)
        if axis.startswith(("to-", "set-")) or urged:
            continue  # "urged that they must" is to urge
        if axis == "modal" and not theirs and "accord" not in said:
            yield from ((c, None) for c in ours[:1] if _CONSIDERED.search(c.text))
            continue
        top = max(theirs, key=lambda c: c.height, default=None)
        best = max(ours, key=lambda c: c.height)
        yield from _compared(axis, best, top, theirs)


def _compared(
    axis: str, best: Claim, top: Claim | None, theirs: Sequence[Claim]
) -> Iterator[tuple[Claim, Claim | None]]:
    if top is None:
        if (axis == "source" and best.level == 3) or (axis == "accord" and best.level == 4):
            yield best, None
        return
    lowest = min(c.height for c in theirs)
    if axis == "stage":
        if best.height > top.height or (best.level == 1 and lowest == 2):
            yield best, top
        return
    climbed = best.height > top.height and (axis != "accord" or best.height >= 3)
    fell_short = best.level == 1 and (
        (axis == "amount" and lowest == 3 and bool(best.company & top.company))
        or (axis == "accord" and lowest >= 3)
        or (
            axis == "modal"
            and lowest == 2
            and len(best.company & top.company) >= 2
            and not _ALLOWED.search(best.text)
        )
    )
    if climbed or fell_short:
        yield best, top


def turns(wording: Sequence[Claim], evidence: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each word that points one way where the evidence, at that place, points another."""
    said, told = by_axis(evidence), by_axis(wording)
    for axis, ours in told.items():
        kin = () if any(other in told for other in _KIN.get(axis, ())) else _KIN.get(axis, ())
        theirs = said.get(axis, []) or [c for other in kin for c in said.get(other, [])]
        if theirs and axis.startswith(("to-", "set-")):
            turn = _turn(ours, theirs)
            if turn is not None and (axis not in ("to-level", "to-door") or turn[0].company & turn[1].company):
                yield turn


def _turn(ours: Sequence[Claim], theirs: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    levels, told = {c.level for c in theirs}, {c.level for c in ours}
    for claim in ours:
        others = [c for c in theirs if c.level != claim.level]
        same = [c for c in theirs if c.level == claim.level]
        free = [c for c in others if c.level not in told]
        if claim.level not in levels:
            if free:
                return claim, max(free, key=lambda c: len(c.company & claim.company))
        elif others and _much_closer(claim, others, same):
            return claim, max(others, key=lambda c: len(c.company & claim.company))
    return None


def _much_closer(claim: Claim, others: Sequence[Claim], same: Sequence[Claim]) -> bool:
    """Whether a word keeps company with what the evidence turns the other way, not with its own like."""
    near = max(len(c.company & claim.company) for c in others)
    own = max(len(c.company & claim.company) for c in same)
    return near >= 3 and near >= own + 3
