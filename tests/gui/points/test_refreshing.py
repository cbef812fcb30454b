from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing.ui.points import wrapping
from briefing.ui.points.faces import kit_of
from briefing.ui.points.model import PointsModel
from briefing.ui.points.rows import rows_of
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.values import PointsView
from briefing.ui.words import Words

Fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
lists = st.lists(st.sampled_from("abcdefgh"), unique=True)


def many(cards, count: int, focused: str = "") -> PointsView:
    return cards.view_of(tuple(cards.card(f"p{i}") for i in range(count)), focused=focused)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists, lists, lists)
def test_qt_accepts_every_step_from_view_to_view(qapp, cards, first, second, third) -> None:
    model = PointsModel(kit_of(Theme(LIGHT), Words()))
    tester = QAbstractItemModelTester(model, Fatal)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    for names in (first, second, third):
        rows = rows_of(cards.view_of(tuple(cards.card(n) for n in names)))
        model.show_rows(rows)
        assert tuple(model.rows) == rows
    assert resets == []
    del tester


def test_points_move_between_sections_without_a_reset(cards, qapp) -> None:
    model = PointsModel(kit_of(Theme(LIGHT), Words()))
    tester = QAbstractItemModelTester(model, Fatal)
    a, b, c = (cards.card(n) for n in "abc")
    model.show_rows(rows_of(cards.view_of((a, b), (c,))))
    moved = []
    model.rowsMoved.connect(lambda *_: moved.append(1))
    model.show_rows(rows_of(cards.view_of((a,), (b, c))))
    assert len(moved) == 1
    del tester


def test_only_a_changed_card_is_reported_changed(cards, qapp) -> None:
    model = PointsModel(kit_of(Theme(LIGHT), Words()))
    a, b = cards.card("a"), cards.card("b")
    model.show_rows(rows_of(cards.view_of((a, b))))
    changed = []
    model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    model.show_rows(rows_of(cards.view_of((a, replace(b, wording="Other")))))
    assert changed == [2]


def test_the_focus_stays_with_its_point_when_cards_come_above_it(stage, cards) -> None:
    stage.pane.focus_point("b")
    stage.pane.show_view(cards.view_of(tuple(cards.card(n) for n in "xyab")))
    assert stage.pane.focused_point() == "b"
    assert stage.said("focus_changed") == []


def test_the_focused_card_stays_where_it_is_on_the_screen(stage, cards) -> None:
    stage.pane.show_view(many(cards, 60, "p30"))
    before = stage.list.visualRect(stage.pane._model.index_of("p:p30")).top()
    fewer = tuple(cards.card(f"p{i}") for i in range(60) if i not in (1, 2, 3))
    stage.pane.show_view(cards.view_of(fewer, focused="p30"))
    assert stage.list.visualRect(stage.pane._model.index_of("p:p30")).top() == before


def test_the_scroll_stays_when_the_focus_is_out_of_sight(stage, cards) -> None:
    stage.pane.show_view(many(cards, 60, "p1"))
    bar = stage.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    first = stage.list.row_at(stage.at("p:p59", stage.button("p:p1", "edit").rect.center()))
    top = stage.list.visualRect(stage.pane._model.index_of("p:p59")).top()
    stage.pane.show_view(replace_wording(many(cards, 60, "p1"), "p2"))
    assert first is not None
    assert stage.list.visualRect(stage.pane._model.index_of("p:p59")).top() == top


def replace_wording(view: PointsView, point: str) -> PointsView:
    sections = tuple(
        replace(s, cards=tuple(replace(c, wording="New") if c.point == point else c for c in s.cards))
        for s in view.sections
    )
    return replace(view, sections=sections)


def test_the_selection_stays(stage, cards) -> None:
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    stage.pane.show_view(cards.view_of(tuple(cards.card(n) for n in "xab")))
    assert stage.pane.selected_points() == ("a", "b")


def test_an_open_editor_stays_when_its_card_moves(stage, cards) -> None:
    stage.pane.edit("a")
    stage.pane.show_view(cards.view_of((cards.card("b"),), (cards.card("a"),)))
    assert stage.pane.is_editing()
    assert stage.pane._delegate.edited == "a"
    editor = stage.pane._delegate.editor
    assert stage.list.visualRect(stage.pane._model.index_of("p:a")).contains(editor.geometry().center())


