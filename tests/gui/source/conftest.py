"""A source pane on a screen without a screen, an invented article, and an ear for its wishes."""

from __future__ import annotations

import os
from collections.abc import Callable

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.model.article import Article, Block, Kind, Status
from briefing.ui.sentences import SentenceIndex
from briefing.ui.source.pane import SourcePane
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.values import Mark, SourceView, Span, SuggestionMark, TagLook
from briefing.words import Words

TAGS = (
    TagLook("meeting", "Meeting", 1, "blue"),
    TagLook("agreements", "Agreements", 2, "ochre"),
    TagLook("background", "Background", 3, "green"),
    TagLook("stray", "Stray", 0, "slate"),
)
GREY = ("Home", "Share", "Link copied")
BODY = (
    "Velmark held talks with Castora on Monday. Both sides spent four hours at Port Halden.",
    "They agreed to swap risk data every week 🇪🇺 from July. They will run 10 inspections a year.",
    "“We share one border,” she said. Ties had cooled in 2020.",
)


def article_of(*body: str, **facts: object) -> Article:
    """An article whose body has those paragraphs, below three lines of page furniture and a caption."""
    grey = tuple(Block(text, status=Status.FURNITURE) for text in GREY)
    caption = Block("The hall at Port Halden", Kind.CAPTION)
    blocks = (*grey, caption, *(Block(text) for text in body or BODY))
    known = {"headline": "Velmark and Castora talk", "language": "en", "publisher": "The Courier"} | facts
    return Article("art", blocks=blocks, published="2026-05-14", **known)


class Stage:
    """A shown pane, with the article in it and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.article = article_of()
        self.heard: list[tuple[object, ...]] = []
        self.said: list[str] = []
        self._panes: list[SourcePane] = []
        self.view = SourceView()
        self.dress(Theme(LIGHT), Words("en"))

    def dress(self, theme: Theme, words: Words) -> None:
        """A pane in that theme and language, as a window that takes another one has."""
        self.pane = SourcePane(theme, words)
        self._panes = [*self._panes, self.pane]  # one that is collected while it paints would raise
        self.qtbot.addWidget(self.pane)
        self.pane.resize(480, 760)
        for name in ("request_tag", "request_tag_added", "request_tag_by_id", "request_edit", "request_accept",
                     "request_dismiss", "request_accept_all", "request_second_quote", "request_new_tag",
                     "request_restore", "request_set_aside", "request_resize", "request_focus_point",
                     "request_article", "request_details", "folded_changed"):  # fmt: skip
            getattr(self.pane, name).connect(self._ear(name))
        self.pane.announced.connect(self.said.append)
        self.show()
        self.pane.show()
        self.qtbot.waitExposed(self.pane)
        self.pane.setFocus()

    def _ear(self, name: str) -> Callable[..., None]:
        return lambda *facts: self.heard.append((name, *facts))

    def show(
        self, *marks: tuple[str, int], suggestions: tuple[tuple[str, int], ...] = (), **facts: object
    ) -> None:
        """Shows the article with those quotes marked; tags by their number from 0."""
        made = tuple(Mark(self.span(quote), tag, f"point {n}") for n, (quote, tag) in enumerate(marks))
        self.view = SourceView(
            articles=(self.article,),
            shown=self.article.id,
            tags=TAGS,
            sentences=SentenceIndex().of(self.article),
            marks=tuple(sorted(made, key=lambda m: (m.span.block, m.span.start, m.span.end))),
            suggestions=tuple(SuggestionMark(self.span(quote), tag, "cue") for quote, tag in suggestions),
        )
        self.view = replace(self.view, **facts)
        self.pane.show_view(self.view)
        QApplication.processEvents()

    def span(self, quote: str) -> Span:
        """Where a quote stands in the article."""
        for index, block in enumerate(self.article.blocks):
            start = block.text.find(quote)
            if start >= 0:
                return Span(self.article.id, index, start, start + len(quote))
        raise LookupError(quote)

    def quote(self, span: Span | None) -> str:
        """What stands at a span."""
        return "" if span is None else self.article.blocks[span.block].text[span.start : span.end]

    def stand_on(self, quote: str) -> None:
        """Makes a sentence the current one."""
        self.pane.set_current(self.span(quote))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key over the article."""
        self.qtbot.keyClick(self.pane.text, key, modifiers)

    # The mouse.

    def spot(self, quote: str, *, at_end: bool = False) -> QPointF:
        """The middle of the first letter of a quote, or just before its end."""
        rects = self.pane.text.where.rects_of(self.span(quote))
        rect = rects[-1] if at_end else rects[0]
        return QPointF(rect.right() - 1.5 if at_end else rect.left() + 1.5, rect.center().y())

    def mouse(
        self,
        kind: QEvent.Type,
        at: QPointF,
        *,
        held: bool = True,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """One event of the left button."""
        viewport = self.pane.text.viewport()
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        where = QPointF(viewport.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(viewport, QMouseEvent(kind, at, where, button, buttons, modifiers))

    def click(self, at: QPointF) -> None:
        """Presses and lets go."""
        self.mouse(QEvent.Type.MouseButtonPress, at)
        self.mouse(QEvent.Type.MouseButtonRelease, at, held=False)

    def drag(
        self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Presses, moves and lets go."""
        self.mouse(QEvent.Type.MouseButtonPress, start, modifiers=modifiers)
        self.mouse(QEvent.Type.MouseMove, (start + end) / 2, modifiers=modifiers)
        self.mouse(QEvent.Type.MouseMove, end, modifiers=modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, end, held=False, modifiers=modifiers)

    # What is painted.

    def colours_near(self, quote: str) -> set[str]:
        """The colours painted behind and around the first line of a quote."""
        return self._colours(self.pane.text.where.rects_of(self.span(quote))[0].adjusted(-3, -1, 3, 3))

    def colours_behind(self, quote: str) -> set[str]:
        """The colours painted behind the first line of a quote, and nowhere around it."""
        return self._colours(self.pane.text.where.rects_of(self.span(quote))[0].adjusted(2, 3, -2, -4))

    def _colours(self, area: QRectF) -> set[str]:
        picture = self.pane.text.viewport().grab().toImage()
        rect = area.toAlignedRect()
        across, down = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
        return {QColor(picture.pixel(x, y)).name() for x in across for y in down}

    def gutter_colours(self, quote: str) -> set[str]:
        """The colours painted in the gutter beside the first line of a quote."""
        picture = self.pane.text.viewport().grab().toImage()
        rect = self.pane.text.where.rects_of(self.span(quote))[0]
        rows = range(int(rect.top()), int(rect.bottom()))
        return {QColor(picture.pixel(x, y)).name() for x in range(8, 50) for y in rows}


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """A shown pane with an article and no marks."""
    return Stage(qtbot)
