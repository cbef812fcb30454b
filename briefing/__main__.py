"""The program `briefing`: a verb of the command line, or the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from briefing import __version__

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.compose.house import Measured

VERBS = ("import", "export", "templates", "demo", "suggest", "check", "dates", "draft")
USAGE = """\
usage: briefing [FILE ...]               open the window: on notes or articles, or on the start screen
       briefing --sample                 open the window on the sample article
       briefing import FILE ...          print the article in a file
       briefing export NOTE -o OUT       write a saved note as Word, Markdown, HTML or PDF
       briefing templates list|show|check
       briefing demo [DIR]               make a finished note from the sample, without a window
       briefing suggest ARTICLE          suggest a tag for each sentence
       briefing check NOTE               compare each point with its source
       briefing dates TEXT               say which day each date in a text is
       briefing draft ARTICLE -o NOTE    make a note from the suggestions
       briefing VERB --help              each verb, with an example
       briefing --install-desktop        put it into a Linux desktop's menus (--remove-desktop takes it out)

options: --version, --help, --quit-after-start (open, paint once, end: for trying an installation)
"""
NO_DISPLAY = """\
briefing: There is no display to open a window on.
          Nothing was changed. Work without a window (briefing --help), or start it where there is a screen.
"""
NO_LIBRARY = """\
briefing: The window's libraries could not be loaded: {fault}
          Nothing was changed. On Debian or Ubuntu: apt-get install libgl1 libegl1 libxkbcommon0 libdbus-1-3
          libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
"""
READ_ARTICLES = "--read-articles"  # a frozen program starts itself so, to read in a process of its own
NO_PAGES = """\
briefing: The pages were not counted: the libraries for it could not be loaded: {fault}
"""
OPTIONS = ("--sample", "--quit-after-start")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code: 0 done, 1 a failure in the input, 2 wrong usage."""
    try:
        code = _done(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as end:  # argparse: help was shown, or the usage is wrong
        if not _all_told() and not end.code:
            raise SystemExit(1) from end
        raise
    return code if _all_told() else code or 1


def _all_told() -> bool:
    """Whether standard output took all; what nobody takes is let go, or Python would complain at the end."""
    taken = True
    for name in ("stdout", "stderr"):
        try:
            if getattr(sys, name) is not None:
                getattr(sys, name).flush()
        except OSError:
            setattr(sys, name, None)
            taken = taken and name == "stderr"
    return taken


def _done(arguments: list[str]) -> int:
    if "--version" in arguments[:1]:
        return _told(f"briefing {__version__}\n", sys.stdout)
    if arguments[:1] in (["--help"], ["-h"]):
        return _told(USAGE, sys.stdout)
    if arguments == [READ_ARTICLES]:
        from briefing.sandbox.child import main as read_articles  # noqa: PLC0415 - a process of its own

        return read_articles()
    if arguments in (["--install-desktop"], ["--remove-desktop"]):
        from briefing.cli import desktop  # noqa: PLC0415 - once in a program's life

        return desktop.install() if arguments == ["--install-desktop"] else desktop.remove()
    if arguments and arguments[0] in VERBS:
        from briefing.cli import Printer, run  # noqa: PLC0415 - the command line is loaded only when it is used

        return run(arguments, Printer(pdf, measured))
    return _window(arguments)


def _told(text: str, stream: TextIO | None, code: int = 0) -> int:
    """The exit code after `text` was written: `code`, or 1 if nobody took it."""
    try:
        if stream is not None:  # else closed by the caller: there is nobody to tell
            stream.write(text)
    except OSError:
        return code or 1
    return code


def pdf(document: Document) -> bytes:
    """A document as PDF. Needs Qt, and no display; without Qt the program ends with a sentence."""
    try:
        from briefing.ui.print import headless_application, pdf_bytes  # noqa: PLC0415 - heavy: Qt, loaded for a PDF
    except ImportError as fault:
        raise SystemExit(_told(NO_LIBRARY.format(fault=fault), sys.stderr, 1)) from fault
    application = headless_application()
    made = pdf_bytes(document)
    application.processEvents()
    return made


def measured(document: Document) -> Measured | None:
    """How many pages a document fills; None, and a line that says so, where Qt cannot be loaded."""
    try:
        from briefing.ui.print import headless_application, measured_pages  # noqa: PLC0415 - heavy: Qt
    except ImportError as fault:
        _told(NO_PAGES.format(fault=fault), sys.stderr)
        return None
    application = headless_application()
    made = measured_pages(document)
    application.processEvents()
    return made


def _window(arguments: list[str]) -> int:
    unknown = [a for a in arguments if a.startswith("-") and a not in OPTIONS]
    if unknown:
        return _told(f"briefing: no option {unknown[0]}\n{USAGE}", sys.stderr, 2)
    paths = tuple(Path(a) for a in arguments if not a.startswith("-"))
    if len(paths) == 1 and paths[0].name == arguments[-1] and not paths[0].suffix and not paths[0].exists():
        return _told(f"briefing: no verb and no file {paths[0]}\n{USAGE}", sys.stderr, 2)
    if not _has_display():
        return _told(NO_DISPLAY, sys.stderr, 1)
    only_once = "--quit-after-start" not in arguments and "--sample" not in arguments
    if only_once and _taken_by_the_running_one(paths):
        return 0
    gc.disable()  # what starting makes is there to stay; `run` turns it on again
    try:
        from briefing.ui.importing import import_plainly  # noqa: PLC0415 - heavy: Qt, loaded only for the window

        import_plainly()
        from briefing.ui.app import run  # noqa: PLC0415 - after that, it loads all others
    except ImportError as fault:
        return _told(NO_LIBRARY.format(fault=fault), sys.stderr, 1)
    return run(paths, sample="--sample" in arguments, quit_after_start="--quit-after-start" in arguments)


def _taken_by_the_running_one(paths: Sequence[Path]) -> bool:
    from briefing.ui.handover import hand_over  # noqa: PLC0415 - the verbs need none of it

    return hand_over(paths)


def _has_display() -> bool:
    """Whether Qt will find a screen; elsewhere than on Linux there always is one."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
