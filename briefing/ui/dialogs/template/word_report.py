"""What is wrong with the organisation's Word file in a form, in the interface's words."""

from __future__ import annotations

from base64 import b64decode
from contextlib import suppress
from dataclasses import replace

from msgspec.structs import asdict

from briefing.blocks import Document
from briefing.compose import compose, known_of
from briefing.errors import FormInvalid
from briefing.faults import explain
from briefing.model.note import Note, TemplateCopy
from briefing.template import Template
from briefing.words import Words

MOST_LINES = 12


def word_lines(form: Template, words: Words) -> tuple[str, ...]:
    """A line for each thing to know of the file; empty where there is no file."""
    if form.word.way == "none" or not form.word.data:
        return ()
    try:
        lines = _form_lines(form, words) if form.word.way == "form" else _base_lines(form, words)
    except FormInvalid as fault:
        told = explain(replace(fault, source=form.word.file), words)
        return (f"{told.what} {told.then}",)
    more = len(lines) - MOST_LINES
    return lines if more <= 0 else (*lines[:MOST_LINES], words("templates.word_more", count=more))


def styles_in(form: Template, kind: str) -> tuple[str, ...]:
    """The names of the styles of that kind in the form's Word file; none where it cannot be read."""
    from briefing.exporters.base_check import style_names  # noqa: PLC0415 - loaded when there is a file to read

    with suppress(FormInvalid):
        return style_names(b64decode(form.word.data), kind) if form.word.data else ()
    return ()


def _base_lines(form: Template, words: Words) -> tuple[str, ...]:
    from briefing.exporters.base_check import base_report  # noqa: PLC0415 - loaded when there is a file to check

    names = asdict(form.styles)
    report = base_report(b64decode(form.word.data), _empty(form), names)
    brought = ", ".join(report.brought)
    styles = (words("templates.word_brought", styles=brought),) if brought else ()
    by_hand = tuple(words("templates.word_by_hand", text=text) for text in report.direct)
    return (*styles, *by_hand) or (words("templates.word_base_good"),)


def _form_lines(form: Template, words: Words) -> tuple[str, ...]:
    from briefing.exporters.placeholders import form_report  # noqa: PLC0415 - loaded when there is a file to check

    report = form_report(b64decode(form.word.data), _empty(form), known_of(form))
    wrong = [
        words(f"templates.word_{fault.reason.replace('-', '_')}", mark=fault.shown)
        + (f" {words('templates.flaw_nearest', nearest=fault.nearest)}" if fault.nearest else "")
        for fault in report.faults
    ]
    missing = ", ".join(report.missing)
    lacking = [words("templates.word_no_place", marks=missing)] if missing else []
    return (*wrong, *lacking, words("templates.word_marks", count=len(report.marks)))


def _empty(form: Template) -> Document:
    return compose(Note("n", TemplateCopy("", "")), form)
