"""What is done to points with the mouse alone, at the whole window, with the drags of a real window system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from briefing.ui import assistance

BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Cards:
    """The cards of the points pane, as the mouse meets them."""

    def __init__(self, person) -> None:
        self.person = person
        self.pane = person.window.editor.points
        self.list, self.model = self.pane._list, self.pane._model

    def at(self, key: str, share: float = 0.3) -> QPoint:
        """A place on the row of a card ("p:…") or of a section ("t:…")."""
        self.list.executeDelayedItemsLayout()
        self.list.scrollTo(self.model.index_of(key))
        rect = self.list.visualRect(self.model.index_of(key))
        return QPoint(rect.left() + 60, rect.top() + round(rect.height() * share))

    def click(self, key: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.person.qtbot.mouseClick(self.list.viewport(), LEFT, modifier, self.at(key))

    def press_button(self, key: str, action: str) -> None:
        """Clicks a painted button of a card."""
        drawing = self.pane._delegate.drawing(self.model.row_at(self.model.index_of(key)))
        inside: QRectF = next(b for b in drawing.buttons if b.action == action).rect
        corner = self.list.visualRect(self.model.index_of(key)).topLeft()
        self.person.qtbot.mouseClick(self.list.viewport(), LEFT, pos=corner + inside.center().toPoint())

    def drag(self, points: list[str], to: QPoint) -> None:
        """Brings selected cards to a place and lets go; the line shows where before."""
        mime = self.model.mimeData([self.model.index_of(f"p:{p}") for p in points])
        self.list.dragEnterEvent(QDragEnterEvent(to, BOTH, mime, LEFT, NONE))
        self.list.dragMoveEvent(QDragMoveEvent(to, BOTH, mime, LEFT, NONE))
        assert self.list._guide.gap > 0, "no insertion line"
        self.list.dropEvent(QDropEvent(QPointF(to), BOTH, mime, LEFT, NONE))


@pytest.fixture
def cards(person) -> Cards:
    """The sample with three points on the meeting, two agreements and a next step."""
    person.try_sample()
    for words, digit in (
        ("Director General", "1"),
        ("The two delegations", "1"),
        ("The two services also", "1"),
        ("Both sides agreed", "2"),
        ("They will also run", "2"),
        ("A working group", "4"),
    ):
        person.stand_on(words)
        person.press(digit)
    return Cards(person)


def ids(person) -> list[str]:
    return [p.id for p in person.note.points]


def test_a_click_on_a_card_marks_its_sentence_and_its_line(person, cards):
    first = ids(person)[0]
    cards.click(f"p:{first}")
    assert person.window.screens.focus.point == first
    assert "Director General" in person.text_of(person.window.editor.source.current())
    person.until(lambda: person.window.editor.preview.canvas.marked == f"point:{first}")


def test_the_page_is_not_made_anew_where_only_the_focus_went_on(person, cards, monkeypatch):
    screens, first = person.window.screens, ids(person)[0]
    person.until(lambda: assistance.is_loaded() and not screens._guard_timer.isActive())
    screens.refresh()
    person.until(lambda: screens._previewed == (person.note, screens.checks))
    made: list[object] = []
    monkeypatch.setattr(person.window.editor.preview, "show_document", made.append)
    cards.click(f"p:{first}")
    person.until(lambda: person.window.editor.preview.canvas.marked == f"point:{first}")
    assert made == []


def test_a_double_click_edits_and_a_click_elsewhere_keeps(person, cards):
    first, second = ids(person)[:2]
    cards.click(f"p:{first}")
    person.qtbot.mouseDClick(cards.list.viewport(), LEFT, pos=cards.at(f"p:{first}"))
    person.until(cards.pane.is_editing)
    person.press("Ctrl+A")
    person.type("Veld received Ruiz.")
    cards.click(f"p:{second}")
    assert person.note.point(first).wording == "Veld received Ruiz."


def test_a_drag_within_a_section_reorders(person, cards):
    one, two, three, *_ = ids(person)
    cards.drag([one], cards.at(f"p:{three}", 0.9))
    assert ids(person)[:3] == [two, three, one]
    assert person.window.editor.status.said == "Moved to 3 of 3 in Meeting."


def test_a_drag_into_another_section_takes_its_tag_as_one_step(person, cards):
    before = person.note
    one, two, *_ = ids(person)
    cards.drag([one, two], cards.at("t:next_steps", 0.9))
    assert [p.tag for p in person.note.points if p.id in (one, two)] == ["next_steps"] * 2
    person.press("Ctrl+Z")
    assert person.note == before


def test_ctrl_click_selects_several_and_the_bin_deletes_them(person, cards):
    one, two, *rest = ids(person)
    cards.click(f"p:{one}")
    cards.click(f"p:{two}", Qt.KeyboardModifier.ControlModifier)
    cards.press_button(f"p:{two}", "delete")
    assert ids(person) == rest
    assert person.window.actions_by_name["undo"].text() == "Undo delete point"


def test_owner_and_due_date_are_written_where_they_stand(person, cards):
    last = ids(person)[-1]
    cards.click(f"p:{last}")
    for action, text in (("owner", "Border Policy Unit"), ("due", "30 September 2026")):
        cards.press_button(f"p:{last}", action)
        person.until(cards.pane.is_editing)
        person.type(text)
        person.press("Return")
    point = person.note.point(last)
    assert (point.owner, point.due) == ("Border Policy Unit", "30 September 2026")


def test_the_plus_of_a_section_begins_a_point_there(person, cards):
    cards.press_button("t:background", "new")
    person.until(cards.pane.is_editing)
    person.type("Ties cooled in 2020.")
    person.press("Return")
    assert [p.wording for p in person.note.tagged("background")] == ["Ties cooled in 2020."]


def test_a_click_on_a_line_of_the_page_reaches_its_card_and_a_double_click_edits_it(person, cards):
    last = ids(person)[-1]
    canvas = person.window.editor.preview.canvas
    person.until(lambda: canvas.lines_of(f"point:{last}") != [])
    at = canvas.lines_of(f"point:{last}")[0].center().toPoint()
    person.qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    assert cards.pane.focused_point() == last
    person.qtbot.mouseDClick(canvas.viewport(), LEFT, pos=at)
    person.until(cards.pane.is_editing)
