"""Between Qt's UTF-16 units and our characters, for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.offsets import OffsetMap, from_qt, to_qt

TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.text("ab한🇰🇷𐍈e\u0301")


def units(text: str) -> int:
    """How many UTF-16 code units a text has, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2


@given(TEXT, st.data())
def test_a_character_stands_behind_the_units_of_all_before_it(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert to_qt(text, offset) == units(text[:offset])
    assert OffsetMap(text).to_qt(offset) == units(text[:offset])


@given(TEXT, st.data())
def test_there_and_back_is_the_same_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert from_qt(text, to_qt(text, offset)) == offset
    assert OffsetMap(text).from_qt(OffsetMap(text).to_qt(offset)) == offset


@given(TEXT, st.data())
def test_an_offset_of_qt_is_the_last_character_that_begins_there_or_before(text, data):
    unit = data.draw(st.integers(0, units(text)))
    expected = max(offset for offset in range(len(text) + 1) if units(text[:offset]) <= unit)
    assert from_qt(text, unit) == expected
    assert OffsetMap(text).from_qt(unit) == expected


@pytest.mark.parametrize(
    ("text", "offset", "unit"),
    [
        ("plain", 3, 3),
        ("한국어", 2, 2),
        ("🎉x", 1, 2),
        ("🇰🇷 met", 3, 5),
        ("👩‍👩‍👧", 5, 8),
        ("e\u0301x", 2, 2),
        ("\uffff\U00010000x", 2, 3),
        ("", 0, 0),
    ],
)
def test_offsets_of_known_texts(text, offset, unit):
    assert to_qt(text, offset) == unit
    assert from_qt(text, unit) == offset


def test_the_middle_of_a_pair_is_its_character():
    assert from_qt("a🎉b", 2) == 1
