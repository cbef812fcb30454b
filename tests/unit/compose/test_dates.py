"""Dates as templates write them."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date as as_cldr_has_it
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.dates import format_date, written

DAY = date(2026, 5, 4)  # a Monday

PATTERNS = [
    ("en", "d MMMM yyyy", "4 May 2026"),
    ("en-GB", "dd/MM/yy", "04/05/26"),
    ("en", "EEEE, d MMM y", "Monday, 4 May 2026"),
    ("en", "E dd.M.", "Mon 04.5."),
    ("ko", "yyyy. M. d.", "2026. 5. 4."),
    ("ko-KR", "yyyy년 M월 d일(E)", "2026년 5월 4일(월)"),
    ("ko", "y년 MMM d일 EEEE", "2026년 5월 4일 월요일"),
    ("ja", "yyyy年M月d日（E）", "2026年5月4日（月）"),
    ("ja", "MMMMd日 EEEE", "5月4日 月曜日"),
    ("zh-Hant-TW", "yyyy年MMMd日 E", "2026年5月4日 周一"),
    ("fr", "EEEE d MMMM yyyy", "lundi 4 mai 2026"),
    ("de", "E, d. MMM yyyy", "Mo., 4. Mai 2026"),
    ("es", "EEEE, d 'de' MMMM 'de' yyyy", "lunes, 4 de mayo de 2026"),
    ("xx", "d MMMM", "4 May"),
    ("en", "'day' d", "day 4"),
    ("en", "d 'o''clock'", "4 o'clock"),
    ("en", "d ''yy", "4 '26"),
    ("en", "d ' M", "4 ' 5"),
    ("en", "no letters", "no letters"),
    ("en", "", ""),
]


@pytest.mark.parametrize(("language", "pattern", "expected"), PATTERNS)
def test_a_date_in_its_pattern(language, pattern, expected):
    assert format_date(DAY, pattern, language) == expected


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh", "fr", "de", "es"])
@pytest.mark.parametrize("letters", ["MMM", "MMMM", "E", "EEEE", "d", "dd", "M", "MM", "yy", "yyyy"])
@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_the_letters_mean_what_cldr_says(language, letters, day):
    asked = "M月" if (language, letters) == ("zh", "MMMM") else letters  # 5月 in documents, where CLDR has 五月
    assert format_date(day, f"'x'{letters}", language) == as_cldr_has_it(day, f"'x'{asked}", locale=language)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_and_weekday_has_a_name_in_every_language(month):
    names = {
        format_date(date(2026, month, month), "MMM MMMM E EEEE", lang) for lang in ("en", "fr", "de", "es")
    }
    assert len(names) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-04", "4 May 2026"),
        ("2026-05-04T23:30+09:00", "4 May 2026"),
        ("2026-05", "2026-05"),
        ("next week", "next week"),
        ("", ""),
    ],
)
def test_only_an_iso_date_is_written_as_a_date(text, expected):
    assert written(text, "d MMMM yyyy", "en") == expected
