"""The body of a web page as trafilatura finds it, read from its element tree."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.importers.cleaning import one_line
from briefing.model.article import Block, Kind

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_MOST_CELL_CHARS = 240  # of most cells
_MOST_CHARS = 1_500  # of any cell
_SHARES = 0.6, 1.5  # of the expected characters, with which its first reader is trusted
_KINDS = {
    "item": Kind.LIST_ITEM,
    "head": Kind.HEADING,
    "p": Kind.PARAGRAPH,
    "code": Kind.PARAGRAPH,
    "ab": Kind.PARAGRAPH,
}


def extracted(tree: HtmlElement, expected: int) -> tuple[Block, ...]:
    """The blocks of the page's main text; none where trafilatura finds no article.

    Only where it finds far fewer characters than expected, or more, are its two further readers asked as well:
    they take a third of its time.
    """
    least, most = (share * expected for share in _SHARES)
    body = _body(tree, fast=True)
    if not least <= len(" ".join(map(str, body.itertext()))) <= most:
        body = _body(tree, fast=False)
    return tuple(_blocks(body, Kind.PARAGRAPH, 0))


def _body(tree: HtmlElement, *, fast: bool) -> _Element:
    from lxml.etree import Element  # noqa: PLC0415 - heavy: loaded when first needed
    from trafilatura import bare_extraction  # noqa: PLC0415 - as above

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    body = getattr(bare_extraction(tree, options=_options(fast=fast)), "body", None)
    return Element("body") if body is None else body


@lru_cache(maxsize=2)
def _options(*, fast: bool) -> Extractor:
    """What is asked of trafilatura; "txt", for only "python" has it write the text beside the tree."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - heavy: loaded when first needed

    return Extractor(
        output_format="txt", comments=False, tables=True, with_metadata=False, formatting=True, fast=fast
    )


def _blocks(element: _Element, kind: Kind, depth: int) -> Iterator[Block]:
    """The blocks in an element: the text it holds itself, and those of the blocks inside it, in order."""
    if element.tag == "table" and is_data(element):
        yield from _table(element)
        return
    kind, depth = _entered(element, kind, depth)
    level = _level(element, kind, depth)
    loose = [element.text or ""]
    for child in element:
        if child.tag in ("hi", "ref", "del", "span"):
            loose += (*map(str, child.itertext()), child.tail or "")
            continue
        yield from _block("".join(loose), kind, level)
        if child.tag != "lb":
            yield from _blocks(child, kind, depth)
        loose = [child.tail or ""]
    yield from _block("".join(loose), kind, level)


def _entered(element: _Element, kind: Kind, depth: int) -> tuple[Kind, int]:
    if element.tag == "quote":
        return Kind.QUOTE, depth
    if element.tag == "list":
        return kind, depth + 1
    if kind is Kind.QUOTE or (kind is Kind.LIST_ITEM and element.tag == "p"):
        return kind, depth
    return _KINDS.get(str(element.tag), kind), depth


def _level(element: _Element, kind: Kind, depth: int) -> int:
    if kind is Kind.HEADING:
        rend = element.get("rend") or "h2"
        return int(rend[1]) if rend[1:2].isdigit() else 2
    return max(0, depth - 1) if kind is Kind.LIST_ITEM else 0


def _block(text: str, kind: Kind, level: int) -> Iterator[Block]:
    line = one_line(text)
    if line:
        yield Block(line, kind, level=level)


def is_data(table: _Element) -> bool:
    """Whether a table holds cells of a few words rather than the page's text laid out in boxes."""
    sizes = [sum(len(str(t)) for t in cell.itertext()) for cell in table.iter("cell")]
    longer = sum(1 for size in sizes if size > _MOST_CELL_CHARS)
    nested = next(table.iterdescendants("table"), None) is not None
    return len(sizes) > 1 and not nested and longer <= len(sizes) // 4 and max(sizes) <= _MOST_CHARS


def _table(table: _Element) -> Iterator[Block]:
    rows = ([one_line("".join(str(t) for t in cell.itertext())) for cell in row] for row in table.iter("row"))
    lines = ["\t".join(cells) for cells in rows if any(cells)]
    if lines:
        yield Block("\n".join(lines), Kind.TABLE)
