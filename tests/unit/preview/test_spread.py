"""Where pages stand on the desk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.preview.spread import SIDE_PX, STEPS, Spread, step

A4 = Spread(595.28, 841.89, 3, 1.0, 536)


def test_fit_width_leaves_the_desk_on_both_sides() -> None:
    fitted = A4.fitted("width", 800)
    assert fitted.width == pytest.approx(536 - 2 * SIDE_PX)
    assert round(fitted.zoom * 100) == 61


def test_the_whole_page_is_never_higher_than_the_view() -> None:
    assert A4.fitted("page", 400).height <= 400


def test_a_free_zoom_is_left_alone() -> None:
    assert A4.fitted("free", 400) == A4


def test_only_pages_in_view_are_visible() -> None:
    assert list(A4.visible(A4.top(1), A4.top(1) + 10)) == [1]


@given(page=st.integers(0, 2), x=st.floats(0, 595), y=st.floats(0, 841), zoom=st.floats(0.2, 4))
def test_a_place_on_a_page_is_found_again(page: int, x: float, y: float, zoom: float) -> None:
    spread = Spread(595.28, 841.89, 3, zoom, 536)
    desk = spread.left + x * spread.scale, spread.top(page) + y * spread.scale
    found = spread.on_page(*desk)
    assert found[0] == page
    assert found[1:] == (pytest.approx(x, abs=0.01), pytest.approx(y, abs=0.01))


def test_steps_go_up_and_down_and_stop_at_the_ends() -> None:
    assert step(0.61, up=True) == 0.67
    assert step(0.61, up=False) == 0.5
    assert step(STEPS[-1], up=True) == STEPS[-1]
    assert step(STEPS[0], up=False) == STEPS[0]
