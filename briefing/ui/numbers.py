"""Qt's numbers, for what is painted first.

The name space `Qt` makes a hundred enumerations when it is first touched, a seventh of what a bare start takes.
So the start screen sets what it needs by property and number; tests hold each against Qt's own value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

LEFT, H_CENTRE, V_CENTRE, CENTRE = 0x1, 0x4, 0x80, 0x84  # Qt.AlignmentFlag
PLAIN_TEXT = 0  # Qt.TextFormat
TAB_FOCUS, STRONG_FOCUS = 0x1, 0xB  # Qt.FocusPolicy


def align(made: QObject, alignment: int) -> None:
    """Aligns the text of a label."""
    made.setProperty("alignment", alignment)


def focus_by(made: QObject, policy: int) -> None:
    """How a widget takes the keyboard."""
    made.setProperty("focusPolicy", policy)
