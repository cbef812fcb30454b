"""What one person has on this computer: settings, templates, recent notes, and the interface's words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QThreadPool, Signal

from briefing import settings as config
from briefing.settings import Settings
from briefing.store.places import Places, places
from briefing.store.recent import Recent, read_recent, uses_of
from briefing.store.shelf import entries
from briefing.ui.start.choices import TemplateChoice
from briefing.ui.start.glance import glances
from briefing.words import Words, interface_language

if TYPE_CHECKING:
    import logging

    from briefing.model.note import Note, TemplateCopy
    from briefing.sandbox import Readers
    from briefing.store.forgetting import Held, What
    from briefing.store.library import Library
    from briefing.template import Template


class Home(QObject):
    """Read once at start, written when something changes. A list that cannot be written stops nothing."""

    settings_changed = Signal()
    recent_changed = Signal()
    library_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places = places()
        self.settings: Settings = config.load(self._places.settings)
        self.words = Words(self.language)
        self._readers: Readers | None = None
        self._stays_ready = False

    @property
    def readers(self) -> Readers:
        """The processes that read articles; none is started before there is one."""
        if self._readers is None:
            from briefing.sandbox import Readers  # noqa: PLC0415 - loaded when an article is expected

            self._readers = Readers()
        return self._readers

    def stay_ready(self) -> None:
        """From now on a process stands ready to read: the analyst waits for no start of one."""
        self._stays_ready = True
        self.get_ready()

    def get_ready(self) -> None:
        """Starts the process for the next article, off the window's thread, if one is to stand ready."""
        if self._stays_ready:
            QThreadPool.globalInstance().start(self.readers.warm)

    def close(self) -> None:
        """Lets go of what still stands ready."""
        self._stays_ready = False
        if self._readers is not None:
            self._readers.close()

    @property
    def library(self) -> Library:
        """The templates: shipped, the team's from the folder in the settings, and the analyst's own."""
        from briefing.store.library import Library  # noqa: PLC0415 - heavy: loaded after the first paint

        return Library(self._shelf)

    @property
    def _shelf(self) -> Places:
        team, here = self.settings.get(config.TEAM_TEMPLATES), self._places
        return Places(here.data, here.state, here.config, Path(team)) if team else here

    @property
    def language(self) -> str:
        """The interface's language: the setting, else the system's, else English."""
        return interface_language(self.settings.get(config.LANGUAGE))

    def change_settings(self, settings: Settings) -> None:
        """Takes new settings and keeps them."""
        from briefing.ui.home_work import keep_settings  # noqa: PLC0415 - heavy: loaded after the first paint

        if settings == self.settings:
            return
        self.settings = settings
        self.words = Words(self.language)
        keep_settings(self._places, settings)
        self.settings_changed.emit()

    def folder(self, path: Path | None = None) -> Path:
        """Where notes usually go: beside `path`, else the documents folder."""
        if path is not None:
            return path.parent
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def glances(self) -> tuple[TemplateChoice, ...]:
        """The templates as the start screen shows them at once; `forms` knows which of them can be used."""
        return glances(entries(self._shelf), self.settings.get(config.TEMPLATE))

    def forms(self) -> tuple[tuple[str, Template], ...]:
        """The templates that parse, by library name; a broken one is left out (`templates check` names it)."""
        from briefing.ui.home_work import forms  # noqa: PLC0415 - heavy: loaded after the first paint

        return forms(self.library)

    def origins(self) -> dict[str, str]:
        """Whose each template is, by library name: own, team or shipped."""
        return {entry.name: entry.origin for entry in entries(self._shelf)}

    def template_copy(self, name: str = "") -> TemplateCopy:
        """A copy of the named template, else of the usual one, else of the shipped default."""
        from briefing.ui.home_work import template_copy  # noqa: PLC0415 - heavy: loaded after the first paint

        return template_copy(self.library, name, self.settings.get(config.TEMPLATE))

    def newer_copy(self, copy: TemplateCopy) -> TemplateCopy | None:
        """The library's template of that name, if it is another than the one the copy was made from."""
        from briefing.ui.home_work import newer_copy  # noqa: PLC0415 - heavy: loaded after the first paint

        return newer_copy(self.library, copy)

    def uses_of(self, form: str) -> int:
        """How many recent notes are in that form."""
        return uses_of(self.recent(), form)

    def recent(self) -> tuple[Recent, ...]:
        """The notes opened or saved last, newest first."""
        return read_recent(self._places.recent)

    def begin_diary(self) -> logging.Handler:
        """The log of what the program does, without any content of notes."""
        from briefing.store.diary import begin  # noqa: PLC0415 - after the first paint

        return begin(self._places.logs)

    def diary(self, count: int) -> tuple[str, ...]:
        """The last lines of that log."""
        from briefing.store.diary import latest  # noqa: PLC0415 - loaded when somebody asks

        return latest(self._places.logs, count)

    def tidy(self) -> None:
        """Lets go of versions and journals that have had their time."""
        from briefing.ui.home_work import tidy  # noqa: PLC0415 - loaded long after the start

        tidy(self._places, self.settings.get(config.HISTORY_DAYS))

    def held(self) -> tuple[Held, ...]:
        """What is kept on this computer beside the notes, by kind."""
        from briefing.store.forgetting import held  # noqa: PLC0415 - loaded when somebody asks

        return held(self._places)

    def forget(self, what: frozenset[What]) -> tuple[Path, ...]:
        """Deletes those kinds; what could not be deleted."""
        from briefing.ui.home_work import forget  # noqa: PLC0415 - loaded when somebody asks

        stayed = forget(self._places, what)
        self.recent_changed.emit()
        return stayed

    def remember(self, path: Path, note: Note) -> None:
        """Puts a note first in the list of recent ones, if one is kept."""
        if not self.settings.get(config.KEEP_RECENT):
            return
        from briefing.ui.home_work import remember  # noqa: PLC0415 - heavy: loaded after the first paint

        remember(self._places, path, note)
        self.recent_changed.emit()
