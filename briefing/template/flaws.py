"""All that is wrong with a house form, each flaw with the place it stands at. `parse` stops at the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from briefing.template.changes import Path, value_at
from briefing.template.form import Template
from briefing.template.keys import REPEATED, SINGLE, TOP, Key
from briefing.template.reader import fault_of, nearest_word

Why = Literal["value", "words-needed", "mark", "marking"]

FACTS = ("title", "created", "published", "publisher")
PAGE_MARKS = ("page", "pages")
LANGUAGES = ("en", "en-GB", "en-US", "en-AU", "ko", "ja", "zh", "zh-Hans", "zh-Hant", "de", "fr", "es")
_MARK = re.compile(r"\{([\w-]+)\}")


class Flaw(Struct, frozen=True):
    """One flaw. "value" and "words-needed" stop the form from being used; the others are likely slips."""

    path: Path
    key: Key
    why: Why
    found: str = ""
    nearest: str = ""

    @property
    def stops(self) -> bool:
        """Whether `parse` would refuse the form for it."""
        return self.why in ("value", "words-needed")


def flaws_of(form: Template) -> tuple[Flaw, ...]:
    """Every flaw of a form, in the order of its keys."""
    return (*_wrong_values(form), *_missing_words(form), *_unknown_marks(form), *_odd_marking(form))


def _places(form: Template) -> Iterator[tuple[Path, Key]]:
    yield from (((k.name,), k) for k in TOP if k.name != "format")
    for table, keys in SINGLE.items():
        yield from (((table, k.name), k) for k in keys)
    for table, keys in REPEATED.items():
        for at in range(len(getattr(form, table))):
            yield from (((table, at, k.name), k) for k in keys)


def _wrong_values(form: Template) -> Iterator[Flaw]:
    for path, key in _places(form):
        value = value_at(form, path)
        if fault_of(key, list(value) if isinstance(value, tuple) else value):
            near = nearest_word(str(value), LANGUAGES) if key.kind == "language" else ""
            yield Flaw(path, key, "value", value if isinstance(value, str) else "", near)


def _missing_words(form: Template) -> Iterator[Flaw]:
    key = next(k for k in REPEATED["sections"] if k.name == "empty_text")
    for at, section in enumerate(form.sections):
        if section.empty == "say" and not section.empty_text.strip():
            yield Flaw(("sections", at, "empty_text"), key, "words-needed")


def _unknown_marks(form: Template) -> Iterator[Flaw]:
    fields = tuple(f.key for f in form.fields)
    known: dict[Path, tuple[str, ...]] = {("head", "page_label"): PAGE_MARKS}
    known["citations", "attribution"] = ("who",)
    known |= {("head", name): (*FACTS, *fields) for name in ("unit", "subtitle", "reference")}
    known |= {("fields", at, "default"): FACTS for at in range(len(fields))}
    keys = dict(_places(form))
    for path, marks in known.items():
        for mark in _MARK.findall(str(value_at(form, path))):
            if mark not in marks:
                near = nearest_word(mark, marks)
                yield Flaw(path, keys[path], "mark", f"{{{mark}}}", f"{{{near}}}" if near else "")


def _odd_marking(form: Template) -> Iterator[Flaw]:
    marking = form.marking
    if marking.choices and marking.default and marking.default not in marking.choices:
        key = next(k for k in SINGLE["marking"] if k.name == "default")
        near = nearest_word(marking.default, marking.choices)
        yield Flaw(("marking", "default"), key, "marking", marking.default, near)
