"""Lists of a base: its styles' own where they are lists, else ours beside them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from briefing.exporters.forms.file import OwnFile
from briefing.exporters.forms.lists import has_level, style_numbering
from briefing.exporters.forms.styles import BaseStyles
from briefing.exporters.forms.trees import W, made, remove, value
from briefing.exporters.word.parts import OFFICE, WORD_TYPE

_POINTS = ("KeyPoint", "KeyPoint2", "KeyPoint3", "KeyPoint4")
_EMPTY = f'<w:numbering xmlns:w="{W[1:-1]}"/>'


class BaseNumbering:
    """Puts the list paragraphs of our body into the base's lists."""

    def __init__(self, file: OwnFile, ours: OwnFile, styles: BaseStyles) -> None:
        self._file, self._styles = file, styles
        self._ours = ours.tree("word/numbering.xml")
        self._lists: dict[str, tuple[str, int]] = {}
        self._brought: dict[str, str] = {}
        self._restarted: dict[tuple[str, str], str] = {}

    def place(self, paragraph: etree._Element, ours: str) -> None:
        """Gives one paragraph of our style `ours`, its list reference still ours, its place."""
        look = paragraph.find(f"{W}pPr")
        reference = look.find(f"{W}numPr") if look is not None else None
        if look is None or reference is None:
            return
        level, old = int(value(reference.find(f"{W}ilvl"), "0")), value(reference.find(f"{W}numId"))
        theirs, their_level = self._list_of(ours)
        if ours == "NumberedPoint" and theirs and has_level(self._file, theirs, their_level + level):
            _set(reference, their_level + level, self._anew(theirs, old, their_level + level))
        elif theirs:
            remove(reference)
        elif not self._deeper(look, reference, ours):
            _set(reference, level, self._num(old))

    def _list_of(self, ours: str) -> tuple[str, int]:
        if ours not in self._lists:
            theirs = self._styles.is_theirs(ours)
            self._lists[ours] = style_numbering(self._file, self._styles.id_of(ours)) if theirs else ("", 0)
        return self._lists[ours]

    def _deeper(self, look: etree._Element, reference: etree._Element, ours: str) -> bool:
        """A nested point, where the base has a list for the first level only: the next level of that list."""
        depth = _POINTS.index(ours) if ours in _POINTS else 0
        theirs, level = self._list_of(_POINTS[0])
        style = look.find(f"{W}pStyle")
        if not depth or style is None or not theirs or not has_level(self._file, theirs, level + depth):
            return False
        style.set(f"{W}val", self._styles.id_of(_POINTS[0]))
        _set(reference, level + depth, theirs)
        return True

    def _anew(self, theirs: str, old: str, level: int) -> str:
        """A list of the base, counting from the start for each of our lists."""
        if (theirs, old) not in self._restarted:
            root = self._root()
            source = next(n for n in root.iter(f"{W}num") if n.get(f"{W}numId") == theirs)
            num = made("num", numId=_fresh(root, "num", "numId"))
            num.append(made("abstractNumId", val=value(source.find(f"{W}abstractNumId"))))
            override = made("lvlOverride", ilvl=str(level))
            override.append(made("startOverride", val="1"))
            num.append(override)
            _append(root, num)
            self._restarted[theirs, old] = num.get(f"{W}numId", "")
        return self._restarted[theirs, old]

    def _num(self, old: str) -> str:
        """One of our lists, in the base under a number of its own."""
        if old not in self._brought:
            root = self._root()
            num = deepcopy(next(n for n in self._ours.iter(f"{W}num") if n.get(f"{W}numId") == old))
            wanted = num.find(f"{W}abstractNumId")
            shape = next(
                a for a in self._ours.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == value(wanted)
            )
            num.set(f"{W}numId", _fresh(root, "num", "numId"))
            if wanted is not None:
                wanted.set(f"{W}val", self._abstract(root, shape))
            _append(root, num)
            self._brought[old] = num.get(f"{W}numId", "")
        return self._brought[old]

    def _abstract(self, root: etree._Element, shape: etree._Element) -> str:
        nsid = value(shape.find(f"{W}nsid"))
        for there in root.iter(f"{W}abstractNum"):
            if value(there.find(f"{W}nsid")) == nsid:
                return there.get(f"{W}abstractNumId", "")
        copy = deepcopy(shape)
        for element in list(copy.iter(f"{W}pStyle", f"{W}rFonts")):
            remove(element)
        copy.set(f"{W}abstractNumId", _fresh(root, "abstractNum", "abstractNumId"))
        first = root.find(f"{W}num")
        if first is None:
            root.append(copy)
        else:
            first.addprevious(copy)
        return copy.get(f"{W}abstractNumId", "")

    def _root(self) -> etree._Element:
        part = self._file.related(self._file.main(), "numbering")
        if part not in self._file.names():
            part = "word/numbering.xml"
            self._file.put(part, _EMPTY, f"{WORD_TYPE}.numbering+xml")
            self._file.relate(self._file.main(), f"{OFFICE}/numbering", "numbering.xml")
        return self._file.tree(part)


def _append(root: etree._Element, num: etree._Element) -> None:
    """Behind the last list; what may follow lists stays behind them."""
    nums = root.findall(f"{W}num")
    after = nums[-1] if nums else root.findall(f"{W}abstractNum")[-1]
    after.addnext(num)


def _fresh(root: etree._Element, name: str, attribute: str) -> str:
    taken = [int(e.get(f"{W}{attribute}", "0")) for e in root.iter(f"{W}{name}")]
    return str(max([0, *taken]) + 1)


def _set(reference: etree._Element, level: int, num: str) -> None:
    for element in list(reference):
        reference.remove(element)
    reference.append(made("ilvl", val=str(level)))
    reference.append(made("numId", val=num))
