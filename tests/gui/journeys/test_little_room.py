"""Where room is short, panes share a place: tabs say their names, and their heads stand beside the tabs."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("width", [960, 740])
def test_the_tabs_count_the_points_and_carry_the_page_mark(person, width):
    person.try_sample()
    person.press("1", "2")
    person.window.resize(width, 640)
    editor = person.window.editor
    editor.focus_pane("points")
    row = editor.panes._tabs[editor.panes.shape]
    assert row._bar.tabText(row._names.index("points")) == "Points  2"
    assert row._bar.width() >= row._bar.sizeHint().width()
    assert row.isAncestorOf(editor.points.header)
    assert not editor.preview.header.isVisible()
    editor.focus_pane("preview")
    person.until(editor.preview.header.pill.isVisible)
    assert row.isAncestorOf(editor.preview.header.pill)


def test_with_room_again_the_heads_are_back_on_their_panes(person):
    person.try_sample()
    person.window.resize(960, 640)
    person.window.resize(1440, 900)
    editor = person.window.editor
    assert editor.points.isAncestorOf(editor.points.header)
    assert editor.preview.isAncestorOf(editor.preview.header)
    assert editor.points.header._title.isVisible()
