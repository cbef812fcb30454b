"""Small dialogs: a new tag, a template's name, the settings, the messages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from briefing import settings as config
from briefing.settings import Settings
from briefing.ui.composing import LineField
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.messages import Message
from briefing.ui.theme import TAG_COLOURS, Theme
from briefing.ui.widgets import button
from briefing.words import Words


class NewTag(Sheet):
    """Asks for a tag's name and colour."""

    def __init__(self, theme: Theme, words: Words, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("window.new_tag_title"), parent)
        self.setMinimumWidth(theme.px(380))
        rows = self.form()
        self.name = LineField()
        self.add_row(rows, words("window.new_tag_name"), self.name)
        self.colour = QComboBox()
        for known in TAG_COLOURS:
            self.colour.addItem(_swatch(theme, known), words(f"window.colour_{known}"), known)
        self.colour.setCurrentIndex(max(0, TAG_COLOURS.index(colour) if colour in TAG_COLOURS else 0))
        self.add_row(rows, words("window.new_tag_colour"), self.colour)
        main = self.add_buttons(words("window.new_tag_make"))
        main.setEnabled(False)
        self.name.textChanged.connect(lambda text: main.setEnabled(bool(text.strip())))

    def chosen(self) -> tuple[str, str]:
        """The name and the colour."""
        return self.name.text().strip(), str(self.colour.currentData())


def _swatch(theme: Theme, colour: str) -> QIcon:
    picture = QPixmap(theme.px(14), theme.px(14))
    picture.fill(theme.palette.tag(colour).ink)
    return QIcon(picture)


class Naming(Sheet):
    """Asks for one name."""

    def __init__(
        self, theme: Theme, words: Words, title: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, title, parent)
        self.setMinimumWidth(theme.px(400))
        self.name = LineField(name)
        self.name.selectAll()
        self.name.setAccessibleName(words("window.template_name"))
        self.body.addWidget(self.name)
        main = self.add_buttons(words("window.save"))
        self.name.textChanged.connect(lambda text: main.setEnabled(bool(text.strip())))

    def chosen(self) -> str:
        """The name."""
        return self.name.text().strip()


class SettingsSheet(Sheet):
    """The settings a person meets every day."""

    _BOXES = (
        (config.STEP_ON, "settings_step_on"),
        (config.LETTER_KEYS, "settings_letters"),
        (config.AUTOSAVE, "settings_autosave"),
    )

    def __init__(
        self,
        theme: Theme,
        words: Words,
        settings: Settings,
        templates: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, words("window.settings_title"), parent)
        self.setMinimumWidth(theme.px(480))
        self._settings = settings
        rows = self.form()
        self.author = LineField(settings.get(config.AUTHOR))
        self.add_row(rows, words("window.settings_author"), self.author)
        self.unit = LineField(settings.get(config.UNIT))
        self.add_row(rows, words("window.settings_unit"), self.unit)
        self.template = QComboBox()
        for name, title in templates:
            self.template.addItem(title, name)
        self.template.setCurrentIndex(max(0, self.template.findData(settings.get(config.TEMPLATE))))
        self.add_row(rows, words("window.settings_template"), self.template)
        self.team = LineField(settings.get(config.TEAM_TEMPLATES))
        self.add_row(rows, words("templates.team_folder"), self._team_row())
        self.team.setAccessibleName(words("templates.team_folder"))
        self._boxes = []
        for setting, key in self._BOXES:
            box = QCheckBox(words(f"window.{key}"))
            box.setChecked(settings.get(setting))
            self.body.addWidget(box)
            self._boxes.append((setting, box))
        self.add_buttons(words("window.done"))

    def _team_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        choose = button(self.words("templates.team_choose"))
        choose.clicked.connect(self._choose_team)
        row.addWidget(self.team, 1)
        row.addWidget(choose)
        return holder

    def _choose_team(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("templates.team_folder"), self.team.text())
        if chosen:
            self.team.setText(chosen)

    def chosen(self) -> Settings:
        """The settings as they stand in the dialog."""
        changed = self._settings.with_value(config.AUTHOR, self.author.text().strip())
        changed = changed.with_value(config.UNIT, self.unit.text().strip())
        if self.template.currentData():
            changed = changed.with_value(config.TEMPLATE, str(self.template.currentData()))
        if config.TEAM_TEMPLATES.accepts(self.team.text().strip()):
            changed = changed.with_value(config.TEAM_TEMPLATES, self.team.text().strip())
        for setting, box in self._boxes:
            changed = changed.with_value(setting, box.isChecked())
        return changed


class MessagesSheet(Sheet):
    """What the program said, newest first."""

    def __init__(
        self, theme: Theme, words: Words, messages: tuple[Message, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words("window.messages_title"), parent)
        self.resize(theme.px(560), theme.px(360))
        said = "\n\n".join(f"{m.title}\n{m.text}".strip() for m in reversed(messages))
        shown = QPlainTextEdit(said or words("window.messages_none"))
        shown.setReadOnly(True)
        shown.setProperty("look", "field")
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(words("window.messages_title"))
        self.body.addWidget(shown, 1)
        self.add_buttons(words("window.close_button"), cancel=False)
