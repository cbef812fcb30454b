"""Lists: one multilevel list for all bullets, and numbered lists that start anew with each list id."""

from __future__ import annotations

import re

from briefing.blocks import Document, Heading, ListItem
from briefing.exporters.colours import colour
from briefing.exporters.markers import LEVELS, Format, level_of, number_format
from briefing.exporters.scripts import is_east_asian
from briefing.exporters.text import escaped, one_line
from briefing.exporters.word.fonts import font_attributes
from briefing.exporters.word.measures import twips
from briefing.exporters.word.parts import filled

BULLETS_NUM = 1
NUMBERS_NUM = 2
FIRST_FREE_NUM = 3
POINT_STYLES = ("KeyPoint", "KeyPoint2", "KeyPoint3", "KeyPoint4")
_LONGEST_MARKER_CHARACTERS = 16
_FIRST_NSID = 0x42500000
_SYMBOL = re.compile("[\u203b\u2460-\u24ff\u25a0-\u26ff\u3000-\u30ff]")


def point_style(level: int) -> str:
    """The style of a bullet at `level`."""
    return POINT_STYLES[min(level_of(level), len(POINT_STYLES) - 1)]


class Numbering:
    """The lists of one document: which w:num each list id has, and the part that defines them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._formats: dict[int, dict[int, Format]] = {}
        self._heading_markers: dict[str, int] = {}
        for block in document.blocks:
            self._meet(block)
        self._nums = {list_id: FIRST_FREE_NUM + i for i, list_id in enumerate(self._formats)}
        after = FIRST_FREE_NUM + len(self._nums)
        self._heading_nums = {marker: after + i for i, marker in enumerate(self._heading_markers)}

    def _meet(self, block: object) -> None:
        if isinstance(block, ListItem) and block.kind == "number":
            level = level_of(block.level)
            self._formats.setdefault(block.list_id, {}).setdefault(level, number_format(block.marker, level))
        elif isinstance(block, Heading) and is_bullet(block.marker):
            self._heading_markers[block.marker] = 0

    def reference(self, item: ListItem) -> str:
        """The w:numPr of an item."""
        num = BULLETS_NUM if item.kind == "bullet" else self._nums[item.list_id]
        return f'<w:numPr><w:ilvl w:val="{level_of(item.level)}"/><w:numId w:val="{num}"/></w:numPr>'

    def heading_reference(self, heading: Heading) -> str:
        """The w:numPr of a heading with a bullet before it, or nothing."""
        num = self._heading_nums.get(heading.marker)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else ""

    def xml(self) -> str:
        """The numbering part: every w:abstractNum before the first w:num."""
        shapes = self._shapes()
        markers = list(self._heading_markers)
        base = [self._bullets(), self._numbers(0, {}, style="NumberedPoint")]
        numbers = [self._numbers(i, dict(s), style="") for i, s in enumerate(shapes, start=1)]
        first = 2 + len(numbers)
        headings = [self._heading(first + i, marker) for i, marker in enumerate(markers)]
        nums = [_num(BULLETS_NUM, 0), _num(NUMBERS_NUM, 1)]
        nums += [
            _num(self._nums[i], 2 + shapes.index(_shape(f)), {level: f[level].start for level in f})
            for i, f in self._formats.items()
        ]
        nums += [_num(self._heading_nums[marker], first + i) for i, marker in enumerate(markers)]
        return filled("numbering.xml", {"lists": "".join([*base, *numbers, *headings, *nums])})

    def _shapes(self) -> list[tuple[tuple[int, Format], ...]]:
        return list(dict.fromkeys(_shape(f) for f in self._formats.values()))

    def _bullets(self) -> str:
        markers = self._document.markers or ("•",)
        levels = (
            self._level(i, "bullet", markers[min(i, len(markers) - 1)], _linked(i)) for i in range(LEVELS)
        )
        return _abstract(0, "".join(levels))

    def _numbers(self, index: int, formats: dict[int, Format], style: str) -> str:
        kinds = ("decimal", "lowerLetter", "lowerRoman")
        levels = []
        for i in range(LEVELS):
            form = formats.get(i, Format(kinds[i % 3], f"%{i + 1}."))
            levels.append(self._level(i, form.kind, form.text, style if i == 0 else ""))
        return _abstract(index + 1, "".join(levels))

    def _heading(self, index: int, marker: str) -> str:
        return _abstract(index, self._level(0, "bullet", marker, "", bold=True))

    def _level(self, level: int, kind: str, text: str, style: str, *, bold: bool = False) -> str:
        step = twips(self._document.type.indent_mm)
        base = step // 2 if self._heading_markers and not bold else 0
        shown = escaped(one_line(text)[:_LONGEST_MARKER_CHARACTERS])
        linked = f'<w:pStyle w:val="{style}"/>' if style else ""
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
            f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{base + step * (level + 1)}" w:hanging="{step}"/></w:pPr>'
            f"{self._look(kind, text, bold=bold)}</w:lvl>"
        )

    def _look(self, kind: str, text: str, *, bold: bool) -> str:
        face = self._document.type.heading if bold else self._document.type.body
        asian = is_east_asian(self._document.language) or bool(_SYMBOL.search(text))
        hint = "eastAsia" if asian else "default"
        weight = "<w:b/><w:bCs/>" if kind != "bullet" else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        shade = "" if bold else f'<w:color w:val="{colour(self._document.type.accent)}"/>'
        fonts = f'<w:rFonts {font_attributes(face)} w:hint="{hint}"/>'
        return f"<w:rPr>{fonts}{'' if bold else weight}{shade}</w:rPr>"


def is_bullet(marker: str) -> bool:
    """Whether a heading's marker can be a bullet of a list; letters and numbers are printed as text."""
    return len(marker) == 1 and not marker.isalnum() and not marker.isspace()


def _linked(level: int) -> str:
    return POINT_STYLES[level] if level < len(POINT_STYLES) else ""


def _shape(formats: dict[int, Format]) -> tuple[tuple[int, Format], ...]:
    return tuple(
        sorted(((level, Format(f.kind, f.text)) for level, f in formats.items()), key=lambda pair: pair[0])
    )


def _abstract(index: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="{_FIRST_NSID + index:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _num(num: int, abstract: int, starts: dict[int, int] | None = None) -> str:
    restarts = "".join(_restart(level, start) for level, start in sorted((starts or {}).items()))
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>{restarts}</w:num>'


def _restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
