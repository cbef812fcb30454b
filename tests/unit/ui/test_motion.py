"""Nothing of the window's own fades or scrolls by itself: there is nothing to still for those who ask."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing.ui

MOVING = (
    "QPropertyAnimation",
    "QVariantAnimation",
    "QTimeLine",
    "QGraphicsOpacityEffect",
    "setUIEffect",
    "QScroller",
    "setClearButtonEnabled",  # its cross fades in
)
SOURCES = sorted(Path(briefing.ui.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("moving", MOVING)
def test_no_widget_is_animated(moving) -> None:
    assert [p.name for p in SOURCES if moving in p.read_text(encoding="utf-8")] == []
