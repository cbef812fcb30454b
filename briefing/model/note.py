"""The note: articles, points in order, header fields, summary, and its own copy of the template."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from msgspec import Struct

from briefing.model.anchor import Anchor
from briefing.model.article import NOTHING, Article

ID_BYTES = 6
DEEPEST_LEVEL = 2  # of a point; the first is 0


def new_id(prefix: str) -> str:
    """A fresh id, e.g. "p-9f86d081884c". Ids never change and are never used twice."""
    return f"{prefix}-{secrets.token_hex(ID_BYTES)}"


class Point(Struct, frozen=True, gc=False):
    """One line of the note. `wording` is the analyst's; `evidence` is what the source says."""

    id: str
    tag: str  # id of a tag of the template
    wording: str
    evidence: tuple[Anchor, ...] = ()
    comment: str = ""
    owner: str = ""  # who does it (next steps)
    due: str = ""  # ISO date, or words as the analyst wrote them
    level: int = 0  # nesting under the point before it
    kept: tuple[str, ...] = ()  # checks the analyst chose to keep as they are
    extra: Mapping[str, object] = NOTHING


class TemplateCopy(Struct, frozen=True, gc=False):
    """The note's own copy of the template it uses: the TOML text, whole."""

    name: str  # the library's name for it, e.g. "bilateral-meeting"
    source: str
    taken: str = ""  # sha256 of the library's text this copy was made from; empty: not known
    extra: Mapping[str, object] = NOTHING


class Note(Struct, frozen=True, gc=False):
    """A briefing note, complete. `points` stand in one order; each section shows its tag's points in it."""

    id: str
    template: TemplateCopy
    title: str = ""
    articles: tuple[Article, ...] = ()
    points: tuple[Point, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()  # header field key -> text, in the order they were set
    summary: str = ""  # the bottom line
    marking: str = ""  # empty: the template's own
    dismissed: tuple[Anchor, ...] = ()  # suggestions the analyst turned down
    created: str = ""  # ISO 8601 with zone
    extra: Mapping[str, object] = NOTHING

    def article(self, article_id: str) -> Article:
        """The article of that id. Raises KeyError."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    def point(self, point_id: str) -> Point:
        """The point of that id. Raises KeyError."""
        for point in self.points:
            if point.id == point_id:
                return point
        raise KeyError(point_id)

    def tagged(self, tag: str) -> tuple[Point, ...]:
        """The points that carry `tag`, in order."""
        return tuple(p for p in self.points if p.tag == tag)

    def field(self, key: str) -> str:
        """What the analyst wrote in a header field, or empty."""
        return dict(self.fields).get(key, "")
