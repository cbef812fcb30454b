"""The menus of a card: everything a key or a painted button does, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from briefing.ui.icons import pixmap
from briefing.ui.points import checks
from briefing.ui.points.faces import Kit
from briefing.ui.points.pieces import paint_drawing
from briefing.ui.points.rows import Kind, Row
from briefing.ui.points.sketch import Sketch
from briefing.ui.values import TagLook

Do = Callable[[str, str], None]  # action, and the check or the tag it is about
Entry = tuple[str, str, str]  # action, icon, key

CARD_ENTRIES: tuple[Entry | None, ...] = (
    ("edit", "pencil", "E"),
    ("source", "quote", ""),
    ("comment", "comment", ""),
    None,
    ("move_up", "chevron-up", "Alt+Up"),
    ("move_down", "chevron-down", "Alt+Down"),
    ("nest", "", "Tab"),
    ("unnest", "", "Shift+Tab"),
    ("merge", "merge", "M"),
)
MOVE_ENTRIES: tuple[Entry | None, ...] = (
    ("move_up", "chevron-up", "Alt+Up"),
    ("move_down", "chevron-down", "Alt+Down"),
    None,
    ("move_top", "", ""),
    ("move_bottom", "", ""),
)
LAST_ENTRIES: tuple[Entry | None, ...] = (None, ("new_here", "plus", ""), ("delete", "delete", "Del"))


def native(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Menus:
    """Makes the menus; `do` carries out what is chosen."""

    def __init__(self, kit: Kit, parent: QWidget, do: Do) -> None:
        self._kit, self._parent, self._do = kit, parent, do

    def set_kit(self, kit: Kit) -> None:
        """Another theme or language."""
        self._kit = kit

    def move(self) -> QMenu:
        """Up, down, to the top, to the end."""
        menu = self._menu()
        self._add(menu, MOVE_ENTRIES)
        return menu

    def tags(self, tags: Sequence[TagLook], own: str) -> QMenu:
        """The sections a point can go to."""
        menu = self._menu()
        self._add_tags(menu, tags, own)
        return menu

    def context(self, row: Row, tags: Sequence[TagLook]) -> QMenu:
        """All that can be done with a row."""
        menu = self._menu()
        if row.kind is Kind.SUGGESTION:
            self._add(menu, (("accept", "check", "Enter"), ("dismiss", "close", "X")))
            return menu
        self._add_checks(menu, row)
        self._add(menu, CARD_ENTRIES)
        if row.assigns:
            self._add(menu, (("owner", "user", ""), ("due", "calendar", "")))
        section = menu.addMenu(self._icon("tag"), self._kit.words("points.action.tag"))
        self._add_tags(section, tags, row.tag.id)
        self._add(menu, LAST_ENTRIES)
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _icon(self, name: str) -> QIcon:
        return QIcon(pixmap(name, self._kit.color("secondary"), 16, self._parent.devicePixelRatioF()))

    def _add(self, menu: QMenu, entries: Sequence[Entry | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            action, icon, key = entry
            label = self._kit.words(f"points.menu.{action}")
            made = menu.addAction(f"{label}\t{native(key)}" if key else label)
            if icon:
                made.setIcon(self._icon(icon))
            made.triggered.connect(lambda _checked=False, a=action: self._do(a, ""))

    def _add_checks(self, menu: QMenu, row: Row) -> None:
        if row.card is None or not row.card.checks:
            return
        for check in row.card.checks:
            menu.addSection(check.sentence)
            for offer in checks.offers(row.card, check):
                made = menu.addAction(offer.label)
                made.triggered.connect(lambda _checked=False, a=offer.action, k=check.key: self._do(a, k))
        menu.addSeparator()

    def _add_tags(self, menu: QMenu, tags: Sequence[TagLook], own: str) -> None:
        for tag in tags:
            label = f"{tag.name}\t{tag.digit}" if tag.digit else tag.name
            made = menu.addAction(self._badge(tag), label)
            made.setEnabled(tag.id != own)
            made.triggered.connect(lambda _checked=False, t=tag.id: self._do("to_tag", t))

    def _badge(self, tag: TagLook) -> QIcon:
        ratio = self._parent.devicePixelRatioF()
        side = self._kit.px(18)
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        sketch = Sketch(self._kit)
        sketch.badge(QPointF(side / 2, side / 2), tag.digit, tag.colour)
        painter = QPainter(picture)
        paint_drawing(painter, sketch.drawing(side, QRectF()), None)
        painter.end()
        return QIcon(picture)
