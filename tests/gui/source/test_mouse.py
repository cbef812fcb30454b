"""Selecting, pointing and dragging in the article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt

from briefing.ui.source.chips import TagChip
from briefing.ui.source.popover import Popover

ALT = Qt.KeyboardModifier.AltModifier
FIRST = "Velmark held talks with Castora on Monday."
SECOND = "Both sides spent four hours at Port Halden."
QUOTE = "“We share one border,”"


def popover(stage) -> Popover:
    return stage.pane.findChildren(Popover)[0]


def test_a_click_makes_the_sentence_current(stage):
    stage.click(stage.spot("four hours"))
    assert stage.quote(stage.pane.current()) == SECOND


def test_a_click_on_a_mark_asks_for_its_point(stage):
    stage.show(("four hours", 0))
    stage.click(stage.spot("hours at"))
    assert stage.heard == [("request_focus_point", "point 0")]


def test_a_drag_selects_whole_words(stage):
    stage.drag(stage.spot("eld talks"), stage.spot("stora"))
    assert stage.quote(stage.pane.current()) == "held talks with Castora"


def test_alt_and_a_drag_select_letters(stage):
    stage.drag(stage.spot("eld talks"), stage.spot("lks with"), ALT)
    assert stage.quote(stage.pane.current()) == "eld ta"


def test_a_drag_that_ends_near_the_edge_of_a_sentence_snaps_to_it(stage):
    stage.drag(stage.spot("elmark held"), stage.spot("ay. Both"), ALT)
    assert stage.quote(stage.pane.current()) == FIRST


def test_quotes_are_trimmed(stage):
    stage.drag(stage.spot("“We share"), stage.spot("” she") + QPointF(6, 0), ALT)
    assert stage.quote(stage.pane.current()) == "We share one border,"


def test_a_drag_backwards_selects_the_same(stage):
    stage.drag(stage.spot("stora"), stage.spot("eld talks"))
    assert stage.quote(stage.pane.current()) == "held talks with Castora"


def test_a_drag_never_leaves_its_paragraph(stage):
    stage.drag(stage.spot("four hours"), stage.spot("inspections"))
    assert stage.quote(stage.pane.current()) == "four hours at Port Halden."


def test_an_emoji_is_never_cut_in_two(stage):
    start, flag = stage.spot("every week"), stage.spot("🇪🇺")
    stage.drag(start, flag + QPointF(4, 0), ALT)
    assert stage.quote(stage.pane.current()).encode("utf-8")


def test_a_double_click_selects_the_word(stage):
    at = stage.spot("Castora on")
    stage.click(at)
    stage.mouse(QEvent.Type.MouseButtonDblClick, at)
    stage.mouse(QEvent.Type.MouseButtonRelease, at, held=False)
    assert stage.quote(stage.pane.current()) == "Castora"


def test_a_third_click_takes_the_sentence(stage):
    at = stage.spot("Castora on")
    stage.click(at)
    stage.mouse(QEvent.Type.MouseButtonDblClick, at)
    stage.mouse(QEvent.Type.MouseButtonRelease, at, held=False)
    stage.click(at)
    assert stage.quote(stage.pane.current()) == FIRST


def test_the_popover_opens_on_release_and_never_covers_the_selection(stage):
    stage.drag(stage.spot("eld talks"), stage.spot("stora"))
    assert popover(stage).isVisible()
    shown = popover(stage).geometry().adjusted(8, 8, -8, -8)
    origin = stage.pane.text.mapTo(stage.pane, stage.pane.text.rect().topLeft())
    for rect in stage.pane.text.where.rects_of(stage.pane.current()):
        assert not shown.intersects(rect.translated(QPointF(origin)).toAlignedRect())


def test_a_tag_in_the_popover_tags_the_selection_and_closes_it(stage):
    stage.drag(stage.spot("eld talks"), stage.spot("stora"))
    chip = next(c for c in popover(stage).findChildren(TagChip) if c.tag.digit == 2)
    chip.click()
    assert stage.heard == [("request_tag", stage.span("held talks with Castora"), 2)]
    assert not popover(stage).isVisible()


def test_the_popover_closes_with_a_key(stage):
    stage.drag(stage.spot("eld talks"), stage.spot("stora"))
    stage.press(Qt.Key.Key_Escape)
    assert not popover(stage).isVisible()
    assert stage.pane.current() == stage.pane.current_sentence()


def test_the_popover_offers_a_second_quote_only_with_a_focused_point(stage):
    stage.show(focused_point="p", focused_wording="Ten inspections")
    stage.drag(stage.spot("eld talks"), stage.spot("stora"))
    popover(stage)._quote.click()
    assert stage.heard == [("request_second_quote", stage.span("held talks with Castora"))]


def test_dragging_the_end_of_a_highlight_asks_for_its_new_extent(stage):
    stage.show(("held talks with", 0))
    stage.drag(stage.spot("held talks with", at_end=True), stage.spot("tora on"))
    new = stage.span("held talks with Castora")
    assert stage.heard == [("request_resize", "point 0", stage.span("held talks with"), new)]


def test_dragging_the_beginning_moves_the_beginning(stage):
    stage.show(("talks with Castora", 0))
    stage.drag(stage.spot("talks with Castora"), stage.spot("held"))
    new = stage.span("held talks with Castora")
    assert stage.heard == [("request_resize", "point 0", stage.span("talks with Castora"), new)]


def test_a_right_click_offers_to_set_a_paragraph_aside(stage):
    at = stage.spot(SECOND).toPoint()
    menu = stage.pane.parts.menus.context(stage.pane.parts.words, stage.view, at)
    action = next(a for a in menu.actions() if a.text() == "Set Aside as Page Furniture")
    action.trigger()
    assert stage.heard[-1] == ("request_set_aside", "art", (4,))


def test_copying_gives_plain_text_with_the_articles_line_ends(stage):
    stage.drag(stage.spot("eld talks"), stage.spot("stora"))
    assert stage.pane.text.createMimeDataFromSelection().text() == "held talks with Castora"
