"""One open note: its history, its file, and what has changed since it was saved. No widgets."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing import template as templates
from briefing.errors import TemplateInvalid
from briefing.model import edits
from briefing.model.history import History, Label
from briefing.model.note import Note, Point, TemplateCopy, new_id
from briefing.template import Template

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.compose import Memo


def new_note(template: TemplateCopy) -> Note:
    """An empty note in that form, created now."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Note(id=new_id("n"), template=template, created=now)


def _who_says(note: Note, point: Point) -> str:
    from briefing.assist.voices import who_says  # noqa: PLC0415 - heavy patterns, asked only if the template prints a voice

    return who_says(note, point)


class Session(QObject):
    """Holds the values of one note and says when they changed. Every screen refreshes from `note_changed`."""

    note_changed = Signal(object, object)  # Note before, Note after
    saved_changed = Signal()  # also with every change of the note
    refused = Signal()  # somebody wished for a change of a note that may only be read

    def __init__(self, note: Note, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(note)
        self._begun = note
        self._saved: Note | None = None
        self._parsed: tuple[TemplateCopy, Template] | None = None  # asked for with every edit
        self.path: Path | None = None
        self.sha256: str | None = None
        self._read_only = False

    @property
    def read_only(self) -> bool:
        """Whether the note may only be read: somebody else has it."""
        return self._read_only

    def set_read_only(self, on: bool) -> None:
        """From now on changes are refused, or no longer."""
        self._read_only = on
        self.saved_changed.emit()

    def refuses(self) -> bool:
        """Whether a change is refused; then it has been said so."""
        if self._read_only:
            self.refused.emit()
        return self._read_only

    @property
    def note(self) -> Note:
        """The note as it stands."""
        return self._history.note

    @property
    def first(self) -> Note:
        """The note as it was begun or opened."""
        return self._begun

    @property
    def template(self) -> Template:
        """The note's own form, parsed. Raises TemplateInvalid (a note is only opened if it parses)."""
        copy = self.note.template
        if self._parsed is None or self._parsed[0] is not copy:
            self._parsed = (copy, templates.parse(copy.source, copy.name))
        return self._parsed[1]

    @property
    def is_saved(self) -> bool:
        """Whether the file holds the note as it stands."""
        return self._saved is self.note or self._saved == self.note

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        return not self.note.articles and not self.note.points

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back."""
        return self._history.undo_label

    @property
    def undo_group(self) -> str:
        """The typing run that undo would take back, or empty."""
        return self._history.undo_group

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again."""
        return self._history.redo_label

    @cached_property
    def _composed(self) -> Memo:
        from briefing.compose import Memo  # noqa: PLC0415 - loaded after the first paint

        return Memo()

    def document(self, *, prompts: bool, form: Template | None = None) -> Document:
        """The composed note, in its own form or in another; `prompts` for the preview."""
        from briefing.compose import compose  # noqa: PLC0415 - loaded after the first paint

        memo = self._composed if prompts else None  # one who exports does it once
        return compose(self.note, form or self.template, prompts=prompts, who=_who_says, memo=memo)

    def apply(self, note: Note, label: Label, group: str = "") -> None:
        """Makes `note` the present value, as one step of the history. Refused if it may only be read."""
        if note != self.note and self.refuses():
            return
        self._move(self._history.done(note, label, group))

    def undo(self) -> None:
        """One step back."""
        if self.refuses():
            return
        self._move(self._history.undone())

    def redo(self) -> None:
        """One step on."""
        if self.refuses():
            return
        self._move(self._history.redone())

    def use_template(self, name: str, source: str, taken: str = "") -> None:
        """Puts the note in another form. Raises TemplateInvalid and changes nothing if it does not parse."""
        templates.parse(source, name)
        changed = edits.set_template(self.note, TemplateCopy(name, source, taken))
        self.apply(changed, Label("template"))

    def opened(self, note: Note, path: Path | None, sha256: str | None) -> None:
        """Starts anew with a note from disk (or, without a path, one that is not saved yet)."""
        before = self.note
        self._read_only = False
        self._history, self._begun = History(note), note
        self._saved = note if path is not None else None
        self.path, self.sha256 = path, sha256
        self._announce(before)

    def saved(self, note: Note, path: Path, sha256: str) -> None:
        """Remembers that `note` now stands in `path`."""
        self._saved, self.path, self.sha256 = note, path, sha256
        self.saved_changed.emit()

    def _move(self, history: History) -> None:
        before = self.note
        self._history = history
        if self.note is not before:
            self._announce(before)

    def _announce(self, before: Note) -> None:
        self.note_changed.emit(before, self.note)
        self.saved_changed.emit()


def template_fault(note: Note) -> TemplateInvalid | None:
    """What is wrong with a note's own copy of its template, or None."""
    try:
        templates.parse(note.template.source, note.template.name)
    except TemplateInvalid as fault:
        return fault
    return None