def test_the_focus_the_view_asks_for_is_followed_and_not_told_back(stage, cards) -> None:
    stage.pane.show_view(replace(cards.usual(), focused="d"))
    assert stage.pane.focused_point() == "d"
    assert stage.said("focus_changed") == []


def test_a_focus_asked_for_out_of_sight_is_scrolled_to(stage, cards) -> None:
    stage.pane.show_view(many(cards, 60, "p0"))
    stage.pane.show_view(many(cards, 60, "p50"))
    row = stage.list.visualRect(stage.pane._model.index_of("p:p50"))
    frame = stage.pane._delegate.drawing(stage.list.current_row()).frame.translated(row.topLeft())
    assert stage.list.viewport().rect().contains(frame.toRect())


def test_an_empty_focus_in_the_view_leaves_the_focus(stage, cards) -> None:
    stage.pane.focus_point("c")
    stage.pane.show_view(replace(cards.usual(), focused=""))
    assert stage.pane.focused_point() == "c"


def test_the_next_card_has_the_focus_when_the_focused_one_goes(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("b"),)))
    assert stage.pane.focused_point() == "b"
    assert stage.said("focus_changed") == [("b",)]


def test_the_card_before_has_the_focus_when_the_last_of_a_section_goes(stage, cards) -> None:
    stage.pane.focus_point("b")
    stage.pane.show_view(cards.view_of((cards.card("a"),), (cards.card("c"),)))
    assert stage.pane.focused_point() == "a"


def test_a_move_is_announced_where_it_landed(stage, cards) -> None:
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    stage.pane.show_view(cards.view_of((cards.card("b"), cards.card("a"))))
    assert stage.said("announced") == [("Moved to 2 of 2 in Meeting.",)]


def test_the_empty_state_shows_only_without_points_and_suggestions(stage, cards) -> None:
    assert not stage.pane._empty.isVisible()
    stage.pane.show_view(cards.view_of((), ()))
    assert stage.pane._empty.isVisible()
    stage.pane._empty.badges()[1].click()
    assert stage.said("request_new") == [("agreements",)]


def test_the_header_counts_points_sections_and_warnings(stage) -> None:
    assert stage.pane.header._count.text() == "4 in 4 sections"
    assert stage.pane.header.pill.text().strip() == "1 to check"


def count_layouts(monkeypatch) -> list[str]:
    laid_out: list[str] = []
    original = wrapping.wrapped

    def counted(text, face, shape):
        laid_out.append(text)
        return original(text, face, shape)

    for module in ("wrapping", "card", "checks", "drawings"):
        monkeypatch.setattr(f"briefing.ui.points.{module}.wrapped", counted)
    return laid_out


def long_cards(cards, count: int):
    text = "A wording that is long enough to need two lines in a card of this width, "
    return tuple(cards.card(f"p{i}", wording=f"{text} number {i}") for i in range(count))


def test_a_thousand_cards_are_laid_out_once_each(new_stage, cards, monkeypatch) -> None:
    laid_out = count_layouts(monkeypatch)
    new_stage().show(cards.view_of(long_cards(cards, 1000)))
    assert len(laid_out) < 1200


def test_one_edit_among_a_thousand_cards_lays_out_a_handful(new_stage, cards, monkeypatch) -> None:
    view = cards.view_of(long_cards(cards, 1000), focused="p3")
    stage = new_stage().show(view)
    laid_out = count_layouts(monkeypatch)
    stage.pane.show_view(replace_wording(view, "p3"))
    stage.pane.grab()
    assert len(laid_out) < 20


def test_a_move_among_a_thousand_cards_lays_out_no_other_card(new_stage, cards, monkeypatch) -> None:
    made = long_cards(cards, 1000)
    stage = new_stage().show(cards.view_of(made, focused="p3"))
    laid_out = count_layouts(monkeypatch)
    stage.pane.show_view(cards.view_of((*made[:3], made[4], made[3], *made[5:]), focused="p3"))
    stage.pane.grab()
    assert len(laid_out) < 60
