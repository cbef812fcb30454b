from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from briefing.ui.points.draglist import Guide
from briefing.ui.points.model import POINT_MIME, points_in
from briefing.ui.source.carry import SPAN_MIME, packed, unpacked
from briefing.ui.values import Span

BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
NONE = Qt.KeyboardModifier.NoModifier
SPAN = Span("art", 3, 5, 40)


def points_mime(stage, *ids: str) -> QMimeData:
    model = stage.pane._model
    return model.mimeData([model.index_of(f"p:{i}") for i in ids])


def span_mime() -> QMimeData:
    return packed(SPAN, "a joint office in Ostrana")


def drag_to(stage, mime: QMimeData, at: QPointF):
    """Bring a drag to a point of the viewport; answers whether it would be taken."""
    where = at.toPoint()
    enter = QDragEnterEvent(where, BOTH, mime, Qt.MouseButton.LeftButton, NONE)
    stage.list.dragEnterEvent(enter)
    move = QDragMoveEvent(where, BOTH, mime, Qt.MouseButton.LeftButton, NONE)
    stage.list.dragMoveEvent(move)
    return move.isAccepted()


def drop(stage, mime: QMimeData, at: QPointF) -> None:
    drag_to(stage, mime, at)
    stage.list.dropEvent(QDropEvent(at, BOTH, mime, Qt.MouseButton.LeftButton, NONE))


def in_row(stage, key: str, share: float) -> QPointF:
    """A point at `share` of a row's height."""
    rect = stage.list.visualRect(stage.pane._model.index_of(key))
    return QPointF(rect.left() + 60, rect.top() + rect.height() * share)


def test_a_drop_on_the_lower_half_of_a_card_stands_behind_it(stage) -> None:
    drop(stage, points_mime(stage, "a"), in_row(stage, "p:c", 0.8))
    assert stage.said("request_move") == [(("a",), "agreements", "d")]


def test_a_drop_on_the_upper_half_of_a_card_stands_before_it(stage) -> None:
    drop(stage, points_mime(stage, "a"), in_row(stage, "p:d", 0.2))
    assert stage.said("request_move") == [(("a",), "agreements", "d")]


def test_a_drop_under_a_section_header_is_first_there(stage) -> None:
    drop(stage, points_mime(stage, "d"), in_row(stage, "t:meeting", 0.9))
    assert stage.said("request_move") == [(("d",), "meeting", "a")]


def test_a_drop_on_a_suggestion_is_last_among_the_cards(stage) -> None:
    key = next(r.key for r in stage.pane._model.rows if r.suggestion)
    drop(stage, points_mime(stage, "a"), in_row(stage, key, 0.9))
    assert stage.said("request_move") == [(("a",), "background", "")]


def test_a_drop_below_everything_is_in_the_last_section(stage) -> None:
    drop(stage, points_mime(stage, "a"), QPointF(60, 690))
    assert stage.said("request_move") == [(("a",), "stray", "")]


def test_several_points_keep_their_order(stage) -> None:
    drop(stage, points_mime(stage, "a", "b"), in_row(stage, "p:c", 0.1))
    assert stage.said("request_move") == [(("a", "b"), "agreements", "c")]


def test_a_drop_where_it_was_asks_for_nothing(stage) -> None:
    drop(stage, points_mime(stage, "a"), in_row(stage, "p:a", 0.9))
    assert stage.said("request_move") == []


def test_the_line_is_shown_while_dragging_and_gone_when_the_drag_leaves(stage) -> None:
    assert drag_to(stage, points_mime(stage, "a"), in_row(stage, "p:c", 0.8))
    assert stage.list._guide == Guide(gap=5)
    stage.pane.grab()
    stage.list.dragLeaveEvent(QDragLeaveEvent())
    assert stage.list._guide == Guide()


def test_text_from_the_source_is_tagged_by_the_section_it_is_dropped_on(stage) -> None:
    drop(stage, span_mime(), in_row(stage, "p:d", 0.5))
    assert stage.said("request_tag_selection") == [("agreements", SPAN)]


def test_the_section_under_a_dragged_text_is_marked(stage) -> None:
    assert drag_to(stage, span_mime(), in_row(stage, "t:background", 0.5))
    assert stage.list._guide == Guide(section=6)
    stage.pane.grab()


def test_a_dropped_file_is_left_to_the_window(stage) -> None:
    mime = QMimeData()
    mime.setText("file:///somewhere")
    assert not drag_to(stage, mime, in_row(stage, "p:a", 0.5))


@pytest.mark.parametrize("payload", [b"", b"no json", b"[1", b"3"])
def test_a_broken_payload_is_nothing(payload) -> None:
    mime = QMimeData()
    mime.setData(POINT_MIME, QByteArray(payload))
    mime.setData(SPAN_MIME, QByteArray(payload))
    assert points_in(mime) == ()
    assert unpacked(mime) is None


def test_a_dragged_point_is_text_for_other_programs(stage) -> None:
    mime = points_mime(stage, "b", "a")
    assert mime.text() == "Point a\nPoint b"
    assert points_in(mime) == ("a", "b")


def test_the_picture_of_a_drag_shows_the_card(stage) -> None:
    rows = stage.list.selected_rows()
    picture = stage.list.drag_picture(rows)
    assert [r.point for r in rows] == ["a"]
    assert picture.deviceIndependentSize().width() > 300


def test_a_cancelled_drag_changes_nothing_and_shows_the_card_again(stage, monkeypatch) -> None:
    ghosts = []
    monkeypatch.setattr(
        "briefing.ui.points.draglist.QDrag.exec",
        lambda *_: ghosts.append(stage.pane._delegate.dragged) or Qt.DropAction.IgnoreAction,
    )
    stage.list.startDrag(BOTH)
    assert ghosts == [frozenset({"a"})]
    assert stage.pane._delegate.dragged == frozenset()
    assert stage.heard == []


def test_near_the_lower_edge_the_list_scrolls(stage, cards) -> None:
    stage.pane.show_view(cards.view_of(tuple(cards.card(f"p{i}") for i in range(60)), focused="p0"))
    bar, bottom = stage.list.verticalScrollBar(), stage.list.viewport().height()
    mime, edge = points_mime(stage, "p0"), QPointF(60, bottom - 2)
    drag_to(stage, mime, edge)
    stage.bot.waitUntil(lambda: bar.value() > 0)
    stage.list.dropEvent(QDropEvent(edge, BOTH, mime, Qt.MouseButton.LeftButton, NONE))


def test_text_dropped_on_a_badge_of_the_empty_pane_is_tagged(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((), ()))
    empty = stage.pane._empty
    at = QPointF(empty.badges()[1].geometry().center())
    mime = span_mime()
    event = QDropEvent(at, BOTH, mime, Qt.MouseButton.LeftButton, NONE)
    empty.dropEvent(event)
    assert stage.said("request_tag_selection") == [("agreements", SPAN)]


def test_text_dropped_beside_the_badges_is_not_taken(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((), ()))
    mime = span_mime()
    event = QDropEvent(QPointF(2, 2), BOTH, mime, Qt.MouseButton.LeftButton, NONE)
    stage.pane._empty.dropEvent(event)
    assert stage.said("request_tag_selection") == []


def test_the_points_of_another_window_are_not_taken(stage) -> None:
    mime = QMimeData()
    mime.setData(POINT_MIME, QByteArray(b'["elsewhere"]'))
    assert not drag_to(stage, mime, in_row(stage, "p:c", 0.8))
    drop(stage, mime, in_row(stage, "p:c", 0.8))
    assert stage.said("request_move") == []
