"""Lines of PDF columns to blocks: paragraphs rejoined, hyphens mended, headings told by their size."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from briefing.importers.language import is_east_asian
from briefing.importers.lines import bullet_end, ends_sentence
from briefing.importers.pdflayout import Piece
from briefing.model.article import Block, Kind

_MARGIN_SHARE = 0.09  # of the page's height, at the top and at the bottom
_PAGE_NUMBER = re.compile(
    r"(?i)(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/|von|sur|de)\s*\d{1,4})?"
)
_DIGITS = re.compile(r"\d+")
_LARGER = 1.18  # than the running text: a heading
_MOST_HEADING_CHARS = 200


def running_heads(pages: list[list[Piece]]) -> dict[str, str]:
    """Lines at the edges of the pages that come back on others, and page numbers."""
    edges = [[(li.text, _bare(li)) for li in page if _at_edge(li)] for page in pages]
    counts = Counter(bare for edge in edges for bare in {bare for _, bare in edge})
    least = max(2, len(pages) // 3)
    return {
        text: text
        for edge in edges
        for text, bare in edge
        if _PAGE_NUMBER.fullmatch(text) or counts[bare] >= least
    }


def _bare(line: Piece) -> str:
    return _DIGITS.sub("#", line.text)


def _at_edge(line: Piece) -> bool:
    margin = _MARGIN_SHARE * line.page_height
    return line.top < margin or line.bottom > line.page_height - margin


def blocks_of(groups: list[list[Piece]]) -> tuple[Block, ...]:
    """The blocks of the columns, in order; a paragraph that runs on in the next column is one."""
    heights: list[float] = []
    for line in (li for group in groups for li in group):
        heights += [line.height] * (len(line.text) // 10 + 1)
    body = median(heights) if heights else 1.0
    found: list[Block] = []
    for group in groups:
        for block in _paragraphs(group, body):
            if found and _runs_on(found[-1], block):
                found[-1] = Block(_rejoined(found[-1].text, block.text))
            else:
                found.append(block)
    return tuple(found)


def _paragraphs(group: list[Piece], body: float) -> list[Block]:
    steps = [b.bottom - a.bottom for a, b in pairwise(group) if 0.8 < b.height / a.height < 1.25]
    near = [s for s in steps if 0 < s < 2.2 * body]
    usual = min(median(near), 1.6 * body) if near else 1.4 * body
    left, right = min(li.left for li in group), max(li.right for li in group)
    found: list[list[Piece]] = []
    for line in group:
        if found and not _starts_anew(found[-1][-1], line, usual / body, (left, right)):
            found[-1].append(line)
        else:
            found.append([line])
    return [_block(lines, body) for lines in found]


def _starts_anew(above: Piece, line: Piece, leading: float, edges: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph: white space, another size, an indent, a short line above."""
    size = above.height
    if (
        line.bottom - above.bottom > 1.22 * leading * max(size, line.height)
        or not 0.82 < line.height / size < 1.22
    ):
        return True
    if bullet_end(line.text):
        return True
    indented = line.left - edges[0] > 0.6 * size and above.left - edges[0] < 0.3 * size
    short = edges[1] - above.right > 0.2 * (edges[1] - edges[0]) and ends_sentence(above.text)
    return indented or short


def _block(lines: list[Piece], body: float) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text = _rejoined(text, line.text)
    size = median(li.height for li in lines)
    if size > _LARGER * body and len(text) <= _MOST_HEADING_CHARS:
        return Block(text, Kind.HEADING, level=1 if size > 1.5 * body else 2)
    skip = bullet_end(text)
    return Block(text[skip:], Kind.LIST_ITEM) if skip and skip < len(text) else Block(text)


def _rejoined(before: str, after: str) -> str:
    if before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    if (
        is_east_asian(before[-4:])
        and is_east_asian(after[:4])
        and not re.search("[\uac00-\ud7a3]", before[-4:])
    ):
        return before + after
    return f"{before} {after}"


def _runs_on(before: Block, after: Block) -> bool:
    both = before.kind is Kind.PARAGRAPH and after.kind is Kind.PARAGRAPH
    return both and not ends_sentence(before.text) and (after.text[:1].islower() or len(before.text) > 200)
