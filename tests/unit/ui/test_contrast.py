"""High contrast: the system's colours where they are far enough apart, black and white where not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from briefing.ui.contrast import LEAST_MARK_RATIO, LEAST_RATIO, contrast_palette, ratio

ROLE = QPalette.ColorRole


def system(ground: str, text: str, highlight: str) -> QPalette:
    palette = QPalette()
    for role, colour in ((ROLE.Base, ground), (ROLE.Text, text), (ROLE.Highlight, highlight)):
        palette.setColor(role, QColor(colour))
    return palette


def test_the_systems_own_colours_are_taken():
    made = contrast_palette(system("#000000", "#FFFF00", "#00FF00"), dark=True)
    assert (made.source, made.text, made.accent) == ("#000000", "#ffff00", "#00ff00")


@pytest.mark.parametrize("dark", [True, False])
def test_weak_system_colours_give_way_to_black_and_white(dark):
    made = contrast_palette(system("#888888", "#999999", "#909090"), dark=dark)
    assert {made.source, made.text} == {"#000000", "#ffffff"}
    assert made.is_dark is dark


def test_every_ink_stands_out_from_its_ground():
    made = contrast_palette(system("#FFFFFF", "#000000", "#0000FF"), dark=False)
    for ink in (made.text, made.quiet, made.secondary, made.warning_text, *(t.ink for _, t in made.tags)):
        assert ratio(QColor(ink), QColor(made.source)) >= LEAST_RATIO
    assert ratio(QColor(made.accent), QColor(made.source)) >= LEAST_MARK_RATIO
    assert ratio(QColor(made.on_accent), QColor(made.accent)) >= LEAST_MARK_RATIO


def test_fills_are_off():
    made = contrast_palette(QPalette(), dark=False)
    assert {t.fill for _, t in made.tags} == {made.source}
    assert made.patterns
