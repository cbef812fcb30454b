"""Edits, one by one: what each changes, and that it changes nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes import article, note, point, quoted

from briefing.model import edits
from briefing.model.article import Extra, Status
from briefing.model.note import Note, TemplateCopy, new_id

SOURCE = article(
    "They met in Brena on Monday.", "They agreed to share data.", "They will meet again.", headline="Talks"
)
FIRST, SECOND, THIRD = (quoted(SOURCE, b.text, i) for i, b in enumerate(SOURCE.blocks))


def order(made: Note, tag: str = "meeting") -> list[str]:
    return [p.id for p in made.tagged(tag)]


def wordings(made: Note) -> list[str]:
    return [p.wording for p in made.points]


def with_points(*ids: str, tag: str = "meeting") -> Note:
    return replace(note(SOURCE), points=tuple(point(i, tag) for i in ids))


# Articles


def test_the_first_source_names_an_untitled_note():
    assert note(SOURCE).title == "Talks"


def test_a_note_with_a_title_keeps_it():
    assert edits.add_article(note(title="Mine"), SOURCE).title == "Mine"


def test_an_article_is_not_added_twice():
    with pytest.raises(ValueError, match="a-1 is there already"):
        edits.add_article(note(SOURCE), SOURCE)


def test_removing_a_source_takes_its_evidence_and_leaves_the_points():
    other = article("Elsewhere.", article_id="a-2")
    made = note(
        SOURCE, other, points=(point("p-1", "meeting", "", FIRST, quoted(other, "Elsewhere")), point("p-2"))
    )
    left = edits.remove_article(edits.dismiss(made, SECOND), "a-1")
    assert [a.id for a in left.articles] == ["a-2"]
    assert [a.article for a in left.point("p-1").evidence] == ["a-2"]
    assert left.point("p-2") is made.point("p-2")
    assert left.dismissed == ()


@pytest.mark.parametrize(
    "edit",
    [
        lambda n: edits.remove_article(n, "x"),
        lambda n: edits.replace_article(n, article(article_id="x")),
        lambda n: edits.set_status(n, "x", (0,), Status.BODY),
        lambda n: edits.reword(n, "x", ""),
        lambda n: edits.retag(n, "x", "meeting"),
        lambda n: edits.move_point(n, "x", "meeting", None),
        lambda n: edits.move_point(n, "x", "meeting", "x"),
        lambda n: edits.move_point(n, "p-1", "meeting", "x"),
        lambda n: edits.split_point(n, "x", 1),
        lambda n: edits.merge_points(n, "p-1", "x"),
    ],
)
def test_an_edit_of_what_is_not_there_is_a_key_error(edit):
    with pytest.raises(KeyError, match="x"):
        edit(with_points("p-1"))


def test_a_correction_changes_facts_and_statuses_only():
    made = edits.correct_article(note(SOURCE), replace(SOURCE, publisher="The Post"))
    assert made.article("a-1").publisher == "The Post"
    with pytest.raises(ValueError, match="text of an article never changes"):
        edits.correct_article(made, article("Other."))


def test_a_line_is_set_aside_and_the_other_source_stays():
    other = article("Elsewhere.", article_id="a-2")
    made = edits.set_status(note(other, SOURCE), "a-1", (1,), Status.FURNITURE)
    assert [b.status for b in made.article("a-1").blocks] == [Status.BODY, Status.FURNITURE, Status.BODY]
    assert made.article("a-2") is other


# Replacing a source


def test_a_replaced_source_keeps_its_quotes_where_they_went():
    made = note(SOURCE, points=(point("p-1", "meeting", "", THIRD),))
    replaced = edits.replace_article(made, article("New first line.", *(b.text for b in SOURCE.blocks)))
    assert replaced.note.point("p-1").evidence == (replace(THIRD, block=3),)
    assert replaced.lost == ()


def test_a_quote_that_is_gone_is_listed_and_stays_with_its_point():
    made = note(SOURCE, points=(point("p-1", "meeting", "", SECOND, THIRD),))
    replaced = edits.replace_article(made, article("They met in Brena on Monday.", "They will meet again."))
    assert replaced.lost == (("p-1", "They agreed to share data."),)
    assert replaced.note.point("p-1").evidence == (SECOND, replace(THIRD, block=1))


def test_a_look_alike_with_another_number_is_lost():
    source = article("They run 10 checks a year.")
    made = note(source, points=(point("p-1", "meeting", "", quoted(source, "They run 10 checks a year.")),))
    assert edits.replace_article(made, article("They run 20 checks a year.")).lost


def test_words_that_stand_twice_stay_where_nothing_around_them_changed():
    twin = article("A picture of the port.", "They met.", "A picture of the port.", "Tehy left.")
    anchors = (quoted(twin, "picture", 0), quoted(twin, "picture", 2))
    made = note(twin, points=(point("p-1", "meeting", "", *anchors),))
    mended = article("A picture of the port.", "They met.", "A picture of the port.", "They left.")
    replaced = edits.replace_article(made, mended)
    assert replaced.lost == ()
    assert replaced.note.points == made.points


def test_words_that_stand_twice_move_with_the_untouched_end():
    twin = article("Tehy met.", "Photo", "They left.", "Photo")
    made = note(twin, points=(point("p-1", "meeting", "", quoted(twin, "Photo", 1), quoted(twin, "Photo", 3)),))
    replaced = edits.replace_article(made, article("They met.", "In Brena.", "Photo", "They left.", "Photo"))
    assert [a.block for a in replaced.note.point("p-1").evidence] == [2, 4]


def test_words_that_stand_twice_are_in_doubt_where_their_block_changed():
    source = article("In Brena.", "They met. Tehy left.")
    made = note(source, points=(point("p-1", "meeting", "", quoted(source, "They met.", 1)),))
    twin = "They met. They left."
    assert edits.replace_article(made, article("In Brena.", twin, twin)).lost == (("p-1", "They met."),)


def test_two_quotes_that_become_one_stand_once():
    twin = article("x", LINE, "y", LINE, "z")
    made = note(twin, points=(point("p-1", "meeting", "", quoted(twin, LINE, 1), quoted(twin, LINE, 3)),))
    replaced = edits.replace_article(made, article("a", LINE, "b"))
    assert [a.block for a in replaced.note.point("p-1").evidence] == [1]


LINE = "The two agencies agreed to share data."


def test_an_anchor_that_was_lost_before_is_found_when_its_words_come_back():
    made = note(SOURCE, points=(point("p-1", "meeting", "", SECOND),))
    without = edits.replace_article(made, article("They met in Brena on Monday.", "x")).note
    back = edits.replace_article(without, SOURCE)
    assert (back.note.points, back.lost) == (made.points, ())


def test_evidence_from_other_sources_is_not_touched():
    other = article("Elsewhere.", article_id="a-2")
    made = note(SOURCE, other, points=(point("p-1", "meeting", "", quoted(other, "Elsewhere")),))
    replaced = edits.replace_article(made, article("Nothing."))
    assert replaced.note.point("p-1") is made.point("p-1")
    assert replaced.note.article("a-2") is other


def test_dismissed_suggestions_move_with_their_words_or_go():
    made = edits.dismiss(edits.dismiss(note(SOURCE), SECOND), THIRD)
    replaced = edits.replace_article(made, article("They met in Brena on Monday.", "They will meet again."))
    assert replaced.note.dismissed == (replace(THIRD, block=1),)


# Points


def test_a_new_point_is_last_of_its_tag():
    made = with_points("p-1", "p-2")
    made = edits.add_point(made, point("p-9", "agreements"))
    assert [p.id for p in edits.add_point(made, point("p-3")).points] == ["p-1", "p-2", "p-3", "p-9"]


def test_a_point_is_not_added_twice():
    with pytest.raises(ValueError, match="an id is never used twice"):
        edits.add_point(with_points("p-1"), point("p-1"))


def test_a_tagged_quote_is_the_wording_and_the_evidence():
    made = edits.tag_quote(note(SOURCE), "meeting", FIRST).points[0]
    assert (made.tag, made.wording, made.evidence) == ("meeting", FIRST.quote, (FIRST,))


def test_a_tagged_quote_may_have_a_drafted_wording():
    assert edits.tag_quote(note(SOURCE), "meeting", FIRST, "Met.").points[0].wording == "Met."


@pytest.mark.parametrize("tagged", [(FIRST, SECOND, THIRD), (THIRD, SECOND, FIRST), (SECOND, THIRD, FIRST)])
def test_points_of_a_tag_stand_in_the_order_of_the_source(tagged):
    made = note(SOURCE)
    for anchor in tagged:
        made = edits.tag_quote(made, "meeting", anchor)
    assert wordings(made) == [FIRST.quote, SECOND.quote, THIRD.quote]


def test_sources_stand_in_the_order_they_were_added():
    other = article("Elsewhere.", article_id="a-2")
    made = edits.tag_quote(note(SOURCE, other), "meeting", quoted(other, "Elsewhere."))
    assert wordings(edits.tag_quote(made, "meeting", THIRD)) == [THIRD.quote, "Elsewhere."]


def test_points_without_a_quote_stay_where_they_are():
    start = replace(note(SOURCE), points=(point("p-1"), point("p-2", "meeting", "", SECOND), point("p-3")))
    made = edits.tag_quote(edits.tag_quote(start, "meeting", FIRST), "meeting", THIRD)
    assert wordings(made) == ["Wording of p-1", FIRST.quote, "Wording of p-2", THIRD.quote, "Wording of p-3"]


def test_the_first_quote_of_a_tag_follows_the_points_without_one():
    made = edits.tag_quote(with_points("p-1", "p-2"), "meeting", FIRST)
    assert wordings(made)[-1] == FIRST.quote
    assert len(made.points) == 3


def test_removed_points_are_gone_and_the_others_stay():
    assert order(edits.remove_points(with_points("p-1", "p-2", "p-3"), frozenset({"p-1", "p-3"}))) == ["p-2"]


def test_the_id_of_a_point_never_changes():
    with pytest.raises(ValueError, match="ids never change"):
        edits.change_point(with_points("p-1"), "p-1", lambda p: replace(p, id="p-2"))


def test_a_reworded_point_keeps_all_else():
    made = edits.reword(with_points("p-1", "p-2"), "p-1", "New")
    assert made.points == (replace(point("p-1"), wording="New"), point("p-2"))


def test_a_retagged_point_is_last_there_and_nested_under_nothing():
    made = with_points("p-1", "p-2")
    made = edits.add_point(edits.set_level(made, "p-1", 1), point("p-9", "agreements"))
    made = edits.retag(made, "p-1", "agreements")
    assert order(made, "agreements") == ["p-9", "p-1"]
    assert made.point("p-1").level == 0


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [
        ("p-3", "p-1", ["p-3", "p-1", "p-2"]),
        ("p-1", "p-3", ["p-2", "p-1", "p-3"]),
        ("p-1", None, ["p-2", "p-3", "p-1"]),
        ("p-2", "p-2", ["p-1", "p-2", "p-3"]),
        ("p-2", "p-3", ["p-1", "p-2", "p-3"]),
    ],
)
def test_a_point_moves_before_another_or_to_the_end(moved, before, expected):
    assert order(edits.move_point(with_points("p-1", "p-2", "p-3"), moved, "meeting", before)) == expected


def test_a_point_moved_under_another_tag_starts_at_level_0():
    made = edits.set_level(with_points("p-1", "p-2"), "p-2", 2)
    assert edits.move_point(made, "p-2", "meeting", "p-1").point("p-2").level == 2
    moved = edits.move_point(made, "p-2", "agreements", None)
    assert (moved.point("p-2").tag, moved.point("p-2").level) == ("agreements", 0)


def test_a_point_moved_before_itself_takes_the_tag():
    assert edits.move_point(with_points("p-1"), "p-1", "agreements", "p-1").point("p-1").tag == "agreements"


@pytest.mark.parametrize(("asked", "given"), [(-1, 0), (0, 0), (2, 2), (3, 2)])
def test_points_nest_two_levels_deep_at_most(asked, given):
    assert edits.set_level(with_points("p-1"), "p-1", asked).point("p-1").level == given


def test_a_point_is_given_an_owner_and_a_due_date():
    made = edits.assign(with_points("p-1", "p-2"), "p-1", "Customs", "next week")
    assert made.points == (replace(point("p-1"), owner="Customs", due="next week"), point("p-2"))


# Evidence


def test_a_second_quote_is_added_once():
    made = note(SOURCE, points=(point("p-1", "meeting", "", FIRST),))
    once = edits.add_evidence(made, "p-1", SECOND)
    assert once.point("p-1").evidence == (FIRST, SECOND)
    assert edits.add_evidence(once, "p-1", SECOND) == once


def test_a_resized_quote_takes_the_wording_along_while_it_is_the_quote():
    short = quoted(SOURCE, "They met")
    made = note(
        SOURCE, points=(point("p-1", "meeting", FIRST.quote, FIRST), point("p-2", "meeting", "Own", FIRST))
    )
    made = edits.replace_evidence(edits.replace_evidence(made, "p-1", FIRST, short), "p-2", FIRST, short)
    assert [(p.wording, p.evidence) for p in made.points] == [("They met", (short,)), ("Own", (short,))]


def test_a_quote_resized_onto_another_stands_once():
    made = note(SOURCE, points=(point("p-1", "meeting", "", FIRST, SECOND),))
    assert edits.replace_evidence(made, "p-1", FIRST, SECOND).point("p-1").evidence == (SECOND,)


def test_a_quote_that_is_not_the_points_is_not_replaced():
    made = note(SOURCE, points=(point("p-1", "meeting", SECOND.quote, FIRST),))
    assert edits.replace_evidence(made, "p-1", SECOND, THIRD) == made


def test_a_point_moved_to_a_tag_without_points_is_last_of_all():
    moved = edits.move_point(with_points("p-1", "p-2"), "p-1", "agreements", None)
    assert [p.id for p in moved.points] == ["p-2", "p-1"]


# Split and merge


def test_a_split_point_gives_two_that_keep_all_else():
    facts = {
        "comment": "c",
        "owner": "o",
        "due": "2026-06-01",
        "level": 1,
        "kept": ("k",),
        "extra": Extra({"x": 1}),
    }
    whole = point("p-1", "meeting", "They met. They left.", FIRST, **facts)
    first, second, last = edits.split_point(note(SOURCE, points=(whole, point("p-2"))), "p-1", 9).points
    assert first == replace(whole, wording="They met.")
    assert second == replace(whole, id=second.id, wording="They left.")
    assert last.id == "p-2"


@pytest.mark.parametrize("at", [-1, 0, 1, 4, 5, 99])
def test_a_split_that_would_leave_one_side_empty_is_none(at):
    made = note(points=(point("p-1", "meeting", " Met "),))
    assert edits.split_point(made, "p-1", at) is made


def test_merged_points_have_the_words_quotes_and_comments_of_both():
    one = point("p-1", "meeting", "They met. ", FIRST, comment="a", kept=("k",))
    other = point("p-2", "meeting", " They left.", FIRST, SECOND, comment="b", owner="Customs", kept=("k", "l"))
    joined = edits.merge_points(note(SOURCE, points=(one, other)), "p-1", "p-2").points
    expected = replace(
        one,
        wording="They met. They left.",
        evidence=(FIRST, SECOND),
        comment="a\nb",
        owner="Customs",
        kept=("k", "l"),
    )
    assert joined == (expected,)


def test_merging_loses_no_owner_and_no_due_date():
    one = point("p-1", owner="Customs", due="2026-06-01", comment="c")
    other = point("p-2", owner="Ports", due="2026-07-01")
    joined = edits.merge_points(note(points=(one, other)), "p-1", "p-2").point("p-1")
    assert (joined.owner, joined.due) == ("Customs", "2026-06-01")
    assert joined.comment == "c\nPorts, 2026-07-01"


def test_merging_the_same_owner_needs_no_comment():
    same = [point(i, owner="Customs", due="2026-06-01") for i in ("p-1", "p-2")]
    assert edits.merge_points(note(points=tuple(same)), "p-1", "p-2").point("p-1").comment == ""


def test_a_point_merged_with_itself_is_itself():
    made = with_points("p-1")
    assert edits.merge_points(made, "p-1", "p-1") is made


# The note's own words


def test_the_notes_own_words_are_set():
    made = edits.set_marking(edits.set_summary(edits.set_title(note(), "T"), "S"), "M")
    made = edits.set_template(made, TemplateCopy("uk", "x"))
    assert (made.title, made.summary, made.marking, made.template.name) == ("T", "S", "M", "uk")


def test_header_fields_keep_the_order_they_were_set_in():
    made = edits.set_field(edits.set_field(edits.set_field(note(), "to", "A"), "from", "B"), "to", "C")
    assert made.fields == (("to", "C"), ("from", "B"))
    assert (made.field("to"), made.field("date")) == ("C", "")


def test_an_emptied_field_goes_back_to_the_templates_default():
    assert edits.set_field(edits.set_field(note(), "to", "A"), "to", "").fields == ()
    assert edits.set_field(note(), "to", "").fields == ()


def test_a_suggestion_is_dismissed_once():
    made = edits.dismiss(note(SOURCE), FIRST)
    assert made.dismissed == (FIRST,)
    assert edits.dismiss(made, FIRST) is made


def test_new_ids_begin_with_their_kind_and_differ():
    ids = {new_id("p") for _ in range(1000)}
    assert len(ids) == 1000
    assert all(i.startswith("p-") for i in ids)
