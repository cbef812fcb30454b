"""The source pane: the article with its marks, and the wishes of the analyst who reads it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from briefing.ui.source.parts import Parts
from briefing.ui.source.rows import Folds
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
        self.parts = Parts(theme, words, self)
        self.text = self.parts.text
        self._pass_wishes_on()

    def _pass_wishes_on(self) -> None:
        parts, wishes, attention = self.parts, self.parts.wishes, self.parts.attention
        for wish, signal in (
            (wishes.tag, self.request_tag),
            (wishes.tag_added, self.request_tag_added),
            (wishes.tag_by_id, self.request_tag_by_id),
            (wishes.edit, self.request_edit),
            (parts.answering.accept, self.request_accept),
            (parts.answering.dismiss, self.request_dismiss),
            (parts.answering.accept_all, self.request_accept_all),
            (wishes.second_quote, self.request_second_quote),
            (wishes.new_tag, self.request_new_tag),
            (parts.answering.keep, self.request_restore),
            (parts.answering.drop, self.request_set_aside),
            (wishes.announced, self.announced),
            (parts.granting.announced, self.announced),
            (attention.announced, self.announced),
            (attention.point_met, self.request_focus_point),
            (attention.resized, self.request_resize),
            (parts.menus.details_chosen, self.request_details),
            (parts.gestures.loss_clicked, self.request_details),
            (parts.gestures.link_clicked, self.request_link),
            (parts.menus.link_chosen, self.request_link),
            (parts.menus.folded_chosen, self.folded_changed),
            (parts.around.article_pressed, self.request_article),
            (parts.current_changed, self.current_changed),
        ):
            wish.connect(signal)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """What does not fit gives way."""
        self.parts.around.fit()

    # What it is given.

    def show_view(self, view: SourceView) -> None:
        """Shows a view; repaints what changed and keeps sentence, selection, folds and place."""
        self.parts.show_view(view)

    def set_text_size(self, px: float) -> None:
        """Sets the size of the article's text, in px at 100%."""
        self.parts.sheet.set_text_size(px)

    def set_single_letter_keys(self, on: bool) -> None:
        """Lets single letters and digits act, or not."""
        self.parts.keys.letters = on
        self.parts.as_list.set_letters(on)

    def set_step_after_tagging(self, on: bool) -> None:
        """Steps to the next untagged sentence after a tag, or stays."""
        self.parts.granting.steps_after_tagging = on

    def set_folded(self, folded: bool) -> None:
        """Hides all runs of page furniture, or shows them."""
        self.parts.sheet.set_folded(folded)

    def set_as_list(self, on: bool) -> None:
        """Shows the sentences in a plain list, or the text."""
        self.parts.as_list.show(on=on)

    @property
    def header(self) -> QWidget:
        """The head of the pane, which can stand beside tabs."""
        return self.parts.around.header

    def state(self) -> tuple[Folds, tuple[int, int] | None]:
        """What is folded, and the block and character at the top of the window."""
        return self.parts.sheet.state()

    def take_up(self, folds: Folds, top: tuple[int, int] | None) -> None:
        """Goes back to a `state`, as far as the article is still what it was."""
        self.parts.sheet.take_up(folds, top)

    # Where the analyst stands.

    def current(self) -> Span | None:
        """The selection if there is one, else the current sentence."""
        return self.parts.standing.current

    def current_sentence(self) -> Span | None:
        """The current sentence."""
        return self.parts.standing.sentence

    def set_current(self, span: Span) -> None:
        """Stands on a sentence, or selects another stretch; scrolls only if it is hidden."""
        self.parts.standing.stand_on(span, by_analyst=False)
        self.parts.sheet.reveal(span)

    def step_to_untagged(self) -> None:
        """Moves to the next sentence without a tag."""
        self.parts.wishes.step_to_untagged()

    def find(self, text: str, backward: bool = False) -> bool:  # type: ignore[override]  # noqa: FBT002 - the contract
        """Selects the next place that reads `text`, going round; False if there is none."""
        return self.parts.attention.find(text, backward=backward)
