"""Where the program keeps its own files on this computer. Nothing here creates anything.

Templates are the person's work and may follow them to another computer (roaming); journals, versions and
logs are copies of what they write and stay on this one.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.store.team import copy_of

HOME_VARIABLE = "BRIEFING_HOME"  # one folder for everything: tests, and programs carried on a stick
TEAM_VARIABLE = "BRIEFING_TEAM_TEMPLATES"  # a folder the organisation shares
FOLDER = "Briefing"

_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True)
class Places:
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
        return copy_of(self.team, self.state) if self.team else None

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
    if _PLAIN_ID.fullmatch(note_id):
        return note_id.lower()
    return "x-" + hashlib.sha256(note_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
