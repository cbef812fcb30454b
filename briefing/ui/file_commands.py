"""Commands that bring something in or take it out: open, paste, drop, save, export, copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from briefing.store.notes import SUFFIX

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class FileCommands(QObject):
    """The commands of the File menu. What is being typed is kept before anything is written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """What each of these commands does, by name."""
        return {
            "new_note": partial(self._window.request_window.emit, None),
            "new_from_clipboard": self.paste,
            "paste_as_text": self.paste_as_text,
            "open": self.open,
            "add_article": self.add_article,
            "save": self.save,
            "save_as": self.save_as,
            "versions": self.versions,
            "export": self.export,
            "export_again": self.export_again,
            "copy_note": self.copy_note,
            "sample": self._sample,
        }

    def paste(self) -> None:
        """Imports the clipboard; beside an open note, in a window of its own."""
        window = self._window
        if window.session.is_empty:
            window.opening.import_clipboard(QGuiApplication.clipboard().mimeData())
        else:
            window.request_window.emit("clipboard")

    def paste_as_text(self) -> None:
        """In a field, the copied text as it is; elsewhere the article in it, without its page's HTML."""
        mime = QGuiApplication.clipboard().mimeData()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            field.insert(mime.text())
        elif isinstance(field, QPlainTextEdit | QTextEdit) and not field.isReadOnly():
            field.insertPlainText(mime.text())
        else:
            self._window.opening.import_clipboard(mime, as_text=True)

    def open(self) -> None:
        """Asks for files and opens them."""
        self.open_paths(tuple(str(p) for p in self._window.opening.ask()))

    def open_paths(self, paths: tuple[str, ...]) -> None:
        """Opens files. Nothing open is replaced; articles opened together become one note."""
        window = self._window
        beside = tuple(Path(p) for p in paths)
        articles = tuple(p for p in beside if p.suffix != SUFFIX)
        if window.session.is_empty and articles:
            window.opening.import_files(articles)
            beside = tuple(p for p in beside if p.suffix == SUFFIX)
        elif window.session.is_empty and beside:
            window.opening.open_note(beside[0])
            beside = beside[1:]
        for path in beside:
            window.request_window.emit(path)

    def open_path(self, path: Path) -> None:
        """Opens a note or imports an article; nothing that is open is replaced."""
        window = self._window
        if not window.session.is_empty:
            window.request_window.emit(path)
        elif path.suffix == SUFFIX:
            window.opening.open_note(path)
        else:
            window.opening.import_file(path)

    def drop(self, mime: QMimeData) -> None:
        """Takes in what was dropped: articles become sources of this note, notes open beside it."""
        from briefing.ui.dropping import dropped  # noqa: PLC0415 - loaded with the first drop

        window, found = self._window, dropped(mime)
        if found.has_text:
            window.opening.import_clipboard(mime)
        if found.articles:
            window.opening.import_files(found.articles)
        for address in found.addresses:
            window.opening.import_address(address)
        for path in found.notes:
            window.request_window.emit(path)

    def add_article(self) -> None:
        """Asks for articles and adds them to the open note."""
        self._window.opening.import_files(self._window.opening.ask(articles_only=True))

    def save(self) -> None:
        """Keeps what is being typed, then saves."""
        self._window.editor.keep_typing()
        self._window.saving.save()

    def save_as(self) -> None:
        """The same under another name."""
        self._window.editor.keep_typing()
        self._window.saving.save_as()

    def versions(self) -> None:
        """The dialog of earlier versions."""
        self._window.desk.versioning.choose()

    def export(self, formats: tuple[str, ...] = ()) -> None:
        """The export sheet."""
        self._window.editor.keep_typing()
        self._window.desk.exporting.export(formats)

    def export_again(self) -> None:
        """The same files as last time."""
        self._window.editor.keep_typing()
        self._window.desk.exporting.export_again()

    def copy_note(self) -> None:
        """The note on the clipboard."""
        self._window.editor.keep_typing()
        self._window.desk.exporting.copy_note()

    def _sample(self) -> None:
        window = self._window
        if window.session.is_empty:
            window.opening.import_sample()
        else:
            window.request_window.emit("sample")
