"""A points pane on a screen without a screen, and an ear for its wishes."""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.ui.points.pane import PointsPane
from briefing.ui.points.pieces import Button
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.values import Card, CheckView, PointsView, SectionView, Span, SuggestionMark, TagLook
from briefing.ui.words import Words

TAGS = (
    TagLook("meeting", "Meeting", 1, "blue"),
    TagLook("agreements", "Agreements", 2, "ochre"),
    TagLook("background", "Background", 3, "green"),
    TagLook("stray", "Stray", 0, "slate"),
)
CHECK = CheckView("number:20", "Number differs from source: 20 vs 10", 0, 2, "10 a year", "Use 10", "Keep 20")
MARK = SuggestionMark(Span("art", 7, 0, 30), 2, "“plans talks”")


def card(name: str, **facts: object) -> Card:
    """A card named "a" has the wording "Point a" and a quote."""
    given = {"wording": f"Point {name}", "quotes": (f"quote of {name}",), "paragraph": "¶1"} | facts
    return Card(name, **given)


def view_of(*sections: tuple[Card, ...], focused: str = "", assigns: bool = False) -> PointsView:
    """A view with those cards under the first tags."""
    made = tuple(SectionView(tag, cards, assigns=assigns) for tag, cards in zip(TAGS, sections, strict=False))
    return PointsView(made, focused)


def usual() -> PointsView:
    """Meeting: a b. Agreements: c (with a warning) d. Background: a suggestion. Stray: nothing."""
    warned = card("c", wording="20 a year", checks=(CHECK,))
    return PointsView(
        (
            SectionView(TAGS[0], (card("a"), card("b"))),
            SectionView(TAGS[1], (warned, card("d"))),
            SectionView(TAGS[2], (), (MARK,), ("Castora plans talks",), ("¶4",)),
            SectionView(TAGS[3]),
        ),
        "a",
    )


class Stage:
    """A shown pane, with what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.pane = PointsPane(Theme(LIGHT), Words("en"))
        self.list = self.pane._list
        self.heard: list[tuple[object, ...]] = []
        qtbot.addWidget(self.pane)
        for name in dir(PointsPane):
            if name.startswith(("request_", "focus_changed", "announced", "suggestion_")):
                getattr(self.pane, name).connect(lambda *said, n=name: self.heard.append((n, *said)))

    def show(self, view: PointsView, height: int = 700) -> Stage:
        """Show a view with the keyboard in the list; what was said until now is forgotten."""
        self.pane.resize(424, height)
        self.pane.show_view(view)
        with self.bot.waitExposed(self.pane):
            self.pane.show()
        self.pane.activateWindow()
        self.list.setFocus()
        self.bot.waitUntil(self.list.hasFocus)
        self.heard.clear()
        return self

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.bot.keyClick(self.focus_widget(), key, modifier)

    def focus_widget(self) -> QWidget:
        """The widget that has the keyboard."""
        return self.pane.focusWidget() or self.list

    def said(self, name: str) -> list[tuple[object, ...]]:
        """What one signal said, in order."""
        return [tuple(rest) for n, *rest in self.heard if n == name]

    def button(self, key: str, action: str) -> Button:
        """A painted button of a row."""
        row = self.pane._model.row_at(self.pane._model.index_of(key))
        drawing = self.pane._delegate.drawing(row)
        return next(b for b in drawing.buttons if b.action == action)

    def at(self, key: str, within: QPointF) -> QPointF:
        """A point of a row, in the viewport."""
        self.list.executeDelayedItemsLayout()
        return QPointF(self.list.visualRect(self.pane._model.index_of(key)).topLeft()) + within

    def click(self, key: str, action: str) -> None:
        """Click a painted button."""
        at = self.at(key, self.button(key, action).rect.center()).toPoint()
        self.bot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """A pane that shows the usual view, the first card focused."""
    return Stage(qtbot).show(usual())


@pytest.fixture
def new_stage(qtbot: QtBot) -> Callable[[], Stage]:
    """A pane that shows nothing yet."""
    return lambda: Stage(qtbot)


@pytest.fixture
def cards() -> type:
    """The makers of cards and views."""

    class Cards:
        card = staticmethod(card)
        view_of = staticmethod(view_of)
        usual = staticmethod(usual)
        check = CHECK
        mark = MARK
        tags = TAGS

    return Cards
