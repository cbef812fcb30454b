"""The template library: what ships with the program, what the organisation shares, what the analyst made.

Templates are text here; what the text means is the business of `briefing/template`.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from briefing import limits
from briefing.errors import TemplateMissing, WriteFailed
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import write_failed, write_whole
from briefing.store.naming import is_safe_name, safe_name
from briefing.store.places import Places, places
from briefing.store.shelf import SUFFIX, TemplateEntry, all_entries, entries, toml_files
from briefing.store.team import Team, refresh
from briefing.store.word_files import carrying


class Library(Struct, frozen=True):
    """The templates of one person."""

    places: Places
    fs: FileSystem = DISK

    def list_templates(self) -> tuple[TemplateEntry, ...]:
        """Every template once, by name."""
        return entries(self.places)

    def behind(self, entry: TemplateEntry) -> TemplateEntry | None:
        """The template of the same name that `entry` stands in front of, or None."""
        same = [e for e in all_entries(self.places) if e.name.casefold() == entry.name.casefold()]
        at = next((i for i, e in enumerate(same) if e.path == entry.path), len(same))
        return same[at + 1] if at + 1 < len(same) else None

    def refresh_team(self) -> Team | None:
        """Reads the team's folder anew, as far as it can be reached; None if there is none. May be slow."""
        places = self.places
        return refresh(places.team, places.team_copy, self.fs) if places.team and places.team_copy else None

    def entry(self, name: str) -> TemplateEntry:
        """The template of that name; capitals and ".toml" do not matter. Raises TemplateMissing."""
        wanted = name.casefold().removesuffix(SUFFIX)
        entries = self.list_templates()
        for entry in entries:
            if entry.name.casefold() == wanted:
                return entry
        known = tuple(e.name for e in entries)
        from difflib import get_close_matches  # noqa: PLC0415 - loaded when a name is misspelt

        near = get_close_matches(wanted, [k.casefold() for k in known], 1)
        nearest = next((k for k in known if near and k.casefold() == near[0]), "")
        raise TemplateMissing(name, known, nearest)

    def read_template(self, name: str) -> str:
        """The TOML text of the template of that name. Raises TemplateMissing."""
        entry = self.entry(name)
        with suppress(OSError, UnicodeDecodeError):
            if self.fs.stat(entry.path).st_size <= limits.MOST_TEMPLATE_BYTES:
                text = self.fs.read(entry.path).decode("utf-8-sig").replace("\r\n", "\n")
                return carrying(text, entry.path, self.fs)
        raise TemplateMissing(name, tuple(e.name for e in self.list_templates() if e != entry))

    def save_template(self, name: str, text: str, *, overwrite: bool = False) -> TemplateEntry:
        """The analyst's own template of that name, written. Raises WriteFailed."""
        path = self._own(name)
        try:
            self.fs.make_folder(path.parent)
        except OSError as error:
            raise write_failed(path, error) from error
        write_whole(path, text.encode("utf-8", "replace"), overwrite=overwrite, fs=self.fs)
        return TemplateEntry(name, "own", path)

    def rename(self, name: str, new_name: str) -> TemplateEntry:
        """One of the analyst's own under another name. Raises TemplateMissing, WriteFailed."""
        old, path = self._own_entry(name), self._own(new_name)
        only_case = new_name.casefold() == old.name.casefold()
        try:
            (self.fs.replace if only_case else self.fs.publish)(old.path, path)
        except OSError as error:
            raise write_failed(path, error) from error
        return TemplateEntry(new_name, "own", path)

    def delete(self, name: str) -> str:
        """One of the analyst's own put away; the key brings it back. Raises TemplateMissing, WriteFailed."""
        entry = self._own_entry(name)
        key = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}.{entry.name}{SUFFIX}"
        try:
            self.fs.make_folder(self.places.trash)
            self.fs.publish(entry.path, self.places.trash / key)
        except OSError as error:
            raise write_failed(entry.path, error) from error
        return key

    def deleted(self) -> tuple[str, ...]:
        """Keys of what was deleted, newest first."""
        return tuple(sorted((p.name for p in toml_files(self.places.trash)), reverse=True))

    def restore(self, key: str) -> TemplateEntry:
        """A deleted template back in its place, or beside one that has taken its name since."""
        if key not in self.deleted():
            raise TemplateMissing(key, self.deleted())
        wanted = key.partition(".")[2].removesuffix(SUFFIX)
        path = self._own(self._free(wanted))
        try:
            self.fs.make_folder(path.parent)
            self.fs.publish(self.places.trash / key, path)
        except OSError as error:
            raise write_failed(path, error) from error
        return TemplateEntry(path.stem, "own", path)

    def _own(self, name: str) -> Path:
        if not is_safe_name(name):
            raise WriteFailed(name, "name", safe_name(name))
        return self.places.templates / f"{name}{SUFFIX}"

    def _own_entry(self, name: str) -> TemplateEntry:
        entry = self.entry(name)
        if entry.origin == "own":
            return entry
        raise WriteFailed(entry.name, "denied", f"{entry.origin} templates are not changed; save your own")

    def free_name(self, wanted: str) -> str:
        """A name no template has, nearest to the one wanted."""
        return _numbered(wanted, {e.name.casefold() for e in all_entries(self.places)})

    def _free(self, name: str) -> str:
        taken = {p.name.removesuffix(SUFFIX).casefold() for p in toml_files(self.places.templates)}
        return _numbered(name, taken)


def _numbered(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name} {number}"
    return candidate


def library(team: str = "") -> Library:
    """The library of the person at this computer; `team` is the folder their settings name, if any."""
    here = places()
    return Library(here._replace(team=Path(team)) if team else here)


def list_templates() -> tuple[TemplateEntry, ...]:
    """Every template once, by name."""
    return library().list_templates()


def read_template(name: str) -> str:
    """The TOML text of the template of that name. Raises TemplateMissing."""
    return library().read_template(name)


def save_template(name: str, text: str, *, overwrite: bool = False) -> TemplateEntry:
    """The analyst's own template of that name, written. Raises WriteFailed."""
    return library().save_template(name, text, overwrite=overwrite)
