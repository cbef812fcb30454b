"""Inline messages: what happened, what is safe, what to do. They stay; good news goes after 8 s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing.ui.icons import pixmap
from briefing.ui.theme import Theme
from briefing.ui.widgets import ICON_PX, button, label, tool_button
from briefing.ui.work_bar import Work, WorkBar
from briefing.words import Words

GOOD_NEWS_MS = 8000
MOST_KEPT = 100

Look = Literal["info", "warn", "danger", "good"]
Stay = Literal["waiting", "passing"]  # until somebody dismisses it; for 8 s
_ICONS = {"info": ("info", "accent"), "warn": ("warning", "warning"), "danger": ("error", "danger")}


class Answer(Struct, frozen=True):
    """A button of a message: its words and what it does. The message closes first."""

    text: str
    act: Callable[[], object]
    primary: bool = False


class Message(Struct, frozen=True):
    """One message. `detail` is offered as Copy Details; one of the same `about` settles it."""

    look: Look
    title: str
    text: str = ""
    answers: tuple[Answer, ...] = ()
    detail: str = ""
    about: str = ""


class MessageArea(QWidget):
    """Shows the newest message over the panes and remembers those that were shown.

    Good news stands below a message that still waits for somebody, and never takes its place.
    """

    shown = Signal(str)  # for announcements

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._bars: dict[Stay, tuple[Message, QFrame]] = {}
        self.work: WorkBar | None = None
        self.kept: list[Message] = []
        self._timer = QTimer(self, interval=GOOD_NEWS_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self._end("passing"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Shows `message` in place of the one of its kind before it."""
        stay: Stay = "passing" if message.look == "good" else "waiting"
        self.kept = [*self.kept[-(MOST_KEPT - 1) :], message]
        if message.about:
            self.settle(message.about)
        for before in ("passing", stay):
            self._end(before)
        bar = self._bar_of(message, stay)
        self._column.insertWidget(len(self._bars), bar)
        self._bars[stay] = message, bar
        self._refresh()
        if stay == "passing":
            self._timer.start()
        self.shown.emit(f"{message.title} {message.text}".strip())

    def settle(self, about: str) -> None:
        """What was said about this matter is over."""
        message, _ = self._bars.get("waiting", (None, None))
        if message is not None and message.about == about:
            self._end("waiting")

    def show_work(self, work: Work | None) -> None:
        """Shows what is under way below any message, until it is None."""
        if self.work is not None and work is not None:
            self.work.show_work(work)
        elif work is not None:
            self.work = WorkBar(self._theme, self._words, work)
            self._column.addWidget(self.work)
            self.shown.emit(f"{work.title} {work.text}".strip())
        elif self.work is not None:
            self._column.removeWidget(self.work)
            self.work.deleteLater()
            self.work = None
        self._refresh()

    def take_over(self, other: MessageArea) -> None:
        """Remembers what another area said; what shows there shows here, without the buttons meant for it."""
        for message, _ in other._bars.values():
            self.show_message(replace(message, answers=()))
        self.kept = list(other.kept)

    def dismiss(self) -> None:
        """Takes all that was said away; it stays in the list of messages."""
        self._end("passing")
        self._end("waiting")

    def _end(self, stay: Stay) -> None:
        _, bar = self._bars.pop(stay, (None, None))
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(self._bars) or self.work is not None)

    def _bar_of(self, message: Message, stay: Stay) -> QFrame:
        bar = QFrame()
        bar.setProperty("look", message.look)
        bar.setAccessibleName(f"{message.title} {message.text}".strip())
        row = QHBoxLayout(bar)
        px = self._theme.px
        row.setContentsMargins(px(18), px(7), px(12), px(7))
        row.setSpacing(px(10))
        row.addWidget(self._icon(message.look), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._texts(message), 1)
        self._add_answers(row, message, stay)
        return bar

    def _icon(self, look: Look) -> QLabel:
        drawing, colour = _ICONS.get(look, ("check", "success"))
        holder = QLabel()
        size = self._theme.px(ICON_PX)
        holder.setPixmap(pixmap(drawing, self._theme.color(colour), size, self.devicePixelRatioF()))
        return holder

    def _texts(self, message: Message) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        for text, look in ((message.title, "heading"), (message.text, "secondary")):
            if text:
                shown = label(text, look, self._theme, 13)
                shown.setWordWrap(True)
                column.addWidget(shown)
        column.addStretch()
        return column

    def _add_answers(self, row: QHBoxLayout, message: Message, stay: Stay) -> None:
        for answer in message.answers:
            made = button(answer.text, "primary" if answer.primary else "")
            made.clicked.connect(lambda _=False, a=answer: self._answered(a, stay))
            row.addWidget(made)
        if message.detail:
            copy = button(self._words("window.details"), "quiet")
            copy.clicked.connect(lambda _=False: QGuiApplication.clipboard().setText(message.detail))
            row.addWidget(copy)
        away = tool_button(self._theme, "close", self._words("window.dismiss"))
        away.clicked.connect(lambda _=False: self._end(stay))
        row.addWidget(away)

    def _answered(self, answer: Answer, stay: Stay) -> None:
        self._end(stay)
        answer.act()
