from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt

from briefing.ui.points.pieces import Box, Label

LEFT = Qt.MouseButton.LeftButton


def top(stage, key: str) -> int:
    stage.list.executeDelayedItemsLayout()
    return stage.list.visualRect(stage.pane._model.index_of(key)).top()


def middle(stage, key: str) -> QPoint:
    stage.list.executeDelayedItemsLayout()
    return stage.list.visualRect(stage.pane._model.index_of(key)).center()


def test_nothing_moves_under_a_pressed_mouse(stage) -> None:
    before = top(stage, "p:d")
    stage.bot.mousePress(stage.list.viewport(), LEFT, pos=middle(stage, "p:d"))
    assert top(stage, "p:d") == before
    assert stage.pane.focused_point() == "d"


def test_the_card_unfolds_when_the_mouse_is_released(stage) -> None:
    stage.bot.mouseClick(stage.list.viewport(), LEFT, pos=middle(stage, "p:d"))
    assert stage.pane._delegate.focused == "p:d"


def test_a_second_click_at_the_same_place_edits_the_card_the_first_one_hit(stage) -> None:
    at = middle(stage, "p:d") + QPoint(0, 15)
    stage.bot.mouseClick(stage.list.viewport(), LEFT, pos=at)
    stage.bot.mouseDClick(stage.list.viewport(), LEFT, pos=at)
    assert stage.pane._delegate.edited == "d"


def test_in_a_list_that_scrolls_a_clicked_card_keeps_its_place(stage, cards) -> None:
    warned = cards.card("p20", checks=(cards.check,) * 3)
    made = [warned if i == 20 else cards.card(f"p{i}") for i in range(60)]
    stage.pane.show_view(cards.view_of(tuple(made), focused="p20"))
    bar = stage.list.verticalScrollBar()
    bar.setValue(bar.value() + 150)  # the card below is in view
    before = top(stage, "p:p21")
    stage.bot.mouseClick(stage.list.viewport(), LEFT, pos=middle(stage, "p:p21"))
    assert top(stage, "p:p21") == before


def test_ctrl_click_adds_to_the_selection(stage) -> None:
    at = middle(stage, "p:d")
    stage.bot.mouseClick(stage.list.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, at)
    assert stage.pane.selected_points() == ("a", "d")


def test_shift_click_selects_over_a_section(stage) -> None:
    at = middle(stage, "p:c")
    stage.bot.mouseClick(stage.list.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, at)
    assert stage.pane.selected_points() == ("a", "b", "c")


def test_the_card_and_the_button_under_the_mouse_are_known(stage) -> None:
    at = stage.at("p:a", stage.button("p:a", "tag").rect.center()).toPoint()
    stage.bot.mouseMove(stage.list.viewport(), at)
    stage.bot.waitUntil(lambda: stage.pane._delegate.hovered is not None)
    assert stage.pane._delegate.hovered[1].action == "tag"
    assert stage.pane._delegate.under_mouse == "p:a"


def test_a_double_click_on_a_button_is_two_clicks(stage) -> None:
    at = stage.at("p:a", stage.button("p:a", "source").rect.center()).toPoint()
    stage.bot.mouseDClick(stage.list.viewport(), LEFT, pos=at)
    assert not stage.pane.is_editing()


def test_every_button_of_a_narrow_card_lies_inside_it(stage, cards) -> None:
    check = replace(cards.check, fix_label="Use “Tomas Ruiz of Castora”", keep_label="Keep “Tomás Ruiz”")
    card = cards.card("a", checks=(check,), owner="Border Policy Unit and the desk", due="30 June 2026")
    stage.pane.show_view(cards.view_of((card,), assigns=True, focused="a"))
    stage.pane.resize(stage.pane.minimumWidth(), 600)
    stage.bot.waitUntil(lambda: stage.pane._delegate.width == stage.list.width() < 424)
    drawing = stage.pane._delegate.drawing(stage.list.current_row())
    assert len(drawing.buttons) >= 8
    assert all(drawing.frame.contains(b.rect) for b in drawing.buttons)


def test_no_two_buttons_of_a_card_overlap(stage, cards) -> None:
    card = cards.card("a", checks=(cards.check,), owner="Border Policy Unit", due="30 June 2026")
    stage.pane.show_view(cards.view_of((card,), assigns=True, focused="a"))
    rects = [b.rect for b in stage.pane._delegate.drawing(stage.list.current_row()).buttons]
    pairs = [(a, b) for i, a in enumerate(rects) for b in rects[i + 1 :]]
    assert not any(a.adjusted(1, 1, -1, -1).intersects(b.adjusted(1, 1, -1, -1)) for a, b in pairs)


def test_a_very_long_quote_ends_in_an_ellipsis(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a", quotes=("word " * 900,)),), focused="a"))
    assert stage.pane._delegate.drawing(stage.list.current_row()).height < 320


def test_the_hints_of_a_narrow_editor_stay_inside_the_card(stage) -> None:
    stage.pane.resize(stage.pane.minimumWidth(), 600)
    stage.pane.edit("a")
    stage.bot.waitUntil(lambda: stage.pane._delegate.width == stage.list.width() < 424)
    drawing = stage.pane._delegate.drawing(stage.list.current_row())
    rects = [p.rect for p in drawing.pieces if isinstance(p, Label | Box)]
    assert all(drawing.frame.contains(r) for r in rects)


def test_a_click_on_a_card_below_an_open_editor_reaches_that_card(stage) -> None:
    stage.pane.edit("a")
    at = middle(stage, "p:b")
    stage.bot.mouseClick(stage.list.viewport(), LEFT, pos=at)
    assert stage.pane.focused_point() == "b"
    assert not stage.pane.is_editing()


def test_nothing_moves_when_a_pressed_mouse_closes_an_editor(stage) -> None:
    stage.pane.edit("a")
    before = top(stage, "p:d")
    stage.bot.mousePress(stage.list.viewport(), LEFT, pos=middle(stage, "p:d"))
    assert top(stage, "p:d") == before
    stage.bot.mouseRelease(stage.list.viewport(), LEFT, pos=middle(stage, "p:d"))
    assert stage.pane._delegate.lingering is None


def test_a_fix_can_be_clicked_while_its_card_is_edited(stage) -> None:
    stage.pane.edit("c")
    stage.click("p:c", "fix")
    assert stage.said("request_fix") == [("c", "number:20")]


def test_a_click_elsewhere_lets_the_edited_card_settle(stage) -> None:
    stage.pane.edit("c")
    stage.bot.mousePress(stage.pane.header.pill, LEFT)
    stage.pane.header.pill.setFocus()
    stage.bot.waitUntil(lambda: stage.pane._delegate.lingering is None)
    stage.bot.mouseRelease(stage.pane.header.pill, LEFT)
    assert not stage.pane.is_editing()
