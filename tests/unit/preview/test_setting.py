"""The shapes that the preview shares with the Word file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.blocks import BottomLine, FieldRow, Run
from briefing.exporters.word import body, tables
from briefing.ui.preview import looks, setting

rows = st.lists(st.builds(FieldRow, st.text(max_size=12), st.text(max_size=50)), max_size=8)
cells = st.lists(st.lists(st.text(max_size=40), min_size=1, max_size=5), min_size=1, max_size=6)


@given(rows)
def test_fields_are_paired_as_in_the_word_file(fields: list[FieldRow]) -> None:
    assert setting.paired(fields) == tables._paired(fields)


@given(st.text(max_size=20), st.floats(4, 30))
def test_labels_are_as_wide_as_in_the_word_file(label: str, size: float) -> None:
    assert setting.label_width(label, size) == pytest.approx(tables._label_width(label, size) / 20, abs=0.05)


@given(cells)
def test_columns_are_as_wide_as_in_the_word_file(table: list[list[str]]) -> None:
    count = max(len(row) for row in table)
    ours = setting.column_widths(table, count, 450.0)
    theirs = [width / 20 for width in tables._column_widths(table, count, 9000)]
    assert ours == pytest.approx(theirs, abs=0.05 * count + 0.05)


@pytest.mark.parametrize("label", ["Bottom line", "Bottom line.", "요지", "요지:", "", " "])
def test_the_summary_is_labelled_as_in_the_word_file(label: str) -> None:
    block = BottomLine(label, (Run("Agree."),))
    assert setting.labelled(block) == body._with_label(block)


@pytest.mark.parametrize(("marker", "hangs"), [("□", True), ("1.", False), ("A", False), ("", False)])
def test_only_a_sign_hangs_before_a_heading(marker: str, hangs: bool) -> None:
    assert looks.is_bullet(marker) is hangs
