"""The runs of text on a page of a PDF, each with its box.

The text is fetched once and cut by its line ends; boxes are asked of a line's own characters only. To ask
for the text inside each box makes the library look through the whole page every time.
"""

from __future__ import annotations

import re
from ctypes import byref, c_double
from typing import TYPE_CHECKING

from briefing.importers.cleaning import one_line
from briefing.importers.pdflayout import Piece

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_BROKEN_HYPHEN = re.compile("[\x02\ufffe]\\s*$")  # how the library writes a hyphen at the end of a line
_MOST_PIECES = 20_000  # of one page
_MOST_RUNS = 200  # of one line
Box = tuple[float, float, float, float]  # left, bottom, right, top, from the page's bottom left


def pieces_of(page: PdfPage) -> list[Piece]:
    """The runs of text of a page, each with its box, measured from the page's top left."""
    text = page.get_textpage()
    width, height = page.get_size()
    try:
        found = _Runs(text).pieces(width, height)
    finally:
        text.close()
    return found


def _tidy(words: str) -> str:
    if words.isascii() and words.isprintable() and "  " not in words:  # nearly always in Latin text
        return words.strip()
    return one_line(_BROKEN_HYPHEN.sub("-", words))


class _Runs:
    """One page's text, and the library's way to measure stretches of it."""

    __slots__ = ("_box", "_count", "_handle", "_loose", "_rect_of", "_references", "_shape", "_text")

    def __init__(self, text: PdfTextPage) -> None:
        from pypdfium2 import raw  # noqa: PLC0415 - heavy: loaded when first needed

        self._text = text
        self._handle = text.raw  # itself: to be asked for it in each of some 30,000 calls takes its time
        self._count, self._rect_of = raw.FPDFText_CountRects, raw.FPDFText_GetRect
        self._loose = raw.FPDFText_GetLooseCharBox
        self._box = (c_double(), c_double(), c_double(), c_double())  # left, top, right, bottom
        shape = raw.FS_RECTF()
        self._shape = (shape, byref(shape))
        self._references = tuple(byref(value) for value in self._box)

    def pieces(self, width: float, height: float) -> list[Piece]:
        whole = self._text.get_text_range()
        if len(whole) != self._text.count_chars():  # hidden characters, or some beyond two bytes
            return self._one_by_one(width, height)
        found: list[Piece] = []
        for line in _LINE.finditer(whole):
            for start, end, box in self._runs(line.start(), line.end()):
                words = _tidy(whole[start:end])
                if words:
                    found.append(self._piece(words, box, start, (width, height)))
            if len(found) >= _MOST_PIECES:
                break
        return found

    def _one_by_one(self, width: float, height: float) -> list[Piece]:
        """The slow way, where the text and its characters are not numbered alike."""
        found: list[Piece] = []
        for index in range(min(self._text.count_rects(), _MOST_PIECES)):
            left, bottom, right, top = self._text.get_rect(index)
            words = self._text.get_text_bounded(left, bottom, right, top)
            words = _tidy(words)
            start = self._text.get_index(left + 1, (bottom + top) / 2, 4, 4)
            if words:
                box = (left, bottom, right, top)
                found.append(self._piece(words, box, -1 if start is None else start, (width, height)))
        return found

    def _runs(self, start: int, end: int) -> list[tuple[int, int, Box]]:
        """The stretches of a line that stand apart, each from where to where and in which box."""
        count = self._count(self._handle, start, end - start)
        if count == 1:
            return [(start, end, self._rect(0))]
        boxes = [self._rect(i) for i in range(min(count, _MOST_RUNS))]
        cuts = [start, *(self._cut(start, end, i) for i in range(1, len(boxes))), end]
        return [(cuts[i], cuts[i + 1], box) for i, box in enumerate(boxes)]

    def _cut(self, start: int, end: int, boxes: int) -> int:
        """Where the box after the first `boxes` of a line begins, by bisection."""
        low, high = start, end
        while low < high:
            middle = (low + high) // 2
            if self._count(self._handle, start, middle + 1 - start) > boxes:
                high = middle
            else:
                low = middle + 1
        return low

    def _rect(self, index: int) -> Box:
        self._rect_of(self._handle, index, *self._references)
        left, top, right, bottom = self._box
        return left.value, bottom.value, right.value, top.value

    def _piece(self, words: str, box: Box, start: int, page: tuple[float, float]) -> Piece:
        left, bottom, right, top = box
        low, high = self._font_box(start, bottom, top)
        return Piece(words, left, page[1] - high, right, page[1] - low, page[0], page[1])

    def _font_box(self, start: int, bottom: float, top: float) -> tuple[float, float]:
        """Bottom and top of the line by its font: the ink alone is lower in a line without tall letters."""
        shape, reference = self._shape
        if start < 0 or not self._loose(self._handle, start, reference):
            return bottom, top
        low, high = shape.bottom, shape.top
        return (low, high) if low <= bottom + 1 and high >= top - 1 else (bottom, top)
