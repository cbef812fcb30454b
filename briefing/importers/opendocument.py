"""OpenDocument texts (.odt) to an Article."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import ImportFailed
from briefing.importers.cleaning import one_line
from briefing.importers.foreign import reading
from briefing.importers.plaintext import article_from_blocks
from briefing.importers.zips import part
from briefing.model.article import Article, Block, Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_UNREAD = frozenset(
    (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}sequence-decls")
)
_CAPTION = re.compile(r"(?i)caption|illustration|figure|text_20_frame|drawing")
_MOST_ROWS = 500


def article_from_odt(archive: zipfile.ZipFile, name: str) -> Article:
    """The article in an OpenDocument text. Raises ImportFailed."""
    from lxml import etree  # noqa: PLC0415 - heavy: loaded when first needed

    content = part(archive, "content.xml", name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = reading(name, lambda: etree.fromstring(content, parser))
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise ImportFailed(name, "damaged", "no text in content.xml")
    blocks = tuple(_blocks(body, _parents(root), 0))
    if not blocks:
        raise ImportFailed(name, "no-article", "no text in the document")
    return article_from_blocks(blocks, whole=True)


def _parents(root: _Element) -> dict[str, str]:
    """Automatic styles by name, with the named style each comes from."""
    styles = root.iter(f"{_STYLE}style")
    return {s.get(f"{_STYLE}name", ""): s.get(f"{_STYLE}parent-style-name", "") for s in styles}


def _blocks(element: _Element, parents: dict[str, str], depth: int) -> Iterator[Block]:
    for child in element:
        if child.tag in _UNREAD:
            continue
        if child.tag == f"{_TEXT}h":
            level = child.get(f"{_TEXT}outline-level", "1")
            yield from _block(child, Kind.HEADING, int(level) if level.isdigit() else 1)
        elif child.tag == f"{_TEXT}p":
            yield from _paragraph(child, parents, depth)
        elif child.tag == f"{_TABLE}table":
            yield from _table(child)
        else:
            yield from _blocks(child, parents, depth + (child.tag == f"{_TEXT}list"))


def _paragraph(child: _Element, parents: dict[str, str], depth: int) -> Iterator[Block]:
    style = child.get(f"{_TEXT}style-name", "")
    style = f"{style} {parents.get(style, '')}"
    if depth:
        yield from _block(child, Kind.LIST_ITEM, depth - 1)
    elif "Title" in style and "Subtitle" not in style:
        yield from _block(child, Kind.HEADING, 1)
    elif "Quotation" in style or "Quote" in style:
        yield from _block(child, Kind.QUOTE, 0)
    else:
        yield from _block(child, Kind.CAPTION if _CAPTION.search(style) else Kind.PARAGRAPH, 0)


def _block(element: _Element, kind: Kind, level: int) -> Iterator[Block]:
    text = one_line("".join(_pieces(element)))
    if text:
        yield Block(text, kind, level=level)


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        elif child.tag not in _UNREAD:
            yield from _pieces(child)
        yield child.tail or ""


def _table(table: _Element) -> Iterator[Block]:
    rows = list(table.iter(f"{_TABLE}table-row"))[:_MOST_ROWS]
    lines = ["\t".join(one_line("".join(_pieces(c))) for c in row.iter(f"{_TABLE}table-cell")) for row in rows]
    text = "\n".join(line for line in lines if line.strip())
    if text:
        yield Block(text, Kind.TABLE)
