"""Notes, articles and templates for tests: small makers, and hypothesis strategies over arbitrary Unicode."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model import edits
from briefing.model.anchor import Anchor, anchor_at
from briefing.model.article import Article, Block, Kind, Status
from briefing.model.note import Note, Point, TemplateCopy

TAGS = ("meeting", "agreements", "next_steps")
# Few words over and over, so that the same words often stand in several places.
PIECES = ("10", " ", "tonnes", ".", "합의", "했다", "🇰🇷", "👩‍👩‍👧", "e\u0301", "\n", "한", "Ostrana", "𐍈")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
REPEATING = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
BLOCK_TEXTS = TEXT | REPEATING


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(text) for text in texts)


def article(*texts: str, article_id: str = "a-1", **facts: object) -> Article:
    return replace(Article(article_id, blocks=blocks(*texts)), **facts)


def quoted(source: Article, quote: str, block: int = 0) -> Anchor:
    """The anchor on the first place of `quote` in that block."""
    start = source.blocks[block].text.index(quote)
    return anchor_at(source, block, start, start + len(quote))


def note(*articles: Article, **facts: object) -> Note:
    made = Note("n-1", TemplateCopy("plain", ""), created="2026-05-14T09:30+09:00")
    for each in articles:
        made = edits.add_article(made, each)
    return replace(made, **facts)


def point(point_id: str, tag: str = "meeting", wording: str = "", *evidence: Anchor, **facts: object) -> Point:
    return replace(Point(point_id, tag, wording or f"Wording of {point_id}", evidence), **facts)


@st.composite
def articles(draw: st.DrawFn, article_id: str = "a-1") -> Article:
    texts = draw(st.lists(BLOCK_TEXTS, min_size=1, max_size=6))
    kinds, statuses = st.sampled_from(Kind), st.sampled_from(Status)
    made = tuple(Block(text, draw(kinds), draw(statuses)) for text in texts)
    facts = {name: draw(TEXT) for name in ("headline", "publisher", "agency", "published", "url")}
    return replace(Article(article_id, blocks=made), **facts)


@st.composite
def anchors_in(draw: st.DrawFn, source: Article) -> Anchor:
    """An anchor on any stretch of an article that has text."""
    block = draw(st.sampled_from([i for i, b in enumerate(source.blocks) if b.text]))
    length = len(source.blocks[block].text)
    start = draw(st.integers(0, length - 1))
    return anchor_at(source, block, start, draw(st.integers(start + 1, length)))


def corrected(source: Article) -> st.SearchStrategy[Article]:
    """Another version of an article: blocks lost, added, mended and in another order."""
    kept = st.sampled_from(source.blocks)
    mended = st.tuples(kept, st.sampled_from(PIECES)).map(lambda b: replace(b[0], text=b[0].text + b[1]))
    fresh = BLOCK_TEXTS.map(Block)
    return st.lists(kept | mended | fresh, max_size=7).map(lambda b: replace(source, blocks=tuple(b)))


def has_text(source: Article) -> bool:
    return any(b.text for b in source.blocks)
