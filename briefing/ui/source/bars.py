"""The bars around the text: header, strip of sources, and the bar that tells of suggestions."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from briefing.ui.elided import ElidedLabel
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
MOST_BUTTONS = 40  # of the strip of sources: thousands would take seconds to build and fill the pane


class Header(QWidget):
    """The pane's title, the site and how long the article is, and the menu."""

    compacted = Signal(bool)  # it stands elsewhere, beside tabs

    def __init__(self, theme: Theme, words: Words, menu: QMenu) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SIDE_PX), 0, theme.px(10), 0)
        row.setSpacing(theme.px(10))
        self._title = label(words("source.title"), "heading", theme, 13)
        self._about = ElidedLabel("quiet")
        self._about.setFont(theme.interface(12))
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


class SourceStrip(QWidget):
    """The sources of the note, when there are several: press one to see it. Of very many those around it."""

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
        at = next((i for i, (article, _) in enumerate(sources) if article == shown), 0)
        first = max(0, min(at - MOST_BUTTONS // 2, len(sources) - MOST_BUTTONS))
        for number, (article, name) in enumerate(sources[first : first + MOST_BUTTONS], first + 1):
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
        accept = self._answer("Enter", words("source.accept"), words("source.accept_name"), self.accept_pressed)
        dismiss = self._answer("X", words("source.dismiss"), words("source.dismiss_name"), self.dismiss_pressed)
        self._row.addStretch(1)
        self._next = self._link(words("source.next"), words("source.next_name"), self.next_pressed)
        self._all = self._link(
            words("source.accept_all"), words("source.accept_all_name"), self.accept_all_pressed
        )
        self._given_up = (self._next, dismiss, accept, self._all)  # in this order, where there is no room

    def _answer(self, key: str, text: str, name: str, wish: SignalInstance) -> QPushButton:
        cap = label(key, "keycap", self._theme, 11.5)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made = button(text, "quiet", name)
        made.setToolTip(tip(name))
        made.setMinimumHeight(self._theme.px(TARGET_PX))
        made.setFont(self._theme.interface(12))
        made.clicked.connect(lambda _checked=False: wish.emit())
        self._row.addWidget(cap)
        self._row.addWidget(made)
        return made

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
        self._fit()
        self.setVisible(pending.left > 0)

    def minimumSizeHint(self) -> QSize:
        """Any width will do: what there is no room for can be done by key."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives up what has no room, or shows it again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for part in self._given_up:
            part.show()
        self._next.setVisible(not self._shown.is_here)
        self._all.setVisible(self._shown.left > 1)
        for part in self._given_up:
            if self._needed() <= self.width():
                return
            part.hide()

    def _needed(self) -> int:
        shown = [w for i in range(self._row.count()) if (item := self._row.itemAt(i)) and (w := item.widget())]
        widths = [w.sizeHint().width() + self._row.spacing() for w in shown if not w.isHidden()]
        return sum(widths) + self._theme.px(2 * SIDE_PX + 14)
