"""Where the text of a pasted page ends: at what follows articles, or at what readers wrote under it."""

from __future__ import annotations

from briefing.importers.captions import is_rights_of_picture
from briefing.importers.labels import Label, Labelled

_AHEAD_LINES = 8  # looked at behind a photographer's credit
_LEAST_GOES_ON = 3  # sentences in a row that are the article's own
_LEAST_POSTS = 3
_POST_LINES = 12  # between the names of two who wrote
_BEHIND_SENTENCES = 3  # a thread of comments never begins before


def ends_text(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether the text ends before this line: a tail mark, unless it is a credit and the text goes on."""
    if rows[i].label is not Label.TAIL:
        return False
    return not (is_rights_of_picture(rows[i].text) and _goes_on(rows[i + 1 : i + 1 + _AHEAD_LINES]))


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
    """Whether a date stands above what somebody wrote: with its clock, or as "2 hours ago"."""
    row = rows[i]
    if row.label is not Label.DATE or (row.stamps and "T" not in row.stamps[0].iso):
        return False
    return any(r.label in (Label.SENTENCE, Label.SHORT) for r in rows[i + 1 : i + 3])
