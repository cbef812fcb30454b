"""Boxes of the system show text as it is."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt

from briefing.ui.boxes import Icon, plain_box


def test_a_box_takes_no_title_for_html(qtbot, qapp):
    box = plain_box(None, Icon.Question, "<img src='file:///x'>", "<b>bold</b>")
    qtbot.addWidget(box)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert (box.text(), box.informativeText()) == ("<img src='file:///x'>", "<b>bold</b>")


def test_every_box_of_the_window_is_such_a_box(repository):
    made = {
        path.name
        for path in (repository / "briefing" / "ui").rglob("*.py")
        if re.search(r"QMessageBox[(.]", path.read_text(encoding="utf-8"))
    }
    assert made == {"boxes.py"}
