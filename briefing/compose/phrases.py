"""The few words the composed note adds by itself, in the template's language."""

from __future__ import annotations

from msgspec import Struct


class Phrases(Struct, frozen=True):
    """Words of one language. Braces are filled by `compose`."""

    source: str
    sources: str
    quoted: str  # a headline, or the words of a source, in quotation marks
    untitled: str  # a source without a headline
    paragraph: str
    other: str  # heading for points whose tag the form does not know
    annex: str
    owner_due: str
    owner: str
    due: str
    comma: str
    semicolon: str
    colon: str
    full_stop: str


_ENGLISH = Phrases(
    source="Source: {text}",
    sources="Sources: {text}",
    quoted="“{text}”",
    untitled="untitled source",
    paragraph="para. {number}",
    other="Other points",
    annex="Annex: source quotes",
    owner_due=" ({owner}, by {due})",
    owner=" ({owner})",
    due=" (by {due})",
    comma=", ",
    semicolon="; ",
    colon=": ",
    full_stop=".",
)
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "ko": Phrases(
        source="출처: {text}",
        sources="출처: {text}",
        quoted="「{text}」",
        untitled="제목 없는 자료",
        paragraph="{number}문단",
        other="기타",
        annex="붙임: 원문 인용",
        owner_due=" ({owner}, {due}까지)",
        owner=" ({owner})",
        due=" ({due}까지)",
        comma=", ",
        semicolon="; ",
        colon=": ",
        full_stop="",
    ),
    "ja": Phrases(
        source="出典：{text}",
        sources="出典：{text}",
        quoted="「{text}」",
        untitled="無題の資料",
        paragraph="第{number}段落",
        other="その他",
        annex="別紙：原文引用",
        owner_due="（{owner}、{due}まで）",
        owner="（{owner}）",
        due="（{due}まで）",
        comma="、",
        semicolon="；",
        colon="：",
        full_stop="",
    ),
    "zh": Phrases(
        source="来源：{text}",
        sources="来源：{text}",
        quoted="“{text}”",
        untitled="无标题来源",
        paragraph="第{number}段",
        other="其他",
        annex="附件：原文引述",
        owner_due="（{owner}，{due}前）",
        owner="（{owner}）",
        due="（{due}前）",
        comma="，",
        semicolon="；",
        colon="：",
        full_stop="。",
    ),
    "fr": Phrases(
        source="Source\u00a0: {text}",
        sources="Sources\u00a0: {text}",
        quoted="«\u00a0{text}\u00a0»",
        untitled="source sans titre",
        paragraph="paragr. {number}",
        other="Autres points",
        annex="Annexe\u00a0: citations des sources",
        owner_due=" ({owner}, échéance\u00a0: {due})",
        owner=" ({owner})",
        due=" (échéance\u00a0: {due})",
        comma=", ",
        semicolon="; ",
        colon="\u00a0: ",
        full_stop=".",
    ),
    "de": Phrases(
        source="Quelle: {text}",
        sources="Quellen: {text}",
        quoted="„{text}“",
        untitled="Quelle ohne Titel",
        paragraph="Abs. {number}",
        other="Weitere Punkte",
        annex="Anlage: Zitate aus den Quellen",
        owner_due=" ({owner}, Frist: {due})",
        owner=" ({owner})",
        due=" (Frist: {due})",
        comma=", ",
        semicolon="; ",
        colon=": ",
        full_stop=".",
    ),
    "es": Phrases(
        source="Fuente: {text}",
        sources="Fuentes: {text}",
        quoted="«{text}»",
        untitled="fuente sin título",
        paragraph="párr. {number}",
        other="Otros puntos",
        annex="Anexo: citas de las fuentes",
        owner_due=" ({owner}, plazo: {due})",
        owner=" ({owner})",
        due=" (plazo: {due})",
        comma=", ",
        semicolon="; ",
        colon=": ",
        full_stop=".",
    ),
}


def phrases(language: str) -> Phrases:
    """The words for a language tag; English where we have none."""
    return _BY_LANGUAGE.get(language.partition("-")[0], _ENGLISH)
