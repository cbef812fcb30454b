"""What was dropped or pasted: files, web addresses, or text that may be an article. Nothing is read here."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMimeData

from briefing.store.notes import SUFFIX
from briefing.ui.points.model import POINT_MIME
from briefing.ui.source.carry import SPAN_MIME

MOST_DROPPED = 50  # more is a folder that slipped in
_ADDRESS = re.compile(r"https?://\S+")


class Dropped(Struct, frozen=True):
    """Files and addresses in the order they were given; `has_text` where there is nothing but text."""

    notes: tuple[Path, ...] = ()
    articles: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    has_text: bool = False


def dropped(mime: QMimeData) -> Dropped:
    """What `mime` brings. A text that is one web address is that address."""
    urls = mime.urls()[:MOST_DROPPED]
    files = tuple(Path(u.toLocalFile()) for u in urls if u.isLocalFile())
    addresses = tuple(u.toString() for u in urls if u.scheme() in ("http", "https"))
    text = mime.text().strip()
    if not files and not addresses and _ADDRESS.fullmatch(text):
        addresses = (text,)
    has_text = not files and not addresses and bool(text or mime.hasHtml())
    notes = tuple(f for f in files if f.suffix == SUFFIX)
    return Dropped(notes, tuple(f for f in files if f.suffix != SUFFIX), addresses, has_text)


def is_from_outside(mime: QMimeData) -> bool:
    """Whether something was dragged in that is not a piece of one of our own panes."""
    ours = mime.hasFormat(SPAN_MIME) or mime.hasFormat(POINT_MIME)
    return not ours and (mime.hasUrls() or mime.hasText() or mime.hasHtml())
