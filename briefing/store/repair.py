"""What can be put right in a note that was read: ids that stand twice. No text is ever dropped."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.model.anchor import Anchor, resolves
from briefing.model.article import Article
from briefing.model.note import Note, Point


def repaired(note: Note) -> tuple[Note, tuple[str, ...]]:
    """The note with every id unique, and the keys of what was put right. Most notes come back as they are."""
    repairs: list[str] = []
    if _twice(a.id for a in note.articles):
        note = _with_unique_articles(note)
        repairs.append("article-ids")
    if _twice(p.id for p in note.points):
        points = zip(note.points, _unique([p.id for p in note.points]), strict=True)
        note = replace(note, points=tuple(p if p.id == i else replace(p, id=i) for p, i in points))
        repairs.append("point-ids")
    return note, tuple(repairs)


def _twice(ids: Iterable[str]) -> bool:
    seen = list(ids)
    return len(set(seen)) < len(seen)


def _unique(ids: list[str]) -> list[str]:
    """The ids with "-2", "-3" ... behind those that stood before; the first of each keeps its own."""
    taken, given = set(ids), []
    seen: set[str] = set()
    for one in ids:
        name, number = one, 1
        while name in seen or (number > 1 and name in taken):
            number += 1
            name = f"{one}-{number}"
        seen.add(name)
        given.append(name)
    return given


def _with_unique_articles(note: Note) -> Note:
    ids = _unique([a.id for a in note.articles])
    articles = tuple(replace(a, id=i) for a, i in zip(note.articles, ids, strict=True))
    namesakes: dict[str, list[Article]] = {old.id: [] for old in note.articles}
    for old, new in zip(note.articles, articles, strict=True):
        namesakes[old.id].append(new)

    def moved(anchor: Anchor) -> Anchor:
        for article in namesakes.get(anchor.article, []):
            candidate = replace(anchor, article=article.id)
            if resolves(candidate, article):
                return candidate
        return anchor

    def with_evidence(point: Point) -> Point:
        return replace(point, evidence=tuple(map(moved, point.evidence)))

    points = tuple(map(with_evidence, note.points))
    return replace(note, articles=articles, points=points, dismissed=tuple(map(moved, note.dismissed)))
