"""A Template as TOML text. Only what differs from the defaults is written, in the order of the reference."""

from __future__ import annotations

from typing import Any

import tomli_w

from briefing.template.form import Template
from briefing.template.keys import REPEATED, SINGLE, TOP, Key


def to_toml(template: Template) -> str:
    """The text `parse` reads back to an equal template."""
    raw: dict[str, Any] = _written(TOP[1:], template)
    raw = {"format": TOP[0].default, **raw}
    for name, keys in SINGLE.items():
        table = _written(keys, getattr(template, name))
        if table:
            raw[name] = table
    for name, keys in REPEATED.items():
        raw[name] = [_written(keys, entry) for entry in getattr(template, name)]
    return tomli_w.dumps(raw)


def _written(keys: tuple[Key, ...], values: object) -> dict[str, Any]:
    pairs = ((key, getattr(values, key.name)) for key in keys)
    return {
        key.name: list(value) if isinstance(value, tuple) else value
        for key, value in pairs
        if key.required or value != key.default
    }
