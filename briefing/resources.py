"""The one way to the files that ship with the program, from a checkout and from a wheel alike."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def root() -> Path:
    """The folder that holds templates/, samples/, icons/ and translations/.

    A wheel carries it inside the package; a checkout keeps it at the top level.
    """
    package = Path(__file__).parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """Where the shipped file `parts` lies, e.g. path("templates", "bilateral-meeting.toml")."""
    return root().joinpath(*parts)


def text(*parts: str) -> str:
    """The shipped file `parts` as text (UTF-8)."""
    return path(*parts).read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """File names in a shipped folder that end in `suffix`, sorted."""
    return tuple(sorted(p.name for p in path(folder).glob(f"*{suffix}")))
