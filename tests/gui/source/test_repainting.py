"""A new mark repaints what it changes: all of it, and little else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication

FIRST = "Velmark held talks with Castora on Monday."
LAST = "Ties had cooled in 2020."
SECOND = "Both sides spent four hours at Port Halden."


class Painted(QObject):
    """The part of a widget that was painted while this listened."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def picture(stage) -> QImage:
    return stage.pane.text.viewport().grab().toImage()


def differing(one: QImage, other: QImage) -> list[QPoint]:
    across, down = range(one.width()), range(one.height())
    return [QPoint(x, y) for y in down for x in across if one.pixel(x, y) != other.pixel(x, y)]


def stand(stage) -> None:
    stage.show((SECOND, 1), suggestions=((LAST, 2),))
    stage.stand_on(FIRST)


@pytest.mark.parametrize(
    "change",
    [
        lambda stage: stage.show((SECOND, 2), suggestions=((LAST, 2),)),
        lambda stage: stage.show((SECOND, 1), (FIRST, 0), (FIRST, 2), suggestions=((LAST, 1),)),
        lambda stage: stage.show((SECOND, 1), suggestions=((FIRST, 2), (LAST, 2))),
        lambda stage: stage.show((SECOND, 1), suggestions=((LAST, 2),), focused_point="point 0"),
        lambda stage: stage.pane.parts.standing.step(1),
        lambda stage: stage.stand_on(LAST),
    ],
    ids=["retagged", "overlapping", "suggested", "focused", "stepped", "gone far"],
)
def test_everything_that_changes_is_painted(stage, change):
    stand(stage)
    before = picture(stage)
    QApplication.processEvents()
    painted = Painted(stage.pane.text.viewport())
    change(stage)
    QApplication.processEvents()
    region, after = QRegion(painted.region), picture(stage)
    changed = differing(before, after)
    assert changed
    assert all(region.contains(point) for point in changed)


def test_a_new_mark_paints_its_own_paragraph_only(stage):
    stand(stage)
    QApplication.processEvents()
    painted = Painted(stage.pane.text.viewport())
    stage.show((SECOND, 2), suggestions=((LAST, 2),))
    area = painted.region.boundingRect()
    assert 0 < area.height() < stage.pane.text.viewport().height() / 3


def test_the_same_view_again_paints_nothing(stage):
    stand(stage)
    QApplication.processEvents()
    painted = Painted(stage.pane.text.viewport())
    stage.show((SECOND, 1), suggestions=((LAST, 2),))
    assert painted.region.isEmpty()
