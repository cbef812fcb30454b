"""Forms in and out of the library and of files: kept, replaced after a question, shared, read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from briefing import limits
from briefing import template as templates
from briefing.errors import BriefingError
from briefing.faults import explain
from briefing.plainfile import read_plain
from briefing.store.files import write_whole
from briefing.store.naming import safe_name
from briefing.store.shelf import SUFFIX
from briefing.template import Template
from briefing.ui.boxes import agreed
from briefing.ui.home_work import mark_of
from briefing.ui.messages import Message
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.dialogs.template.editor import TemplateEditor
    from briefing.ui.main_window import MainWindow


class TemplateFiles(QObject):
    """Writes and reads forms for one window. `editor` is the dialog that covers it, if one does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.editor: TemplateEditor | None = None

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def save(self, name: str, form: Template, *, is_notes: bool) -> bool:
        """Keeps a form under a name of the library; whether it was kept."""
        return self.keep(safe_name(name, "template"), form, is_notes=is_notes)

    def save_under(self, form: Template, *, is_notes: bool) -> bool:
        """Asks for a name and keeps a form under it; whether it was kept."""
        words = self._words
        parent = self.editor or self._window
        from briefing.ui.dialogs.small import Naming  # noqa: PLC0415 - loaded after the first paint

        sheet = Naming(self._window.theme, words, words("window.template_title"), form.name, parent)
        if not sheet.exec():
            return False
        title = sheet.chosen()
        name = safe_name(title, "template")
        return self.may_replace(name) and self.keep(name, replace(form, name=title), is_notes=is_notes)

    def keep(self, name: str, form: Template, *, is_notes: bool) -> bool:
        """Writes a form into the library; the note takes it if it is the note's own."""
        window, source = self._window, templates.to_toml(form)
        try:
            window.home.library.save_template(name, source, overwrite=True)
        except BriefingError as failure:
            self.say(failure)
            return False
        if is_notes:
            window.session.use_template(name, source, mark_of(source))
        window.say(Message("good", self._words("window.template_saved", name=form.name)))
        window.home.library_changed.emit()
        return True

    def read(self) -> Template | None:
        """The form in a file that is asked for; None if there is none."""
        window, words = self._window, self._words
        title, patterns = words("window.template_import"), words("window.template_filter")
        chosen, _ = QFileDialog.getOpenFileName(self.editor or window, title, str(Path.home()), patterns)
        if not chosen:
            return None
        path = Path(chosen)
        try:
            source = read_plain(path, limits.MOST_TEMPLATE_BYTES).decode("utf-8-sig")
            return templates.parse(source, path.name)
        except (OSError, UnicodeDecodeError) as fault:
            said = words("faults.import_unreadable", name=path.name, detail="")
            self.tell(Message("warn", said, words("faults.import_unreadable_do"), detail=str(fault)))
        except BriefingError as failure:
            self.say(failure)
        return None

    def share(self, form: Template) -> None:
        """Writes a form as one file, its Word file inside."""
        words = self._words
        start = str(Path.home() / f"{safe_name(form.name, 'template')}{SUFFIX}")
        title, patterns = words("window.share_template"), words("window.template_filter")
        chosen, _ = QFileDialog.getSaveFileName(self.editor or self._window, title, start, patterns)
        if not chosen:
            return
        try:
            write_whole(Path(chosen), templates.to_toml(form).encode(), overwrite=True)
        except BriefingError as failure:
            self.say(failure)
        else:
            self.tell(Message("good", words("templates.shared", name=Path(chosen).name)))

    def may_replace(self, name: str) -> bool:
        """Asks before one of the analyst's own templates is replaced."""
        own = [e for e in self._window.home.library.list_templates() if e.origin == "own"]
        if all(e.name.casefold() != name.casefold() for e in own):
            return True
        words = self._words
        text = words("templates.replace", name=name)
        return agreed(self.editor or self._window, words("window.template_title"), text)

    def say(self, failure: BriefingError) -> None:
        """Says why something could not be done."""
        told = explain(failure, self._words)
        self.tell(Message("warn", told.what, told.then, detail=told.detail))

    def tell(self, message: Message) -> None:
        """Says it in the window, and in the dialog that covers it."""
        self._window.say(message)
        if self.editor is not None:
            self.editor.say(f"{message.title} {message.text}".strip())
