"""The words people read, at the window and on the command line.

Keys are "room.key"; each room is one file in resources/translations/<language>/.
A sentence is whole, with placeholders. `{name}` is replaced; `{name:을/를}` also puts the Korean particle that
fits the sound before it, `“{name:”을/”를}` behind the closing quotation mark. A key with `.one` and `.other` is
chosen by the argument `count`.
"""

from __future__ import annotations

import json
import locale
import re
import unicodedata
from contextlib import suppress

from briefing import resources

LANGUAGES = ("en", "ko")
FALLBACK = "en"
_HANGUL_FIRST, _HANGUL_LAST, _FINALS = 0xAC00, 0xD7A3, 28
_END_CHARS = 60  # of a word, to look at
_NONE, _SOME, _RIEUL = 0, 1, 8  # final consonants, as Unicode counts them in a syllable
# The final consonants of the digits as they are spoken, 영 일 이 삼 사 오 육 칠 팔 구.
_DIGITS = dict(zip("0123456789", (1, 8, 0, 1, 0, 0, 1, 8, 8, 0), strict=True))
_LETTERS = {"L": _RIEUL, "M": _SOME, "N": _SOME, "R": _RIEUL}  # 엘 엠 엔 알; the others end in a vowel
# English words as Korean says them: 메일, 파일, 폼, 브리핑, 피드백, 탭, 포맷; but 폴더, 노트, 데스크.
_WORD_WITH_RIEUL = re.compile(r"le?$")
_WORD_WITH_FINAL = re.compile(r"([mn]e?|ng|ck|ook|(?<![aeiou])[aeiou][bckpt])$")
_WORD = re.compile(r"[a-z]{2,40}$")
_QUOTES = "”’」』"  # closed before the particle: “파일”을
_SILENT = " _-.,;:!?…·”’\"'」』》〉)]】"  # behind a word, and not spoken
_PLACEHOLDER = re.compile(r"\{(\w+)(?::([^}/]+)/([^}]*))?\}")


class Words:
    """What the interface says in one language."""

    def __init__(self, language: str = FALLBACK) -> None:
        self.language = language if language in LANGUAGES else FALLBACK
        self._rooms: dict[str, dict[str, str]] = {}

    def __call__(self, key: str, /, **arguments: object) -> str:
        """The sentence for `key`, its placeholders filled. An unknown key is a fault: KeyError."""
        room, _, name = key.partition(".")
        sentences = self._room(room)
        if name not in sentences and "count" in arguments:
            name = f"{name}.{'one' if arguments['count'] == 1 else 'other'}"
        return _filled(sentences[name], arguments)

    def _room(self, room: str) -> dict[str, str]:
        if room not in self._rooms:
            self._rooms[room] = {**_read(FALLBACK, room), **_read(self.language, room)}
        return self._rooms[room]


def interface_language(wanted: str) -> str:
    """The interface's language: the one wanted, else the system's, else English."""
    if wanted in LANGUAGES:
        return wanted
    with suppress(ValueError):
        system = (locale.getlocale()[0] or "").partition("_")[0].lower()
        return "ko" if system in ("ko", "korean") else FALLBACK
    return FALLBACK


def _read(language: str, room: str) -> dict[str, str]:
    try:
        sentences: dict[str, str] = json.loads(resources.text("translations", language, f"{room}.json"))
    except FileNotFoundError as fault:
        raise KeyError(room) from fault
    return sentences


def _filled(sentence: str, arguments: dict[str, object]) -> str:
    def replacement(match: re.Match[str]) -> str:
        name, with_final, without = match.group(1, 2, 3)
        text = _spoken(arguments[name])
        if with_final is None:
            return text
        return text + particle(text, with_final, without)

    return _PLACEHOLDER.sub(replacement, sentence)


def _spoken(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def particle(word: str, with_final: str, without: str) -> str:
    """The Korean particle after `word`: `with_final` behind a final consonant, else `without` (로: ㄹ too)."""
    final = _final_of(word)
    if final == _RIEUL and with_final.lstrip(_QUOTES).startswith("으로"):
        return without
    return with_final if final else without


def _final_of(word: str) -> int:
    """The final consonant that `word` is spoken with."""
    # NFKC: file names on a Mac come in parts of syllables
    end = unicodedata.normalize("NFKC", word[-_END_CHARS:]).rstrip(_SILENT)
    last = end[-1:]
    if last and _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return (ord(last) - _HANGUL_FIRST) % _FINALS
    if last in _DIGITS:
        return _DIGITS[last]
    return _final_of_latin(end)


def _final_of_latin(end: str) -> int:
    word = _WORD.search(end.lower())
    if word is None or end[-1:].isupper():  # spelt out: PDF, URL
        return _LETTERS.get(end[-1:].upper(), _NONE)
    if _WORD_WITH_RIEUL.search(word[0]):
        return _RIEUL
    return _SOME if _WORD_WITH_FINAL.search(word[0]) else _NONE
