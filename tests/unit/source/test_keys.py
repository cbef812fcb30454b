"""Which wish a key means on which keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefing.ui.source.keys import Press, Wish, wish_of

K = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
HANGUL_EO = 0x3153  # what the key of J types under a Korean layout


@pytest.mark.parametrize(
    ("press", "wish"),
    [
        (Press(K.Key_J, PLAIN), (Wish.NEXT, 0)),
        (Press(HANGUL_EO, PLAIN, scan=44, platform="xcb"), (Wish.NEXT, 0)),
        (Press(HANGUL_EO, PLAIN, scan=0x24, platform="windows"), (Wish.NEXT, 0)),
        (Press(HANGUL_EO, PLAIN, virtual=0x26, platform="cocoa"), (Wish.NEXT, 0)),
        (Press(K.Key_3, PLAIN), (Wish.TAG, 3)),
        (Press(K.Key_3, KEYPAD), (Wish.TAG, 3)),
        (Press(K.Key_QuoteDbl, PLAIN, scan=12, platform="xcb"), (Wish.TAG, 3)),  # French, without Shift
        (Press(K.Key_3, SHIFT, scan=12, platform="xcb"), (Wish.TAG, 3)),  # French, with Shift
        (Press(K.Key_3, ALT), (Wish.ADD_TAG, 3)),
        (Press(0xA3, ALT, virtual=0x14, platform="cocoa"), (Wish.ADD_TAG, 3)),  # Option+3 types £
        (Press(K.Key_Enter, KEYPAD), (Wish.ACCEPT_OR_EDIT, 0)),
    ],
)
def test_a_press_means(press, wish):
    assert wish_of(press) == wish


@pytest.mark.parametrize(
    "press",
    [
        Press(K.Key_NumberSign, SHIFT, scan=12, platform="xcb"),  # Shift+3 where digits need no Shift
        Press(K.Key_A, PLAIN),
        Press(K.Key_J, ALT),
        Press(K.Key_0, PLAIN),
        Press(K.Key_Tab, PLAIN),
        Press(0, PLAIN),
    ],
)
def test_a_press_means_nothing_here(press):
    assert wish_of(press) is None


def test_without_letters_only_the_others_act():
    assert wish_of(Press(K.Key_J, PLAIN), letters=False) is None
    assert wish_of(Press(K.Key_3, PLAIN), letters=False) is None
    assert wish_of(Press(K.Key_3, ALT), letters=False) == (Wish.ADD_TAG, 3)
    assert wish_of(Press(K.Key_Down, PLAIN), letters=False) == (Wish.NEXT, 0)
