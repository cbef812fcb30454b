"""The links inside a page's text: where each stands in its block, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from msgspec.structs import replace

from briefing.importers.addresses import tidy_url
from briefing.importers.cleaning import key
from briefing.importers.leaves import Anchors, Leaf
from briefing.model.article import Article, Block, Link, Status


def anchors_of(blocks: tuple[Block, ...], leaves: tuple[Leaf, ...]) -> tuple[Anchors, ...]:
    """For each block the links of the piece it came from, in order."""
    by_key = {leaf.mark: leaf.anchors for leaf in leaves if leaf.anchors}
    return tuple(by_key.get(key(b.text), ()) if b.status is not Status.FURNITURE else () for b in blocks)


def with_links(article: Article, anchors: tuple[Anchors, ...]) -> Article:
    """The article with those links at the places of their words."""
    if not any(anchors):
        return article
    blocks = (
        replace(block, links=tuple(_placed(block.text, own, article.url))) if own else block
        for block, own in zip(article.blocks, anchors, strict=True)
    )
    return replace(article, blocks=tuple(blocks))


def _placed(text: str, anchors: Anchors, base: str) -> Iterator[Link]:
    at = 0
    for words, address in anchors:
        start = text.find(words, at) if words else -1
        url = _absolute(address, base)
        if start >= 0 and url:
            at = start + len(words)
            yield Link(start, at, url)


def _absolute(address: str, base: str) -> str:
    if address.startswith("#"):
        return ""
    try:
        return tidy_url(urljoin(base, address) if base else address)
    except ValueError:
        return ""
