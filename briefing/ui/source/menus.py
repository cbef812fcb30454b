"""The menus of the source pane: the one behind the dots, and the one at the pointer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from briefing.model.article import Status
from briefing.ui.source.answering import Answering
from briefing.ui.source.links import address_of, host_of, links_over, told
from briefing.ui.source.places import Places, overlap
from briefing.ui.source.text import ArticleText
from briefing.ui.source.under import Under
from briefing.ui.source.wishes import Wishes
from briefing.ui.tip import tip
from briefing.ui.values import SourceView, Span
from briefing.words import Words

_MOST_LINKS = 5  # of a sentence


class Menus(QObject):
    """Builds both menus and tells what was chosen."""

    details_chosen = Signal()
    folded_chosen = Signal(bool)
    link_chosen = Signal(object)  # a QUrl
    pointed = Signal(object)  # a Span: where the menu was asked for

    def __init__(self, text: ArticleText, under: Under, wishes: Wishes, answering: Answering) -> None:
        super().__init__(text)
        self._text, self._under, self._wishes, self._answering = text, under, wishes, answering

    def fill_main(self, menu: QMenu, words: Words, view: SourceView, *, folded: bool) -> None:
        """The menu behind the dots."""
        menu.clear()
        _add(menu, words("source.menu_details"), self.details_chosen.emit).setEnabled(bool(view.shown))
        shown = _add(menu, words("source.menu_show_hidden"), lambda: self.folded_chosen.emit(not folded))
        shown.setCheckable(True)
        shown.setChecked(not folded)
        menu.addSeparator()
        step = self._wishes.step_to_untagged
        _add(menu, words("source.menu_next_untagged"), step).setEnabled(bool(view.sentences))
        accept = _add(menu, words("source.menu_accept_all"), self._answering.accept_all_suggestions)
        accept.setEnabled(bool(view.suggestions))

    def context(self, words: Words, view: SourceView, place: QPoint) -> QMenu | None:
        """The menu at a place of the viewport; None where there is nothing to do."""
        letter = self._under.letter(QPointF(place))
        if letter is None:
            return None
        menu, block = QMenu(self._text), letter.block
        self._add_links(menu, words, letter, view)
        article, keep = self._text.page.article, self._answering.keep_blocks
        if article.blocks[block].status is Status.FURNITURE:
            _add(menu, words("source.menu_restore"), partial(keep, block))
            return menu
        self._point(letter)
        self._add_tagging(menu, words, view)
        menu.addSeparator()
        _add(menu, words("source.menu_copy"), self._copy)
        _add(menu, words("source.menu_select_all"), self._text.selectAll)
        menu.addSeparator()
        if article.blocks[block].status is Status.DOUBTFUL:
            _add(menu, words("source.menu_keep"), partial(keep, block))
        _add(menu, words("source.menu_set_aside"), partial(self._answering.drop_blocks, block))
        return menu

    def _add_links(self, menu: QMenu, words: Words, letter: Span, view: SourceView) -> None:
        """The link under the pointer, else those of the sentence: each opens, or is copied."""
        article = self._text.page.article
        sentence = next((s for s in Places(view).sentences_in(letter.block) if overlap(s, letter)), letter)
        links = links_over(article, letter) or links_over(article, sentence)
        for url in filter(None, map(address_of, links[:_MOST_LINKS])):
            said = words("source.menu_link", host=host_of(url).replace("&", "&&"))
            _add(menu, said, partial(self.link_chosen.emit, url)).setToolTip(tip(told(url)))
            _add(menu, words("source.menu_copy_link"), partial(_copy_text, told(url)))
        if links:
            menu.setToolTipsVisible(True)
            menu.addSeparator()

    def _point(self, span: Span) -> None:
        """Stands where the menu is asked for, unless that lies in the selection."""
        current = self._wishes.current
        if current is None or not overlap(current, span):
            self.pointed.emit(span)

    def _copy(self) -> None:
        """Copies the selection; without one, the current sentence."""
        current = self._wishes.current
        if self._text.textCursor().hasSelection():
            self._text.copy()
        elif current is not None:
            text = self._text.page.text_of(current.block)[current.start : current.end]
            _copy_text(text)

    def _add_tagging(self, menu: QMenu, words: Words, view: SourceView) -> None:
        wishes = self._wishes
        for look in view.tags:
            action = _add(menu, words("source.menu_tag", tag=look.name), partial(wishes.tag_with, look))
            if look.digit:
                action.setText(f"{action.text()}\t{look.digit}")
        _add(menu, f"{words('source.menu_new_tag')}\tCtrl+T", wishes.ask_new_tag)
        menu.addSeparator()
        _add(menu, f"{words('source.menu_edit')}\tE", wishes.edit_here)
        quote = _add(menu, f"{words('source.menu_quote')}\tQ", wishes.ask_second_quote)
        quote.setEnabled(bool(view.focused_point))


def _copy_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked=False: act())
    return action
