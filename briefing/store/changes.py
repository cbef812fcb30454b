"""What changed between two notes, as whole values a journal can hold, and the way back.

A sequence (points, articles, dismissed suggestions) is told as one splice: at which place, how many go, what
comes. What only moved is named by its id, so that moving a point in a long note stays a short record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec.structs import replace

from briefing.model.article import Extra
from briefing.model.note import Note
from briefing.model.splices import splice
from briefing.store.reading import (
    Reader,
    Wrong,
    read_anchor,
    read_article,
    read_point,
    read_template,
    reader_of,
)
from briefing.store.tree import Tree, anchor_tree, article_tree, point_tree, template_tree


class Named(Protocol):
    """A part of a note that has an id."""

    @property
    def id(self) -> str:
        """Never changes."""
        ...


N = TypeVar("N", bound=Named)
T = TypeVar("T")

TEXTS = ("id", "title", "summary", "marking", "created")


def change_between(old: Note, new: Note) -> Tree:
    """The change that makes `new` of `old`; empty if they are the same."""
    tree: Tree = {name: getattr(new, name) for name in TEXTS if getattr(new, name) != getattr(old, name)}
    if new.fields != old.fields:
        tree["fields"] = dict(new.fields)
    if new.template != old.template:
        tree["template"] = template_tree(new.template)
    if new.extra != old.extra:
        tree["extra"] = dict(new.extra)
    if new.articles != old.articles:
        tree["articles"] = _named_splice(old.articles, new.articles, article_tree)
    if new.points != old.points:
        tree["points"] = _named_splice(old.points, new.points, point_tree)
    if new.dismissed != old.dismissed:
        found = splice(old.dismissed, new.dismissed)
        come = [anchor_tree(a) for a in found.new(new.dismissed)]
        tree["dismissed"] = {"at": found.at, "remove": found.gone, "insert": come}
    return tree


def _named_splice(old: tuple[N, ...], new: tuple[N, ...], tree_of: Callable[[N], Tree]) -> Tree:
    found = splice(old, new)
    moved = _by_id(found.old(old))
    insert = [item.id if moved.get(item.id) == item else tree_of(item) for item in found.new(new)]
    return {"at": found.at, "remove": found.gone, "insert": insert}


def _by_id(items: Sequence[N]) -> dict[str, N]:
    """The items by id; the first where an id stands twice."""
    return {item.id: item for item in reversed(items)}


def changed(note: Note, tree: Mapping[str, object]) -> Note:
    """The note with that change. Raises Wrong if the change does not fit it."""
    r = Reader(tree)
    note = replace(
        note,
        id=r.text("id", note.id),
        title=r.text("title", note.title),
        summary=r.text("summary", note.summary),
        marking=r.text("marking", note.marking),
        created=r.text("created", note.created),
    )
    if "fields" in tree:
        note = replace(note, fields=r.pairs("fields"))
    if "template" in tree:
        note = replace(note, template=r.one("template", read_template))
    if "extra" in tree:
        note = replace(note, extra=Extra(r.one("extra", lambda inner: inner.values)))
    return _with_sequences(note, r)


def _with_sequences(note: Note, r: Reader) -> Note:
    if "articles" in r.values:
        note = replace(note, articles=_spliced(r, "articles", note.articles, _named(read_article)))
    if "points" in r.values:
        note = replace(note, points=_spliced(r, "points", note.points, _named(read_point)))
    if "dismissed" in r.values:
        note = replace(note, dismissed=_spliced(r, "dismissed", note.dismissed, _anonymous(read_anchor)))
    return note


Reading = Callable[[Sequence[T]], Callable[[object], T]]  # what goes -> (what a record says -> the item)


def _named(read: Callable[[Reader], N]) -> Reading[N]:
    def reading(gone: Sequence[N]) -> Callable[[object], N]:
        moved = _by_id(gone)

        def item(value: object) -> N:
            known = moved.get(value) if isinstance(value, str) else None
            return known or read(reader_of(value))

        return item

    return reading


def _anonymous(read: Callable[[Reader], T]) -> Reading[T]:
    return lambda _: lambda value: read(reader_of(value))


def _spliced(r: Reader, key: str, old: tuple[T, ...], reading: Reading[T]) -> tuple[T, ...]:
    splice = r.one(key, lambda inner: inner)
    start = splice.number("at")
    end = start + splice.number("remove")
    if end > len(old):
        raise Wrong(key, f"at least {end}", str(len(old)))
    item = reading(old[start:end])
    return (*old[:start], *map(item, splice.sequence("insert")), *old[end:])
