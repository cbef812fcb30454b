"""Whether a Korean sentence speaks of what was or of what will be: the first verb ending after a date tells."""

from __future__ import annotations

import re

from briefing.assist.days import Tense
from briefing.assist.scripts import NIEUN, RIEUL, SSANG_SIOT, syllables_with

_PAST_SYLLABLE = "".join(s for s in syllables_with(SSANG_SIOT) if s not in "있겠")
_R = syllables_with(RIEUL)
_N = syllables_with(NIEUN)
_ADNOMINAL_PAST = (
    "열린|개최한|개최된|가진|체결한|체결된|서명한|서명된|발표한|발표된|만난|방문한|출범한|시작한|시작된|진행한|진행된|합의한|합의된|발생한|마친|끝난|"
    "채택한|채택된|이뤄진|이루어진|나온|맺은|있은|밝힌|공개한|공개된|선언한|통과한|통과된|취임한|부과한|부과된|도입한|도입된"
)
_MARKS = re.compile(
    rf"""
    (?P<open>[가-힣]기로)
  | (?P<unclear>예정이었|계획이었|예정됐던|예정되었던|예정이던|하려\s?했|하려던)
  | (?P<future>예정|계획|방침|전망|가능성|앞두고|앞둔|겠[다습지]
      |[{_R}]\s?(?<![를을일말]\s)(?:예정|계획|방침|전망)
      |[{_R}]\s(?<![를을일말]\s)(?:것|듯|수|때|경우)
      |(?:[할될릴낼킬]|[돌나들아어]올|[나돌]갈|[마펼]칠|[어여워져려러뤄]질)\s(?=[가-힣])|[{_N}]다(?=[고며.]|$)|는다(?=[고며.]|$)|할지|[가-힣]자고\s|달라고|(?:라고|도록)\s(?:요구|요청|촉구|지시|명령|당부|주문|통보|권고|호소|압박|제안)|(?:열리|개최되|시작되|시행되)는)
  | (?P<joined>만나(?=[\s,서]))
  | (?P<past>[{_PAST_SYLLABLE}](?=[다고던으지는을음습])|(?:{_ADNOMINAL_PAST})
        (?=\s|\W|$)
      |가진\s|[했됐](?:음|고|으)
      |[함됨](?=[.\s]|$))
    """,
    re.VERBOSE,
)
_WINDOW = 120  # characters after the date


def tense_around(text: str, first: int, start: int, end: int, last: int) -> Tense:
    """The tense of the first verb ending after `text[start:end]`, within its sentence."""
    before = text[max(first, start - 6) : start].rstrip()
    if before.endswith("지난"):
        return "past"
    if before.endswith("오는"):
        return "future"
    after = text[end : min(last, end + _WINDOW)]
    if re.match(r"(?:\([^)]*\))?\s?까지", after):
        return _until(after)
    mark = _MARKS.search(after)
    if mark is not None and mark.lastgroup == "joined":  # has the tense of the verb it leads to
        mark = _MARKS.search(after, mark.end()) or mark
    if mark is None:
        return ""
    kinds: dict[str | None, Tense] = {
        "future": "future",
        "past": "past",
        "unclear": "unclear",
        "open": "",
        "joined": "past",
    }
    return kinds[mark.lastgroup]


def _until(after: str) -> Tense:
    mark = _MARKS.search(after)
    return "past" if mark is not None and mark.lastgroup == "past" else "future"


def times_of(sentence: str) -> frozenset[str]:
    """The tenses that a sentence holds, wherever they stand."""
    return frozenset(mark.lastgroup or "" for mark in _MARKS.finditer(sentence)) - {"open", "joined"}
