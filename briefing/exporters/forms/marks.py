"""Marks such as {{subject}} in a paragraph of Word, also where Word has cut one into several runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from briefing.blocks import Run
from briefing.exporters.forms.trees import XML_SPACE, W, made, parent_of, remove
from briefing.exporters.scripts import Stretch, stretches
from briefing.exporters.text import clean

FILLED = "filled"  # on text that came from the note: no mark is looked for in it
_MARK = re.compile(r"\{\{([^{}]*)\}\}")
_BETWEEN = re.compile(r"[\s_\-]+")
_ELSEWHERE = {f"{W}p", f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr"}
_BEFORE_BOLD = {f"{W}rStyle", f"{W}rFonts"}
_AFTER_LANGUAGE = {f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath"}


class Mark(Struct, frozen=True):
    """A mark in a paragraph: what it names, where it stands, and how it is written there."""

    name: str
    start: int
    end: int
    shown: str


def text_of(paragraph: etree._Element) -> str:
    """The paragraph's own text, without that of text boxes in it and of deleted runs."""
    return "".join(node.text or "" for node in _texts(paragraph))


def marks_in(paragraph: etree._Element) -> list[Mark]:
    """Its marks, in order."""
    found = _MARK.finditer(text_of(paragraph))
    return [Mark(normal(m[1]), m.start(), m.end(), " ".join(m[1].split())) for m in found]


def normal(name: str) -> str:
    """A mark's name as it is compared: "Points:Next_steps " is "points: next steps"."""
    kind, colon, rest = " ".join(_BETWEEN.split(name.strip())).casefold().partition(":")
    return f"{kind.strip()}: {rest.strip()}" if colon else kind


def stray_braces(paragraph: etree._Element) -> str:
    """What looks like half a mark, with a little around it; empty if there is none."""
    rest = _MARK.sub("", text_of(paragraph))
    match = re.search(r".{0,20}(?:\{\{|\}\}).{0,20}", rest, re.DOTALL)
    return match[0] if match else ""


def replace_mark(paragraph: etree._Element, mark: Mark, runs: list[etree._Element]) -> None:
    """Puts runs in a mark's place; each takes over the look of the run in which the mark began."""
    nodes = list(_texts(paragraph))
    place, first = 0, None
    for node in nodes:
        length = len(node.text or "")
        start, end = max(mark.start - place, 0), min(mark.end - place, length)
        if start < end:
            first = _cut(node, start, end, first, runs)
            _drop_if_empty(node)
        place += length


def _cut(
    node: etree._Element, start: int, end: int, first: etree._Element | None, runs: list[etree._Element]
) -> etree._Element:
    """Takes a stretch out of a text node; at the first, splits its run and puts the new runs between."""
    text = node.text or ""
    if first is not None:
        _set(node, text[:start] + text[end:])
        return first
    run = parent_of(node)
    rest = _split(run, node, text[end:])
    _set(node, text[:start])
    dressed = [_dressed(new, run) for new in runs]
    if parent_of(run).tag == f"{W}hyperlink":  # a link cannot hold another
        dressed = [inner for new in dressed for inner in (new if new.tag == f"{W}hyperlink" else [new])]
    for new in reversed([*dressed, *([rest] if len(rest) > _has_look(rest) else [])]):
        run.addnext(new)
    return node


def _drop_if_empty(node: etree._Element) -> None:
    """A text of which nothing is left goes, and its run too if that held nothing else."""
    if node.text:
        return
    run = parent_of(node)
    remove(node)
    if len(run) == _has_look(run):
        remove(run)


def _split(run: etree._Element, node: etree._Element, text: str) -> etree._Element:
    """A run with what stands after `node` in its own run, and `text` before that."""
    rest = etree.Element(run.tag)
    look = run.find(f"{W}rPr")
    if look is not None:
        rest.append(deepcopy(look))
    if text:
        rest.append(text_element(text))
    for sibling in list(node.itersiblings()):
        rest.append(sibling)
    return rest


def _has_look(run: etree._Element) -> bool:
    return run.find(f"{W}rPr") is not None


