"""Text in Markdown: what must be escaped, where emphasis can stand, and how a line may begin."""

from __future__ import annotations

import re

from briefing.blocks import Run
from briefing.exporters.links import safe_link
from briefing.exporters.text import clean

_ACTS = re.compile(r"([\\`*_\[\]<>~|])")
_ENTITY = re.compile(r"&(?=[#A-Za-z])")
_LINE_START = re.compile(r"(?:[-+=#:]|\d{1,9}(?=[.)]))")
_SPACES = re.compile(r"[ \t]+")


def plain_text(text: str) -> str:
    """Text with every character escaped that would act inside a line; line ends stay."""
    text = _SPACES.sub(" ", clean(text))
    return _ENTITY.sub(r"\\&", _ACTS.sub(r"\\\1", text))


def lines_of(text: str) -> list[str]:
    """Lines joined by hard breaks, none of them empty, none of them beginning as a block would."""
    lines = [line.strip(" \t") for line in text.split("\n")]
    lines = [_begin(line) for line in lines if line]
    return [*(f"{line}\\" for line in lines[:-1]), *lines[-1:]]


def _begin(line: str) -> str:
    match = _LINE_START.match(line)
    if not match:
        return line
    at = match.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def emphasised(text: str, *, strong: bool, slanted: bool = False, before: str = " ", after: str = " ") -> str:
    """Text in asterisks; what could not open or close emphasis at its edges is left outside.

    CommonMark lets `**` act beside a letter only if a letter stands on its inner side, which matters
    for Korean and Japanese, where no space follows the bold words.
    """
    text = clean(text)
    start, end = _edges(text, before, after)
    if start >= end or before == "*":
        return plain_text(text)
    signs = "**" * strong + "*" * (slanted or not strong)
    inner = "\n".join(_SPACES.sub(" ", line.strip(" \t")) for line in text[start:end].split("\n"))
    return f"{plain_text(text[:start])}{signs}{plain_text(inner)}{signs}{plain_text(text[end:])}"


def _edges(text: str, before: str, after: str) -> tuple[int, int]:
    start, end = 0, len(text)
    while start < end and not _may_edge(text[start], before if not start else text[start - 1]):
        start += 1
    while end > start and not _may_edge(text[end - 1], after if end == len(text) else text[end]):
        end -= 1
    return start, end


def _may_edge(inner: str, outer: str) -> bool:
    """Letters and figures may always stand inside the signs; punctuation only beside a space."""
    return inner.isalnum() or (not inner.isspace() and inner.isprintable() and outer.isspace())


def link(run: Run) -> str:
    """A link, or plain text where the address is not one we write."""
    text, address = clean(run.text), safe_link(run.link)
    if not address:
        return plain_text(text)
    if text.strip() == address:
        return f"<{address}>"
    label = " ".join(text.split()) or address
    if run.bold or run.italic:
        label = emphasised(label, strong=run.bold, slanted=run.italic, before="[", after="]")
    else:
        label = plain_text(label)
    return f"[{label}]({_ENTITY.sub('&amp;', address).replace('(', '%28').replace(')', '%29')})"
