"""The numbers of the design against the geometry of a window on the screen, at 100 % text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from briefing.ui.points import card
from briefing.ui.points.pieces import Paragraph
from briefing.ui.source.rows import Look


@pytest.fixture
def start(in_design_type):
    """The start screen at 1440 by 900 and a system font of 13 px."""
    return in_design_type(1440, 900)


@pytest.fixture
def at_13(start) -> object:
    """The same with the sample and a few points."""
    start.try_sample()
    start.press("1", "2", "3")
    start.until(lambda: start.window.editor.width() == 1440)
    return start


def test_bars_and_panes_have_their_sizes(at_13):
    window, editor = at_13.window, at_13.window.editor
    around = editor.source.parts.around
    heights = {
        "menu bar": (window.menuBar().height(), 28),
        "toolbar": (editor.toolbar.height(), 48),
        "status bar": (editor.status.height(), 28),
        "source header": (editor.source.header.height(), 40),
        "tag bar": (around._tags.height(), 40),
        "suggestion bar": (around._suggestions.height(), 44),
        "source": (editor.source.width(), 480),
        "points": (editor.points.width(), 424),
        "preview and the two lines": (editor.preview.width() + 2, 536),
    }
    assert {n: is_ for n, (is_, _) in heights.items()} == {n: wanted for n, (_, wanted) in heights.items()}


def test_a_splitter_is_a_line_that_is_grabbed_beside_it_and_reset_by_a_double_click(at_13):
    panes = at_13.window.editor.panes
    handle = panes._outer.handle(1)
    assert (handle.width(), handle.mask().boundingRect().width()) == (8, 1)
    at_13.qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 300))
    at_13.qtbot.mouseMove(handle, QPoint(60, 300))
    at_13.qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 300))
    assert panes._panes["source"].width() > 500
    at_13.qtbot.mouseDClick(handle, Qt.MouseButton.LeftButton)
    assert panes._panes["source"].width() == 480


def test_the_article_stands_between_its_gutter_and_its_margin_with_its_pitch(at_13):
    text = at_13.window.editor.source.text
    row = next(n for n in range(text.document().blockCount()) if text.row_of(n).look is Look.TEXT)
    lines = text.block_of(row).layout()
    first, second = lines.lineAt(0), lines.lineAt(1)
    assert first.x() == 56
    assert text.width() - text.setting.right == 26
    assert second.y() - first.y() == 23
    assert text.font().pixelSize() == 15


@pytest.mark.parametrize("width", [760, 960, 1200, 1440, 2200])
def test_no_line_of_the_article_is_longer_than_people_like_to_read(at_13, width):
    editor = at_13.window.editor
    at_13.window.resize(width, 800)
    at_13.until(lambda: editor.width() == width)
    editor.panes._outer.setSizes([width, 0] if editor.panes.shape == "three" else [width // 2] * 2)
    QApplication.processEvents()
    assert max(line_lengths(editor.source.text)) <= 79, "75 characters of the usual width"
    assert sorted(line_lengths(editor.source.text))[-3] >= 40


def line_lengths(text) -> list[int]:
    """How many characters stand on each line of running text that is not the last of its paragraph."""
    rows = (n for n in range(text.document().blockCount()) if text.row_of(n).look is Look.TEXT)
    lays = [text.block_of(n).layout() for n in rows]
    return [lay.lineAt(i).textLength() for lay in lays for i in range(lay.lineCount() - 1)]


def test_cards_have_their_padding_gap_radius_and_type(at_13):
    points = at_13.window.editor.points
    view, model, drawn = points._list, points._model, points._delegate.drawing
    at, row = next((n, row) for n, row in enumerate(model.rows) if row.card is not None)
    place = view.visualRect(model.index(at, 0))
    drawing = drawn(row)
    wording = next(piece for piece in drawing.pieces if isinstance(piece, Paragraph))
    assert (drawing.frame.left(), view.width() - drawing.frame.right()) == (
        16,
        16,
    )  # a scroll bar stands in the margin
    assert place.height() - drawing.frame.height() == 5
    assert card.RADIUS_PX == 9
    assert wording.text.line_px == 19
    assert points._model._kit.text.font.pixelSize() == 13


@pytest.mark.parametrize(("width", "shape"), [(1200, "three"), (1199, "two"), (760, "two"), (759, "one")])
def test_panes_become_tabs_below_their_widths(at_13, width, shape):
    at_13.window.resize(width, 640)
    at_13.until(lambda: at_13.window.editor.panes.width() == width)
    assert at_13.window.editor.panes.shape == shape


def test_the_window_can_be_720_by_480_and_no_smaller(at_13):
    at_13.window.resize(1, 1)
    assert at_13.window.size().toTuple() == (720, 480)


@pytest.mark.parametrize(("command", "size"), [("export", (580, 590)), ("edit_template", (1120, 728))])
def test_a_dialog_has_its_size_and_can_be_resized(at_13, command, size):
    seen = []

    def look(dialog: QDialog) -> None:
        seen.append((dialog.size().toTuple(), dialog.minimumSize() != dialog.maximumSize()))
        dialog.reject()

    at_13.in_dialog(look)
    at_13.window.actions_by_name[command].trigger()
    room = QApplication.primaryScreen().availableSize() * 0.95
    assert seen == [((min(size[0], room.width()), min(size[1], room.height())), True)]


# -- type, targets and the ring, over every control of the window and its dialogs

CONTROLS = (QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox, QLineEdit, QTabBar)

HOLDERS = (*CONTROLS, QAbstractSpinBox)


def controls(top: QWidget) -> list[QWidget]:
    """The controls in view that take the keyboard or a click; a field inside another is part of that."""
    shown = [w for w in top.findChildren(QWidget) if w.isVisible() and w.window() is top]
    found = [w for w in shown if isinstance(w, (*CONTROLS, QAbstractButton))]
    return [w for w in found if w.isEnabled() and not isinstance(w.parent(), HOLDERS) and w.width() > 0]


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r} {widget.size().toTuple()}"


def small_type(top: QWidget) -> list[str]:
    texts = (w for w in top.findChildren(QWidget) if isinstance(w, QLabel | QAbstractButton | QLineEdit))
    return [told(w) for w in texts if w.isVisible() and 0 <= w.fontInfo().pixelSize() < 11.5]


def small_targets(top: QWidget) -> list[str]:
    return [told(w) for w in controls(top) if min(w.width(), w.height()) < 24]


def without_ring(top: QWidget) -> list[str]:
    """The controls that take the keyboard and then show no ring of 2 px on all their sides."""
    reachable = [
        w for w in controls(top) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    ]
    return [told(w) for w in reachable if not has_ring(w)]


def has_ring(widget: QWidget) -> bool:
    """Whether gaining the keyboard changes 2 px of colour, 3:1 to what was there, in a row across its edge."""
    away = widget.window()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)  # as Tab does
        above = above.parentWidget()
    away.setFocus(Qt.FocusReason.TabFocusReason)
    before = picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    after = picture(widget)
    middle = before.height() // 2
    changed = [before.pixel(x, middle) != after.pixel(x, middle) for x in range(before.width())]
    return any(one and other for one, other in pairwise(changed))


def picture(widget: QWidget) -> QImage:
    QApplication.sendPostedEvents()
    top = widget.window()
    place = QRect(widget.mapTo(top, QPoint()), widget.size()).adjusted(-3, -3, 3, 3)
    image = QImage(place.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    top.render(image, QPoint(), place)
    return image


@pytest.fixture
def everywhere(at_13) -> object:
    """Calls a look at the window and at each dialog; what each found, by name."""

    def visit(look) -> dict[str, list[str]]:
        found = {"window": look(at_13.window)}

        def visit_dialog(dialog: QDialog) -> None:
            dialog.activateWindow()
            at_13.until(dialog.isActiveWindow)
            found[name] = look(dialog)
            dialog.reject()

        for name in at_13.DIALOGS:
            at_13.in_dialog(visit_dialog)
            at_13.window.actions_by_name[name].trigger()
        assert set(found) == {"window", *at_13.DIALOGS}
        return {name: said for name, said in found.items() if said}

    return visit


def test_no_type_is_smaller_than_11_and_a_half(everywhere):
    assert everywhere(small_type) == {}


def test_every_target_is_24_px(everywhere):
    assert everywhere(small_targets) == {}


def test_every_control_shows_a_ring_when_it_has_the_keyboard(everywhere):
    assert everywhere(without_ring) == {}


def test_the_start_screen_keeps_the_same_numbers(start):
    start.until(lambda: start.window.start.forms.new_card is not None)
    top = start.window
    assert small_type(top) + small_targets(top) + without_ring(top) == []
