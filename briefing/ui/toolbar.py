"""The toolbar: the note's name and state, its form, undo and redo, find, panes, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
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
NARROW_PX = 900


class Toolbar(QFrame):
    """48 px below the menu bar. Buttons that mirror actions are connected by the window."""

    title_edited = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setProperty("look", "bar")
        self.setAccessibleName(words("window.toolbar"))
        self.setMinimumHeight(theme.px(HEIGHT_PX))
        row = QHBoxLayout(self)
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

    def _title_field(self) -> QLineEdit:
        field = LineField()
        field.setProperty("look", "title")
        field.setFont(self._theme.interface(14, QFont.Weight.DemiBold))
        field.setAccessibleName(self._words("window.title_placeholder"))
        field.setPlaceholderText(self._words("window.title_untitled"))
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self._fit_title)
        field.editingFinished.connect(lambda: self.title_edited.emit(field.text().strip()))
        return field

    def _template_button(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("document", self._theme.color("secondary")))
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
        split = QHBoxLayout()
        split.setSpacing(0)
        split.addWidget(self.export)
        split.addWidget(self.export_more)
        row.addLayout(split)

    def _export_buttons(self) -> tuple[QPushButton, QToolButton]:
        theme = self._theme
        main = QPushButton(f" {self._words('window.export_button')}")
        main.setAccessibleName(self._words("window.export_button"))
        main.setProperty("look", "primary")
        main.setIcon(icon("export", theme.color("on_accent")))
        main.setIconSize(QSize(theme.px(16), theme.px(16)))
        main.setFixedHeight(theme.px(BUTTON_PX))
        main.setStyleSheet("border-top-right-radius: 0; border-bottom-right-radius: 0;")
        more = QToolButton()
        more.setFixedHeight(theme.px(BUTTON_PX))
        more.setIcon(icon("chevron-down", theme.color("on_accent")))
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

    def set_menus(self, templates: QMenu, exports: QMenu) -> None:
        """The menus behind the form's name and behind the export arrow."""
        self.template.setMenu(templates)
        self.export_more.setMenu(exports)

    def show_note(self, title: str, template: str) -> None:
        """The note's name and its form's name. A name being edited is left alone."""
        if not self.title.hasFocus() and self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self._fit_title()
        self.template.setText(f" {template} ⌄")
        self.template.setAccessibleName(self._words("window.template_of", name=template))

    def set_read_only(self, on: bool) -> None:
        """Whether the name can be changed."""
        self.title.setReadOnly(on)

    def keep_title(self) -> None:
        """Says the name that is being typed now, before the field is left."""
        if self.title.isModified():
            self.title.setModified(False)
            self.title_edited.emit(self.title.text().strip())

    def show_state(self, text: str, look: str) -> None:
        """Saved, unsaved, or not saved yet."""
        if self._state.text() != text:
            self._state.setText(text)
            self._state.setProperty("look", look)
            self._state.style().polish(self._state)

    @property
    def state(self) -> str:
        """What the toolbar says of the note's state."""
        return self._state.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        metrics = self.title.fontMetrics()
        text = self.title.text() or self.title.placeholderText()
        wanted = metrics.horizontalAdvance(text) + self._theme.px(TITLE_ROOM_PX)
        narrow = self.width() < self._theme.px(NARROW_PX)
        self._state.setVisible(not narrow)
        self.title.setToolTip(tip(self.title.text()) if narrow else "")
        most = self._theme.px(170 if narrow else 420)
        self.title.setFixedWidth(max(self._theme.px(110), min(wanted, most)))
