"""Our footnotes or endnotes in a base: its separators and settings stay, its own notes go."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.settings import put_setting
from briefing.exporters.forms.trees import W, remove
from briefing.exporters.word.parts import OFFICE, WORD_TYPE

KINDS = ("footnote", "endnote")


def take_notes(file: OwnFile, ours: OwnFile, kind: str) -> dict[str, etree._Element]:
    """Brings our notes of that kind in, each under its old id; styles and links in them are still ours."""
    part, source = file.related(file.main(), f"{kind}s"), f"word/{kind}s.xml"
    if part in file.names():
        _drop_theirs(file.tree(part), kind)
    if source not in ours.names():
        return {}
    if part not in file.names():
        part = source
        file.put(part, ours.raw(source).decode(), f"{WORD_TYPE}.{kind}s+xml")
        file.relate(file.main(), f"{OFFICE}/{kind}s", f"{kind}s.xml")
        _drop_theirs(file.tree(part), kind)
        put_setting(file, ours, f"{kind}Pr")
    return _added(file.tree(part), ours.tree(source), kind)


def _drop_theirs(root: etree._Element, kind: str) -> None:
    for note in root.findall(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal":
            remove(note)


def _added(root: etree._Element, ours: etree._Element, kind: str) -> dict[str, etree._Element]:
    first = max([0, *(int(note.get(f"{W}id", "0")) for note in root.findall(f"{W}{kind}"))])
    notes: dict[str, etree._Element] = {}
    for note in ours.findall(f"{W}{kind}"):
        if note.get(f"{W}type") is None:
            copy = notes[note.get(f"{W}id", "")] = deepcopy(note)
            copy.set(f"{W}id", str(first + len(notes)))
            root.append(copy)
    return notes
