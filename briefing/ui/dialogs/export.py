"""The export sheet: which files, what name, where, and what the official will notice first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.composing import LineField
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.icons import pixmap
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, key_hint, label
from briefing.words import Words

WIDTH_PX = 580
FORMATS = (
    ("docx", "Word", "export_word_hint"),
    ("pdf", "PDF", "export_pdf_hint"),
    ("md", "Markdown", "export_md_hint"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what to know before the note goes out; no export while one that `refuses` stands."""

    good: bool
    text: str
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to write. `name` has no suffix; `copy` and `open` follow the writing."""

    formats: tuple[str, ...]
    name: str
    folder: str
    copy: bool = False
    open: bool = True


class ExportSheet(Sheet):
    """Asks for an ExportWish. Enter exports, Esc cancels."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        wish: ExportWish,
        findings: tuple[Finding, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, words("window.export_title"), parent)
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._folder = wish.folder
        self._add_formats(wish.formats)
        self._add_name(wish.name)
        self._add_folder()
        self._add_options(wish)
        self._add_findings(findings)
        self._is_refused = any(finding.refuses for finding in findings)
        self._exists = self.wrapped("", "warning")
        self._exists.setObjectName("warning")
        self.foot.addWidget(key_hint(theme, ("Enter",), words("window.export_go_hint")))
        self.foot.addWidget(key_hint(theme, ("Esc",), words("window.export_cancel_hint")))
        self.main = self.add_buttons(words("window.export_go"))
        self._refresh()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def wish(self) -> ExportWish:
        """What the analyst asked for."""
        return ExportWish(
            formats=tuple(kind for kind, box in self.formats.items() if box.isChecked()),
            name=self.name.text().strip(),
            folder=self._folder,
            copy=self.copy_box.isChecked(),
            open=self.open_box.isChecked(),
        )

    def targets(self) -> tuple[Path, ...]:
        """The files that would be written."""
        wish = self.wish()
        return tuple(Path(wish.folder) / f"{wish.name}.{kind}" for kind in wish.formats)

    def _add_formats(self, chosen: tuple[str, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(10))
        self.formats: dict[str, QCheckBox] = {}
        for kind, name, hint in FORMATS:
            card = QFrame()
            card.setProperty("look", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(*([self.theme.px(11)] * 4))
            column.setSpacing(0)
            box = QCheckBox(name)
            box.setFont(self.theme.interface(14, 600))
            box.setChecked(kind in chosen)
            box.toggled.connect(lambda _=False: self._refresh())
            box.setAccessibleDescription(self.words(f"window.{hint}"))
            column.addWidget(box)
            note = label(self.words(f"window.{hint}"), "secondary", self.theme, 12)
            note.setIndent(self.theme.px(25))
            column.addWidget(note)
            row.addWidget(card, 1)
            self.formats[kind] = box
        self.body.addLayout(row)

    def _add_name(self, name: str) -> None:
        self.body.addWidget(label(self.words("window.export_name"), "secondary", self.theme, 12))
        self.name = LineField(name)
        self.name.setAccessibleName(self.words("window.export_name"))
        self.name.textChanged.connect(lambda _="": self._refresh())
        self.body.addWidget(self.name)

    def _add_folder(self) -> None:
        self.body.addWidget(label(self.words("window.export_folder"), "secondary", self.theme, 12))
        row = QHBoxLayout()
        self._folder_field = LineField(self._folder)
        self._folder_field.setReadOnly(True)
        self._folder_field.setAccessibleName(self.words("window.export_folder"))
        change = button(self.words("window.export_change"))
        change.clicked.connect(self._choose_folder)
        row.addWidget(self._folder_field, 1)
        row.addWidget(change)
        self.body.addLayout(row)

    def _add_options(self, wish: ExportWish) -> None:
        row = QHBoxLayout()
        self.copy_box = QCheckBox(self.words("window.export_copy_too"))
        self.copy_box.setChecked(wish.copy)
        self.open_box = QCheckBox(self.words("window.export_open_too"))
        self.open_box.setChecked(wish.open)
        row.addWidget(self.copy_box)
        row.addWidget(self.open_box)
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_findings(self, findings: tuple[Finding, ...]) -> None:
        box = QFrame()
        box.setProperty("look", "sunk")
        grid = QGridLayout(box)
        margin = self.theme.px(14)
        grid.setContentsMargins(margin, self.theme.px(11), margin, self.theme.px(11))
        grid.setVerticalSpacing(self.theme.px(8))
        for number, finding in enumerate(findings):
            drawing, colour = ("check", "success") if finding.good else ("warning", "warning")
            sign = QLabel()
            sign.setPixmap(
                pixmap(drawing, self.theme.color(colour), self.theme.px(16), self.devicePixelRatioF())
            )
            text = label(finding.text, "" if finding.good else "heading", self.theme, 13)
            text.setWordWrap(True)
            grid.addWidget(sign, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, number, 1)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(box)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.words("window.export_folder"), self._folder)
        if chosen:
            self._folder = chosen
            self._folder_field.setText(chosen)
            self._refresh()

    def _refresh(self) -> None:
        targets = self.targets()
        there = [t.name for t in targets if t.exists()]
        text = self.words("window.export_exists", name=", ".join(there)) if there else ""
        text = self.words("house.refused") if self._is_refused else text
        self._exists.setText(text)
        self._exists.setVisible(bool(text))
        self.main.setText(self.words("window.export_replace" if there else "window.export_go"))
        self.main.setEnabled(bool(targets) and bool(self.name.text().strip()) and not self._is_refused)
