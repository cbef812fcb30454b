"""The pages for assistive technology: a document whose children are headings, list items and lines of text.

Qt owns a registered interface and deletes it with its widget; the lines have no widget, so they are deleted by
hand when the canvas goes. Nothing here is made before somebody asks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from briefing.ui.preview.layout import Passage

ROLES = {
    "title": QAccessible.Role.Heading,
    "heading": QAccessible.Role.Heading,
    "item": QAccessible.Role.ListItem,
    "note": QAccessible.Role.Note,
}


class Readable(Protocol):
    """What a widget tells of the lines it shows."""

    def passages(self) -> tuple[Passage, ...]:
        """Its lines, in reading order."""
        ...

    def lines_of(self, origin: str) -> list[QRectF]:
        """Where the lines of an origin are, in the viewport."""
        ...

    def reached(self) -> str:
        """The origin the keys have come to."""
        ...

    def to_screen(self, place: QPoint) -> QPoint:
        """A place of the viewport on the screen."""
        ...


class PageAccessible(QAccessibleWidget):
    """The pages."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, QAccessible.Role.Document)
        self._canvas = cast(Readable, canvas)
        self._lines: list[QAccessibleInterface] = []
        lines = self._lines
        canvas.destroyed.connect(lambda: _forget(lines))

    def childCount(self) -> int:
        """How many passages there are."""
        return len(self._canvas.passages())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows null
        """Passage `index`."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._lines) <= index:
            self._lines.append(PassageAccessible(self, self._canvas, len(self._lines)))
        return self._lines[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which passage `child` is."""
        return child.place if isinstance(child, PassageAccessible) else -1

    def text(self, kind: QAccessible.Text) -> str:
        """Its name; its value is all that the pages say."""
        if kind == QAccessible.Text.Value:
            return "\n".join(passage.text for passage in self._canvas.passages())
        return super().text(kind)


class PassageAccessible(QAccessibleInterface):
    """A heading, a list item or another passage; always what stands at its place now."""

    def __init__(self, pages: PageAccessible, canvas: Readable, place: int) -> None:
        super().__init__()
        self._pages = pages
        self._canvas = canvas
        self.place = place

    def _passage(self) -> Passage | None:
        passages = self._canvas.passages()
        return passages[self.place] if self.place < len(passages) else None

    def isValid(self) -> bool:
        """Whether there is such a passage."""
        return self._passage() is not None

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt allows null
        """It has no widget of its own."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt allows null
        """The window of the pages."""
        return self._pages.window()

    def parent(self) -> QAccessibleInterface:
        """The pages."""
        return self._pages

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """There are none."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """There are none."""
        return None

    def childCount(self) -> int:
        """There are none."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """There are none."""
        return -1

    def role(self) -> QAccessible.Role:
        """Heading, list item, note or text."""
        passage = self._passage()
        return ROLES.get(passage.kind if passage else "", QAccessible.Role.StaticText)

    def text(self, kind: QAccessible.Text) -> str:
        """What it says."""
        passage = self._passage()
        return passage.text if passage is not None and kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The preview is read only."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        passage = self._passage()
        area = QRectF()
        for line in self._canvas.lines_of(passage.origin) if passage else ():
            area = area.united(line)
        box = area.toAlignedRect()
        return QRect(self._canvas.to_screen(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Read only; focused where the keys are."""
        state = QAccessible.State()
        state.readOnly = True
        passage = self._passage()
        if passage is not None and passage.origin:
            state.focusable = True
            state.focused = passage.origin == self._canvas.reached()
        return state


def install() -> None:
    """Lets Qt ask for the pages of any widget that is Readable."""
    _installed()


@lru_cache(maxsize=1)
def _installed() -> bool:
    QAccessible.installFactory(_interface_of)
    return True


def _interface_of(key: str, widget: QObject) -> QAccessibleInterface | None:
    is_ours = key.endswith("PageCanvas") and isinstance(widget, QWidget) and hasattr(widget, "passages")
    return PageAccessible(widget) if is_ours else None  # type: ignore[arg-type]  # a QWidget, by `is_ours`


def _forget(lines: list[QAccessibleInterface]) -> None:
    for line in lines:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(line))
    lines.clear()


def say_changed(canvas: QWidget) -> None:
    """Tells assistive technology, where there is any, that the passages are others now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.ObjectReorder))


def say_reached(canvas: QWidget, place: int) -> None:
    """Tells assistive technology that the keys have come to passage `place`."""
    if QAccessible.isActive() and place >= 0:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)
