"""Where the program keeps its own files on this computer. Nothing here creates anything.

Templates are the person's work and may follow them to another computer (roaming); journals, versions and
logs are copies of what they write and stay on this one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "BRIEFING_HOME"  # one folder for everything: tests, and programs carried on a stick
TEAM_VARIABLE = "BRIEFING_TEAM_TEMPLATES"  # a folder the organisation shares
FOLDER = "Briefing"

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
MOST_PLAIN_CHARS = 64


class Places(NamedTuple):
    """Every folder and file the program writes without being asked for a name."""

    data: Path
    state: Path
    config: Path
    team: Path | None = None  # a share; read, never written

    @property
    def templates(self) -> Path:
        """The analyst's own templates."""
        return self.data / "templates"

    @property
    def team_copy(self) -> Path | None:
        """The copy of the team's templates that is used, also while the share is away."""
        return self.state / "team" / _digest(str(self.team)) if self.team else None

    @property
    def trash(self) -> Path:
        """Templates the analyst deleted; they can be brought back."""
        return self.data / "trash"

    @property
    def journals(self) -> Path:
        """One folder for each note with unsaved work."""
        return self.state / "journal"

    @property
    def history(self) -> Path:
        """Journals of work that was discarded or saved, kept for 30 days."""
        return self.state / "history"

    @property
    def versions(self) -> Path:
        """One folder of earlier versions for each note."""
        return self.state / "versions"

    @property
    def logs(self) -> Path:
        """What the program did, without any content of notes."""
        return self.state / "logs"

    @property
    def recent(self) -> Path:
        """The list of notes opened last."""
        return self.state / "recent.json"

    @property
    def settings(self) -> Path:
        """The settings."""
        return self.config / "settings.json"


def places(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Places:
    """Where this person's files lie on this computer."""
    team = environment.get(TEAM_VARIABLE)
    shared = Path(team) if team else None
    home = environment.get(HOME_VARIABLE)
    if home:
        root = Path(home)
        return Places(root / "data", root / "state", root / "config", shared)
    return Places(*_usual(environment, platform), shared)


def _usual(environment: Mapping[str, str], platform: str) -> tuple[Path, Path, Path]:
    user = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        roaming = Path(environment.get("APPDATA") or user / "AppData" / "Roaming") / FOLDER
        local = Path(environment.get("LOCALAPPDATA") or user / "AppData" / "Local") / FOLDER
        return roaming, local, roaming
    if platform == "darwin":
        support = user / "Library" / "Application Support" / FOLDER
        return support, support / "State", support
    return (
        _xdg(environment, "XDG_DATA_HOME", user / ".local" / "share"),
        _xdg(environment, "XDG_STATE_HOME", user / ".local" / "state"),
        _xdg(environment, "XDG_CONFIG_HOME", user / ".config"),
    )


def _xdg(environment: Mapping[str, str], variable: str, usual: Path) -> Path:
    """A relative path in an XDG variable is to be ignored."""
    named = Path(environment.get(variable, ""))
    return (named if named.is_absolute() else usual) / FOLDER.lower()


def folder_name(note_id: str) -> str:
    """A folder's name for a note. A foreign file may hold any text as its id, also a path."""
    plain = 0 < len(note_id) <= MOST_PLAIN_CHARS and note_id[0] != "-" and _PLAIN.issuperset(note_id)
    return note_id.lower() if plain else f"x-{_digest(note_id)}"


def _digest(text: str) -> str:
    import hashlib  # noqa: PLC0415 - loads a large library of its own, seldom needed to start

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
