"""What the start screen is given."""

from __future__ import annotations

from typing import NamedTuple


class TemplateChoice(NamedTuple):
    """A form to choose: its library name, what people call it, its tags' colours, sections and page limit."""

    name: str
    title: str
    colours: tuple[str, ...]
    sections: int
    pages: int
    description: str = ""
    is_team: bool = False


class RecentChoice(NamedTuple):
    """A recent note: path, title, and a second line."""

    path: str
    title: str
    line: str
    missing: bool = False


class Clipboard(NamedTuple):
    """What lies on the clipboard, in one line; `words` 0 if nothing that reads like an article."""

    headline: str = ""
    words: int = 0
