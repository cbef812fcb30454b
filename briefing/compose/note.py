"""Note and Template in, Document out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Paragraph,
    Properties,
    Run,
    Subtitle,
    Title,
)
from briefing.compose.citations import Citations
from briefing.compose.dates import written
from briefing.compose.page import page_of, typography_of
from briefing.model.article import day_of
from briefing.model.note import Note, Point
from briefing.template import HeaderField, Section, Template

_NUMBER_LEVELS = ("{}.", "{})", "({})")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def compose(note: Note, template: Template, *, prompts: bool = False) -> Document:
    """The note in its house form.

    With `prompts` (the preview) empty places show a grey line that says what belongs there; without
    (exports) an empty section does what the template says: it is left out, says so, or keeps its heading.
    """
    composing = _Composing(note, template, prompts, Citations(note, template))
    blocks = tuple(composing.blocks())
    marking = note.marking or template.marking.default
    return Document(
        language=template.language,
        blocks=blocks,
        page=page_of(template.page),
        type=typography_of(template.type),
        properties=_properties(composing, marking),
        notes=tuple(composing.citations.notes),
        note_style="endnotes" if template.citations.style == "endnotes" else "footnotes",
        marking=marking,
        marking_colour=template.marking.colour,
        unit=composing.filled(note.field("unit") or template.head.unit),
        reference=composing.filled(note.field("reference") or template.head.reference),
        page_label=template.head.page_label,
        markers=template.type.markers,
        page_limit=template.page.limit,
    )


def _properties(composing: _Composing, marking: str) -> Properties:
    note = composing.note
    return Properties(
        title=note.title,
        subject=composing.field_text("subject"),
        author=composing.field_text("from"),
        marking=marking,
        note_id=note.id,
        created=note.created,
    )


@dataclass(frozen=True, slots=True)
class _Composing:
    note: Note
    template: Template
    prompts: bool
    citations: Citations

    def blocks(self) -> list[Block]:
        made: list[Block] = [Title(self.note.title)]
        subtitle = self.filled(self.note.field("subtitle") or self.template.head.subtitle)
        if subtitle:
            made.append(Subtitle(subtitle, "field:subtitle"))
        made += self._fields()
        made += self._bottom_line()
        for number, section in enumerate(self.template.sections, 1):
            made += self._section(section, number)
        made += self._unplaced()
        made += self.citations.closing()
        return made

    def _fields(self) -> list[Block]:
        rows = tuple(
            FieldRow(f.label, self.field_text(f.key), f"field:{f.key}")
            for f in self.template.fields
            if self.prompts or self.field_text(f.key)
        )
        return [Fields(rows)] if rows else []

    def field_text(self, key: str) -> str:
        """A header field's text as it is printed: the analyst's, or the template's default, filled in."""
        declared = next((f for f in self.template.fields if f.key == key), None)
        text = self.note.field(key) or (self.filled(declared.default) if declared else "")
        return self._written(declared, text)

    def _written(self, declared: HeaderField | None, text: str) -> str:
        if declared is not None and declared.kind == "date":
            return written(text, self.template.dates.format, self.template.language)
        return text

    def filled(self, text: str) -> str:
        """`text` with the fixed list of marks filled in; anything else in braces stays as it is."""
        first = self.note.articles[0] if self.note.articles else None
        marks = {
            "title": self.note.title,
            "created": self.note.created[:10],
            "published": first.published[:10] if first else "",
            "publisher": first.publisher if first else "",
            **{key: value for key, value in self.note.fields if day_of(value) is None},
        }
        for name, value in marks.items():
            text = text.replace("{" + name + "}", value)
        return text

    def _bottom_line(self) -> list[Block]:
        form = self.template.bottom_line
        if self.note.summary:
            return [BottomLine(form.label, (Run(self.note.summary),))]
        if form.show and form.prompt and self.prompts:
            return [Paragraph((Run(form.prompt),), "placeholder", "summary")]
        return []

    def _section(self, section: Section, number: int) -> list[Block]:
        points = self.note.tagged(section.tag)
        if not points:
            return self._empty(section)
        origin = f"section:{section.tag}"
        made: list[Block] = [self._heading(section.heading, origin)]
        if section.lead_in:
            made.append(Paragraph((Run(section.lead_in),), "lead-in", origin))
        return made + self._points(points, section, number)

    def _heading(self, text: str, origin: str) -> Heading:
        marker = self.template.type.heading_marker
        return Heading(f"{marker} {text}" if marker else text, 1, origin)

    def _empty(self, section: Section) -> list[Block]:
        origin = f"section:{section.tag}"
        heading = self._heading(section.heading, origin)
        if section.empty == "say" and not self.prompts:
            return [heading, Paragraph((Run(section.empty_text),), "body", origin)]
        if self.prompts and section.prompt:
            return [heading, Paragraph((Run(section.prompt),), "placeholder", origin)]
        return [heading] if self.prompts or section.empty == "keep" else []

    def _points(self, points: tuple[Point, ...], section: Section, list_id: int) -> list[Block]:
        if section.layout == "prose":
            return [Paragraph(self._runs(p, section), "body", f"point:{p.id}") for p in points]
        kind: Literal["bullet", "number"] = "number" if section.layout == "numbered" else "bullet"
        counts = [0, 0, 0]
        made: list[Block] = []
        deepest = 0
        for point in points:
            level = min(point.level, deepest)
            deepest = level + 1
            counts[level] += 1
            counts[level + 1 :] = [0] * (2 - level)
            marker = self._marker(kind, level, counts[level])
            item = ListItem(self._runs(point, section), kind, level, list_id, marker, f"point:{point.id}")
            made.append(item)
        return made

    def _marker(self, kind: str, level: int, count: int) -> str:
        if kind == "bullet":
            markers = self.template.type.markers or ("•",)
            return markers[min(level, len(markers) - 1)]
        shown = _LETTERS[(count - 1) % len(_LETTERS)] if level == 1 else str(count)
        return _NUMBER_LEVELS[level].format(shown)

    def _runs(self, point: Point, section: Section | None) -> tuple[Run, ...]:
        text = point.wording.replace("\n", " ").strip()
        if section is not None and section.assigns:
            text += self._assignment(point)
        return (Run(text), *self.citations.after(point))

    def _assignment(self, point: Point) -> str:
        words = self.citations.words
        due = written(point.due, self.template.dates.format, self.template.language)
        if point.owner and due:
            return words.owner_due.format(owner=point.owner, due=due)
        if point.owner:
            return words.owner.format(owner=point.owner)
        return words.due.format(due=due) if due else ""

    def _unplaced(self) -> list[Block]:
        """Points whose tag no section shows: never dropped, but put under a heading of their own."""
        shown = {s.tag for s in self.template.sections}
        points = [p for p in self.note.points if p.tag not in shown]
        if not points:
            return []
        made: list[Block] = [self._heading(self.citations.words.other, "section:")]
        marker = self._marker("bullet", 0, 1)
        made += [ListItem(self._runs(p, None), "bullet", 0, 0, marker, f"point:{p.id}") for p in points]
        return made
