"""Nested points in a form: the next level of the list the form's own paragraph is in."""

from __future__ import annotations

from lxml import etree

from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.trees import W, made, remove, value

DEEPEST_LEVEL = 8
STEP_TWIPS = 360
_BEFORE_NUMBERING = {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"}
_AFTER_INDENT = {
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
}


def go_deeper(file: OwnFile, paragraph: etree._Element, levels: int) -> None:
    """Moves a paragraph `levels` down in its list; where the list has no such level, it is indented."""
    if levels <= 0:
        return
    look = paragraph.find(f"{W}pPr")
    if look is None:
        look = made("pPr")
        paragraph.insert(0, look)
    num, level = _numbering(file, look)
    deeper = min(level + levels, DEEPEST_LEVEL)
    if num and has_level(file, num, deeper):
        _set_level(look, num, deeper)
    else:
        _set_indent(look, levels, hanging=bool(num))


def _numbering(file: OwnFile, look: etree._Element) -> tuple[str, int]:
    """The list and level of a paragraph, its own or its style's."""
    own = look.find(f"{W}numPr")
    if own is not None:
        return value(own.find(f"{W}numId")), int(value(own.find(f"{W}ilvl"), "0"))
    return style_numbering(file, value(look.find(f"{W}pStyle")))


def style_numbering(file: OwnFile, style_id: str) -> tuple[str, int]:
    """The list and level of a style, its own or of one it is based on; empty where it is no list."""
    styles = file.related(file.main(), "styles")
    if styles not in file.names():
        return "", 0
    known = {style.get(f"{W}styleId", ""): style for style in file.tree(styles).iter(f"{W}style")}
    for _ in known:  # no chain of styles is longer than there are styles
        style = known.get(style_id)
        if style is None:
            break
        numbering = style.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            return value(numbering.find(f"{W}numId")), int(value(numbering.find(f"{W}ilvl"), "0"))
        style_id = value(style.find(f"{W}basedOn"))
    return "", 0


def has_level(file: OwnFile, num: str, level: int) -> bool:
    """Whether a list defines that level."""
    part = file.related(file.main(), "numbering")
    if part not in file.names():
        return False
    root = file.tree(part)
    chosen = next((n for n in root.iter(f"{W}num") if n.get(f"{W}numId") == num), None)
    abstract = value(chosen.find(f"{W}abstractNumId")) if chosen is not None else ""
    lists = (a for a in root.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == abstract)
    return any(lvl.get(f"{W}ilvl") == str(level) for a in lists for lvl in a.iter(f"{W}lvl"))


def _set_level(look: etree._Element, num: str, level: int) -> None:
    for old in look.findall(f"{W}numPr"):
        remove(old)
    numbering = made("numPr")
    numbering.append(made("ilvl", val=str(level)))
    numbering.append(made("numId", val=num))
    look.insert(sum(_name(child) in _BEFORE_NUMBERING for child in look), numbering)


def _set_indent(look: etree._Element, levels: int, *, hanging: bool) -> None:
    indent = look.find(f"{W}ind")
    if indent is None:
        indent = made("ind", left=str(STEP_TWIPS * hanging))
        look.insert(len(look) - sum(_name(child) in _AFTER_INDENT for child in look), indent)
        if hanging:
            indent.set(f"{W}hanging", str(STEP_TWIPS))
    left = indent.get(f"{W}left") or indent.get(f"{W}start") or "0"
    if f"{W}start" in indent.attrib:
        del indent.attrib[f"{W}start"]
    indent.set(f"{W}left", str(int(float(left)) + STEP_TWIPS * levels))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
