"""Paragraphs the reader is unsure of: asked about in a line of their own, kept or dropped by mouse or key."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt

from briefing.model.article import Status, with_statuses
from briefing.ui.source.offers import DROP, KEEP
from briefing.ui.source.rows import Look

K = Qt.Key
FIRST, LAST = 4, 5  # the blocks in doubt


@pytest.fixture
def doubtful(stage):
    """The stage, with the first two paragraphs in doubt."""
    stage.article = with_statuses(stage.article, (FIRST, LAST), Status.DOUBTFUL)
    stage.show()
    return stage


def offer(stage, name: str) -> QPointF:
    """The middle of a label in the line that asks."""
    text, offers = stage.pane.text, stage.pane.parts.sheet.overlay.offers
    for number, rect in text.where.visible_rows():
        for label, area in offers._areas(text, text.row_of(number), rect.top(), rect.height()):
            if label == name:
                return area.center()
    raise LookupError(name)


def test_a_run_is_asked_about_once(doubtful):
    rows = [row for row in doubtful.pane.text.page.rows if row.look is Look.DOUBT]
    assert [row.text for row in rows] == ["Are these 2 paragraphs part of the article?"]


def test_keep_and_drop_answer_for_the_run(doubtful):
    doubtful.click(offer(doubtful, KEEP))
    doubtful.click(offer(doubtful, DROP))
    both = (FIRST, LAST)
    assert doubtful.heard == [("request_restore", "art", both), ("request_set_aside", "art", both)]


def test_a_click_beside_both_answers_nothing_and_stands_on_the_paragraph(doubtful):
    doubtful.stand_on("Ties had cooled")
    doubtful.click(offer(doubtful, KEEP) - QPointF(200, 0))
    assert doubtful.heard == []
    assert doubtful.quote(doubtful.pane.current()).startswith("Velmark held")


def test_enter_keeps_and_x_drops_the_paragraph_one_stands_on(doubtful):
    doubtful.stand_on("They agreed to swap")
    doubtful.press(K.Key_Return)
    doubtful.press(K.Key_X)
    assert doubtful.heard == [("request_restore", "art", (LAST,)), ("request_set_aside", "art", (LAST,))]
    assert doubtful.said == [
        "Kept as part of the article.",
        "Set aside as page furniture. Undo brings it back.",
    ]


def test_a_suggestion_is_answered_before_a_doubt(doubtful):
    doubtful.show(suggestions=(("They agreed to swap", 1),))
    doubtful.stand_on("They agreed to swap")
    doubtful.press(K.Key_X)
    assert [wish for wish, *_ in doubtful.heard] == ["request_dismiss"]


def test_enter_edits_the_point_of_a_doubtful_sentence(doubtful):
    doubtful.show(("They agreed to swap risk data", 1), focused_point="point 0")
    doubtful.stand_on("They agreed to swap")
    doubtful.press(K.Key_Return)
    assert [wish for wish, *_ in doubtful.heard] == ["request_edit"]


def test_the_doubt_is_said_with_the_sentence(doubtful):
    doubtful.stand_on("The hall at Port Halden")
    doubtful.press(K.Key_J)
    assert "Perhaps not part of the article. Enter keeps it, X drops it. Velmark held" in doubtful.said[-1]


def test_a_resting_pointer_learns_of_the_doubt_and_of_both_answers(doubtful):
    tip_at = doubtful.pane.parts.hover.tip_at
    assert tip_at(doubtful.spot("Velmark held")).startswith("The reader is not sure")
    assert tip_at(offer(doubtful, KEEP)) == "It belongs to the article."
    assert tip_at(offer(doubtful, DROP)) == "It is page furniture: hidden, and restorable."


def test_the_menu_keeps_a_doubtful_paragraph_or_sets_it_aside(doubtful):
    place = doubtful.spot("Velmark held").toPoint()
    menu = doubtful.pane.parts.menus.context(doubtful.pane.parts.words, doubtful.view, place)
    by_name = {action.text(): action for action in menu.actions()}
    by_name["Keep in the Article"].trigger()
    by_name["Set Aside as Page Furniture"].trigger()
    wanted = [("request_restore", "art", (FIRST,)), ("request_set_aside", "art", (FIRST,))]
    assert doubtful.heard == wanted


def test_its_answers_do_not_lie_over_the_question(doubtful):
    doubtful.pane.resize(260, 760)
    doubtful.show()
    text = doubtful.pane.text
    number = next(n for n, row in enumerate(text.page.rows) if row.look is Look.DOUBT)
    lines = text.block_of(number).layout()
    right = max(lines.lineAt(i).naturalTextRect().right() for i in range(lines.lineCount()))
    assert right <= offer(doubtful, KEEP).x()


def test_what_was_lost_stands_below_the_headline_and_leads_to_the_details(stage):
    stage.article = replace(stage.article, losses=("gallery",))
    stage.show()
    text = stage.pane.text
    number = next(n for n, row in enumerate(text.page.rows) if row.look is Look.LOSS)
    assert text.row_of(number).text == "The page is mostly pictures; their captions are kept as captions."
    rect = next(rect for row, rect in text.where.visible_rows() if row == number)
    stage.click(QPointF(120, rect.center().y()))
    assert stage.heard == [("request_details",)]
