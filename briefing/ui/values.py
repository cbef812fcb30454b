"""The values that screens are given: plain, frozen, made from a note by `ui/views`. No widget knows a Note."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.model.article import Article


class TagLook(Struct, frozen=True, gc=False):
    """A tag as screens show it. `digit` is 1 to 9, or 0 for a tag without a key."""

    id: str
    name: str
    digit: int
    colour: str  # a name of theme.TAG_COLOURS
    prompt: str = ""  # what belongs here, in a few words


class Span(Struct, frozen=True, gc=False):
    """A stretch of one block of an article, in Python characters."""

    article: str
    block: int
    start: int
    end: int


class Mark(Struct, frozen=True, gc=False):
    """A tagged stretch of the source. `tag` indexes the tags shown; `warning`: its point has a check."""

    span: Span
    tag: int
    point: str
    warning: bool = False
    warned: tuple[Span, ...] = ()  # the words the check is about; empty: the numbers in `span`
    warning_sentence: str = ""  # for a screen reader, in the interface's words


class SuggestionMark(Struct, frozen=True, gc=False):
    """A stretch the program would tag: `tag` indexes the tags shown; `reason` in the interface's words."""

    span: Span
    tag: int
    reason: str = ""


def _unnumbered(_point: str) -> int:
    """A point whose number in its section is not said."""
    return 0


class SourceView(Struct, frozen=True):
    """All the source pane shows. `sentences` of all body blocks, in order; `marks` sorted by place."""

    articles: tuple[Article, ...] = ()
    shown: str = ""  # id of the article in view
    tags: tuple[TagLook, ...] = ()
    sentences: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    suggestions: tuple[SuggestionMark, ...] = ()
    focused_point: str = ""
    focused_wording: str = ""  # of that point, for "Add as second quote to ..."
    number_of: Callable[[str], int] = _unnumbered  # of a point, in its section


class CheckView(Struct, frozen=True, gc=False):
    """One warning (or, with `info`, one remark) on a point: its sentence, and the word it marks."""

    key: str  # what Keep remembers
    sentence: str
    start: int = 0  # in the wording
    end: int = 0
    fix: str = ""  # the wording after the one fix; empty: none
    fix_label: str = ""  # "Use 10"
    keep_label: str = ""  # "Keep 20"
    info: bool = False


Checks = Mapping[str, tuple[CheckView, ...]]  # by point


class Card(Struct, frozen=True, gc=False):
    """A point as its card shows it."""

    point: str
    wording: str
    quotes: tuple[str, ...] = ()
    paragraph: str = ""  # "¶3", or "2 ¶3" where the note has several sources
    level: int = 0
    comment: str = ""
    owner: str = ""
    due: str = ""
    checks: tuple[CheckView, ...] = ()
    latin: bool = True  # the quote's script: italics in Latin only
    voice: str = ""  # "Said by the customs agency": whose word the quote is


class SectionView(Struct, frozen=True):
    """A section of the points pane: its tag, its cards, and the suggestions that wait for it."""

    tag: TagLook
    cards: tuple[Card, ...] = ()
    suggestions: tuple[SuggestionMark, ...] = ()
    suggestion_texts: tuple[str, ...] = ()
    suggestion_paragraphs: tuple[str, ...] = ()  # "¶3" of each
    assigns: bool = False  # its points carry owner and due date


class PointsView(Struct, frozen=True):
    """All the points pane shows."""

    sections: tuple[SectionView, ...] = ()
    focused: str = ""  # id of a point, or empty
