"""The earlier versions of a note: when, why, what changed in each, what each says, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing import compose as composing
from briefing import template as templates
from briefing.blocks import Document
from briefing.errors import NoteUnreadable, TemplateInvalid
from briefing.model.note import Note
from briefing.store.differences import differences
from briefing.store.versions import Version, Versions
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.preview.pane import PreviewPane
from briefing.ui.telling import summed, when
from briefing.ui.theme import Theme
from briefing.ui.widgets import label
from briefing.words import Words

WIDTH_PX, HEIGHT_PX, LIST_PX = 1000, 660, 330


class VersionsSheet(Sheet):
    """Choose a version and look at it; Enter restores it as a copy. Nothing is changed here.

    `now`: the note to compare with; None where its file can no longer be read.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        versions: Versions,
        now: Note | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, words("kept.versions_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self._versions, self._read, self._now = versions.listed(), versions.note, now
        self._notes: dict[int, Note | None] = {}
        self._described = 0
        self.list = self._list()
        self.page = PreviewPane(theme, words)
        self.since = label("", "secondary", theme, 13)
        self.since.setWordWrap(True)
        self._lay_out()
        self.restore = self.add_buttons(words("kept.versions_restore"))
        self.restore.setEnabled(False)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self.restore.click())
        self._describing = QTimer(self, interval=0)  # one at a time: reading all of them may take a while
        self._describing.timeout.connect(self._describe_next)
        if self._versions:
            self.list.setCurrentRow(0)
            self._describing.start()

    def chosen(self) -> Note | None:
        """The version that was chosen; None if it cannot be read."""
        return self._note(self.list.currentRow())

    def chosen_version(self) -> Version:
        """Where it comes from."""
        return self._versions[self.list.currentRow()]

    @property
    def described(self) -> bool:
        """Whether every version says what changed in it."""
        return self._described == len(self._versions)

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.words("kept.versions_list"))
        made.setWordWrap(True)
        made.setFixedWidth(self.theme.px(LIST_PX))
        made.setStyleSheet(f"QListWidget::item {{ padding: {self.theme.px(6)}px {self.theme.px(8)}px; }}")
        for version in self._versions:
            QListWidgetItem(self._line(version), made)
        return made

    def _line(self, version: Version, changes: str = "") -> str:
        head = f"{when(version.time, self.words)} · {self.words(f'kept.version_{version.reason}')}"
        return f"{head}\n{changes or '…'}"

    def _lay_out(self) -> None:
        if not self._versions:
            self.wrapped(self.words("kept.versions_none"))
            self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(14))
        right = QVBoxLayout()
        right.setSpacing(self.theme.px(8))
        right.addWidget(self.since)
        right.addWidget(self.page, 1)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        for widget in (self.list, self.since, self.page):
            widget.setVisible(bool(self._versions))
        self.wrapped(self.words("kept.versions_hint"), "quiet")

    def _note(self, row: int) -> Note | None:
        """The note of a row, read once; None if it is damaged."""
        if not 0 <= row < len(self._versions):
            return None
        if row not in self._notes:
            try:
                self._notes[row] = self._read(self._versions[row])
            except NoteUnreadable:
                self._notes[row] = None
        return self._notes[row]

    def _describe_next(self) -> None:
        row = self._described
        if row == len(self._versions):
            self._describing.stop()
            return
        self.list.item(row).setText(self._line(self._versions[row], self._changes(row)))
        self._described += 1
        self._notes = {r: n for r, n in self._notes.items() if r >= row or r == self.list.currentRow()}

    def _changes(self, row: int) -> str:
        """What changed from the version before it."""
        note, older = self._note(row), self._note(row + 1)
        if note is None:
            return self.words("kept.versions_unreadable")
        if older is None:
            return self.words("kept.versions_first") if row + 1 == len(self._versions) else ""
        return summed(differences(older, note), self.words)

    def _show(self, row: int) -> None:
        note, words = self._note(row), self.words
        self.restore.setEnabled(note is not None)
        if note is None:
            self.since.setText(words("kept.versions_unreadable"))
            self.page.show_document(None)
            return
        self.since.setText(self._told_since(note))
        document = page_of(note)
        if document is None:
            self.since.setText(words("kept.versions_form"))
        self.page.show_document(document)

    def _told_since(self, note: Note) -> str:
        """What changed from a version to the note as it is now, if that is known."""
        if self._now is None:
            return ""
        found, words = differences(note, self._now), self.words
        return (
            words("kept.versions_since", changes=summed(found, words)) if found else words("kept.versions_same")
        )


def page_of(note: Note) -> Document | None:
    """The note as a page, in its own form; None if that cannot be read."""
    try:
        form = templates.parse(note.template.source, note.template.name)
    except TemplateInvalid:
        return None
    return composing.compose(note, form, prompts=False)
