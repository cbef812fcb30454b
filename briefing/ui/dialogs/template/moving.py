"""What a change of form moves: said before it is done, and asked where there is no place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from briefing import template as templates
from briefing.model.note import Note, TemplateCopy
from briefing.template import Template
from briefing.template.moves import Move, moved, moves_of, unprinted
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.dialogs.template.inputs import SteadyBox
from briefing.ui.theme import Theme
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow

WIDTH_PX = 560


def ask_moves(window: MainWindow, note: Note, copy: TemplateCopy) -> Note | None:
    """The note in that form; asks only if something has no place there. None: it stays as it is."""
    old = templates.parse(note.template.source, note.template.name)
    new = templates.parse(copy.source, copy.name)
    moves, fields = moves_of(note, old, new), unprinted(note, old, new)
    places = {m.tag: m.to for m in moves}
    if fields or any(not m.to for m in moves):
        sheet = MovingSheet(window.theme, window.home.words, new, moves, fields=fields, parent=window)
        if not sheet.exec():
            return None
        places = sheet.places()
    return moved(note, copy, places)


class MovingSheet(Sheet):
    """One line for each tag: where its points go."""

    def __init__(  # noqa: PLR0913 - what is moved and what stays, and what every sheet takes
        self,
        theme: Theme,
        words: Words,
        form: Template,
        moves: tuple[Move, ...],
        *,
        fields: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, words("templates.moving_title", name=form.name), parent)
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._moves = moves
        self.boxes: dict[str, SteadyBox] = {}
        self.wrapped(words("templates.moving_intro"))
        headings = {s.tag: s.heading for s in form.sections}
        for move in moves:
            if move.to:
                self.wrapped(
                    words("templates.moving_keeps", tag=move.name, count=move.count, section=headings[move.to]),
                    "",
                )
        rows = self.form()
        for move in moves:
            if not move.to:
                box = SteadyBox()
                box.addItem(words("templates.moving_other"), "")
                for tag, heading in headings.items():
                    box.addItem(heading, tag)
                self.add_row(rows, words("templates.moving_ask", tag=move.name, count=move.count), box)
                self.boxes[move.tag] = box
        if fields:
            self.wrapped(words("templates.moving_fields", fields=", ".join(fields)), "warning")
        self.add_buttons(words("templates.moving_go"))
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first.setFocus()

    def places(self) -> dict[str, str]:
        """The tag that each tag's points go to; empty: they keep theirs and stand under other points."""
        return {
            m.tag: str(self.boxes[m.tag].currentData()) if m.tag in self.boxes else m.to for m in self._moves
        }
