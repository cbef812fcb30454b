"""Saving, exporting and copying the open note: the values go to the disk, the answers go to the analyst."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing import settings as config
from briefing.errors import BriefingError, ChangedOnDisk, NoteLocked, WriteFailed
from briefing.faults import explain
from briefing.store.files import write_whole
from briefing.store.naming import safe_name
from briefing.store.notes import SUFFIX
from briefing.ui.boxes import Icon, Role, asked_to_leave, plain_box
from briefing.ui.home import Home
from briefing.ui.keeping import Keeping
from briefing.ui.messages import Answer, Message
from briefing.ui.theme import Theme
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.ui.dialogs.export import ExportWish

AUTOSAVE_MS = 2000


class Saving(QObject):
    """Writes the session's note. `say` shows a message; dialogs are asked for on `window`."""

    written = Signal()
    asked_to_show = Signal(str)  # the origin of what the export sheet found
    conflicted = Signal()  # the file is no longer what was opened or saved last

    def __init__(
        self, window: QWidget, keeping: Keeping, home: Home, say: Callable[[Message], None], theme: Theme
    ) -> None:
        super().__init__(window)
        session = keeping.session
        self._window, self._session, self._home, self._say, self._theme = window, session, home, say, theme
        self._keeping = keeping
        keeping.trouble.connect(self._say_trouble)
        self.asks = True  # before an unsaved note goes
        self._version_failed: WriteFailed | None = None
        self._last: ExportWish | None = None
        self._autosave = QTimer(self, interval=AUTOSAVE_MS, singleShot=True)
        self._autosave.timeout.connect(self._save_by_itself)
        session.note_changed.connect(lambda _, __: self._autosave.start())

    @property
    def _words(self) -> Words:
        return self._home.words

    # -- the note's own file

    def save(self) -> bool:
        """Saves to the note's file, asking for a name the first time. False if nothing was saved."""
        path = self._session.path
        if self._session.refuses():
            return False
        return self.save_as() if path is None else self._save_to(path)

    def hold(self) -> None:
        """Nothing is saved by itself until a person has saved: what came back is theirs to look at first."""
        self._keeping.held = True

    def save_as(self) -> bool:
        """Asks for a name and saves there. False if the analyst changed their mind or it failed."""
        words = self._words
        name = safe_name(self._session.note.title, words("window.title_untitled"))
        start = self._session.path or self._home.folder() / f"{name}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, words("window.save_title"), str(start), words("window.save_filter")
        )
        if not chosen:
            return False
        path = Path(chosen)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if path == self._session.path and self._session.refuses():
            return False
        own = path == self._session.path  # then it is an ordinary save, which never overwrites what nobody saw
        return self._save_to(path, overwrite=not own)  # the file dialog has asked already

    def may_close(self) -> bool:
        """Whether the note may go: it is saved, the analyst saved it now, or lets it go."""
        session, words = self._session, self._words
        if session.is_saved or session.is_empty or not self.asks:
            self._keeping.close(discard=False)
            return True
        name = session.note.title or words("window.title_untitled")
        title = words("window.close_title", name=name)
        text = words("window.close_text", days=self._home.settings.get(config.HISTORY_DAYS))
        answer = asked_to_leave(self._window, words, title, text)
        if answer == "save":
            saved = self.save_as() if session.read_only else self.save()
            if not saved or not self._may_close_without_version(name):
                return False
            self._keeping.close(discard=False)
            return True
        if answer == "stay":
            return False
        self._keeping.close(discard=True)
        return True

    def _may_close_without_version(self, name: str) -> bool:
        """A version that could not be kept stops the way out: nobody would see the message."""
        if self._version_failed is None:
            return True
        words = self._words
        title, text = words("kept.close_unkept", name=name), words("kept.close_unkept_do")
        box = plain_box(self._window, Icon.Warning, title, text)
        away = box.addButton(words("kept.close_anyway"), Role.AcceptRole)
        box.addButton(words("window.cancel"), Role.RejectRole)
        box.exec()
        return box.clickedButton() is away

    def _save_by_itself(self) -> None:
        session = self._session
        wanted = not self._keeping.held and self._home.settings.get(config.AUTOSAVE)
        if wanted and session.path is not None and not (session.is_saved or session.read_only):
            self._save_to(session.path)

    def _save_to(self, path: Path, *, overwrite: bool = False) -> bool:
        note = self._session.note
        try:
            kept = self._keeping.save(note, path, overwrite=overwrite)
        except ChangedOnDisk:
            self.conflicted.emit()
            return False
        except NoteLocked as locked:
            self._say_locked(locked, path)
            return False
        except BriefingError as failure:
            self._say_failed(failure, self.save, self.save_as)
            return False
        self._keeping.held = False
        self._session.saved(note, path, kept.saved.sha256)
        self._session.set_read_only(False)
        self._version_failed = kept.version_failed
        if kept.version_failed is not None:
            self._say_version_failed(kept.version_failed)
        self._home.remember(path, note)
        self.written.emit()
        return True

    def _say_trouble(self, failure: WriteFailed | None) -> None:
        """The journal cannot be written: said at once, with the way out."""
        words = self._words
        if failure is not None:
            save = Answer(words("window.save_as"), self.save_as, primary=True)
            text = words("window.not_kept_do")
            self._say(Message("danger", words("window.not_kept"), text, (save,), failure.detail))
        else:
            self._say(Message("good", words("kept.kept_again")))

    def _say_locked(self, locked: NoteLocked, path: Path) -> None:
        """Somebody has that file open: ours was taken over, or another was chosen that is not ours."""
        if path == self._session.path:
            self._keeping.taken_over.emit(locked)
        else:
            self._say_failed(locked, self.save_as, self.save_as)

    def _say_version_failed(self, failure: WriteFailed) -> None:
        words = self._words
        title, text = words("window.version_failed"), words("window.version_failed_do")
        self._say(Message("warn", title, text, detail=failure.detail))

    def _say_failed(
        self, failure: BriefingError, again: Callable[[], object], elsewhere: Callable[[], object]
    ) -> None:
        words = self._words
        told = explain(failure, words)
        answers = (
            Answer(words("window.save_elsewhere"), elsewhere, primary=True),
            Answer(words("window.try_again"), again),
        )
        self._say(Message("danger", told.what, told.then, answers, told.detail))

    # -- exports

    def export(self, formats: tuple[str, ...] = ()) -> bool:
        """Asks what to write in the export sheet, and writes it."""
        from briefing.ui.dialogs.export import ExportSheet  # noqa: PLC0415 - loaded after the first paint
        from briefing.ui.export_findings import findings_of  # noqa: PLC0415 - loaded after the first paint

        session = self._session
        document = session.document(prompts=False)
        wish = self._usual_wish(formats)
        sheet = ExportSheet(
            self._theme, self._words, wish, findings_of(session, document, self._words), self._window
        )
        if not sheet.exec():
            if sheet.show_origin:
                self.asked_to_show.emit(sheet.show_origin)
            return False
        return self._write(sheet.wish(), document, overwrite=True)

    def export_again(self) -> bool:
        """Writes the same files as last time; asks if there was no last time, or if the house says no."""
        document = self._session.document(prompts=False)
        if self._last is None or self._is_refused(document):
            return self.export()
        return self._write(self._last, document, overwrite=True)

    def _is_refused(self, document: Document) -> bool:
        """Whether the template lets no such note out; the sheet then says why."""
        from briefing.compose.house import refuses  # noqa: PLC0415 - loaded after the first paint
        from briefing.ui.export_findings import findings_of  # noqa: PLC0415 - loaded after the first paint

        return refuses(self._session.template) and any(
            f.refuses for f in findings_of(self._session, document, self._words)
        )

    def copy_note(self) -> None:
        """Puts the note on the clipboard: rich text for a mail, Markdown as plain text."""
        self._copy(self._session.document(prompts=False))
        self._say(Message("good", self._words("window.said_copied")))

    def _copy(self, document: Document) -> None:
        from briefing.exporters.html import to_html  # noqa: PLC0415 - heavy: loaded with the first export
        from briefing.exporters.markdown import to_markdown  # noqa: PLC0415 - heavy: loaded with the first export

        mime = QMimeData()
        mime.setHtml(to_html(document))
        mime.setText(to_markdown(document))
        QGuiApplication.clipboard().setMimeData(mime)

    def _usual_wish(self, formats: tuple[str, ...]) -> ExportWish:
        from briefing.ui.dialogs.export import ExportWish  # noqa: PLC0415 - loaded after the first paint

        session, settings = self._session, self._home.settings
        day = session.note.field("date") or session.note.created or datetime.now().astimezone().isoformat()
        name = safe_name(f"{day[:10]} {session.note.title}".strip(), day[:10])
        folder = settings.get(config.EXPORT_FOLDER)
        place = Path(folder) if folder and Path(folder).is_dir() else self._home.folder(session.path)
        return ExportWish(formats or settings.get(config.EXPORT_FORMATS), name, str(place), open=False)

    def _write(self, wish: ExportWish, document: Document, *, overwrite: bool) -> bool:
        written: list[Path] = []
        for kind in wish.formats:
            target = Path(wish.folder) / f"{wish.name}.{kind}"
            try:
                write_whole(target, _bytes_of(document, kind), overwrite=overwrite)
            except BriefingError as failure:
                self._say_failed(failure, self.export_again, self.export)
                return False
            written.append(target)
        if wish.copy:
            self._copy(document)
        self._last = wish
        self._home.change_settings(
            self._home.settings.with_value(config.EXPORT_FOLDER, wish.folder).with_value(
                config.EXPORT_FORMATS, wish.formats
            )
        )
        self._say_written(written)
        if wish.open:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(written[0])))
        return True

    def _say_written(self, written: list[Path]) -> None:
        words = self._words
        folder = QUrl.fromLocalFile(str(written[0].parent))
        names = ", ".join(p.name for p in written)
        show = Answer(words("window.show_in_folder"), lambda: QDesktopServices.openUrl(folder))
        self._say(Message("good", words("window.export_done", names=names), "", (show,)))


def _bytes_of(document: Document, kind: str) -> bytes:
    from briefing.exporters import export  # noqa: PLC0415 - heavy: loaded with the first export

    if kind == "pdf":
        from briefing.ui.print import pdf_bytes  # noqa: PLC0415 - loaded after the first paint

        return pdf_bytes(document)
    return export(document, "docx" if kind == "docx" else "md")
