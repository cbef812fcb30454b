"""What follows a note from edit to edit is what would be made from nothing, and little of it is made."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import template as templates
from briefing.cli.demo import sample_note
from briefing.model import edits
from briefing.model.note import Note, Point, new_id
from briefing.ui import guarding
from briefing.ui.carding import CardIndex
from briefing.ui.guarding import CheckIndex
from briefing.ui.remembered import Remembered
from briefing.ui.values import CheckView
from briefing.ui.views import Assisted, Focus, points_view, source_view, tag_looks
from briefing.words import Words

NOTE = sample_note()
FORM = templates.parse(NOTE.template.source, "form")
TAGS = ("meeting", "agreements", "background", "stray")
WARNED = (CheckView("number:1", "A number differs"),)


def edited(note: Note, kind: str, one: int, other: int) -> Note:
    """The note after an edit; there is always a point left."""
    ids = [p.id for p in note.points]
    point, tag = ids[one % len(ids)], TAGS[other % len(TAGS)]
    match kind:
        case "move":
            return edits.move_point(note, point, tag, ids[other % len(ids)] if other % 2 else None)
        case "tag":
            return edits.retag(note, point, tag)
        case "new":
            return edits.add_point(note, Point(new_id("p"), tag, f"New {one}"))
        case "less" if len(ids) > 1:
            return edits.remove_points(note, frozenset({point}))
        case "source":
            return replace(note, articles=(replace(note.articles[0], headline=f"Other {one}"),))
    return edits.reword(note, point, f"Wording {other}")


kinds = st.sampled_from(("move", "tag", "new", "less", "reword", "source"))
steps = st.lists(st.tuples(kinds, st.integers(0, 50), st.integers(0, 50)), max_size=12)


def shown(note: Note, remembered: Remembered, checks, voices):
    tags = tag_looks([p.tag for p in note.points], FORM, Words())
    assisted = Assisted(checks, (), remembered, voices)
    remembered.begin(note)
    return (
        source_view(note, tags, (), Focus(note.articles[0].id, note.points[0].id), assisted),
        points_view(note, FORM, tags, Focus(), assisted),
    )


@settings(max_examples=40)
@given(steps)
def test_the_panes_are_shown_what_would_be_made_from_nothing(taken) -> None:
    note, remembered, checks, voices = NOTE, Remembered(), {}, {}
    for kind, one, other in taken:
        note = edited(note, kind, one, other)
        if other % 3 == 0:
            checks = {p.id: WARNED for p in note.points[one % 3 :: 2]}
            voices = {p.id: "Said by the agency" for p in note.points[one % 2 :: 3]}
        assert shown(note, remembered, checks, voices) == shown(note, Remembered(), checks, voices)


def test_an_edit_makes_one_card(monkeypatch) -> None:
    made: list[str] = []
    make = CardIndex._card
    monkeypatch.setattr(CardIndex, "_card", lambda self, n, p: made.append(p.id) or make(self, n, p))
    many = replace(NOTE, points=tuple(Point(f"p-{i}", TAGS[i % 3], f"Point {i}") for i in range(3_000)))
    remembered = Remembered()
    shown(many, remembered, {}, {})
    made.clear()
    shown(edits.reword(many, "p-1500", "Other words"), remembered, {}, {})
    shown(edits.move_point(many, "p-1500", "background", "p-20"), remembered, {}, {})
    assert set(made) == {"p-1500"}


@pytest.fixture
def portions(monkeypatch) -> list[str]:
    """Points are checked two at a time; the list tells which were."""
    asked: list[str] = []
    check = guarding.check_views
    monkeypatch.setattr(guarding, "PORTION", 2)
    monkeypatch.setattr(guarding, "check_views", lambda n, p, w: asked.append(p.id) or check(n, p, w))
    return asked


def all_checked(index: CheckIndex, note: Note):
    found, unfinished = index.of(note)
    while unfinished:
        found, unfinished = index.of(note)
    return found


@settings(max_examples=12)
@given(steps)
def test_the_checks_are_those_found_from_nothing(taken) -> None:
    note, index = NOTE, CheckIndex(Words())
    for kind, one, other in taken:
        note = edited(note, kind, one, other)
        index.of(note)
    assert all_checked(index, note) == all_checked(CheckIndex(Words()), note)


def test_the_point_just_changed_is_checked_before_those_that_wait(portions) -> None:
    index, note = CheckIndex(Words()), NOTE
    index.of(note)
    last = note.points[-1].id
    portions.clear()
    index.of(edits.reword(note, last, "Other words"))
    assert portions[0] == last


def test_only_the_changed_point_is_checked_again(portions) -> None:
    index, note = CheckIndex(Words()), NOTE
    all_checked(index, note)
    portions.clear()
    all_checked(index, edits.reword(note, note.points[1].id, "Other words"))
    assert portions == [note.points[1].id]


def test_findings_that_were_given_do_not_change_any_more() -> None:
    index, note = CheckIndex(Words()), NOTE
    before = all_checked(index, note)
    kept = dict(before)
    all_checked(index, edits.add_point(note, Point("p-new", "meeting", "Nobody said 17 this.")))
    assert dict(before) == kept
