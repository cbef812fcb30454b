"""How names sound, whatever the script: Hayes, 헤이스 and ヘイズ come close, 헤일리 does not.

A sound is written with what survives from script to script: the consonants PTKSCHMNL and the vowels.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from briefing.assist.scripts import FINALS

_VOWELS = frozenset("aeiou")
_SAME = 0.9  # a consonant that differs costs one; what scripts cannot tell apart costs less
_VOWEL_COST = 0.12
_SOFT = {"L": 0.2, "H": 0.25}  # an R before a consonant, a silent H
_CLOSE = {"SC": 0.2, "CK": 0.4, "HP": 0.3, "MN": 0.3, "ST": 0.4, "CT": 0.4, "HK": 0.4}
_INITIALS = "KKNTTLMPPSS-CCCKTPH"
_MEDIALS = "aeaeoeoeoaeeouoeiuuii"
_ENDINGS = "-KKKNNNTLKMPLLPLMPPSSNCCKTPH"
_KANA = {  # a row of the table, by its consonant: the five vowels in order
    "": "アイウエオ ァィゥェォ ヤ-ユ-ヨ ャ-ュ-ョ ワ---ヲ",
    "K": "カキクケコ ガギグゲゴ ヵ--ヶ-",
    "S": "サシスセソ",
    "C": "ザジズゼゾ -チツ-- -ヂヅ--",
    "T": "タ--テト ダ--デド",
    "N": "ナニヌネノ",
    "H": "ハヒ-ヘホ",
    "P": "バビブベボ パピプペポ --フ-- --ヴ--",
    "M": "マミムメモ",
    "L": "ラリルレロ",
}
_LATIN = (
    ("sch|sh|ss|sz", "S"),
    ("tch|ch|cz|dj|dz|ts|tz|[jz]", "C"),
    ("ph|[pbfv]", "P"),
    ("th|[td]", "T"),
    ("^x|c(?=[eiy])", "S"),
    ("x", "KS"),
    ("(?<=n)g(?![aeiou])|gh(?![aeiouy])", ""),
    ("ck|qu|kh|gh|[ckqg]", "K"),
    ("s", "S"),
    ("h", "H"),
    ("m", "M"),
    ("n", "N"),
    ("[lr]", "L"),
    ("y", "i"),
    ("w|eu", "u"),
    ("eo", "o"),
    ("ae", "e"),
)
_SMALL = re.compile("[aeiou]<")
_LETTERS = re.compile("|".join(f"(?P<_{number}>{letters})" for number, (letters, _) in enumerate(_LATIN)))


def same_sound(one: str, other: str) -> bool:
    """Whether two sounds may be one name."""
    return far(one, other) < _SAME


def is_near(one: str, other: str) -> bool:
    """Whether half of the consonants agree, as those of a name and its misspelling do."""
    return 2 * far(one, other) <= max(consonants(one), consonants(other))


def consonants(spoken: str) -> int:
    """How many consonants a sound has."""
    return sum(letter not in _VOWELS for letter in spoken)


@lru_cache(maxsize=4096)
def far(one: str, other: str) -> float:
    """What it costs to turn one sound into the other."""
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _alone(letter))
    for letter in one:
        before, row = row, [row[0] + _alone(letter)]
        for j, b in enumerate(other):
            row.append(min(before[j] + _between(letter, b), before[j + 1] + _alone(letter), row[j] + _alone(b)))
    return row[-1]


def _alone(letter: str) -> float:
    return _VOWEL_COST if letter in _VOWELS else _SOFT.get(letter, 1.0)


def _between(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS or other in _VOWELS:
        return _VOWEL_COST if one in _VOWELS and other in _VOWELS else 1.0 + _VOWEL_COST
    return _CLOSE.get(one + other) or _CLOSE.get(other + one) or 1.0


@lru_cache(maxsize=1024)
def sound(name: str) -> str:
    """The sound of a name in Latin letters, Hangul or katakana; other letters are passed over."""
    if name.isascii() or not re.search("[가-힣ァ-ヺ]", name):
        plain = re.sub("[^a-z]", "", normalize("NFD", name.lower()))
        spoken = _LETTERS.sub(lambda m: _LATIN[int((m.lastgroup or "_0")[1:])][1], plain)
    else:
        spoken = _SMALL.sub("", "".join(_syllable(c) for c in name))
    return re.sub(r"(.)\1", r"\1", re.sub("[^A-Zaeiou]", "", spoken))


def _syllable(letter: str) -> str:
    if "가" <= letter <= "힣":
        number = ord(letter) - ord("가")
        return (
            _INITIALS[number // FINALS // len(_MEDIALS)]
            + _MEDIALS[number // FINALS % len(_MEDIALS)]
            + _ENDINGS[number % FINALS]
        )
    return "N" if letter == "ン" else _kana().get(letter, "")


@lru_cache(maxsize=1)
def _kana() -> dict[str, str]:
    """Each katakana letter; a small vowel takes the place of the one before it."""
    found = {}
    for consonant, rows in _KANA.items():
        for row in rows.split():
            for letter, vowel in zip(row, "aiueo", strict=True):
                small = "<" if letter in "ァィゥェォャュョ" else ""
                found[letter] = f"{consonant}{small}{vowel}"
    return found
