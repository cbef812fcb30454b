"""The menus that are filled when they open: recent notes, tags, sections, templates, theme, language."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from briefing import settings as config
from briefing.model.history import Label
from briefing.model.note import Note
from briefing.ui.panes import LAYOUT_NAMES
from briefing.ui.values import TagLook

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow

MOST_RECENT = 10


class Menus:
    """Fills the menus of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.templates = QMenu(window)
        self.exports = QMenu(window)

    def attach(self) -> None:
        """Connects every menu that is filled when it opens."""
        subs = self._window.actions_by_name.submenus
        for name, fill in (
            ("recent", self._fill_recent),
            ("layout", self._mark_layout),
            ("tags", partial(self._fill_tags, add=False)),
            ("add_tag", partial(self._fill_tags, add=True)),
            ("move_to", self._fill_move_to),
            ("switch_template", self._fill_templates),
            ("theme", self._fill_theme),
            ("language", self._fill_language),
        ):
            subs[name].aboutToShow.connect(partial(fill, subs[name]))
        self.templates.aboutToShow.connect(partial(self._fill_templates, self.templates))
        self._fill_exports()

    def open_fit(self) -> None:
        """Ways to bring the note back to its limit, below the mark that says it is too long."""
        menu, pill = self.fit_menu(), self._window.editor.preview.header.pill
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(pill.mapToGlobal(pill.rect().bottomLeft()))

    def fit_menu(self) -> QMenu:
        """Each way with what it saves; the last ones change words or the limit."""
        from briefing.ui import fitting  # noqa: PLC0415 - loaded after the first paint

        window, words = self._window, self._window.home.words
        note, form = window.session.note, window.session.template
        over = fitting.overflow_of(note, form)
        menu = QMenu(words("window.fit"), window)
        menu.addSection(words("window.fit"))
        for fix in fitting.fixes(note, form):
            saved = words("window.fit_saves", count=over - fix.left_over)
            text = f"{words(f'window.fit_{fix.means}', figure=fix.figure)}\t{saved}"
            menu.addAction(text, partial(self._fit, fix.note))
        longest = fitting.longest_point(note)
        if longest:
            shorten = partial(window.commands.note.edit_origin, f"point:{longest}")
            menu.addAction(words("window.fit_shorten"), shorten)
        text = words("window.fit_allow", count=form.page.limit + 1)
        menu.addAction(text, partial(self._fit, fitting.with_more_pages(note, form)))
        return menu

    def _fit(self, note: Note) -> None:
        self._window.session.apply(note, Label("fit"))

    def _fill_exports(self) -> None:
        words, commands = self._window.home.words, self._window.commands
        for key, kind in (("export_word", "docx"), ("export_pdf", "pdf"), ("export_markdown", "md")):
            self.exports.addAction(words(f"window.{key}"), partial(commands.files.export, (kind,)))
        self.exports.addSeparator()
        self.exports.addAction(words("window.export_copy"), commands.files.copy_note)

    def _fill_recent(self, menu: QMenu) -> None:
        window = self._window
        menu.clear()
        for entry in window.home.recent()[:MOST_RECENT]:
            menu.addAction(entry.title, partial(window.commands.files.open_path, Path(entry.path)))
        if menu.isEmpty():
            menu.addAction(window.home.words("window.recent_none")).setEnabled(False)

    def _mark_layout(self, _menu: QMenu) -> None:
        current = self._window.editor.panes.layout_name
        for name in LAYOUT_NAMES:
            action = self._window.actions_by_name[f"layout_{name}"]
            action.setChecked(name == current)
            action.setEnabled(bool(current))

    def _looks(self) -> tuple[TagLook, ...]:
        return self._window.screens.looks

    def _fill_tags(self, menu: QMenu, *, add: bool) -> None:
        menu.clear()
        for look in self._looks():
            if look.digit:
                hint = f"Alt+{look.digit}" if add else str(look.digit)
                menu.addAction(
                    f"{look.name}\t{hint}", partial(self._window.commands.note.tag_here, look.digit, add=add)
                )

    def _fill_move_to(self, menu: QMenu) -> None:
        menu.clear()
        for look in self._looks():
            menu.addAction(look.name, partial(self._window.commands.note.move_to, look.id))

    def _fill_templates(self, menu: QMenu) -> None:
        window, words = self._window, self._window.home.words
        menu.clear()
        current = window.session.note.template.name
        origins = window.home.origins()
        for name, form in window.home.forms():
            said = f"{form.name}\t{words('templates.mark_team')}" if origins.get(name) == "team" else form.name
            action = menu.addAction(said, partial(window.commands.templates.use, name))
            action.setCheckable(True)
            action.setChecked(name == current)
        menu.addSeparator()
        for command in ("choose_template", "edit_template", "save_template_as", "take_newer"):
            menu.addAction(window.actions_by_name[command])

    def _fill_theme(self, menu: QMenu) -> None:
        self._fill_choices(menu, config.THEME.choices, "theme")

    def _fill_language(self, menu: QMenu) -> None:
        self._fill_choices(menu, ("en", "ko"), "language")

    def _fill_choices(self, menu: QMenu, values: tuple[str, ...], name: str) -> None:
        window = self._window
        setting = config.THEME if name == "theme" else config.LANGUAGE
        current = window.home.settings.get(setting) if name == "theme" else window.home.language
        menu.clear()
        for value in values:
            action = menu.addAction(
                window.home.words(f"window.{name}_{value}"),
                partial(window.commands.view.choose, setting, value),
            )
            action.setCheckable(True)
            action.setChecked(value == current)
