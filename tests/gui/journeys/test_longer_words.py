"""Words 40 % longer than English: at 960 by 640 nothing is cut, and what ends in an ellipsis has a tool tip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from briefing.words import Words

usual = Words.__call__


def longer(words: Words, key: str, **facts: object) -> str:
    """A sentence of the window with two letters for five of its own more."""
    text = usual(words, key, **facts)
    return text if key.startswith(("points.key.", "source.month_")) else text + "o" * -(-len(text) * 2 // 5)


@pytest.fixture
def wordy(monkeypatch, in_design_type):
    """A window of 960 by 640 in that language, at the design's text size."""
    monkeypatch.setattr(Words, "__call__", longer)
    return in_design_type(960, 640)


def cut(window: QWidget) -> list[str]:
    """The labels and buttons in view that have less room than their words need, or none in the window."""
    shown = (w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window)
    return [f"{type(w).__name__} {said(w)!r} {w.geometry().getRect()}" for w in shown if is_cut(w)]


def assert_whole(wordy) -> None:
    for _ in range(3):  # laying out asks for laying out anew
        QApplication.sendPostedEvents()
    found = cut(wordy.window)
    assert not found, "\n".join(found)


def said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def is_cut(widget: QWidget) -> bool:
    if not said(widget) or (widget.toolTip() and said(widget).endswith("…")):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width()) or outside(widget)
    if isinstance(widget, QLabel | QPushButton | QToolButton | QCheckBox | QRadioButton | QAbstractButton):
        return widget.width() < widget.sizeHint().width() or outside(widget)
    return False


def outside(widget: QWidget) -> bool:
    """Whether a part of it is beyond its window, and no scrolling brings it into view."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QAbstractScrollArea):
            return False
        above = above.parentWidget()
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    return not widget.window().rect().contains(place)


def test_nothing_is_cut_on_the_start_screen(wordy):
    wordy.until(lambda: wordy.window.start.forms.new_card is not None)
    assert_whole(wordy)


@pytest.mark.parametrize("width", [960, 740, 1440])
def test_nothing_is_cut_around_a_note(wordy, width):
    wordy.try_sample()
    wordy.press("1", "2", "N")
    wordy.window.resize(width, 640)
    wordy.until(lambda: wordy.window.editor.width() == width)
    assert_whole(wordy)
    wordy.window.editor.find_bar.open(replacing=True)
    wordy.window.editor.focus_pane("preview")
    wordy.until(wordy.window.editor.preview.isVisible)
    assert_whole(wordy)


def test_nothing_is_cut_in_a_dialog(wordy):
    wordy.try_sample()
    wordy.press("1")
    found: dict[str, list[str]] = {}

    def look(dialog: QDialog) -> None:
        dialog.resize(dialog.size().boundedTo(wordy.window.size()))
        QApplication.processEvents()
        found[name] = cut(dialog)
        if not wordy.window.rect().contains(dialog.rect()):
            found[name].append(f"larger than the window: {dialog.size().toTuple()}")
        dialog.reject()

    for name in wordy.DIALOGS:
        wordy.in_dialog(look)
        wordy.window.actions_by_name[name].trigger()
    assert tuple(found) == wordy.DIALOGS
    assert not any(found.values()), "\n".join(f"{name}: {c}" for name, cuts in found.items() for c in cuts)
