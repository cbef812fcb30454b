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
from briefing.errors import BriefingError, ImportFailed
from briefing.faults import explain
from briefing.model import edits
from briefing.model.article import Article
from briefing.model.history import Label
from briefing.model.note import Note
from briefing.store import notes
from briefing.store.notes import SUFFIX, Loaded
from briefing.ui.home import Home
from briefing.ui.jobs import Jobs
from briefing.ui.messages import Answer, Message
from briefing.ui.session import Session, new_note, template_fault

SAMPLE = ("samples", "velmark-castora.txt")
PATTERNS = (
    "*.briefing *.txt *.md *.markdown *.html *.htm *.mhtml *.mht *.docx *.odt *.rtf *.pdf *.eml *.msg *.json"
)


class Opening(QObject):
    """Reads in worker threads; the window stays free. `say` shows a message."""

    article_added = Signal()
    note_opened = Signal()

    def __init__(
        self, window: QWidget, session: Session, home: Home, jobs: Jobs, say: Callable[[Message], None]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._home, self._jobs, self._say = window, session, home, jobs, say
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
        self._jobs.run(lambda: _loaded(path), lambda loaded: self._opened(path, loaded), self._failed)

    def import_file(self, path: Path) -> None:
        """Brings in an article from a file."""
        self._jobs.run(lambda: read_file(path), self._add, self._failed)

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

    def _opened(self, path: Path, loaded: Loaded) -> None:
        self._session.opened(loaded.note, path.absolute(), loaded.sha256)
        self._home.remember(path, loaded.note)
        self.note_opened.emit()

    def _failed(self, failure: BriefingError) -> None:
        told = explain(failure, self._home.words)
        self._say(Message("warn", told.what, told.then, detail=told.detail))


def _loaded(path: Path) -> Loaded:
    """A note whose own template can be read. Raises NoteUnreadable, TemplateInvalid."""
    loaded = notes.load(path)
    fault = template_fault(loaded.note)
    if fault is not None:
        raise fault
    return loaded


def read_file(path: Path) -> Article:
    """The article in a file. Raises ImportFailed."""
    from briefing.importers import limits, read_article  # noqa: PLC0415 - heavy: loaded with the first article

    try:
        if path.stat().st_size > limits.MOST_BYTES:
            raise ImportFailed(path.name, "too-large", f"{path.stat().st_size:,} bytes")
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise ImportFailed(path.name, "not-found", str(fault)) from fault
    except (OSError, ValueError) as fault:
        raise ImportFailed(path.name, "unreadable", str(fault)) from fault
    return read_article(data, path.name, captured=_now())


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
