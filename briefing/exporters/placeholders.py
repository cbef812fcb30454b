"""A finished form in Word, filled: {{subject}}, {{points: agreements}}, {{sources}}, anywhere in it.

Marks are data: nothing in a form is run. The form's own styles, numbering, rows and cells are kept.
"""

from __future__ import annotations

from msgspec import Struct

from briefing.blocks import Document, Known
from briefing.exporters.forms.file import OwnFile, opened
from briefing.exporters.forms.filler import Filler, MarkFault, filled_parts
from briefing.exporters.forms.marks import marks_in, normal
from briefing.exporters.forms.properties import make_it_ours
from briefing.exporters.forms.traces import forget_traces
from briefing.exporters.forms.trees import W
from briefing.exporters.forms.values import FormValues

__all__ = ["FormReport", "MarkFault", "fill_form", "form_report", "marks_of"]
NOTHING_KNOWN = Known()


class FormReport(Struct, frozen=True):
    """What a form asks for: its marks, those that cannot be filled, and the lists it has no place for.

    `left_out`: those of them that hold something in this note.
    """

    marks: tuple[str, ...]
    faults: tuple[MarkFault, ...]
    missing: tuple[str, ...]
    left_out: tuple[str, ...]


def fill_form(form: bytes, document: Document, known: Known = NOTHING_KNOWN) -> bytes:
    """The form with its marks replaced by the document's texts.

    Raises FormInvalid: unknown-mark and stray-mark name what stands in the form and cannot be filled.
    """
    file = opened(form)
    forget_traces(file)
    filler = Filler(file, FormValues(document, known))
    filler.check()
    filler.fill()
    make_it_ours(file, document)
    return file.data()


def form_report(form: bytes, document: Document, known: Known = NOTHING_KNOWN) -> FormReport:
    """What `fill_form` would find. Raises FormInvalid only where the file itself cannot be used."""
    file = opened(form)
    forget_traces(file)
    values, marks = FormValues(document, known), _marks(file)
    faults = tuple(dict.fromkeys(Filler(file, values).faults()))
    missing = values.unasked(marks)
    left_out = tuple(name for name in missing if values.lines(normal(name)))
    return FormReport(tuple(marks.values()), faults, missing, left_out)


def marks_of(form: bytes) -> tuple[str, ...]:
    """The marks of a form as they are written, in order of first appearance."""
    file = opened(form)
    forget_traces(file)
    return tuple(_marks(file).values())


def _marks(file: OwnFile) -> dict[str, str]:
    """Each mark once: what it names, and how it is first written."""
    paragraphs = (p for part in filled_parts(file) for p in file.tree(part).iter(f"{W}p"))
    found: dict[str, str] = {}
    for mark in (mark for paragraph in paragraphs for mark in marks_in(paragraph)):
        found.setdefault(mark.name, mark.shown)
    return found
