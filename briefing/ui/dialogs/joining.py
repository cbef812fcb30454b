"""What bringing two people's work together would do, in words, before anything is done."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.model.note import Note
from briefing.store.differences import differences
from briefing.store.merge import Conflict
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.telling import disagreements, listed
from briefing.ui.theme import Theme
from briefing.words import Words

WIDTH_PX, HEIGHT_PX = 680, 480


class Joint(Struct, frozen=True):
    """Whose work comes in, from which state it grew to which, and where both disagree."""

    who: str
    base: Note
    theirs: Note
    conflicts: tuple[Conflict, ...]


class JoinSheet(Sheet):
    """Everything that came from the other side, and what both changed."""

    def __init__(self, theme: Theme, words: Words, joint: Joint, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("kept.join_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words("kept.join_title"))
        self.list.setStyleSheet(f"QListWidget::item {{ padding: {theme.px(4)}px {theme.px(8)}px; }}")
        both = disagreements(joint.conflicts, words)
        note = Note("", joint.theirs.template, points=(*joint.base.points, *joint.theirs.points))
        self._add(words("kept.join_both"), both)
        theirs = listed(differences(joint.base, joint.theirs), note, words)
        self._add(words("kept.join_theirs", who=joint.who), theirs)
        self.body.addWidget(self.list, 1)
        self.wrapped(words("kept.join_hint"))
        self.add_buttons(words("kept.join_go"))

    def lines(self) -> tuple[str, ...]:
        """What the list says, headings too."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def _add(self, heading: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        head = QListWidgetItem(heading, self.list)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(self.theme.interface(13, QFont.Weight.DemiBold))
        head.setForeground(self.theme.color("text"))
        for line in lines:
            QListWidgetItem(line, self.list)
