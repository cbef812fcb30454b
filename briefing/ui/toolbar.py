"""The toolbar: the note's name and state, its form, undo and redo, find, panes, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from briefing.ui.composing import LineField
from briefing.ui.icons import icon
from briefing.ui.theme import Theme
from briefing.ui.tip import tip
from briefing.ui.widgets import label, line, tool_button
from briefing.words import Words

HEIGHT_PX = 48
TITLE_ROOM_PX = 24
BUTTON_PX = 32
ICON_PX = 16
LEAST_TITLE_PX, FAIR_TITLE_PX, MOST_TITLE_PX = 110, 170, 420


class TitleField(LineField):
    """A name that ends in an ellipsis where there is no room for it, while nobody writes in it."""

    def __init__(self, room_px: int) -> None:
        """`room_px`: what the frame and the margins take."""
        super().__init__()
        self._room_px = room_px

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.room_wanted() <= self.width():
            super().paintEvent(event)
        else:
            self._paint_elided()

    def room_wanted(self) -> int:
        """The width in which the whole name can be read."""
        text = self.text() or self.placeholderText()
        return self.fontMetrics().horizontalAdvance(text) + self._room_px

    def _paint_elided(self) -> None:
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame  # noqa: PLC0415 - slow to touch: for long names

        option = QStyleOptionFrame()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(element, option, self).adjusted(2, 0, -2, 0)
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().text().color())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
        painter.end()


class Toolbar(QFrame):
    """48 px below the menu bar. Buttons that mirror actions are connected by the window."""

    title_edited = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._template = ""
        self.setProperty("look", "bar")
        self.setAccessibleName(words("window.toolbar"))
        self.setMinimumHeight(theme.px(HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(4), theme.px(14), theme.px(4))
        row.setSpacing(theme.px(6))
        self.title = self._title_field()
        self._state = label("", "secondary", theme, 12)
        self.template = self._template_button()
        row.addWidget(self.title)
        row.addWidget(self._state)
        row.addSpacing(theme.px(6))
        row.addWidget(self._divider())
        row.addWidget(self.template)
        row.addStretch(1)
        self._add_tools(row)

    def _title_field(self) -> TitleField:
        field = TitleField(self._theme.px(TITLE_ROOM_PX))
        field.setProperty("look", "title")
        field.setFont(self._theme.interface(14, QFont.Weight.DemiBold))
        field.setAccessibleName(self._words("window.title_placeholder"))
        field.setPlaceholderText(self._words("window.title_untitled"))
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self._fit)
        field.editingFinished.connect(lambda: self.title_edited.emit(field.text().strip()))
        return field

    def _template_button(self) -> QToolButton:
        made = QToolButton()
        self._draw(made, "document", "secondary")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setFont(self._theme.interface(13, QFont.Weight.Medium))
        return made

    def _divider(self) -> QFrame:
        bar = line(vertical=True)
        bar.setFixedHeight(self._theme.px(20))
        return bar

    def _add_tools(self, row: QHBoxLayout) -> None:
        theme, words = self._theme, self._words
        self.undo = tool_button(theme, "undo", words("window.undo"))
        self.redo = tool_button(theme, "redo", words("window.redo"))
        self.find_button = tool_button(theme, "search", words("window.find"))
        self.panes = tool_button(theme, "panes", words("window.panes"))
        for made in (self.undo, self.redo):
            row.addWidget(made)
        row.addWidget(self._divider())
        for made in (self.find_button, self.panes):
            row.addWidget(made)
        row.addSpacing(theme.px(8))
        self.export, self.export_more = self._export_buttons()
        self._split = QHBoxLayout()
        self._split.setSpacing(0)
        self._split.addWidget(self.export)
        self._split.addWidget(self.export_more)
        row.addLayout(self._split)

    def _export_buttons(self) -> tuple[QPushButton, QToolButton]:
        theme = self._theme
        main = QPushButton(f" {self._words('window.export_button')}")
        main.setAccessibleName(self._words("window.export_button"))
        main.setToolTip(self._words("window.export_button"))
        main.setProperty("look", "primary")
        self._draw(main, "export", "on_accent")
        main.setFixedHeight(theme.px(BUTTON_PX))
        main.setStyleSheet("border-top-right-radius: 0; border-bottom-right-radius: 0;")
        more = QToolButton()
        more.setFixedHeight(theme.px(BUTTON_PX))
        self._draw(more, "chevron-down", "on_accent")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setAccessibleName(self._words("window.export"))
        radius, palette = theme.px(7), theme.palette
        more.setStyleSheet(
            f"QToolButton {{ background: {palette.accent}; border-left: 1px solid {palette.on_accent};"
            f" border-top-right-radius: {radius}px; border-bottom-right-radius: {radius}px;"
            f" border-top-left-radius: 0; border-bottom-left-radius: 0; padding: 0 {theme.px(6)}px; }}"
            f"QToolButton:focus {{ border: 2px solid {palette.text}; }}"
        )
        return main, more

    def _draw(self, made: QAbstractButton, drawing: str, colour: str) -> None:
        size = self._theme.px(ICON_PX)
        made.setIcon(icon(drawing, self._theme.color(colour), sizes=(size,)))
        made.setIconSize(QSize(size, size))

    def set_menus(self, templates: QMenu, exports: QMenu) -> None:
        """The menus behind the form's name and behind the export arrow."""
        self.template.setMenu(templates)
        self.export_more.setMenu(exports)

    def show_note(self, title: str, template: str) -> None:
        """The note's name and its form's name. A name being edited is left alone."""
        if not self.title.hasFocus() and self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        said = self._words("window.template_of", name=template)
        self._template = f" {template} ⌄"
        self.template.setAccessibleName(said)
        self.template.setToolTip(tip(said))
        self._fit()

    def set_read_only(self, on: bool) -> None:
        """Whether the name can be changed."""
        self.title.setReadOnly(on)

    def keep_title(self) -> None:
        """Says the name that is being typed now, before the field is left."""
        if self.title.isModified():
            self.title.setModified(False)
            self.title_edited.emit(self.title.text().strip())

    def show_state(self, text: str, look: str) -> None:
        """Saved, unsaved, or not saved yet; `look` is an ink of the palette."""
        if self._state.text() != text:
            self._state.setText(text)
            self._state.setStyleSheet(f"color: {getattr(self._theme.palette, look)};")
            self._fit()

    @property
    def state(self) -> str:
        """What the toolbar says of the note's state."""
        return self._state.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Fits once more: only now do the parts know their sizes in the style sheet's looks."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Gives up, one after the other, what there is no room for; the menus have it all."""
        px = self._theme.px
        wanted = self.title.room_wanted()
        least = max(px(LEAST_TITLE_PX), min(wanted, px(FAIR_TITLE_PX)))
        for given_up in range(5):
            self._give_up(given_up)
            self.title.setFixedWidth(least)
            left = self.width() - self._row.minimumSize().width()
            if left >= 0:
                break
        self.title.setFixedWidth(max(least, min(wanted, px(MOST_TITLE_PX), least + max(0, left))))
        self.title.setToolTip(tip(self.title.text()) if self.title.width() < wanted else "")

    def _give_up(self, count: int) -> None:
        """The form's name goes first, then the note's state, then what the Edit and View menus have as well."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.template.setToolButtonStyle(beside if count < 1 else alone)
        self.template.setText(self._template if count < 1 else "")
        self._state.setVisible(count < 2)
        for made in (self.find_button, self.panes):
            made.setVisible(count < 3)
        self.export.setText(f" {self._words('window.export_button')}" if count < 4 else "")
        for layout in (self._split, self._row):
            layout.invalidate()
