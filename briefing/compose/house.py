"""The house rules of a template, checked on a note: what does not hold, and whether it keeps the note in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing.blocks import BottomLine, Document, Fields, ListItem, Paragraph
from briefing.compose.acronyms import unexplained
from briefing.compose.endings import ends_in_a_noun
from briefing.compose.filling import one_line
from briefing.model.note import Note, Point
from briefing.template import Section, Template
from briefing.words import Words

_FIRST_CHARS = 60  # of a line that is shown for all of its kind


class Measured(Struct, frozen=True):
    """What only the laid-out pages tell: their number, lines beyond the limit, and lines of the bottom line."""

    pages: int
    lines_over: int
    bottom_line_lines: int


class Breach(Struct, frozen=True):
    """A rule that does not hold. `key` and `facts` make its sentence (words "house"), `origin` is its place."""

    rule: str
    key: str
    facts: Mapping[str, object]
    refuses: bool
    origin: str = ""


class _Found(Struct, frozen=True):
    key: str
    facts: Mapping[str, object]
    origin: str = ""


class _Looked(Struct, frozen=True):
    """All that the rules look at."""

    note: Note
    template: Template
    document: Document
    measured: Measured | None
    doubts: tuple[str, ...]


def breaches(
    note: Note,
    template: Template,
    document: Document,
    measured: Measured | None = None,
    doubts: tuple[str, ...] = (),
) -> tuple[Breach, ...]:
    """What does not hold, in the order of the rules.

    `document` is the note composed without prompts. Rules on length are left out where nothing is `measured`;
    `doubts` are the sentences of the guard, for the rule on facts.
    """
    looked = _Looked(note, template, document, measured, doubts)
    return tuple(
        Breach(rule, found.key, found.facts, severity == "refuse", found.origin)
        for rule, look in _RULES.items()
        if (severity := getattr(template.rules, rule)) != "off"
        for found in look(looked)
    )


def told(breach: Breach, words: Words) -> str:
    """The sentence of a breach."""
    return words(f"house.{breach.key}", **breach.facts)


def refuses(template: Template) -> bool:
    """Whether any rule of the template may keep a note in."""
    rules = template.rules
    return any(getattr(rules, rule) == "refuse" for rule in _RULES)


def needs_pages(template: Template) -> bool:
    """Whether a rule of the template can only be checked on laid-out pages."""
    rules = template.rules
    limited = rules.page_limit != "off" and template.page.limit > 0
    return limited or (rules.bottom_line != "off" and template.bottom_line.most_lines > 0)


def _page_limit(looked: _Looked) -> Iterator[_Found]:
    if looked.measured is not None and looked.template.page.limit and looked.measured.lines_over:
        facts = {"count": looked.measured.lines_over, "limit": looked.template.page.limit}
        yield _Found("page_limit", facts)


def _title(looked: _Looked) -> Iterator[_Found]:
    if not one_line(looked.note.title):
        yield _Found("title", {}, "title")


def _required_fields(looked: _Looked) -> Iterator[_Found]:
    printed = {r.origin for b in looked.document.blocks if isinstance(b, Fields) for r in b.rows if r.text}
    missing = [f for f in looked.template.fields if f.required and f"field:{f.key}" not in printed]
    if missing:
        labels = ", ".join(f.label for f in missing)
        yield _Found("required_fields", {"fields": labels}, f"field:{missing[0].key}")


def _bottom_line(looked: _Looked) -> Iterator[_Found]:
    most = looked.template.bottom_line.most_lines
    if not one_line(looked.note.summary):
        yield _Found("bottom_line_missing", {}, "summary")
    elif looked.measured is not None and 0 < most < looked.measured.bottom_line_lines:
        yield _Found("bottom_line_long", {"count": looked.measured.bottom_line_lines, "most": most}, "summary")


def _marking(looked: _Looked) -> Iterator[_Found]:
    marking, choices = looked.document.marking, looked.template.marking.choices
    if not marking:
        yield _Found("marking_missing", {}, "fields")
        return
    if choices and marking not in choices:
        yield _Found("marking_unknown", {"marking": marking, "choices": ", ".join(choices)}, "fields")
        return
    rank = {each: number for number, each in enumerate(choices)}
    for article in looked.note.articles:
        if rank.get(article.marking, -1) > rank.get(marking, -1):
            facts = {"marking": marking, "source": article.marking, "headline": article.headline[:_FIRST_CHARS]}
            yield _Found("marking_low", facts, "fields")


def _sources(looked: _Looked) -> Iterator[_Found]:
    yield from _all_alike("sources", [p for p in looked.note.points if not p.evidence])


def _facts(looked: _Looked) -> Iterator[_Found]:
    if looked.doubts:
        yield _Found("facts", {"count": len(looked.doubts), "first": looked.doubts[0]})


def _empty_sections(looked: _Looked) -> Iterator[_Found]:
    empty = [s for s in looked.template.sections if not _points_in(looked, s)]
    if empty:
        headings = ", ".join(s.heading for s in empty)
        yield _Found("empty_sections", {"sections": headings}, f"section:{empty[0].tag}")


def _most_points(looked: _Looked) -> Iterator[_Found]:
    for section in looked.template.sections:
        count = len(_points_in(looked, section))
        if 0 < section.most < count:
            facts = {"section": section.heading, "count": count, "most": section.most}
            yield _Found("most_points", facts, f"section:{section.tag}")


def _assigned(looked: _Looked) -> Iterator[_Found]:
    points = [p for s in looked.template.sections if s.assigns for p in _points_in(looked, s)]
    yield from _all_alike("assigned", [p for p in points if not (p.owner.strip() and p.due.strip())])


def _acronyms(looked: _Looked) -> Iterator[_Found]:
    lines = [(text, b.origin) for b in looked.document.blocks if (text := _text_of(b))]
    known = {*looked.template.rules.known, *looked.template.marking.choices}
    found = unexplained([text for text, _ in lines], known)
    if found:
        names = ", ".join(name for name, _ in found)
        yield _Found("acronyms", {"acronyms": names}, lines[found[0][1]][1])


def _noun_endings(looked: _Looked) -> Iterator[_Found]:
    shown = [p for s in looked.template.sections for p in _points_in(looked, s)]
    yield from _all_alike("noun_endings", [p for p in shown if not ends_in_a_noun(p.wording)])


def _points_in(looked: _Looked, section: Section) -> list[Point]:
    return [p for p in looked.note.tagged(section.tag) if p.wording.strip()]


def _all_alike(key: str, points: list[Point]) -> Iterator[_Found]:
    """One line for points with the same fault, which names the first."""
    if points:
        first = one_line(points[0].wording)
        shown = first if len(first) <= _FIRST_CHARS else f"{first[:_FIRST_CHARS].rstrip()}…"
        yield _Found(key, {"count": len(points), "first": shown}, f"point:{points[0].id}")


def _text_of(block: object) -> str:
    """What the official reads in a line of the note's body; empty for the rest."""
    if isinstance(block, ListItem | BottomLine) or (isinstance(block, Paragraph) and block.role == "body"):
        return "".join(run.text for run in block.runs)
    return ""


_RULES = {
    "page_limit": _page_limit,
    "title": _title,
    "required_fields": _required_fields,
    "bottom_line": _bottom_line,
    "marking": _marking,
    "sources": _sources,
    "facts": _facts,
    "empty_sections": _empty_sections,
    "most_points": _most_points,
    "assigned": _assigned,
    "acronyms": _acronyms,
    "noun_endings": _noun_endings,
}
