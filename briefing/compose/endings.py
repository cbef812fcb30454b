"""The noun endings of Korean reports (개조식): 합의함, 추진 예정, 체결; not 합의했다, 합의했습니다."""

from __future__ import annotations

import re

_CLOSING = " .·,;:!?)]）」』”’\"'"
_HANGUL = re.compile(r"[가-힣]")
_SENTENCE = re.compile(r"다|[가-힣]?(?:어요|아요|여요|해요|세요|에요|예요|네요|군요|나요|까요|데요|까|죠)")
_LONGEST = 3
# Nouns, most of them names of places, that end as a sentence does.
_NOUN = re.compile(r"(?:캐나다|우간다|르완다|그라나다|그레나다|플로리다|네바다|바다|소다|판다)$")


def ends_in_a_noun(line: str) -> bool:
    """Whether a line may stand in a report: it ends in a noun or noun form, or not in Korean."""
    text = line.rstrip(_CLOSING)
    if not _HANGUL.search(text[-1:]) or _NOUN.search(text):
        return True
    return not any(_SENTENCE.fullmatch(text[-length:]) for length in range(1, _LONGEST + 1))
