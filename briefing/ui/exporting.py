"""Files that go out: the export sheet and what it writes, the same again, and the note on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from briefing import settings as config
from briefing.errors import BriefingError, WriteFailed
from briefing.faults import Explained, explain
from briefing.model.history import Label
from briefing.store.files import write_whole
from briefing.store.naming import safe_name
from briefing.template.changes import with_sources
from briefing.ui.home import Home
from briefing.ui.messages import Answer, Message
from briefing.ui.saving import not_written
from briefing.ui.session import Session
from briefing.ui.theme import Theme
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.ui.dialogs.export import ExportSheet, ExportWish, Finding, Sources


class Exporting(QObject):
    """Writes the session's note for others. `say` shows a message; the sheet is asked for on `window`."""

    asked_to_show = Signal(str)  # the origin of what the export sheet found

    def __init__(
        self, window: QWidget, session: Session, home: Home, say: Callable[[Message], None], theme: Theme
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._home, self._say, self._theme = window, session, home, say, theme
        self._last: ExportWish | None = None

    @property
    def _words(self) -> Words:
        return self._home.words

    def export(self, formats: tuple[str, ...] = ()) -> bool:
        """Asks what to write in the export sheet, and writes it."""
        sheet = self._sheet(formats)
        if not sheet.exec():
            if sheet.show_origin:
                self.asked_to_show.emit(sheet.show_origin)
            return False
        self._name_sources(sheet.wish().sources)
        return self._write(sheet.wish(), self._session.document(prompts=False), overwrite=True)

    def _sheet(self, formats: tuple[str, ...]) -> ExportSheet:
        from briefing.ui.dialogs.export import ExportSheet  # noqa: PLC0415 - loaded after the first paint

        wish = self._usual_wish(formats)
        sheet = ExportSheet(self._theme, self._words, wish, self._findings(wish.sources), self._window)
        sheet.sources_changed.connect(lambda sources: sheet.show_findings(self._findings(sources)))
        sheet.allow_sources(not self._session.read_only)
        return sheet

    def export_again(self) -> bool:
        """Writes the same files as last time; asks if there was no last time, or if the house says no."""
        document = self._session.document(prompts=False)
        if self._last is None or self._is_refused():
            return self.export()
        return self._write(self._last, document, overwrite=True)

    def _is_refused(self) -> bool:
        """Whether the template lets no such note out; the sheet then says why."""
        from briefing.compose.house import refuses  # noqa: PLC0415 - loaded after the first paint

        session = self._session
        return refuses(session.template) and any(f.refuses for f in self._findings(self._sources()))

    # -- how the note names its sources: part of its form, so that its page shows what is exported

    def _sources(self) -> Sources:
        from briefing.ui.dialogs.export import Sources  # noqa: PLC0415 - loaded after the first paint

        citations = self._session.template.citations
        return Sources(citations.has_line, citations.has_annex)

    def _findings(self, sources: Sources) -> tuple[Finding, ...]:
        """What to know of the note if it named its sources so."""
        from briefing.ui.export_findings import findings_of  # noqa: PLC0415 - loaded after the first paint

        form = with_sources(self._session.template, line=sources.line, annex=sources.annex)
        return findings_of(self._session, form, self._words)

    def _name_sources(self, sources: Sources) -> None:
        """Makes it so in the note's own form, as one step."""
        if sources == self._sources():
            return
        from briefing.ui.fitting import with_form  # noqa: PLC0415 - loaded after the first paint

        session = self._session
        form = with_sources(session.template, line=sources.line, annex=sources.annex)
        session.apply(with_form(session.note, form), Label("sources"))

    # -- writing

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
        wanted = formats or settings.get(config.EXPORT_FORMATS)
        return ExportWish(wanted, name, str(place), open=False, sources=self._sources())

    def _write(self, wish: ExportWish, document: Document, *, overwrite: bool) -> bool:
        written: list[Path] = []
        for kind in wish.formats:
            target = Path(wish.folder) / f"{wish.name}.{kind}"
            try:
                write_whole(target, _bytes_of(document, kind), overwrite=overwrite)
            except BriefingError as failure:
                told = self._told(failure, kind)
                self._say(not_written(told, self._words, self.export_again, self.export))
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

    def _told(self, failure: BriefingError, kind: str) -> Explained:
        """What kept a file from being written, in words for its kind."""
        told, words = explain(failure, self._words), self._words
        if not isinstance(failure, WriteFailed):
            return told
        told = replace(told, what=words(f"window.export_failed_{kind}"))
        is_open = failure.reason == "denied" and kind == "docx"  # which Word does to the file it shows
        return replace(told, then=words("window.export_denied_docx_do")) if is_open else told

    def _say_written(self, written: list[Path]) -> None:
        words = self._words
        folder = QUrl.fromLocalFile(str(written[0].parent))
        names = ", ".join(p.name for p in written)
        show = Answer(words("window.show_in_folder"), lambda: QDesktopServices.openUrl(folder))
        self._say(Message("good", words("window.export_done", names=names), "", (show,), about="writing"))


def _bytes_of(document: Document, kind: str) -> bytes:
    from briefing.exporters import export  # noqa: PLC0415 - heavy: loaded with the first export

    if kind == "pdf":
        from briefing.ui.print import pdf_bytes  # noqa: PLC0415 - loaded after the first paint

        return pdf_bytes(document)
    return export(document, "docx" if kind == "docx" else "md")
