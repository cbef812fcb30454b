"""From a typed failure to what a person reads: what happened, what is safe and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import (
    BriefingError,
    ChangedOnDisk,
    ImportFailed,
    NoteUnreadable,
    TemplateInvalid,
    TemplateMissing,
    WriteFailed,
)
from briefing.words import Words


@dataclass(frozen=True, slots=True)
class Explained:
    """`what` happened, what is safe and `then` to do; `detail` is technical text for "Copy Details"."""

    what: str
    then: str
    detail: str = ""


def explain(error: BriefingError, words: Words) -> Explained:
    """The sentences for a failure."""
    match error:
        case ImportFailed(name, reason, detail) | NoteUnreadable(name, reason, detail):
            return _plain(words, f"{_room(error)}_{reason}", name, detail)
        case WriteFailed(name, reason, detail):
            return _plain(words, f"write_{reason}", name, detail)
        case ChangedOnDisk(target):
            return _plain(words, "changed", target, "")
        case TemplateInvalid():
            return _template(error, words)
        case TemplateMissing():
            return _missing(error, words)
    return Explained(words("faults.unknown"), words("faults.unknown_do"), repr(error))


def _room(error: ImportFailed | NoteUnreadable) -> str:
    return "import" if isinstance(error, ImportFailed) else "note"


def _plain(words: Words, key: str, name: str, detail: str) -> Explained:
    what = words(f"faults.{key}", name=name, detail=detail)
    return Explained(what, words(f"faults.{key}_do", name=name, detail=detail), detail)


def _template(error: TemplateInvalid, words: Words) -> Explained:
    key = "faults.template" if error.line else "faults.template_no_line"
    what = words(
        key, source=error.source, line=error.line, key=error.key, expected=error.expected, found=error.found
    )
    return Explained(what, words("faults.template_do"))


def _missing(error: TemplateMissing, words: Words) -> Explained:
    key = "faults.missing_near" if error.nearest else "faults.missing"
    what = words(key, name=error.name, nearest=error.nearest)
    return Explained(what, words("faults.missing_do", known=", ".join(error.known)))
