"""The commands that ask something first: dialogs of the note, the settings, the templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, SignalInstance

from briefing import __version__
from briefing import settings as config
from briefing import template as templates
from briefing.blocks import Document, Fields
from briefing.compose import compose
from briefing.model import edits
from briefing.model.history import Label
from briefing.model.note import Note
from briefing.template import Template, changes
from briefing.ui.boxes import Icon, plain_box
from briefing.ui.dialogs.checks import ChecksSheet
from briefing.ui.dialogs.details import ArticleDetails
from briefing.ui.dialogs.forms import FieldForm, HeaderFields, NoteForm
from briefing.ui.dialogs.keys import KeysSheet
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.dialogs.small import MessagesSheet, Naming, NewTag, SettingsSheet
from briefing.ui.reviewing import remarks_of
from briefing.ui.theme import TAG_COLOURS
from briefing.ui.unfinished import Unfinished
from briefing.ui.values import Span
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class Asking(QObject):
    """Dialogs of one window. Each turns its answer into an edit."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def header_fields(self, focus: str = "") -> None:
        """The note's title, header fields, marking and bottom line."""
        if self._window.session.refuses():
            return
        window = self._window
        form = note_form(window.session.note, window.session.template, self._words)
        sheet = HeaderFields(window.theme, self._words, form, focus, window)

        def filled() -> Note:
            return with_form(window.session.note, window.session.template, sheet.result_form())

        self._ask(sheet, sheet.written, filled, Label("field"))

    def article_details(self, article_id: str) -> None:
        """An article's metadata."""
        if self._window.session.refuses():
            return
        window = self._window
        article = next((a for a in window.session.note.articles if a.id == article_id), None)
        if article is None:
            return
        sheet = ArticleDetails(window.theme, self._words, article, window)

        def corrected() -> Note:
            return edits.correct_article(window.session.note, sheet.corrected())

        self._ask(sheet, sheet.written, corrected, Label("details"))

    def _ask(self, sheet: Sheet, written: SignalInstance, note: Callable[[], Note], label: Label) -> None:
        """Shows a dialog whose answer makes another `note`; what is written in it is kept meanwhile."""
        unfinished = Unfinished(self._window.keeping, sheet)
        written.connect(lambda: unfinished.written(note))
        if sheet.exec():
            self._window.session.apply(note(), label)
        unfinished.over()

    def address(self) -> None:
        """A web address to read an article from."""
        window, words = self._window, self._words
        window.opening.expect_article()
        sheet = Naming(window.theme, words, words("window.address_title"), "", window)
        sheet.wrapped(words("window.address_hint"))
        if sheet.exec():
            window.opening.import_address(sheet.chosen())

    def new_tag(self, span: Span | None = None) -> None:
        """A new tag with its own section in the note's form, put on `span` at once: one step."""
        if self._window.session.refuses():
            return
        window = self._window
        form = window.session.template
        used = {t.colour for t in form.tags}
        free = next((c for c in TAG_COLOURS if c not in used), "slate")
        sheet = NewTag(window.theme, self._words, free, window)
        if not sheet.exec():
            return
        name, colour = sheet.chosen()
        tag = changes.new_tag(form, name, colour)
        copy = replace(window.session.note.template, source=templates.to_toml(changes.with_tag(form, tag)))
        changed = edits.set_template(window.session.note, copy)
        if span is None:
            window.session.apply(changed, Label("new_tag"))
        else:
            window.source_wishes.tag_new(changed, span, tag.id, tag.name)

    def checks(self) -> None:
        """Everything worth a second look; the chosen line's place comes into view."""
        window = self._window
        sheet = ChecksSheet(window.theme, self._words, remarks_of(window.screens, self._words), window)
        if not sheet.exec() or sheet.chosen is None:
            return
        if sheet.chosen.point:
            window.screens.focus_point(sheet.chosen.point)
        elif sheet.chosen.span is not None:
            window.screens.show_article(sheet.chosen.span.article)
            window.editor.focus_pane("source")
            window.editor.source.set_current(sheet.chosen.span)
        else:
            self._go_to_line(sheet.chosen.origin)

    def _go_to_line(self, origin: str) -> None:
        kind, _, name = origin.partition(":")
        if kind in ("title", "summary", "field", "fields"):
            self.header_fields(name or kind)
        else:
            self._window.editor.focus_pane("points")

    def settings(self) -> None:
        """The settings."""
        window = self._window
        forms = tuple((name, form.name) for name, form in window.home.forms())
        sheet = SettingsSheet(window.theme, self._words, window.home.settings, forms, window)
        if sheet.exec():
            window.home.change_settings(sheet.chosen())
            window.use_settings()

    def history(self) -> None:
        """What is kept on this computer beside the notes."""
        from briefing.ui.dialogs.history import HistorySheet  # noqa: PLC0415 - loaded when somebody asks

        window = self._window
        sheet = HistorySheet(window.theme, window.home, window)
        if sheet.exec():
            window.home.change_settings(sheet.chosen())
            window.use_settings()
        if window.on_start:
            window.show_start()

            window.commands.templates.refresh_team()

    def text_size(self, step: int) -> None:
        """The reading size: one step bigger, smaller, or the usual one."""
        window = self._window
        settings = window.home.settings
        size = settings.get(config.READING_SIZE) + step if step else config.READING_SIZE.default
        if config.READING_SIZE.accepts(size):
            window.home.change_settings(settings.with_value(config.READING_SIZE, size))
            window.editor.source.set_text_size(size)

    def print(self) -> None:
        """The system's print dialog."""
        from briefing.ui.dialogs.printing import print_document  # noqa: PLC0415 - heavy: QtPrintSupport

        print_document(self._window.session.document(prompts=False), self._window)

    def print_preview(self) -> None:
        """The pages as the printer will put them on paper."""
        from briefing.ui.dialogs.printing import preview_document  # noqa: PLC0415 - heavy: QtPrintSupport

        preview_document(self._window.session.document(prompts=False), self._window)

    def keys(self) -> None:
        """All keys on one sheet."""
        KeysSheet(self._window.theme, self._words, self._window).exec()

    def messages(self) -> None:
        """What was said in this window."""
        window = self._window
        kept = (*window.start_messages.kept, *window.editor.messages.kept)
        MessagesSheet(window.theme, self._words, kept, window).exec()

    def report(self) -> None:
        """What to give to whoever looks after the program, to copy."""
        from briefing.ui.dialogs.report import ReportSheet, report_of  # noqa: PLC0415 - loaded when somebody asks

        window = self._window
        ReportSheet(window.theme, self._words, report_of(window), window).exec()

    def about(self) -> None:
        """Name, version, licences."""
        text = self._words("window.about_text", version=__version__)
        box = plain_box(self._window, Icon.NoIcon, text)
        box.setWindowTitle(self._words("window.about_title"))
        box.exec()


