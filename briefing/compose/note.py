"""Note and Template in, Document out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from msgspec import Struct

from briefing.blocks import (
    Assigned,
    Block,
    BottomLine,
    Document,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Properties,
    Run,
    Subtitle,
    Title,
)
from briefing.compose.citations import Citations
from briefing.compose.dates import written
from briefing.compose.filling import filled, one_line
from briefing.compose.memo import Memo
from briefing.compose.own_word import own_word
from briefing.compose.page import page_of, typography_of
from briefing.model.note import DEEPEST_LEVEL, Note, Point
from briefing.template import Section, Template

_NUMBER_LEVELS = ("{}.", "{})", "({})")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
NO_BREAK = "\u00a0"
BOX = f"☐{NO_BREAK}"
BOX_GAP = NO_BREAK * 6 + " "
_FULL_STOPS = (".", "。")
_WIDE = "（「、，"  # they bring their own space
ISO_DAY_CHARS = 10  # of "2026-05-14T09:00+09:00"


def nobody(_: Note, __: Point) -> str:
    """No voice: what stands in the source is its own report."""
    return ""


def compose(
    note: Note,
    template: Template,
    *,
    prompts: bool = False,
    who: Callable[[Note, Point], str] = nobody,
    memo: Memo | None = None,
) -> Document:
    """The note in its house form.

    With `prompts` (the preview) empty places show a grey line that says what belongs there; without
    (exports) an empty section does what the template says: it is left out, says so, or keeps its heading.
    `who` names whose word a point's evidence is; it is asked only if the template prints it.
    `memo` is what was composed of the note before; it saves time and changes nothing.
    """
    memo = memo or Memo()
    memo.begin((template, note.articles, who, prompts), len(note.points))
    composing = _Composing(note, template, prompts, Citations(note, template), who, memo)
    blocks = tuple(composing.blocks())
    marking = one_line(note.marking) or template.marking.default
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
        unit=composing.head_text("unit", template.head.unit),
        reference=composing.head_text("reference", template.head.reference),
        page_label=template.head.page_label,
        markers=template.type.markers,
        page_limit=template.page.limit,
        own_word=own_word(template, composing.assigned),
    )


def _properties(composing: _Composing, marking: str) -> Properties:
    note = composing.note
    return Properties(
        title=one_line(note.title),
        subject=composing.field_text("subject"),
        author=composing.field_text("from"),
        marking=marking,
        note_id=note.id,
        created=note.created,
    )


class _Composing(Struct, frozen=True):
    note: Note
    template: Template
    prompts: bool
    citations: Citations
    who: Callable[[Note, Point], str]
    memo: Memo

    def blocks(self) -> list[Block]:
        made: list[Block] = [Title(one_line(self.note.title))]
        subtitle = self.head_text("subtitle", self.template.head.subtitle)
        if subtitle:
            made.append(Subtitle(subtitle, "field:subtitle"))
        made += self._fields("head")
        made += self._bottom_line()
        for number, section in enumerate(self.template.sections, 1):
            made += self._section(section, number)
        made += self._unplaced()
        made += self._fields("foot")
        made += self.citations.closing()
        return made

    def _fields(self, place: str) -> list[Block]:
        rows = tuple(
            FieldRow(f.label, text, f"field:{f.key}")
            for f, text in ((f, self.field_text(f.key)) for f in self.template.fields if f.place == place)
            if text or self.prompts
        )
        columns: Literal[1, 2] = 2 if self.template.head.columns == 2 else 1
        return [Fields(rows, columns=columns)] if rows else []

    def field_text(self, key: str) -> str:
        """A header field's text as it is printed: the analyst's, or the template's default, filled in."""
        declared = next((f for f in self.template.fields if f.key == key), None)
        text = one_line(self.note.field(key))
        if declared is None:
            return text
        if declared.kind == "date":
            return self._date(text or filled(declared.default, self._facts()))
        return text or filled(declared.default, self._printed_facts())

    def head_text(self, key: str, declared: str) -> str:
        """A line around the note: the analyst's as it is, or the template's with its marks filled in."""
        own = one_line(self.note.field(key))
        if own or "{" not in declared:
            return own or declared
        fields = {f.key: self.field_text(f.key) for f in self.template.fields}
        return filled(declared, {**self._printed_facts(), **fields})

    def _facts(self) -> dict[str, str]:
        first = self.note.articles[0] if self.note.articles else None
        return {
            "title": one_line(self.note.title),
            "created": self.note.created[:ISO_DAY_CHARS],
            "published": first.published[:ISO_DAY_CHARS] if first else "",
            "publisher": one_line(first.publisher) if first else "",
        }

    def _printed_facts(self) -> dict[str, str]:
        facts = self._facts()
        return {**facts, **{key: self._date(facts[key]) for key in ("created", "published")}}

    def _date(self, text: str) -> str:
        return written(text, self.template.dates.format, self.template.language)

    def _bottom_line(self) -> list[Block]:
        form = self.template.bottom_line
        summary = one_line(self.note.summary)
        if summary:
            return [BottomLine(form.label, (Run(summary),))]
        if form.show and form.prompt and self.prompts:
            return [Paragraph((Run(form.prompt),), "placeholder", "summary")]
        return []

    def _section(self, section: Section, number: int) -> list[Block]:
        points = self.note.tagged(section.tag)
        if self.citations.are_numbered:  # what stands before has a say
            return self._made_section(points, section, number)
        return self.memo.section(number, points, partial(self._made_section, points, section, number))

    def _made_section(self, points: tuple[Point, ...], section: Section, number: int) -> list[Block]:
        points = tuple(p for p in points if p.wording.strip())
        made = self._filled_section(points, section, number) if points else self._empty(section)
        return made + self._boxes(section) if made else []

    def _filled_section(self, points: tuple[Point, ...], section: Section, number: int) -> list[Block]:
        origin = f"section:{section.tag}"
        made: list[Block] = [self._heading(section.heading, origin)]
        if section.lead_in:
            made.append(Paragraph((Run(section.lead_in),), "lead-in", origin))
        return made + self._points(points, section, number)

    @staticmethod
    def _boxes(section: Section) -> list[Block]:
        """The boxes the official ticks, on one line; they do not break from their words."""
        text = BOX_GAP.join(f"{BOX}{box.replace(' ', NO_BREAK)}" for box in section.boxes)
        return [Paragraph((Run(text),), "sign-off", f"section:{section.tag}")] if text else []

    def _heading(self, text: str, origin: str) -> Heading:
        marker = self.template.type.heading_marker
        return Heading(text, 1, origin, marker)

    def _empty(self, section: Section) -> list[Block]:
        origin = f"section:{section.tag}"
        heading = self._heading(section.heading, origin)
        if section.empty == "say" and section.empty_text:  # in the preview too: nothing is exported unseen
            return [heading, Paragraph((Run(section.empty_text),), "body", origin)]
        if self.prompts and section.prompt:
            return [heading, Paragraph((Run(section.prompt),), "placeholder", origin)]
        return [heading] if self.prompts or section.empty == "keep" else []

    def _points(self, points: tuple[Point, ...], section: Section, list_id: int) -> list[Block]:
        if section.layout == "prose":
            return [self._prose(p, assigns=section.assigns) for p in points]
        kind: ListKind = "number" if section.layout == "numbered" else "bullet"
        counts = [0] * (DEEPEST_LEVEL + 1)
        made: list[Block] = []
        deepest = 0
        for point in points:
            level = max(0, min(point.level, deepest))
            deepest = min(level + 1, DEEPEST_LEVEL)
            counts[level] += 1
            counts[level + 1 :] = [0] * (DEEPEST_LEVEL - level)
            marker = self._marker(kind, level, counts[level])
            made.append(self._item(point, (kind, level, list_id, marker), assigns=section.assigns))
        return made

    def _prose(self, point: Point, *, assigns: bool) -> Block:
        after = self.citations.after(point)

        def make() -> Block:
            return Paragraph(self._runs(point, after, assigns=assigns), "body", f"point:{point.id}")

        return self.memo.block(point, (after, assigns), make)

    def _item(self, point: Point, form: tuple[ListKind, int, int, str], *, assigns: bool) -> Block:
        """A point in a list: `form` is its kind, level, list and marker."""
        after = self.citations.after(point)

        def make() -> Block:
            return ListItem(self._runs(point, after, assigns=assigns), *form, f"point:{point.id}")

        return self.memo.block(point, (after, assigns, form), make)

    def _marker(self, kind: str, level: int, count: int) -> str:
        if kind == "bullet":
            markers = self.template.type.markers or ("•",)
            return markers[min(level, len(markers) - 1)]
        shown = _letters(count) if level == 1 else str(count)
        return _NUMBER_LEVELS[level].format(shown)

    def _runs(self, point: Point, after: tuple[Run, ...], *, assigns: bool) -> tuple[Run, ...]:
        text = one_line(point.wording)
        behind = self._voice(point, text) + (self._assignment(point) if assigns else "")
        if behind and text.endswith(_FULL_STOPS):
            text, behind = text[:-1], behind + text[-1]  # the full stop closes the line, not the wording
        return (Run(text + behind), *after)

    def _voice(self, point: Point, wording: str) -> str:
        """Whose word it is, as far as the template prints it and the wording does not say it already."""
        form = self.template.citations
        if not point.evidence:
            return _set_off(form.own_assessment)
        who = one_line(self.who(self.note, point)) if form.attribution else ""
        said = not who or who.removeprefix("the ").lower() in wording.lower()
        return "" if said else _set_off(filled(form.attribution, {"who": who}))

    def _assignment(self, point: Point) -> str:
        words = self.citations.words
        owner, due = one_line(point.owner), self._date(one_line(point.due))
        if owner and due:
            return words.owner_due.format(owner=owner, due=due)
        if owner:
            return words.owner.format(owner=owner)
        return words.due.format(due=due) if due else ""

    def assigned(self) -> tuple[Assigned, ...]:
        """Each point with owner and date apart, as a form may ask for them."""
        return tuple(
            Assigned(p.id, one_line(p.wording), one_line(p.owner), self._date(one_line(p.due)))
            for p in self.note.points
        )

    def _unplaced(self) -> list[Block]:
        """Points whose tag no section shows: never dropped, but put under a heading of their own."""
        shown = {s.tag for s in self.template.sections}
        points = [p for p in self.note.points if p.tag not in shown and p.wording.strip()]
        if not points:
            return []
        made: list[Block] = [self._heading(self.citations.words.other, "section:")]
        marker = self._marker("bullet", 0, 1)
        made += [self._item(p, ("bullet", 0, 0, marker), assigns=True) for p in points]
        return made


def _set_off(text: str) -> str:
    """The text with the space that parts it from what stands before, where its script has one."""
    return f" {text}" if text and text[0] not in _WIDE else text


def _letters(count: int) -> str:
    """The letters a to z, then aa, bb ... as Word counts."""
    turns, index = divmod(count - 1, len(_LETTERS))
    return _LETTERS[index] * (turns + 1)
