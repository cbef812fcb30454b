"""The page that lists every key of a template, made from the keys themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.template.keys import REPEATED, SINGLE, TOP, Key

_INTRODUCTION = """\
# Template reference

A template is one TOML file. It names the house form: header fields, tags, sections, page, fonts, marking and
citations. Every key is listed here with what it holds and what it is if you leave it out; **required** keys
have no such value. `briefing templates check FILE` names the line, the key and what is expected there.

The shortest template has a name, a tag and a section that shows it:

```toml
name = "Short note"

[[tags]]
id = "meeting"
name = "Meeting"

[[sections]]
heading = "Who met"
tag = "meeting"
```

This page is made by `briefing.template.reference` from the keys the program itself checks.
"""
_SAYS = {
    "": "At the top of the file, before any table.",
    "page": "Paper and length.",
    "type": "Fonts, sizes, spacing and signs.",
    "marking": "The protective marking at the top and bottom of each page.",
    "head": "The lines around the note.",
    "bottom_line": "The boxed summary the official reads first.",
    "citations": "How the note names its sources.",
    "dates": "How dates are written.",
    "rules": (
        'The house rules, checked before a note goes out: `"say"` lists what does not hold, `"refuse"` also'
        ' keeps the note from being exported while it stands, `"off"` leaves it out.'
    ),
    "fields": 'One table for each header field, in order; with `place = "foot"` it stands below the sections.',
    "word": "The organisation's own Word file, as a base or as a form with marks.",
    "styles": "With a base: the name of its style for each role, as Word shows it. Left out: the usual name.",
    "tags": "One table for each kind of key point; the first nine have the digits 1 to 9. At least one.",
    "sections": "One table for each section, in order: all points of one tag under a heading. At least one.",
}
_KINDS = {
    "text": "text",
    "font": "name of a font",
    "truth": "true or false",
    "colour": "colour, `#RRGGBB`",
    "language": "language tag, such as `en-GB`",
    "date": "date pattern",
    "id": "short name: small letters, digits, `-`, `_`",
    "texts": "list of texts",
    "file": "a file in base 64, over many lines",
}


class Entry(Struct, frozen=True):
    """One key: its table (empty for the top), what it holds, and what it is if left out."""

    table: str
    key: Key
    holds: str
    left_out: str


def entries() -> tuple[Entry, ...]:
    """Every key there is, in the order of the page."""
    tables = {"": TOP, **SINGLE, **REPEATED}
    return tuple(Entry(t, k, _holds(k), _toml(k.default)) for t, keys in tables.items() for k in keys)


def reference_markdown() -> str:
    """The reference page as Markdown."""
    return "\n".join([_INTRODUCTION, *_tables()])


def _tables() -> Iterator[str]:
    yield _table("Top of the file", "", TOP)
    for name, keys in SINGLE.items():
        yield _table(f"`[{name}]`", name, keys)
    for name, keys in REPEATED.items():
        yield _table(f"`[[{name}]]`", name, keys)


def _table(heading: str, name: str, keys: Iterable[Key]) -> str:
    head = f"## {heading}\n\n{_SAYS[name]}\n\n| key | holds | left out | meaning |\n| --- | --- | --- | --- |\n"
    return head + "".join(_row(key) for key in keys)


def _row(key: Key) -> str:
    without = "**required**" if key.required else f"`{_toml(key.default)}`"
    return f"| `{key.name}` | {_holds(key)} | {without} | {key.says} |\n"


def _holds(key: Key) -> str:
    bounds = f"{key.low:g} to {key.high:g}"
    match key.kind:
        case "choice":
            return "one of " + ", ".join(f"`{choice}`" for choice in key.choices)
        case "number":
            return f"number, {bounds}"
        case "whole":
            return f"whole number, {bounds}"
        case "numbers":
            return f"list of {key.length} numbers, {bounds}"
        case _:
            return _KINDS[key.kind]


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"
