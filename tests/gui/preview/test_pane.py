"""The pane: what it shows, and what it says when it is touched."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.blocks import Document, Paragraph, Run
from briefing.ui.preview.pane import PreviewPane
from briefing.ui.theme import DARK, LIGHT, Theme
from briefing.ui.words import Words

Make = Callable[..., Document]
LEFT = Qt.MouseButton.LeftButton


def middle(pane: PreviewPane, origin: str) -> QPoint:
    return pane.canvas.lines_of(origin)[0].center().toPoint()


def scroll(pane: PreviewPane) -> int:
    return pane.canvas.verticalScrollBar().value()


def test_the_page_fits_the_width_at_first(pane: PreviewPane) -> None:
    assert round(pane.zoom() * 100) == 61


def test_the_pill_says_that_it_fits(pane: PreviewPane) -> None:
    assert pane.header.pill.text() == "Fits 1 page"


def test_the_pill_says_by_how_much_it_does_not(pane: PreviewPane, make_talks: Make) -> None:
    pane.show_document(make_talks(80, page_limit=1))
    assert pane.header.pill.text() == f"{pane.overflow_lines()} lines over 1 page"
    assert pane.overflow_lines() > 20


@pytest.mark.parametrize(
    ("points", "limit", "said"), [(4, 0, "1 page"), (80, 0, "3 pages"), (4, 2, "1 of 2 pages")]
)
def test_the_pill_counts(pane: PreviewPane, make_talks: Make, points: int, limit: int, said: str) -> None:
    pane.show_document(make_talks(points, page_limit=limit))
    assert pane.header.pill.text() == said


def test_the_pill_speaks_korean(pane: PreviewPane, make_talks: Make) -> None:
    pane.set_words(Words("ko"))
    assert pane.header.pill.text() == "1쪽 이내"
    pane.show_document(make_talks(80, page_limit=1))
    assert pane.header.pill.text().startswith("1쪽에서 ")


def test_a_click_on_the_amber_pill_asks_for_what_would_fit(
    pane: PreviewPane, make_talks: Make, qtbot: QtBot
) -> None:
    pane.show_document(make_talks(80, page_limit=1))
    with qtbot.waitSignal(pane.request_fit):
        qtbot.mouseClick(pane.header.pill, LEFT)


def test_a_click_on_the_green_pill_asks_for_nothing(pane: PreviewPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.request_fit):
        qtbot.mouseClick(pane.header.pill, LEFT)


def test_pages_are_told_once_for_each_change(pane: PreviewPane, make_talks: Make, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    pane.pages_changed.connect(lambda pages, over: told.append((pages, over)))
    for points in (4, 5, 80, 80):
        pane.show_document(make_talks(points))
    pane.show_document(None)
    assert told == [(1, 0), (3, 0), (0, 0)]


@pytest.mark.parametrize("origin", ["title", "field:date", "field:from", "section:agreements", "point:3"])
def test_a_click_on_a_line_says_what_made_it(pane: PreviewPane, qtbot: QtBot, origin: str) -> None:
    with qtbot.waitSignal(pane.origin_clicked) as clicked:
        qtbot.mouseClick(pane.canvas.viewport(), LEFT, pos=middle(pane, origin))
    assert clicked.args == [origin]


def test_a_double_click_activates(pane: PreviewPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.origin_activated) as activated:
        qtbot.mouseDClick(pane.canvas.viewport(), LEFT, pos=middle(pane, "point:1"))
    assert activated.args == ["point:1"]


@pytest.mark.parametrize("place", [QPoint(5, 300), QPoint(268, 650)])
def test_desk_and_blank_paper_lead_nowhere(pane: PreviewPane, qtbot: QtBot, place: QPoint) -> None:
    with qtbot.assertNotEmitted(pane.origin_clicked):
        qtbot.mouseClick(pane.canvas.viewport(), LEFT, pos=place)


def test_marking_a_line_in_view_does_not_scroll(pane: PreviewPane, make_talks: Make) -> None:
    pane.show_document(make_talks(80))
    pane.mark("point:1")
    assert scroll(pane) == 0


def test_marking_a_hidden_line_brings_it_into_view(pane: PreviewPane, make_talks: Make) -> None:
    pane.show_document(make_talks(80))
    pane.mark("point:75")
    assert pane.canvas.viewport().rect().contains(middle(pane, "point:75"))


def test_marking_what_is_not_there_does_nothing(pane: PreviewPane) -> None:
    pane.mark("point:nowhere")
    assert scroll(pane) == 0


def test_a_marked_line_is_filled_and_has_a_bar(pane: PreviewPane) -> None:
    pane.mark("point:1")
    picture = pane.canvas.viewport().grab().toImage()
    line = pane.canvas.lines_of("point:1")[0]
    beside = QColor(picture.pixel(round(line.right()) - 2, round(line.center().y())))
    bar = QColor(picture.pixel(round(line.left()) - 8, round(line.center().y())))
    assert beside.blue() > beside.red()
    assert bar.lightness() < beside.lightness() - 60


def test_a_word_in_doubt_is_underlined_in_amber(pane: PreviewPane) -> None:
    before = pane.canvas.viewport().grab().toImage()
    pane.set_doubts({"point:1": ((0, 4),)})
    after = pane.canvas.viewport().grab().toImage()
    line = pane.canvas.lines_of("point:1")[0].toAlignedRect()
    changed = [
        x
        for x in range(line.left(), line.right())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(line.top(), line.bottom()))
    ]
    assert changed
    assert max(changed) < line.left() + line.width() // 4


def test_an_edit_keeps_the_place(pane: PreviewPane, make_talks: Make) -> None:
    pane.show_document(make_talks(80))
    pane.canvas.verticalScrollBar().setValue(700)
    pane.show_document(make_talks(81))
    assert scroll(pane) == 700


def test_zoom_goes_in_steps_and_back_to_the_width(pane: PreviewPane) -> None:
    pane.zoom_in()
    assert pane.zoom() == 0.67
    pane.zoom_out()
    assert pane.zoom() == 0.5
    pane.fit()
    assert round(pane.zoom() * 100) == 61


def test_the_header_shows_the_zoom(pane: PreviewPane) -> None:
    pane.set_zoom(1.0)
    assert pane.header._zoom.text() == "Page 100%"


def test_at_large_text_the_header_gives_way_but_the_pill_stays(
    pane: PreviewPane, make_talks: Make, qtbot: QtBot
) -> None:
    pane.show_document(make_talks(80, page_limit=1))
    pane.set_theme(Theme(LIGHT, scale=2.0))
    pane.resize(420, 830)
    pill = pane.header.pill
    qtbot.waitUntil(lambda: pill.width() == pill.sizeHint().width())
    assert pane.width() == 420
    assert not pane.header._title.isVisible()
    assert pill.geometry().right() <= pane.header.width()


def test_the_menu_offers_fits_and_sizes(pane: PreviewPane) -> None:
    actions = {action.text(): action for action in pane.header.zoom_menu().actions()}
    actions["150%"].trigger()
    assert pane.zoom() == 1.5
    actions["Whole page"].trigger()
    assert pane.canvas.fit == "page"


def test_ctrl_and_the_wheel_zoom_around_the_mouse(pane: PreviewPane) -> None:
    pane.set_zoom(2.0)
    viewport = pane.canvas.viewport()
    at = pane.canvas.lines_of("point:0")[0].center()
    place = QPointF(200, min(max(at.y(), 50), viewport.height() - 50))
    before = pane.canvas._spread.on_page(place.x(), place.y() + scroll(pane))[2]
    event = QWheelEvent(
        place,
        viewport.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    after = pane.canvas._spread.on_page(place.x(), place.y() + scroll(pane))[2]
    assert pane.zoom() == 2.5
    assert after == pytest.approx(before, abs=1.0)


def test_j_and_k_walk_over_the_lines_and_enter_activates(pane: PreviewPane, qtbot: QtBot) -> None:
    said: list[str] = []
    pane.announced.connect(said.append)
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        qtbot.keyClick(pane.canvas, key)
    with qtbot.waitSignal(pane.origin_activated) as activated:
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Return)
    assert activated.args == ["field:date"]
    assert said[-1] == "Date: 14 May 2026 Page 1 of 1."


def test_space_means_a_click(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.mark("point:2")
    with qtbot.waitSignal(pane.origin_clicked) as clicked:
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Space)
    assert clicked.args == ["point:2"]


def test_tab_walks_the_lines_and_then_leaves(qtbot: QtBot, make_talks: Make) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pane, behind = PreviewPane(Theme(LIGHT), Words("en")), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(pane)
    column.addWidget(behind)
    pane.show_document(make_talks(1))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pane.canvas.setFocus()
    reached = []
    pane.canvas.line_reached.connect(reached.append)
    while pane.canvas.hasFocus():
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Tab)
    assert reached == ["title", "field:date", "field:from", "section:agreements", "point:0"]
    assert behind.hasFocus()


def test_page_down_scrolls(pane: PreviewPane, make_talks: Make, qtbot: QtBot) -> None:
    pane.show_document(make_talks(80))
    qtbot.keyClick(pane.canvas, Qt.Key.Key_PageDown)
    assert scroll(pane) > 400
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Home)
    assert scroll(pane) == 0


@pytest.mark.parametrize(("palette", "paper"), [(LIGHT, "#ffffff"), (DARK, "#efeeea")])
def test_paper_stays_bright_in_a_dark_window(pane: PreviewPane, palette: object, paper: str) -> None:
    pane.set_theme(Theme(palette))  # type: ignore[arg-type]
    picture = pane.canvas.viewport().grab().toImage()
    assert QColor(picture.pixel(268, 600)).name() == paper
    assert QColor(picture.pixel(2, 700)).name() == Theme(palette).color("desk").name()  # type: ignore[arg-type]


@pytest.mark.parametrize("zoom", [0.5, 0.61, 0.67, 0.9])
def test_the_line_below_each_field_is_seen_at_any_zoom(pane: PreviewPane, zoom: float) -> None:
    pane.set_zoom(zoom)
    for bar in (pane.canvas.verticalScrollBar(), pane.canvas.horizontalScrollBar()):
        bar.setValue(0)
    picture = pane.canvas.viewport().grab().toImage()
    for origin in ("field:date", "field:from"):
        line = pane.canvas.lines_of(origin)[-1]
        x, bottom = round(line.left()) + 9, round(line.bottom())
        darkest = min(QColor(picture.pixel(x, y)).lightness() for y in range(bottom - 2, bottom + 2))
        assert darkest < 240


def test_the_substitute_is_named_below_the_page(pane: PreviewPane) -> None:
    pairs = pane._pages.substitutes if pane._pages else ()
    foot = pane.canvas._desk.foot
    assert all(pair.wanted in foot and pair.used in foot for pair in pairs)
    assert bool(foot) == bool(pairs)


def test_nothing_to_show_is_an_empty_desk(pane: PreviewPane) -> None:
    pane.show_document(None)
    assert (pane.page_count(), pane.text(), pane.header.pill.isVisible()) == (0, "", False)
    assert pane.canvas.grab().width() == pane.canvas.width()


def test_assistive_technology_reads_headings_and_lists(pane: PreviewPane) -> None:
    root = QAccessible.queryAccessibleInterface(pane.canvas)
    children = [root.child(i) for i in range(root.childCount())]
    roles = [child.role() for child in children]
    assert root.text(QAccessible.Text.Value) == pane.text()
    assert roles[:2] == [QAccessible.Role.Heading, QAccessible.Role.StaticText]
    assert roles[3:5] == [QAccessible.Role.Heading, QAccessible.Role.ListItem]
    assert children[4].text(QAccessible.Text.Name).startswith("• Both sides")


def test_a_passage_knows_its_place_and_whether_the_keys_are_there(pane: PreviewPane) -> None:
    pane.mark("point:0")
    child = QAccessible.queryAccessibleInterface(pane.canvas).child(4)
    line = pane.canvas.lines_of("point:0")[0]
    assert child.rect().size().width() == pytest.approx(line.width(), abs=2)
    assert child.state().focused


def test_a_passage_that_is_gone_is_no_longer_valid(pane: PreviewPane) -> None:
    child = QAccessible.queryAccessibleInterface(pane.canvas).child(4)
    pane.show_document(None)
    assert not child.isValid()


def test_the_keys_are_told_to_assistive_technology(pane: PreviewPane, make_talks: Make, qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        root = QAccessible.queryAccessibleInterface(pane.canvas)
        qtbot.keyClick(pane.canvas, Qt.Key.Key_J)
        pane.show_document(make_talks(2))
        assert root.child(0).state().focused
        assert root.indexOfChild(root.child(3)) == 3
        assert root.child(99) is None
    finally:
        QAccessible.setActive(False)


def test_the_passages_go_with_their_pane(qtbot: QtBot, make_talks: Make) -> None:
    pane = PreviewPane(Theme(LIGHT), Words("en"))
    pane.show_document(make_talks())
    child = QAccessible.queryAccessibleInterface(pane.canvas).child(0)
    with qtbot.waitSignal(pane.destroyed):
        pane.deleteLater()
    assert not shiboken6.isValid(child)


def test_a_quote_has_a_bar_before_it(pane: PreviewPane, make: Make) -> None:
    pane.show_document(make(Paragraph((Run("They agreed."),), "quote", "here")))
    picture = pane.canvas.viewport().grab().toImage()
    line = pane.canvas.lines_of("here")[0]
    left, y = round(line.left()), round(line.center().y())
    inked = [x for x in range(left, left + 12) if picture.pixelColor(x, y).lightness() < 245]
    assert 1 <= len(inked) <= 3


def test_hostile_text_is_shown_and_nothing_more(pane: PreviewPane, hostile: Document) -> None:
    pane.show_document(hostile)
    pane.canvas.grab()
    assert '<img src="file:///etc/passwd">' in pane.text()
    assert not pane.findChildren(QTextEdit)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in pane.findChildren(QLabel))
