"""The bars around the text: header, strip of sources, and the bar that tells of suggestions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from briefing.ui.flow import FlowLayout
from briefing.ui.icons import pixmap
from briefing.ui.theme import Theme
from briefing.ui.tip import tip
from briefing.ui.widgets import button, label, tool_button
from briefing.words import Words

HEADER_PX = 40
SUGGESTIONS_PX = 44
TARGET_PX = 24
SIDE_PX = 18


class Header(QWidget):
    """The pane's title, the site and how long the article is, and the menu."""

    compacted = Signal(bool)  # it stands elsewhere, beside tabs

    def __init__(self, theme: Theme, words: Words, menu: QMenu) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SIDE_PX), 0, theme.px(10), 0)
        row.setSpacing(theme.px(10))
        self._title = label(words("source.title"), "heading", theme, 13)
        self._about = ElidedLabel("", "quiet", theme)
        self.menu_button = tool_button(theme, "more", words("source.menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        row.addWidget(self._title)
        row.addWidget(self._about, 1)
        row.addWidget(self.menu_button)
        self.setMinimumHeight(theme.px(HEADER_PX))

    def set_compact(self, compact: bool) -> None:
        """Without the title, where a tab says it."""
        self._title.setHidden(compact)
        self.compacted.emit(compact)

    def show_about(self, text: str) -> None:
        """Shows site and length."""
        self._about.show_text(text)


class ElidedLabel(QLabel):
    """A line of plain text that ends in an ellipsis where there is no room, and says the rest in a tool tip."""

    def __init__(self, text: str, look: str, theme: Theme, size: float = 12) -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setFont(theme.interface(size))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows a text."""
        self._text = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Fits the text to the new width."""
        del event
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(tip(self._text) if shown != self._text else "")


class SourceStrip(QWidget):
    """The sources of the note, when there are several: press one to see it."""

    pressed = Signal(str)  # an article's id

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shown: tuple[tuple[tuple[str, str], ...], str] = ((), "")
        self._flow = FlowLayout(theme.px(6), self)
        self._flow.setContentsMargins(theme.px(SIDE_PX), 0, theme.px(SIDE_PX), theme.px(6))
        self.setAccessibleName(words("source.sources"))
        self.hide()

    def show_sources(self, sources: tuple[tuple[str, str], ...], shown: str) -> None:
        """Shows (id, name) of each source; hidden when there is only one."""
        if (sources, shown) == self._shown:
            return
        self._shown = (sources, shown)
        self._flow.clear()
        for number, (article, name) in enumerate(sources, 1):
            self._flow.addWidget(self._button(number, article, name, is_shown=article == shown))
        self.setVisible(len(sources) > 1)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What can be pressed, in order."""
        return self._flow.widgets()

    def _button(self, number: int, article: str, name: str, *, is_shown: bool) -> QToolButton:
        made = QToolButton(self)
        made.setText(f"{number}  {name}")
        made.setCheckable(True)
        made.setChecked(is_shown)
        made.setAccessibleName(self._words("source.source_number", number=number, name=name))
        made.setFont(self._theme.interface(12, QFont.Weight.DemiBold if is_shown else QFont.Weight.Normal))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: self.pressed.emit(article))
        return made


class Pending(NamedTuple):
    """What the suggestion bar tells: how many are left, whether some are done, and whether one is here."""

    left: int
    some_done: bool
    is_here: bool


class SuggestionBar(QWidget):
    """How many suggestions wait and which keys answer them; hidden when there is nothing to say."""

    accept_pressed = Signal()
    dismiss_pressed = Signal()
    next_pressed = Signal()
    accept_all_pressed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(SIDE_PX), 0, theme.px(SIDE_PX), 0)
        self._row.setSpacing(theme.px(8))
        self.setMinimumHeight(theme.px(SUGGESTIONS_PX))
        self._shown = Pending(0, some_done=False, is_here=False)
        self._build()
        self.hide()

    def _build(self) -> None:
        theme, words = self._theme, self._words
        drawing = QLabel()
        ink = QColor(theme.palette.tag("violet").ink)
        drawing.setPixmap(pixmap("suggestion", ink, theme.px(18), self.devicePixelRatioF()))
        self._count = label("", "heading", theme, 13)
        self._row.addWidget(drawing)
        self._row.addWidget(self._count)
        self._row.addSpacing(theme.px(6))
        self._answer("Enter", words("source.accept"), words("source.accept_name"), self.accept_pressed)
        self._answer("X", words("source.dismiss"), words("source.dismiss_name"), self.dismiss_pressed)
        self._row.addStretch(1)
        self._next = self._link(words("source.next"), words("source.next_name"), self.next_pressed)
        self._all = self._link(
            words("source.accept_all"), words("source.accept_all_name"), self.accept_all_pressed
        )

    def _answer(self, key: str, text: str, name: str, wish: SignalInstance) -> None:
        cap = label(key, "keycap", self._theme, 11.5)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made = button(text, "quiet", name)
        made.setMinimumHeight(self._theme.px(TARGET_PX))
        made.setFont(self._theme.interface(12))
        made.clicked.connect(lambda _checked=False: wish.emit())
        self._row.addWidget(cap)
        self._row.addWidget(made)

    def _link(self, text: str, name: str, wish: SignalInstance) -> QPushButton:
        made = button(text, "link", name)
        made.setMinimumHeight(self._theme.px(TARGET_PX))
        made.setFont(self._theme.interface(12, QFont.Weight.Medium))
        made.clicked.connect(lambda _checked=False: wish.emit())
        self._row.addWidget(made)
        return made

    def show_pending(self, pending: Pending) -> None:
        """Shows how many suggestions are left."""
        if pending == self._shown:
            return
        self._shown = pending
        key = "source.suggestions_left" if pending.some_done else "source.suggestions"
        self._count.setText(self._words(key, count=pending.left))
        self._next.setVisible(not pending.is_here)
        self._all.setVisible(pending.left > 1)
        self.setVisible(pending.left > 0)
