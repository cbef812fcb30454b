"""What the command line says of an organisation's own Word file."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Literal

from msgspec.structs import asdict, replace

from briefing.cli.output import say
from briefing.compose import compose, known_of
from briefing.exporters.base_check import base_report
from briefing.exporters.placeholders import MarkFault, form_report, marks_of
from briefing.model.note import Note, TemplateCopy
from briefing.store.word_files import word_bytes
from briefing.template import Template, WordForm

SUFFIXES = (".docx", ".dotx", ".docm", ".dotm")
_FAULTS = {
    "unknown-mark": "nothing fills it",
    "stray-mark": "cannot be filled where it stands",
    "two-lists": "two lists in one paragraph",
}


def is_word(name: str) -> bool:
    """Whether a name on the command line is a Word file's."""
    return Path(name).suffix.lower() in SUFFIXES


def with_word(form: Template, way: Literal["base", "form"], file: str) -> Template:
    """The template with that Word file as its base or form. Raises FormInvalid."""
    path = Path(file)
    return replace(form, word=WordForm(way, path.name, b64encode(word_bytes(path)).decode("ascii")))


def report_word(name: str, data: bytes, form: Template, way: str = "none") -> bool:
    """Prints what is wrong with a form (it has marks) or a base; whether all is well. Raises FormInvalid."""
    if way == "form" or (way == "none" and marks_of(data)):
        return report_form(name, data, form)
    named = asdict(form.styles)
    report = base_report(data, compose(Note("n", TemplateCopy("", "")), form), named)
    say(f"{name}: a base")
    for style in report.brought:
        say(f"  no style: {style} (Briefing brings its own along; or name one under [styles])")
    for text in report.direct:
        say(f"  formatted by hand: “{text}” (recoloured text, not the style: it does not reach the note)")
    for picture in report.unnamed:
        say(f"  no alt text: the picture “{picture}” in its header or footer")
    return True


def report_form(name: str, data: bytes, form: Template) -> bool:
    """Prints the marks of a form and what is wrong with them; whether all is well. Raises FormInvalid."""
    report = form_report(data, compose(Note("n", TemplateCopy("", "")), form), known_of(form))
    wrong = {fault.shown for fault in report.faults}
    say(f"{name}: a form with {len(report.marks)} marks, checked for {form.name}")
    for mark in (mark for mark in report.marks if mark not in wrong):
        say(f"  good: {_written(mark)}")
    for fault in report.faults:
        say(f"  wrong: {_told(fault)}")
    for missing in report.missing:
        say(f"  no place: {_written(missing)} (what belongs there will not be in the Word file)")
    return not report.faults


def _told(fault: MarkFault) -> str:
    shown = fault.shown if fault.reason == "stray-mark" else _written(fault.shown)
    near = f"; did you mean {_written(fault.nearest)}?" if fault.nearest else ""
    return f"{shown} ({_FAULTS[fault.reason]}{near})"


def _written(mark: str) -> str:
    return f"{{{{{mark}}}}}"
