"""The house rules on the command line: what `check` prints and what `export` will not let out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.cli.output import note
from briefing.cli.printer import Printer
from briefing.errors import HouseRefused
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.compose.house import Breach
    from briefing.model.note import Note
    from briefing.template import Template


def breaches_of(
    note: Note, form: Template, document: Document, printer: Printer, doubts: Sequence[str]
) -> tuple[Breach, ...]:
    """What does not hold; the pages are laid out only where a rule needs them."""
    from briefing.compose.house import breaches, needs_pages  # noqa: PLC0415 - each verb loads only what it needs

    measured = printer.measured(document) if needs_pages(form) else None
    return breaches(note, form, document, measured, tuple(doubts))


def warn_or_refuse(found: Sequence[Breach], target: str) -> None:
    """Says on standard error what does not hold. Raises HouseRefused where the form lets no such note out."""
    from briefing.compose.house import told  # noqa: PLC0415 - each verb loads only what it needs

    words = Words("en")
    refused = [told(b, words) for b in found if b.refuses]
    if refused:
        raise HouseRefused(target, tuple(refused))
    for breach in found:
        note(f"briefing: check: {told(breach, words)}")
