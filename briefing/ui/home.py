"""What one person has on this computer: settings, templates, recent notes, and the interface's words."""

from __future__ import annotations

import locale
import logging
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from briefing import settings as config
from briefing import template as templates
from briefing.errors import BriefingError, TemplateInvalid, TemplateMissing, WriteFailed
from briefing.model.note import Note, TemplateCopy
from briefing.settings import Settings
from briefing.store.diary import begin
from briefing.store.files import write_whole
from briefing.store.library import Library
from briefing.store.places import places
from briefing.store.recent import Recent, read_recent, with_recent, write_recent
from briefing.template import Template
from briefing.words import LANGUAGES, Words

if TYPE_CHECKING:
    from briefing.sandbox import Readers

if TYPE_CHECKING:
    from briefing.store.forgetting import Held, What

log = logging.getLogger(__name__)
FALLBACK_TEMPLATE = "bilateral-meeting"


class Home(QObject):
    """Read once at start, written when something changes. A list that cannot be written stops nothing."""

    settings_changed = Signal()
    recent_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places = places()
        self.library = Library(self._places)
        self.settings: Settings = config.load(self._places.settings)
        self.words = Words(self.language)
        self._readers: Readers | None = None

    @property
    def readers(self) -> Readers:
        """The processes that read articles; none is started before there is one."""
        if self._readers is None:
            from briefing.sandbox import Readers  # noqa: PLC0415 - loaded when an article is expected

            self._readers = Readers()
        return self._readers

    def close(self) -> None:
        """Lets go of what still stands ready."""
        if self._readers is not None:
            self._readers.close()

    @property
    def language(self) -> str:
        """The interface's language: the setting, else the system's, else English."""
        wanted = self.settings.get(config.LANGUAGE)
        if wanted in LANGUAGES:
            return wanted
        with suppress(ValueError):
            system = (locale.getlocale()[0] or "").partition("_")[0].lower()
            return "ko" if system in ("ko", "korean") else "en"
        return "en"

    def change_settings(self, settings: Settings) -> None:
        """Takes new settings and keeps them."""
        if settings == self.settings:
            return
        self.settings = settings
        self.words = Words(self.language)
        try:
            self._places.settings.parent.mkdir(parents=True, exist_ok=True)
            config.save(settings, self._places.settings, lambda p, d: write_whole(p, d, overwrite=True))
        except (OSError, BriefingError):
            log.warning("settings could not be written")
        self.settings_changed.emit()

    def folder(self, path: Path | None = None) -> Path:
        """Where notes usually go: beside `path`, else the documents folder."""
        if path is not None:
            return path.parent
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def forms(self) -> tuple[tuple[str, Template], ...]:
        """The templates that parse, by library name; a broken one is left out (`templates check` names it)."""
        found = []
        for entry in self.library.list_templates():
            with suppress(TemplateInvalid, TemplateMissing):
                source = self.library.read_template(entry.name)
                found.append((entry.name, templates.parse(source, entry.name)))
        return tuple(found)

    def template_copy(self, name: str = "") -> TemplateCopy:
        """A copy of the named template, else of the usual one, else of the shipped default."""
        for wanted in (name, self.settings.get(config.TEMPLATE), FALLBACK_TEMPLATE):
            with suppress(TemplateMissing, TemplateInvalid):
                source = self.library.read_template(wanted)
                templates.parse(source, wanted)
                return TemplateCopy(wanted, source)
        raise TemplateMissing(FALLBACK_TEMPLATE, ())

    def recent(self) -> tuple[Recent, ...]:
        """The notes opened or saved last, newest first."""
        return read_recent(self._places.recent)

    def begin_diary(self) -> logging.Handler:
        """The log of what the program does, without any content of notes."""
        return begin(self._places.logs)

    def tidy(self) -> None:
        """Lets go of versions and journals that have had their time."""
        from briefing.store.forgetting import tidy  # noqa: PLC0415 - loaded long after the start

        removed = tidy(self._places, self.settings.get(config.HISTORY_DAYS))
        log.info("%d versions and journals have had their time", removed)

    def held(self) -> tuple[Held, ...]:
        """What is kept on this computer beside the notes, by kind."""
        from briefing.store.forgetting import held  # noqa: PLC0415 - loaded when somebody asks

        return held(self._places)

    def forget(self, what: frozenset[What]) -> tuple[Path, ...]:
        """Deletes those kinds; what could not be deleted."""
        from briefing.store.forgetting import forget  # noqa: PLC0415 - loaded when somebody asks

        stayed = forget(what, self._places)
        log.info("%d kinds of history deleted, %d files stayed", len(what), len(stayed))
        self.recent_changed.emit()
        return stayed

    def remember(self, path: Path, note: Note) -> None:
        """Puts a note first in the list of recent ones, if one is kept."""
        if not self.settings.get(config.KEEP_RECENT):
            return
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            title = templates.parse(note.template.source, note.template.name).name
        except TemplateInvalid:
            title = note.template.name
        entry = Recent(path.absolute(), note.title or path.stem, title, now)
        try:
            write_recent(self._places.recent, with_recent(self.recent(), entry))
        except WriteFailed:
            log.warning("the list of recent notes could not be written")
        self.recent_changed.emit()
