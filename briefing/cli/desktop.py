"""`briefing --install-desktop` and `--remove-desktop`: the program in a Linux desktop's menus, for one person.

Written below XDG_DATA_HOME only, and every file is named beforehand: what is installed can be removed whole.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from briefing import resources
from briefing.cli.output import fail, note, say
from briefing.words import Words

DESKTOP, MIME, METAINFO = "briefing.desktop", "briefing.xml", "local.briefing.Briefing.metainfo.xml"
ICON, MIME_ICON = "briefing", "application-x-briefing-note"
SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
TOOL_S = 20  # for a desktop's own tool to bring its lists up to date
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


def install() -> int:
    """Puts the program into the menus and makes .briefing files its own."""
    return _on_linux(_install)


def remove() -> int:
    """Takes away what `install` wrote, and nothing else."""
    return _on_linux(_remove)


def _on_linux(act: Callable[[Path], None]) -> int:
    words = Words("en")
    if not sys.platform.startswith("linux"):
        fail(words("faults.desktop_elsewhere"))
        return 1
    try:
        act(data_home(os.environ))
    except OSError as fault:
        fail(words("faults.desktop_not_written", name=fault.filename or ""), str(fault.strerror or fault))
        return 1
    return 0


def data_home(environment: Mapping[str, str]) -> Path:
    """Where this person's menus look. A relative path in the variable is to be ignored."""
    named = Path(environment.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def files(command: str) -> dict[str, bytes]:
    """Every file by its place below the data home, with its content."""
    entry = resources.text("desktop", DESKTOP)
    entry = entry.replace("Exec=briefing", f"Exec={command}").replace("TryExec=briefing\n", "")
    made = {
        f"applications/{DESKTOP}": entry.encode(),
        f"mime/packages/{MIME}": resources.path("desktop", MIME).read_bytes(),
        f"metainfo/{METAINFO}": resources.path("desktop", METAINFO).read_bytes(),
    }
    for folder, name in (("apps", ICON), ("mimetypes", MIME_ICON)):
        drawing = resources.path("icons", "app.svg").read_bytes()
        made[f"icons/hicolor/scalable/{folder}/{name}.svg"] = drawing
        for size in SIZES_PX:
            picture = resources.path("icons", "app", f"{size}.png").read_bytes()
            made[f"icons/hicolor/{size}x{size}/{folder}/{name}.png"] = picture
    return made


def command_line(program: str, python: str) -> str:
    """What a menu entry starts: this very program, also from a virtual environment that is on no path."""
    script = Path(program).absolute()
    frozen = bool(getattr(sys, "frozen", False))
    if frozen or (script.name == "briefing" and os.access(script, os.X_OK)):
        return quoted(python if frozen else str(script))
    return f"{quoted(python)} -m briefing"


def quoted(argument: str) -> str:
    """An argument as the Desktop Entry Specification quotes it."""
    argument = argument.replace("%", "%%")
    if not _RESERVED.intersection(argument):
        return argument
    inside = "".join(f"\\{c}" if c in '"`$\\' else c for c in argument)
    return '"' + inside.replace("\\", "\\\\") + '"'


def _install(home: Path) -> None:
    for place, data in files(command_line(sys.argv[0], sys.executable)).items():
        target = home / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    _tell_desktop(home)
    say(str(home / "applications" / DESKTOP))


def _remove(home: Path) -> None:
    places = tuple(files(""))
    for place in places:
        (home / place).unlink(missing_ok=True)
    _tell_desktop(home)  # the folders must still be there
    for place in places:
        for folder in (home / place).parents[: len(Path(place).parts) - 1]:
            with suppress(OSError):  # not empty: other programs' files stay
                folder.rmdir()


def _tell_desktop(home: Path) -> None:
    """Brings the desktop's lists up to date, with the tools it has."""
    for tool, place in (
        ("update-mime-database", "mime"),
        ("update-desktop-database", "applications"),
        ("gtk-update-icon-cache", "icons/hicolor"),
    ):
        found, folder = shutil.which(tool), home / place
        if found is None or not folder.is_dir():
            continue
        extra = ["-q", "-t", "-f"] if tool.startswith("gtk") else []
        try:
            done = subprocess.run(  # noqa: S603 - a tool of the system, on a folder of our own
                [found, *extra, str(folder)], capture_output=True, timeout=TOOL_S, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode:
            note(f"{tool}: {done.returncode}")
