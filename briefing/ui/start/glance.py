"""Templates at a glance: what a card of the start screen shows, without reading the whole of TOML.

The reader proper checks every key and takes its time; the cards are painted before it is even loaded. What
cannot be seen at a glance is left out, and comes when the templates have been read.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from briefing.limits import MOST_TEMPLATE_BYTES
from briefing.plainfile import read_plain
from briefing.store.shelf import TemplateEntry
from briefing.ui.start.choices import TemplateChoice

MOST_TEMPLATES = 9
_RANKS = {"own": 0, "team": 1, "shipped": 2}
_USUAL_COLOUR = "slate"
_QUOTES = ('"""', "'''")


def glances(entries: Iterable[TemplateEntry], usual: str = "") -> tuple[TemplateChoice, ...]:
    """The cards of the templates that can be seen at a glance."""
    listed = tuple(entries)
    room = with_room(((e.name, e.origin) for e in listed), usual)
    found = []
    for entry in listed:
        if entry.name in room:
            with suppress(OSError, UnicodeDecodeError, ValueError):
                card = glance(entry.name, read_plain(entry.path, MOST_TEMPLATE_BYTES).decode("utf-8-sig"))
                found.append(card._replace(is_team=entry.origin == "team"))
    return tuple(found)


def with_room(named: Iterable[tuple[str, str]], usual: str) -> frozenset[str]:
    """The names that have a card; where there are too many, the usual one, one's own and the team's first."""
    listed = sorted(named, key=lambda n: -1 if n[0] == usual else _RANKS.get(n[1], len(_RANKS)))
    return frozenset(name for name, _ in listed[:MOST_TEMPLATES])


def glance(name: str, text: str) -> TemplateChoice:
    """The card of a template. Raises ValueError if that takes a closer look."""
    seen = _Seen()
    closing = ""
    for line in map(str.strip, text.splitlines()):
        if closing:
            closing = "" if closing in line else closing
        elif line[:1] == "[":
            seen.table(line)
        else:
            closing = next((q for q in _QUOTES if line.count(q) == 1), "")
            key, equals, value = line.partition("=")
            if equals and line[:1] != "#":
                seen.key(key.rstrip(), value.lstrip())
    if not seen.name:
        raise ValueError(name)
    return TemplateChoice(name, seen.name, tuple(seen.colours), seen.sections, seen.limit, seen.description)


class _Seen:
    """What the lines have said so far."""

    def __init__(self) -> None:
        self._table = ""
        self.name = self.description = ""
        self.colours: list[str] = []
        self.sections = self.limit = 0

    def table(self, line: str) -> None:
        self._table = line.partition("#")[0].strip("[] ")
        if self._table == "tags":
            self.colours.append(_USUAL_COLOUR)
        elif self._table == "sections":
            self.sections += 1

    def key(self, key: str, value: str) -> None:
        at = (self._table, key)
        if at == ("", "name"):
            self.name = _text(value)
        elif at == ("", "description"):
            self.description = _text(value)
        elif at == ("page", "limit"):
            self.limit = int(value.partition("#")[0])
        elif at == ("tags", "colour"):
            self.colours[-1] = _text(value)
        elif not self._table and key.partition(".")[0] in ("page", "tags", "sections"):
            raise ValueError(key)  # written in another way


def _text(value: str) -> str:
    quote, rest = value[:1], value[1:]
    inside, closed, _ = rest.partition(quote) if quote in ('"', "'") else ("", "", "")
    if not closed or (quote == '"' and "\\" in inside) or rest.startswith(quote):
        raise ValueError(value)
    return inside
