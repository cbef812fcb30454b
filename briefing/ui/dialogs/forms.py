"""Dialogs of fields: the note's header fields, an article's details."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from briefing.model.article import Article, day_of
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.words import Words

WIDTH_PX = 560


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One header field to fill: what the analyst wrote, and what stands there otherwise."""

    key: str
    label: str
    text: str
    default: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class NoteForm:
    """All that is written about the note itself."""

    title: str
    summary: str
    marking: str
    markings: tuple[str, ...]
    fields: tuple[FieldForm, ...]


class HeaderFields(Sheet):
    """Asks for a NoteForm, starting from one."""

    def __init__(
        self, theme: Theme, words: Words, form: NoteForm, focus: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words("window.fields_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(440))
        self._form = form
        rows = self.form()
        self.title = QLineEdit(form.title)
        self.add_row(rows, words("window.fields_note_title"), self.title)
        self.fields: dict[str, QLineEdit] = {}
        for declared in form.fields:
            field = QLineEdit(declared.text)
            field.setPlaceholderText(declared.default)
            self.add_row(rows, declared.label + (" *" if declared.required else ""), field)
            self.fields[declared.key] = field
        self.marking = QComboBox()
        self.marking.setEditable(True)
        self.marking.addItems(list(dict.fromkeys((*form.markings, form.marking))))
        self.marking.setCurrentText(form.marking)
        self.add_row(rows, words("window.fields_marking"), self.marking)
        self.summary = QPlainTextEdit(form.summary)
        self.summary.setProperty("look", "field")
        self.summary.setTabChangesFocus(True)
        self.summary.setMinimumHeight(theme.px(70))
        self.add_row(rows, words("window.fields_summary"), self.summary)
        self.add_buttons(words("window.done"))
        self._field(focus).setFocus()

    def result_form(self) -> NoteForm:
        """What the analyst wrote."""
        fields = tuple(replace(f, text=self.fields[f.key].text().strip()) for f in self._form.fields)
        return replace(
            self._form,
            title=self.title.text().strip(),
            summary=self.summary.toPlainText().strip(),
            marking=self.marking.currentText().strip(),
            fields=fields,
        )

    def _field(self, focus: str) -> QWidget:
        known: dict[str, QWidget] = {
            "summary": self.summary,
            "marking": self.marking,
            **self.fields,
        }
        return known.get(focus, self.title)


_DETAILS = ("headline", "publisher", "byline", "agency", "dateline", "published", "url", "language")


class ArticleDetails(Sheet):
    """An article's metadata, to correct; each line says how it was found."""

    def __init__(self, theme: Theme, words: Words, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("window.details_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(460))
        self._article = article
        self.fields: dict[str, QLineEdit] = {}
        found = {f.name: f.how for f in article.findings}
        rows = self.form()
        for name in _DETAILS:
            value = getattr(article, name)
            field = QLineEdit(", ".join(value) if isinstance(value, tuple) else value)
            field.setCursorPosition(0)
            if name in found:
                field.setToolTip(f"{words('window.details_found')}: {found[name]}")
            self.add_row(rows, words(f"window.details_{name}"), field)
            self.fields[name] = field
        self.fields["published"].setPlaceholderText(words("window.details_date_hint"))
        self._fault = self.wrapped("", "warning")
        self._fault.hide()
        if article.losses:
            self.wrapped(f"{words('window.details_losses')}: {'; '.join(article.losses)}", "warning")
        self.body.addStretch(1)
        self.add_buttons(words("window.done"))

    def accept(self) -> None:
        """Closes only with a date that can be read."""
        published = self.fields["published"].text().strip()
        if published and day_of(published) is None:
            self._fault.setText(self.words("window.details_date_wrong"))
            self._fault.show()
            self.fields["published"].setFocus()
            return
        super().accept()

    def corrected(self) -> Article:
        """The article with the metadata as it stands in the fields."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        return replace(
            self._article,
            headline=texts["headline"],
            publisher=texts["publisher"],
            byline=tuple(part.strip() for part in texts["byline"].split(",") if part.strip()),
            agency=texts["agency"],
            dateline=texts["dateline"],
            published=texts["published"],
            url=texts["url"],
            language=texts["language"],
        )
