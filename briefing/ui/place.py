"""Where the analyst was in each note, remembered on this computer; also while a window is built anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct, field
from PySide6.QtCore import QSettings

from briefing.model.note import Note
from briefing.ui.editor import Editor
from briefing.ui.source.rows import Folds
from briefing.ui.values import Span
from briefing.ui.views import Focus

if TYPE_CHECKING:
    from briefing.ui.screens import Screens

KEY, PANES_KEY = "window/places", "window/panes"
MOST_NOTES = 200  # the ones left last
MOST_TURNED = 100  # folds of one article


class Place(Struct, frozen=True):
    """Where one stands: the sentence or stretch, the focused point, what is folded, what is in view."""

    point: str = ""
    stands: Span | None = None
    folds: Folds = field(default_factory=Folds)
    top: tuple[int, int] | None = None  # block and character of the source at the top of its pane
    zoom: float = 0.0  # of the page; 0: it follows the pane
    page: int = 0  # how far the page is scrolled


def place_of(screens: Screens, editor: Editor) -> Place:
    """Where one stands now."""
    folds, top = editor.source.state()
    return Place(
        point=screens.focus.point,
        stands=editor.source.current(),
        folds=folds,
        top=top,
        zoom=editor.preview.free_zoom(),
        page=editor.preview.canvas.verticalScrollBar().value(),
    )


def go_to(place: Place, screens: Screens, editor: Editor) -> None:
    """Goes to a place, as far as it is still there."""
    note, span = screens.note, place.stands
    if span is not None and not any(a.id == span.article for a in note.articles):
        span = None
    point = place.point if any(p.id == place.point for p in note.points) else ""
    screens.focus = Focus(span.article if span else screens.focus.article, point)
    screens.refresh()
    screens.refresh_preview()
    if span is not None and _is_inside(span, note):
        editor.source.set_current(span)
        editor.source.take_up(place.folds, place.top)
    if place.zoom > 0:
        editor.preview.set_zoom(place.zoom)
    editor.preview.canvas.verticalScrollBar().setValue(place.page)


def _is_inside(span: Span, note: Note) -> bool:
    blocks = note.article(span.article).blocks
    return 0 <= span.block < len(blocks) and 0 <= span.start < span.end <= len(blocks[span.block].text)


def keep_place(note: Note, screens: Screens, editor: Editor) -> None:
    """Remembers where one stands in this note, and how the panes share the window."""
    here = {"note": note.id, **_plain(place_of(screens, editor))}
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
    if here is not None:
        go_to(_place(here), screens, editor)


def _plain(place: Place) -> dict[str, object]:
    span = place.stands
    return {
        "point": place.point,
        "stands": [span.article, span.block, span.start, span.end] if span is not None else [],
        "folded": place.folds.folded,
        "turned": sorted(place.folds.turned)[:MOST_TURNED],
        "top": place.top,
        "zoom": place.zoom,
        "page": place.page,
    }


def _place(plain: dict[str, object]) -> Place:
    """A place as it was remembered; whatever cannot be read of it is as if it was not there."""
    point, folded, zoom, page = (plain.get(k) for k in ("point", "folded", "zoom", "page"))
    turned = plain.get("turned")
    numbers = frozenset(n for n in turned if isinstance(n, int)) if isinstance(turned, list) else frozenset()
    return Place(
        point=point if isinstance(point, str) else "",
        stands=_span(plain.get("stands")),
        folds=Folds(folded is not False, numbers),
        top=_top(plain.get("top")),
        zoom=float(zoom) if isinstance(zoom, int | float) else 0.0,
        page=page if isinstance(page, int) else 0,
    )


def _span(stands: object) -> Span | None:
    match stands:
        case [str() as article, int() as block, int() as start, int() as end]:
            return Span(article, block, start, end)
    return None


def _top(top: object) -> tuple[int, int] | None:
    match top:
        case [int() as block, int() as character] if block >= 0 and character >= 0:
            return block, character
    return None


def _kept() -> list[dict[str, object]]:
    kept = _read(KEY)
    return [p for p in kept if isinstance(p, dict)] if isinstance(kept, list) else []


def _read(key: str) -> object:
    try:
        return json.loads(str(QSettings().value(key) or "null"))
    except (ValueError, RecursionError):
        return None
