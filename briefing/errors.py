"""The typed family of failures. They carry facts; `cli` and `ui/words.py` turn them into sentences."""

from __future__ import annotations

from dataclasses import dataclass


class BriefingError(Exception):
    """Any failure a person can do something about. Command line: exit code 1."""


@dataclass
class ImportFailed(BriefingError):
    """An article could not be read from `source` (a name to show, never a full path).

    `reason` is one of REASONS; `detail` is technical text for "Copy Details".
    """

    source: str
    reason: str
    detail: str = ""

    REASONS = (
        "empty",  # no bytes, or nothing but white space
        "binary",  # not text in any encoding we read
        "too-large",  # over the limit in `detail`
        "no-article",  # a page, but no article text on it
        "not-found",
        "unreadable",  # the system would not let us read it
        "unsupported",  # a format we know of and do not read
        "damaged",
        "a-note",  # a note of ours, where an article was asked for
        # of a web address:
        "not-an-address",  # neither http nor https, or no address at all
        "private-address",  # a public page pointed on into a private network
        "no-network",
        "timed-out",
        "refused",  # forbidden, to be paid for, or too many questions
        "redirected",  # too often, or out of the web
        "server-error",
        # of the process that reads:
        "too-slow",  # it took longer than an article may
        "crashed",  # it ended, or answered what no reader answers
        "cancelled",
    )


@dataclass
class NoteUnreadable(BriefingError):
    """A .briefing file that cannot be opened.

    `reason`: not-found, unreadable, damaged, newer, not-a-note, too-large.
    """

    source: str
    reason: str
    detail: str = ""


@dataclass
class WriteFailed(BriefingError):
    """A file could not be written; whatever stood at `target` before is untouched.

    `reason`: exists, no-folder, denied, full, failed, name (no system-safe one; `detail` is the nearest), or
    aside (a share that refuses renames: what stood there is whole, and `detail` is the name it has now).
    """

    target: str
    reason: str
    detail: str = ""


@dataclass
class ChangedOnDisk(BriefingError):
    """The file is no longer what was opened: somebody else saved it. `sha256` is of what stands there now."""

    target: str
    sha256: str


@dataclass
class NoteLocked(BriefingError):
    """Somebody has the note open. `since` and `seen` are ISO 8601 with zone; all empty if it cannot be told."""

    target: str
    person: str
    computer: str
    since: str
    seen: str


@dataclass
class TemplateInvalid(BriefingError):
    """A template breaks a rule: where it stands (`line` counts from 1, 0 if unknown) and what was expected."""

    source: str
    line: int
    key: str
    expected: str
    found: str = ""


@dataclass
class TemplateMissing(BriefingError):
    """No template of that name; `nearest` is the closest known name, or empty."""

    name: str
    known: tuple[str, ...]
    nearest: str = ""


@dataclass
class HouseRefused(BriefingError):
    """The template lets no note out while these house rules do not hold; `breaches` are their sentences."""

    target: str
    breaches: tuple[str, ...]


@dataclass
class FormInvalid(BriefingError):
    """The organisation's own Word file cannot be used; `names` says what in it is wrong.

    `nearest` has the nearest right word for each name, empty where there is none; `source` is the file's name.
    """

    reason: str
    names: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    source: str = ""

    REASONS = (
        "no-file",  # the template wants a Word file and carries none
        "not-word",
        "damaged",
        "too-large",
        "macros",
        "unknown-mark",
        "stray-mark",  # half a mark, or one where nothing can be filled
        "two-lists",  # in one paragraph
        "no-style",  # the template names a style the base does not have
    )
