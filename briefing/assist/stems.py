"""The content words of a text, roughly reduced to their stems, to ask whether two texts are alike."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.assist.tense_en import BARE
from briefing.assist.wordlists import words

_EN_WORD = re.compile(r"[A-Za-z][a-z'’A-Z-]+|\d+(?:[.,]\d+)*")
_KO_WORD = re.compile(r"[가-힣]+|[A-Za-z]+|\d[\d,.]*")
_JA_WORD = re.compile(r"[一-鿿]+|[ァ-ヺー]{2,}|[A-Za-z]+|\d[\d,.]*")
_EN_STOP = words("""
    the a an and or of to in on at by for from with as is are was were be been being it its they
    their he his she her that this these those which who whom has have had will would may might
    could should can do does did said says say also any between into over about after before during
    under than then there such more most other some all both each
""")
_EN_ENDING = re.compile(r"(?:ations?|ings?|ements?|ments?|ies|ied|ed|es|s|ly)$")
_KO_ENDING = re.compile(
    r"(?:으로써|으로서|에게서|에서는|으로는|이라고|에서|으로|에게|까지|부터|에는|와의|과의|하기로|하기|했다|하였다|한다|하는|하고|하며|했으며|된다|됐다|되는|"
    r"됐으며|되었다|은|는|이|가|을|를|의|에|로|와|과|도|만|한|된|할|될|해|함|됨)$"
)


def stems(text: str, language: str) -> list[str]:
    """The stems of a text's content words, in order."""
    return [stem for _, stem in placed_stems(text, language)]


@lru_cache(maxsize=512)
def placed_stems(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The same with their places."""
    if language == "en":
        found = ((m.start(), m.group().lower().rstrip("'’")) for m in _EN_WORD.finditer(text))
        return tuple((at, _english(w)) for at, w in found if w not in _EN_STOP)
    if language == "ko":
        spoken = ((m.start(), m.group()) for m in _KO_WORD.finditer(text))
        return tuple((at, _KO_ENDING.sub("", w) if len(w) > 2 else w) for at, w in spoken)
    return tuple((m.start(), m.group()) for m in _JA_WORD.finditer(text))


def _english(word: str) -> str:
    bare = BARE.get(word, word)
    return _EN_ENDING.sub("", bare) if len(bare) > 5 else bare
