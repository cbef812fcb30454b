from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.ui.points.faces import kit_of
from briefing.ui.points.wrapping import Shape, Wrapped, line_count, shortened, wrapped
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.words import Words

KOREAN = "벨드 청장, 포트할덴에서 루이스 청장 면담: 마약, 저가 신고, 브레나 통관 지연 논의"


@pytest.fixture
def face(qapp):
    """The face of a wording."""
    return kit_of(Theme(LIGHT), Words()).text


def lines_of(made: Wrapped) -> list[str]:
    """The text of each line; the sample holds no character outside the BMP."""
    lines = [made.layout.lineAt(i) for i in range(made.layout.lineCount())]
    return [made.text[n.textStart() : n.textStart() + n.textLength()] for n in lines]


@pytest.mark.parametrize("width", [110, 160, 240, 330])
def test_korean_lines_break_between_words(face, width) -> None:
    lines = lines_of(wrapped(KOREAN, face, Shape(width, 19)))
    assert len(lines) > 1
    assert all(line.endswith(" ") for line in lines[:-1])


def test_a_korean_word_wider_than_the_line_is_broken(face) -> None:
    lines = lines_of(wrapped("대한민국정부관계부처합동회의결과보고", face, Shape(60, 19)))
    assert len(lines) > 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ab 한글🇰🇷é\n\u2028", min_size=1, max_size=80), st.integers(20, 300))
def test_no_character_is_lost_in_the_lines(face, text, width) -> None:
    made = wrapped(text, face, Shape(width, 19))
    covered = sum(made.layout.lineAt(i).textLength() for i in range(made.layout.lineCount()))
    assert covered == len(text.encode("utf-16-le")) // 2


def test_the_first_line_can_be_narrower(face) -> None:
    text = "They will also run ten joint inspections a year at Brena"
    narrow = lines_of(wrapped(text, face, Shape(300, 17, first=120)))
    assert len(narrow[0]) < len(lines_of(wrapped(text, face, Shape(300, 17)))[0])


def test_a_stretch_over_two_lines_has_a_rectangle_in_each(face) -> None:
    made = wrapped("one two three four five six seven eight", face, Shape(120, 19))
    rects = made.rects(0, len(made.text))
    assert len(rects) == made.layout.lineCount() > 1
    assert all(r.width() > 0 for r in rects)


def test_a_flag_before_a_stretch_does_not_shift_it(face) -> None:
    plain = wrapped("xx 20 a year", face, Shape(300, 19)).rects(3, 5)[0].width()
    flagged = wrapped("🇰🇷 20 a year", face, Shape(300, 19)).rects(3, 5)[0].width()
    assert flagged == pytest.approx(plain)


def test_a_text_that_fits_is_one_line(face) -> None:
    assert line_count("Short", face, 300) == 1


def test_counting_lines_agrees_with_laying_them_out(face) -> None:
    assert line_count(KOREAN, face, 160) == wrapped(KOREAN, face, Shape(160, 19)).layout.lineCount()


def test_a_shortened_text_ends_in_an_ellipsis_within_its_lines(face) -> None:
    made = shortened("word " * 100, face, Shape(120, 19), 3)
    assert made.text.endswith("…")
    assert made.layout.lineCount() == 3


def test_a_short_text_is_not_shortened(face) -> None:
    assert shortened("word", face, Shape(120, 19), 3).text == "word"
