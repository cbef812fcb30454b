"""From a note to what the screens show. Pure: no widget, no clock, no disk."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing.model.anchor import Anchor, resolves
from briefing.model.article import Article
from briefing.model.note import Note, Point
from briefing.template import Template
from briefing.ui.remembered import Remembered
from briefing.ui.values import (
    Card,
    CheckView,
    Mark,
    PointsView,
    SectionView,
    SourceView,
    Span,
    SuggestionMark,
    TagLook,
)
from briefing.ui.words import Words

Checks = dict[str, tuple[CheckView, ...]]


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the analyst is: the article in view and the focused point."""

    article: str = ""
    point: str = ""


@dataclass(frozen=True, slots=True)
class Assisted:
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


def tag_looks(note: Note, template: Template, words: Words) -> tuple[TagLook, ...]:
    """The tags to show: the template's in order, then one for each stray tag that points still carry."""
    prompts = {s.tag: s.prompt for s in reversed(template.sections)}
    looks = [
        TagLook(t.id, t.name, template.digit(t.id), t.colour, prompts.get(t.id, "")) for t in template.tags
    ]
    known = {t.id for t in template.tags}
    stray = dict.fromkeys(p.tag for p in note.points if p.tag not in known)
    looks += [TagLook(tag, words("window.stray_tag", tag=tag.replace("_", " ")), 0, "slate") for tag in stray]
    return tuple(looks)


def span_of(anchor: Anchor) -> Span:
    """Where an anchor stands."""
    return Span(anchor.article, anchor.block, anchor.start, anchor.end)


def marks_of(note: Note, article: Article, tags: tuple[TagLook, ...], assisted: Assisted) -> tuple[Mark, ...]:
    """The marks on one article, by place."""
    order = {t.id: i for i, t in enumerate(tags)}
    texts = [b.text for b in article.blocks]
    counts: dict[str, int] = {}
    facts: dict[str, tuple[Point, int, int, tuple[CheckView, ...]]] = {}
    for point in note.points:
        counts[point.tag] = counts.get(point.tag, 0) + 1
        facts[point.id] = (point, order[point.tag], counts[point.tag], assisted.checks.get(point.id, ()))

    def make(point_id: str) -> tuple[Mark, ...]:
        point, tag, number, checks = facts[point_id]
        warnings = [c for c in checks if not c.info]
        said = " ".join(c.sentence for c in warnings)
        return tuple(
            Mark(span_of(a), tag, point_id, bool(warnings), number, (), said)
            for a in point.evidence
            if a.article == article.id and _stands(a, texts)
        )

    return assisted.remembered.marks(article, facts, make)


def _stands(anchor: Anchor, texts: list[str]) -> bool:
    """Whether the quote is where the anchor says: one that a correction took away is marked nowhere."""
    return anchor.block < len(texts) and texts[anchor.block][anchor.start : anchor.end] == anchor.quote


def source_view(
    note: Note, tags: tuple[TagLook, ...], sentences: tuple[Span, ...], focus: Focus, assisted: Assisted
) -> SourceView:
    """What the source pane shows."""
    shown = next((a for a in note.articles if a.id == focus.article), None)
    if shown is None:
        return SourceView(tags=tags)
    return SourceView(
        articles=note.articles,
        shown=shown.id,
        tags=tags,
        sentences=sentences,
        marks=marks_of(note, shown, tags, assisted),
        suggestions=assisted.suggestions,
        focused_point=focus.point,
        focused_wording=next((p.wording for p in note.points if p.id == focus.point), ""),
    )


def points_view(
    note: Note, template: Template, tags: tuple[TagLook, ...], focus: Focus, assisted: Assisted
) -> PointsView:
    """What the points pane shows: a section for each tag, in the order of the note's sections."""
    order = list(dict.fromkeys(s.tag for s in template.sections))
    order += [t.id for t in tags if t.id not in order]
    assigns = {s.tag for s in template.sections if s.assigns}
    looks = {t.id: t for t in tags}
    by_tag: dict[str, list[Point]] = {}
    for point in note.points:
        by_tag.setdefault(point.tag, []).append(point)
    several = len(note.articles) > 1
    texts = _suggested(note, assisted, tags)

    def card(point: Point) -> Card:
        checks, voice = assisted.checks.get(point.id, ()), assisted.voices.get(point.id, "")

        def make(point: Point) -> Card:
            made = card_of(note, point, checks, assisted.remembered, several=several)
            return replace(made, voice=voice)

        return assisted.remembered.card(point, checks, voice, make)

    sections = tuple(
        SectionView(
            tag=looks[tag],
            cards=tuple(map(card, by_tag.get(tag, ()))),
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


def card_of(
    note: Note, point: Point, checks: tuple[CheckView, ...], remembered: Remembered, *, several: bool
) -> Card:
    """The card of one point."""
    return Card(
        point=point.id,
        wording=point.wording,
        quotes=tuple(a.quote for a in point.evidence),
        paragraph=_paragraph(note, point, remembered, several=several),
        level=point.level,
        comment=point.comment,
        owner=point.owner,
        due=point.due,
        checks=checks,
        latin=_is_latin(point.evidence[0].quote if point.evidence else point.wording),
    )


def _paragraph(note: Note, point: Point, remembered: Remembered, *, several: bool) -> str:
    for anchor in point.evidence:
        for index, article in enumerate(note.articles, 1):
            if resolves(anchor, article):
                number = f"¶{remembered.number(article, anchor.block)}"
                return f"{index} {number}" if several else number
    return ""


def _is_latin(text: str) -> bool:
    letter = next((c for c in text if c.isalpha()), "a")
    return unicodedata.name(letter, "").startswith("LATIN")
