"""The dialog of an article's metadata: to correct, each with how it was found, and what the reader lost."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from briefing.model.article import Article, day_of
from briefing.provenance import finding_said, loss_said
from briefing.ui.composing import LineField
from briefing.ui.dialogs.forms import WIDTH_PX
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.tip import tip
from briefing.ui.widgets import label
from briefing.words import Words

_DETAILS = (
    "headline", "alternative_headline", "publisher", "section", "byline", "agency", "dateline", "published",
    "updated", "url", "language", "marking",
)  # fmt: skip
_DATES = ("published", "updated")
_HEIGHT_PX = 620


class ArticleDetails(Sheet):
    """An article's metadata, to correct; below each field stands how its text was found."""

    written = Signal()

    def __init__(self, theme: Theme, words: Words, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("window.details_title"), parent)
        self._article = article
        self.fields: dict[str, QLineEdit] = {}
        for loss in article.losses:
            self.wrapped(loss_said(loss, words), "warning")
        self._add_fields()
        self.fields["published"].setPlaceholderText(words("window.details_date_hint"))
        self._add_original()
        self._fault = self.wrapped("", "warning")
        self._fault.hide()
        self.add_buttons(words("window.done"))
        self.take_room(WIDTH_PX, _HEIGHT_PX)

    def _add_original(self) -> None:
        """When it was read, and the sum by which the bytes it was read from can be told."""
        article = self._article
        if article.sha256:
            said = self.words("window.details_original", when=_moment(article.captured), sum=article.sha256)
            shown = self.wrapped(said, "quiet")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _add_fields(self) -> None:
        found = {f.name: f.how for f in self._article.findings}
        rows = self.scrolling_form()
        for name in _DETAILS:
            value = getattr(self._article, name)
            text = ", ".join(value) if isinstance(value, tuple) else value
            field = LineField(text)
            field.setCursorPosition(0)
            said = finding_said(found[name], self.words) if text and name in found else ""
            shown = self._with_account(field, said)
            self.add_row(rows, self.words(f"window.details_{name}"), shown).setBuddy(field)
            field.setAccessibleName(self.words(f"window.details_{name}"))
            field.textChanged.connect(self.written)
            self.fields[name] = field

    def _with_account(self, field: QLineEdit, said: str) -> QWidget:
        """A field with how its text was found below it."""
        if not said:
            return field
        account = f"{self.words('window.details_found')}: {said}"
        field.setToolTip(tip(account))
        field.setAccessibleDescription(account)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(2))
        column.addWidget(field)
        below = label(said, "quiet", self.theme, 12)
        below.setWordWrap(True)
        column.addWidget(below)
        return both

    def accept(self) -> None:
        """Closes only with dates that can be read."""
        wrong = self._wrong_dates()
        if wrong:
            self._fault.setText(self.words("window.details_date_wrong"))
            self._fault.show()
            self.fields[wrong[0]].setFocus()
            return
        super().accept()

    def _wrong_dates(self) -> list[str]:
        texts = {name: self.fields[name].text().strip() for name in _DATES}
        return [name for name, text in texts.items() if text and day_of(text) is None]

    def corrected(self) -> Article:
        """The article with the metadata as it stands in the fields; an account of what was corrected goes."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        texts |= {
            name: str(getattr(self._article, name)) for name in self._wrong_dates()
        }  # half a date is none
        made = self._filled(texts)
        kept = tuple(f for f in made.findings if _same(made, self._article, f.name))
        return replace(made, findings=kept)

    def _filled(self, texts: dict[str, str]) -> Article:
        return replace(
            self._article,
            headline=texts["headline"],
            alternative_headline=texts["alternative_headline"],
            publisher=texts["publisher"],
            section=texts["section"],
            byline=tuple(part.strip() for part in texts["byline"].split(",") if part.strip()),
            agency=texts["agency"],
            dateline=texts["dateline"],
            published=texts["published"],
            updated=texts["updated"],
            url=texts["url"],
            language=texts["language"],
            marking=texts["marking"],
        )


def _moment(iso: str) -> str:
    """A time of reading as a person reads it, to the minute; what is none stands as it is."""
    try:
        return f"{datetime.fromisoformat(iso):%Y-%m-%d %H:%M}"
    except ValueError:
        return iso


def _same(one: Article, other: Article, name: str) -> bool:
    return bool(getattr(one, name, None) == getattr(other, name, None))
