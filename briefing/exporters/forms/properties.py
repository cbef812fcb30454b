"""What a filled form says of itself: our note, not the person who made the form nor where their files lie."""

from __future__ import annotations

from lxml import etree

from briefing.blocks import Document
from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.trees import W, remove
from briefing.exporters.word.frame import core_xml, custom_values, custom_xml
from briefing.exporters.word.parts import OFFICE, PACKAGE

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def make_it_ours(file: OwnFile, document: Document) -> None:
    """Sets title, note id and marking, and forgets the form's author, its template's path and its thumbnail."""
    file.become_document()
    _forget_template(file)
    core = file.related("", "core-properties") or CORE
    file.put(core, core_xml(document), CORE_TYPE)
    file.relate("", f"{PACKAGE}/relationships/metadata/core-properties", core)
    _set_custom(file, document)


def _forget_template(file: OwnFile) -> None:
    """The path of the template a form was made from is a path on somebody's computer."""
    settings = file.related(file.main(), "settings")
    if settings not in file.names():
        return
    for element in list(file.tree(settings).iter(f"{W}attachedTemplate")):
        remove(element)
    file.unrelate(settings, "attachedTemplate")


def _set_custom(file: OwnFile, document: Document) -> None:
    """Our properties beside the organisation's own, e.g. its labels of sensitivity."""
    part = file.related("", "custom-properties")
    if part not in file.names():
        file.put(CUSTOM, custom_xml(document), CUSTOM_TYPE)
        file.relate("", f"{OFFICE}/custom-properties", CUSTOM)
        return
    root = file.tree(part)
    ours = dict(custom_values(document))
    for line in [line for line in root if line.get("name") in ours]:
        root.remove(line)
    taken = [int(line.get("pid", "1")) for line in root if line.get("pid", "1").isdigit()]
    for pid, (name, value) in enumerate(ours.items(), max([1, *taken]) + 1):
        line = etree.SubElement(root, _PROPERTY, fmtid=_FORMAT, pid=str(pid), name=name)
        line.append(value_element(value))


def value_element(value: str | int) -> etree._Element:
    """A custom property's value as an element."""
    types = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
    element = etree.Element(f"{types}i4" if isinstance(value, int) else f"{types}lpwstr")
    element.text = str(value)
    return element
