"""Source as List: the sentences of the article one below the other, in a list that any screen reader reads."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from briefing.ui.source.attention import Attention
from briefing.ui.source.badges import BADGE_PX, paint_badge, paint_hollow
from briefing.ui.source.keys import Keys
from briefing.ui.source.sheet import Sheet
from briefing.ui.source.speech import Speaker
from briefing.ui.theme import Theme
from briefing.ui.values import Span, TagLook
from briefing.words import Words

_MOST_BADGES = 3
_GAP_PX = 3
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Sentences(QAbstractListModel):
    """The sentences of a sheet, and the grey lines in view, as rows."""

    def __init__(self, sheet: Sheet, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet, self._theme, self._words = sheet, theme, words
        self._rows: tuple[Span, ...] = ()
        self._at: dict[Span, int] = {}
        self._ratio = parent.devicePixelRatioF()

    def refresh(self) -> None:
        """Shows what the sheet shows now; rows stay where the sentences are the same."""
        rows = self._sheet.standing.stops
        if rows == self._rows:
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self._at = {span: row for row, span in enumerate(rows)}
        self.endResetModel()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def sentence_at(self, row: int) -> Span:
        """The sentence in a row."""
        return self._rows[row]

    def index_of(self, span: Span | None) -> QModelIndex:
        """Where a sentence stands; an invalid index for one that does not."""
        row = self._at.get(span, -1) if span is not None else -1
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many sentences there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A sentence: its text, its badges, and all of it for a screen reader."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        span = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._text(span).split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(span)
        return self._badges(span) if role == Qt.ItemDataRole.DecorationRole else None

    def _text(self, span: Span) -> str:
        return self._sheet.article.blocks[span.block].text[span.start : span.end]

    def _said(self, span: Span) -> str:
        standing = self._sheet.standing
        if not standing.places.is_sentence(span):
            return f"{self._words('source.say_furniture')} {self._text(span)}"
        return Speaker(self._words, self._sheet.view, standing.places).sentence(span)

    def _badges(self, span: Span) -> QPixmap:
        """The badges of a sentence: its tags' filled, its suggestions' hollow; room for one if it has none."""
        places, tags = self._sheet.standing.places, self._sheet.view.tags
        marked = dict.fromkeys(m.tag for m in places.marks_over(span))
        suggested = dict.fromkeys(s.tag for s in places.suggestions_over(span))
        looks = [(tags[tag], True) for tag in sorted(marked)]
        looks += [(tags[tag], False) for tag in suggested if tag not in marked]
        return self._drawn(looks[:_MOST_BADGES])

    def _drawn(self, looks: list[tuple[TagLook, bool]]) -> QPixmap:
        side, gap = self._theme.px(BADGE_PX), self._theme.px(_GAP_PX)
        size = QSize(max(1, len(looks)) * (side + gap), side)
        drawn = QPixmap(size * self._ratio)
        drawn.setDevicePixelRatio(self._ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (look, is_mark) in enumerate(looks):
            paint = paint_badge if is_mark else paint_hollow
            paint(painter, self._theme, look, QPointF(number * (side + gap) + side / 2, side / 2))
        painter.end()
        return drawn


class SentenceList(QListView):
    """The list. The row that is current is where the analyst stands."""

    pointed = Signal(object)  # a Span: a row was clicked

    def __init__(self, sheet: Sheet, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.sentences = Sentences(sheet, theme, words, self)
        self.setModel(self.sentences)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setProperty("look", "sentences")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.clicked.connect(self._clicked)
        self.setFont(theme.reading(theme.px(14) / theme.scale))
        side, top = theme.px(12), theme.px(8)
        self.setViewportMargins(side, top, side, top)
        self.setAccessibleName(words("source.list"))

    def _clicked(self, index: QModelIndex) -> None:
        self.pointed.emit(self.sentences.sentence_at(index.row()))

    def refresh(self) -> None:
        """Shows what the sheet shows now, and where the analyst stands."""
        self.sentences.refresh()
        self.stand()

    def stand(self) -> None:
        """Makes the sentence current on which the analyst stands, and shows it."""
        index = self.sentences.index_of(self._sheet.standing.sentence)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def page_rows(self) -> int:
        """How many rows stand in the window."""
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        return max(1, (last if last >= 0 else self.sentences.rowCount()) - max(0, first) - 1)


class AsList(QObject):
    """Puts the list in the place of the text, and back. It is made when it is first asked for."""

    wished = Signal(object, int)  # a Wish, a digit

    def __init__(self, sheet: Sheet, attention: Attention, dress: tuple[Theme, Words], pane: QWidget) -> None:
        super().__init__(pane)
        self._sheet, self._attention, self._dress, self._pane = sheet, attention, dress, pane
        self._list: SentenceList | None = None
        self._keys: Keys | None = None
        self.letters = True

    @property
    def shown(self) -> SentenceList | None:
        """The list, while it stands in the place of the text."""
        made = self._list
        return made if made is not None and not made.isHidden() else None

    def show(self, *, on: bool) -> None:
        """Shows the list, or the text; the keyboard stays in the pane."""
        if on == (self.shown is not None):
            return
        had_focus = self._pane.hasFocus()
        shown: QWidget = self._made() if on else self._sheet.text
        hidden = self._sheet.text if on else self._list
        if hidden is not None:
            hidden.hide()
        shown.show()
        self._pane.setFocusProxy(shown)
        self.refresh()
        if had_focus:
            shown.setFocus()

    def _made(self) -> SentenceList:
        if self._list is None:
            self._list = SentenceList(self._sheet, *self._dress, self._pane)
            self._list.hide()
            column = cast(QVBoxLayout, self._pane.layout())
            column.insertWidget(column.indexOf(self._sheet.text) + 1, self._list, 1)
            self._list.pointed.connect(self._attention.go_to)
            self._keys = Keys(self._list)
            self._keys.wished.connect(self.wished)
        self.set_letters(self.letters)
        return self._list

    def set_letters(self, on: bool) -> None:
        """Lets single letters and digits act, or not."""
        self.letters = on
        if self._keys is not None:
            self._keys.letters = on

    def refresh(self) -> None:
        """Shows what the sheet shows, if the list is in view."""
        if self.shown is not None:
            self.shown.refresh()

    def stand(self) -> None:
        """Goes to where the analyst stands, if the list is in view."""
        if self.shown is not None:
            self.shown.stand()

    def turn_page(self, direction: int) -> None:
        """Moves by a windowful, of the list or of the text."""
        if self.shown is None:
            self._attention.turn_page(direction)
        else:
            self._sheet.standing.step(direction * self.shown.page_rows())
