"""What the points of a note say that their evidence does not."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.assist.check import check_point
from briefing.model.note import Note, Point


def doubts_of(note: Note) -> list[dict[str, str]]:
    """Each finding that nobody chose to keep: the point's wording, the kind, and both words."""
    return [tree for point in note.points for tree in _of_point(note, point)]


def _of_point(note: Note, point: Point) -> Iterator[dict[str, str]]:
    sources = {a.id: a for a in note.articles}
    evidence = [a for a in point.evidence if a.article in sources]
    if not evidence:
        return
    article = sources[evidence[0].article]
    for f in check_point(point.wording, [a.quote for a in evidence], "", article.language, article.published):
        if f.key not in point.kept:
            yield {"point": point.wording, "kind": f.kind, "wording": f.wording, "evidence": f.evidence}
