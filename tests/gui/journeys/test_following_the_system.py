"""The window follows the system while it is open: light, dark, high contrast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from briefing import settings as config
from briefing.ui import app
from briefing.ui.contrast import contrast_palette
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
