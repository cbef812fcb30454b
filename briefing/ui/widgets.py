"""Small shared widgets: labels and buttons in the design's looks, key caps, the line between things."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from briefing.ui.icons import icon
from briefing.ui.numbers import PLAIN_TEXT, TAB_FOCUS, focus_by
from briefing.ui.theme import Theme

ICON_PX = 18
KEYCAP_PX = 20


def label(text: str, look: str = "", theme: Theme | None = None, size: float = 0) -> QLabel:
    """A label that shows plain text and nothing else, in one of the style sheet's looks."""
    made = QLabel()
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setText(text)
    if look:
        made.setProperty("look", look)
    if look == "keycap" and theme is not None:
        made.setFixedHeight(theme.px(KEYCAP_PX))
    if theme is not None and size:
        weight = QFont.Weight.DemiBold if look == "heading" else QFont.Weight.Normal
        made.setFont(theme.interface(size, weight))
    return made


def button(text: str, look: str = "", name: str = "") -> QPushButton:
    """A push button in one of the style sheet's looks, with its accessible name."""
    made = QPushButton(text)
    made.setAccessibleName(name or text.replace("&", ""))
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if look in ("link", "quiet"):
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def tool_button(theme: Theme, drawing: str, name: str) -> QToolButton:
    """An icon button with a name for assistive technology and a tool tip."""
    made = QToolButton()
    size = theme.px(ICON_PX)
    made.setIcon(icon(drawing, theme.color("text"), theme.color("field_border"), (size,)))
    made.setIconSize(QSize(size, size))
    made.setAccessibleName(name)
    made.setToolTip(name)
    focus_by(made, TAB_FOCUS)
    return made


def make_viewport(area: QAbstractScrollArea) -> QWidget:
    """The viewport that a scroll area is given in place of Qt's own, which looks the same.

    Asked for the one that C++ has made, PySide loads every kind of widget there is to learn what it is: a tenth
    of what a bare window takes to start.
    """
    made = QWidget(area)
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    area.setViewport(made)
    return made


def line(*, vertical: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("look", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def key_hint(theme: Theme, keys: tuple[str, ...], text: str) -> QWidget:
    """Key caps with what they do: [J] [K] sentence."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(5))
    for key in keys:
        row.addWidget(label(key, "–" if key == "–" else "keycap", theme, 11.5))
    row.addWidget(label(text, "secondary", theme, 12))
    return holder


def clear(layout: QBoxLayout) -> None:
    """Takes every widget out of a layout and lets it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
