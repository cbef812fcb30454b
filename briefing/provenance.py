"""What a reader says of its own work, in words: how a piece of metadata was found, and what was lost."""

from __future__ import annotations

import re

from briefing.words import Words

_LOSSES = frozenset(
    (
        "truncated", "live-blog", "gallery", "front-page", "part-missing", "pages-left-out", "tracked-changes",
        "comments", "pictures",
    )
)  # fmt: skip
_TOLD = frozenset(("truncated", "part-missing", "pages-left-out"))  # with what stands behind the colon
_FOUND = (  # how the readers write it -> the sentence's key; the group is what is quoted in it
    (re.compile(r"line \d+: (?P<text>.*)"), "found_line"),
    (re.compile(r"start of a paragraph: (?P<text>.*)"), "found_start"),
    (re.compile(r"end of the last paragraph: (?P<text>.*)"), "found_end"),
    (re.compile(r"the mail's subject: (?P<text>.*)"), "found_subject"),
    (re.compile(r"the mail's date: (?P<text>.*)"), "found_sent"),
    (re.compile(r"(?P<text>JSON-LD .*|meta .*|og:title)"), "found_head"),
    (re.compile(r"(?P<text><title>)"), "found_title"),
    (re.compile(r"(?P<text>h1).*"), "found_heading"),
    (re.compile(r"(?P<text>time element|byline on the page)"), "found_page"),
    (re.compile(r"(?P<text>link rel=canonical)"), "found_address"),
    (re.compile(r"(?P<text>the browser's note).*"), "found_saved"),
    (re.compile(r"(?P<text>the page's own label)"), "found_label"),
    (re.compile(r"(?P<text>the likeliest date) .*"), "found_likeliest"),
)
_MOST_CHARS = 90  # of a line that is quoted


def loss_said(loss: str, words: Words) -> str:
    """A loss of an article as a sentence; one this program does not know stands as it is."""
    name, _, detail = loss.partition(":")
    if name not in _LOSSES:
        return loss
    detail = detail.strip(" .。")
    told = f"loss_{name}_of" if detail and name in _TOLD else f"loss_{name}"
    return words(f"faults.{told}", detail=_short(detail))


def finding_said(how: str, words: Words) -> str:
    """How a piece of metadata was found, as a phrase; what this program does not know stands as it is."""
    for pattern, name in _FOUND:
        found = pattern.fullmatch(how)
        if found:
            return words(f"faults.{name}", text=_short(found["text"]))
    return how


def _short(text: str) -> str:
    return text if len(text) <= _MOST_CHARS else f"{text[:_MOST_CHARS].rstrip()}…"
