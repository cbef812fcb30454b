"""Where the running text of a page lies: the stretch of lines with the most sentences and the least else."""

from __future__ import annotations

from briefing.importers.labels import Label, Labelled
from briefing.importers.language import is_east_asian
from briefing.importers.lines import ends_sentence
from briefing.importers.tails import is_long

_WEIGHTS = {
    Label.SHORT: -6.0, Label.PAGE: -6.0, Label.SITE: -6.0, Label.SECTION: -6.0, Label.TAIL: -12.0,
    Label.DATE: -4.0, Label.BYLINE: -4.0, Label.HEADING: -1.0, Label.ROW: -1.0, Label.MAY_BE_CAPTION: 3.0,
}  # fmt: skip
_LONE = -2.0  # of a short line between two of running text
_PER_CHAR = 0.1
_PER_WIDE_CHAR = 0.25  # Chinese, Japanese and Korean say as much in fewer characters
_MOST = {Label.SENTENCE: 60.0, Label.ITEM: 5.0, Label.QUOTE: 20.0}
_MOST_LOOSE_ITEM = 2.0  # of an item that is no sentence: a ranking's headline, a menu's entry


def core_of(rows: tuple[Labelled, ...]) -> range:
    """The indices of the densest stretch; empty where no line is running text."""
    best, so_far, start, found = 0.0, 0.0, 0, range(0)
    for i, row in enumerate(rows):
        if so_far <= 0:
            so_far, start = 0.0, i
        so_far += _LONE if _stands_between(rows, i) else _weight(row)
        if so_far > best:
            best, found = so_far, range(start, i + 1)
    return found


def _stands_between(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether a short line stands alone between running text, as a subhead does, or opens a list."""
    if rows[i].label not in (Label.SHORT, Label.PAGE) or not 0 < i < len(rows) - 1:
        return False
    opens = rows[i - 1].label is Label.SENTENCE and rows[i - 1].text.endswith((":", "："))
    return opens or all(map(is_long, (rows[i - 1], rows[i + 1])))


def _weight(row: Labelled) -> float:
    if row.label not in _MOST:
        return _WEIGHTS.get(row.label, 0.0)
    per_char = _PER_WIDE_CHAR if is_east_asian(row.text) else _PER_CHAR
    loose = row.label is Label.ITEM and not ends_sentence(row.text)
    return min(_MOST_LOOSE_ITEM if loose else _MOST[row.label], per_char * len(row.text))
