"""Bringing things in: articles from files, the clipboard or a drop; notes from disk; the sample."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6 import QtWidgets
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing import resources
from briefing import settings as config
from briefing.errors import BriefingError, ImportFailed, NoteUnreadable
from briefing.faults import explain
from briefing.model import edits
from briefing.model.article import Article
from briefing.model.history import Label
from briefing.model.note import Note
from briefing.store.notes import SUFFIX
from briefing.ui.home import Home
from briefing.ui.incoming import Importing, Wanted
from briefing.ui.jobs import Jobs
from briefing.ui.keeping import Keeping
from briefing.ui.messages import Answer, Message
from briefing.ui.session import new_note, template_fault

if TYPE_CHECKING:
    from briefing.sandbox import Reading
    from briefing.store.keeping import Opened
    from briefing.store.versions import Versions

ONCE_A_NOTE = frozenset({"damaged", "not-a-note", "too-large"})  # what may have become of a note
SAMPLE = ("samples", "velmark-castora.txt")
PATTERNS = (
    "*.briefing *.txt *.md *.markdown *.html *.htm *.mhtml *.mht *.docx *.odt *.rtf *.pdf *.eml *.msg *.json"
)


class Opening(QObject):
    """Reads in worker threads and, what others wrote, in processes of their own; the window stays free.

    `say` shows a message.
    """

    article_added = Signal()
    note_opened = Signal()
    locked = Signal(object)  # Opened: somebody has that note open
    found_work = Signal(object)  # Opened: with unsaved work of an earlier session
    versions_wanted = Signal(object)  # Versions of a note whose file is damaged

    def __init__(
        self, window: QWidget, keeping: Keeping, home: Home, jobs: Jobs, say: Callable[[Message], None]
    ) -> None:
        super().__init__(window)
        session = keeping.session
        self._window, self._session, self._home, self._jobs, self._say = window, session, home, jobs, say
        self._keeping = keeping
        self.template = ""  # chosen on the start screen for the next new note
        self.importing = Importing(home, jobs, self)
        self.importing.told.connect(say)

    def ask(self, *, articles_only: bool = False) -> tuple[Path, ...]:
        """Files the analyst chooses, or none."""
        self.expect_article()
        words = self._home.words
        patterns = PATTERNS.removeprefix(f"*{SUFFIX} ") if articles_only else PATTERNS
        chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window,
            words("window.open_title"),
            str(self._home.folder(self._session.path)),
            words("window.open_filter", patterns=patterns),
        )
        return tuple(Path(c) for c in chosen)

    def open_note(self, path: Path, otherwise: Answer | None = None) -> None:
        """Opens a .briefing file in this window; `otherwise` is offered if it cannot be opened."""
        answers = (otherwise,) if otherwise is not None else ()
        self._jobs.run(
            lambda: self._loaded(path), self._opened, partial(self._note_failed, path, answers=answers)
        )

    def import_file(self, path: Path) -> None:
        """Brings in an article from a file."""
        self.import_files((path,))

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Brings in articles one after the other, in that order; one that cannot be read stops no other."""
        self.importing.want(*(Wanted(p.name, partial(read_file, p), self._add) for p in paths))

    def import_clipboard(self, mime: QMimeData, *, as_text: bool = False) -> None:
        """Brings in what was copied: a page's own HTML if there is any, else its text; or only the text."""
        html, text = "" if as_text else mime.html(), mime.text()
        name = self._home.words("window.import_pasted")
        self.importing.want(Wanted(name, partial(read_pasted, html, text), self._add))

    def import_address(self, address: str) -> None:
        """Brings in the article at a web address."""
        self.importing.want(Wanted(address, partial(read_address, address), self._add))

    def import_sample(self) -> None:
        """Brings in the shipped sample article."""
        self.import_file(resources.path(*SAMPLE))

    def expect_article(self) -> None:
        """Gets ready for an article that is about to be chosen."""
        self._home.readers.warm()

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
        if opened.locked is not None:
            self.locked.emit(opened)
            return
        self.show_opened(opened)
        self._say_repairs(opened)
        if opened.unlockable is not None:
            self._say_about("no_lock", opened, opened.unlockable.detail)
        if opened.found.continues is not None or opened.found.diverged:
            self.found_work.emit(opened)

    def show_opened(self, opened: Opened) -> None:
        """Shows a note that was opened. Without a lock it may only be read, if somebody has it."""
        loaded = opened.loaded
        self._keeping.begin(opened)
        self._session.opened(loaded.note, opened.path, loaded.sha256)
        self._session.set_read_only(opened.locked is not None)
        self.note_opened.emit()

    def take_over(self, path: Path) -> None:
        """Opens a note that somebody has open: the person has decided so."""
        self._jobs.run(lambda: self._keeping.take_over(path), self._opened, self._failed)

    def _say_repairs(self, opened: Opened) -> None:
        loaded = opened.loaded
        if loaded.repairs:
            self._say_about("repaired", opened, "\n".join(loaded.repairs))
        elif loaded.newer:
            self._say_about("newer", opened)

    def _say_about(self, key: str, opened: Opened, detail: str = "") -> None:
        words = self._home.words
        title = words(f"kept.{key}", name=opened.path.name)
        self._say(Message("warn", title, words(f"kept.{key}_do"), detail=detail))

    def begin_copy(self, note: Note) -> None:
        """Shows a note that has no file yet."""
        self._session.opened(note, None, None)
        self.note_opened.emit()

    def _note_failed(self, path: Path, failure: BriefingError, answers: tuple[Answer, ...]) -> None:
        """A file that is no readable note any more may have been one: its versions are looked for."""
        if not isinstance(failure, NoteUnreadable) or failure.reason not in ONCE_A_NOTE:
            self._failed(failure, answers)
            return
        found = partial(self._damaged, failure, answers)
        self._jobs.run(lambda: self._keeping.versions_of(path), found, partial(self._failed, answers=answers))

    def _damaged(self, failure: NoteUnreadable, answers: tuple[Answer, ...], versions: Versions | None) -> None:
        if versions is None:
            self._failed(failure, answers)
            return
        words = self._home.words
        show = Answer(words("kept.damaged_show"), lambda: self.versions_wanted.emit(versions), primary=True)
        told, count = explain(failure, words), len(versions.listed())
        text = words("kept.damaged_do", count=count)
        self._say(Message("warn", told.what, text, (show, *answers), told.detail))

    def _failed(self, failure: BriefingError, answers: tuple[Answer, ...] = ()) -> None:
        told = explain(failure, self._home.words)
        self._say(Message("warn", told.what, told.then, answers, told.detail))


def read_file(path: Path, reading: Reading) -> Article:
    """The article in a file. Raises ImportFailed."""
    return reading.file(path, captured=_now())


def read_pasted(html: str, text: str, reading: Reading) -> Article:
    """The article that was copied. Where its HTML holds no article, its text may. Raises ImportFailed."""
    if html.strip():
        try:
            return reading.html(html, captured=_now())
        except ImportFailed as failed:
            if failed.reason == "cancelled" or not text.strip():
                raise
    return reading.text(text, captured=_now())


def read_address(address: str, reading: Reading) -> Article:
    """The article at a web address, with that address. Raises ImportFailed."""
    from briefing.fetch import fetch  # noqa: PLC0415 - heavy: loaded when somebody asks for a page

    page = fetch(address)
    article = reading.data(page.data, page.address, captured=_now())
    return article if article.url else replace(article, url=page.address)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
