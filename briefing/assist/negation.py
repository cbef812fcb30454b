"""Negation put in or left out against the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.assist.stems import stems

_WORDS = {
    "en": re.compile(
        r"\b(?:not|no|unless|never|without|neither|nor|none|nobody|nothing|fail(?:ed|s|ing|ure)?|"
        r"unable|refus(?:ed|es|al|e)|den(?:y|ied|ies)|reject(?:ed|s)?|"
        r"declin(?:ed|es) to|cannot|lack(?:ed|s)?|rul(?:ed|es) out|stopped short)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"않|못(?=[했하한 해]|\s)|없(?!이는)|아니(?=[다었라며고]|\s?[라며고었])|아닌|부인|거부|무산|"
        r"결렬|불발|불충분|부족|미정|불가|실패|안 (?=[했하된될한])"
    ),
    "ja": re.compile(
        r"ない|なければ|なかった|なく(?!な)|ません|ず(?=、|に|。)|ぬ(?=ま|。)|否定|拒否|至ら|できず|"
        r"見送|物別れ|決裂|失敗|不十分|不足|未定"
    ),
}
_NOT_NEGATION = {
    "en": re.compile(
        r"\b(?:not only|no later than|no fewer than|no less than|no longer than|not just|"
        r"no more than|nothing but|no doubt|no\. ?\d|"
        r"without delay|cannot but|not to mention)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"뿐(?:만)? 아니라|못지않|않을 수 없|어쩔 수 없|차질 없|변함없|끊임없|빠짐없|예외 없|"
        r"수 없이|다름없|없애|머지않|적지 않"
    ),
    "ja": re.compile(
        r"だけで(?:は)?なく|のみならず|にほかならない|かもしれない|なければならない|少なくない|"
        r"少なくとも|間もなく|ざるを得ない|欠かせない"
    ),
}
_WHOLE = frozenset(
    ["무산", "결렬", "불발", "실패", "미정", "物別れ", "決裂", "失敗", "見送", "未定"]
)  # they deny nothing beside them
_SCOPE_WORDS = 4
_TIMES = frozenset({"since", "until", "yet", "이후", "이전", "아직", "以降", "以来", "以前"})


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word, and the stems of the words it negates."""

    start: int
    end: int
    text: str
    scope: frozenset[str]
    root: str = ""  # what is denied, in Korean and Japanese: the stem right before


def negations(text: str, language: str) -> tuple[Negation, ...]:
    """The negations of a text."""
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[Negation]:
    found = _WORDS.get(language, _WORDS["en"])
    masked = _NOT_NEGATION.get(language, _NOT_NEGATION["en"]).sub(lambda m: "·" * len(m.group()), text)
    for match in found.finditer(masked):
        before = re.split(r"[,.;、。]", masked[max(0, match.start() - 40) : match.start()])[-1]
        after = re.split(r"[,.;]", masked[match.end() : match.end() + 80])[0]
        near = _near(before, after, language)
        scope = frozenset(stem for stem in near if not stem[0].isdigit() and stem not in _TIMES)
        if language == "en":
            yield Negation(match.start(), match.end(), match.group(), frozenset() if "since" in near else scope)
        elif match.group() in _WHOLE:
            yield Negation(match.start(), match.end(), match.group(), frozenset())
        else:
            yield Negation(match.start(), match.end(), match.group(), scope, _root(before))


def _near(before: str, after: str, language: str) -> list[str]:
    """The stems a negation reaches: in English those after it, or before it where it ends its clause."""
    if language == "en":
        following = stems(after, language)
        return following[:_SCOPE_WORDS] if len(following) > 1 else stems(before, language)[-3:] + following
    return stems(before, language)[-_SCOPE_WORDS:]


def _root(before: str) -> str:
    """The denied verb or noun without its ending: 재개 of "재개하지", 開 of "開かれてい"."""
    told = re.search(
        r"([가-힣]+?)(?:[었았했됐]|하였|되었)?다(?:는|고)\s[^\s]*\s?$|([一-鿿])[ぁ-ん]*との[一-鿿]*[をは]?$",
        before,
    )
    if told:
        return told.group(1) or told.group(2)
    korean = re.search(r"([가-힣]+?)(?:하지|되지|지|하게|지는|지도|는|이|가|을|를|도)?\s*$", before)
    if korean:
        return korean.group(1)[:2]
    japanese = re.findall(r"[一-鿿]+|[ァ-ヺー]{2,}", before)
    return japanese[-1][-2:] if japanese else ""
