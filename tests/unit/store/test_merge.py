"""Two people's work on one note brought together."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import QUOTE, sample_article, sample_note
from store_strategies import NOTES

from briefing.model import edits
from briefing.model.anchor import anchor_at
from briefing.model.article import Extra, Status
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.merge import Conflict, merged

LONG = replace(sample_note(), points=tuple(Point(f"p-{i}", "background", f"Line {i}") for i in range(5)))


def wordings(note: Note) -> list[str]:
    return [p.wording for p in note.points]


@settings(max_examples=30)
@given(NOTES, NOTES)
def test_what_only_one_changed_is_taken_whole(base, other):
    assert merged(base, base, other).note == other
    assert merged(base, other, base).note == other
    assert merged(base, other, other).note == other


@settings(max_examples=30)
@given(NOTES, NOTES, NOTES)
def test_any_three_notes_can_be_merged(base, mine, theirs):
    note = merged(base, mine, theirs).note
    assert len({p.id for p in note.points}) == len(note.points)
    assert len({a.id for a in note.articles}) == len(note.articles)


def test_two_points_reworded_by_two_people_are_both_reworded():
    both = merged(LONG, edits.reword(LONG, "p-1", "Mine"), edits.reword(LONG, "p-3", "Theirs"))
    assert wordings(both.note) == ["Line 0", "Mine", "Line 2", "Theirs", "Line 4"]
    assert both.conflicts == ()


def test_one_point_reworded_by_both_is_kept_twice():
    both = merged(LONG, edits.reword(LONG, "p-1", "Mine"), edits.reword(LONG, "p-1", "Theirs"))
    assert wordings(both.note) == ["Line 0", "Mine", "Theirs", "Line 2", "Line 3", "Line 4"]
    assert both.conflicts == (Conflict("point-reworded", "p-1", "Mine", "Theirs", "p-1-theirs"),)


def test_where_only_the_owner_is_in_dispute_both_points_have_the_new_wording():
    mine = edits.change_point(LONG, "p-1", lambda p: replace(p, owner="Ana"))
    theirs = edits.change_point(LONG, "p-1", lambda p: replace(p, owner="Ben", wording="New"))
    both = merged(LONG, mine, theirs)
    assert [(p.wording, p.owner) for p in both.note.points[1:3]] == [("New", "Ana"), ("New", "Ben")]
    assert both.conflicts == (Conflict("point-owner", "p-1", "Ana", "Ben", "p-1-theirs"),)


def test_the_same_change_by_both_is_taken_once():
    mine = edits.set_title(edits.reword(LONG, "p-1", "Same"), "Mine")
    both = merged(LONG, mine, edits.reword(LONG, "p-1", "Same"))
    assert (both.note, both.conflicts) == (mine, ())


def test_two_fields_of_one_point_changed_by_two_people_are_both_changed():
    mine = edits.change_point(LONG, "p-1", lambda p: replace(p, owner="Ana"))
    theirs = edits.change_point(LONG, "p-1", lambda p: replace(p, due="Friday", comment="?"))
    both = merged(LONG, mine, theirs)
    assert both.note.point("p-1") == Point(
        "p-1", "background", "Line 1", owner="Ana", due="Friday", comment="?"
    )
    assert both.conflicts == ()


def test_quotes_added_by_two_people_are_both_there():
    anchors = [anchor_at(sample_article(), 1, 0, 7), anchor_at(sample_article(), 1, 12, 19)]
    mine, theirs = (edits.add_evidence(LONG, "p-1", a) for a in anchors)
    assert merged(LONG, mine, theirs).note.point("p-1").evidence == tuple(anchors)


def test_a_quote_removed_by_one_is_gone():
    note = sample_note()
    mine = edits.change_point(note, "p-1", lambda p: replace(p, evidence=()))
    both = merged(note, mine, edits.set_title(note, "x"))
    assert both.note.point("p-1").evidence == ()


def test_points_added_by_both_stand_where_each_put_them():
    mine = replace(LONG, points=(*LONG.points[:2], Point("p-m", "background", "Mine"), *LONG.points[2:]))
    theirs = replace(LONG, points=(Point("p-t", "background", "Theirs"), *LONG.points))
    both = merged(LONG, mine, theirs)
    assert wordings(both.note) == ["Theirs", "Line 0", "Line 1", "Mine", "Line 2", "Line 3", "Line 4"]


def test_a_point_deleted_by_one_and_left_by_the_other_is_gone():
    mine = edits.remove_points(LONG, frozenset({"p-1"}))
    both = merged(LONG, mine, edits.set_title(LONG, "x"))
    assert "Line 1" not in wordings(both.note)


@pytest.mark.parametrize("mine_deletes", [True, False])
def test_a_point_deleted_by_one_and_changed_by_the_other_stays(mine_deletes):
    deleted, changed = edits.remove_points(LONG, frozenset({"p-1"})), edits.reword(LONG, "p-1", "Changed")
    both = merged(LONG, *((deleted, changed) if mine_deletes else (changed, deleted)))
    assert wordings(both.note)[1] == "Changed"
    assert [c.kind for c in both.conflicts] == ["point-removed"]


def test_a_move_by_one_and_a_rewording_by_the_other_are_both_done():
    theirs = edits.move_point(LONG, "p-4", "background", "p-0")
    both = merged(LONG, edits.reword(LONG, "p-1", "Mine"), theirs)
    assert wordings(both.note) == ["Line 4", "Line 0", "Mine", "Line 2", "Line 3"]


def test_if_both_moved_points_my_order_stays():
    mine = edits.move_point(LONG, "p-4", "background", "p-0")
    theirs = edits.move_point(LONG, "p-3", "background", "p-1")
    assert [p.id for p in merged(LONG, mine, theirs).note.points] == [p.id for p in mine.points]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (edits.set_title, "title"),
        (edits.set_summary, "summary"),
        (edits.set_marking, "marking"),
        (lambda n, text: edits.set_field(n, "to", text), "field"),
        (lambda n, text: edits.set_template(n, TemplateCopy(text, "")), "template"),
    ],
)
def test_where_there_is_room_for_one_only_mine_stays_and_theirs_is_listed(change, kind):
    both = merged(LONG, change(LONG, "Mine"), change(LONG, "Theirs"))
    assert both.note == change(LONG, "Mine")
    assert [(c.kind, c.mine, c.theirs) for c in both.conflicts] == [(kind, "Mine", "Theirs")]


def test_header_fields_set_by_two_people_are_both_set():
    both = merged(LONG, edits.set_field(LONG, "cc", "A"), edits.set_field(LONG, "to", ""))
    assert both.note.fields == (("from", "Desk 4"), ("cc", "A"))


def test_sources_added_by_both_are_both_there():
    mine, theirs = (edits.add_article(LONG, sample_article(i)) for i in ("a-2", "a-3"))
    assert [a.id for a in merged(LONG, mine, theirs).note.articles] == ["a-1", "a-3", "a-2"]


def test_a_source_removed_by_one_and_quoted_by_the_other_stays():
    mine = edits.remove_article(LONG, "a-1")
    theirs = edits.tag_quote(LONG, "agreements", anchor_at(sample_article(), 1, 0, len(QUOTE)))
    assert [a.id for a in merged(LONG, mine, theirs).note.articles] == ["a-1"]


def test_a_source_removed_by_one_and_quoted_by_nobody_is_gone():
    mine = edits.remove_article(LONG, "a-1")
    assert merged(LONG, mine, edits.set_title(LONG, "x")).note.articles == ()


def test_lines_of_a_source_set_aside_by_two_people_are_both_set_aside():
    mine = edits.set_status(LONG, "a-1", (0,), Status.FURNITURE)
    theirs = edits.set_status(LONG, "a-1", (2,), Status.BODY)
    both = merged(LONG, mine, theirs)
    assert [b.status for b in both.note.articles[0].blocks] == [Status.FURNITURE, Status.BODY, Status.BODY]
    assert both.conflicts == ()


def test_labels_of_a_source_corrected_by_both_are_listed():
    mine, theirs = (
        edits.correct_article(LONG, replace(sample_article(), headline=h)) for h in ("Mine", "Theirs")
    )
    both = merged(LONG, mine, theirs)
    assert both.note.articles[0].headline == "Mine"
    assert both.conflicts == (Conflict("article-corrected", "a-1", "Mine", "Theirs"),)


def test_a_source_whose_text_was_replaced_by_both_is_kept_twice():
    def replaced(text):
        article = sample_article()
        blocks = (replace(article.blocks[0], text=text), *article.blocks[1:])
        return edits.replace_article(LONG, replace(article, blocks=blocks)).note

    both = merged(LONG, replaced("Mine"), replaced("Theirs"))
    assert [(a.id, a.blocks[0].text) for a in both.note.articles] == [("a-1", "Mine"), ("a-1-theirs", "Theirs")]


def test_dismissed_suggestions_of_both_are_dismissed():
    one, other = anchor_at(sample_article(), 1, 0, 7), anchor_at(sample_article(), 1, 12, 19)
    both = merged(LONG, edits.dismiss(LONG, one), edits.dismiss(LONG, other))
    assert both.note.dismissed == (*LONG.dismissed, one, other)


def test_unknown_fields_of_both_are_kept():
    mine = replace(LONG, extra=Extra({"a": 1}), title="x")
    theirs = replace(LONG, extra=Extra({**LONG.extra, "b": 2}))
    assert merged(LONG, mine, theirs).note.extra == {"a": 1, "b": 2}


EDIT = st.tuples(
    st.sampled_from(["reword", "add", "remove", "move", "owner"]), st.integers(0, 4), st.integers(0, 4)
)


def edited(note: Note, steps, who: str) -> Note:
    for number, (act, one, other) in enumerate(steps):
        key, before = f"p-{one}", f"p-{other}"
        present = {p.id for p in note.points}
        if act == "add":
            note = edits.add_point(note, Point(f"{who}{number}", "background", f"{who} adds {number}"))
        elif key in present and act == "reword":
            note = edits.reword(note, key, f"{who} {number}")
        elif key in present and act == "owner":
            note = edits.change_point(note, key, lambda p, n=number: replace(p, owner=f"{who} {n}"))
        elif key in present and act == "remove":
            note = edits.remove_points(note, frozenset({key}))
        elif {key, before} <= present and act == "move":
            note = edits.move_point(note, key, "background", before)
    return note


@given(st.lists(EDIT, max_size=6), st.lists(EDIT, max_size=6))
def test_nothing_that_either_wrote_is_lost(mine, theirs):
    ours, others = edited(LONG, mine, "mine"), edited(LONG, theirs, "theirs")
    both = merged(LONG, ours, others).note
    written = {(p.wording, p.owner) for n in (ours, others) for p in n.points} - {
        (f"Line {i}", "") for i in range(5)
    }
    texts = {p.wording for p in both.points} | {p.owner for p in both.points}
    assert {w for pair in written for w in pair if "mine" in w or "theirs" in w} <= texts


@example([("reword", 0, 0), ("owner", 0, 0)], [("owner", 0, 0)])
@given(st.lists(EDIT, max_size=6), st.lists(EDIT, max_size=6))
def test_both_people_merging_find_the_same_points(mine, theirs):
    ours, others = edited(LONG, mine, "mine"), edited(LONG, theirs, "theirs")
    here, there = merged(LONG, ours, others).note, merged(LONG, others, ours).note
    assert sorted(wordings(here)) == sorted(wordings(there))
