"""Source as List: the same sentences, the same keys, in a list that any screen reader reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from briefing.model.article import Status, with_statuses

K = Qt.Key


@pytest.fixture
def listed(stage):
    """The stage with its article as a list."""
    stage.pane.set_as_list(True)
    QApplication.processEvents()
    return stage


def shown(stage):
    return stage.pane.parts.as_list.shown


def press(stage, key: Qt.Key) -> None:
    stage.qtbot.keyClick(shown(stage), key)


def test_every_sentence_is_a_row_in_the_place_of_the_text(listed):
    model = shown(listed).model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows[:2] == ["The hall at Port Halden", "Velmark held talks with Castora on Monday."]
    assert not listed.pane.text.isVisible()


def test_a_row_is_read_with_its_place_its_tag_and_its_warning(listed):
    listed.show(("Velmark held talks with Castora on Monday.", 0))
    model = shown(listed).model()
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Sentence 2 of 7, paragraph 1. Meeting. Velmark held talks with Castora on Monday."


def test_keys_step_and_tag_as_in_the_text(listed):
    listed.stand_on("Velmark held")
    press(listed, K.Key_J)
    press(listed, K.Key_2)
    assert listed.heard == [("request_tag", listed.span("Both sides spent four hours at Port Halden."), 2)]
    assert shown(listed).currentIndex().data() == "Both sides spent four hours at Port Halden."


def test_a_click_stands_on_a_sentence(listed):
    index = shown(listed).model().index(3, 0)
    where = shown(listed).visualRect(index).center()
    listed.qtbot.mouseClick(shown(listed).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert listed.quote(listed.pane.current()) == index.data()


def test_the_text_comes_back_where_the_analyst_stands(listed):
    listed.stand_on("Ties had cooled in 2020.")
    listed.pane.set_as_list(False)
    assert listed.pane.text.isVisible()
    assert listed.quote(listed.pane.current()) == "Ties had cooled in 2020."
    assert listed.pane.focusProxy() is listed.pane.text


def test_its_accessible_children_are_its_rows(listed):
    interface = QAccessible.queryAccessibleInterface(shown(listed))
    assert interface.role() == QAccessible.Role.List
    assert interface.childCount() == shown(listed).model().rowCount()


def test_the_model_keeps_the_rules_of_models(listed):
    tester = QAbstractItemModelTester(
        shown(listed).model(), QAbstractItemModelTester.FailureReportingMode.Fatal, None
    )
    listed.show(("Velmark held", 0), suggestions=(("Ties had cooled", 2),))
    listed.pane.set_folded(False)
    listed.article = with_statuses(listed.article, (4,), Status.FURNITURE)
    listed.show()
    listed.pane.show_view(type(listed.view)())
    assert tester.model().rowCount() == 0
