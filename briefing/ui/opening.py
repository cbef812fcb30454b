"""Bringing things in: articles from files, the clipboard or a drop; notes from disk; the sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing import resources
from briefing import settings as config
from briefing.errors import BriefingError, ImportFailed, NoteLocked, WriteFailed
from briefing.faults import explain
from briefing.model import edits
from briefing.model.article import Article
from briefing.model.history import Label
from briefing.model.note import Note
from briefing.store.keeping import Opened
from briefing.store.notes import SUFFIX
from briefing.store.recovery import Replay
from briefing.ui.home import Home
from briefing.ui.jobs import Jobs
from briefing.ui.keeping import Keeping
from briefing.ui.messages import Answer, Message
from briefing.ui.session import new_note, template_fault

SAMPLE = ("samples", "velmark-castora.txt")
PATTERNS = (
    "*.briefing *.txt *.md *.markdown *.html *.htm *.mhtml *.mht *.docx *.odt *.rtf *.pdf *.eml *.msg *.json"
)


class Opening(QObject):
    """Reads in worker threads; the window stays free. `say` shows a message."""

    article_added = Signal()
    note_opened = Signal()

    def __init__(
        self, window: QWidget, keeping: Keeping, home: Home, jobs: Jobs, say: Callable[[Message], None]
    ) -> None:
        super().__init__(window)
        session = keeping.session
        self._window, self._session, self._home, self._jobs, self._say = window, session, home, jobs, say
        self._keeping = keeping
        self.template = ""  # chosen on the start screen for the next new note

    def ask(self, *, articles_only: bool = False) -> tuple[Path, ...]:
        """Files the analyst chooses, or none."""
        words = self._home.words
        patterns = PATTERNS.removeprefix(f"*{SUFFIX} ") if articles_only else PATTERNS
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            words("window.open_title"),
            str(self._home.folder(self._session.path)),
            words("window.open_filter", patterns=patterns),
        )
        return tuple(Path(c) for c in chosen)

    def open_note(self, path: Path) -> None:
        """Opens a .briefing file in this window."""
        self._jobs.run(lambda: self._loaded(path), self._opened, self._failed)

    def import_file(self, path: Path) -> None:
        """Brings in an article from a file."""
        self._jobs.run(lambda: read_file(path), self._add, self._failed)

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Brings in articles one after the other, in that order; one that cannot be read stops no other."""
        if not paths:
            return
        first, rest = paths[0], paths[1:]

        def added(article: Article) -> None:
            self._add(article)
            self.import_files(rest)

        def failed(failure: BriefingError) -> None:
            self._failed(failure)
            self.import_files(rest)

        self._jobs.run(lambda: read_file(first), added, failed)

    def import_clipboard(self, mime: QMimeData) -> None:
        """Brings in what was copied: a page's own HTML if there is any, else its text."""
        html, text = mime.html(), mime.text()
        self._jobs.run(lambda: read_pasted(html, text), self._add, self._failed)

    def import_address(self, address: str) -> None:
        """Brings in the article at a web address; may be cancelled while it is awaited."""
        words = self._home.words
        self._jobs.run(lambda: read_address(address), self._add, self._failed)
        cancel = Answer(words("window.busy_cancel"), self._jobs.cancel)
        self._say(Message("info", words("window.import_busy", name=address), answers=(cancel,)))

    def import_sample(self) -> None:
        """Brings in the shipped sample article."""
        self.import_file(resources.path(*SAMPLE))

    def fresh_note(self) -> Note:
        """An empty note in the chosen form, with the analyst's name and unit from the settings."""
        note = new_note(self._home.template_copy(self.template))
        for key, setting in (("from", config.AUTHOR), ("unit", config.UNIT)):
            note = edits.set_field(note, key, self._home.settings.get(setting))
        return note

    def _add(self, article: Article) -> None:
        session = self._session
        if session.is_empty and session.path is None:
            session.opened(self.fresh_note(), None, None)
        session.apply(edits.add_article(session.note, article), Label("add_article"))
        self.article_added.emit()

    def _loaded(self, path: Path) -> Opened:
        """A note whose own template can be read, with its lock. Raises NoteUnreadable, TemplateInvalid."""
        opened = self._keeping.open(path.absolute())
        fault = template_fault(opened.loaded.note)
        if fault is not None:
            if opened.lock is not None:
                opened.lock.release()
            raise fault
        return opened

    def _opened(self, opened: Opened) -> None:
        loaded = opened.loaded
        if opened.locked is not None:
            self._session.opened(loaded.note, None, None)
            self._say_locked(opened.locked)
        else:
            self._keeping.begin(opened)
            self._session.opened(loaded.note, opened.path, loaded.sha256)
            self._home.remember(opened.path, loaded.note)
        self.note_opened.emit()
        if opened.locked is None and opened.found.continues is not None:
            self._take_up(opened.found.continues)

    def restore(self, found: Replay) -> None:
        """Takes up unsaved work of a note that has no file, or whose file is gone."""
        self._session.opened(found.base.note, None, None)
        self._take_up(found)
        self.note_opened.emit()

    def begin_copy(self, note: Note) -> None:
        """Shows a note that has no file yet."""
        self._session.opened(note, None, None)
        self.note_opened.emit()

    def _take_up(self, found: Replay) -> None:
        """Brings unsaved work back as one step, so that undo leads to what the file holds."""
        words = self._home.words
        try:
            self._keeping.take_up(found)
        except WriteFailed as failure:
            self._failed(failure)
            return
        self._session.apply(found.note, Label("recovered"))
        text = words("window.recovered_text", count=len(found.note.points))
        self._say(Message("info", words("window.recovered"), text))

    def _say_locked(self, locked: NoteLocked) -> None:
        words = self._home.words
        who = locked.person or words("window.locked_somebody")
        title = words("window.locked", name=locked.target, who=who, computer=locked.computer)
        self._say(Message("warn", title, words("window.locked_do")))

    def _failed(self, failure: BriefingError) -> None:
        told = explain(failure, self._home.words)
        self._say(Message("warn", told.what, told.then, detail=told.detail))


def read_file(path: Path) -> Article:
    """The article in a file. Raises ImportFailed."""
    from briefing import importers  # noqa: PLC0415 - heavy: loaded with the first article

    return importers.read_file(path, captured=_now())


def read_pasted(html: str, text: str) -> Article:
    """The article that was copied. Where its HTML holds no article, its text may. Raises ImportFailed."""
    from briefing.importers import read_html, read_text  # noqa: PLC0415 - heavy: loaded with the first article

    if html.strip():
        try:
            return read_html(html, captured=_now())
        except ImportFailed:
            if not text.strip():
                raise
    return read_text(text, captured=_now())


def read_address(address: str) -> Article:
    """The article at a web address, with that address. Raises ImportFailed."""
    from briefing.fetch import fetch  # noqa: PLC0415 - heavy: loaded when somebody asks for a page
    from briefing.importers import read_article  # noqa: PLC0415 - heavy: loaded with the first article

    page = fetch(address)
    article = read_article(page.data, page.address, captured=_now())
    return article if article.url else replace(article, url=page.address)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
