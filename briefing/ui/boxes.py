"""Questions in a box of the system's. They show text as it is.

Qt would take a title such as `<img src=…>` for HTML, and open the picture it names.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing.words import Words

Icon = QMessageBox.Icon
Role = QMessageBox.ButtonRole


def plain_box(parent: QWidget | None, icon: Icon, title: str, text: str = "") -> QMessageBox:
    """A box without buttons yet; the only way to one."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setText(title)
    box.setInformativeText(text)
    return box


def asked_to_leave(parent: QWidget, words: Words, title: str, text: str) -> Literal["save", "discard", "stay"]:
    """What to do with changes that are not saved; saving is the answer of the Enter key."""
    box = plain_box(parent, Icon.Question, title, text)
    save = box.addButton(words("window.close_save"), Role.AcceptRole)
    discard = box.addButton(words("window.close_discard"), Role.DestructiveRole)
    box.addButton(words("window.cancel"), Role.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is save:
        return "save"
    return "discard" if box.clickedButton() is discard else "stay"


def agreed(parent: QWidget, title: str, text: str) -> bool:
    """Whether the question is answered with the system's own Yes; `title` is the box's."""
    box = plain_box(parent, Icon.Question, text)
    box.setWindowTitle(title)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    return box.exec() == QMessageBox.StandardButton.Yes
