"""Edits: plain functions from a note to a new note. Ids never change; what is not named stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.anchor import Anchor
from briefing.model.article import Article, Status, with_statuses
from briefing.model.note import DEEPEST_LEVEL, Note, Point, TemplateCopy, new_id
from briefing.model.versions import Versions, versions

Edit = Callable[[Note], Note]


def add_article(note: Note, article: Article) -> Note:
    """The note with one more source, last. The first names an untitled note. Raises ValueError."""
    _refuse_taken(article.id, [a.id for a in note.articles])
    title = note.title or article.headline
    return replace(note, title=title, articles=(*note.articles, article))


def _refuse_taken(new: str, ids: list[str]) -> None:
    if new in ids:
        message = f"{new} is there already: an id is never used twice"
        raise ValueError(message)


def remove_article(note: Note, article_id: str) -> Note:
    """The note without that source; its points stay, without the evidence that came from it."""
    note.article(article_id)
    articles = tuple(a for a in note.articles if a.id != article_id)
    points = tuple(_without_evidence_from(p, article_id) for p in note.points)
    dismissed = tuple(a for a in note.dismissed if a.article != article_id)
    return replace(note, articles=articles, points=points, dismissed=dismissed)


def _without_evidence_from(point: Point, article_id: str) -> Point:
    kept = tuple(a for a in point.evidence if a.article != article_id)
    return point if len(kept) == len(point.evidence) else replace(point, evidence=kept)


class Replaced(Struct, frozen=True):
    """A note after a source was replaced: which points lost a quote (`point id`, `quote`)."""

    note: Note
    lost: tuple[tuple[str, str], ...]


def replace_article(note: Note, article: Article) -> Replaced:
    """The note on a corrected version of a source of the same id.

    Every anchor is resolved again by its quote. A quote that is gone or in doubt stays with its point as it
    was, so that nothing is lost, and is listed. Suggestions turned down stay so while their quote stands.
    """
    change = versions(note.article(article.id), article)
    lost: list[tuple[str, str]] = []
    points = tuple(_moved(p, change, lost) for p in note.points)
    articles = tuple(article if a.id == article.id else a for a in note.articles)
    dismissed = tuple(a for a in (_found(a, change) for a in note.dismissed) if a is not None)
    return Replaced(replace(note, articles=articles, points=points, dismissed=dismissed), tuple(lost))


def _found(anchor: Anchor, change: Versions) -> Anchor | None:
    return change.carried(anchor) if anchor.article == change.new.id else anchor


def _moved(point: Point, change: Versions, lost: list[tuple[str, str]]) -> Point:
    evidence: list[Anchor] = []
    for anchor in point.evidence:
        found = _found(anchor, change)
        if found is None:
            lost.append((point.id, anchor.quote))
        evidence.append(found or anchor)
    return point if tuple(evidence) == point.evidence else replace(point, evidence=_each_once(evidence))


def _each_once(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    kept: list[Anchor] = []
    for anchor in anchors:
        if anchor not in kept:
            kept.append(anchor)
    return tuple(kept)


def correct_article(note: Note, article: Article) -> Note:
    """The note with corrected metadata or block statuses; the blocks' texts must be the same."""
    texts = [b.text for b in note.article(article.id).blocks]
    if texts != [b.text for b in article.blocks]:
        message = "the text of an article never changes; replace the article instead"
        raise ValueError(message)
    return replace(note, articles=tuple(article if a.id == article.id else a for a in note.articles))


def set_status(note: Note, article_id: str, blocks: Iterable[int], status: Status) -> Note:
    """The note with lines of a source restored to the article, or set aside."""
    return correct_article(note, with_statuses(note.article(article_id), blocks, status))


def add_point(note: Note, point: Point) -> Note:
    """The note with `point` last among its tag's points. Raises ValueError if its id is taken."""
    _refuse_taken(point.id, [p.id for p in note.points])
    after = [i for i, p in enumerate(note.points) if p.tag == point.tag]
    at = after[-1] + 1 if after else len(note.points)
    return replace(note, points=(*note.points[:at], point, *note.points[at:]))


def tag_quote(note: Note, tag: str, anchor: Anchor, wording: str = "", point_id: str = "") -> Note:
    """The note with a new point under `tag` whose evidence is `anchor`; its wording starts as the quote.

    Points of one tag stand in the order of the source until the analyst moves them: the new one is put
    behind the last point of its tag whose first quote stands earlier, or else before the first that has one.
    """
    point = Point(point_id or new_id("p"), tag, wording or anchor.quote, (anchor,))
    at = _place_in_source_order(note, tag, anchor)
    return replace(note, points=(*note.points[:at], point, *note.points[at:]))


def _place_in_source_order(note: Note, tag: str, anchor: Anchor) -> int:
    order = {a.id: i for i, a in enumerate(note.articles)}

    def place(a: Anchor) -> tuple[int, int, int]:
        return order.get(a.article, len(order)), a.block, a.start

    new, last, block = place(anchor), len(note.points) - 1, anchor.block
    for i, point in enumerate(reversed(note.points)):
        if point.tag == tag and point.evidence:
            first = point.evidence[0]
            if first.block > block and first.article == anchor.article:
                continue  # the usual case, said first: a place is dear among thousands of points
            if place(first) <= new:
                return last - i + 1
    same = [(i, p.evidence) for i, p in enumerate(note.points) if p.tag == tag]
    later = next((i for i, evidence in same if evidence), None)
    if later is not None:
        return later
    return same[-1][0] + 1 if same else len(note.points)


