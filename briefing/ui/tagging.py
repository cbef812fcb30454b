"""What a digit does: the one rule of tagging, as a pure function of the note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from briefing.model import edits
from briefing.model.anchor import Anchor, anchor_at, resolves
from briefing.model.article import Article
from briefing.model.history import Label
from briefing.model.note import Note, Point, new_id
from briefing.ui.values import Span

Draft = Callable[[str], str]


class Tagged(Struct, frozen=True):
    """A note after a digit: what the step is called, and the point it made or changed ("" if it is gone)."""

    note: Note
    label: Label
    point: str


def anchor_of(note: Note, span: Span) -> Anchor:
    """The anchor for a stretch of a source of the note."""
    return anchor_at(note.article(span.article), span.block, span.start, span.end)


def points_at(
    note: Note, span: Span, *, sentence: bool, among: Sequence[Point] | None = None
) -> tuple[Point, ...]:
    """The points that stand on `span`, in order: a quote lies within it, or it is a sentence within the quote.

    `among`: the only points to look at, where they are known; else all.
    """
    article = next((a for a in note.articles if a.id == span.article), None)
    if article is None:
        return ()
    found = tuple(
        p for p in (note.points if among is None else among) if stands_on(p, span, article, sentence=sentence)
    )
    return found if len(found) < 2 else tuple(p for p in note.points if p in found)


def stands_on(point: Point, span: Span, article: Article, *, sentence: bool) -> bool:
    """Whether a quote of the point lies within `span`, or `span` is a sentence within the quote."""
    return any(_covers(a, span, sentence) and resolves(a, article) for a in point.evidence)


def _covers(anchor: Anchor, span: Span, sentence: bool) -> bool:
    if anchor.article != span.article or anchor.block != span.block:
        return False
    within = span.start <= anchor.start and anchor.end <= span.end
    around = anchor.start <= span.start and span.end <= anchor.end
    return within or (sentence and around)


class Target(Struct, frozen=True):
    """Where a digit acts: the stretch, whether it is a whole sentence, and how its wording is drafted."""

    span: Span
    sentence: bool
    draft: Draft = str
    among: Sequence[Point] | None = None  # the only points that may stand there, where they are known


def tag(note: Note, target: Target, tag_id: str, name: str, *, add: bool = False) -> Tagged:
    """The digit's rule: no point there makes one; the same tag removes it; another tag moves it.

    With `add` a second point is made beside the first, unless one of that tag stands there already.
    """
    here = points_at(note, target.span, sentence=target.sentence, among=target.among)
    same = [p for p in here if p.tag == tag_id]
    if same and not add:
        removed = edits.remove_points(note, frozenset({same[0].id}))
        return Tagged(removed, Label("untag", (("tag", name),)), "")
    if here and not add:
        moved = edits.retag(note, here[0].id, tag_id)
        return Tagged(moved, Label("retag", (("tag", name),)), here[0].id)
    if same:
        return Tagged(note, Label("tag", (("tag", name),)), same[0].id)
    return _created(note, target, tag_id, name)


def _created(note: Note, target: Target, tag_id: str, name: str) -> Tagged:
    anchor = anchor_of(note, target.span)
    point = new_id("p")
    made = edits.tag_quote(note, tag_id, anchor, target.draft(anchor.quote), point)
    return Tagged(made, Label("tag", (("tag", name),)), point)
