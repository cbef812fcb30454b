"""What the start screen is told: forms, recent notes, and what lies on the clipboard."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from briefing.store.recent import Recent
from briefing.ui.start.choices import Clipboard, RecentChoice, TemplateChoice
from briefing.ui.start.glance import with_room
from briefing.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.template import Template

MOST_SHOWN = 6
LEAST_WORDS = 15  # a shorter text is hardly an article
LEAST_CHARS = 60
LONGEST_WORD_CHARS = 24  # what is longer is no word but a clause without spaces
MOST_CHARS = 20_000  # enough to know what it is
HEADLINE_CHARS = 90


def template_choices(
    forms: tuple[tuple[str, Template], ...], origins: Mapping[str, str] | None = None, usual: str = ""
) -> tuple[TemplateChoice, ...]:
    """A card for each form that has room."""
    whose = origins or {}
    room = with_room(((name, whose.get(name, "shipped")) for name, _ in forms), usual)
    return tuple(
        TemplateChoice(
            name,
            form.name,
            tuple(t.colour for t in form.tags),
            len(form.sections),
            form.page.limit,
            form.description,
            whose.get(name) == "team",
        )
        for name, form in forms
        if name in room
    )


def recent_choices(recent: tuple[Recent, ...], words: Words) -> tuple[RecentChoice, ...]:
    """The notes to list, each with its form and day; one that is gone is said to be."""
    return tuple(_recent(r, words) for r in recent[:MOST_SHOWN])


def _recent(entry: Recent, words: Words) -> RecentChoice:
    missing = not entry.path.is_file()
    when = words("window.start_recent_gone") if missing else _day(entry.time, words)
    return RecentChoice(str(entry.path), entry.title, f"{entry.template} · {when}", missing)


def _day(moment: str, words: Words) -> str:
    """The day of an ISO 8601 time. Read without `datetime`, which takes longer to load than all of this."""
    try:
        year, month, day = (int(part) for part in moment[:10].split("-"))
        named = time.strftime("%B", (year, month, day, 0, 0, 0, 0, 1, -1))
    except (ValueError, OverflowError):
        return ""
    return f"{year}. {month}. {day}." if words.language == "ko" else f"{day} {named} {year}"


def clipboard_summary(text: str) -> Clipboard:
    """The headline of the article that `text` is, and its number of words; empty if it is none."""
    text = text[:MOST_CHARS]
    if len(text) < LEAST_CHARS:
        return Clipboard()
    from briefing.errors import ImportFailed  # noqa: PLC0415 - loaded once there is something to read
    from briefing.importers import read_text  # noqa: PLC0415 - loaded once there is something to read

    try:
        article = read_text(text)
    except ImportFailed:
        return Clipboard()
    words = sum(_words_in(p) for p in article.paragraphs)
    headline = article.headline or next(iter(article.paragraphs), "")
    return Clipboard(headline[:HEADLINE_CHARS], words) if words >= LEAST_WORDS else Clipboard()


def _words_in(paragraph: str) -> int:
    """Words by the spaces between them; where there are hardly any (Japanese), about two letters each."""
    pieces = paragraph.split()
    return max(len(pieces), sum(len(p) // 2 for p in pieces if len(p) > LONGEST_WORD_CHARS))
