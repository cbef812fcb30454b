"""Two people's work on one note brought together, by point and by field, from the note both began with.

What only one changed is taken. What both changed to the same is taken once. Where both changed a point
differently, mine stays and theirs stands behind it as a point of its own; where that is impossible (a title, a
header field), mine stays and theirs is listed. Nothing of either is dropped silently.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.article import Article, Extra
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.differences import Kind
from briefing.store.ordering import merged_order

T = TypeVar("T")

Add = Callable[["Conflict"], None]


class Conflict(Struct, frozen=True):
    """Both changed it. `kept` is the id of the point or source that holds theirs; empty: only listed here."""

    kind: Kind
    key: str
    mine: str
    theirs: str
    kept: str = ""


class Merged(Struct, frozen=True):
    """The note of both, and where they disagree."""

    note: Note
    conflicts: tuple[Conflict, ...] = ()


def merged(base: Note, mine: Note, theirs: Note) -> Merged:
    """Both notes brought together; `base` is what both began with."""
    if theirs in (base, mine):
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    conflicts: list[Conflict] = []
    add = conflicts.append
    points = _points(base, mine, theirs, add)
    articles = _with_quoted(_articles(base, mine, theirs, add), points, (mine, theirs))
    note = replace(
        mine,
        title=_text("title", (base.title, mine.title, theirs.title), add),
        summary=_text("summary", (base.summary, mine.summary, theirs.summary), add),
        marking=_text("marking", (base.marking, mine.marking, theirs.marking), add),
        template=_template(base, mine, theirs, add),
        fields=_fields(base, mine, theirs, add),
        articles=articles,
        points=points,
        dismissed=_both(base.dismissed, mine.dismissed, theirs.dismissed),
        extra=_extra(base.extra, mine.extra, theirs.extra),
    )
    return Merged(note, tuple(conflicts))


def _three(base: T, mine: T, theirs: T) -> tuple[T, bool]:
    """The value of both, and whether they disagree (then it is mine)."""
    if mine in (theirs, base):
        return theirs, False
    return mine, theirs != base


def _text(kind: Kind, texts: tuple[str, str, str], add: Add, key: str = "") -> str:
    value, disagree = _three(*texts)
    if disagree:
        add(Conflict(kind, key, texts[1], texts[2]))
    return value


def _template(base: Note, mine: Note, theirs: Note, add: Add) -> TemplateCopy:
    value, disagree = _three(base.template, mine.template, theirs.template)
    if disagree:
        add(Conflict("template", "", mine.template.name, theirs.template.name))
    return value


def _fields(base: Note, mine: Note, theirs: Note, add: Add) -> tuple[tuple[str, str], ...]:
    olds, ours, others = dict(base.fields), dict(mine.fields), dict(theirs.fields)
    found = {}
    for key in {**ours, **others}:
        texts = (olds.get(key, ""), ours.get(key, ""), others.get(key, ""))
        found[key] = _text("field", texts, add, key)
    return tuple((key, text) for key, text in found.items() if text)


def _extra(base: Mapping[str, object], mine: Mapping[str, object], theirs: Mapping[str, object]) -> Extra:
    gone = object()
    values = {
        k: _three(base.get(k, gone), mine.get(k, gone), theirs.get(k, gone))[0] for k in {**mine, **theirs}
    }
    return Extra({k: v for k, v in values.items() if v is not gone})


def _both(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Mine in my order without what they took away, then what they added."""
    kept = [one for one in mine if one in theirs or one not in base]
    return (*kept, *(one for one in theirs if one not in base and one not in mine))


def _points(base: Note, mine: Note, theirs: Note, add: Add) -> tuple[Point, ...]:
    olds, ours, others = ({p.id: p for p in n.points} for n in (base, mine, theirs))
    taken = set(olds) | set(ours) | set(others)
    found: dict[str, tuple[Point, ...]] = {}
    for key in {**ours, **others}:
        found[key] = _point((olds.get(key), ours.get(key), others.get(key)), taken, add)
    order = merged_order(list(olds), list(ours), list(others))
    return tuple(point for key in order for point in found[key])


