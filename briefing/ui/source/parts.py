"""The parts of the source pane, built and joined to each other; what they ask for leaves by the pane."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.ui.source.answering import Answering
from briefing.ui.source.attention import Attention
from briefing.ui.source.gestures import Gestures
from briefing.ui.source.granting import Granting
from briefing.ui.source.hover import Hover
from briefing.ui.source.keys import Keys, Wish
from briefing.ui.source.listing import AsList
from briefing.ui.source.menus import Menus
from briefing.ui.source.overlay import Overlay
from briefing.ui.source.sheet import Sheet
from briefing.ui.source.surround import Surround
from briefing.ui.source.text import ArticleText
from briefing.ui.source.under import Under
from briefing.ui.source.wishes import Wishes
from briefing.ui.theme import Theme
from briefing.ui.values import SourceView, Span
from briefing.words import Words

LEAST_TEXT_PX = 36


class Parts(QObject):
    """Builds the parts into a pane, in a theme and a language."""

    current_changed = Signal(object)  # Span or None

    def __init__(self, theme: Theme, words: Words, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane, self.words = pane, words
        overlay = Overlay(theme, words)
        self.text = ArticleText(theme, overlay, pane)
        self.text.setAccessibleName(words("source.text"))
        self.sheet = Sheet(self.text, overlay, theme, words)
        self.standing = self.sheet.standing
        self.granting = Granting(self.standing, words)
        self.answering = Answering(self.standing, self.granting, lambda: self.sheet.article)
        self.wishes = Wishes(self.standing, self.granting, self.answering)
        self.attention = Attention(self.sheet, self.wishes, self.granting)
        under = Under(self.text, overlay)
        self.gestures = Gestures(self.text, under, self.standing)
        self.keys = Keys(self.text)
        self.menus = Menus(self.text, under, self.wishes, self.answering)
        self.hover = Hover(self.text, under, self.standing, words)
        self.as_list = AsList(self.sheet, self.attention, (theme, words), pane)
        self.around = Surround(pane, self.wishes, self.answering)
        self.text.setMinimumHeight(theme.px(LEAST_TEXT_PX))
        self._lay_out()
        self._connect()
        self.around.dress(theme, words)
        self._show_around()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.around.top)
        column.addWidget(self.text, 1)
        column.addWidget(self.around.bottom)
        self._pane.setFocusProxy(self.text)

    def _connect(self) -> None:
        """All wiring between the parts, in one place."""
        wishes, gestures, menus = self.wishes, self.gestures, self.menus
        attention, answering = self.attention, self.answering
        close_popover = self.around.close_popover
        self.keys.wished.connect(self._on_key)
        attention.moved.connect(self._on_moved)
        wishes.page.connect(self.as_list.turn_page)
        self.as_list.wished.connect(self._on_key)
        self.sheet.page_shown.connect(self.as_list.refresh)
        gestures.pressed.connect(close_popover)
        gestures.fold_clicked.connect(self.sheet.turn_fold)
        gestures.grey_clicked.connect(answering.keep_blocks)
        gestures.keep_clicked.connect(answering.keep_run)
        gestures.drop_clicked.connect(answering.drop_run)
        gestures.doubt_clicked.connect(attention.go_to_block)
        gestures.sentence_clicked.connect(attention.go_to)
        gestures.selecting_changed.connect(attention.show_selecting)
        gestures.selected.connect(self._on_selected)
        gestures.abandoned.connect(attention.stand)
        gestures.resizing_changed.connect(attention.show_resizing)
        gestures.resized.connect(attention.resize)
        menus.folded_chosen.connect(self.sheet.set_folded)
        menus.pointed.connect(attention.go_to)
        self.text.left.connect(close_popover)
        self.text.verticalScrollBar().valueChanged.connect(close_popover)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._open_context_menu)
        self.around.menu.aboutToShow.connect(self.fill_menu)

    def show_view(self, view: SourceView) -> None:
        """Shows a view; repaints what changed and keeps sentence, selection, folds and place."""
        changed = self.sheet.show_view(view)
        self.attention.stand()
        self.text.update_rows(changed)
        self.as_list.refresh()
        self._show_around()
        self.granting.answered(view)

    def _show_around(self) -> None:
        sheet = self.sheet
        self.around.show_view(sheet.view, sheet.article, is_here=self.attention.has_suggestion())

    def _on_key(self, wish: Wish, digit: int) -> None:
        self.around.close_popover()
        self.wishes.hear(wish, digit)

    def _on_moved(self, current: Span | None) -> None:
        self.as_list.stand()
        self._show_around()
        self.current_changed.emit(current)

    def _on_selected(self, span: Span) -> None:
        self.standing.select(span)
        current = self.standing.current
        if current is not None:
            corner = self.text.mapTo(self._pane, QPoint(0, 0))
            rects = [r.translated(corner) for r in self.text.where.rects_of(current)]
            self.around.open_popover(self.sheet.view, rects, QRect(corner, self.text.size()))

    def fill_menu(self) -> None:
        """Fills the menu behind the dots."""
        folded = self.sheet.folds.folded
        self.menus.fill_main(self.around.menu, self.words, self.sheet.view, folded=folded)

    def _open_context_menu(self, place: QPoint) -> None:
        menu = self.menus.context(self.words, self.sheet.view, place)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.text.viewport().mapToGlobal(place))
