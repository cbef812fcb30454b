"""The words people read, at the window and on the command line.

Keys are "room.key"; each room is one file in resources/translations/<language>/.
A sentence is whole, with placeholders. `{name}` is replaced; `{name:을/를}` also puts the Korean particle that
fits the sound before it. A key with `.one` and `.other` is chosen by the argument `count`.
"""

from __future__ import annotations

import json
import re

from briefing import resources

LANGUAGES = ("en", "ko")
FALLBACK = "en"
_HANGUL_FIRST, _HANGUL_LAST, _FINALS = 0xAC00, 0xD7A3, 28
_RIEUL = 8
# Digits read in Korean end in a consonant for these: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔.
_DIGITS_WITH_FINAL = frozenset("013678")
_DIGITS_WITH_RIEUL = frozenset("178")
_LATIN_WITH_FINAL = frozenset("lmnrLMNR")
_PLACEHOLDER = re.compile(r"\{(\w+)(?::([^}/]+)/([^}]+))?\}")


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
            own = _read(self.language, room)
            self._rooms[room] = own if self.language == FALLBACK else {**_read(FALLBACK, room), **own}
        return self._rooms[room]


def _read(language: str, room: str) -> dict[str, str]:
    sentences: dict[str, str] = json.loads(resources.text("translations", language, f"{room}.json"))
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
    end = word.rstrip("”’\"'」』)）]")[-1:]
    final = _final_of(end)
    if final == _RIEUL and with_final.startswith("으로"):
        return without
    return with_final if final else without


def _final_of(character: str) -> int:
    if character and _HANGUL_FIRST <= ord(character) <= _HANGUL_LAST:
        return (ord(character) - _HANGUL_FIRST) % _FINALS
    if character in _DIGITS_WITH_RIEUL or character in ("l", "L", "r", "R"):
        return _RIEUL
    return 1 if character in _DIGITS_WITH_FINAL or character in _LATIN_WITH_FINAL else 0
