"""Journeys with what helps the analyst think: suggestions and the guard. Nothing enters the note unaccepted."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from briefing.model.article import Kind
from briefing.store.codec import decode, encode
from briefing.template import to_toml
from briefing.ui.points.model import PointsModel
from briefing.ui.points.rows import suggestion_key
from briefing.ui.reviewing import remarks_of


def test_suggestions_wait_and_enter_accepts_one(person):
    person.try_sample()
    assert person.note.points == ()
    waiting = len(person.window.screens.suggestions)
    assert waiting >= 4
    person.window.editor.source.set_current(person.window.screens.suggestions[0].span)
    person.press("Return")
    assert len(person.note.points) == 1
    assert len(person.window.screens.suggestions) == waiting - 1


def test_each_suggestion_says_why(person):
    person.try_sample()
    assert all(mark.reason for mark in person.window.screens.suggestions)
    assert any(mark.reason.startswith("“") for mark in person.window.screens.suggestions)


def test_standing_on_a_suggested_sentence_marks_its_card_and_leaving_it_unmarks_it(person):
    person.try_sample()
    mark = person.window.screens.suggestions[1]
    source, points = person.window.editor.source, person.window.editor.points
    source.set_current(mark.span)
    row = next(r for r in points._model.rows if r.suggestion == mark)
    assert "accept" in [b.action for b in points._delegate.drawing(row).buttons]
    person.stand_on("reopening a channel")
    assert not points._delegate.drawing(row).buttons


def test_the_card_of_the_first_suggestion_is_marked_as_soon_as_it_waits(person):
    person.try_sample()
    mark = person.window.screens.suggestions[0]
    assert person.window.editor.source.current() == mark.span
    assert person.window.editor.points._delegate.lit == suggestion_key(mark)


def test_a_marked_suggestion_leaves_the_focused_point_where_it_is(person):
    person.try_sample()
    person.press("1")
    made = person.note.points[0].id
    person.window.editor.source.set_current(person.window.screens.suggestions[-1].span)
    assert person.window.editor.points.focused_point() == made
    assert person.window.screens.focus.point == made


def test_one_card_is_outlined_the_one_whose_sentence_one_stands_on(person):
    person.try_sample()
    person.press("1")
    editor, made = person.window.editor, person.note.points[0].id
    mark = person.window.screens.suggestions[-1]
    editor.source.set_current(mark.span)
    assert outlined(editor.points) == [suggestion_key(mark)]
    editor.focus_pane("points")
    assert outlined(editor.points) == [f"p:{made}"]


def outlined(points) -> list[str]:
    """The keys of the rows that are painted with an edge of 2 px in the accent."""
    accent, delegate, found = points._theme.color("accent"), points._delegate, []
    for row in points._model.rows:
        height = max(1, round(delegate.drawing(row).height))
        picture = QImage(round(delegate.width), height + 8, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.translate(0, 4)
        delegate._paint_whole(painter, row, delegate.drawing(row), selected=False)
        painter.end()
        if picture.pixelColor(16, 4 + height // 2) == accent:
            found.append(row.key)
    return found


def test_x_dismisses_and_it_stays_dismissed(person):
    person.try_sample()
    mark = person.window.screens.suggestions[0]
    person.window.editor.source.set_current(mark.span)
    person.press("X")
    assert mark.span not in [s.span for s in person.window.screens.suggestions]
    person.press("1", "Ctrl+Z")
    assert mark.span not in [s.span for s in person.window.screens.suggestions]
    person.window.actions_by_name["find_again"].trigger()
    assert mark.span in [s.span for s in person.window.screens.suggestions]


def test_accept_all_is_one_step(person):
    person.try_sample()
    waiting = len(person.window.screens.suggestions)
    person.press("Ctrl+Shift+Return")
    assert len(person.note.points) == waiting
    person.press("Ctrl+Z")
    assert person.note.points == ()


def test_the_agreement_is_suggested_as_one_and_the_exchange_of_views_is_not(person):
    person.try_sample()
    tags = person.window.session.template.tags
    found = {person.text_of(s.span): tags[s.tag].id for s in person.window.screens.suggestions}
    agreed = next(t for t in found if t.startswith("Both sides agreed"))
    assert found[agreed] == "agreements"
    assert all(tag != "agreements" for text, tag in found.items() if "exchanged views" in text)


def test_a_changed_number_is_doubted_and_one_key_mends_it(person):
    person.try_sample()
    span = person.stand_on("They will also run 10 joint inspections")
    person.press("2")
    point = person.note.points[0].id
    person.window.point_wishes.reword(point, "They will also run 20 joint inspections a year at Brena.", True)
    checks = person.window.screens.checks[point]
    assert [(c.start, c.end) for c in checks if "20" in c.sentence] == [(19, 21)]
    assert span is not None
    key = next(c.key for c in checks if "20" in c.sentence)
    person.window.editor.points.request_fix.emit(point, key)
    assert "10 joint inspections" in person.note.points[0].wording
    assert point not in person.window.screens.checks


def test_keep_is_remembered_with_the_note(person):
    person.try_sample()
    person.stand_on("They will also run 10 joint inspections")
    person.press("2")
    point = person.note.points[0].id
    person.window.point_wishes.reword(point, "They will also run 20 joint inspections a year at Brena.", True)
    for check in person.window.screens.checks[point]:
        person.window.editor.points.request_keep.emit(point, check.key)
    assert point not in person.window.screens.checks
    assert person.note.points[0].kept


def test_the_drafted_wordings_of_the_sample_raise_no_doubt(person):
    person.try_sample()
    person.press("Ctrl+Shift+Return")
    doubts = [c for found in person.window.screens.checks.values() for c in found if not c.info]
    assert doubts == []


def test_the_checks_sheet_asks_what_was_left_out_and_leads_there(person):
    person.try_sample()
    person.press("1")
    seen = []

    def look(dialog):
        rows = [dialog.list.item(i) for i in range(dialog.list.count())]
        seen.extend(r.text() for r in rows)
        dialog.list.itemActivated.emit(next(r for r in rows if r.text().startswith("Both sides agreed")))

    person.in_dialog(look)
    person.window.actions_by_name["checks"].trigger()
    assert seen[0] == "What did I leave out?"
    current = person.window.editor.source.current_sentence()
    assert person.text_of(current).startswith("Both sides agreed")


def test_the_checks_sheet_lists_doubts_and_what_was_kept(person):
    person.try_sample()
    person.stand_on("They will also run 10 joint inspections")
    person.press("2")
    point = person.note.points[0].id
    person.window.point_wishes.reword(point, "They will also run 20 joint inspections a year at Brena.", True)
    groups = [r.group for r in remarks_of(person.window.screens, person.window.home.words)]
    assert "doubts" in groups
    for check in person.window.screens.checks[point]:
        person.window.editor.points.request_keep.emit(point, check.key)
    groups = [r.group for r in remarks_of(person.window.screens, person.window.home.words)]
    assert "doubts" not in groups
    assert "kept" in groups


def test_sources_that_tell_it_differently_stand_side_by_side(person):
    person.try_sample()
    other = person.folder / "other.txt"
    other.write_text(
        "The Ostrana Post\n\nCustoms chiefs of Velmark and Castora meet\n\nPublished : May 15, 2026 - 08:00\n\n"
        "They will also run 12 joint inspections a year at Brena and name a liaison officer in each capital."
        "\n\n"
        "The meeting was the first between the two services in six years, the Velmark service said.\n",
        encoding="utf-8",
    )
    person.window.opening.import_file(other)
    person.until(lambda: len(person.note.articles) == 2)
    found = [
        r.text for r in remarks_of(person.window.screens, person.window.home.words) if r.group == "disagree"
    ]
    assert any("10" in text and "12" in text and "The Ostrana Post" in text for text in found)


def test_a_point_without_a_source_is_said_to_be_ones_own_until_a_quote_is_linked(person):
    person.try_sample()
    person.window.point_wishes.new_point("background")
    person.window.editor.points.commit_editing()
    point = person.note.points[0].id
    person.window.point_wishes.reword(point, "The channel matters to us.", True)
    assert [c.key for c in person.window.screens.checks[point]] == ["no-source"]
    person.window.editor.focus_pane("source")
    person.stand_on("Ties cooled in 2020")
    person.window.editor.points.request_link_quote.emit(point)
    assert "Ties cooled" in person.note.points[0].evidence[0].quote
    assert "no-source" not in [c.key for c in person.window.screens.checks.get(point, ())]


def test_a_card_says_whose_word_its_quote_is(person):
    person.try_sample()
    person.stand_on("The two services also exchanged views")
    person.press("1")
    model = person.window.findChild(PointsModel)
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    told = [row.data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in rows]
    assert any("Said by: the Velmark service" in text for text in told if text)


def test_a_weekday_read_as_a_date_is_shown_as_a_remark(person):
    person.try_sample()
    person.stand_on("Director General Anna Veld received")
    person.press("1")
    (remark,) = person.window.screens.checks[person.note.points[0].id]
    assert remark.info
    assert remark.sentence == "“Wednesday” read as 13 May 2026 (published Thu 14 May 2026)"


def test_what_a_draft_left_out_of_its_quote_is_shown_as_a_remark(person):
    person.try_sample()
    person.stand_on("The two services also exchanged views")
    person.press("1")
    remarks = person.window.screens.checks[person.note.points[0].id]
    assert all(r.info for r in remarks)
    assert any(r.sentence == "Left out of the quote: “the Velmark service said”" for r in remarks)


def test_a_dismissed_suggestion_stays_dismissed_in_the_saved_note(person):
    person.try_sample()
    mark = person.window.screens.suggestions[0]
    person.window.editor.source.set_current(mark.span)
    person.press("X")
    again = decode(encode(person.note), "a note")
    assert [(a.block, a.start) for a in again.dismissed] == [(mark.span.block, mark.span.start)]


def with_cue(person, tag, cue):
    """Gives a tag of the note's form one more cue word, or makes the tag."""
    form = person.window.session.template
    if form.tag(tag) is None:
        made = replace(form.tags[0], id=tag, name=tag.title(), cues=(cue,))
        tags = (*form.tags, made)
    else:
        tags = tuple(replace(t, cues=(*t.cues, cue)) if t.id == tag else t for t in form.tags)
    person.window.session.use_template("mine", to_toml(replace(form, tags=tags)))


