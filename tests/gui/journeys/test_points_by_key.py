"""What is done to points by key alone, at the whole window: each is one step that undo names."""

from __future__ import annotations

import pytest


@pytest.fixture
def points(person):
    """The sample with two points on the meeting, two agreements and a next step; the keyboard in the points."""
    person.try_sample()
    for words, digit in (
        ("Director General", "1"),
        ("The two delegations", "1"),
        ("Both sides agreed", "2"),
        ("They will also run", "2"),
        ("A working group", "4"),
    ):
        person.stand_on(words)
        person.press(digit)
    person.window.editor.focus_pane("points")
    return [p.id for p in person.note.points]


def go_to(person, point: str) -> None:
    """Steps to a card by key."""
    pane = person.window.editor.points
    person.press("Home")
    for _ in range(30):
        if pane.focused_point() == point:
            return
        person.press("J")
    raise AssertionError(point)


def undo_says(person) -> str:
    return person.window.actions_by_name["undo"].text()


def write(person, text: str) -> None:
    pane = person.window.editor.points
    person.until(pane.is_editing)
    person.press("Ctrl+A")
    person.type(text)


def test_tab_in_the_editor_goes_on_to_owner_and_due_of_a_next_step(person, points):
    go_to(person, points[4])
    person.press("E")
    write(person, "The group meets in September.")
    person.press("Tab")
    person.type("Border Policy Unit")
    person.press("Tab")
    person.type("30 September 2026")
    person.press("Ctrl+Return")
    point = person.note.point(points[4])
    assert (point.owner, point.due) == ("Border Policy Unit", "30 September 2026")
    assert undo_says(person) == "Undo due date"
    person.until(lambda: "Border Policy Unit" in person.window.editor.preview.text())
    person.press("Ctrl+Z", "Ctrl+Z")
    assert person.note.point(points[4]).owner == ""


def test_a_second_quote_comes_from_the_source_with_q(person, points):
    go_to(person, points[2])
    person.press("Shift+F6")
    while "The two services also" not in person.text_of(person.window.editor.source.current()):
        person.press("N")
    person.press("Q")
    assert len(person.note.point(points[2]).evidence) == 2
    assert person.window.editor.status.said.startswith("Quote added to “Both sides agreed")
    assert undo_says(person) == "Undo add quote"


def test_ctrl_d_splits_at_the_caret_and_m_merges_again(person, points):
    go_to(person, points[2])
    person.press("E")
    write(person, "Weekly data. From July.")
    for _ in range(len(" From July.")):
        person.press("Left")
    person.press("Ctrl+D")
    assert [p.wording for p in person.note.tagged("agreements")][:2] == ["Weekly data.", "From July."]
    assert undo_says(person) == "Undo split point"
    go_to(person, points[2])
    person.press("M")
    assert person.note.point(points[2]).wording == "Weekly data. From July."
    assert undo_says(person) == "Undo merge points"


def test_alt_and_an_arrow_reorder_and_say_the_place(person, points):
    go_to(person, points[0])
    person.press("Alt+Down")
    assert [p.id for p in person.note.points][:2] == [points[1], points[0]]
    assert person.window.editor.status.said == "Moved to 2 of 2 in Meeting."
    assert undo_says(person) == "Undo move point"


def test_past_the_edge_of_its_section_a_point_takes_the_next_tag(person, points):
    go_to(person, points[1])
    person.press("Alt+Down")
    assert person.note.point(points[1]).tag == "agreements"
    assert person.window.editor.points.focused_point() == points[1]
    person.press("Alt+Up")
    assert person.note.point(points[1]).tag == "meeting"


def test_several_selected_points_take_a_tag_and_go_together(person, points):
    go_to(person, points[0])
    person.press("Shift+Down", "3")
    assert [p.id for p in person.note.tagged("background")] == points[:2]
    assert undo_says(person) == "Undo move to Background"
    person.press("Del")
    assert person.note.tagged("background") == ()
    person.press("Ctrl+Z", "Ctrl+Z")
    assert [p.id for p in person.note.tagged("meeting")] == points[:2]


def test_a_comment_is_written_from_the_menu_of_the_card(person, points):
    go_to(person, points[2])
    person.window.editor.points.edit(points[2], "comment")
    person.type("Check with the desk")
    person.press("Ctrl+Return")
    assert person.note.point(points[2]).comment == "Check with the desk"
    assert undo_says(person) == "Undo comment"


def test_esc_reverts_a_wording_and_leaves_no_step(person, points):
    before, label = person.note, undo_says(person)
    go_to(person, points[2])
    person.press("E")
    write(person, "Something else")
    person.press("Esc")
    assert person.note == before
    assert undo_says(person) == label
