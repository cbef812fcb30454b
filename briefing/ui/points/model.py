"""The rows as a Qt model. A new view becomes removes, moves, inserts and changes; never a reset."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from briefing.ui.points import checks
from briefing.ui.points.faces import Kit
from briefing.ui.points.keyindex import KeyIndex
from briefing.ui.points.rows import (
    Inserted,
    Kind,
    Moved,
    Parts,
    Removed,
    Row,
    Step,
    between,
    place_of,
    steps_between,
)
from briefing.ui.source.carry import SPAN_MIME

POINT_MIME = "application/x-briefing-point"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FLAG = Qt.ItemFlag
_ROW = _FLAG.ItemIsEnabled | _FLAG.ItemIsDropEnabled | _FLAG.ItemNeverHasChildren
_FLAGS = {  # ready made: Qt asks twice for each row whenever one comes
    Kind.SECTION: _ROW,
    Kind.CARD: _ROW | _FLAG.ItemIsSelectable | _FLAG.ItemIsEditable | _FLAG.ItemIsDragEnabled,
    Kind.SUGGESTION: _ROW | _FLAG.ItemIsSelectable,
}


class PointsModel(QAbstractListModel):
    """Sections, cards and suggestions, one below the other."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._rows: list[Row] = []
        self._parts: Parts = ()  # the rows, as they were given
        self._keys = KeyIndex()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    @property
    def shown(self) -> Parts:
        """The rows, as they were given last."""
        return self._parts

    def row_at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of the row with `key`, invalid if there is none."""
        at = self._keys.find(key)
        return QModelIndex() if at is None else self.index(at, 0)

    def set_kit(self, kit: Kit) -> None:
        """Speak another language."""
        self._kit = kit

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Become `rows`, step by step."""
        self.show_parts((tuple(rows),))

    def show_parts(self, parts: Parts) -> None:
        """Become the rows of `parts`, step by step; parts and rows that stay are not looked at one by one."""
        before, self._parts = self._parts, parts
        start, old, new = _unlike(before, parts)
        found = between(old, new)
        come = new[found.at : found.at + found.come]
        by_key = {r.key: r for r in come}
        gone = [r.key for r in old[found.at : found.at + found.gone]]
        for step in steps_between(gone, [r.key for r in come]):
            self._take(step, start + found.at, by_key)
        for row in (*found.changed, *come):
            self._change(row)

    def _take(self, step: Step, start: int, by_key: dict[str, Row]) -> None:
        """Do one step; its places are counted from row `start`."""
        match step:
            case Removed(first, last):
                self.beginRemoveRows(_NOWHERE, start + first, start + last)
                del self._rows[start + first : start + last + 1]
                self._keys.remove(start + first, start + last)
                self.endRemoveRows()
            case Inserted(at, keys):
                self.beginInsertRows(_NOWHERE, start + at, start + at + len(keys) - 1)
                self._rows[start + at : start + at] = [by_key[k] for k in keys]
                self._keys.insert(start + at, keys)
                self.endInsertRows()
            case Moved(source, target):
                self.beginMoveRows(_NOWHERE, start + source, start + source, _NOWHERE, start + target)
                row = self._rows.pop(start + source)
                at = start + (target - 1 if target > source else target)
                self._rows.insert(at, row)
                self._keys.move(start + source, at)
                self.endMoveRows()

    def _change(self, row: Row) -> None:
        at = self._keys.find(row.key)
        if at is not None and row is not self._rows[at] and row != self._rows[at]:
            self._rows[at] = row
            index = self.index(at, 0)
            self.dataChanged.emit(index, index)

    def touch(self, key: str) -> None:
        """Say that the row's height or look changed, though its content did not."""
        index = self.index_of(key)
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.SizeHintRole])

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are; a row has none of its own."""
        return 0 if parent.isValid() else len(self._rows)

    def headerData(
        self, _section: int, _orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a screen reader calls the list's one column."""
        return self._kit.words("points.title") if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be selected, edited and dragged; suggestions selected; sections take drops."""
        row = self.row_at(index)
        return _FLAGS[row.kind] if row is not None else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says to the eye, to the ear, and which it is."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._kit, self._rows, index.row())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return described(self._kit, row)
        return row.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None

    def mimeTypes(self) -> list[str]:
        """What may be dropped here."""
        return [POINT_MIME, SPAN_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """Points move; text from the source is copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The points as such, and as text for other programs."""
        rows = [self._rows[i] for i in sorted(i.row() for i in indexes) if self._rows[i].card]
        mime = QMimeData()
        mime.setText("\n".join(r.text for r in rows))
        mime.setData(POINT_MIME, QByteArray(json.dumps([r.point for r in rows]).encode()))
        return mime


def _unlike(old: Parts, new: Parts) -> tuple[int, tuple[Row, ...], tuple[Row, ...]]:
    """The rows of the parts that are not the same object, and in which row they begin."""
    most = min(len(old), len(new))
    first = next((i for i in range(most) if old[i] is not new[i]), most)
    last = next((i for i in range(most - first) if old[-1 - i] is not new[-1 - i]), most - first)
    before, after = (tuple(chain.from_iterable(p[first : len(p) - last])) for p in (old, new))
    return sum(map(len, old[:first])), before, after


def points_in(mime: QMimeData) -> tuple[str, ...]:
    """The ids of the points that are dragged; empty for anything else."""
    try:
        ids = json.loads(bytes(mime.data(POINT_MIME).data())) if mime.hasFormat(POINT_MIME) else ()
    except ValueError:
        return ()
    return tuple(str(i) for i in ids) if isinstance(ids, list) else ()


def spoken(kit: Kit, rows: Sequence[Row], at: int) -> str:
    """What a screen reader says for a row."""
    row, words = rows[at], kit.words
    if row.kind is Kind.SECTION:
        return words("points.spoken.section", tag=row.tag.name, count=row.count)
    if row.card is None:
        return words("points.spoken.suggestion", tag=row.tag.name, text=row.text)
    place, of = place_of(rows, at)
    facts = {"place": place, "of": of, "tag": row.tag.name, "text": row.text.rstrip(". ")}
    warnings = checks.warnings_of(kit, row.card)
    key = "points.spoken.card_warned" if warnings else "points.spoken.card"
    return words(key, warnings=warnings, **facts)


def described(kit: Kit, row: Row) -> str:
    """What else a screen reader may say of a row: its warnings, its source, its people."""
    if row.card is None:
        return row.suggestion.reason if row.suggestion else ""
    card = row.card
    parts = [c.sentence for c in card.checks]
    parts += [kit.words("points.quoted", quote=q) for q in card.quotes]
    parts += [t for t in (card.voice, card.paragraph, card.owner, card.due, card.comment) if t]
    if card.level:
        parts.insert(0, kit.words("points.spoken.level", level=card.level + 1))
    return " ".join(parts)