def _dressed(new: etree._Element, pattern: etree._Element) -> etree._Element:
    """A new run in the look of the form's; its own bold, language and font hint are added."""
    look = pattern.find(f"{W}rPr")
    if look is None:
        return new
    for run in new.iter(f"{W}r"):
        own = run.find(f"{W}rPr")
        merged = deepcopy(look)
        for child in list(own) if own is not None else []:
            _merge(merged, child)
        if own is not None:
            run.remove(own)
        run.insert(0, merged)
    return new


def _merge(look: etree._Element, child: etree._Element) -> None:
    there = look.find(child.tag)
    if there is not None:
        if not child.attrib:  # w:b that says "on" must not keep a w:val that says "off"
            there.attrib.clear()
        for name, value in child.attrib.items():
            there.set(name, value)
        return
    look.insert(_place(look, child), child)


def _place(look: etree._Element, child: etree._Element) -> int:
    """Where a property belongs in a w:rPr: the style, the fonts, bold; direction and language at the end."""
    if child.tag == f"{W}rFonts":
        return sum(element.tag == f"{W}rStyle" for element in look)
    if child.tag in {f"{W}b", f"{W}bCs"}:
        return sum(element.tag in {*_BEFORE_BOLD, f"{W}b"} for element in look)
    late = _AFTER_LANGUAGE if child.tag == f"{W}lang" else {*_AFTER_LANGUAGE, f"{W}cs", f"{W}em", f"{W}lang"}
    return len(look) - sum(element.tag in late for element in look)


def _set(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(XML_SPACE, "preserve")


def _texts(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == f"{W}t":
            if FILLED not in child.attrib:
                yield child
        elif child.tag not in _ELSEWHERE:
            yield from _texts(child)


def run_elements(run: Run, language: str) -> list[etree._Element]:
    """The w:r of a run: one per script, with what the form's own look cannot know."""
    text = clean(run.text)
    return [_run(stretch, bold=run.bold) for stretch in stretches(text, language, run.lang)] if text else []


def _run(stretch: Stretch, *, bold: bool) -> etree._Element:
    run, look = made("r"), _look(stretch, bold=bold)
    if len(look):
        run.append(look)
    for piece in re.split("([\n\t])", stretch.text):
        if piece in {"\n", "\t"}:
            run.append(made("br" if piece == "\n" else "tab"))
        elif piece:
            run.append(text_element(piece))
    for text in run.findall(f"{W}t"):
        text.set(FILLED, "")
    return run


def _look(stretch: Stretch, *, bold: bool) -> etree._Element:
    look = made("rPr")
    if stretch.kind in {"home", "east-asian"}:
        look.append(made("rFonts", hint="eastAsia"))
    if bold:
        look.extend([made("b"), made("bCs")])
    if stretch.kind == "right-to-left":
        look.append(made("rtl"))
    if stretch.lang:
        kind = {"right-to-left": "bidi", "plain": "val"}.get(stretch.kind, "eastAsia")
        look.append(made("lang", **{kind: stretch.lang}))
    return look


def apart(runs: Sequence[Run]) -> list[Run]:
    """The runs with each reference's number as its text, and a comma before one that follows another."""
    numbered: list[Run] = []
    for run in runs:
        follows = run.note > 0 and bool(numbered) and numbered[-1].note > 0
        text = f"{',' if follows else ''}{run.note}" if run.note > 0 else run.text
        numbered += [replace(run, text=text)] if text else []
    return numbered


def raised(text: str) -> etree._Element:
    """A raised number, as a reference to the list of sources."""
    run, look = made("r"), made("rPr")
    look.append(made("vertAlign", val="superscript"))
    run.append(look)
    run.append(text_element(text))
    return run


def forget_filled(root: etree._Element) -> None:
    """Takes our own sign off the texts that were filled in."""
    for text in root.iter(f"{W}t"):
        if FILLED in text.attrib:
            del text.attrib[FILLED]


def text_element(text: str) -> etree._Element:
    """A w:t that keeps its spaces."""
    element = made("t")
    _set(element, text)
    return element
