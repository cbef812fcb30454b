"""A template's Word file that lies beside it: taken into its text, so that a note carries both."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from briefing.errors import FormInvalid, TemplateInvalid
from briefing.store.disk import DISK, FileSystem
from briefing.template import with_word_file, word_file_wanted
from briefing.template.keys import MOST_WORD_BYTES


def with_file_beside(text: str, template: Path, fs: FileSystem = DISK) -> str:
    """The template's text, carrying its file. Raises TemplateInvalid, FormInvalid (no-file, too-large)."""
    wanted = word_file_wanted(text, template.name)
    if not wanted:
        return text
    return with_word_file(text, word_bytes(template.parent / Path(wanted).name, fs), template.name)


def carrying(text: str, template: Path, fs: FileSystem = DISK) -> str:
    """The same where nobody is asked: without the file where either is faulty; that is said at its use."""
    if "word" not in text:  # most name no Word file, and are not read for it
        return text
    with suppress(TemplateInvalid, FormInvalid):
        return with_file_beside(text, template, fs)
    return text


def word_bytes(path: Path, fs: FileSystem = DISK) -> bytes:
    """A Word file a template may carry. Raises FormInvalid: no-file, too-large."""
    try:
        if fs.stat(path).st_size > MOST_WORD_BYTES:
            raise FormInvalid(reason="too-large", source=path.name)
        return fs.read(path)
    except OSError as fault:
        raise FormInvalid(reason="no-file", source=path.name) from fault
