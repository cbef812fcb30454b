"""From a note to what the screens show. Pure: no widget, no clock, no disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from briefing.model.note import Note, Point
from briefing.template import Template
from briefing.ui.remembered import Remembered
from briefing.ui.values import (
    Checks,
    PointsView,
    SectionView,
    SourceView,
    Span,
    SuggestionMark,
    TagLook,
)
from briefing.ui.words import Words


class Focus(Struct, frozen=True):
    """Where the analyst is: the article in view and the focused point."""

    article: str = ""
    point: str = ""


class Assisted(Struct, frozen=True):
    """What the program has to say: checks by point, and the suggestions that wait on the article in view."""

    checks: Checks
    suggestions: tuple[SuggestionMark, ...] = ()
    remembered: Remembered = field(default_factory=Remembered)
    voices: Mapping[str, str] = field(
        default_factory=dict
    )  # by point: whose word its evidence is, as a line to read


def doubts_of(checks: Checks) -> dict[str, tuple[tuple[int, int], ...]]:
    """Where the preview marks a wording: by origin, the stretches that checks are about."""
    return {f"point:{p}": tuple((c.start, c.end) for c in found if not c.info) for p, found in checks.items()}


def tag_looks(used: Collection[str], template: Template, words: Words) -> tuple[TagLook, ...]:
    """The tags to show: the template's in order, then one for each stray tag among those points carry."""
    prompts = {s.tag: s.prompt for s in reversed(template.sections)}
    looks = [
        TagLook(t.id, t.name, template.digit(t.id), t.colour, prompts.get(t.id, "")) for t in template.tags
    ]
    strays = sorted(set(used) - {t.id for t in template.tags})
    looks += [TagLook(tag, words("window.stray_tag", tag=tag.replace("_", " ")), 0, "slate") for tag in strays]
    return tuple(looks)


class Numbers(Struct, frozen=True):
    """Tells the number of a point among those of its tag, from 1; 0 if it is not there."""

    points: tuple[Point, ...]

    def __call__(self, point_id: str) -> int:
        at = next((i for i, p in enumerate(self.points) if p.id == point_id), -1)
        return sum(p.tag == self.points[at].tag for p in self.points[: at + 1])


def source_view(
    note: Note, tags: tuple[TagLook, ...], sentences: tuple[Span, ...], focus: Focus, assisted: Assisted
) -> SourceView:
    """What the source pane shows."""
    shown = next((a for a in note.articles if a.id == focus.article), None)
    if shown is None:
        return SourceView(tags=tags)
    remembered = assisted.remembered
    focused = remembered.points.follow(note.points).get(focus.point)
    return SourceView(
        articles=note.articles,
        shown=shown.id,
        tags=tags,
        sentences=sentences,
        marks=remembered.marks_of(note, shown, tags, assisted.checks),
        suggestions=assisted.suggestions,
        focused_point=focus.point,
        focused_wording=focused.wording if focused else "",
        number_of=Numbers(note.points),
    )


def points_view(
    note: Note, template: Template, tags: tuple[TagLook, ...], focus: Focus, assisted: Assisted
) -> PointsView:
    """What the points pane shows: a section for each tag, in the order of the note's sections."""
    order = list(dict.fromkeys(s.tag for s in template.sections))
    order += [t.id for t in tags if t.id not in order]
    assigns = {s.tag for s in template.sections if s.assigns}
    looks = {t.id: t for t in tags}
    cards = assisted.remembered.cards.of(note, assisted.checks, assisted.voices)
    texts = _suggested(note, assisted, tags)
    sections = tuple(
        SectionView(
            tag=looks[tag],
            cards=cards.get(tag, ()),
            suggestions=tuple(s for s, _, _ in texts.get(tag, ())),
            suggestion_texts=tuple(text for _, text, _ in texts.get(tag, ())),
            suggestion_paragraphs=tuple(where for _, _, where in texts.get(tag, ())),
            assigns=tag in assigns,
        )
        for tag in order
    )
    return PointsView(sections, focus.point)


def _suggested(
    note: Note, assisted: Assisted, tags: tuple[TagLook, ...]
) -> dict[str, list[tuple[SuggestionMark, str, str]]]:
    """By tag: each suggestion with its sentence and its paragraph."""
    found: dict[str, list[tuple[SuggestionMark, str, str]]] = {}
    for mark in assisted.suggestions:
        article = note.article(mark.span.article)
        text = article.blocks[mark.span.block].text[mark.span.start : mark.span.end]
        where = f"¶{assisted.remembered.number(article, mark.span.block)}"
        found.setdefault(tags[mark.tag].id, []).append((mark, text, where))
    return found
