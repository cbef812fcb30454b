"""Of many points only those in view are measured and painted, and what is in view stays where it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication

from briefing.ui.points.painter import RowPainter
from briefing.ui.points.pieces import Drawing
from briefing.ui.points.rows import Row
from briefing.ui.points.rowsview import ALL_MEASURED

MANY = 4_000
LONG = "A wording that takes several lines of a card because it says again what was said before. " * 3
IN_VIEW = 16  # cards of one line, and some more


@pytest.fixture
def made(cards):
    """Many cards, every third of them tall."""
    return tuple(cards.card(f"p{i}", wording=LONG if i % 3 == 0 else f"Point {i}") for i in range(MANY))


@pytest.fixture
def many(stage, cards, made):
    """A pane with many cards, focused in the middle."""
    stage.pane.show_view(cards.view_of(made, focused="p2000"))
    QApplication.processEvents()
    return stage


@dataclass(frozen=True)
class Work:
    """Which rows were measured and painted."""

    measured: list[str]
    painted: list[str]


@pytest.fixture
def work(many, monkeypatch) -> Work:
    """What a pane that stands among many cards does from now on."""
    done = Work([], [])
    measure, paint = RowPainter.row_height, RowPainter.paint_row

    def told_measure(painter: RowPainter, row: Row) -> int:
        done.measured.append(row.key)
        return measure(painter, row)

    def told_paint(painter: RowPainter, on: QPainter, row: Row, *, selected: bool) -> None:
        done.painted.append(row.key)
        paint(painter, on, row, selected=selected)

    monkeypatch.setattr(RowPainter, "row_height", told_measure)
    monkeypatch.setattr(RowPainter, "paint_row", told_paint)
    return done


def top(stage, key: str) -> int:
    return stage.list.visualRect(stage.pane._model.index_of(key)).top()


def tops_in_view(stage) -> dict[str, int]:
    found = {r.key: top(stage, r.key) for r in stage.pane._model.rows[1900:2100]}
    return {key: y for key, y in found.items() if 0 <= y < stage.list.viewport().height()}


def test_one_card_that_comes_measures_and_paints_a_windowful(many, work, cards, made) -> None:
    new = (*made[:2001], cards.card("new"), *made[2001:])
    many.pane.show_view(cards.view_of(new, focused="new"))
    QApplication.processEvents()
    assert "p:new" in work.painted
    assert len(work.measured) <= IN_VIEW
    assert len(work.painted) <= 2 * IN_VIEW


def test_a_card_that_comes_out_of_view_is_neither_measured_nor_painted(many, work, cards, made) -> None:
    new = (*made[:3000], cards.card("new"), *made[3000:])
    many.pane.show_view(cards.view_of(new, focused="p2000"))
    QApplication.processEvents()
    assert "p:new" not in work.measured
    assert "p:new" not in work.painted


def test_writing_in_a_card_measures_that_card_only(many, work) -> None:
    many.pane.edit("p2000")
    QApplication.processEvents()
    work.measured.clear()
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C):
        many.press(key)
    QApplication.processEvents()
    assert set(work.measured) <= {"p:p2000"}


def test_a_step_to_the_next_card_measures_and_paints_few(many, work) -> None:
    many.press(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert {"p:p2000", "p:p2001"} <= set(work.measured)
    assert len(work.measured) <= IN_VIEW


def test_all_of_a_short_list_is_measured(stage, cards) -> None:
    few = tuple(cards.card(f"p{i}", wording=LONG) for i in range(ALL_MEASURED - 1))
    stage.pane.show_view(cards.view_of(few))
    stage.list.executeDelayedItemsLayout()
    assert stage.list._heights.guesses() == []


@pytest.mark.parametrize("by", [-700, -90, 90, 700])
def test_scrolling_moves_every_row_in_view_as_far_as_the_bar(many, by) -> None:
    bar, before = many.list.verticalScrollBar(), tops_in_view(many)
    bar.setValue(bar.value() + by)
    after = tops_in_view(many)
    both = before.keys() & after.keys()
    assert {before[key] - after[key] for key in both} <= {by}
    assert both or abs(by) >= many.list.viewport().height()


def test_scrolled_to_and_fro_in_small_steps_the_rows_are_where_they_were(many) -> None:
    bar, before = many.list.verticalScrollBar(), top(many, "p:p2000")
    for by in (-60,) * 40 + (60,) * 40:
        bar.setValue(bar.value() + by)
    assert top(many, "p:p2000") == before


def test_rows_in_view_follow_each_other_without_a_gap(many) -> None:
    many.list.verticalScrollBar().setValue(10_000)
    rects = [many.list.visualRect(many.pane._model.index(i, 0)) for i in range(MANY)]
    shown = [r for r in rects if r.intersects(many.list.viewport().rect())]
    assert all(below.top() == above.bottom() + 1 for above, below in pairwise(shown))
    assert [r.height() for r in shown] == [
        many.pane._delegate.row_height(many.pane._model.rows[i])
        for i, r in enumerate(rects)
        if r.intersects(many.list.viewport().rect())
    ]


@pytest.mark.parametrize("name", ["p0", "p37", "p3999"])
def test_a_card_far_away_is_shown_whole_when_it_gets_the_focus(many, name) -> None:
    many.pane.focus_point(name)
    rect = many.list.visualRect(many.list.currentIndex())
    assert many.list.viewport().rect().contains(rect)
    assert many.list.indexAt(rect.center()) == many.list.currentIndex()


@pytest.mark.parametrize("hint", list(QAbstractItemView.ScrollHint))
def test_a_row_can_be_put_at_any_place_of_the_view(many, hint) -> None:
    index, room = many.pane._model.index_of("p:p3001"), many.list.viewport().height()
    many.list.scrollTo(index, hint)
    rect = many.list.visualRect(index)
    wanted = {
        QAbstractItemView.ScrollHint.PositionAtTop: rect.top() == 0,
        QAbstractItemView.ScrollHint.PositionAtCenter: abs(rect.center().y() - room // 2) <= 2,
    }
    assert wanted.get(hint, rect.bottom() == room - 1)


def test_cards_that_come_and_go_above_leave_the_view_where_it_is(many, cards, made) -> None:
    before = tops_in_view(many)
    many.pane.show_view(cards.view_of((cards.card("n"), *made[50:]), focused="p2000"))
    assert tops_in_view(many) | before == before


def test_page_down_goes_on_by_a_windowful(many) -> None:
    before = many.list.currentIndex().row()
    many.press(Qt.Key.Key_PageDown)
    gone = many.list.currentIndex().row() - before
    assert 3 <= gone <= IN_VIEW


def test_end_and_home_go_to_the_last_and_the_first_card(many) -> None:
    many.press(Qt.Key.Key_End)
    assert many.list.current_row().point == "p3999"
    assert many.list.verticalScrollBar().value() == many.list.verticalScrollBar().maximum()
    many.press(Qt.Key.Key_Home)
    assert many.list.current_row().point == "p0"


def test_shift_and_page_down_selects_all_between(many) -> None:
    many.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    last = many.list.currentIndex().row()
    assert [r.point for r in many.list.selected_rows()] == [f"p{i}" for i in range(2000, last)]


def test_a_narrower_pane_wraps_what_is_in_view_anew(many) -> None:
    many.pane.resize(320, 700)
    QApplication.processEvents()
    heights = {many.list.visualRect(many.pane._model.index_of(k)).height() for k in tops_in_view(many)}
    rows = [many.pane._model.row_at(many.pane._model.index_of(k)) for k in tops_in_view(many)]
    assert heights == {many.pane._delegate.row_height(row) for row in rows}


def test_an_editor_stays_over_its_card_when_cards_come_above(many, cards, made) -> None:
    many.pane.edit("p2000")
    many.pane.show_view(cards.view_of((cards.card("n"), *made), focused="p2000"))
    QApplication.processEvents()
    card = many.list.visualRect(many.pane._model.index_of("p:p2000"))
    assert card.contains(many.pane._delegate.editor.geometry().center())


def test_an_editor_scrolls_with_its_card(many) -> None:
    many.pane.edit("p2000")
    bar = many.list.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    card = many.list.visualRect(many.pane._model.index_of("p:p2000"))
    assert card.contains(many.pane._delegate.editor.geometry().center())


def test_assistive_technology_finds_a_list_with_a_child_for_each_row(many) -> None:
    shown = QAccessible.queryAccessibleInterface(many.list)
    child = shown.child(2001)
    assert (shown.role(), shown.childCount()) == (QAccessible.Role.List, MANY + 1)
    assert (child.role(), child.text(QAccessible.Text.Name)[:11]) == (QAccessible.Role.ListItem, "Point 2,001")
    assert child.rect().size() == many.list.visualRect(many.list.currentIndex()).size()
    assert child.state().selected


def test_assistive_technology_finds_the_row_at_a_point(many) -> None:
    shown = QAccessible.queryAccessibleInterface(many.list)
    at = many.list.viewport().mapToGlobal(many.list.visualRect(many.list.currentIndex()).center())
    assert shown.childAt(at.x(), at.y()).text(QAccessible.Text.Name) == shown.child(2001).text(
        QAccessible.Text.Name
    )


def test_a_card_that_grows_above_the_focused_one_leaves_that_in_place(many, cards, made) -> None:
    before = top(many, "p:p2000")
    taller = (*made[:1999], replace(made[1999], wording=LONG * 2), *made[2000:])
    many.pane.show_view(cards.view_of(taller, focused="p2000"))
    assert top(many, "p:p2000") == before
    row, at = many.pane._model.rows[2000], many.pane._model.index(2000, 0)
    assert many.list.visualRect(at).height() == many.pane._delegate.row_height(row)


@pytest.fixture
def painted(many, monkeypatch) -> list[str]:
    """The rows that were painted, and not copied, in a pane that stands among many cards."""
    keys: list[str] = []
    paint = RowPainter._paint_whole

    def told(painter: RowPainter, on: QPainter, row: Row, drawing: Drawing, *, selected: bool) -> None:
        keys.append(row.key)
        paint(painter, on, row, drawing, selected=selected)

    monkeypatch.setattr(RowPainter, "_paint_whole", told)
    return keys


def test_cards_that_look_the_same_are_copied_not_painted(many, painted) -> None:
    many.press(Qt.Key.Key_Down)
    many.press(Qt.Key.Key_Up)
    many.list.viewport().repaint()
    painted.clear()
    many.list.viewport().repaint()
    many.press(Qt.Key.Key_Up)
    many.list.viewport().repaint()
    assert set(painted) == {"p:p2000", "p:p1999"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp])
def test_a_copied_card_has_the_pixels_of_a_painted_one(many, key) -> None:
    many.list.grab()
    many.press(key)
    copied = many.list.grab().toImage()
    many.pane._delegate._pictures.__init__()
    assert many.list.grab().toImage() == copied


def test_between_whole_pixels_every_card_is_painted(many, painted) -> None:
    for _ in range(2):
        image = QImage(600, 1000, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(1.25)
        many.list.viewport().render(image)
    assert len(painted) == 2 * len(set(painted)) > 0
