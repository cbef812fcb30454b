"""Which language a text is most likely written in, by its script."""

from __future__ import annotations

import re

_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-ヿ]")
_HAN = re.compile("[一-鿿]")
FINALS = 28  # a Hangul syllable is (initial * 21 + vowel) * 28 + final
_BASE = 0xAC00
SSANG_SIOT, RIEUL, NIEUN, BIEUP, MIEUM = 20, 8, 4, 17, 16


def language_of(text: str) -> str:
    """One of "ko", "ja", "zh" and "en", by the letters of the text."""
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    return "zh" if _HAN.search(text) else "en"


def final_of(syllable: str) -> int:
    """The final consonant of a Hangul syllable (0 for none), -1 for anything else."""
    return (ord(syllable) - _BASE) % FINALS if "가" <= syllable <= "힣" else -1


def with_final(syllable: str, final: int) -> str:
    """The Hangul syllable with another final consonant."""
    return chr(ord(syllable) - final_of(syllable) + final)


def syllables_with(final: int) -> str:
    """All Hangul syllables with that final consonant, for use in a character class."""
    return "".join(chr(_BASE + lead + final) for lead in range(0, 11172, FINALS))
