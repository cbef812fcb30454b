"""All around the text: header, strip of sources, tags above it; suggestions below; the popover on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from briefing.model.article import Article
from briefing.ui.afterwards import Afterwards
from briefing.ui.source.answering import Answering
from briefing.ui.source.bars import SIDE_PX, Header, Pending, SourceStrip, SuggestionBar
from briefing.ui.source.chips import TagBar
from briefing.ui.source.popover import Popover
from briefing.ui.source.speech import SEPARATOR, counting, site_of
from briefing.ui.source.wishes import Wishes
from briefing.ui.theme import Theme
from briefing.ui.values import SourceView, TagLook
from briefing.ui.widgets import line
from briefing.words import Words

_COUNTED_AT_ONCE = 2_000  # blocks; a longer article is shown first and counted then

ROOM_PX = 10  # above the tags where the header stands beside tabs
LOW_PX = 150  # a lower pane leaves the suggestions to their keys and the menu, and its room to the text


class Surround(QObject):
    """Holds the bars, and the popover once something was selected."""

    article_pressed = Signal(str)

    def __init__(self, pane: QWidget, wishes: Wishes, answering: Answering) -> None:
        super().__init__(pane)
        self._pane, self._wishes, self._answering = pane, wishes, answering
        self.top, self.bottom = QWidget(pane), QWidget(pane)
        for holder in (self.top, self.bottom):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        self.menu = QMenu(pane)
        self._waiting, self._least = 0, 0
        self._article: Article | None = None
        self._later: Afterwards | None = None
        self._stops: tuple[QWidget, ...] = ()
        self._popover: Popover | None = None
        self.bottom.hide()

    def dress(self, theme: Theme, words: Words) -> None:
        """Makes the bars in a theme and a language."""
        self._theme, self._words = theme, words
        self._header = Header(theme, words, self.menu)
        room, self._least = theme.px(ROOM_PX), theme.px(LOW_PX)
        self._header.compacted.connect(
            lambda on: self._column(self.top).setContentsMargins(0, room if on else 0, 0, 0)
        )
        self._strip = SourceStrip(theme, words)
        self._tags = TagBar(theme, words, (SIDE_PX, 0, SIDE_PX - 6, 13))
        self._suggestions = SuggestionBar(theme, words)
        above: tuple[QWidget, ...] = (self._header, self._strip, self._tags, line())
        for part in above:
            self._column(self.top).addWidget(part)
        self._column(self.bottom).addWidget(line())
        self._column(self.bottom).addWidget(self._suggestions)
        for holder in (self._pane, self.top, self.bottom):
            palette = QPalette(holder.palette())
            palette.setColor(QPalette.ColorRole.Window, theme.color("source"))
            holder.setPalette(palette)
            holder.setAutoFillBackground(True)
        self._connect()

    @property
    def header(self) -> Header:
        """The head of the pane, which can stand beside tabs."""
        return self._header

    def _column(self, holder: QWidget) -> QVBoxLayout:
        return cast(QVBoxLayout, holder.layout())

    def _connect(self) -> None:
        wishes, bar = self._wishes, self._suggestions
        self._strip.pressed.connect(self.article_pressed)
        self._tags.pressed.connect(wishes.tag_with)
        self._tags.new_tag_pressed.connect(wishes.ask_new_tag)
        bar.accept_pressed.connect(wishes.accept_here)
        bar.dismiss_pressed.connect(self._answering.dismiss_suggestion)
        bar.next_pressed.connect(wishes.go_to_suggestion)
        bar.accept_all_pressed.connect(self._answering.accept_all_suggestions)

    def _made_popover(self) -> Popover:
        """The popover, made for the first selection."""
        wishes, made = self._wishes, Popover(self._theme, self._words, self._pane)
        made.tag_pressed.connect(self._tag_from_popover)
        made.new_tag_pressed.connect(wishes.ask_new_tag)
        made.quote_pressed.connect(wishes.ask_second_quote)
        for pressed in (made.new_tag_pressed, made.quote_pressed):
            pressed.connect(self.close_popover)
        return made

    def _tag_from_popover(self, look: TagLook) -> None:
        self.close_popover()
        self._wishes.tag_with(look)

    def show_view(self, view: SourceView, article: Article, *, is_here: bool) -> None:
        """Shows what a view says around its text."""
        if article is not self._article:
            self._article = article
            self._show_article(article)
        self._strip.show_sources(tuple((a.id, site_of(a)) for a in view.articles), view.shown)
        self._tags.show_tags(view.tags)
        pending = Pending(len(view.suggestions), some_done=bool(view.marks), is_here=is_here)
        self._suggestions.show_pending(pending)
        self._waiting = pending.left
        self.fit()
        self._put_in_tab_order()

    def fit(self) -> None:
        """Shows the bar of suggestions where some wait and the pane is high enough for it."""
        self.bottom.setVisible(self._waiting > 0 and self._pane.height() >= self._least)

    def _put_in_tab_order(self) -> None:
        """Header, sources and tags before the text: chips are made anew, and would come last."""
        text = self._pane.focusProxy()
        if text is None:
            return
        stops = (self._header.menu_button, *self._strip.buttons, *self._tags.buttons, text)
        if stops == self._stops:
            return
        self._stops = stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_article(self, article: Article) -> None:
        self._header.show_about(site_of(article))
        if len(article.blocks) <= _COUNTED_AT_ONCE:
            self._show_length()
        else:
            if self._later is not None:
                self._later.stop()
                self._later.deleteLater()
            self._later = Afterwards(self._steps(), self)

    def _show_length(self) -> None:
        for _ in self._steps():
            pass

    def _steps(self) -> Iterator[None]:
        """Counts the article a portion at a time, then says its length, if it is still in view."""
        article = self._article
        if article is None or not article.blocks:
            return
        yield
        said = ""
        for length in counting(article, self._words):
            said = length
            yield
            if article is not self._article:
                return
        self._header.show_about(SEPARATOR.join(p for p in (site_of(article), said) if p))

    def open_popover(self, view: SourceView, selected: list[QRectF], area: QRect) -> None:
        """Offers tags beside a selection."""
        if self._popover is None:
            self._popover = self._made_popover()
        self._popover.offer(view.tags, view.focused_wording if view.focused_point else "")
        self._popover.open_beside(selected, area)

    def close_popover(self) -> None:
        """Closes what was offered."""
        if self._popover is not None:
            self._popover.hide()
