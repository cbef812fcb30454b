"""A layout that sets widgets in rows, as text is set in lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows from left to right. With `least_last_px` the last widget of all takes the room left in its row."""

    def __init__(self, gap_px: int, parent: QWidget | None = None, least_last_px: int = 0) -> None:
        super().__init__(parent)
        self._gap, self._least_last = gap_px, least_last_px
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Takes one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at `index`; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Lets go of the one at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets, in order."""
        return tuple(w for item in self._items if (w := item.widget()) is not None)

    def clear(self) -> None:
        """Lets every widget go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        return self._arranged(QRect(0, 0, width, 0), lambda _item, _place: None)

    def setGeometry(self, rect: QRect) -> None:
        """Puts every widget in its place."""
        super().setGeometry(rect)
        self._arranged(rect, lambda item, place: item.setGeometry(place))

    def sizeHint(self) -> QSize:
        """The least that shows the widest one."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The least that shows the widest one; one that may be squeezed counts up to four times the last."""
        margins = self.contentsMargins()
        sideways, upright = margins.left() + margins.right(), margins.top() + margins.bottom()
        if not self._least_last:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            return size + QSize(sideways, upright)
        widest = max((min(i.sizeHint().width(), 4 * self._least_last) for i in self._items), default=0)
        return QSize(widest + sideways, self.heightForWidth(max(widest, 3 * self._least_last)))

    def _arranged(self, rect: QRect, place: Callable[[QLayoutItem, QRect], None]) -> int:
        """Places every widget within `rect`; the height they take."""
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, height = inner.x(), inner.y(), 0
        for item in self._items:
            size = item.sizeHint()
            grows = bool(self._least_last) and item is self._items[-1]
            wanted = self._least_last if grows else size.width()
            if x > inner.x() and x + wanted > inner.right() + 1:
                x, y, height = inner.x(), y + height + self._gap, 0
            if grows:
                size.setWidth(inner.right() + 1 - x)
            elif self._least_last:
                size.setWidth(min(size.width(), inner.width()))
            place(item, QRect(QPoint(x, y), size))
            x, height = x + size.width() + self._gap, max(height, size.height())
        return y + height - rect.y() + margins.bottom()
