"""The real dates a text names: exact, or "cannot tell"; never a guess.

A value is "YYYY-MM-DD", "YYYY-MM", "YYYY" or an interval "A/B"; None says that the words do not fix one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Literal, Protocol

from msgspec import Struct

from briefing.assist import dates_en, dates_ja, dates_ko, tense_en, tense_ja, tense_ko
from briefing.assist.days import AS_WRITTEN, NO_PUBLISHED, NO_SUCH_DAY, Frame, Reading, Tense, published_day
from briefing.assist.scripts import language_of
from briefing.assist.sentences import sentence_spans

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Frame], Reading | None], re.Pattern[str]]


class _Tenses(Protocol):
    def tense_around(self, text: str, first: int, start: int, end: int, last: int) -> Tense: ...
    def times_of(self, sentence: str) -> frozenset[str]: ...


_RULES: dict[str, Sequence[Rule]] = {
    "en": dates_en.RULES,
    "ko": dates_ko.RULES,
    "ja": dates_ja.RULES,
    "zh": dates_ja.RULES,
}
_TENSES: dict[str, _Tenses] = {"en": tense_en, "ko": tense_ko, "ja": tense_ja, "zh": tense_ja}


Basis = Literal[
    "published", "written", "counted", "ambiguous", "elsewhere", "unclear", "unpublished", "unnamed",
    "disagrees", "no_such_day", "fiscal", "vague",
]  # fmt: skip
# What each reason begins with; the first that fits stands, so the longer before the shorter.
_BASES: tuple[tuple[str, Basis], ...] = (
    ("published ", "published"),
    (AS_WRITTEN, "written"),
    ("counted from something", "elsewhere"),
    ("counted from ", "counted"),
    ("two ", "ambiguous"),
    ("the sentence ", "unclear"),
    (NO_PUBLISHED, "unpublished"),
    ("no ", "unnamed"),
    ("the weekday ", "disagrees"),
    (NO_SUCH_DAY, "no_such_day"),
    ("a fiscal year", "fiscal"),
    ("not exact", "vague"),
)


_YEAR_NAMED = re.compile(r"(?:18|19|20)\d\d|[년年해]|\byear\b")


class DateFound(Struct, frozen=True):
    """A date in a text: where it stands, what it says, what day that is, and why."""

    start: int
    end: int
    text: str
    value: str | None
    reason: str

    @property
    def basis(self) -> Basis:
        """What it was read from (its own words, the day of publication, what is named before), or why not."""
        return next(basis for start, basis in _BASES if self.reason.startswith(start))


def find_dates(text: str, language: str = "", published: str = "") -> tuple[DateFound, ...]:
    """Each date that the text names, in order, read against the day of publication."""
    spoken = language[:2].lower() or language_of(text)
    rules = _RULES.get(spoken, dates_en.RULES[:2])
    day = published_day(published, spoken)
    found: list[DateFound] = []
    tense, sure = _tense_reader(text, spoken)
    frame = Frame(text, day, tense, partial(_day_before, found), partial(_year_before, found), sure)
    for start, end, rule, match in _matches(text, rules):
        reading = rule(match, frame)
        if reading is not None:
            found.append(DateFound(start, end, text[start:end], reading.value, reading.reason))
    return tuple(found)


def times_of(sentence: str, language: str) -> frozenset[str]:
    """The tenses that a sentence holds: past, future, unclear."""
    return _TENSES.get(language, tense_en).times_of(sentence)


def _matches(
    text: str, rules: Sequence[Rule]
) -> list[tuple[int, int, Callable[[re.Match[str], Frame], Reading | None], re.Match[str]]]:
    """Matches in order of place; where two overlap, that of the earlier rule stands."""
    taken: list[tuple[int, int, Callable[[re.Match[str], Frame], Reading | None], re.Match[str]]] = []
    free = bytearray(b"\x01") * len(text)
    for pattern, read, _ in _worth_trying(text, rules):
        for match in pattern.finditer(text):
            start, end = _span(match)
            if start < end and all(free[start:end]):
                free[start:end] = bytes(end - start)
                taken.append((start, end, read, match))
    return sorted(taken, key=lambda item: item[0])


def _worth_trying(text: str, rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules whose own hint (a digit, a month ...) is met at all: most sentences name no date."""
    met = {hint: bool(hint.search(text)) for hint in {hint for _, _, hint in rules}}
    return [rule for rule in rules if met[rule[2]]]


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The date's own words: a preposition that only helped to find it stays outside."""
    groups = match.groupdict()
    lead = next((name for name in ("lead", "by") if groups.get(name)), None)
    return (match.end(lead) if lead else match.start()), match.end()


def _tense_reader(text: str, language: str) -> tuple[Callable[[int, int], Tense], Callable[[int, int], bool]]:
    """What tells the tense around a place, and whether its sentence speaks of one time only."""
    spans = sentence_spans(text, language)
    starts = [start for start, _ in spans]
    tenses = _TENSES.get(language, tense_en)

    def tense(start: int, end: int) -> Tense:
        first, last = spans[max(0, bisect_right(starts, start) - 1)]
        return tenses.tense_around(text, first, start, end, max(last, end))

    def sure(start: int, _end: int) -> bool:
        first, last = spans[max(0, bisect_right(starts, start) - 1)]
        return len(tenses.times_of(text[first:last])) < 2

    return tense, sure


def _day_before(found: Sequence[DateFound], place: int) -> date | None:
    """The last single day named before `place`."""
    for date_found in reversed(found):
        if date_found.end <= place and date_found.value and len(date_found.value) == 10:
            return date.fromisoformat(date_found.value)
    return None


def _year_before(found: Sequence[DateFound], place: int) -> int | None:
    """The last year named before `place`, in digits or by a word such as 昨年."""
    named = (d.value for d in reversed(found) if d.end <= place and d.value and _YEAR_NAMED.search(d.text))
    value = next(named, None)
    return int(value[:4]) if value and len(set(re.findall(r"\d{4}", value))) == 1 else None
