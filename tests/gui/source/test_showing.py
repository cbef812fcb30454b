"""What the pane shows, and what it keeps when the view changes."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from briefing.model.article import Status, with_statuses
from briefing.ui.source.bars import MOST_BUTTONS, SourceStrip
from briefing.ui.theme import DARK, LIGHT, Theme
from briefing.ui.values import Mark
from briefing.words import Words

FIRST = "Velmark held talks with Castora on Monday."
SECOND = "Both sides spent four hours at Port Halden."
AFTER_EMOJI = "They will run 10 inspections a year."
BLUE, OCHRE, GREEN = (LIGHT.tag(name) for name in ("blue", "ochre", "green"))


def rows(stage) -> list[str]:
    return stage.pane.text.toPlainText().split("\n")


def test_headline_and_a_line_about_the_article_stand_above_it(stage):
    assert rows(stage)[1:3] == ["Velmark and Castora talk", "The Courier  ·  14 May 2026"]


def test_page_furniture_folds_to_one_line(stage):
    assert rows(stage)[0] == "3 lines of page furniture hidden"
    assert "Share" not in rows(stage)


def test_unfolding_shows_the_lines(stage):
    stage.pane.set_folded(False)
    assert rows(stage)[1:4] == ["Home", "Share", "Link copied"]


def test_a_click_on_the_line_of_hidden_text_shows_it_and_hides_it_again(stage):
    top = stage.pane.text.where.visible_rows()
    fold = next(rect for row, rect in top if row == 0).center()
    stage.click(fold)
    assert "Share" in rows(stage)
    stage.click(fold)
    assert "Share" not in rows(stage)


def test_a_click_on_a_grey_line_asks_to_restore_it(stage):
    stage.pane.set_folded(False)
    stage.click(stage.spot("Share"))
    assert stage.heard == [("request_restore", "art", (1,))]


def test_a_restored_line_becomes_text_of_the_article(stage):
    stage.article = with_statuses(stage.article, (1,), Status.BODY)
    stage.show()
    assert rows(stage)[0] == "1 line of page furniture hidden"
    assert "Share" in rows(stage)


def test_revealing_hidden_text_unfolds_it(stage):
    stage.pane.parts.sheet.reveal(stage.span("Share"))
    assert "Share" in rows(stage)


def test_the_same_article_again_leaves_the_text_alone(stage):
    changes: list[object] = []
    stage.pane.text.document().contentsChange.connect(lambda *facts: changes.append(facts))
    stage.show((FIRST, 0))
    assert changes == []


def test_place_sentence_and_selection_survive_a_new_mark(stage):
    stage.pane.resize(480, 300)
    stage.stand_on("Ties had cooled in 2020.")
    stage.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    before = (stage.pane.text.verticalScrollBar().value(), stage.pane.current(), stage.pane.current_sentence())
    assert before[0] > 0
    stage.show((FIRST, 0))
    after = (stage.pane.text.verticalScrollBar().value(), stage.pane.current(), stage.pane.current_sentence())
    assert after == before


def test_the_line_at_the_top_stays_at_the_top_when_text_above_it_unfolds(stage):
    stage.pane.resize(480, 260)
    stage.stand_on("Ties had cooled in 2020.")
    top = stage.pane.text.row_of(stage.pane.text.firstVisibleBlock().blockNumber()).text
    stage.pane.set_folded(False)
    assert stage.pane.text.row_of(stage.pane.text.firstVisibleBlock().blockNumber()).text == top


def test_the_current_sentence_survives_a_line_set_aside_above_it(stage):
    stage.stand_on(AFTER_EMOJI)
    stage.article = with_statuses(stage.article, (4,), Status.FURNITURE)
    stage.show()
    assert stage.quote(stage.pane.current()) == AFTER_EMOJI


def test_a_mark_is_painted_in_the_fill_of_its_tag_with_a_badge_and_a_bar(stage):
    assert OCHRE.fill.lower() not in stage.colours_near(SECOND)
    stage.show((SECOND, 1))
    assert OCHRE.fill.lower() in stage.colours_near(SECOND)
    assert OCHRE.ink.lower() in stage.gutter_colours(SECOND)


def test_a_mark_behind_an_emoji_is_painted_where_its_words_are(stage):
    stage.show((AFTER_EMOJI, 2))
    assert GREEN.fill.lower() in stage.colours_near(AFTER_EMOJI)
    assert GREEN.fill.lower() not in stage.colours_behind("They agreed to swap")


def test_an_overlap_has_the_first_fill_and_both_underlines(stage):
    stage.stand_on("Ties had cooled in 2020.")
    stage.show((FIRST, 2), (FIRST, 0))
    found = stage.colours_near(FIRST)
    assert {BLUE.fill.lower(), BLUE.ink.lower(), GREEN.ink.lower()} <= found
    assert GREEN.fill.lower() not in found


def test_a_suggestion_has_no_fill_but_a_dashed_line_in_its_ink(stage):
    stage.stand_on(FIRST)
    stage.show(suggestions=((SECOND, 2),))
    assert GREEN.fill.lower() not in stage.colours_near(SECOND)
    assert GREEN.ink.lower() in stage.gutter_colours(SECOND)


def test_a_removed_mark_leaves_no_trace(stage):
    clean = stage.pane.text.viewport().grab().toImage()
    stage.show((SECOND, 1))
    stage.show()
    assert stage.pane.text.viewport().grab().toImage() == clean


def test_the_current_sentence_is_outlined_in_the_accent(stage):
    stage.stand_on(FIRST)
    assert LIGHT.accent.lower() in stage.colours_near("Velmark held")
    stage.stand_on("Ties had cooled in 2020.")
    assert LIGHT.accent.lower() not in stage.colours_near("Velmark held")


def test_a_warning_is_an_amber_line_under_the_number(stage):
    warned = Mark(stage.span(AFTER_EMOJI), 1, "p", warning=True)
    stage.show(marks=(warned,))
    assert LIGHT.warning.lower() in stage.colours_near("10")
    assert LIGHT.warning.lower() not in stage.colours_near("a year")


def test_a_dark_theme_paints_dark(stage):
    stage.dress(Theme(DARK), Words("en"))
    stage.show((SECOND, 1))
    assert DARK.tag("ochre").fill.lower() in stage.colours_near(SECOND)
    assert DARK.source.lower() in stage.colours_near(SECOND)


def test_lines_are_set_at_the_pitch_of_the_text_size(stage):
    def pitch() -> float:
        row = next(r for r, _ in stage.pane.text.where.visible_rows() if stage.pane.text.row_of(r).block == 4)
        return next(stage.pane.text.where.lines_of(row, 0)).pitch

    assert pitch() == 23
    stage.pane.set_text_size(30)
    assert pitch() == 46


def test_the_suggestion_bar_shows_only_when_there_is_something_to_say(stage):
    bar = stage.pane.parts.around.bottom
    assert not bar.isVisible()
    stage.show(suggestions=((SECOND, 2), (FIRST, 0)))
    assert bar.isVisible()
    assert "2 suggestions" in {label.text() for label in bar.findChildren(QLabel)}


def test_the_header_counts_words_and_in_korean_characters(stage):
    def about() -> str:
        return stage.pane.parts.around._header._about.accessibleName()

    assert about().startswith("The Courier  ·  ")
    assert about().endswith(" words")
    stage.article = replace(stage.article, language="ko")
    stage.dress(Theme(LIGHT), Words("ko"))
    stage.show()
    assert about().endswith("자")


def test_several_sources_are_offered_and_one_is_asked_for(stage):
    other = replace(stage.article, id="other", publisher="The Gazette")
    stage.show(articles=(stage.article, other))
    QApplication.processEvents()
    stage.pane.parts.around._strip.pressed.emit("other")
    assert stage.pane.parts.around._strip.isVisible()
    assert stage.heard == [("request_article", "other")]


def test_a_very_long_paragraph_is_shown_in_pieces_and_marked_across_them(stage):
    long = "Velmark and Castora talked. " * 3000 + "The end came late."
    stage.article = replace(stage.article, blocks=(replace(stage.article.blocks[4], text=long),))
    stage.show(("The end came late.", 1))
    stage.stand_on("The end came late.")
    assert max(map(len, rows(stage))) <= 20_000
    assert OCHRE.fill.lower() in stage.colours_near("The end came late.")


def test_every_control_has_a_name(stage):
    stage.show(suggestions=((SECOND, 2), (FIRST, 0)))
    buttons = [w for w in stage.pane.findChildren(object) if hasattr(w, "clicked")]
    assert buttons
    assert [b for b in buttons if not b.accessibleName()] == []
    assert stage.pane.text.accessibleName() == "Article text"


def test_of_thousands_of_sources_the_strip_shows_those_around_the_one_that_shows(qtbot):
    strip = SourceStrip(Theme(LIGHT), Words("en"))
    qtbot.addWidget(strip)
    sources = tuple((f"a-{n}", f"site {n}") for n in range(1, 3_001))
    for shown, first in ((1, 1), (1_500, 1_480), (3_000, 2_961)):
        strip.show_sources(sources, f"a-{shown}")
        texts = [button.text() for button in strip.buttons]
        assert len(texts) == MOST_BUTTONS
        assert texts[0] == f"{first}  site {first}"
        assert [button.text() for button in strip.buttons if button.isChecked()] == [f"{shown}  site {shown}"]
