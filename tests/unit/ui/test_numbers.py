"""The numbers of the start screen are Qt's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefing.ui import numbers

A = Qt.AlignmentFlag


@pytest.mark.parametrize(
    ("number", "own"),
    [
        (numbers.LEFT, A.AlignLeft),
        (numbers.H_CENTRE, A.AlignHCenter),
        (numbers.V_CENTRE, A.AlignVCenter),
        (numbers.CENTRE, A.AlignCenter),
        (numbers.PLAIN_TEXT, Qt.TextFormat.PlainText),
        (numbers.TAB_FOCUS, Qt.FocusPolicy.TabFocus),
        (numbers.STRONG_FOCUS, Qt.FocusPolicy.StrongFocus),
    ],
)
def test_a_number_is_qts_own(number, own):
    assert number == own.value
