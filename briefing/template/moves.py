"""What becomes of a note's points when it is put into another form. No point is ever lost."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import edits
from briefing.model.note import Note, TemplateCopy
from briefing.template.form import Template


class Move(Struct, frozen=True):
    """The points of one tag: how many, and the tag of the new form they go to; empty: to other points."""

    tag: str
    name: str
    count: int
    to: str


def moves_of(note: Note, old: Template, new: Template) -> tuple[Move, ...]:
    """Where the points of each tag go, in the order of the old form's tags."""
    counts: dict[str, int] = {t.id: 0 for t in old.tags}
    for point in note.points:
        counts[point.tag] = counts.get(point.tag, 0) + 1
    names = {t.id: t.name for t in old.tags}
    return tuple(
        Move(tag, names.get(tag, tag), count, place_for(tag, old, new))
        for tag, count in counts.items()
        if count
    )


def place_for(tag: str, old: Template, new: Template) -> str:
    """The new form's tag for one of the old form: the same, or one of the same name; empty if there is none."""
    shown = {s.tag: s.heading.casefold() for s in new.sections}
    if tag in shown:
        return tag
    known = old.tag(tag)
    names = {s.heading.casefold() for s in old.sections if s.tag == tag} | (
        {known.name.casefold()} if known else set()
    )
    by_name = (t.id for t in new.tags if t.id in shown and names & {t.name.casefold(), shown[t.id]})
    return next(by_name, "")


def unprinted(note: Note, old: Template, new: Template) -> tuple[str, ...]:
    """Labels of header fields that hold something and that the new form does not print."""
    there = {f.key for f in new.fields}
    return tuple(f.label for f in old.fields if note.field(f.key) and f.key not in there)


def moved(note: Note, copy: TemplateCopy, places: Mapping[str, str]) -> Note:
    """The note in another form, each tag's points under the tag that `places` names; others keep theirs."""
    points = tuple(replace(p, tag=places.get(p.tag) or p.tag) for p in note.points)
    return edits.set_template(replace(note, points=points), copy)
