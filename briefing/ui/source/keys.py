"""Which wish a key in the source pane means. Pure: from the facts of a key press to a name.

A letter counts by what it says; where it says none of ours (Hangul, Cyrillic) by where it lies on the keyboard.
A digit counts by where it lies, also where the layout wants Shift for it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent


class Wish(Enum):
    """What a key asks for."""

    NEXT = auto()
    PREVIOUS = auto()
    PAGE_DOWN = auto()
    PAGE_UP = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_UNTAGGED = auto()
    EXTEND_END = auto()
    SHRINK_END = auto()
    SHRINK_START = auto()
    EXTEND_START = auto()
    ADD_SENTENCE = auto()
    BACK = auto()
    TAG = auto()
    ADD_TAG = auto()
    ACCEPT_OR_EDIT = auto()
    DISMISS = auto()
    EDIT = auto()
    SECOND_QUOTE = auto()
    NEW_TAG = auto()
    ACCEPT_ALL = auto()


class Press(NamedTuple):
    """A key press: Qt's key, the modifiers, and where the key lies on this platform's keyboard."""

    key: int
    modifiers: Qt.KeyboardModifier
    scan: int = 0
    virtual: int = 0
    platform: str = ""


_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_K = Qt.Key

_COMMANDS = {
    (_K.Key_Down, _PLAIN): Wish.NEXT,
    (_K.Key_Up, _PLAIN): Wish.PREVIOUS,
    (_K.Key_PageDown, _PLAIN): Wish.PAGE_DOWN,
    (_K.Key_PageUp, _PLAIN): Wish.PAGE_UP,
    (_K.Key_Home, _PLAIN): Wish.FIRST,
    (_K.Key_End, _PLAIN): Wish.LAST,
    (_K.Key_Home, _CONTROL): Wish.FIRST,
    (_K.Key_End, _CONTROL): Wish.LAST,
    (_K.Key_Right, _SHIFT): Wish.EXTEND_END,
    (_K.Key_Left, _SHIFT): Wish.SHRINK_END,
    (_K.Key_Right, _CONTROL | _SHIFT): Wish.SHRINK_START,
    (_K.Key_Left, _CONTROL | _SHIFT): Wish.EXTEND_START,
    (_K.Key_Down, _SHIFT): Wish.ADD_SENTENCE,
    (_K.Key_Escape, _PLAIN): Wish.BACK,
    (_K.Key_Return, _PLAIN): Wish.ACCEPT_OR_EDIT,
    (_K.Key_Enter, _PLAIN): Wish.ACCEPT_OR_EDIT,
    (_K.Key_Return, _CONTROL | _SHIFT): Wish.ACCEPT_ALL,
    (_K.Key_Enter, _CONTROL | _SHIFT): Wish.ACCEPT_ALL,
}
_LETTERS = {
    "J": Wish.NEXT,
    "K": Wish.PREVIOUS,
    "N": Wish.NEXT_UNTAGGED,
    "X": Wish.DISMISS,
    "E": Wish.EDIT,
    "Q": Wish.SECOND_QUOTE,
}
# Where J K N X E Q and T lie: as evdev counts (X11 and Wayland add 8) and as a PC's scan codes; then on a Mac.
_EVDEV_SHIFT = 8
_EVDEV = {36: "J", 37: "K", 49: "N", 45: "X", 18: "E", 16: "Q", 20: "T"} | {n + 1: str(n) for n in range(1, 10)}
_MAC = {0x26: "J", 0x28: "K", 0x2D: "N", 0x07: "X", 0x0E: "E", 0x0C: "Q", 0x11: "T"} | dict(
    zip((0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19), "123456789", strict=True)
)


def wish_of(press: Press, *, letters: bool = True) -> tuple[Wish, int] | None:
    """What a press asks for, with the digit of a tag or 0; None if it asks for nothing here.

    Without `letters`, single letters and digits ask for nothing.
    """
    modifiers = press.modifiers & ~Qt.KeyboardModifier.KeypadModifier
    command = _COMMANDS.get((Qt.Key(press.key), modifiers)) if press.key in _KNOWN else None
    if command is not None:
        return command, 0
    sign = _sign(press)
    if sign == "T" and modifiers == _CONTROL:
        return Wish.NEW_TAG, 0
    if sign.isdigit():
        return _digit_wish(int(sign), press, modifiers, letters=letters)
    if letters and modifiers == _PLAIN and sign in _LETTERS:
        return _LETTERS[sign], 0
    return None


_KNOWN = frozenset(int(key) for key, _ in _COMMANDS)


def _digit_wish(
    digit: int, press: Press, modifiers: Qt.KeyboardModifier, *, letters: bool
) -> tuple[Wish, int] | None:
    if modifiers == _ALT:
        return Wish.ADD_TAG, digit
    is_typed = press.key == ord(str(digit))  # a layout may want Shift for its digits
    if letters and (modifiers == _PLAIN or (modifiers == _SHIFT and is_typed)):
        return Wish.TAG, digit
    return None


def _sign(press: Press) -> str:
    typed = chr(press.key) if 0 < press.key < 0x80 else ""
    if "1" <= typed <= "9" or "A" <= typed <= "Z":
        return typed
    return _lies_at(press)


def _lies_at(press: Press) -> str:
    if press.platform == "cocoa":
        return _MAC.get(press.virtual, "")
    if press.platform == "windows":
        return _EVDEV.get(press.scan & 0xFF, "")  # a PC's first set of scan codes, which evdev follows
    return _EVDEV.get(press.scan - _EVDEV_SHIFT, "")


def press_of(event: QKeyEvent) -> Press:
    """The facts of a key event."""
    return Press(
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        QGuiApplication.platformName(),
    )


class Keys(QObject):
    """Hears the keys of a widget and tells the wishes; keys that ask for nothing go on to the widget."""

    wished = Signal(object, int)  # a Wish, a digit

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.letters = True
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that ask for something, before menus do."""
        del watched
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        wish = wish_of(press_of(cast(QKeyEvent, event)), letters=self.letters)
        if wish is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.wished.emit(*wish)
        return True
