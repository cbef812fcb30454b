"""Where the analyst was in each note, remembered on this computer: source, sentence, focused point, zoom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from briefing.model.note import Note
from briefing.ui.editor import Editor
from briefing.ui.values import Span
from briefing.ui.views import Focus

if TYPE_CHECKING:
    from briefing.ui.screens import Screens

KEY, PANES_KEY = "window/places", "window/panes"
MOST_NOTES = 200  # the ones left last


def keep_place(note: Note, screens: Screens, editor: Editor) -> None:
    """Remembers where one stands in this note, and how the panes share the window."""
    sentence = editor.source.current_sentence()
    stands = [sentence.article, sentence.block, sentence.start, sentence.end] if sentence is not None else []
    here = {"note": note.id, "point": screens.focus.point, "stands": stands, "zoom": editor.preview.free_zoom()}
    rest = [p for p in _kept() if p.get("note") != note.id]
    QSettings().setValue(KEY, json.dumps([*rest[-(MOST_NOTES - 1) :], here]))
    QSettings().setValue(PANES_KEY, json.dumps(editor.panes.state()))


def restore_panes(editor: Editor) -> None:
    """The panes as they stood last."""
    kept = _read(PANES_KEY)
    if isinstance(kept, list) and all(isinstance(n, int) and not isinstance(n, bool) for n in kept):
        editor.panes.restore(tuple(kept))


def restore_place(note: Note, screens: Screens, editor: Editor) -> None:
    """Goes back to where one stood in this note, as far as that is still there."""
    here = next((p for p in _kept() if p.get("note") == note.id), None)
    if here is None:
        return
    span, point = _span(here.get("stands"), note), here.get("point")
    known = isinstance(point, str) and any(p.id == point for p in note.points)
    screens.focus = Focus(span.article if span else screens.focus.article, str(point) if known else "")
    screens.refresh()
    if span is not None and screens.is_sentence(span):
        editor.source.set_current(span)
    zoom = here.get("zoom")
    if isinstance(zoom, int | float) and zoom > 0:
        editor.preview.set_zoom(float(zoom))


def _span(stands: object, note: Note) -> Span | None:
    match stands:
        case [str() as article, int() as block, int() as start, int() as end]:
            return Span(article, block, start, end) if any(a.id == article for a in note.articles) else None
    return None


def _kept() -> list[dict[str, object]]:
    kept = _read(KEY)
    return [p for p in kept if isinstance(p, dict)] if isinstance(kept, list) else []


def _read(key: str) -> object:
    try:
        return json.loads(str(QSettings().value(key) or "null"))
    except (ValueError, RecursionError):
        return None
