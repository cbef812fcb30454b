"""Page furniture by keyboard, and what the pointer learns of it."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt

from briefing.model.article import Status, with_statuses

K = Qt.Key


def test_keys_pass_hidden_lines_by(stage):
    stage.press(K.Key_K)
    stage.press(K.Key_K)
    assert stage.quote(stage.pane.current()) == "The hall at Port Halden"


def test_keys_reach_lines_in_view_and_say_what_they_are(stage):
    stage.pane.set_folded(False)
    stage.stand_on("The hall at Port Halden")
    stage.press(K.Key_K)
    stage.press(K.Key_K)
    assert stage.quote(stage.pane.current()) == "Share"
    assert stage.said[-1] == "Page furniture, not part of the article. Enter restores it. Share"
    stage.press(K.Key_J)
    stage.press(K.Key_J)
    assert stage.quote(stage.pane.current()) == "The hall at Port Halden"


def test_enter_restores_a_grey_line_and_its_sentence_becomes_current(stage):
    stage.pane.set_folded(False)
    stage.stand_on("The hall at Port Halden")
    stage.press(K.Key_K)
    stage.press(K.Key_Return)
    assert stage.heard == [("request_restore", "art", (2,))]
    stage.article = with_statuses(stage.article, (2,), Status.BODY)
    stage.show()
    assert stage.quote(stage.pane.current()) == "Link copied"


def test_a_grey_line_takes_no_tag(stage):
    stage.pane.set_folded(False)
    stage.stand_on("The hall at Port Halden")
    stage.press(K.Key_K)
    stage.press(K.Key_1)
    assert stage.heard == []


def test_folding_leaves_a_grey_line_for_the_article(stage):
    stage.pane.set_folded(False)
    stage.stand_on("The hall at Port Halden")
    stage.press(K.Key_K)
    stage.pane.set_folded(True)
    assert stage.quote(stage.pane.current()) == "The hall at Port Halden"


def test_a_resting_pointer_learns_why_a_line_is_grey(stage):
    stage.pane.set_folded(False)
    assert stage.pane.parts.hover.tip_at(stage.spot("Share")) == "Not part of the article. Click to restore it."


def test_a_resting_pointer_learns_why_a_stretch_is_suggested(stage):
    stage.show(suggestions=(("four hours", 2),))
    assert stage.pane.parts.hover.tip_at(stage.spot("hours at")) == "Suggested: Background. cue"
    assert stage.pane.parts.hover.tip_at(stage.spot("Velmark held")) == ""
    assert stage.pane.parts.hover.tip_at(QPointF(5, -5)) == ""


def test_the_menu_offers_what_the_view_has(stage):
    def offered() -> dict[str, bool]:
        stage.pane.parts.fill_menu()
        return {a.text(): a.isEnabled() for a in stage.pane.parts.around.menu.actions() if a.text()}

    assert offered()["Accept All Suggestions"] is False
    stage.show(suggestions=(("four hours", 2),))
    assert offered()["Accept All Suggestions"] is True
    stage.pane.show_view(replace(stage.view, shown="", articles=(), sentences=(), suggestions=()))
    assert offered()["Article Details…"] is False


def test_showing_hidden_text_from_the_menu_is_told(stage):
    stage.pane.parts.fill_menu()
    action = next(a for a in stage.pane.parts.around.menu.actions() if a.text() == "Show Hidden Text")
    action.trigger()
    assert stage.heard == [("folded_changed", False)]
    assert "Share" in stage.pane.text.toPlainText()
