import re
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assist.dates import Basis, find_dates
from briefing.words import Words

CASES = Path(__file__).parents[2] / "cases" / "assist" / "dates"
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                published, _, marked = line.partition(" | ")
                found.append((path.stem, published, marked))
    return found


@pytest.mark.parametrize(("language", "published", "marked"), cases())
def test_each_date_is_read_as_the_case_says(language: str, published: str, marked: str) -> None:
    text = MARK.sub(r"\1", marked)
    expected = [(words, None if value == "?" else value) for words, value in MARK.findall(marked)]
    assert [(d.text, d.value) for d in find_dates(text, language, published)] == expected


def test_there_are_at_least_150_cases_in_three_languages() -> None:
    assert len(cases()) >= 150
    assert {language for language, _, _ in cases()} == {"en", "ko", "ja"}


def test_the_reason_names_the_day_of_publication() -> None:
    (found,) = find_dates("They met on Thursday.", "en", "2023-09-08T09:54")
    assert found.reason == "published Fri 8 September 2023"


def test_a_date_written_in_full_needs_no_day_of_publication() -> None:
    (found,) = find_dates("They met on 7 September 2023.", "en", "")
    assert (found.value, found.reason) == ("2023-09-07", "as written")


@given(
    st.text(st.sampled_from("in on June 7 May 20190123-/., 지난 오는 7일년월 전 昨年前日 ")),
    st.sampled_from(["en", "ko", "ja", ""]),
)
def test_dates_stand_where_they_say_and_never_overlap(text: str, language: str) -> None:
    found = find_dates(text, language, "2023-09-08")
    assert all(d.text == text[d.start : d.end] for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(
    st.dates(),
    st.sampled_from(["yesterday", "last week", "next month", "in three days", "12 months ago", "next year"]),
)
def test_no_day_of_publication_breaks_the_reading(day: object, words: str) -> None:
    assert find_dates(f"They met {words}.", "en", str(day)) is not None


PIECES = [
    "mondaY",
    "LAST",
    "Week",
    "of",
    "The",
    "END",
    "JUNE",
    "june",
    "2019",
    "30",
    "31",
    "Feb.",
    "yesterday",
    "in",
    "by",
    "first",
    "HALF",
    "seven",
    "YEARS",
    "ago",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["2024-02-29", "2023-01-01T00:00+09:00", ""])
)
def test_date_words_in_any_order_and_case_can_be_read(pieces: list[str], published: str) -> None:
    text = " ".join(pieces)
    assert all(d.text in text and d.basis for d in find_dates(text, "en", published))


EAST = [
    "지난",
    "오는",
    "2월",
    "30일",
    "13月",
    "99日",
    "令和0年",
    "元年",
    "작년",
    "말까지",
    "7년 만에",
    "연내",
    "~",
    "3분기",
    "같은 해",
    "翌年",
    "上半期",
    "0日",
    "月曜日",
    "周三",
]


@given(st.lists(st.sampled_from(EAST), max_size=7), st.sampled_from(["ko", "ja", "zh"]), st.booleans())
def test_korean_and_japanese_date_words_in_any_order_can_be_read(
    pieces: list[str], language: str, spaced: bool
) -> None:
    text = (" " if spaced else "").join(pieces)
    assert all(d.text in text and d.basis for d in find_dates(text, language, "2023-09-08"))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_reason_has_its_words(language: str) -> None:
    words = Words(language)
    assert all(words(f"window.date_{basis}", day="", weekday="") for basis in get_args(Basis))
