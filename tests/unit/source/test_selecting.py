"""What a gesture selects, as a function of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.source import selecting


def cut(text: str, stretch: tuple[int, int]) -> str:
    return text[stretch[0] : stretch[1]]


@pytest.mark.parametrize(
    ("text", "inside", "word"),
    [
        ("under-declared goods", 7, "under-declared"),
        ("the Director’s office", 6, "Director’s"),
        ("paid 1,250.5 crowns", 6, "1,250.5"),
        ("위험정보를 매주 교환하기로", 1, "위험정보를"),
        ("海関総署は", 2, "総"),
        ("a (b) c", 2, "("),
    ],
)
def test_the_word_at_a_place(text, inside, word):
    assert cut(text, selecting.word_at(text, inside)) == word


def test_a_stretch_is_widened_to_the_words_it_touches():
    text = "They will run ten inspections"
    assert cut(text, selecting.by_words(text, 6, 12)) == "will run"


def test_taking_the_last_word_away_takes_its_full_stop_too():
    text = "They will run ten."
    assert text[: selecting.word_end_before(text, len(text))] == "They will run"


def test_nothing_is_left_before_the_first_word():
    assert selecting.word_end_before("They", 4) == 0


def test_the_full_stop_comes_back_with_the_last_word():
    text = "They will run ten. Next."
    assert selecting.with_stop(text, 17, 18) == 18
    assert selecting.with_stop(text, 13, 18) == 13


@pytest.mark.parametrize(
    ("stretch", "snapped"),
    [((2, 20), (0, 20)), ((0, 17), (0, 20)), ((4, 16), (4, 16)), ((23, 37), (20, 40)), ((18, 39), (20, 40))],
)
def test_ends_snap_to_sentences_within_three_letters(stretch, snapped):
    assert selecting.snapped(stretch, [(0, 20), (20, 40)]) == snapped


@pytest.mark.parametrize(
    ("selected", "kept"),
    [
        (" a word ", "a word"),
        ("“a word”", "a word"),
        ("“a word", "a word"),
        ("a word”", "a word"),
        ("(a word)", "a word"),
        ("the agency (WCO)", "the agency (WCO)"),
        ("“yes” and “no”", "“yes” and “no”"),
        ("the officers’", "the officers’"),
        ("「한 문장」 ", "한 문장"),
        ("( “both” )", "both"),
        ("“”", ""),
    ],
)
def test_quotes_brackets_and_spaces_at_the_ends_are_trimmed(selected, kept):
    assert cut(selected, selecting.trimmed(selected, 0, len(selected))) == kept


@pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d🚀", "👍🏽", "\u1112\u1161\u11ab", "☺\ufe0f"])
def test_a_cluster_of_characters_is_never_cut(cluster):
    text = f"a{cluster}b"
    for offset in range(2, 1 + len(cluster)):
        assert selecting.whole(text, 1, offset) == (1, 1 + len(cluster))
        assert selecting.whole(text, offset, len(text))[0] == 1


@given(st.text(min_size=1), st.data())
def test_every_rule_keeps_within_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for first, last in (
        selecting.by_words(text, start, end),
        selecting.whole(text, start, end),
        selecting.trimmed(text, start, end),
    ):
        assert 0 <= first <= last <= len(text)


@given(st.text(), st.data())
def test_word_steps_always_move_the_right_way(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert offset < selecting.word_end_after(text, offset) or offset == len(text)
    assert selecting.word_end_before(text, offset) < offset or offset == 0
    assert offset < selecting.word_start_after(text, offset) or offset == len(text)
    assert selecting.word_start_before(text, offset) < offset or offset == 0