def remove_points(note: Note, ids: frozenset[str]) -> Note:
    """The note without those points."""
    return replace(note, points=tuple(p for p in note.points if p.id not in ids))


def change_point(note: Note, point_id: str, change: Callable[[Point], Point]) -> Note:
    """The note with one point changed by `change`. Raises KeyError; the id may not change."""
    at = next((i for i, p in enumerate(note.points) if p.id == point_id), None)
    if at is None:
        raise KeyError(point_id)
    new = change(note.points[at])
    if new.id != point_id:
        message = "ids never change"
        raise ValueError(message)
    return replace(note, points=(*note.points[:at], new, *note.points[at + 1 :]))


def reword(note: Note, point_id: str, wording: str) -> Note:
    """The note with one point's wording changed."""
    return change_point(note, point_id, lambda p: replace(p, wording=wording))


def retag(note: Note, point_id: str, tag: str) -> Note:
    """The note with one point under another tag, last there."""
    point = replace(note.point(point_id), tag=tag, level=0)
    return add_point(remove_points(note, frozenset({point_id})), point)


def move_point(note: Note, point_id: str, tag: str, before: str | None) -> Note:
    """The note with one point under `tag`, before the point `before` (None: last of its tag). Raises KeyError.

    Under another tag it starts at level 0, as it has no point to be nested under there.
    """
    old = note.point(point_id)
    point = old if old.tag == tag else replace(old, tag=tag, level=0)
    if before == point_id:
        return change_point(note, point_id, lambda _: point)
    rest = remove_points(note, frozenset({point_id}))
    if before is None:
        return add_point(rest, point)
    at = rest.points.index(rest.point(before))
    return replace(rest, points=(*rest.points[:at], point, *rest.points[at:]))


def set_level(note: Note, point_id: str, level: int) -> Note:
    """The note with one point nested `level` deep (0 to 2)."""
    return change_point(note, point_id, lambda p: replace(p, level=max(0, min(DEEPEST_LEVEL, level))))


def assign(note: Note, point_id: str, owner: str, due: str) -> Note:
    """The note with an owner and a due date (ISO, or in words) for one point."""
    return change_point(note, point_id, lambda p: replace(p, owner=owner, due=due))


def add_evidence(note: Note, point_id: str, anchor: Anchor) -> Note:
    """The note with one more quote behind a point; a quote that is there already is not doubled."""

    def change(point: Point) -> Point:
        if anchor in point.evidence:
            return point
        return replace(point, evidence=(*point.evidence, anchor))

    return change_point(note, point_id, change)


def replace_evidence(note: Note, point_id: str, old: Anchor, new: Anchor) -> Note:
    """The note with one quote of a point resized or moved. The wording follows if it was still the quote."""

    def change(point: Point) -> Point:
        if old not in point.evidence:
            return point
        evidence = _each_once(new if a == old else a for a in point.evidence)
        wording = new.quote if point.wording == old.quote else point.wording
        return replace(point, evidence=evidence, wording=wording)

    return change_point(note, point_id, change)


def split_point(note: Note, point_id: str, at: int) -> Note:
    """The note with a point cut in two at character `at` of its wording; both keep all else."""
    point = note.point(point_id)
    at = max(0, at)
    head, tail = point.wording[:at].rstrip(), point.wording[at:].lstrip()
    if not head or not tail:
        return note
    first = replace(point, wording=head)
    second = replace(point, id=new_id("p"), wording=tail)
    i = note.points.index(point)
    return replace(note, points=(*note.points[:i], first, second, *note.points[i + 1 :]))


def merge_points(note: Note, first_id: str, second_id: str) -> Note:
    """The note with the second point joined to the first: wordings, quotes and comments of both.

    An owner or a due date that cannot stand beside the first one's goes to the comment: nothing is lost.
    """
    if first_id == second_id:
        return note
    first, second = note.point(first_id), note.point(second_id)
    joined = replace(
        first,
        wording=f"{first.wording.rstrip()} {second.wording.lstrip()}".strip(),
        evidence=_each_once((*first.evidence, *second.evidence)),
        comment="\n".join(c for c in (first.comment, second.comment, _displaced(first, second)) if c),
        owner=first.owner or second.owner,
        due=first.due or second.due,
        kept=tuple(dict.fromkeys((*first.kept, *second.kept))),
    )
    rest = remove_points(note, frozenset({second_id}))
    return change_point(rest, first_id, lambda _: joined)


def _displaced(first: Point, second: Point) -> str:
    pairs = ((first.owner, second.owner), (first.due, second.due))
    return ", ".join(there for here, there in pairs if here and there and here != there)


def set_title(note: Note, title: str) -> Note:
    """The note under another title."""
    return replace(note, title=title)


def set_summary(note: Note, summary: str) -> Note:
    """The note with another bottom line."""
    return replace(note, summary=summary)


def set_marking(note: Note, marking: str) -> Note:
    """The note under another protective marking."""
    return replace(note, marking=marking)


def set_field(note: Note, key: str, text: str) -> Note:
    """The note with one header field set; an empty text takes it back to the template's default."""
    fields = dict(note.fields)
    if text:
        fields[key] = text
    else:
        fields.pop(key, None)
    return replace(note, fields=tuple(fields.items()))


def set_template(note: Note, template: TemplateCopy) -> Note:
    """The note in another form. Points keep their tags, also those the new template does not know."""
    return replace(note, template=template)


def dismiss(note: Note, anchor: Anchor) -> Note:
    """The note with one suggestion turned down, once and for all."""
    if anchor in note.dismissed:
        return note
    return replace(note, dismissed=(*note.dismissed, anchor))
