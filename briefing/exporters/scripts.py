"""Stretches of text by script, because Word wants to be told font and language of each."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Kind = Literal["plain", "home", "east-asian", "right-to-left"]

HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
KANA = "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HAN = "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = "\u3000-\u303f\u3100-\u312f\uff00-\uff65\uffe0-\uffef"
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"

_HANGUL = re.compile(f"[{HANGUL}]")
_KANA = re.compile(f"[{KANA}]")
_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT}]")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")

EAST_ASIAN_LANGUAGES = ("ko", "ja", "zh")
RIGHT_TO_LEFT_LANGUAGES = ("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv")
_FULL = {
    "ko": "ko-KR",
    "ja": "ja-JP",
    "zh": "zh-CN",
    "en": "en-GB",
    "ar": "ar-SA",
    "he": "he-IL",
    "fa": "fa-IR",
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Stretch(Struct, frozen=True):
    """Text of one script. `lang` is set where it differs from the document's."""

    text: str
    kind: Kind = "plain"
    lang: str = ""


def full_language(tag: str) -> str:
    """`tag` with a region where Word expects one ("ko" -> "ko-KR"); "en-GB" for what is no language tag."""
    tag = tag.strip()
    return _FULL.get(tag.lower(), tag) if _LANGUAGE.fullmatch(tag) else "en-GB"


@lru_cache(maxsize=64)
def primary(tag: str) -> str:
    """The language without region: "ko" of "ko-KR"."""
    return tag.partition("-")[0].lower()


def is_east_asian(tag: str) -> bool:
    """Whether `tag` names Korean, Japanese or Chinese."""
    return primary(tag) in EAST_ASIAN_LANGUAGES


def stretches(text: str, language: str, lang: str = "") -> list[Stretch]:
    """`text` in a document of `language`, cut where the script changes; a run's own `lang` wins."""
    if text.isascii():
        return [Stretch(text, "plain", "" if lang and is_east_asian(lang) else lang)]
    home = is_east_asian(language)
    found: list[Stretch] = []
    end = 0
    for match in _boundaries(primary(language) if home else "").finditer(text):
        found += _rest(text[end : match.start()], lang, home=home)
        found.append(_foreign(match[0], text, language, lang))
        end = match.end()
    return found + _rest(text[end:], lang, home=home)


def is_right_to_left(text: str, language: str) -> bool:
    """Whether a paragraph of `text` runs from right to left: its first strong character decides."""
    leans = primary(language) in RIGHT_TO_LEFT_LANGUAGES
    if not leans and (text.isascii() or not _RIGHT_TO_LEFT.search(text)):
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return leans


def has_letters(text: str) -> bool:
    """Whether `text` holds anything but digits, spaces and punctuation."""
    return any(c.isalpha() for c in text)


def _rest(text: str, lang: str, *, home: bool) -> list[Stretch]:
    if not text:
        return []
    if home and not text.isascii():
        return [Stretch(text, "home", lang)]
    return [Stretch(text, "plain", "" if is_east_asian(lang) else lang)]


def _foreign(piece: str, text: str, language: str, lang: str) -> Stretch:
    if _RIGHT_TO_LEFT.match(piece):
        return Stretch(piece, "right-to-left", _right_to_left_language(piece, language, lang))
    return Stretch(piece, "east-asian", lang if is_east_asian(lang) else _east_asian_language(piece, text))


def _east_asian_language(piece: str, text: str) -> str:
    for sample in (piece, text):
        if _HANGUL.search(sample):
            return "ko-KR"
        if _KANA.search(sample):
            return "ja-JP"
    return "zh-CN"


def _right_to_left_language(piece: str, language: str, lang: str) -> str:
    for tag in (lang, language):
        if primary(tag) in RIGHT_TO_LEFT_LANGUAGES:
            return full_language(tag)
    return "he-IL" if _HEBREW.search(piece) else "ar-SA"


@lru_cache(maxsize=8)
def _boundaries(home: str) -> re.Pattern[str]:
    """What stands apart: right-to-left text, and the East Asian scripts that are not at home."""
    foreign = {"": HANGUL + KANA + HAN + WIDE, "ko": KANA, "ja": HANGUL, "zh": HANGUL + KANA}[home]
    between = r"[ \d,.\u00b7~]{1,8}"
    east = f"[{foreign}]+(?:{between}[{foreign}]+)*"
    right = rf"[{RIGHT_TO_LEFT}]+(?:[\s\d,.:\-]{{1,8}}[{RIGHT_TO_LEFT}]+)*"
    return re.compile(f"{east}|{right}")
