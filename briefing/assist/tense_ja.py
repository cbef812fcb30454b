"""Whether a Japanese (or Chinese) sentence speaks of what was or of what will be: the first verb tells."""

from __future__ import annotations

import re

from briefing.assist.days import Tense

_MARKS = re.compile(
    r"""
    (?P<unclear>予定だった|予定していた|予定されていた|計画していた|はずだった|见通しだった)
  | (?P<future>[おとよ]うと(?:提案|呼び)
      |よう(?:に)?(?:求め|要請|要求|指示|命|促|呼び|訴え|依頼|勧告|警告|通告)
      |予定|見通し|見込み|方針|計画|だろう|でしょう|向け|控え|目指
      |たい(?:と|。|」|考え|意向)|可能性
      |(?:する|行う|開く|開かれる|始まる|始める|訪れる|会う|結ぶ
        |迎える|臨む|入る|出す|決める|向かう|行われる|される|なる|ある)
        (?=。|$|」|、|[一-鿿ァ-ヶ]|と(?:発表|明らか|述べ|いう|し|予告|表明|説明|話|語|伝え))
      |将|将于|將|拟|計劃|计划|预计)
  | (?P<open>ことで(?:一致|合意)|ことに(?:し|なっ)|ことを(?:決め|確認|約束)|ことと)
  | (?P<joined>(?:し|って|んで|いて)、)
  | (?P<past>(?:し|され|っ|い|れ|ん|き|え|け|め|べ|せ|げ|て|ね|り|ち|じ|び|み|わ|ま|か|ら|だっ)
        た(?!い|め|ら|り|だ|く)
      |举行了|表示|说|达成|签署了|签了|会见|会晤|宣布|舉行了|了[。，])
    """,
    re.VERBOSE,
)
_WINDOW = 100  # characters after the date


def tense_around(text: str, first: int, start: int, end: int, last: int) -> Tense:
    """The tense of the first verb ending after `text[start:end]`, within its sentence."""
    before = text[max(first, start - 4) : start].rstrip()
    if before.endswith(("去る", "さる")):
        return "past"
    if before.endswith(("来る", "きたる")):
        return "future"
    after = text[end : min(last, end + _WINDOW)]
    marks = [m.lastgroup for m in _MARKS.finditer(after)]
    if after.startswith(("、", "，")) and marks[:1] == ["open"]:
        marks = marks[1:]  # "6月、...ことを確認した": the day is that of the main verb
    if not marks:
        return ""
    if marks[0] == "joined":
        return "past" if marks[1:2] == ["past"] or not marks[1:] else ""
    kinds: dict[str | None, Tense] = {"future": "future", "past": "past", "unclear": "unclear"}
    return kinds.get(marks[0], "")


def times_of(sentence: str) -> frozenset[str]:
    """The tenses that a sentence holds, wherever they stand."""
    return frozenset(mark.lastgroup or "" for mark in _MARKS.finditer(sentence)) - {"open", "joined"}
