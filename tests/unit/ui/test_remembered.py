"""What is shown again is not made again, and what changed is."""

from __future__ import annotations

import gc

import pytest
from msgspec.structs import replace

from briefing import template as templates
from briefing.cli.demo import sample_note
from briefing.model.article import paragraph_number, paragraph_numbers
from briefing.ui.pointindex import Edits
from briefing.ui.remembered import Remembered
from briefing.ui.views import Assisted, Focus, points_view, source_view, tag_looks
from briefing.words import Words


@pytest.fixture
def note():
    return sample_note()


def shown(note, remembered):
    form = templates.parse(note.template.source, "form")
    tags, assisted = tag_looks([p.tag for p in note.points], form, Words()), Assisted({}, (), remembered)
    remembered.begin(note)
    marks = source_view(note, tags, (), Focus(note.articles[0].id), assisted).marks
    cards = [c for s in points_view(note, form, tags, Focus(), assisted).sections for c in s.cards]
    return marks, {c.point: c for c in cards}


def test_numbers_are_those_of_each_paragraph(note):
    article = note.articles[0]
    assert paragraph_numbers(article) == tuple(paragraph_number(article, i) for i in range(len(article.blocks)))


def test_a_point_that_did_not_change_keeps_its_card_and_the_others_get_theirs(note):
    remembered = Remembered()
    _, before = shown(note, remembered)
    first, *rest = note.points
    changed = replace(note, points=(replace(first, wording="Other words"), *rest))
    _, after = shown(changed, remembered)
    assert after[first.id].wording == "Other words"
    assert all(after[p.id] is before[p.id] for p in rest)


def test_what_is_remembered_is_what_is_made_anew(note):
    remembered = Remembered()
    shown(note, remembered)
    fewer = replace(note, points=note.points[1:])
    assert shown(fewer, remembered) == shown(fewer, Remembered())
    assert shown(note, remembered) == shown(note, Remembered())


def test_a_corrected_source_moves_the_marks(note):
    remembered = Remembered()
    before, _ = shown(note, remembered)
    source = note.articles[0]
    emptied = replace(source, blocks=tuple(replace(b, text="") for b in source.blocks))
    after, _ = shown(replace(note, articles=(emptied,)), remembered)
    assert before
    assert after == ()


def test_points_marks_and_cards_are_nothing_the_garbage_collector_has_to_look_through(note):
    marks, cards = shown(note, Remembered())
    held = (*note.points, *note.articles[0].blocks, *marks, *cards.values())
    assert not any(map(gc.is_tracked, held))


def test_points_that_only_stand_elsewhere_neither_went_nor_came(note):
    first, *rest = note.points
    moved, reworded = (*rest, first), replace(first, wording="Other words")
    assert Edits().changed(note.points, moved) == ([], [])
    assert Edits().changed(note.points, (*rest, reworded)) == ([first], [reworded])


def test_a_point_that_moved_keeps_its_marks(note):
    remembered = Remembered()
    before, _ = shown(note, remembered)
    after, _ = shown(replace(note, points=(*note.points[1:], note.points[0])), remembered)
    assert all(a is b for a, b in zip(before, after, strict=True))
