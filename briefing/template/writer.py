"""A Template as TOML text. Only what differs from the defaults is written, in the order of the reference."""

from __future__ import annotations

from typing import Any

import tomli_w

from briefing.template.form import Template
from briefing.template.keys import REPEATED, SINGLE, TOP, Key

_LIST_CHARS = 90  # of a list that stays on one line


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


def _lines(table: dict[str, Any]) -> str:
    """One key a line, a list of few short items on its line too: as a person would write it."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items())


def _value(value: object) -> str:
    if not isinstance(value, list):
        return _scalar(value)
    items = [_scalar(item) for item in value]
    on_one_line = f"[{', '.join(items)}]"
    if len(on_one_line) <= _LIST_CHARS:
        return on_one_line
    return "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def _scalar(value: object) -> str:
    return tomli_w.dumps({"_": value}).removeprefix("_ = ").rstrip("\n")


def _written(keys: tuple[Key, ...], values: object) -> dict[str, Any]:
    pairs = ((key, getattr(values, key.name)) for key in keys)
    return {
        key.name: list(value) if isinstance(value, tuple) else value
        for key, value in pairs
        if key.required or value != key.default
    }
