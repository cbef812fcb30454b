from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from briefing.ui.points.moves import Target

Reason = QContextMenuEvent.Reason


@pytest.fixture
def opened(monkeypatch):
    """The menus that were opened, instead of their popping up."""
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: menus.append(menu))
    yield menus
    for menu in menus:
        menu.deleteLater()


def labels(menu: QMenu) -> list[str]:
    return [a.text().split("\t")[0] for a in menu.actions() if not a.isSeparator()]


def choose(menu: QMenu, label: str) -> None:
    next(a for a in menu.actions() if a.text().split("\t")[0] == label).trigger()


def test_the_move_icon_opens_the_places_to_move_to(stage, opened) -> None:
    stage.click("p:a", "move")
    choose(opened[0], "To the End of the Section")
    assert stage.said("request_move") == [(("a",), "meeting", "")]


def test_the_tag_icon_opens_the_sections(stage, opened) -> None:
    stage.click("p:a", "tag")
    choose(opened[0], "Background")
    assert stage.said("request_retag") == [(("a",), 3)]


def test_the_menu_key_opens_the_menu_of_the_focused_card(stage, opened) -> None:
    stage.list.contextMenuEvent(QContextMenuEvent(Reason.Keyboard, QPoint(), QPoint()))
    assert "Merge with Next" in labels(opened[0])


def test_a_right_click_focuses_the_card_it_is_on(stage, opened) -> None:
    at = stage.list.visualRect(stage.pane._model.index_of("p:d")).center()
    stage.list.contextMenuEvent(QContextMenuEvent(Reason.Mouse, at, at))
    assert stage.pane.focused_point() == "d"
    assert len(opened) == 1


def test_a_right_click_on_a_section_opens_nothing(stage, opened) -> None:
    at = stage.list.visualRect(stage.pane._model.index_of("t:meeting")).center()
    stage.list.contextMenuEvent(QContextMenuEvent(Reason.Mouse, at, at))
    assert opened == []


def test_a_suggestion_has_its_own_menu(stage, opened, cards) -> None:
    stage.pane.focus_point("d")
    stage.list.step(1)
    stage.list.contextMenuEvent(QContextMenuEvent(Reason.Keyboard, QPoint(), QPoint()))
    choose(opened[0], "Dismiss")
    assert labels(opened[0]) == ["Accept", "Dismiss"]
    assert stage.said("request_dismiss_suggestion") == [(cards.mark,)]


def test_owner_and_due_are_in_the_menu_only_where_work_is_assigned(stage, opened, cards) -> None:
    stage.list.contextMenuEvent(QContextMenuEvent(Reason.Keyboard, QPoint(), QPoint()))
    stage.pane.show_view(cards.view_of((cards.card("a"),), assigns=True))
    stage.list.contextMenuEvent(QContextMenuEvent(Reason.Keyboard, QPoint(), QPoint()))
    assert [("Owner" in labels(m), "Due Date" in labels(m)) for m in opened] == [(False, False), (True, True)]


def test_comment_in_the_menu_opens_its_editor_also_without_a_row_for_it(stage) -> None:
    stage.pane.carry_out("comment")
    assert stage.pane._delegate.field == "comment"
    frame = stage.pane._delegate.drawing(stage.list.current_row()).frame
    assert stage.pane._delegate.editor.geometry().height() < frame.height()


@pytest.mark.parametrize("action", ["delete", "merge", "nest", "2", "move_down", "fix", "edit", "copy"])
def test_nothing_is_asked_for_without_a_focused_row(new_stage, cards, action) -> None:
    stage = new_stage().show(cards.view_of((), ()))
    stage.pane.carry_out(action)
    assert stage.heard == []


def test_split_from_the_windows_menu_splits_at_the_editors_caret(stage) -> None:
    stage.pane.edit("a")
    stage.pane._delegate.editor.set_caret(5)
    stage.pane.carry_out("split")
    assert stage.said("request_split") == [("a", 5)]


def test_a_mouse_that_pulls_a_card_starts_a_drag(stage, monkeypatch) -> None:
    under_way = []
    monkeypatch.setattr(
        "briefing.ui.points.draglist.QDrag.exec",
        lambda *_: under_way.append(stage.pane._delegate.dragged) or Qt.DropAction.IgnoreAction,
    )
    start = stage.list.visualRect(stage.pane._model.index_of("p:d")).center()
    stage.bot.mousePress(stage.list.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 60):
        where = (start + QPoint(step, 0)).toPointF()
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            where,
            stage.list.viewport().mapToGlobal(where),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        stage.list.mouseMoveEvent(move)
    assert under_way == [frozenset({"d"})]


def test_the_picture_of_several_dragged_cards_has_room_for_their_count(stage) -> None:
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rows = stage.list.selected_rows()
    one, two = stage.list.drag_picture(rows[:1]), stage.list.drag_picture(rows)
    assert one.toImage() != two.toImage()


def test_a_move_that_was_dropped_is_announced(stage, cards) -> None:
    stage.pane._commands.drop(("a",), Target("agreements", "d"))
    stage.pane.show_view(cards.view_of((cards.card("b"),), (cards.card("c"), cards.card("a"), cards.card("d"))))
    assert stage.said("announced") == [("Moved to 2 of 3 in Agreements.",)]


def test_a_change_of_place_nobody_asked_for_is_not_announced(stage, cards) -> None:
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    stage.press(Qt.Key.Key_M)
    stage.heard.clear()
    stage.pane.show_view(cards.view_of((cards.card("b"), cards.card("a"))))
    assert stage.said("announced") == []
