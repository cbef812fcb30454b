"""TOML text in, a Template out, or an error that names line, key and what is expected there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NoReturn

from briefing.errors import TemplateInvalid
from briefing.template import form
from briefing.template.keys import REPEATED, SINGLE, TOP, Key

MOST_CHARS = 200_000
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w-]+)\s*\]")
_ASSIGNMENT = re.compile(r"\s*([\w-]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+)")


@lru_cache(maxsize=32)
def parse(text: str, source: str = "template") -> form.Template:
    """The template `text` describes. Raises TemplateInvalid."""
    if len(text) > MOST_CHARS:
        raise TemplateInvalid(source, 0, "", f"at most {MOST_CHARS:,} characters", f"{len(text):,}")
    return _Reading(source, _raw(text, source), _lines(text)).template()


def _raw(text: str, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        at = _AT_LINE.search(str(fault))
        raise TemplateInvalid(source, int(at.group(1)) if at else 0, "", "TOML", str(fault)) from fault


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """Where each key stands: (table, index of the table, key) -> line, counted from 1."""
    found: dict[tuple[str, int, str], int] = {}
    seen: dict[str, int] = {}
    table, index = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            table = header.group(2)
            index = seen.get(table, -1) + 1
            seen[table] = index
            found.setdefault((table, index, ""), number)
            continue
        assignment = _ASSIGNMENT.match(line)
        if assignment:
            found.setdefault((table, index, assignment.group(1)), number)
    return found


@dataclass(frozen=True, slots=True)
class _Table:
    """Where values are being read: a table's name, its index, its keys."""

    name: str
    index: int
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    source: str
    raw: dict[str, Any]
    lines: dict[tuple[str, int, str], int]

    def template(self) -> form.Template:
        top = _Table("", 0, TOP)
        known = {k.name for k in TOP} | set(SINGLE) | set(REPEATED)
        self._refuse_unknown(top, self.raw, known)
        values = self._values(top, {k: v for k, v in self.raw.items() if k not in (*SINGLE, *REPEATED)})
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
            fields=tuple(form.HeaderField(**v) for v in self._repeated("fields")),
            tags=tuple(form.Tag(**v) for v in self._repeated("tags")),
            sections=tuple(form.Section(**v) for v in self._repeated("sections")),
        )
        self._check_whole(made)
        return made

    def _single(self, name: str) -> dict[str, Any]:
        raw = self.raw.get(name, {})
        table = _Table(name, 0, SINGLE[name])
        if not isinstance(raw, dict):
            self._fail(_Table("", 0, ()), name, f"a table [{name}]", raw)
        self._refuse_unknown(table, raw, {k.name for k in table.keys})
        return self._values(table, raw)

    def _repeated(self, name: str) -> list[dict[str, Any]]:
        raw = self.raw.get(name, [])
        if not isinstance(raw, list) or not all(isinstance(r, dict) for r in raw):
            self._fail(_Table("", 0, ()), name, f"tables [[{name}]]", raw)
        values = []
        for index, entry in enumerate(raw):
            table = _Table(name, index, REPEATED[name])
            self._refuse_unknown(table, entry, {k.name for k in table.keys})
            values.append(self._values(table, entry))
        return values

    def _values(self, table: _Table, raw: Mapping[str, Any]) -> dict[str, Any]:
        return {key.name: self._value(table, key, raw) for key in table.keys}

    def _value(self, table: _Table, key: Key, raw: Mapping[str, Any]) -> object:
        if key.name not in raw:
            if key.required:
                self._fail(table, "", f"{key.name} = ... ({key.says})", "nothing")
            return key.default
        found = raw[key.name]
        expected = _fault(key, found)
        if expected:
            self._fail(table, key.name, expected, found)
        return tuple(found) if isinstance(found, list) else found

    def _refuse_unknown(self, table: _Table, raw: Mapping[str, Any], known: set[str]) -> None:
        for name in raw:
            if name not in known:
                near = get_close_matches(name, sorted(known), 1)
                among = f"{near[0]} (did you mean that?)" if near else f"one of {', '.join(sorted(known))}"
                self._fail(table, name, among, name)

    def _check_whole(self, made: form.Template) -> None:
        if not made.tags:
            raise TemplateInvalid(self.source, 0, "tags", "at least one [[tags]]", "none")
        if not made.sections:
            raise TemplateInvalid(self.source, 0, "sections", "at least one [[sections]]", "none")
        self._refuse_doubles("tags", "id", [t.id for t in made.tags])
        self._refuse_doubles("fields", "key", [f.key for f in made.fields])
        ids = [t.id for t in made.tags]
        for index, section in enumerate(made.sections):
            if section.tag not in ids:
                table = _Table("sections", index, ())
                self._fail(table, "tag", f"the id of a tag: {', '.join(ids)}", section.tag)

    def _refuse_doubles(self, name: str, key: str, values: list[str]) -> None:
        for index, value in enumerate(values):
            if value in values[:index]:
                self._fail(_Table(name, index, ()), key, "a name that is not used twice", value)

    def _fail(self, table: _Table, key: str, expected: str, found: object) -> NoReturn:
        at = (table.name, table.index, key)
        line = (
            self.lines.get(at)
            or self.lines.get((table.name, table.index, ""))
            or self.lines.get((key, 0, ""), 0)
        )
        place = f"{table.name}.{key}".strip(".") if table.name else key
        shown = found if isinstance(found, str) else repr(found)
        raise TemplateInvalid(self.source, line, place, expected, shown[:80])


def _fault(key: Key, found: object) -> str:
    """What `key` expects, if `found` is not it; else empty."""
    return _CHECKS[key.kind](key, found)


def _text_fault(_: Key, found: object) -> str:
    if isinstance(found, str) and "\n" not in found.strip("\n"):
        return ""
    return "text in quotes, on one line"


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
    near = get_close_matches(found, key.choices, 1) if isinstance(found, str) else []
    hint = f" (did you mean {near[0]}?)" if near else ""
    return f"one of {', '.join(key.choices)}{hint}"


def _texts_fault(_: Key, found: object) -> str:
    good = isinstance(found, list) and all(isinstance(item, str) for item in found)
    return "" if good else 'a list of texts, e.g. ["a", "b"]'


def _numbers_fault(key: Key, found: object) -> str:
    good = (
        isinstance(found, list)
        and len(found) == key.length
        and not any(_number_fault(key, item) for item in found)
    )
    return "" if good else f"{key.length} numbers from {key.low:g} to {key.high:g}: {key.says}"


_CHECKS = {
    "text": _text_fault,
    "number": _number_fault,
    "whole": _whole_fault,
    "truth": lambda _, found: "" if isinstance(found, bool) else "true or false",
    "choice": _choice_fault,
    "colour": lambda _, found: _pattern_fault(_COLOUR, found, "a colour such as #14284B"),
    "language": lambda _, found: _pattern_fault(_LANGUAGE, found, "a language tag such as en-GB or ko"),
    "id": lambda _, found: _pattern_fault(_ID, found, "a short name of small letters, digits, - and _"),
    "texts": _texts_fault,
    "numbers": _numbers_fault,
}
