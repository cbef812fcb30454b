"""The menus of the source pane: the one behind the dots, and the one at the pointer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from briefing.model.article import Status
from briefing.ui.source.answering import Answering
from briefing.ui.source.places import overlap
from briefing.ui.source.text import ArticleText
from briefing.ui.source.wishes import Wishes
from briefing.ui.values import SourceView, Span
from briefing.words import Words


class Menus(QObject):
    """Builds both menus and tells what was chosen."""

    details_chosen = Signal()
    folded_chosen = Signal(bool)
    pointed = Signal(object)  # a Span: where the menu was asked for

    def __init__(self, text: ArticleText, wishes: Wishes, answering: Answering) -> None:
        super().__init__(text)
        self._text, self._wishes, self._answering = text, wishes, answering

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
        spot = self._text.where.spot_at(QPointF(place))
        if spot is None or not self._text.row_of(spot.row).is_article:
            return None
        block = self._text.row_of(spot.row).block
        menu = QMenu(self._text)
        article, keep = self._text.page.article, self._answering.keep_blocks
        if article.blocks[block].status is Status.FURNITURE:
            _add(menu, words("source.menu_restore"), partial(keep, block))
            return menu
        self._point(Span(article.id, block, spot.offset, spot.offset + 1))
        self._add_tagging(menu, words, view)
        menu.addSeparator()
        _add(menu, words("source.menu_copy"), self._copy)
        _add(menu, words("source.menu_select_all"), self._text.selectAll)
        menu.addSeparator()
        if article.blocks[block].status is Status.DOUBTFUL:
            _add(menu, words("source.menu_keep"), partial(keep, block))
        _add(menu, words("source.menu_set_aside"), partial(self._answering.drop_blocks, block))
        return menu

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
            QGuiApplication.clipboard().setText(text)

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


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked=False: act())
    return action
