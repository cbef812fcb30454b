"""What a web page seems to be other than one whole article: cut off, a live blog, a gallery, a front page."""

from __future__ import annotations

from briefing.importers.cleaning import key
from briefing.importers.leaves import Leaf
from briefing.importers.lexicon import is_cut_off
from briefing.importers.pagedata import Page
from briefing.model.article import Article, Kind, Status

LOSSES = ("truncated", "live-blog", "gallery", "front-page", "part-missing")
_LONG_CHARS = 80  # of a piece of running text
_TEASER_CHARS = (20, 200)
_LEAST_TEASERS = 15
_MOST_ON_FRONT_CHARS = 800  # of running text
_LEAST_PICTURES = 5


def suspected(article: Article, page: Page, leaves: tuple[Leaf, ...]) -> tuple[str, ...]:
    """Keys of LOSSES that fit the page, each with its detail behind a colon."""
    cut = next((leaf.text for leaf in leaves if not leaf.aside and is_cut_off(leaf.text)), "")
    body = sum(len(p) for p in article.paragraphs)
    running = sum(len(leaf.text) for leaf in leaves if _is_running(leaf))
    found = (
        [f"truncated: {cut}"]
        if cut or page.thing.get("isAccessibleForFree") in (False, "False", "false")
        else []
    )
    found += ["live-blog"] if _is_live(page) else []
    captions = [leaf.text for leaf in leaves if leaf.kind is Kind.CAPTION and not leaf.aside]
    found += ["gallery"] if len(captions) >= _LEAST_PICTURES and sum(map(len, captions)) > running else []
    found += ["front-page"] if running < _MOST_ON_FRONT_CHARS and _teasers(leaves) >= _LEAST_TEASERS else []
    missing = _missing(article, leaves)
    return tuple(found + ([f"part-missing: {missing} characters"] if missing > max(500, body) else []))


def _is_live(page: Page) -> bool:
    kinds = page.thing.get("@type")
    return "LiveBlogPosting" in (kinds if isinstance(kinds, list) else [kinds])


def _teasers(leaves: tuple[Leaf, ...]) -> int:
    """How many headlines of other articles the page links to, navigation aside."""
    least, most = _TEASER_CHARS
    return sum(1 for leaf in leaves if leaf.links > 0.8 and least <= len(leaf.text) <= most and not leaf.aside)


def _missing(article: Article, leaves: tuple[Leaf, ...]) -> int:
    """Characters of running text on the page that the article does not hold."""
    kept = "\0".join(key(b.text) for b in article.blocks if b.status is not Status.FURNITURE)
    running = (leaf for leaf in leaves if _is_running(leaf))
    return sum(len(leaf.text) for leaf in running if leaf.mark not in kept)


def _is_running(leaf: Leaf) -> bool:
    return leaf.kind is Kind.PARAGRAPH and len(leaf.text) >= _LONG_CHARS and leaf.links < 0.3 and not leaf.aside
