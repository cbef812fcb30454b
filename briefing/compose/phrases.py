"""The few words the composed note adds by itself, in the template's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words of one language. Braces are filled by `compose`."""

    source: str
    sources: str
    quoted: str  # a headline in its quotation marks
    paragraph: str
    other: str  # heading for points whose tag the form does not know
    annex: str
    owner_due: str
    owner: str
    due: str
    comma: str
    full_stop: str


_ENGLISH = Phrases(
    source="Source: {text}",
    sources="Sources: {text}",
    quoted="“{text}”",
    paragraph="para. {number}",
    other="Other points",
    annex="Annex: source quotes",
    owner_due=" ({owner}, by {due})",
    owner=" ({owner})",
    due=" (by {due})",
    comma=", ",
    full_stop=".",
)
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "ko": Phrases(
        source="출처: {text}",
        sources="출처: {text}",
        quoted="「{text}」",
        paragraph="{number}문단",
        other="기타",
        annex="붙임: 원문 인용",
        owner_due=" ({owner}, {due}까지)",
        owner=" ({owner})",
        due=" ({due}까지)",
        comma=", ",
        full_stop="",
    ),
    "ja": Phrases(
        source="出典：{text}",
        sources="出典：{text}",
        quoted="「{text}」",
        paragraph="第{number}段落",
        other="その他",
        annex="別紙：原文引用",
        owner_due="（{owner}、{due}まで）",
        owner="（{owner}）",
        due="（{due}まで）",
        comma="、",
        full_stop="",
    ),
}


def phrases(language: str) -> Phrases:
    """The words for a language tag; English where we have none."""
    return _BY_LANGUAGE.get(language.partition("-")[0], _ENGLISH)
