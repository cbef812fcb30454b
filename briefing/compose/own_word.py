"""The organisation's own Word file as the Word export needs it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import asdict

from briefing.blocks import Assigned, Known, OwnWord
from briefing.template import Template


def own_word(template: Template, points: Callable[[], tuple[Assigned, ...]]) -> OwnWord | None:
    """The file with what the template declares; None where the template has none."""
    word = template.word
    if word.way == "none":
        return None
    return OwnWord(word.way, word.file, word.data, _styles(template), known_of(template, points()))


def _styles(template: Template) -> tuple[tuple[str, str], ...]:
    return tuple((role, name.strip()) for role, name in asdict(template.styles).items() if name.strip())


def known_of(template: Template, points: tuple[Assigned, ...] = ()) -> Known:
    """What marks of a form the template declares."""
    names = {tag.id: tag.name for tag in template.tags}
    labels = ((f.label, f.key) for f in template.fields)
    headings = ((s.heading, s.tag) for s in template.sections)
    return Known(
        fields=tuple(f.key for f in template.fields),
        sections=tuple(names),
        others=(*labels, *((name, tag) for tag, name in names.items()), *headings),
        points=points,
    )
