"""A noun put in the place of another one between the same words, in Korean and Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.check_holders import holders
from briefing.assist.concepts import concepts
from briefing.assist.findings import CheckFound, Kind, Side
from briefing.assist.wordlists import words

_NOUN = {
    "ko": re.compile(
        r"(?<![가-힣A-Za-z0-9])(?P<noun>[가-힣A-Za-z&]{2,14}?)(?P<role>에서|에게|으로|은|는|이|가|의|에|와|과|로)\s+(?=(?P<after>\S+\s+\S+|\S{4,}))"
    ),
    "ja": re.compile(
        r"(?<![一-鿿々ァ-ヺーA-Za-z\d０-９.])(?P<noun>[一-鿿々ァ-ヺーA-Za-z]{2,14})(?P<role>など|[はがにでのと])(?=(?P<after>[^。\s]{4}))"
    ),
}
_TITLE = {
    "ko": re.compile(r"(?:장|관|수|원|리|사|표|인|직|감독|재|통령|비서)$"),
    "ja": re.compile(r"(?:長|相|臣|統領|官|員|裁|理|使|授|監督|氏|人|代表|幹事|書記)$"),
}
_GENERIC = words("""
    정부 당국 양국 양측 회사 업체 기관 관계자 당사자 이들 우리 국가 지역 현지 시장 업계 최근 이번 올해
    지난해 현재 결과 계획 방안 내용 문제 대해 관련 관해 통해 위해 따라 대한 이후 이전 동안 가운데 경우 때문
    정도 규모 수준 여부 입장 사안 대상 목적 이유 측면 정황 집행 행위 与党 野党 首脳 外相 首相 大統領 大臣
    長官 大使 総裁 年内 年中 来年 昨年 来月 先月 今月 来春 年春 여당 야당 장관 총리 대통령 총재 政府 当局
    両国 双方 同社 同氏 同国 会社 関係者 自社 同省 同庁 今回 今年 現在 結果 計画 内容 問題 方針 規模 水準
    対象 目的 理由 両者 両社 各国 各社 地域 現地 市場 外国人 訪日客 観光客 以上 以下 以降 以前 向け 全体
    全国 世界 国内 同日 当日 事業 制度 会議 会談
""")
_AROUND = re.compile("(?:周辺|付近|近海|沖|市内|県内|地方|地域)$")
_NOT_NOUN = re.compile(
    r"(?:하여|되어|[가-힣]{2}해|하|되|한|된|했|됐|할|될|있|없|않|않은|적인|스러|지만|으며|하며|고|며|던|려|기|던|음|함|됨|들|중|등|씩|째|마다|모두|각각|일부|다시|함께)$"
)


def frame_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each noun that stands, with its particle, before the words another one stands before."""
    pattern = _NOUN.get(wording.language)
    if pattern is None or wording.language != evidence.language:
        return
    theirs = [m for m in pattern.finditer(_dateless(evidence)) if m["noun"] not in wording.text]
    persons = {h.name for h in holders(wording) if len(h.name) > 1}
    for match in pattern.finditer(_dateless(wording)):
        noun = match["noun"]
        if _is_told(noun, evidence.text) or _is_common(noun) or any(p in noun for p in persons):
            continue
        other = next((m for m in theirs if _same_slot(match, m, wording.language)), None)
        if other is not None and not _related(noun, other["noun"], wording):
            kind = _kind(noun, other["noun"], wording.language)
            start = wording.text.find(noun)
            yield CheckFound(kind, noun, other["noun"], start, start + len(noun), other["noun"])


def _is_told(noun: str, text: str) -> bool:
    """Whether a text holds a noun, or both halves of a compound."""
    return noun in text or any(noun[:cut] in text and noun[cut:] in text for cut in range(2, len(noun) - 1))


def _dateless(side: Side) -> str:
    """The text without its dates, which a wording may put elsewhere."""
    kept, place = [], 0
    for found in side.dates:
        kept.append(side.text[place : found.start])
        place = found.end + (side.text[found.end : found.end + 1] in (" ", "、"))
    return "".join((*kept, side.text[place:]))


def _is_common(noun: str) -> bool:
    return noun in _GENERIC or bool(_NOT_NOUN.search(noun)) or noun[0] in "두세네한"


def _same_slot(ours: re.Match[str], theirs: re.Match[str], language: str) -> bool:
    """The same particle and the same words after it; a topic may be a subject."""
    roles = {ours["role"], theirs["role"]}
    alike = len(roles) == 1 or roles <= {"은", "는", "이", "가"} or roles <= {"は", "が"}
    if language == "ko":
        return alike and ours["after"].split()[0] == theirs["after"].split()[0] and _second(ours, theirs)
    return alike and ours["after"] == theirs["after"]


def _second(ours: re.Match[str], theirs: re.Match[str]) -> bool:
    one, other = ours["after"].split(), theirs["after"].split()
    return len(one) < 2 or len(other) < 2 or one[1][:2] == other[1][:2]


def _related(noun: str, other: str, wording: Side) -> bool:
    """Whether one may stand for the other: its part, its short form, its like in meaning, a known name."""
    noun, other = _AROUND.sub("", noun), _AROUND.sub("", other)
    if min(len(noun), len(other)) <= 3 and set(noun) & set(other) and wording.language == "ja":
        return True  # 確約 and 約束, 万博 and 国際博覧会
    if noun in other or other in noun or concepts(noun, wording.language) & concepts(other, wording.language):
        return True
    if noun[-2:] == other[-2:] or (
        wording.language == "ja" and noun[0] == other[0] and min(len(noun), len(other)) <= 3
    ):
        return True  # of one sort, or one country
    if any(k.text in noun and len(k.text) + 2 > len(noun) for k in wording.names):
        return True  # known names are compared as such
    short, long = sorted((noun, other), key=len)
    letters = iter(long)
    if len(short) < len(long) and all(letter in letters for letter in short):
        return True
    return len(noun) == len(other) and sum(a == b for a, b in zip(noun, other, strict=True)) * 2 > len(noun) > 5


def _kind(noun: str, other: str, language: str) -> Kind:
    shared = next((i for i, (a, b) in enumerate(zip(noun, other, strict=False)) if a != b), 0)
    ends = _TITLE[language]
    return "title" if shared >= 2 and ends.search(noun) and ends.search(other) else "name"
