"""A layout that sets widgets in rows, as text is set in lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows from left to right; the last item of all takes the room left in its row."""

    def __init__(self, parent: QWidget, gap_px: int, least_last_px: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._least_last = gap_px, least_last_px
        self.setContentsMargins(gap_px, gap_px, gap_px, gap_px)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((min(i.sizeHint().width(), 4 * self._least_last) for i in self._items), default=0)
        return QSize(widest + 2 * self._gap, self.heightForWidth(max(widest, 3 * self._least_last)))

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        inner = rect.adjusted(self._gap, self._gap, -self._gap, -self._gap)
        x, y, height = inner.x(), inner.y(), 0
        for item in self._items:
            size = item.sizeHint()
            last = item is self._items[-1]
            wanted = self._least_last if last else size.width()
            if x > inner.x() and x + wanted > inner.right() + 1:
                x, y, height = inner.x(), y + height + self._gap, 0
            width = inner.right() + 1 - x if last else min(size.width(), inner.width())
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x, height = x + width + self._gap, max(height, size.height())
        return y + height + self._gap - rect.y()
