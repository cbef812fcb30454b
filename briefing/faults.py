"""From a typed failure to what a person reads: what happened, what is safe and what to do."""

from __future__ import annotations

from itertools import zip_longest

from msgspec import Struct

from briefing.errors import (
    BriefingError,
    ChangedOnDisk,
    FormInvalid,
    HouseRefused,
    ImportFailed,
    NoteLocked,
    NoteUnreadable,
    TemplateInvalid,
    TemplateMissing,
    WriteFailed,
)
from briefing.words import Words

_ABOUT_MARKS = ("unknown-mark", "two-lists")  # a stray one is shown as it stands in the form
_A_SCAN = "pictures"  # what the reader of PDFs says of one
_DOCUMENTS = (".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pdf", ".eml", ".msg", ".json")


class Explained(Struct, frozen=True):
    """`what` happened, what is safe and `then` to do; `detail` is technical text for "Copy Details"."""

    what: str
    then: str
    detail: str = ""


def explain(error: BriefingError, words: Words) -> Explained:
    """The sentences for a failure."""
    match error:
        case ImportFailed(name, reason, detail) | NoteUnreadable(name, reason, detail):
            key, shown = f"{_room(error)}_{_what_is_missing(name, reason, detail)}", (name, detail)
        case WriteFailed(name, reason, detail):
            key, shown = f"write_{reason}", (name, detail)
        case NoteLocked(target, person, computer):
            key, shown = "locked", (target, " · ".join(part for part in (person, computer) if part) or "?")
        case ChangedOnDisk(target):
            key, shown = "changed", (target, "")
        case HouseRefused(target, breaches):
            key, shown = "house", (target, "; ".join(breaches))
        case TemplateInvalid() | TemplateMissing() | FormInvalid():
            return _of_a_form(error, words)
        case _:
            return Explained(words("faults.unknown"), words("faults.unknown_do"), str(error))
    return _plain(words, key, *shown)


def _room(error: ImportFailed | NoteUnreadable) -> str:
    return "import" if isinstance(error, ImportFailed) else "note"


def _what_is_missing(name: str, reason: str, detail: str) -> str:
    """The reason; where there is no article, whether it is a page, a scan or a document that holds none."""
    if reason != "no-article":
        return reason
    if detail == _A_SCAN:
        return "pictures"
    return "no-text" if name.lower().endswith(_DOCUMENTS) else reason


def _plain(words: Words, key: str, name: str, detail: str) -> Explained:
    what = words(f"faults.{key}", name=name, detail=detail)
    return Explained(what, words(f"faults.{key}_do", name=name, detail=detail), detail)


def _of_a_form(error: TemplateInvalid | TemplateMissing | FormInvalid, words: Words) -> Explained:
    match error:
        case TemplateInvalid():
            return _template(error, words)
        case TemplateMissing():
            return _missing(error, words)
        case FormInvalid():
            return _form(error, words)


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


def _form(error: FormInvalid, words: Words) -> Explained:
    shown = (lambda name: f"{{{{{name}}}}}") if error.reason in _ABOUT_MARKS else str
    pairs = zip_longest(error.names, error.nearest, fillvalue="")
    names = "; ".join(
        words("faults.form_near" if near else "faults.form_name", name=shown(name), nearest=shown(near))
        for name, near in pairs
    )
    key, mark = f"faults.form_{error.reason}", "{{subject}}"
    what = words(key, name=error.source, names=names)
    return Explained(what, words(f"{key}_do", mark=mark), names)
