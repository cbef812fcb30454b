"""Which templates there are: what ships with the program, the team's, the analyst's own. Reads no template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from briefing import resources
from briefing.store.places import Places

Origin = Literal["shipped", "own", "team"]

SUFFIX = ".toml"


class TemplateEntry(NamedTuple):
    """A template by name. An analyst's own stands before the team's, the team's before a shipped one."""

    name: str
    origin: Origin
    path: Path


def all_entries(places: Places) -> Iterator[TemplateEntry]:
    """Every template, also those another of the same name stands in front of."""
    for path in toml_files(places.templates):
        yield TemplateEntry(path.name.removesuffix(SUFFIX), "own", path)
    if places.team_copy:
        for path in toml_files(places.team_copy):
            yield TemplateEntry(path.name.removesuffix(SUFFIX), "team", path)
    for name in resources.names("templates", SUFFIX):
        yield TemplateEntry(name.removesuffix(SUFFIX), "shipped", resources.path("templates", name))


def entries(places: Places) -> tuple[TemplateEntry, ...]:
    """Every template once, by name."""
    found: dict[str, TemplateEntry] = {}
    for entry in all_entries(places):
        found.setdefault(entry.name.casefold(), entry)
    return tuple(sorted(found.values(), key=lambda e: e.name.casefold()))


def toml_files(folder: Path) -> list[Path]:
    """Templates in a folder, sorted; none if the folder cannot be read."""
    try:
        return sorted(p for p in folder.iterdir() if p.name.endswith(SUFFIX) and not p.name.startswith("."))
    except OSError:
        return []
