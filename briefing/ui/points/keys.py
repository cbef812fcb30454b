"""Keys by their place on the keyboard, and what they ask of the points list."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_ROW_STARTS = (2, 16, 30, 44)  # the scan codes a PC keyboard sends; Linux adds 8
_X11_OFFSET = 8
_BY_CODE = {
    start + i: character
    for start, row in zip(_ROW_STARTS, _ROWS, strict=True)
    for i, character in enumerate(row)
}
_MAC = {18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9"} | {
    38: "j",
    40: "k",
    14: "e",
    46: "m",
    7: "x",
}
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (Qt.Key.Key_Up, _ALT): "move_up",
    (Qt.Key.Key_Down, _ALT): "move_down",
    (Qt.Key.Key_Delete, _NONE): "delete",
    (Qt.Key.Key_Tab, _NONE): "nest",
    (Qt.Key.Key_Backtab, _SHIFT): "unnest",
    (Qt.Key.Key_Tab, _SHIFT): "unnest",
    (Qt.Key.Key_Return, _NONE): "enter",
    (Qt.Key.Key_Enter, _NONE): "enter",
}
_LETTERS = {"j": "next", "k": "previous", "e": "edit", "m": "merge", "x": "dismiss"}


def character_of(event: QKeyEvent) -> str:
    """The letter or digit of a key, also under an input method and on layouts where digits need Shift."""
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 or Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key).lower()
    return physical(event.nativeScanCode(), event.nativeVirtualKey(), sys.platform)


def physical(scan_code: int, virtual_key: int, platform: str) -> str:
    """The character printed on a key of a Latin keyboard, from the codes the system reports."""
    if platform == "darwin":
        return _MAC.get(virtual_key, "")
    return _BY_CODE.get(scan_code - (0 if platform == "win32" else _X11_OFFSET), "")


def command_of(event: QKeyEvent, *, letters: bool) -> str:
    """What a key asks of the list ("move_up", "edit", "3" ...), or empty for a key that is not ours."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    named = _KEYS.get((Qt.Key(event.key()), modifiers), "")
    if named or not letters or modifiers != _NONE:
        return named
    character = character_of(event)
    return character if character.isdigit() and character != "0" else _LETTERS.get(character, "")
