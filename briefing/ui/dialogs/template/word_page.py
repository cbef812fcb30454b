"""The organisation's own Word file: as a base or as a form to fill, and the styles of a base."""

from __future__ import annotations

from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path as File
from typing import Literal
from zipfile import BadZipFile, ZipFile

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing import limits
from briefing.plainfile import TooLarge, read_plain
from briefing.template import Template, WordForm
from briefing.template.changes import Path
from briefing.template.flaws import Flaw
from briefing.template.keys import MOST_WORD_BYTES, SINGLE
from briefing.ui.dialogs.template.draft import Draft
from briefing.ui.dialogs.template.inputs import ChoiceInput, ListedInput
from briefing.ui.dialogs.template.pages import TablesPage
from briefing.ui.dialogs.template.speech import choice_of
from briefing.ui.dialogs.template.word_report import styles_in, word_lines
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label
from briefing.words import Words

_WAY = next(k for k in SINGLE["word"] if k.name == "way")
REPORT_MS = 250  # after the last change
Way = Literal["none", "base", "form"]
WORD_SUFFIXES = (".docx", ".dotx")


class WordPage(QWidget):
    """Chooses the file and what it is for. The file itself travels inside the template."""

    def __init__(self, theme: Theme, words: Words, draft: Draft) -> None:
        super().__init__()
        self._words, self._draft = words, draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        intro = label(words("templates.word_intro"), "secondary", theme, 13)
        intro.setWordWrap(True)
        column.addWidget(intro)
        ways = tuple((c, choice_of(words, "word", _WAY, c)) for c in _WAY.choices)
        self.way = ChoiceInput(theme, words("templates.key_word_way"), ways)
        self.way.edited.connect(lambda value: draft.set(("word", "way"), value))
        column.addWidget(self.way)
        column.addLayout(self._file_row(theme))
        self.flaw = label("", "warning", theme, 12)
        self.flaw.setWordWrap(True)
        column.addWidget(self.flaw)
        self.report = label("", "secondary", theme, 13)
        self.report.setWordWrap(True)
        column.addWidget(self.report)
        self._reported: tuple[object, ...] = ()
        self._offered = ""
        self.styles = TablesPage(theme, words, draft, ("styles",))
        column.addWidget(self.styles)
        column.addStretch(1)
        self._timer = QTimer(self, interval=REPORT_MS, singleShot=True)
        self._timer.timeout.connect(self.show_report)

    def _file_row(self, theme: Theme) -> QHBoxLayout:
        words = self._words
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.named = label("", "", theme, 13)
        self.choose = button(words("templates.word_choose"))
        self.choose.clicked.connect(self._choose)
        self.take_out = button(words("templates.word_take_out"))
        self.take_out.clicked.connect(self._take_out)
        self.remove = button(words("templates.word_remove"), "quiet")
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.named, 1)
        for made in (self.choose, self.take_out, self.remove):
            row.addWidget(made)
        return row

    def show_form(self, form: Template, flaws: dict[Path, Flaw]) -> None:
        """Shows which file there is and what it is for."""
        word = form.word
        self.way.show_value(word.way)
        self.named.setText(word.file or self._words("templates.word_none"))
        for made in (self.take_out, self.remove):
            made.setEnabled(bool(word.data))
        wanting = word.way != "none" and not word.data
        self.flaw.setText(self._words("templates.word_wanting") if wanting else "")
        self.flaw.setVisible(wanting)
        self.styles.setVisible(word.way == "base")
        self.styles.show_form(form, flaws)
        self._timer.start()

    def show_report(self) -> None:
        """Says what is wrong with the file; anew only if the file, or what is asked of it, is another."""
        form = self._draft.form
        asked = (form.word, form.styles, form.fields, form.tags, form.sections)
        if asked != self._reported:
            self._reported = asked
            self.report.setText("\n".join(word_lines(form, self._words)))
            self._offer_styles(form)

    def _offer_styles(self, form: Template) -> None:
        """The names of the file's own styles, to choose from."""
        if form.word.data == self._offered:
            return
        self._offered = form.word.data
        for name, made in self.styles.forms["styles"].inputs.items():
            if isinstance(made, ListedInput):
                made.offer(styles_in(form, "table" if name == "field_table" else "paragraph"))

    def reveal(self, path: Path) -> QWidget | None:
        """The widget that has the keyboard there."""
        return self.styles.reveal(path) if path[0] == "styles" else self.way

    def _choose(self) -> None:
        title, patterns = self._words("templates.word_choose"), self._words("templates.word_filter")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(File.home()), patterns)
        if chosen:
            self.take(File(chosen))

    def take(self, path: File) -> None:
        """Puts a Word file into the form, or says why it cannot be one."""
        form = self._draft.form
        taken = word_from(path, "base" if form.word.way == "none" else form.word.way)
        if isinstance(taken, str):
            self._say(taken, path)
        else:
            self._draft.apply(replace(form, word=taken))

    def _say(self, key: str, path: File) -> None:
        self.flaw.setText(word_sentence(self._words, key, path))
        self.flaw.setVisible(True)

    def _take_out(self) -> None:
        word = self._draft.form.word
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._words("templates.word_take_out"), str(File.home() / word.file)
        )
        if chosen:
            try:
                File(chosen).write_bytes(b64decode(word.data))
            except OSError:
                self._say("word_unwritten", File(chosen))

    def _remove(self) -> None:
        form = self._draft.form
        self._draft.apply(replace(form, word=replace(form.word, way="none", file="", data="")))


def word_from(path: File, way: Way) -> WordForm | str:
    """The file as a form carries it, or the key of the sentence that says why it cannot be one."""
    try:
        data = read_plain(path, limits.MOST_TEMPLATE_BYTES)
    except TooLarge:
        return "word_too_large"
    except OSError:
        return "word_unreadable"
    if len(data) > MOST_WORD_BYTES:
        return "word_too_large"
    return WordForm(way, path.name, b64encode(data).decode("ascii")) if is_word(path) else "word_not_word"


def word_sentence(words: Words, key: str, path: File) -> str:
    """What is wrong with a file, in the interface's words."""
    return words(f"templates.{key}", name=path.name, most=f"{MOST_WORD_BYTES // 1024:,}")


def is_word(path: File) -> bool:
    """Whether a file is a Word document or template without macros."""
    with suppress(OSError, BadZipFile, KeyError, ValueError), ZipFile(path) as opened:
        return path.suffix.lower() in WORD_SUFFIXES and opened.getinfo("word/document.xml").file_size > 0
    return False
