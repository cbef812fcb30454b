"""What a web page's head does not say, from the lines around its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.importers.bylines import persons_in_tail
from briefing.importers.cleaning import key
from briefing.importers.foreign import FAILURES
from briefing.importers.headings import headline_at
from briefing.importers.labels import Label, labelled
from briefing.importers.leaves import Leaf
from briefing.importers.lines import Line
from briefing.importers.pagehead import Outline, head_of
from briefing.model.article import Article, Block, Finding, Kind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_FRAME_CHARS = 100
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADS_TO_DATE = re.compile(r"^[^.!?]{2,40} [-–—|]$")  # "Madrid -", and the date stands beside it
_MOST_BLOCKS_TO_GUESS = 2_000  # a longer page is no news article, and would take seconds
_MOST_CHARS_TO_GUESS = 200_000
_REACH_LINES = 16  # before and after the headline


def completed(article: Article, leaves: tuple[Leaf, ...]) -> Article:
    """The article with its missing headline, dates, byline and publisher read from the page's own lines."""
    if article.headline and article.published and (article.byline or article.agency) and article.publisher:
        return article
    headline = key(article.headline)
    top = next((i for i, leaf in enumerate(leaves) if leaf.mark == headline), 0)
    near = leaves[max(0, top - _REACH_LINES) : top + _REACH_LINES]
    rows = labelled(
        tuple(Line(leaf.text, i, kind=_kind(leaf), level=leaf.level) for i, leaf in enumerate(near, 1)),
        article.language,
    )
    at = next((i for i, r in enumerate(rows) if key(r.text) == key(article.headline)), headline_at(rows))
    body = next((i for i, r in enumerate(rows) if i > at and r.label is Label.SENTENCE), len(rows))
    return _filled(article, head_of(Outline(rows, at, body, len(rows))))


def is_frame_line(block: Block) -> bool:
    """Whether a block of the body only says when the text appeared, or who wrote it and where."""
    heading = block.kind is Kind.HEADING
    if len(block.text) > _MOST_FRAME_CHARS or (heading and not _YEAR.search(block.text)):
        return False
    (row,) = labelled((Line(block.text, 1),), "")
    if heading:
        return row.label is Label.DATE
    return row.label in (Label.DATE, Label.BYLINE) or bool(
        _LEADS_TO_DATE.search(block.text) or persons_in_tail(block.text)
    )


def _kind(leaf: Leaf) -> Kind:
    """A heading stays one; what else a page's frame says of a line says nothing of a date or a name in it."""
    return leaf.kind if leaf.kind in (Kind.HEADING, Kind.CAPTION) else Kind.PARAGRAPH


def dated(article: Article, tree: HtmlElement, source: str) -> Article:
    """The article with the day that htmldate finds anywhere on the page, where no better place names one."""
    if article.published or len(article.blocks) > _MOST_BLOCKS_TO_GUESS:
        return article
    if sum(len(b.text) for b in article.blocks) > _MOST_CHARS_TO_GUESS:
        return article
    from htmldate import find_date  # noqa: PLC0415 - heavy: loaded when first needed
    from htmldate.extractors import get_external_parser  # noqa: PLC0415 - as above

    get_external_parser().languages = ["en", article.language or "en"]  # of all 200 an odd date takes 4 s
    try:
        day = find_date(tree, original_date=True) or ""
    except FAILURES:  # a guess that fails costs no article
        return article
    if day[:4] not in source or day.endswith("-01-01"):  # a year nobody wrote; what a bare year becomes
        return article
    how = Finding("published", "the likeliest date anywhere on the page, by htmldate")
    return replace(article, published=day, findings=(*article.findings, how))


def _filled(article: Article, lines: Article) -> Article:
    named = bool(article.byline or article.agency)
    filled = replace(
        article,
        headline=article.headline or lines.headline,
        published=article.published or lines.published,
        updated=article.updated or lines.updated,
        byline=article.byline if named else lines.byline,
        agency=article.agency if named else lines.agency,
        publisher=article.publisher or lines.publisher,
    )
    new = tuple(
        Finding(f.name, f.how) for f in lines.findings if getattr(article, f.name) != getattr(filled, f.name)
    )
    return replace(filled, findings=(*article.findings, *new))
