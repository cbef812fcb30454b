"""The forms on the start screen: a card for each, one of them chosen, and one to begin another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QWidget

from briefing.ui.start.cards import CARD_WIDTH_PX, NewTemplateCard, TemplateCard
from briefing.ui.start.choices import TemplateChoice
from briefing.ui.theme import Theme
from briefing.words import Words

GAP_PX = 12


class FormCards(QWidget):
    """Shows the forms as cards, as many in a row as there is room for."""

    form_chosen = Signal(str)
    request_new = Signal()
    request_from_word = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.cards: list[TemplateCard] = []
        self.new_card: NewTemplateCard | None = None
        self._room = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(GAP_PX))

    @property
    def chosen(self) -> str:
        """The library name of the chosen form, or empty."""
        return next((c.choice.name for c in self.cards if c.isChecked()), "")

    def show_forms(self, choices: tuple[TemplateChoice, ...], chosen: str) -> None:
        """A card for each; `chosen` is marked."""
        if choices == tuple(c.choice for c in self.cards) and chosen == self.chosen:
            return
        for card in self.cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self.cards = [TemplateCard(self._theme, self._words, c) for c in choices]
        for card in self.cards:
            card.setChecked(card.choice.name == chosen)
            card.clicked.connect(lambda _=False, name=card.choice.name: self.choose(name))
        self._place()

    def offer_new(self) -> None:
        """A last card that begins another form, once; what is painted first does without."""
        if self.new_card is None:
            self.new_card = NewTemplateCard(self._theme, self._words)
            self.new_card.clicked.connect(lambda _=False: self._ask_how())
            self._place()

    def choose(self, name: str) -> None:
        """Marks a form and says so."""
        for card in self.cards:
            card.setChecked(card.choice.name == name)
        self.form_chosen.emit(name)

    def choose_at(self, number: int) -> bool:
        """Chooses the form whose place among the cards is `number`, counted from 1; whether there is one."""
        if not 0 < number <= len(self.cards):
            return False
        self.choose(self.cards[number - 1].choice.name)
        return True

    def fit(self, room: int) -> None:
        """Places the cards in a width."""
        self._room = room
        self._place()

    def _place(self) -> None:
        px = self._theme.px
        columns = max(1, (self._room + px(GAP_PX)) // px(CARD_WIDTH_PX + GAP_PX))
        shown: list[QAbstractButton] = [*self.cards, *([self.new_card] if self.new_card is not None else [])]
        for number, card in enumerate(shown):
            self._grid.addWidget(card, number // columns, number % columns)
        self._grid.setColumnStretch(columns, 1)

    def _ask_how(self) -> None:
        """From the form that is chosen, or from a Word file."""
        menu = QMenu(self)
        menu.addAction(self._words("window.start_new_as_chosen")).triggered.connect(self.request_new)
        menu.addAction(self._words("window.start_new_from_word")).triggered.connect(self.request_from_word)
        card = self.new_card or self
        menu.exec(card.mapToGlobal(card.rect().bottomLeft()))
        menu.deleteLater()
