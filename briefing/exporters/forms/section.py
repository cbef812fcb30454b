"""The last section of a base: its page, and the headers and footers of every page."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from msgspec.structs import replace

from briefing.blocks import Page
from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.trees import R, W, made, remove

MM_PER_TWIP = 25.4 / 1440
KINDS = ("header", "footer")


def last_section(file: OwnFile) -> etree._Element:
    """A copy of the last section's settings, with the headers and footers it takes over from those before."""
    sections = list(file.tree(file.main()).iter(f"{W}sectPr"))
    section = deepcopy(sections[-1]) if sections else made("sectPr")
    references: dict[tuple[str, str], etree._Element] = {}
    for each in sections:
        for reference in each.findall(f"{W}headerReference") + each.findall(f"{W}footerReference"):
            references[reference.tag, reference.get(f"{W}type", "default")] = reference
    for element in [*section.findall(f"{W}headerReference"), *section.findall(f"{W}footerReference")]:
        section.remove(element)
    for name in ("type", "pgNumType", "sectPrChange"):
        for element in section.findall(f"{W}{name}"):
            remove(element)
    section[:0] = [deepcopy(references[key]) for key in sorted(references, reverse=True)]
    return section


def page_of(section: etree._Element, usual: Page) -> Page:
    """The page of a section, in millimetres; what it does not say is the usual."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    names = {"width_mm": (size, "w"), "height_mm": (size, "h")}
    sides = ("top", "right", "bottom", "left", "header", "footer")
    names |= {f"{side}_mm": (margins, side) for side in sides}
    found = {key: _mm(element, name) for key, (element, name) in names.items()}
    return replace(usual, **{key: length for key, length in found.items() if length is not None})


def _mm(element: etree._Element | None, name: str) -> float | None:
    text = "" if element is None else element.get(f"{W}{name}", "")
    return abs(int(text)) * MM_PER_TWIP if text.lstrip("-").isdigit() else None


def frames(file: OwnFile, section: etree._Element) -> dict[tuple[str, str], str]:
    """The part of each header and footer that shows on some page, by kind and type; empty: none."""
    lines = {line.get("Id"): file.target(file.main(), line) for line in file.relationships(file.main())}
    found: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        for shown in _types(file, section):
            references = section.findall(f"{W}{kind}Reference")
            ids = [r.get(f"{R}id") for r in references if r.get(f"{W}type", "default") == shown]
            part = lines.get(ids[0], "") if ids else ""
            found[kind, shown] = part if part in file.names() else ""
    return found


def _types(file: OwnFile, section: etree._Element) -> list[str]:
    settings = file.related(file.main(), "settings")
    even = settings in file.names() and _is_on(file.tree(settings).find(f"{W}evenAndOddHeaders"))
    first = _is_on(section.find(f"{W}titlePg"))
    return ["default", *(["first"] if first else []), *(["even"] if even else [])]


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off"}


def refer(section: etree._Element, kind: str, shown: str, relationship: str) -> None:
    """Lets a section show a header or footer."""
    for old in section.findall(f"{W}{kind}Reference"):
        if old.get(f"{W}type", "default") == shown:
            remove(old)
    reference = made(f"{kind}Reference", type=shown)
    reference.set(f"{R}id", relationship)
    at = 0 if kind == "header" else len(section.findall(f"{W}headerReference"))
    section.insert(at, reference)