def suggested(person):
    """The sentences with a suggestion, each with the tag it names."""
    tags = person.window.session.template.tags
    return {person.text_of(s.span): tags[s.tag].id for s in person.window.screens.suggestions}


def test_a_cue_given_to_a_known_tag_finds_a_sentence_the_learned_labels_do_not(person):
    person.try_sample()
    quiet = next(t for t in sentences(person) if t not in suggested(person))
    word = max(quiet.split(), key=len).strip(".,")
    with_cue(person, "background", word)
    person.window.actions_by_name["find_again"].trigger()
    assert suggested(person)[quiet] == "background"


def test_a_new_tag_is_suggested_by_its_own_cue_words(person):
    person.try_sample()
    quiet = next(t for t in sentences(person) if t not in suggested(person))
    word = max(quiet.split(), key=len).strip(".,")
    with_cue(person, "trade_figures", word)
    assert suggested(person)[quiet] == "trade_figures"


def test_find_again_brings_back_what_was_turned_down_with_its_new_cues(person):
    person.try_sample()
    mark = person.window.screens.suggestions[0]
    text = person.text_of(mark.span)
    person.window.editor.source.set_current(mark.span)
    person.press("X")
    with_cue(person, "background", "customs")
    assert text not in suggested(person)
    person.window.actions_by_name["find_again"].trigger()
    assert text in suggested(person)


def sentences(person):
    """The sentences of the article's paragraphs, in order."""
    article = person.note.articles[0]
    spans = person.window.screens.sentences.of(article)
    kinds = (Kind.PARAGRAPH,)
    return [
        person.text_of(s) for s in spans if article.in_body(s.block) and article.blocks[s.block].kind in kinds
    ]
