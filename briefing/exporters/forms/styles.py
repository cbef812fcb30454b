"""The styles of a base: found by the name people see, and ours brought in where the base has none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from difflib import get_close_matches
from functools import lru_cache

from lxml import etree

from briefing import resources
from briefing.errors import FormInvalid
from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.trees import W, remove, value
from briefing.exporters.word.parts import OFFICE, WORD_TYPE

USUAL: dict[str, tuple[str, ...]] = {  # of our style: what a base may call its own, the likeliest first
    "BodyText": ("Body Text", "Normal"),
    "LeadIn": ("Lead-in", "Body Text", "Normal"),
    "KeyPoint": ("Key Point", "List Bullet"),
    "KeyPoint2": ("Key Point 2", "List Bullet 2"),
    "KeyPoint3": ("Key Point 3", "List Bullet 3"),
    "KeyPoint4": ("Key Point 4", "List Bullet 4"),
    "NumberedPoint": ("Numbered Point", "List Number"),
    "FieldValue": ("Field Value", "Table Text"),
    "Footer": ("Briefing footer",),  # never theirs: its tabs are those of their page
    "Normal": ("Normal",),
}
ROLES: dict[str, str] = {
    "Unit": "unit",
    "Title": "title",
    "Subtitle": "subtitle",
    "FieldTable": "field_table",
    "FieldLabel": "field_label",
    "FieldValue": "field_value",
    "BottomLine": "bottom_line",
    "Heading1": "heading",
    "BodyText": "body",
    "LeadIn": "lead_in",
    "KeyPoint": "point",
    "KeyPoint2": "point_2",
    "KeyPoint3": "point_3",
    "NumberedPoint": "numbered_point",
    "Quote": "quote",
    "Source": "source",
    "FootnoteText": "footnote",
    "EndnoteText": "footnote",
}
_LEFT_BEHIND = ("rFonts", "lang", "next", "link", "numPr", "autoSpaceDE", "autoSpaceDN")


class BaseStyles:
    """Which style of the base each of ours becomes. Raises FormInvalid (no-style) for an unknown name."""

    def __init__(self, file: OwnFile, ours: OwnFile, names: Mapping[str, str]) -> None:
        self._root = file.tree(_styles_part(file, ours))
        self._ours = {s.get(f"{W}styleId", ""): s for s in ours.tree("word/styles.xml").iter(f"{W}style")}
        self._by_name: dict[tuple[str, str], str] = {}
        self._defaults: dict[str, str] = {}
        for style in self._root.iter(f"{W}style"):
            self._meet(style)
        self._found: dict[str, str] = {}
        self.brought: dict[str, str] = {}  # ours that the base did not have, with their names
        self._chosen = {ours: names[role] for ours, role in ROLES.items() if names.get(role)}
        self._refuse_unknown()

    def names(self) -> tuple[str, ...]:
        """The names of the base's styles, as the file has them."""
        return tuple(value(s.find(f"{W}name")) for s in self._root.iter(f"{W}style"))

    def id_of(self, ours: str) -> str:
        """The style of the base that stands for one of ours; it is brought in if there is none."""
        if ours not in self._found:
            kind = self._kind(ours)
            theirs = next((i for name in self._names_of(ours) if (i := self._named(name, kind))), "")
            self._found[ours] = theirs or self._brought(ours, kind)
        return self._found[ours]

    def is_theirs(self, ours: str) -> bool:
        """Whether the base has its own style for one of ours."""
        self.id_of(ours)
        return ours not in self.brought

    def _refuse_unknown(self) -> None:
        wrong = dict.fromkeys(n for o, n in self._chosen.items() if not self._named(n, self._kind(o)))
        if wrong:
            near = tuple(next(iter(get_close_matches(name, self.names(), 1)), "") for name in wrong)
            raise FormInvalid(reason="no-style", names=tuple(wrong), nearest=near)

    def _kind(self, ours: str) -> str:
        return self._ours[ours].get(f"{W}type", "paragraph")

    def _names_of(self, ours: str) -> tuple[str, ...]:
        if ours in self._chosen:
            return (self._chosen[ours],)
        return USUAL.get(ours) or (value(self._ours[ours].find(f"{W}name")),)

    def _named(self, name: str, kind: str) -> str:
        plain = _plain(name)
        true = _plain(_true_names().get(plain, name))
        return self._by_name.get((kind, plain)) or self._by_name.get((kind, true), "")

    def _meet(self, style: etree._Element) -> None:
        kind = style.get(f"{W}type", "paragraph")
        names = [value(style.find(f"{W}name")), *value(style.find(f"{W}aliases")).split(",")]
        for name in filter(None, map(_plain, names)):
            self._by_name.setdefault((kind, name), self._id(style))
        if style.get(f"{W}default") in {"1", "true", "on"}:
            self._defaults[kind] = self._id(style)

    def _brought(self, ours: str, kind: str) -> str:
        if self._ours[ours].get(f"{W}default") and kind in self._defaults:
            return self._defaults[kind]
        copy = deepcopy(self._ours[ours])
        for element in list(copy.iter(*(f"{W}{name}" for name in _LEFT_BEHIND))):
            remove(element)
        taken = {self._id(style) for style in self._root.iter(f"{W}style")}
        fresh = next(i for n in range(len(taken) + 1) if (i := f"{ours}{n or ''}") not in taken)
        copy.set(f"{W}styleId", fresh)
        if f"{W}default" in copy.attrib:
            del copy.attrib[f"{W}default"]
        name = copy.find(f"{W}name")
        if name is not None and (kind, _plain(value(name))) in self._by_name:
            name.set(f"{W}val", f"Briefing {value(name)}")
        self._found[ours] = fresh
        self.brought[ours] = value(copy.find(f"{W}name"))
        self._root.append(copy)
        for based in copy.findall(f"{W}basedOn"):
            based.set(f"{W}val", self.id_of(value(based)))
        return fresh

    @staticmethod
    def _id(style: etree._Element) -> str:
        return style.get(f"{W}styleId", "")


def _styles_part(file: OwnFile, ours: OwnFile) -> str:
    part = file.related(file.main(), "styles")
    if part in file.names():
        return part
    file.put("word/styles.xml", ours.raw("word/styles.xml").decode(), f"{WORD_TYPE}.styles+xml")
    file.relate(file.main(), f"{OFFICE}/styles", "styles.xml")
    return "word/styles.xml"


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@lru_cache(maxsize=1)
def _true_names() -> dict[str, str]:
    """What Word shows for its own styles in other languages, to the name it writes into every file."""
    names: dict[str, list[str]] = json.loads(resources.text("word", "style-names.json"))
    return {_plain(shown): true for true, others in names.items() for shown in others}
