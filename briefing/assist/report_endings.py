"""Noun endings of the Korean report style (-했다 to -함, -할 예정이다 to -할 예정), where a rule is safe."""

from __future__ import annotations

import re

from briefing.assist.scripts import MIEUM, NIEUN, RIEUL, SSANG_SIOT, final_of, with_final

_PLANS = re.compile(
    r"(?<=\s)(예정|계획|방침|전망|상황|입장|중)이(?:다|ㅂ니다)\.?$|(?<=\s)(예정|계획|방침|전망|상황|입장|중)입니다\.?$"
)
_POLITE = {
    "했습니다": "함",
    "됐습니다": "됨",
    "되었습니다": "됨",
    "합니다": "함",
    "됩니다": "됨",
    "입니다": "임",
    "있습니다": "있음",
    "없습니다": "없음",
}
_WHOLE = {
    "되었다": "됨",
    "하였다": "함",
    "이다": "임",
    "있다": "있음",
    "없다": "없음",
    "않았다": "않음",
    "않는다": "않음",
    "아니다": "아님",
    "고 본다": "고 봄",
    "모았다": "모음",
    "그었다": "그음",
    "하다": "함",
}
_CONTRACTED = {
    "했": "하",
    "됐": "되",
    "렸": "리",
    "졌": "지",
    "쳤": "치",
    "켰": "키",
    "겼": "기",
    "혔": "히",
    "났": "나",
    "눴": "누",
    "왔": "오",
    "갔": "가",
    "봤": "보",
    "뤘": "루",
    "췄": "추",
    "뒀": "두",
    "줬": "주",
    "퉜": "투",
    "꿨": "꾸",
    "냈": "내",
    "섰": "서",
    "썼": "쓰",
}
_IRREGULAR = frozenset("돕줍눕굽깁듣걷묻싣긷짓잇낫긋붓젓")  # 돕는다 is 도움, 듣는다 들음, 짓는다 지음
_QUALITIES = frozenset("좋높많낮적같깊넓짧작")  # 좋다 is 좋음
_PRESENT = "한된린진친킨긴온간난눈인힌룬"  # vowel stems; 연다 or 만든다 have a hidden ㄹ
_END = re.compile(r"([가-힣])(?:다|습니다)\.?$")


def report_ending(text: str) -> str | None:
    """The sentence with a noun ending, or None where no safe rule fits."""
    if text.rstrip().endswith(("?", "!", '"', "”", "…")):
        return None
    plan = _PLANS.search(text)
    if plan:
        return text[: plan.start()] + (plan.group(1) or plan.group(2))
    for endings in (_POLITE, _WHOLE):
        for ending, noun in endings.items():
            bare = text.removesuffix(".")
            if bare.endswith(ending):
                return bare.removesuffix(ending) + noun
    return _by_rule(text)


def _by_rule(text: str) -> str | None:
    end = _END.search(text)
    if end is None:
        return None
    syllable, stem = end.group(1), text[: end.start()]
    if syllable in _CONTRACTED:
        return stem + with_final(_CONTRACTED[syllable], MIEUM)
    if final_of(syllable) == SSANG_SIOT:
        return _of_past(stem, syllable)
    if syllable in _QUALITIES:
        return f"{stem}{syllable}음"
    return _of_present(stem, syllable)


def _of_present(stem: str, syllable: str) -> str | None:
    """맺음 for 맺는다, 봄 for 본다."""
    if syllable == "는":
        return stem + "음" if _is_regular(stem) else None
    if final_of(syllable) == NIEUN and syllable in _PRESENT:
        return stem + with_final(syllable, MIEUM)
    return None


def _of_past(stem: str, syllable: str) -> str:
    """받음 for 받았다, 오름 for 올랐다; 늘었음 where what the verb is without its past is not plain."""
    last = stem[-1:]
    if syllable in "랐렀" and final_of(last) == RIEUL and last not in "들달":
        return stem[:-1] + with_final(last, 0) + "름"
    if (
        syllable in "았었"
        and final_of(last) not in (RIEUL, SSANG_SIOT)
        and _is_regular(stem)
        and last not in "있없"
    ):
        return stem + "음"
    return stem + ("임" if syllable == "였" and last in "붙보줄높" else f"{syllable}음")


def _is_regular(stem: str) -> bool:
    """Whether 음 follows the stem as it stands."""
    return (
        final_of(stem[-1:]) > 0 and stem[-1] not in _IRREGULAR and not stem.endswith("깨닫") if stem else False
    )