def note_form(note: Note, form: Template, words: Words) -> NoteForm:
    """What the header fields dialog starts from."""
    document = compose(note, form, prompts=True)
    bare = compose(replace(note, fields=()), form, prompts=True)
    fields = [
        FieldForm("unit", words("window.fields_unit"), note.field("unit"), bare.unit),
        *(FieldForm(f.key, f.label, note.field(f.key), _printed(bare, f.key), f.required) for f in form.fields),
        FieldForm("reference", words("window.fields_reference"), note.field("reference"), bare.reference),
    ]
    return NoteForm(note.title, note.summary, document.marking, form.marking.choices, tuple(fields))


def _printed(document: Document, key: str) -> str:
    rows = (r for b in document.blocks if isinstance(b, Fields) for r in b.rows)
    return next((r.text for r in rows if r.origin == f"field:{key}"), "")


def with_form(note: Note, form: Template, answer: NoteForm) -> Note:
    """The note with what the dialog holds."""
    changed = edits.set_summary(edits.set_title(note, answer.title), answer.summary)
    marking = "" if answer.marking == form.marking.default else answer.marking
    changed = edits.set_marking(changed, marking)
    for field in answer.fields:
        if field.text != note.field(field.key):
            changed = edits.set_field(changed, field.key, field.text)
    return changed
