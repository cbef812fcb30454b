"""What a Korean or Japanese sentence can lose without saying anything else."""

from __future__ import annotations

import re

from briefing.assist.dates_out import Swap

_KO_LEADING = re.compile(r"^(?:(?:\d{1,2}일|전날|이날)\s)?[^,.\"“‘은는]{2,20}(?:에|의\s설명에)\s따르면,?\s")
_KO_ASIDE = re.compile(r"^(?:한편|아울러),?\s")  # "meanwhile", "besides": how the article goes on
_KO_TRAILING = re.compile(
    r"(?<=다)고\s(?:(?:지난\s)?\d{1,2}일\s|이날\s|전날\s)?(?:밝혔다|말했다|전했다|설명했다|덧붙였다|발표했다)(?=\.?$)"
)
_KO_DAY = re.compile(r"(?<![월\d])\d{1,2}일(?!간|째)|전날|이날|어제|오늘")
_KO_SUBJECT = re.compile(r"[가-힣](?:이|가)\s")
_KO_JUDGED = re.compile("[있없이크많적높낮좋]다$")  # who says that it is so belongs to it
_KO_CREDIT = re.compile(r"^\s*[\[(](?=[^\])]*[=뉴스통신])[^\])]{2,20}[\])]\s*(?:[가-힣]{2,4}\s기자\s*=\s*)?")
_JA_LEADING = re.compile(r"^[^、。「」はが]{2,20}によると、")
_JA_CREDIT = re.compile(r"^【[^】]{2,20}】")
_QUOTES = '"“”「」'


def korean_cuts(quote: str) -> tuple[Swap, ...]:
    """Credits, "에 따르면" and a closing "고 밝혔다", where the subject and the day stay right."""
    cuts = [m.span() for pattern in (_KO_CREDIT, _KO_ASIDE, _KO_LEADING) if (m := pattern.search(quote))]
    trailing = _KO_TRAILING.search(quote)
    if trailing and _one_subject(quote[: trailing.start()], trailing.group()):
        cuts.append(trailing.span())
    return tuple((start, end, "") for start, end in cuts)


def _one_subject(body: str, attribution: str) -> bool:
    """Whether who speaks is who acts, and no day in the body belongs to the speaking."""
    if any(mark in body for mark in _QUOTES) or _KO_SUBJECT.search(body) or _KO_JUDGED.search(body):
        return False
    return not _KO_DAY.search(body) or bool(_KO_DAY.search(attribution))


def japanese_cuts(quote: str) -> tuple[Swap, ...]:
    """Credits and "によると". The end stays: the day of a report would become the day of the deed."""
    found = (m.span() for pattern in (_JA_CREDIT, _JA_LEADING) if (m := pattern.search(quote)))
    return tuple((start, end, "") for start, end in found)
