"""The status bar: the age of the recovery copy, where one stands, how long the note is, and its language."""

from __future__ import annotations

import pytest

from briefing.ui.recovery_age import age_text
from briefing.words import Words


@pytest.mark.parametrize(
    ("age", "said"),
    [(0.4, "Recovery copy 0 s ago"), (59.9, "Recovery copy 59 s ago"), (60, "Recovery copy 1 min ago"),
     (3599, "Recovery copy 59 min ago"), (7300, "Recovery copy 2 h ago")],
)  # fmt: skip
def test_an_age_is_said_as_people_say_it(age, said):
    assert age_text(age, Words("en")) == said


def right(person) -> dict[str, str]:
    shown = person.window.editor.status._right
    return {name: field.text() for name, field in shown.items() if field.isVisible()}


def test_a_change_is_kept_and_its_age_is_said(person):
    person.try_sample()
    person.press("1")
    person.until(lambda: person.window.keeping.settled)
    person.window.desk.recovery_age.tell()
    assert right(person)["recovery"].startswith("Recovery copy ")
    assert right(person)["place"].startswith("Sentence ")
    person.until(lambda: right(person)["length"].endswith(" words"))
    assert right(person)["language"] == "English"


def test_where_room_is_short_the_recovery_copy_is_said_longest(person):
    person.try_sample()
    person.press("1")
    person.until(lambda: person.window.keeping.settled)
    person.window.desk.recovery_age.tell()
    status = person.window.editor.status
    for width in range(1400, 300, -50):
        status.resize(width, 28)
        shown = right(person)
        order = ("recovery", "place", "length", "language")
        assert tuple(shown) == order[: len(shown)]
        assert sum(f.sizeHint().width() for f in status._right.values() if f.isVisible()) <= width


def test_the_keys_of_a_pane_show_when_the_keyboard_comes_to_it(person):
    person.try_sample()
    person.press("1")
    status = person.window.editor.status
    status._silence()
    for pane in ("points", "preview", "source"):
        person.press("F6")
        assert person.window.editor.focused_pane() == pane
        person.window.screens.refresh_status()
        hints = [status._hint_row.itemAt(i).widget() for i in range(status._hint_row.count())]
        assert len(hints) > 2
        assert all(hint.isVisible() for hint in hints)


def test_a_click_into_a_point_shows_the_keys_of_its_editor(person):
    person.try_sample()
    person.press("1")
    screens = person.window.screens
    person.until(lambda: screens._previewed and screens._previewed[0] is person.note)
    person.window.editor.points.edit(person.note.points[0].id)
    screens._preview_timer.start()  # as after a focus that went on
    person.until(lambda: person.window.editor.status._pane == "editing")
