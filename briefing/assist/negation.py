"""Negation put in or left out against the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.assist.stems import stems

_WORDS = {
    "en": re.compile(
        r"\b(?:not|no|never|without|neither|nor|none|nobody|nothing|fail(?:ed|s|ing|ure)?|unable|refus(?:ed|es|al|e)|den(?:y|ied|ies)|reject(?:ed|s)?|"
        r"declin(?:ed|es) to|cannot|lack(?:ed|s)?|rul(?:ed|es) out|stopped short|far from|short of)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"않|못(?=[했하한 해]|\s)|없(?!이는)|아니(?=[다었라며고]|\s?[라며고었])|아닌|부인|거부|무산|결렬|불발|불충분|부족|미정|불가|실패|안 (?=[했하된될한])"
    ),
    "ja": re.compile(
        r"ない|なかった|なく(?!な)|ません|ず(?=、|に|。)|ぬ(?=ま|。)|否定|拒否|至ら|できず|見送|物別れ|決裂|失敗|不十分|不足|未定"
    ),
}
_NOT_NEGATION = {
    "en": re.compile(
        r"\b(?:not only|no later than|no fewer than|no less than|no longer than|not just|no more than|nothing but|no doubt|no\. ?\d|"
        r"without delay|cannot but|not to mention)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"뿐(?:만)? 아니라|못지않|않을 수 없|어쩔 수 없|차질 없|변함없|끊임없|빠짐없|예외 없|수 없이|다름없|없애|머지않|적지 않"
    ),
    "ja": re.compile(
        r"だけで(?:は)?なく|のみならず|にほかならない|かもしれない|なければならない|少なくない|少なくとも|間もなく|ざるを得ない|欠かせない"
    ),
}
_SCOPE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating word, and the stems of the words it negates."""

    start: int
    end: int
    text: str
    scope: frozenset[str]


def negations(text: str, language: str) -> tuple[Negation, ...]:
    """The negations of a text."""
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[Negation]:
    words = _WORDS.get(language, _WORDS["en"])
    masked = _NOT_NEGATION.get(language, _NOT_NEGATION["en"]).sub(lambda m: "·" * len(m.group()), text)
    for match in words.finditer(masked):
        around = (
            masked[match.end() : match.end() + 80]
            if language == "en"
            else masked[max(0, match.start() - 30) : match.start()]
        )
        around = re.split(r"[,.;、。]", around)[0 if language == "en" else -1]
        listed = stems(around, language)
        near = listed[:_SCOPE_WORDS] if language == "en" else listed[-_SCOPE_WORDS:]
        yield Negation(match.start(), match.end(), match.group(), frozenset(near))
