"""Pasted text cut into lines that each are one paragraph: hard wraps rejoined, doubled lines halved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from briefing import limits
from briefing.importers.cleaning import clean, one_line
from briefing.model.article import Kind

_AGENCY_BEHIND = r"(?:\s*(?:[—–-]+\s*)?(?:\(\w+\)|[A-Z]{2,8}|Enditem))?"
_ENDS = re.compile(rf"[.!?…:;。！？」』“”\"'‘’«»)\]）】]{_AGENCY_BEHIND}$|（[^（）]{{2,20}}）\d{{0,8}}$")
_END_CHARS = 60  # that can tell the end of a sentence
_BULLET = re.compile(r"^\s*(?:[•‣◦▪●○■□◆◇▶►▲※*]|[-–—](?=\s)|\d{1,2}[.)](?=\s)|[①-⑳]|[ㅇㅁ](?=\s))\s*")
_LEAST_WRAP, _MOST_WRAP = 45, 100  # columns a hard-wrapped text may be set to
_LEAST_BROKEN_CHARS = 45  # of a line that a break inside a sentence may end
_LEAST_WRAPPED = 0.7  # of the lines that another follows
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]$")
_LEAST_DOUBLED_CHARS = 24


class Line(Struct, frozen=True):
    """One paragraph-like line with its number in the source, and what is known of it beforehand."""

    text: str
    number: int
    after_gap: bool = False
    copy: bool = False  # the second half of a doubled line
    doubled: bool = False  # the first half
    kind: Kind = Kind.PARAGRAPH  # anything else is what the document itself says
    level: int = 0


def lines_of(text: str) -> tuple[Line, ...]:
    """The non-empty lines of a pasted text, ready to be labelled."""
    raw = clean(text).split("\n")
    groups = [list(g) for filled, g in groupby(enumerate(raw, 1), key=lambda r: bool(r[1].strip())) if filled]
    width = _wrap_width([[t for _, t in g] for g in groups])
    found: list[Line] = []
    for group in groups:
        joined = _rejoined(group, width) if width else _continued(group)
        for place, (number, line) in enumerate(joined):
            found += _halves(_tidy(line), number, after_gap=place == 0)
    return tuple(found)


def _tidy(line: str) -> str:
    cells = line.strip().split("\t")
    if len(cells) > 1 and all(c.strip() for c in cells):
        return "\t".join(one_line(c) for c in cells)
    return one_line(line)


def _wrap_width(groups: list[list[str]]) -> int:
    """The column a text was hard-wrapped to; 0 if its lines are whole paragraphs."""
    inner = sorted(len(t.rstrip()) for g in groups if len(g) > 1 for t in g[:-1])
    longest = max((len(t.rstrip()) for g in groups for t in g), default=0)
    if len(inner) < 3 or not _LEAST_WRAP <= longest <= _MOST_WRAP:
        return 0
    width = inner[int(0.95 * (len(inner) - 1))]  # one long address does not tell the width
    near = sum(1 for n in inner if n >= 0.72 * width)
    return width if width >= _LEAST_WRAP and near >= _LEAST_WRAPPED * len(inner) else 0


def _rejoined(group: list[tuple[int, str]], width: int) -> list[tuple[int, str]]:
    joined: list[tuple[int, str]] = []
    length = 0  # of the line before, as printed
    for number, line in group:
        text = line.strip()
        before = joined[-1][1] if joined else ""
        split_word = re.search(r"[a-z]-$", before[-2:]) and text[:1].islower()
        if joined and (split_word or length >= 0.72 * width) and not _BULLET.match(line):
            glue = "" if split_word or _EAST_ASIAN.search(before[-1:]) else " "
            before = before[:-1] if glue == "" and before.endswith("-") else before
            joined[-1] = (joined[-1][0], before + glue + text)
        else:
            joined.append((number, text))
        length = len(line.rstrip())
    return joined


def _continued(group: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines with those joined that a line break inside a sentence parted."""
    runs: list[list[tuple[int, str]]] = []
    for number, line in group:
        before = runs[-1][-1][1].rstrip() if runs else ""
        broken = len(before) >= _LEAST_BROKEN_CHARS and before[-1].isalpha() and line.lstrip()[:1].islower()
        if broken:
            runs[-1].append((number, line))
        else:
            runs.append([(number, line)])
    return [(run[0][0], " ".join(line.strip() for _, line in run) if run[1:] else run[0][1]) for run in runs]


def _halves(text: str, number: int, *, after_gap: bool) -> list[Line]:
    """A line printed twice in one ("caption caption") as two; any other as it is."""
    if len(text) > limits.MOST_BLOCK_CHARS:
        return [Line(piece, number) for piece in _cut(text)]
    middle = len(text) // 2
    for cut in (middle, middle + 1):
        first, second = text[:cut].strip(), text[cut:].strip()
        if len(first) >= _LEAST_DOUBLED_CHARS and first == second:
            return [Line(first, number, after_gap, doubled=True), Line(second, number, copy=True)]
    return [Line(text, number, after_gap)] if text else []


def _cut(text: str) -> Iterator[str]:
    """A line too long for one block, in pieces that end between words."""
    while len(text) > limits.MOST_BLOCK_CHARS:
        at = text.rfind(" ", limits.MOST_BLOCK_CHARS // 2, limits.MOST_BLOCK_CHARS)
        at = at if at > 0 else limits.MOST_BLOCK_CHARS
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    if text:
        yield text


def bullet_end(text: str) -> int:
    """How long the bullet or number before a list item is; 0 if there is none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return bool(_ENDS.search(text[-_END_CHARS:]))
