"""TOML text in, a Template out, or an error that names line, key and what is expected there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NoReturn

from msgspec import Struct

from briefing import limits
from briefing.errors import TemplateInvalid
from briefing.template import form
from briefing.template.keys import MOST_WORD_BYTES, REPEATED, SINGLE, TOP, Key
from briefing.template.lines import key_lines

_SHOWN_CHARS = 80  # of what was found, in an error
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_DATE_LETTERS = re.compile(r"'[^']*'|[dMy]")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_CARRIED = re.compile(r"'{3}\r?\n(?:[A-Za-z0-9+/=]{1,120}\r?\n)+'{3}")
_AT_LINE = re.compile(r"\(at line (\d+)")

At = tuple[str | int, ...]  # the way to a key: ("page", "limit"), ("fields", 0, "label")


@lru_cache(maxsize=32)
def parse(text: str, source: str = "template") -> form.Template:
    """The template `text` describes. Raises TemplateInvalid."""
    text = text.removeprefix("\ufeff")
    length = len(_CARRIED.sub("", text))
    if length > limits.MOST_TEMPLATE_CHARS:
        raise TemplateInvalid(
            source, 0, "", f"at most {limits.MOST_TEMPLATE_CHARS:,} characters", f"{length:,}"
        )
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > limits.MOST_TEMPLATE_LINE_CHARS:
            expected = f"at most {limits.MOST_TEMPLATE_LINE_CHARS:,} characters in a line"
            raise TemplateInvalid(source, number, "", expected, f"{len(line):,}")
    return _Reading(source, text, _raw(text, source)).template()


def _raw(text: str, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:  # also what Python itself will not read
        at = _AT_LINE.search(str(fault))
        last = text.count("\n") + 1 if "end of document" in str(fault) else 0
        raise TemplateInvalid(
            source, int(at.group(1)) if at else last, "", "TOML", _shown(str(fault))
        ) from fault


class _Reading(Struct, frozen=True):
    source: str
    text: str
    raw: dict[str, Any]

    def template(self) -> form.Template:
        known = {k.name for k in TOP} | set(SINGLE) | set(REPEATED)
        self._refuse_unknown((), self.raw, known)
        values = self._values((), TOP, self.raw)
        values.pop("format")
        made = form.Template(
            **values,
            page=form.PageForm(**self._single("page")),
            type=form.TypeForm(**self._single("type")),
            marking=form.Marking(**self._single("marking")),
            head=form.Head(**self._single("head")),
            bottom_line=form.BottomLine(**self._single("bottom_line")),
            citations=form.Citations(**self._single("citations")),
            dates=form.Dates(**self._single("dates")),
            rules=form.Rules(**self._single("rules")),
            word=form.WordForm(**self._single("word")),
            styles=form.Styles(**self._single("styles")),
            fields=tuple(form.HeaderField(**v) for v in self._repeated("fields")),
            tags=tuple(form.Tag(**v) for v in self._repeated("tags")),
            sections=tuple(form.Section(**v) for v in self._repeated("sections")),
        )
        self._check_whole(made)
        return made

    def _single(self, name: str) -> dict[str, Any]:
        raw = self.raw.get(name, {})
        if not isinstance(raw, dict):
            self._fail((name,), f"a table [{name}]", raw)
        return self._table((name,), SINGLE[name], raw)

    def _repeated(self, name: str) -> list[dict[str, Any]]:
        raw = self.raw.get(name, [])
        if not isinstance(raw, list) or not all(isinstance(r, dict) for r in raw):
            self._fail((name,), f"tables [[{name}]]", raw)
        return [self._table((name, index), REPEATED[name], entry) for index, entry in enumerate(raw)]

    def _table(self, at: At, keys: tuple[Key, ...], raw: Mapping[str, Any]) -> dict[str, Any]:
        self._refuse_unknown(at, raw, {k.name for k in keys})
        return self._values(at, keys, raw)

    def _values(self, at: At, keys: tuple[Key, ...], raw: Mapping[str, Any]) -> dict[str, Any]:
        return {key.name: self._value((*at, key.name), key, raw) for key in keys}

    def _value(self, at: At, key: Key, raw: Mapping[str, Any]) -> object:
        if key.name not in raw:
            if key.required:
                self._fail(at, f"{key.name} = ... ({key.says})", "nothing")
            return key.default
        found = raw[key.name]
        expected = fault_of(key, found)
        if expected:
            self._fail(at, expected, found)
        if key.kind == "file":
            return "".join(str(found).split())
        return tuple(found) if isinstance(found, list) else found

    def _refuse_unknown(self, at: At, raw: Mapping[str, Any], known: set[str]) -> None:
        for name in raw:
            if name not in known:
                near = nearest_word(name, sorted(known))
                among = f"{near} (did you mean that?)" if near else f"one of {', '.join(sorted(known))}"
                self._fail((*at, name), among, name)

    def _check_whole(self, made: form.Template) -> None:
        for name, entries in (("tags", made.tags), ("sections", made.sections)):
            if not entries:
                self._fail((name,), f"at least one [[{name}]]", "none")
        self._refuse_doubles("tags", "id", [t.id for t in made.tags])
        self._refuse_doubles("fields", "key", [f.key for f in made.fields])
        self._refuse_doubles("sections", "tag", [s.tag for s in made.sections])
        for index, section in enumerate(made.sections):
            self._check_section(("sections", index), section, [t.id for t in made.tags])

    def _check_section(self, at: At, section: form.Section, tags: list[str]) -> None:
        if section.tag not in tags:
            expected = f"the id of a tag: {', '.join(tags)}{_hint(section.tag, tags)}"
            self._fail((*at, "tag"), expected, section.tag)
        if section.empty == "say" and not section.empty_text.strip():
            self._fail((*at, "empty_text"), 'the words to say, as empty is "say"', section.empty_text)

    def _refuse_doubles(self, name: str, key: str, values: list[str]) -> None:
        for index, value in enumerate(values):
            if value in values[:index]:
                self._fail((name, index, key), "a name that is not used twice", value)

    def _fail(self, at: At, expected: str, found: object) -> NoReturn:
        lines = key_lines(self.text)
        line = next((lines[at[:n]] for n in range(len(at), 0, -1) if at[:n] in lines), 0)
        place = ".".join(part for part in at if isinstance(part, str))
        raise TemplateInvalid(self.source, line, place[:_SHOWN_CHARS], expected, _shown(found))


def nearest_word(word: str, known: Sequence[str]) -> str:
    """The known word most like `word`, capitals aside; empty if none is like it."""
    folded = {each.casefold(): each for each in known}
    from difflib import get_close_matches  # noqa: PLC0415 - loaded when a word is misspelt

    near = get_close_matches(word.casefold(), list(folded), 1)
    return folded[near[0]] if near else ""


def _hint(word: str, known: Sequence[str]) -> str:
    near = nearest_word(word, known)
    return f" (did you mean {near}?)" if near else ""


def _shown(found: object) -> str:
    """What was found, in short; a table or list by its kind, as it may be endless."""
    if isinstance(found, dict | list):
        return "a table" if isinstance(found, dict) else "a list"
    return (found if isinstance(found, str) else repr(found))[:_SHOWN_CHARS]


def fault_of(key: Key, found: object) -> str:
    """What `key` expects, if `found` is not it; else empty."""
    return _CHECKS[key.kind](key, found)


def _text_fault(key: Key, found: object) -> str:
    if not isinstance(found, str) or len(found) > limits.MOST_TEMPLATE_TEXT_CHARS or _UNPRINTABLE.search(found):
        return f"text in quotes, on one line, of at most {limits.MOST_TEMPLATE_TEXT_CHARS} characters"
    return "text that is not empty" if key.required and not found.strip() else ""


def _font_fault(key: Key, found: object) -> str:
    fault = _text_fault(key, found)
    return "" if not fault and str(found).strip() else "the name of a font"


def _date_fault(key: Key, found: object) -> str:
    fault = _text_fault(key, found)
    letters = set() if fault else set(_DATE_LETTERS.findall(str(found)))
    return "" if letters >= {"d", "M"} else 'day and month at least, such as "d MMMM yyyy"'


def _pattern_fault(pattern: re.Pattern[str], found: object, expected: str) -> str:
    return "" if isinstance(found, str) and pattern.fullmatch(found) else expected


def _number_fault(key: Key, found: object) -> str:
    good = isinstance(found, int | float) and not isinstance(found, bool) and key.low <= found <= key.high
    return "" if good else f"a number from {key.low:g} to {key.high:g}"


def _whole_fault(key: Key, found: object) -> str:
    good = isinstance(found, int) and not isinstance(found, bool) and key.low <= found <= key.high
    return "" if good else f"a whole number from {key.low:g} to {key.high:g}"


def _choice_fault(key: Key, found: object) -> str:
    if found in key.choices:
        return ""
    hint = _hint(found, key.choices) if isinstance(found, str) else ""
    return f"one of {', '.join(key.choices)}{hint}"


def _texts_fault(key: Key, found: object) -> str:
    good = isinstance(found, list) and not any(_text_fault(key, item) for item in found)
    return "" if good else 'a list of texts, e.g. ["a", "b"]'


def _numbers_fault(key: Key, found: object) -> str:
    good = (
        isinstance(found, list)
        and len(found) == key.length
        and not any(_number_fault(key, item) for item in found)
    )
    return "" if good else f"{key.length} numbers from {key.low:g} to {key.high:g}: {key.says}"


def _file_fault(key: Key, found: object) -> str:
    text = "".join(found.split()) if isinstance(found, str) else "?"
    good = len(text) <= 4 * -(-MOST_WORD_BYTES // 3) and len(text) % 4 == 0 and _BASE64.fullmatch(text)
    return "" if good else f"a file of at most {MOST_WORD_BYTES // 1024:,} kB in base 64 ({key.says})"


_CHECKS = {
    "text": _text_fault,
    "font": _font_fault,
    "date": _date_fault,
    "number": _number_fault,
    "whole": _whole_fault,
    "truth": lambda _, found: "" if isinstance(found, bool) else "true or false",
    "choice": _choice_fault,
    "colour": lambda _, found: _pattern_fault(_COLOUR, found, "a colour such as #14284B"),
    "language": lambda _, found: _pattern_fault(_LANGUAGE, found, "a language tag such as en-GB or ko"),
    "id": lambda _, found: _pattern_fault(_ID, found, "a short name of small letters, digits, - and _"),
    "texts": _texts_fault,
    "numbers": _numbers_fault,
    "file": _file_fault,
}
