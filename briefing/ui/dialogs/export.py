"""The export sheet: which files, what name, where, and what the official will notice first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.composing import LineField
from briefing.ui.dialogs.sheet import MOST_OF_SCREEN, Sheet
from briefing.ui.icons import pixmap
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, clear, key_hint, label, line
from briefing.words import Words

WIDTH_PX, HEIGHT_PX = 580, 590
FORMATS = (
    ("docx", "Word", "export_word_hint"),
    ("pdf", "PDF", "export_pdf_hint"),
    ("md", "Markdown", "export_md_hint"),
)


class Finding(Struct, frozen=True):
    """One line of what to know before the note goes out; no export while one that `refuses` stands.

    `origin`: the place of the note it is about; "checks" for all that differs from the sources.
    """

    good: bool
    text: str
    refuses: bool = False
    origin: str = ""


class Sources(Struct, frozen=True):
    """How the note names its sources at its end: in a line, in an annex of their quotes."""

    line: bool = False
    annex: bool = False


class ExportWish(Struct, frozen=True):
    """What to write. `name` has no suffix; `copy` and `open` follow the writing."""

    formats: tuple[str, ...]
    name: str
    folder: str
    copy: bool = False
    open: bool = True
    sources: Sources = Sources()


class _Card(QFrame):
    """A card that is chosen wherever it is clicked."""

    def __init__(self, box: QCheckBox) -> None:
        super().__init__()
        self._box = box
        self.setProperty("look", "card")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()


class ExportSheet(Sheet):
    """Asks for an ExportWish. Enter exports, Esc cancels."""

    sources_changed = Signal(object)  # Sources

    def __init__(
        self,
        theme: Theme,
        words: Words,
        wish: ExportWish,
        findings: tuple[Finding, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, words("window.export_title"), parent)
        room = self.screen().availableSize().width() * MOST_OF_SCREEN
        self.setMinimumWidth(min(theme.px(WIDTH_PX), round(room)))
        self.body.setSpacing(theme.px(9))
        self._folder = wish.folder
        self.show_origin = ""  # of the finding somebody wanted to see instead
        self._add_formats(wish.formats)
        self._add_name(wish.name)
        self._add_folder()
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(line())
        self.body.addSpacing(theme.px(4))
        self._add_options(wish)
        self._findings = QFrame()
        self._findings.setProperty("look", "sunk")
        self._rows = QVBoxLayout(self._findings)
        margin = theme.px(14)
        self._rows.setContentsMargins(margin, theme.px(14), margin, theme.px(14))
        self._rows.setSpacing(theme.px(12))
        self.body.addWidget(self._findings)
        self._is_refused = False
        self._exists = self.wrapped("", "warning")
        self._exists.setObjectName("warning")
        self.foot.addWidget(key_hint(theme, ("Enter",), words("window.export_go_hint")))
        self.foot.addWidget(key_hint(theme, ("Esc",), words("window.export_cancel_hint")))
        self.main = self.add_buttons(words("window.export_go"))
        self.cross = self.add_cross()
        self.body.addStretch(1)
        self.show_findings(findings)
        self.scroll_body()
        self.take_room(WIDTH_PX, HEIGHT_PX)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.setSelection(len(wish.name), -len(wish.name))  # its beginning stays in view

    def wish(self) -> ExportWish:
        """What the analyst asked for."""
        return ExportWish(
            formats=tuple(kind for kind, box in self.formats.items() if box.isChecked()),
            name=self.name.text().strip(),
            folder=self._folder,
            copy=self.copy_box.isChecked(),
            open=self.open_box.isChecked(),
            sources=Sources(self.line_box.isChecked(), self.annex_box.isChecked()),
        )

    def allow_sources(self, on: bool) -> None:
        """Whether the note's way of naming its sources can be changed."""
        for box in (self.line_box, self.annex_box):
            box.setEnabled(on)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """What to know of the note as it would be written now."""
        clear(self._rows)
        for finding in findings:
            self._rows.addWidget(self._row_of(finding))
        self._is_refused = any(finding.refuses for finding in findings)
        self._refresh()

    def targets(self) -> tuple[Path, ...]:
        """The files that would be written."""
        wish = self.wish()
        return tuple(Path(wish.folder) / f"{wish.name}.{kind}" for kind in wish.formats)

    def _add_formats(self, chosen: tuple[str, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(10))
        self.formats: dict[str, QCheckBox] = {}
        for kind, name, hint in FORMATS:
            box = QCheckBox(name)
            card = _Card(box)
            card.setProperty("chosen", kind in chosen)
            column = QVBoxLayout(card)
            column.setContentsMargins(*([self.theme.px(13)] * 4))
            column.setSpacing(self.theme.px(2))
            box.setFont(self.theme.interface(14, 600))
            box.setChecked(kind in chosen)
            box.toggled.connect(partial(self._choose_format, card))
            box.setAccessibleDescription(self.words(f"window.{hint}"))
            column.addWidget(box)
            note = label(self.words(f"window.{hint}"), "secondary", self.theme, 12)
            note.setIndent(self.theme.px(25))
            column.addWidget(note)
            row.addWidget(card, 1)
            self.formats[kind] = box
        self.body.addLayout(row)

    def _choose_format(self, card: QFrame, on: bool) -> None:
        card.setProperty("chosen", on)
        card.style().polish(card)
        self._refresh()

    def _add_name(self, name: str) -> None:
        self.body.addSpacing(self.theme.px(8))
        self.body.addWidget(label(self.words("window.export_name"), "secondary", self.theme, 12))
        self.name = LineField(name)
        self.name.setAccessibleName(self.words("window.export_name"))
        self.name.textChanged.connect(lambda _="": self._refresh())
        self._suffixes = label("", "secondary", self.theme, 12)
        inside = QHBoxLayout(self.name)
        inside.setContentsMargins(0, 0, self.theme.px(10), 0)
        inside.addWidget(self._suffixes, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self.name)

    def _add_folder(self) -> None:
        self.body.addSpacing(self.theme.px(8))
        self.body.addWidget(label(self.words("window.export_folder"), "secondary", self.theme, 12))
        row = QHBoxLayout()
        self._folder_field = LineField(self._folder)
        self._folder_field.setReadOnly(True)
        self._folder_field.setAccessibleName(self.words("window.export_folder"))
        sign, size = QLabel(), self.theme.px(16)
        sign.setPixmap(pixmap("folder", self.theme.color("secondary"), size, self.devicePixelRatioF()))
        inside = QHBoxLayout(self._folder_field)
        inside.setContentsMargins(self.theme.px(9), 0, 0, 0)
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        self._folder_field.setTextMargins(size + self.theme.px(6), 0, 0, 0)
        change = button(self.words("window.export_change"))
        change.clicked.connect(self._choose_folder)
        row.addWidget(self._folder_field, 1)
        row.addWidget(change)
        self.body.addLayout(row)

    def _add_options(self, wish: ExportWish) -> None:
        row = QGridLayout()
        row.setContentsMargins(0, self.theme.px(12), 0, self.theme.px(8))
        row.setVerticalSpacing(self.theme.px(5))
        self.line_box = self._box(row, "export_source_line", wish.sources.line)
        self.copy_box = self._box(row, "export_copy_too", wish.copy)
        self.annex_box = self._box(row, "export_annex", wish.sources.annex)
        self.open_box = self._box(row, "export_open_too", wish.open)
        for box in (self.line_box, self.annex_box):
            box.toggled.connect(lambda _: self.sources_changed.emit(self.wish().sources))
        row.setColumnStretch(0, 1)
        row.setColumnStretch(1, 1)
        self.body.addLayout(row)

    def _box(self, row: QGridLayout, key: str, on: bool) -> QCheckBox:
        """The next of the boxes, two in a row."""
        made = QCheckBox(self.words(f"window.{key}"))
        made.setChecked(on)
        row.addWidget(made, row.count() // 2, row.count() % 2)
        return made

    def _row_of(self, finding: Finding) -> QWidget:
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        drawing, colour = ("check", "success") if finding.good else ("warning", "warning")
        sign = QLabel()
        sign.setPixmap(pixmap(drawing, self.theme.color(colour), self.theme.px(16), self.devicePixelRatioF()))
        text = label(finding.text, "" if finding.good else "heading", self.theme, 13)
        text.setWordWrap(True)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        if finding.origin:
            row.addWidget(self._show_button(finding))
        return shown

    def _show_button(self, finding: Finding) -> QPushButton:
        show = button(self.words("window.export_show"), "link")
        show.setAccessibleDescription(finding.text)
        show.clicked.connect(partial(self._show, finding.origin))
        return show

    def _show(self, origin: str, *_: object) -> None:
        self.show_origin = origin
        self.reject()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("window.export_folder"), self._folder)
        if chosen:
            self._folder = chosen
            self._folder_field.setText(chosen)
            self._refresh()

    def _refresh(self) -> None:
        targets = self.targets()
        self._suffixes.setText(" ".join(f".{kind}" for kind in self.wish().formats))
        self.name.setTextMargins(0, 0, self._suffixes.sizeHint().width() + self.theme.px(4), 0)
        there = [t.name for t in targets if t.exists()]
        text = self.words("window.export_exists", name=", ".join(there)) if there else ""
        text = self.words("house.refused") if self._is_refused else text
        self._exists.setText(text)
        self._exists.setVisible(bool(text))
        self.main.setText(self.words("window.export_replace" if there else "window.export_go"))
        self.main.setEnabled(bool(targets) and bool(self.name.text().strip()) and not self._is_refused)
