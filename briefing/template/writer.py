"""A Template as TOML text. Only what differs from the defaults is written, in the order of the reference."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from briefing.errors import TemplateInvalid
from briefing.template.form import Template
from briefing.template.keys import REPEATED, SINGLE, TOP, Key
from briefing.template.lines import key_lines
from briefing.template.reader import parse

_LIST_CHARS = 90  # of a list that stays on one line
FILE_CHARS = 100  # of a line of a file in base 64


def to_toml(template: Template) -> str:
    """The text `parse` reads back to an equal template."""
    top = {TOP[0].name: TOP[0].default, **_written(TOP[1:], template)}
    parts = [_lines(top)]
    for name, keys in SINGLE.items():
        table = _written(keys, getattr(template, name))
        if table:
            parts.append(f"[{name}]\n{_lines(table)}")
    for name, keys in REPEATED.items():
        parts += [f"[[{name}]]\n{_lines(_written(keys, entry))}" for entry in getattr(template, name)]
    return "\n".join(parts)


def file_lines(data: str) -> str:
    """A file in base 64 as a TOML text over many lines; TOML reads such a text at once, however long."""
    lines = (data[i : i + FILE_CHARS] for i in range(0, len(data), FILE_CHARS))
    return "'''\n" + "\n".join(lines) + "\n'''"


def renamed(text: str, name: str) -> str:
    """The template `text` under another name, its comments kept where its name stands on a line of its own."""
    wanted = replace(parse(text), name=name)
    lines = text.split("\n")
    at = key_lines(text)[("name",)] - 1
    lines[at] = f"name = {_scalar(name)}"
    again = "\n".join(lines)
    with suppress(TemplateInvalid):
        if parse(again) == wanted:
            return again
    return to_toml(wanted)


def _lines(table: dict[str, Any]) -> str:
    """One key a line, a list of few short items on its line too: as a person would write it."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items())


class _File(str):
    """Base 64, to be written over many lines."""

    __slots__ = ()


def _value(value: object) -> str:
    if isinstance(value, _File):
        return file_lines(value)
    if not isinstance(value, list):
        return _scalar(value)
    items = [_scalar(item) for item in value]
    on_one_line = f"[{', '.join(items)}]"
    if len(on_one_line) <= _LIST_CHARS:
        return on_one_line
    return "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def _scalar(value: object) -> str:
    import tomli_w  # noqa: PLC0415 - loaded when a template is written

    return tomli_w.dumps({"_": value}).removeprefix("_ = ").rstrip("\n")


def _written(keys: tuple[Key, ...], values: object) -> dict[str, Any]:
    pairs = ((key, getattr(values, key.name)) for key in keys)
    return {
        key.name: list(value) if isinstance(value, tuple) else _File(value) if key.kind == "file" else value
        for key, value in pairs
        if key.required or value != key.default
    }
