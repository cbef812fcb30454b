"""What a web page seems to be other than one whole article: cut off, a live blog, a gallery, a front page."""

from __future__ import annotations

import re

from briefing.importers.cleaning import key
from briefing.importers.labels import is_clock
from briefing.importers.language import is_east_asian
from briefing.importers.leaves import Leaf
from briefing.importers.lexicon import is_cut_off
from briefing.importers.pagedata import Page
from briefing.importers.shapes import CUT_OFF_LINES, are_entries, is_gallery
from briefing.model.article import Article, Kind, Status

LOSSES = ("truncated", "live-blog", "gallery", "front-page", "part-missing")
_LONG_CHARS = 80  # of a piece of running text
_TEASER_CHARS = (20, 200)
_LEAST_TEASERS = 15
_MOST_ON_FRONT_CHARS = 800  # of running text
_MOST_CLOCK_CHARS = 24
_MOST_LINKS = 0.3  # share of a piece of running text
_WIDE_WEIGHT = 2.5  # Chinese, Japanese and Korean say as much in fewer characters


def suspected(article: Article, page: Page, leaves: tuple[Leaf, ...]) -> tuple[str, ...]:
    """Keys of LOSSES that fit the page, each with its detail behind a colon."""
    kept = tuple(key(b.text) for b in article.blocks if b.status is not Status.FURNITURE)
    around = _around(frozenset(kept), leaves)
    cut = next((leaf.text for leaf in around if not leaf.aside and is_cut_off(leaf.text)), "")
    body = sum(len(p) for p in article.paragraphs)
    running = sum(len(leaf.text) for leaf in leaves if _is_running(leaf))
    found = (
        [f"truncated: {cut}"]
        if cut or page.thing.get("isAccessibleForFree") in (False, "False", "false")
        else []
    )
    found += ["live-blog"] if _is_live(page) or _has_entries(around) else []
    captions = [leaf.text for leaf in leaves if leaf.kind is Kind.CAPTION and not leaf.aside]
    found += ["gallery"] if is_gallery(captions, running) else []
    found += ["front-page"] if _is_front(article, page, leaves) else []
    missing = _missing("\0".join(kept), leaves)
    return tuple(found + ([f"part-missing: {missing} characters"] if missing > max(500, body) else []))


def _is_live(page: Page) -> bool:
    kinds = page.thing.get("@type")
    return "LiveBlogPosting" in (kinds if isinstance(kinds, list) else [kinds])


def _around(kept: frozenset[str], leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """The pieces from the first of the body to a little behind the last; all, if there is no body."""
    inside = [i for i, leaf in enumerate(leaves) if leaf.mark in kept and leaf.kind is not Kind.CAPTION]
    return leaves[inside[0] : inside[-1] + CUT_OFF_LINES] if inside else leaves


def _has_entries(leaves: tuple[Leaf, ...]) -> bool:
    """Whether the text is entries, each under its time of the day."""
    clocks = [len(leaf.text) <= _MOST_CLOCK_CHARS and is_clock(leaf.text) for leaf in leaves]
    return any(clocks) and are_entries(clocks, [_is_running(leaf) for leaf in leaves])


def _is_front(article: Article, page: Page, leaves: tuple[Leaf, ...]) -> bool:
    """Whether links to articles are nearly all there is, and the page does not call itself an article."""
    running = (_weight(leaf.text) for leaf in leaves if leaf.links < _MOST_LINKS and not leaf.aside)
    weight = sum(w for w in running if w >= _LONG_CHARS)
    if _teasers(leaves) < _LEAST_TEASERS:
        return False
    if re.fullmatch(r"https?://[^/]+(?:/(?:index\.\w+|home/?)?)?", article.url):
        return True
    told = page.meta("og:type")[0] == "article" or bool(page.thing.get("datePublished"))
    return weight < _MOST_ON_FRONT_CHARS and not told


def _weight(text: str) -> float:
    return len(text) * (_WIDE_WEIGHT if is_east_asian(text) else 1.0)


def _teasers(leaves: tuple[Leaf, ...]) -> int:
    """How many headlines of other articles the page links to, navigation aside."""
    least, most = _TEASER_CHARS
    return sum(1 for leaf in leaves if leaf.links > 0.8 and least <= len(leaf.text) <= most and not leaf.aside)


def _missing(kept: str, leaves: tuple[Leaf, ...]) -> int:
    """Characters of running text on the page that the article does not hold."""
    running = (leaf for leaf in leaves if _is_running(leaf))
    return sum(len(leaf.text) for leaf in running if leaf.mark not in kept)


def _is_running(leaf: Leaf) -> bool:
    return (
        leaf.kind is Kind.PARAGRAPH
        and len(leaf.text) >= _LONG_CHARS
        and leaf.links < _MOST_LINKS
        and not leaf.aside
    )
