from __future__ import annotations

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from briefing.ui.points.keys import character_of, command_of, physical

NONE, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def press(key: int, modifiers: Qt.KeyboardModifier = NONE, code: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, text)


@pytest.mark.parametrize(
    ("code", "platform", "character"),
    [(10, "linux", "1"), (44, "linux", "j"), (2, "win32", "1"), (36, "win32", "j"), (0, "linux", "")],
)
def test_a_scan_code_is_a_place_on_the_keyboard(code: int, platform: str, character: str) -> None:
    assert physical(code, 0, platform) == character


def test_a_mac_tells_the_place_by_its_virtual_key() -> None:
    assert physical(0, 38, "darwin") == "j"


def test_a_letter_typed_under_a_korean_input_method_is_read_by_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert character_of(press(0x3153, code=44, text="ㅓ")) == "j"


def test_a_digit_that_needs_shift_is_read_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert command_of(press(Qt.Key.Key_Ampersand, code=10, text="&"), letters=True) == "1"


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_J, NONE, "next"),
        (Qt.Key.Key_K, NONE, "previous"),
        (Qt.Key.Key_E, NONE, "edit"),
        (Qt.Key.Key_M, NONE, "merge"),
        (Qt.Key.Key_7, NONE, "7"),
        (Qt.Key.Key_0, NONE, ""),
        (Qt.Key.Key_E, SHIFT, ""),
        (Qt.Key.Key_Up, ALT, "move_up"),
        (Qt.Key.Key_Tab, NONE, "nest"),
        (Qt.Key.Key_Backtab, SHIFT, "unnest"),
        (Qt.Key.Key_F2, NONE, ""),
        (Qt.Key.Key_F6, NONE, ""),
    ],
)
def test_a_key_is_a_command(key: Qt.Key, modifiers: Qt.KeyboardModifier, command: str) -> None:
    assert command_of(press(key, modifiers), letters=True) == command


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_E, Qt.Key.Key_3])
def test_single_characters_can_be_switched_off(key: Qt.Key) -> None:
    assert command_of(press(key), letters=False) == ""


def test_named_keys_stay_when_letters_are_off() -> None:
    assert command_of(press(Qt.Key.Key_Delete), letters=False) == "delete"
