"""Which badge stands beside which line, and which bars run there."""

from __future__ import annotations

from briefing.ui.source.gutter import Item, signs

LINES = [(0, 10), (10, 20), (20, 30)]


def badges(*items: Item) -> list[tuple[int, ...]]:
    return [line.badge for line in signs(items, LINES)]


def bars(*items: Item) -> list[tuple[int, ...]]:
    return [line.bars for line in signs(items, LINES)]


def test_a_badge_stands_on_the_first_line_of_its_mark():
    assert badges(Item(5, 25, 2)) == [(2,), (), ()]
    assert bars(Item(5, 25, 2)) == [(2,), (2,), (2,)]


def test_a_badge_avoids_a_line_that_an_earlier_mark_fills():
    assert badges(Item(0, 14, 0), Item(15, 25, 1)) == [(0,), (), (1,)]


def test_a_mark_within_one_line_has_its_badge_there_all_the_same():
    found = signs([Item(0, 14, 0), Item(15, 19, 0)], LINES)
    assert [line.badge for line in found] == [(0,), (0,), ()]
    assert found[1].begins


def test_marks_over_one_another_share_a_badge():
    found = signs([Item(0, 25, 0), Item(12, 18, 2)], LINES)
    assert [line.badge for line in found] == [(0,), (0, 2), ()]
    assert found[1].overlap
    assert found[1].bars == (0, 2)


def test_marks_beside_one_another_are_no_overlap():
    found = signs([Item(0, 4, 0), Item(5, 9, 2)], LINES)
    assert found[0].badge == (0, 2)
    assert not found[0].overlap


def test_a_suggestion_has_a_hollow_badge_and_dashed_bars():
    found = signs([Item(12, 18, 3, suggested=True)], LINES)
    assert (found[1].badge, found[1].suggested, found[1].dashed) == ((3,), True, True)


def test_a_suggestion_beside_a_mark_leaves_the_bar_solid():
    found = signs([Item(0, 14, 3), Item(15, 25, 3, suggested=True)], LINES)
    assert not found[1].dashed
    assert found[2].dashed
    assert found[2].badge == (3,)
