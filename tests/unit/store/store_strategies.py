"""Notes of every kind that a model can hold, with any Unicode in them."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec import Struct

from briefing.cleaning import legal
from briefing.model.anchor import Anchor
from briefing.model.article import NOTHING, Article, Block, Extra, Finding, Kind, Link, Status
from briefing.model.note import Note, Point, TemplateCopy

TEXT = st.text(max_size=12).map(legal)  # what a file may hold; the rest is replaced when it is read
COUNT = st.integers(0, 2**53)
LEVEL = st.integers(0, 9)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
HEAD = {"format", "version", "min_reader", "revision"}


def extras(kind: type[Struct]) -> st.SearchStrategy:
    known = set(kind.__struct_fields__) - {"extra"} | HEAD
    keys = TEXT.filter(lambda k: k not in known)
    return st.just(NOTHING) | st.dictionaries(keys, PLAIN, min_size=1, max_size=2).map(Extra)


def many(items: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(items, max_size=most).map(tuple)


ANCHORS = st.builds(
    Anchor,
    article=TEXT,
    block=COUNT,
    start=COUNT,
    end=COUNT,
    quote=TEXT,
    prefix=TEXT,
    suffix=TEXT,
    extra=extras(Anchor),
)
LINKS = st.builds(Link, start=COUNT, end=COUNT, url=TEXT, extra=extras(Link))
BLOCKS = st.builds(
    Block,
    text=TEXT,
    kind=st.sampled_from(Kind),
    status=st.sampled_from(Status),
    level=LEVEL,
    extra=extras(Block),
    links=many(LINKS),
)
FINDINGS = st.builds(Finding, name=TEXT, how=TEXT, extra=extras(Finding))
ARTICLES = st.builds(
    Article,
    id=TEXT,
    headline=TEXT,
    blocks=many(BLOCKS),
    language=TEXT,
    publisher=TEXT,
    byline=many(TEXT),
    agency=TEXT,
    dateline=TEXT,
    published=TEXT,
    updated=TEXT,
    url=TEXT,
    alternative_headline=TEXT,
    section=TEXT,
    findings=many(FINDINGS, 1),
    losses=many(TEXT, 1),
    sha256=TEXT,
    captured=TEXT,
    extra=extras(Article),
)
POINTS = st.builds(
    Point,
    id=TEXT,
    tag=TEXT,
    wording=TEXT,
    evidence=many(ANCHORS, 2),
    comment=TEXT,
    owner=TEXT,
    due=TEXT,
    level=LEVEL,
    kept=many(TEXT, 2),
    extra=extras(Point),
)
NOTES = st.builds(
    Note,
    id=TEXT,
    template=st.builds(TemplateCopy, name=TEXT, source=TEXT, taken=TEXT, extra=extras(TemplateCopy)),
    title=TEXT,
    articles=st.lists(ARTICLES, max_size=2, unique_by=lambda a: a.id).map(tuple),
    points=st.lists(POINTS, max_size=3, unique_by=lambda p: p.id).map(tuple),
    fields=st.dictionaries(TEXT, TEXT, max_size=2).map(lambda d: tuple(d.items())),
    summary=TEXT,
    marking=TEXT,
    dismissed=many(ANCHORS, 1),
    created=TEXT,
    extra=extras(Note),
)
