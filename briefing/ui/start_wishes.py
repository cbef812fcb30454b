"""What the start screen asks for. The desk is laid by the asking, if it is not yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow
    from briefing.ui.start.screen import StartScreen


class StartWishes(QObject):
    """Passes the start screen's wishes on."""

    def __init__(self, window: MainWindow, start: StartScreen) -> None:
        super().__init__(window)
        self._window = window
        start.request_paste.connect(self._paste)
        start.request_open.connect(self._open)
        start.request_address.connect(self._address)
        start.request_sample.connect(self._sample)
        start.request_note.connect(self._note)
        start.request_files.connect(self._files)
        start.request_text.connect(self._text)
        start.request_manage.connect(self._manage)
        start.request_new_form.connect(self._new_form)
        start.request_form_from_word.connect(self._form_from_word)
        start.template_chosen.connect(window.choose_template)

    def _paste(self) -> None:
        self._window.commands.files.paste()

    def _open(self) -> None:
        self._window.commands.files.open()

    def _address(self) -> None:
        self._window.commands.asking.address()

    def _manage(self) -> None:
        self._window.commands.templates.manage()

    def _new_form(self) -> None:
        self._window.commands.templates.new()

    def _form_from_word(self) -> None:
        self._window.commands.templates.new_from_word()

    def _sample(self) -> None:
        self._window.opening.import_sample()

    def _note(self, path: str) -> None:
        self._window.commands.files.open_path(Path(path))

    def _files(self, paths: tuple[str, ...]) -> None:
        self._window.commands.files.open_paths(paths)

    def _text(self, mime: QMimeData) -> None:
        self._window.commands.files.drop(mime)
