"""Importing a long PDF, in one column and in two, against its library fetching the text of each page."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from ctypes import byref, c_double

import pypdfium2
from pypdfium2 import raw

from briefing.importers import read_article
from briefing.importers.cleaning import words as words_of
from tests.unit.importers.helpers_office import Text, pdf

from .measure import Row, compared

BUDGET = 1.3
_LINE = re.compile(r"[^\r\n]+")
PAGES, LINES = 100, 50
LEFT, TOP, LEADING, SIZE = 60.0, 70.0, 14.5, 10.0
WORDS = words_of(
    "the customs chiefs of Velmark and Castora met in Brena on Thursday for first talks since 2017 smuggling "
    "northern crossings manifests every week joint inspections at three ports service plans to hold similar"
)


def rows() -> Iterator[Row]:
    """The lines about long PDFs."""
    for name, starts, words in (("one column", (LEFT,), 13), ("two columns", (LEFT, 310.0), 6)):
        data = pdf([_page(number, starts, words) for number in range(PAGES)])
        what = f"import of a PDF of {PAGES} pages, {name} / its library's text"
        yield compared(what, lambda d=data: read_article(d, "a.pdf"), lambda d=data: library_alone(d), BUDGET)
        what = "the same / its text and the boxes of each line, which columns are told by"
        yield compared(what, lambda d=data: read_article(d, "a.pdf"), lambda d=data: with_boxes(d), None)


def library_alone(data: bytes) -> int:
    """The characters of every page, fetched as the library offers them."""
    total = 0
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            total += len(text.get_text_range())
            text.close()
            page.close()
    return total


def with_boxes(data: bytes) -> int:
    """The same, and of each line how many boxes it has, the first one, and its height by its font."""
    boxes, shape = 0, raw.FS_RECTF()
    sides = [byref(c_double()) for _ in range(4)]
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            for line in _LINE.finditer(text.get_text_range()):
                boxes += raw.FPDFText_CountRects(text.raw, line.start(), line.end() - line.start())
                raw.FPDFText_GetRect(text.raw, 0, *sides)
                raw.FPDFText_GetLooseCharBox(text.raw, line.start(), byref(shape))
            text.close()
            page.close()
    return boxes


def _page(number: int, starts: tuple[float, ...], words: int) -> list[Text]:
    chance = random.Random(number)  # noqa: S311 - the same pages each time
    lines = [
        (left, TOP + i * LEADING, SIZE, " ".join(chance.choices(WORDS, k=words)) + "." * (i % 6 == 5))
        for left in starts
        for i in range(LINES)
    ]
    return [*lines, (290.0, 820.0, SIZE, str(number + 1))]
