"""The window follows the system while it is open: light, dark, high contrast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from briefing import settings as config
from briefing.ui import app
from briefing.ui.contrast import contrast_palette
from briefing.ui.messages import Message
from briefing.ui.place import place_of
from briefing.ui.theme import DARK


@pytest.mark.parametrize("palette", [DARK, contrast_palette(QPalette(), dark=False)], ids=lambda p: p.name)
def test_a_change_of_the_system_reaches_the_open_note_at_once(person, qapp, monkeypatch, palette):
    person.try_sample()
    person.press("1")
    note = person.note
    settings = person.program.home.settings.with_value(config.THEME, "system")
    person.program.home.change_settings(settings)
    monkeypatch.setattr(app, "wanted_palette", lambda *_: palette)
    hints = qapp.styleHints()
    if palette.patterns:
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    else:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert person.window.theme.palette.name == palette.name
    assert person.note == note
    assert not person.window.on_start


def test_a_forced_theme_follows_nothing(person, qapp, monkeypatch):
    person.try_sample()
    monkeypatch.setattr(app, "wanted_palette", lambda *_: DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert person.window.theme.palette.name == "light"


def test_high_contrast_is_chosen_in_the_view_menu(person):
    person.try_sample()
    menu = person.window.actions_by_name.submenus["theme"]
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text() == "High Contrast").trigger()
    assert person.window.theme.palette.patterns


@pytest.fixture
def following(person, monkeypatch):
    """The sample in a small window, one stands far down; the system is about to become dark."""
    person.window.resize(1300, 560)
    person.try_sample()
    person.press("1", "2")
    settings = person.program.home.settings.with_value(config.THEME, "system")
    person.program.home.change_settings(settings)
    monkeypatch.setattr(app, "wanted_palette", lambda *_: DARK)
    return person


def grow_dark(qapp) -> None:
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_one_stands_where_one_stood_when_the_system_changes(following, qapp):
    following.stand_on("A working group")
    following.press("Shift+Left")
    following.window.editor.preview.set_zoom(1.5)
    before = place_of(following.window.screens, following.window.editor)
    grow_dark(qapp)
    assert following.window.theme.palette.is_dark
    after = place_of(following.window.screens, following.window.editor)
    assert (after.stands, after.point, after.zoom, after.top) == (
        before.stands,
        before.point,
        before.zoom,
        before.top,
    )
    following.until(lambda: following.window.editor.focused_pane() == "source")


def test_what_is_being_typed_is_kept_when_the_system_changes(following, qapp):
    point = following.note.points[0].id
    following.window.editor.points.edit(point)
    following.press("Ctrl+A")
    following.type("Half a sentence")
    grow_dark(qapp)
    assert following.note.point(point).wording == "Half a sentence"


def test_a_dialog_stays_open_and_the_window_follows_when_it_is_closed(following, qapp):
    def wait(dialog) -> None:
        grow_dark(qapp)
        assert not following.window.theme.palette.is_dark
        dialog.title.setText("Customs talks")
        dialog.accept()

    following.in_dialog(wait)
    following.window.actions_by_name["header_fields"].trigger()
    assert following.note.title == "Customs talks"
    following.until(lambda: following.window.theme.palette.is_dark)


def test_what_was_said_is_still_in_the_list_of_messages(following, qapp):
    following.window.say(Message("warn", "The drive is not reachable."))
    grow_dark(qapp)
    assert following.message().startswith("The drive is not reachable.")
    assert following.window.editor.messages.isVisible()
