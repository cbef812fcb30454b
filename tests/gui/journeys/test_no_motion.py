"""Nothing moves by itself, so nothing has to be stilled for who asks for reduced motion."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def moving() -> list[str]:
    """Every animation that a window or dialog in view holds; a bar that shows work going on may move."""
    shown = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    held = (a for w in shown for a in w.findChildren(QAbstractAnimation))
    found = [a for a in held if a.duration() != 0 and not isinstance(a.parent(), QProgressBar)]
    return [f"{type(a).__name__} of {type(a.parent()).__name__}" for a in found]


@pytest.fixture
def low(person):
    """The sample in a low window, so that everything scrolls."""
    person.window.resize(1300, 520)
    person.try_sample()
    for _ in range(8):
        person.press("1")
    return person


@pytest.mark.parametrize("keys", ["End", "Home", "PgDown", "PgUp"])
def test_scrolling_arrives_at_once(low, keys):
    bars = [pane.verticalScrollBar() for pane in panes(low)]
    low.qtbot.keyClick(QApplication.focusWidget(), getattr(Qt.Key, f"Key_{keys.replace('Pg', 'Page')}"))
    at_once = [bar.value() for bar in bars]
    QApplication.processEvents()
    assert [bar.value() for bar in bars] == at_once
    assert moving() == []


def panes(person):
    editor = person.window.editor
    return editor.source.text, editor.points._list, editor.preview.canvas


def test_a_hidden_card_and_its_line_are_in_view_at_once(low):
    bars = [pane.verticalScrollBar() for pane in panes(low)]
    low.window.screens.focus_point(low.note.points[0].id)
    at_once = [bar.value() for bar in bars]
    QApplication.processEvents()
    assert [bar.value() for bar in bars] == at_once


def test_messages_tabs_and_dialogs_come_without_fading(low):
    low.press("Ctrl+F")
    low.type("Brena")
    assert moving() == []
    low.window.commands.files.copy_note()
    assert low.window.editor.messages.isVisible()
    low.window.resize(900, 520)
    low.window.editor.focus_pane("preview")
    seen = []
    low.in_dialog(lambda dialog: (seen.append(dialog.windowOpacity()), dialog.reject()))
    low.press("Ctrl+E")
    assert seen == [1.0]
    assert moving() == []


def test_no_effect_of_the_toolkit_is_switched_on(person):
    assert [effect for effect in EFFECTS if QApplication.isEffectEnabled(effect)] == []


def test_a_dialog_of_the_window_holds_no_animation(low):
    def look(dialog: QDialog) -> None:
        assert moving() == []
        dialog.reject()

    low.in_dialog(look)
    low.window.actions_by_name["edit_template"].trigger()
