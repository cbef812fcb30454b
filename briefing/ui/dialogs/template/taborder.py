"""The order of the Tab key where widgets come later than those behind them, or change places."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

from briefing.ui.dialogs.template.rows import Row, Rows


def chain(start: QWidget, holder: QWidget) -> None:
    """Lets Tab go from `start` through what stands in `holder`, as the eye does."""
    before = start
    for widget in stops(holder):
        QWidget.setTabOrder(before, widget)
        before = widget


def stops(holder: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab stops at, in the order they are seen."""
    if holder.focusPolicy() & Qt.FocusPolicy.TabFocus and holder.focusProxy() is None:
        yield holder
    if isinstance(holder, QComboBox | QAbstractSpinBox):
        return
    for child in _seen(holder):
        yield from stops(child)


def _seen(holder: QWidget) -> tuple[QWidget, ...]:
    if isinstance(holder, Rows):
        return tuple(holder.rows.values())
    children = [c for c in holder.children() if isinstance(c, QWidget)]
    if isinstance(holder, Row):
        children.sort(key=lambda c: c is holder.more)
    return tuple(children)
