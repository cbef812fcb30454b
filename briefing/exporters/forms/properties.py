"""What a file made with the organisation's own says of itself: our note, not the person who made theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from briefing.blocks import Document
from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.trees import W
from briefing.exporters.word.frame import core_xml, custom_values, custom_xml
from briefing.exporters.word.parts import OFFICE, PACKAGE, filled

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LABEL = re.compile(r"MSIP_Label_[0-9A-Fa-f-]+_(?!Owner)\w+")  # a sensitivity label, but for who set it
_ASKED_FOR = re.compile(r"DOCPROPERTY\s+(?:\"([^\"]+)\"|(\S+))", re.IGNORECASE)


def make_it_ours(file: OwnFile, document: Document) -> None:
    """Sets title, note id and marking, and forgets the file's author, company, times and other properties."""
    file.become_document()
    core = file.related("", "core-properties") or CORE
    file.put(core, core_xml(document), CORE_TYPE)
    file.relate("", f"{PACKAGE}/relationships/metadata/core-properties", core)
    app = file.related("", "extended-properties") or APP
    file.put(app, filled("app.xml"), f"{_OFFICE_TYPE}.extended-properties+xml")
    file.relate("", f"{OFFICE}/extended-properties", app)
    _set_custom(file, document)


def _set_custom(file: OwnFile, document: Document) -> None:
    """Ours, beside labels of sensitivity and what a field of the file prints."""
    part = file.related("", "custom-properties")
    if part not in file.names():
        file.put(CUSTOM, custom_xml(document), f"{_OFFICE_TYPE}.custom-properties+xml")
        file.relate("", f"{OFFICE}/custom-properties", CUSTOM)
        return
    root = file.tree(part)
    ours, printed = dict(custom_values(document)), set(_printed(file))
    for line in list(root):
        name = line.get("name", "")
        if name in ours or not (_LABEL.fullmatch(name) or name.casefold() in printed):
            root.remove(line)
    taken = [int(line.get("pid", "1")) for line in root if line.get("pid", "1").isdigit()]
    for pid, (name, value) in enumerate(ours.items(), max([1, *taken]) + 1):
        line = etree.SubElement(root, _PROPERTY, fmtid=_FORMAT, pid=str(pid), name=name)
        line.append(value_element(value))


def _printed(file: OwnFile) -> Iterator[str]:
    """The properties that fields of the file print, in small letters."""
    for name in file.names():
        if name.startswith("word/") and name.endswith(".xml") and b"DOCPROPERTY" in file.raw(name).upper():
            root = file.tree(name)
            texts = [e.text or "" for e in root.iter(f"{W}instrText")]
            texts += [e.get(f"{W}instr", "") for e in root.iter(f"{W}fldSimple")]
            yield from ((m[1] or m[2]).casefold() for m in _ASKED_FOR.finditer("".join(texts)))


def value_element(value: str | int) -> etree._Element:
    """A custom property's value as an element."""
    types = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
    element = etree.Element(f"{types}i4" if isinstance(value, int) else f"{types}lpwstr")
    element.text = str(value)
    return element