def _point(
    versions: tuple[Point | None, Point | None, Point | None], taken: set[str], add: Add
) -> tuple[Point, ...]:
    """What becomes of one point: none, one, or mine and theirs."""
    base, mine, theirs = versions
    if mine is None or theirs is None:
        return _only_one(base, mine, theirs, add)
    if base is None:
        base = mine if mine == theirs else replace(mine, wording="", tag="", comment="", owner="", due="")
    point, disagreements = _joined(base, mine, theirs)
    if not disagreements:
        return (point,)
    other = replace(_joined(base, theirs, mine)[0], id=_free(f"{mine.id}-theirs", taken))
    for kind, ours, others in disagreements:
        add(Conflict(kind, mine.id, ours, others, other.id))
    return point, other


def _only_one(base: Point | None, mine: Point | None, theirs: Point | None, add: Add) -> tuple[Point, ...]:
    """A point one of us has and the other has not: new, or deleted. One that was changed is not deleted."""
    left = mine or theirs
    if left is None or left == base:
        return ()
    if base is not None:
        add(Conflict("point-removed", left.id, mine.wording if mine else "", theirs.wording if theirs else ""))
    return (left,)


def _joined(base: Point, mine: Point, theirs: Point) -> tuple[Point, list[tuple[Kind, str, str]]]:
    """The point of both, field by field (mine where we disagree), and the texts we disagree about."""
    disagreements: list[tuple[Kind, str, str]] = []

    def text(kind: Kind, read: Callable[[Point], str]) -> str:
        value, disagree = _three(read(base), read(mine), read(theirs))
        if disagree:
            disagreements.append((kind, read(mine), read(theirs)))
        return value

    joined = replace(
        mine,
        wording=text("point-reworded", lambda p: p.wording),
        tag=text("point-retagged", lambda p: p.tag),
        comment=text("point-comment", lambda p: p.comment),
        owner=text("point-owner", lambda p: p.owner),
        due=text("point-due", lambda p: p.due),
        level=_three(base.level, mine.level, theirs.level)[0],
        evidence=_both(base.evidence, mine.evidence, theirs.evidence),
        kept=_both(base.kept, mine.kept, theirs.kept),
        extra=_extra(base.extra, mine.extra, theirs.extra),
    )
    return joined, disagreements


def _articles(base: Note, mine: Note, theirs: Note, add: Add) -> tuple[Article, ...]:
    olds, ours, others = ({a.id: a for a in n.articles} for n in (base, mine, theirs))
    taken = set(olds) | set(ours) | set(others)
    found: list[Article] = []
    for key in merged_order(list(olds), list(ours), list(others)):
        found += _article((olds.get(key), ours.get(key), others.get(key)), taken, add)
    return tuple(found)


def _article(
    versions: tuple[Article | None, Article | None, Article | None], taken: set[str], add: Add
) -> tuple[Article, ...]:
    base, mine, theirs = versions
    if mine is None or theirs is None:
        left = mine or theirs
        return () if left is None or left == base else (left,)
    article, disagree = _three(base, mine, theirs)
    if not disagree:
        return () if article is None else (article,)
    if base is not None and _texts(base) == _texts(mine) == _texts(theirs):
        return (_relabelled(base, mine, theirs, add),)
    other = replace(theirs, id=_free(f"{mine.id}-theirs", taken))
    add(Conflict("article-corrected", mine.id, mine.headline, theirs.headline, other.id))
    return mine, other


def _texts(article: Article) -> list[str]:
    return [b.text for b in article.blocks]


def _relabelled(base: Article, mine: Article, theirs: Article, add: Add) -> Article:
    """One source whose text nobody touched: labels and lines set aside by both of us."""
    values, disagreements = {}, []
    for name in Article.__struct_fields__:
        values[name], disagree = _three(*(getattr(a, name) for a in (base, mine, theirs)))
        disagreements += [name] if disagree and name != "blocks" else []
    blocks = zip(base.blocks, mine.blocks, theirs.blocks, strict=True)
    values["blocks"] = tuple(_three(*three)[0] for three in blocks)
    for name in disagreements:
        add(Conflict("article-corrected", mine.id, str(getattr(mine, name)), str(getattr(theirs, name))))
    return Article(**values)


def _with_quoted(
    articles: tuple[Article, ...], points: Sequence[Point], notes: tuple[Note, Note]
) -> tuple[Article, ...]:
    """The sources with those put back that one removed and the other quotes."""
    known = {a.id for a in articles}
    quoted = {anchor.article for p in points for anchor in p.evidence} - known
    back = {a.id: a for note in notes for a in note.articles if a.id in quoted}
    return (*articles, *back.values())


def _free(wanted: str, taken: set[str]) -> str:
    """An id nobody has, which from now on is taken."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
