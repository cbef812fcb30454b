"""The template picker: every form with whose it is, searched by name, the open note on its page."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing import template as templates
from briefing.model.note import Note
from briefing.template import Template
from briefing.template.moves import moves_of
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.dialogs.template.side import Side
from briefing.ui.home import Home
from briefing.ui.theme import Theme
from briefing.words import Words

WIDTH_PX, HEIGHT_PX, LIST_PX, ROW_PX, NARROW_PX = 900, 600, 360, 62, 680
Index = QModelIndex | QPersistentModelIndex


class Offer(Struct, frozen=True):
    """A form of the library: its name there, itself, and whose it is (own, team, shipped)."""

    name: str
    form: Template
    origin: str


def offers(home: Home) -> tuple[Offer, ...]:
    """Every form that can be used."""
    origins = home.origins()
    return tuple(Offer(name, form, origins.get(name, "own")) for name, form in home.forms())


class OfferModel(QAbstractListModel):
    """The forms; each row says all that its picture shows."""

    def __init__(
        self, offered: tuple[Offer, ...], current: str, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._offered, self._current, self._words = offered, current, words

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._offered):
            return None
        offer = self._offered[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.form.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{offer.form.name}, {self.mark(offer)}. {offer.form.description}"
            case Qt.ItemDataRole.ToolTipRole:
                return offer.form.description or None
            case Qt.ItemDataRole.UserRole:
                return offer
        return None

    def mark(self, offer: Offer) -> str:
        """Whose it is, and whether the note is in it."""
        mark = self._words(f"templates.mark_{offer.origin}")
        return f"{mark} · {self._words('templates.picker_current')}" if offer.name == self._current else mark


class OfferFilter(QSortFilterProxyModel):
    """Keeps the forms whose name or description holds every word that is searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()

    def search(self, text: str) -> None:
        """Shows what fits."""
        self._wanted = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        offer = self.sourceModel().index(row, 0, parent).data(Qt.ItemDataRole.UserRole)
        said = f"{offer.form.name} {offer.form.description} {offer.name}".casefold()
        return all(word in said for word in self._wanted)


class OfferPainter(QStyledItemDelegate):
    """Name, description and mark in two lines."""

    def __init__(self, theme: Theme, model: OfferModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        offer = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_fill") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, px(8), px(8))
        inner = area.adjusted(px(12), px(9), -px(12), -px(9))
        mark = self._model.mark(offer)
        painter.setFont(theme.interface(12))
        mark_width = painter.fontMetrics().horizontalAdvance(mark) + px(8)
        team = offer.origin == "team"
        self._line(painter, inner, mark, "accent" if team else "secondary", Qt.AlignmentFlag.AlignRight)
        painter.setFont(theme.interface(13.5, QFont.Weight.DemiBold))
        self._line(painter, inner.adjusted(0, 0, -mark_width, 0), offer.form.name, "text")
        painter.setFont(theme.interface(12))
        self._line(painter, inner.adjusted(0, px(23), 0, px(6)), offer.form.description, "secondary")
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        ink: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(self._theme.color(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | side, shown)


class TemplatePicker(Sheet):
    """Type to search, arrows to look, Enter to use."""

    def __init__(
        self, theme: Theme, words: Words, offered: tuple[Offer, ...], note: Note, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words("templates.picker_title"), parent)
        self._note = note
        self._form = templates.parse(note.template.source, note.template.name)
        self.search = QLineEdit()
        self.search.setPlaceholderText(words("templates.picker_search"))
        self.search.setAccessibleName(words("templates.picker_search"))
        self.model = OfferModel(offered, note.template.name, words, self)
        self.shown = OfferFilter(self)
        self.shown.setSourceModel(self.model)
        self.list = self._list()
        self.side = Side(theme, words, note)
        self._arrange()
        self.said = self.wrapped("")
        self.main = self.add_buttons(words("templates.picker_go"))
        self._connect()
        self._fit_to_screen()
        self._stand_on(note.template.name)
        self.search.setFocus()

    def _list(self) -> QListView:
        made = QListView()
        made.setModel(self.shown)
        made.setItemDelegate(OfferPainter(self.theme, self.model, made))
        made.setAccessibleName(self.words("templates.picker_title"))
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        return made

    def _arrange(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(self.theme.px(16))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        row.addLayout(column, LIST_PX)
        row.addWidget(self.side, WIDTH_PX - LIST_PX)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._look())
        self.list.doubleClicked.connect(self.accept)
        self.list.activated.connect(self.accept)

    def _fit_to_screen(self) -> None:
        room = self.screen().availableGeometry()
        width = min(self.theme.px(WIDTH_PX), room.width() - 40)
        self.resize(width, min(self.theme.px(HEIGHT_PX), room.height() - 60))
        self.side.setVisible(width >= self.theme.px(NARROW_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field move in the list."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def chosen(self) -> str:
        """The library's name of the form that is stood on, or empty."""
        offer = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return offer.name if isinstance(offer, Offer) else ""

    def _stand_on(self, name: str) -> None:
        rows = range(self.shown.rowCount())
        there = (
            i for i in (self.shown.index(r, 0) for r in rows) if i.data(Qt.ItemDataRole.UserRole).name == name
        )
        self.list.setCurrentIndex(next(there, self.shown.index(0, 0)))

    def _search(self, text: str) -> None:
        self.shown.search(text)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.shown.index(0, 0))
        self._look()

    def _look(self) -> None:
        offer = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        self.main.setEnabled(isinstance(offer, Offer))
        if not isinstance(offer, Offer):
            self.said.setText(self.words("templates.picker_none", text=self.search.text()))
            return
        self.side.show_form(offer.form)
        astray = sum(m.count for m in moves_of(self._note, self._form, offer.form) if not m.to)
        key = "templates.picker_moves" if astray else "templates.picker_fits"
        self.said.setText(self.words(key, count=astray) if self._note.points else offer.form.description)
