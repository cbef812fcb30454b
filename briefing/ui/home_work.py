"""What `Home` does once the window stands: templates read, notes remembered, settings kept."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import settings as config
from briefing import template as templates
from briefing.errors import BriefingError, TemplateInvalid, TemplateMissing, WriteFailed
from briefing.model.note import Note, TemplateCopy
from briefing.settings import Settings
from briefing.store.files import write_whole
from briefing.store.library import Library
from briefing.store.places import Places
from briefing.store.recent import Recent, read_recent, with_recent, write_recent
from briefing.template import Template

if TYPE_CHECKING:
    from briefing.store.forgetting import What

log = logging.getLogger(__name__)
FALLBACK_TEMPLATE = "bilateral-meeting"


def forms(library: Library) -> tuple[tuple[str, Template], ...]:
    """The templates that parse, by library name."""
    found = []
    for entry in library.list_templates():
        with suppress(TemplateInvalid, TemplateMissing):
            source = library.read_template(entry.name)
            found.append((entry.name, templates.parse(source, entry.name)))
    return tuple(found)


def template_copy(library: Library, *wanted: str) -> TemplateCopy:
    """A copy of the first of the named templates that can be used, else of the shipped default."""
    for name in (*wanted, FALLBACK_TEMPLATE):
        with suppress(TemplateMissing, TemplateInvalid):
            source = library.read_template(name)
            templates.parse(source, name)
            return TemplateCopy(name, source, mark_of(source))
    raise TemplateMissing(FALLBACK_TEMPLATE, ())


def newer_copy(library: Library, copy: TemplateCopy) -> TemplateCopy | None:
    """The library's template of that name, if it is another than the one the copy was made from."""
    with suppress(TemplateMissing, TemplateInvalid):
        source = library.read_template(copy.name)
        templates.parse(source, copy.name)
        taken = copy.taken or mark_of(copy.source)
        if mark_of(source) != taken and source != copy.source:
            return TemplateCopy(copy.name, source, mark_of(source))
    return None


def mark_of(text: str) -> str:
    """The sign by which a template's text is known again."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def remember(places: Places, path: Path, note: Note) -> None:
    """Puts a note first in the list of recent ones."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        title = templates.parse(note.template.source, note.template.name).name
    except TemplateInvalid:
        title = note.template.name
    entry = Recent(path.absolute(), note.title or path.stem, title, now, note.template.name, note.id)
    try:
        write_recent(places.recent, with_recent(read_recent(places.recent), entry))
    except WriteFailed:
        log.warning("the list of recent notes could not be written")


def keep_settings(places: Places, settings: Settings) -> None:
    """Writes the settings. A place that cannot be written stops nothing."""
    try:
        places.settings.parent.mkdir(parents=True, exist_ok=True)
        config.save(settings, places.settings, lambda p, d: write_whole(p, d, overwrite=True))
    except (OSError, BriefingError):
        log.warning("settings could not be written")


def tidy(places: Places, days: int) -> None:
    """Lets go of versions and journals that have had their time."""
    from briefing.store.forgetting import tidy as tidied  # noqa: PLC0415 - loaded long after the start

    log.info("%d versions and journals have had their time", tidied(places, days))


def forget(places: Places, what: frozenset[What]) -> tuple[Path, ...]:
    """Deletes those kinds of history; what could not be deleted."""
    from briefing.store.forgetting import forget as forgotten  # noqa: PLC0415 - loaded when somebody asks

    stayed = forgotten(what, places)
    log.info("%d kinds of history deleted, %d files stayed", len(what), len(stayed))
    return stayed
