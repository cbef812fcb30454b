"""Changes to a house form: functions from a form to a form. A path leads to a value: ("page", "limit")."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from briefing.template.form import HeaderField, Section, Tag, Template
from briefing.template.keys import COLOURS, REPEATED

Path = tuple[str | int, ...]

_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")
_ID_CHARS = 30


def value_at(form: Template, path: Path) -> object:
    """The value that `path` leads to."""
    found: Any = form
    for step in path:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return found


def with_value(form: Template, path: Path, value: object) -> Template:
    """The form with one value changed."""
    changed: Template = _with(form, path, value)
    return changed


def _with(holder: Any, path: Path, value: object) -> Any:
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*holder[:step], _with(holder[step], rest, value), *holder[step + 1 :])
    inner = _with(getattr(holder, step), rest, value) if rest else value
    return replace(holder, **{step: inner})


def with_sources(form: Template, *, line: bool, annex: bool) -> Template:
    """The form with a line that names the sources or without, with an annex of quotes or without."""
    cited = form.citations
    unwanted = (cited.style == "annex" and not annex) or (cited.style == "source-line" and not line)
    style = "none" if unwanted else cited.style
    source_line, annexed = line and style != "source-line", annex and style != "annex"
    return replace(form, citations=replace(cited, style=style, source_line=source_line, annex=annexed))


def fresh_id(name: str, taken: Collection[str], otherwise: str = "tag") -> str:
    """An id that nothing has yet, made from a name; `otherwise` where the name has no Latin letter."""
    base = _NOT_IN_AN_ID.sub("_", name.lower()).strip("_")[:_ID_CHARS]
    base = base if base and base[0].isalpha() else f"{otherwise}_{base}".rstrip("_")
    wanted, number = base, 1
    while wanted in taken:
        number += 1
        wanted = f"{base}_{number}"
    return wanted


def is_named_as_its_tag(form: Template, at: int) -> bool:
    """Whether a section's heading is its tag's name too, so that one change serves both."""
    section = form.sections[at]
    tag = form.tag(section.tag)
    return tag is not None and tag.name == section.heading


def with_heading(form: Template, at: int, heading: str) -> Template:
    """The form with one section under another heading; a tag of the same name follows it."""
    changed = with_value(form, ("sections", at, "heading"), heading)
    if not is_named_as_its_tag(form, at):
        return changed
    return with_value(changed, ("tags", tag_place(form, form.sections[at].tag), "name"), heading)


def tag_place(form: Template, tag_id: str) -> int:
    """Where a tag stands among the tags. Raises ValueError."""
    return [t.id for t in form.tags].index(tag_id)


def with_section_moved(form: Template, at: int, to: int) -> Template:
    """The form with one section at another place. Tags that stood in the order of the sections still do."""
    changed = replace(form, sections=_moved(form.sections, at, to))
    if not _in_step(form):
        return changed
    places = {s.tag: i for i, s in enumerate(changed.sections)}
    shown = iter(sorted((t for t in form.tags if t.id in places), key=lambda t: places[t.id]))
    return replace(changed, tags=tuple(next(shown) if t.id in places else t for t in form.tags))


def _in_step(form: Template) -> bool:
    order = [s.tag for s in form.sections]
    return [t.id for t in form.tags if t.id in order] == order


def _moved(entries: tuple[Any, ...], at: int, to: int) -> tuple[Any, ...]:
    rest = [*entries[:at], *entries[at + 1 :]]
    rest.insert(max(0, min(to, len(rest))), entries[at])
    return tuple(rest)


def with_digit(form: Template, tag_id: str, digit: int) -> Template:
    """The form with one tag under another digit; the tags between move by one."""
    return replace(form, tags=_moved(form.tags, tag_place(form, tag_id), digit - 1))


def with_new_section(form: Template, name: str) -> Template:
    """The form with a new tag in a colour of its own, and a section for it, last."""
    used = {t.colour for t in form.tags}
    colour = next((c for c in COLOURS if c not in used), "slate")
    tag = new_tag(form, name, colour)
    return with_tag(form, tag)


def new_tag(form: Template, name: str, colour: str) -> Tag:
    """A tag of that name with an id of its own."""
    return Tag(fresh_id(name, [t.id for t in form.tags]), name, colour, ())


def with_tag(form: Template, tag: Tag) -> Template:
    """The form with one more tag, and a section in the manner of the last one."""
    section = replace(new_section(tag.id, tag.name), layout=form.sections[-1].layout)
    return replace(form, tags=(*form.tags, tag), sections=(*form.sections, section))


def new_section(tag_id: str, heading: str) -> Section:
    """A section as the keys' defaults make it."""
    values: dict[str, Any] = {k.name: k.default for k in REPEATED["sections"]}
    return Section(**{**values, "tag": tag_id, "heading": heading})


def with_section_for(form: Template, tag_id: str) -> Template:
    """The form with a section for a tag that had none, last."""
    tag = form.tags[tag_place(form, tag_id)]
    return replace(form, sections=(*form.sections, new_section(tag.id, tag.name)))


def without_section(form: Template, at: int) -> Template:
    """The form without one section and its tag; the last section stays."""
    if len(form.sections) == 1:
        return form
    gone = form.sections[at].tag
    sections = (*form.sections[:at], *form.sections[at + 1 :])
    return replace(form, sections=sections, tags=tuple(t for t in form.tags if t.id != gone))


def without_tag(form: Template, tag_id: str) -> Template:
    """The form without a tag that has no section."""
    return replace(form, tags=tuple(t for t in form.tags if t.id != tag_id))


def with_new_field(form: Template, label: str) -> Template:
    """The form with one more header field, last."""
    values: dict[str, Any] = {k.name: k.default for k in REPEATED["fields"]}
    key = fresh_id(label, [f.key for f in form.fields], "field")
    return replace(form, fields=(*form.fields, HeaderField(**{**values, "key": key, "label": label})))


def with_field_moved(form: Template, at: int, to: int) -> Template:
    """The form with one header field at another place."""
    return replace(form, fields=_moved(form.fields, at, to))


def without_field(form: Template, at: int) -> Template:
    """The form without one header field."""
    return replace(form, fields=(*form.fields[:at], *form.fields[at + 1 :]))
