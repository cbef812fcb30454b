"""The source pane: the article with its marks, and the wishes of the analyst who reads it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
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
from briefing.ui.source.rows import Folds
from briefing.ui.source.sheet import Sheet
from briefing.ui.source.surround import Surround
from briefing.ui.source.text import ArticleText
from briefing.ui.source.under import Under
from briefing.ui.source.wishes import Wishes
from briefing.ui.theme import Theme
from briefing.ui.values import SourceView, Span
from briefing.words import Words


class SourcePane(QWidget):
    """Shows a `SourceView` and emits wishes. It knows no note and no session."""

    request_tag = Signal(object, int)  # Span, digit
    request_tag_added = Signal(object, int)  # Span, digit
    request_tag_by_id = Signal(object, str)  # Span, id of a tag that has no digit
    request_edit = Signal(object)  # Span
    request_accept = Signal(object)  # Span of the suggestion
    request_dismiss = Signal(object)  # Span of the suggestion
    request_accept_all = Signal()
    request_second_quote = Signal(object)  # Span
    request_new_tag = Signal(object)  # Span
    request_restore = Signal(str, object)  # article id, blocks
    request_set_aside = Signal(str, object)  # article id, blocks
    request_resize = Signal(str, object, object)  # point id, old Span, new Span
    request_details = Signal()
    request_link = Signal(object)  # a QUrl that may be opened
    request_focus_point = Signal(str)  # point id
    request_article = Signal(str)  # article id
    folded_changed = Signal(bool)  # from the pane's own menu
    current_changed = Signal(object)  # Span or None
    announced = Signal(str)  # for assistive technology and the status bar

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        overlay = Overlay(theme, words)
        self.text = ArticleText(theme, overlay, self)
        self._sheet = Sheet(self.text, overlay)
        self._standing = self._sheet.standing
        self._granting = Granting(self._standing, words)
        self._answering = Answering(self._standing, self._granting, lambda: self._sheet.article)
        self._wishes = Wishes(self._standing, self._granting, self._answering)
        self._attention = Attention(self._sheet, self._wishes, self._granting)
        under = Under(self.text, overlay)
        self._gestures = Gestures(self.text, under, self._standing)
        self._keys = Keys(self.text)
        self._menus = Menus(self.text, under, self._wishes, self._answering)
        self._hover = Hover(self.text, under, self._standing, words)
        self._as_list = AsList(self._sheet, self._attention, self)
        self._around = Surround(self, self._wishes, self._answering)
        self._lay_out()
        self._pass_wishes_on()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._around.top)
        column.addWidget(self.text, 1)
        column.addWidget(self._around.bottom)
        self.setFocusProxy(self.text)

    def _pass_wishes_on(self) -> None:
        wishes, attention = self._wishes, self._attention
        for wish, signal in (
            (wishes.tag, self.request_tag),
            (wishes.tag_added, self.request_tag_added),
            (wishes.tag_by_id, self.request_tag_by_id),
            (wishes.edit, self.request_edit),
            (self._answering.accept, self.request_accept),
            (self._answering.dismiss, self.request_dismiss),
            (self._answering.accept_all, self.request_accept_all),
            (wishes.second_quote, self.request_second_quote),
            (wishes.new_tag, self.request_new_tag),
            (self._answering.keep, self.request_restore),
            (self._answering.drop, self.request_set_aside),
            (wishes.announced, self.announced),
            (self._granting.announced, self.announced),
            (attention.announced, self.announced),
            (attention.point_met, self.request_focus_point),
            (attention.resized, self.request_resize),
            (self._menus.details_chosen, self.request_details),
            (self._gestures.loss_clicked, self.request_details),
            (self._gestures.link_clicked, self.request_link),
            (self._menus.link_chosen, self.request_link),
            (self._menus.folded_chosen, self.folded_changed),
            (self._around.article_pressed, self.request_article),
        ):
            wish.connect(signal)

    def _connect(self) -> None:
        """All wiring between the parts, in one place."""
        wishes, gestures, menus = self._wishes, self._gestures, self._menus
        attention, answering = self._attention, self._answering
        close_popover = self._around.close_popover
        self._keys.wished.connect(self._on_key)
        attention.moved.connect(self._on_moved)
        wishes.page.connect(self._as_list.turn_page)
        self._as_list.wished.connect(self._on_key)
        self._sheet.page_shown.connect(self._as_list.refresh)
        gestures.pressed.connect(close_popover)
        gestures.fold_clicked.connect(self._sheet.turn_fold)
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
        menus.folded_chosen.connect(self.set_folded)
        menus.pointed.connect(attention.go_to)
        self.text.left.connect(close_popover)
        self.text.verticalScrollBar().valueChanged.connect(close_popover)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._open_context_menu)
        self._around.menu.aboutToShow.connect(self._fill_menu)

    # What it is given.

    def show_view(self, view: SourceView) -> None:
        """Shows a view; repaints what changed and keeps sentence, selection, folds and place."""
        changed = self._sheet.show_view(view)
        self._attention.stand()
        self.text.update_rows(changed)
        self._as_list.refresh()
        self._show_around()
        self._granting.answered(view)

    def _show_around(self) -> None:
        sheet = self._sheet
        self._around.show_view(sheet.view, sheet.article, is_here=self._attention.has_suggestion())

    def set_theme(self, theme: Theme) -> None:
        """Shows everything in a theme's colours and sizes."""
        self._theme = theme
        self.text.setAccessibleName(self._words("source.text"))
        self._around.dress(theme, self._words)
        self._sheet.dress(theme, self._words)
        self._as_list.dress(theme, self._words)
        self._show_around()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = self._granting.words = self._hover.words = words
        self.set_theme(self._theme)
        self._sheet.show_again()

    def set_text_size(self, px: float) -> None:
        """Sets the size of the article's text, in px at 100%."""
        self._sheet.set_text_size(px)

    def set_single_letter_keys(self, on: bool) -> None:
        """Lets single letters and digits act, or not."""
        self._keys.letters = on
        self._as_list.set_letters(on)

    def set_step_after_tagging(self, on: bool) -> None:
        """Steps to the next untagged sentence after a tag, or stays."""
        self._granting.steps_after_tagging = on

    def set_folded(self, folded: bool) -> None:
        """Hides all runs of page furniture, or shows them."""
        self._sheet.set_folded(folded)

    def state(self) -> tuple[Folds, tuple[int, int] | None]:
        """What is folded, and the block and character at the top of the window."""
        return self._sheet.state()

    def take_up(self, folds: Folds, top: tuple[int, int] | None) -> None:
        """Goes back to a `state`, as far as the article is still what it was."""
        self._sheet.take_up(folds, top)

    def set_as_list(self, on: bool) -> None:
        """Shows the sentences in a plain list, or the text."""
        self._as_list.show(self._theme, self._words, on=on)

    # Where the analyst stands.

    def current(self) -> Span | None:
        """The selection if there is one, else the current sentence."""
        return self._standing.current

    def current_sentence(self) -> Span | None:
        """The current sentence."""
        return self._standing.sentence

    def set_current(self, span: Span) -> None:
        """Stands on a sentence, or selects another stretch; scrolls only if it is hidden."""
        self._standing.stand_on(span, by_analyst=False)
        self._sheet.reveal(span)

    def step(self, direction: int) -> None:
        """Moves to the next (+1) or the previous (-1) sentence."""
        self._standing.step(direction)

    def step_to_untagged(self) -> None:
        """Moves to the next sentence without a tag."""
        self._wishes.step_to_untagged()

    def reveal(self, span: Span) -> None:
        """Shows a stretch, opening what hides it."""
        self._sheet.reveal(span)

    def find(self, text: str, backward: bool = False) -> bool:  # type: ignore[override]  # noqa: FBT002 - the contract
        """Selects the next place that reads `text`, going round; False if there is none."""
        return self._attention.find(text, backward=backward)

    # What happens.

    def _on_key(self, wish: Wish, digit: int) -> None:
        self._around.close_popover()
        self._wishes.hear(wish, digit)

    def _on_moved(self, current: Span | None) -> None:
        self._as_list.stand()
        self._show_around()
        self.current_changed.emit(current)

    def _on_selected(self, span: Span) -> None:
        self._standing.select(span)
        current = self._standing.current
        if current is not None:
            corner = self.text.mapTo(self, QPoint(0, 0))
            rects = [r.translated(corner) for r in self.text.where.rects_of(current)]
            self._around.open_popover(self._sheet.view, rects, QRect(corner, self.text.size()))

    def _fill_menu(self) -> None:
        folded = self._sheet.folds.folded
        self._menus.fill_main(self._around.menu, self._words, self._sheet.view, folded=folded)

    def _open_context_menu(self, place: QPoint) -> None:
        menu = self._menus.context(self._words, self._sheet.view, place)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.text.viewport().mapToGlobal(place))
