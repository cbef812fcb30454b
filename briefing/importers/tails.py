"""Where the text of a pasted page ends: at what follows articles, or at what readers wrote under it."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.importers.captions import is_rights_of_picture
from briefing.importers.labels import Label, Labelled, is_clock
from briefing.importers.language import is_east_asian
from briefing.importers.lexicon import starts_aside
from briefing.importers.outlets import agency_named
from briefing.importers.shapes import are_entries

_AHEAD_LINES = 8  # looked at behind a photographer's credit or an aside
_LEAST_GOES_ON = 3  # sentences in a row that are the article's own
_MOST_BOX_LINES = 12
_IN_BOX = (Label.SHORT, Label.ITEM, Label.SECTION, Label.PAGE, Label.TAIL)
_LONG_CHARS, _LONG_WIDE_CHARS = 100, 40  # of a paragraph; a link's text is shorter
_LEAST_POSTS = 3
_MOST_NAME_CHARS, _LEAST_NAME_CHARS = 40, 3
_POST_LINES = 12  # between the names of two who wrote
_BEHIND_SENTENCES = 3  # a thread of comments never begins before


def ends_text(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether the text ends before this line: a tail mark, unless it is a credit and the text goes on."""
    if rows[i].label is not Label.TAIL:
        return False
    return not (is_rights_of_picture(rows[i].text) and _goes_on(rows[i + 1 : i + 1 + _AHEAD_LINES]))


def with_asides(rows: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The lines, those of boxes inside the text labelled so: links to other articles, letters to order."""
    found = list(rows)
    for i, row in enumerate(rows):
        if not any(map(is_long, rows[max(0, i - _AHEAD_LINES) : i])):
            continue
        if starts_aside(row.text) or (row.label is Label.TAIL and not is_rights_of_picture(row.text)):
            for j in range(i, _box_end(rows, i)):
                found[j] = replace(rows[j], label=Label.ASIDE)
    return tuple(found)


def _box_end(rows: tuple[Labelled, ...], i: int) -> int:
    """Behind the short lines under a mark, if the text goes on there; in a list each has its own sentence."""
    end = i + 1
    while end < len(rows) and rows[end].label in _IN_BOX:
        end += 1
    behind = [r for r in rows[end : end + _AHEAD_LINES] if r.label is not Label.CAPTION][:_LEAST_GOES_ON]
    if {r.label for r in behind} == {Label.SENTENCE} and sum(map(is_long, behind)) >= _LEAST_GOES_ON - 1:
        return end
    if end - i > _MOST_BOX_LINES or not starts_aside(rows[i].text) or end == len(rows):
        return i
    labels = [row.label for row in behind]
    listed = labels[1:] == [Label.SHORT, Label.SENTENCE] and not is_long(rows[end])
    return i if rows[end].label is not Label.SENTENCE or listed else end


def is_long(row: Labelled) -> bool:
    """Whether the line is a sentence longer than what links to another article."""
    least = _LONG_WIDE_CHARS if is_east_asian(row.text) else _LONG_CHARS
    return row.label is Label.SENTENCE and len(row.text) >= least


def is_signed(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether the line is an agency's name and no more, right under paragraphs: the text ends there."""
    before = rows[max(0, i - _LEAST_GOES_ON) : i]
    under = len(before) == _LEAST_GOES_ON and all(r.label is Label.SENTENCE for r in before)
    return under and rows[i].label is Label.SHORT and bool(agency_named(rows[i].text))


def _goes_on(rows: tuple[Labelled, ...]) -> bool:
    run = 0
    for row in rows:
        run = run + 1 if row.label is Label.SENTENCE else 0
        if run >= _LEAST_GOES_ON:
            return True
    return False


def thread_start(rows: tuple[Labelled, ...], running: list[int]) -> int:
    """Where readers' comments begin: posts, each with its date, one after another; else the end."""
    if len(running) <= _BEHIND_SENTENCES:
        return len(rows)
    posts = [i for i in range(running[_BEHIND_SENTENCES], len(rows)) if _is_post(rows, i)]
    for first, last in zip(posts, posts[_LEAST_POSTS - 1 :], strict=False):
        if last - first <= _POST_LINES * (_LEAST_POSTS - 1):
            return first - (rows[first - 1].label is Label.SHORT)
    return len(rows)


def _is_post(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether a moment and the name of who wrote then stand above what was written."""
    if not _is_moment(rows[i]) or is_clock(rows[i].text):
        return False
    named = rows[i - 1].label is Label.SHORT and len(rows[i - 1].text) <= _MOST_NAME_CHARS
    named = named or bool(rows[i].stamps and rows[i].stamps[0].start >= _LEAST_NAME_CHARS)
    return named and any(r.label in (Label.SENTENCE, Label.SHORT) for r in rows[i + 1 : i + 3])


def _is_moment(row: Labelled) -> bool:
    """Whether the line says when, to the minute or by how long ago."""
    return row.label is Label.DATE and (not row.stamps or "T" in row.stamps[0].iso)


def is_live(rows: tuple[Labelled, ...]) -> bool:
    """Whether the text is entries, each under its moment, one after another."""
    return are_entries([_is_moment(row) for row in rows], [row.label is Label.SENTENCE for row in rows])
