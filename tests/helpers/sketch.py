"""A Document as a few lines of text, so that a test can show what it expects."""

from __future__ import annotations

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
    Fields,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Subtitle,
    Table,
    Title,
)


def sketch(document: Document) -> str:
    """One line for each block, `origin | text`, then the footnotes."""
    lines = [line for block in document.blocks for line in _lines(block)]
    notes = [f"[^{note.number}]: {text_of(note.runs)}" for note in document.notes]
    return "\n".join([*lines, *notes]) + "\n"


def text_of(runs: tuple[Run, ...]) -> str:
    return "".join(f"[^{r.note}]" if r.note else f"<{r.text}>({r.link})" if r.link else r.text for r in runs)


def _lines(block: Block) -> list[str]:
    match block:
        case Fields():
            return [f"{row.origin} | {row.label}: {row.text}" for row in block.rows]
        case Table():
            return [f"{block.origin} | {' / '.join(row)}" for row in block.rows]
        case Title() | Subtitle() | Heading():
            return [f"{block.origin} | {_sign(block)} {block.text}"]
        case BottomLine() | Paragraph() | ListItem():
            return [f"{block.origin} | {_lead(block)} {text_of(block.runs)}"]


def _sign(block: Title | Subtitle | Heading) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.marker}".rstrip()
    return "=" if isinstance(block, Title) else "-"


def _lead(block: BottomLine | Paragraph | ListItem) -> str:
    if isinstance(block, ListItem):
        return "  " * block.level + block.marker
    return f"({block.role})" if isinstance(block, Paragraph) else f"[{block.label}]"
