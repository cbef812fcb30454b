"""What is done to the article with the mouse, at the whole window: select, tag, resize, quote, carry, find."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from briefing.ui.source.chips import TagChip
from briefing.ui.source.popover import Popover
from briefing.ui.source.rows import Look
from briefing.ui.values import Span

LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
BLEND = 24  # of 255: a line between two pixels
AGREED = "Both sides agreed to exchange risk data"


class Page:
    """The article as the mouse meets it."""

    def __init__(self, person) -> None:
        self.person = person
        self.pane = person.window.editor.source
        self.text = self.pane.text

    def span(self, words: str) -> Span:
        article = self.person.note.articles[0]
        for number, block in enumerate(article.blocks):
            at = block.text.find(words)
            if at >= 0 and article.in_body(number):
                return Span(article.id, number, at, at + len(words))
        raise LookupError(words)

    def rects(self, words: str) -> list[QRectF]:
        self.pane.parts.sheet.reveal(self.span(words))
        return self.text.where.rects_of(self.span(words))

    def before(self, words: str) -> QPointF:
        rect = self.rects(words)[0]
        return QPointF(rect.left() + 1.5, rect.center().y())

    def behind(self, words: str) -> QPointF:
        rect = self.rects(words)[-1]
        return QPointF(rect.right() - 1.5, rect.center().y())

    def drag(self, start: QPointF, end: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        """Presses, moves and lets go, as a hand does."""
        view, kind = self.text.viewport(), QEvent.Type
        steps = [(kind.MouseButtonPress, start), (kind.MouseMove, (start + end) / 2), (kind.MouseMove, end)]
        for event, at in (*steps, (kind.MouseButtonRelease, end)):
            button = Qt.MouseButton.NoButton if event is kind.MouseMove else LEFT
            buttons = Qt.MouseButton.NoButton if event is kind.MouseButtonRelease else LEFT
            where = QPointF(view.mapToGlobal(at.toPoint()))
            QApplication.sendEvent(view, QMouseEvent(event, at, where, button, buttons, held))

    def selected(self) -> str:
        return self.person.text_of(self.pane.current())

    def popover(self) -> Popover:
        return self.pane.findChild(Popover)

    def fills(self, area: QRectF) -> str:
        """The colour that most of an area has."""
        picture, rect = self.text.viewport().grab().toImage(), area.toAlignedRect()
        across, down = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
        counted = Counter(QColor(picture.pixel(x, y)).name() for x in across for y in down)
        return counted.most_common(1)[0][0]

    def shows(self, colour: str, area: QRectF) -> bool:
        """Whether something of that colour, or blended a little, is painted there."""
        picture, wanted, rect = self.text.viewport().grab().toImage(), QColor(colour), area.toAlignedRect()
        across, down = range(rect.left(), rect.right()), range(rect.top(), rect.bottom())
        seen = {picture.pixel(x, y) for x in across for y in down}
        return any(_far(QColor(pixel), wanted) <= BLEND for pixel in seen)


def _far(one: QColor, other: QColor) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(a - b) for a, b in pairs)


@pytest.fixture
def page(person) -> Page:
    person.try_sample()
    return Page(person)


def quotes(person) -> list[str]:
    return [anchor.quote for point in person.note.points for anchor in point.evidence]


def test_a_drag_takes_whole_words_and_the_popover_tags_them(person, page):
    page.drag(page.before("xchange risk data"), page.behind("exchange risk da"))
    assert page.selected() == "exchange risk data"
    assert page.popover().isVisible()
    chip = next(c for c in page.popover().findChildren(TagChip) if c.tag.id == "agreements")
    person.click(chip)
    assert quotes(person) == ["exchange risk data"]
    assert person.note.points[0].tag == "agreements"
    assert not page.popover().isVisible()


def test_the_popover_lies_beside_the_selection_and_within_the_pane(person, page):
    page.drag(page.before(AGREED), page.behind(AGREED))
    popover = page.popover().geometry()
    corner = page.text.mapTo(page.pane, page.text.rect().topLeft())
    assert not any(popover.intersects(r.translated(corner).toAlignedRect()) for r in page.rects(AGREED))
    assert page.pane.rect().contains(popover)


def test_a_drag_that_nearly_takes_a_sentence_takes_it(person, page):
    sentence = page.span("They will also run")
    whole = next(
        s
        for s in page.pane.parts.standing.places.sentences
        if s.block == sentence.block and s.start == sentence.start
    )
    text = person.text_of(whole)
    page.drag(page.before(text), page.behind(text[:-1]))
    assert page.selected() == text


def test_alt_and_a_drag_take_letters(person, page):
    page.drag(page.before("change risk"), page.behind("change ri"), ALT)
    assert page.selected() == "change ri"


def test_the_end_of_a_highlight_is_dragged_to_another_word_as_one_step(person, page):
    page.drag(page.before("exchange"), page.behind("exchange risk data"))
    person.press("2")
    before = person.note
    end = page.rects("exchange risk data")[-1]
    page.drag(QPointF(end.right(), end.center().y()), page.behind("exchange"))
    assert quotes(person) == ["exchange"]
    person.press("Ctrl+Z")
    assert person.note == before


def test_a_selection_is_a_second_quote_of_the_focused_point(person, page):
    person.stand_on("Both sides agreed")
    person.press("2")
    person.window.screens.focus_point(person.note.points[0].id)
    page.drag(page.before("liaison officer"), page.behind("liaison officer"))
    offer = next(b for b in page.popover().findChildren(QPushButton) if "second quote" in b.text())
    person.click(offer)
    assert quotes(person)[1] == "liaison officer"
    assert len(person.note.points) == 1


def test_a_selection_carried_to_a_section_is_tagged_by_it(person, page, monkeypatch):
    """The drag itself belongs to the window system; what it carries is brought by hand."""
    points = person.window.editor.points
    person.stand_on("They will also run")
    person.press("2")
    carried = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: carried.append(drag.mimeData()) or Qt.DropAction.CopyAction
    )
    page.drag(page.before("liaison"), page.behind("liaison officer"))
    page.drag(page.before("officer"), QPointF(page.before("officer").x() + 60, 5))
    mime, rows = carried[0], points._list
    rows.scrollTo(points._model.index_of("t:meeting"))
    to = rows.visualRect(points._model.index_of("t:meeting")).center()
    copy = Qt.DropAction.CopyAction
    rows.dragEnterEvent(QDragEnterEvent(to, copy, mime, LEFT, NONE))
    rows.dragMoveEvent(QDragMoveEvent(to, copy, mime, LEFT, NONE))
    rows.dropEvent(QDropEvent(QPointF(to), copy, mime, LEFT, NONE))
    assert [(p.tag, p.evidence[0].quote) for p in person.note.points if p.tag == "meeting"] == [
        ("meeting", "liaison officer")
    ]


def test_the_current_sentence_is_outlined_in_the_accent(person, page):
    accent = person.window.theme.color("accent").name()
    page.drag(page.before("They will also run"), page.before("They will also run"))
    rect = page.rects("They will also run")[0]
    assert page.shows(accent, rect.adjusted(-6, -2, 0, 2))


def test_a_suggestion_is_hollow_and_dashed_until_it_is_accepted(person, page):
    first = person.window.screens.suggestions[0]
    tag = page.pane.parts.sheet.view.tags[first.tag]
    paint = person.window.theme.palette.tag(tag.colour)
    rect = page.text.where.rects_of(first.span)[0]
    under = rect.adjusted(4, rect.height() - 5, -4, 0)
    assert page.shows(paint.ink, under)
    gap = rect.adjusted(2, 2, 2 - rect.width() + 40, -rect.height() / 2)
    assert page.fills(gap) != QColor(paint.fill).name()
    person.press("Return")
    assert page.fills(gap) == QColor(paint.fill).name()


def test_two_tags_on_one_sentence_lie_over_one_another(person, page):
    person.stand_on("Both sides agreed")
    person.press("2")
    person.stand_on("Both sides agreed")
    person.press("Alt+3")
    assert [p.tag for p in person.note.points] == ["agreements", "background"]
    palette = person.window.theme.palette
    rect = page.rects(AGREED)[0]
    assert page.shows(palette.tag("ochre").fill, rect)
    under = rect.adjusted(0, rect.height() - 4, 0, 4)
    assert page.shows(palette.tag("ochre").ink, under)
    assert page.shows(palette.tag("green").ink, under)


def test_the_text_grows_and_shrinks_by_key_where_it_stands(person, page):
    def pitch() -> float:
        return page.text.setting._styles[Look.TEXT].pitch

    usual = pitch()
    person.window.actions_by_name["text_bigger"].trigger()
    assert pitch() > usual
    person.window.actions_by_name["text_smaller"].trigger()
    person.window.actions_by_name["text_smaller"].trigger()
    assert pitch() < usual
    person.press("Ctrl+0")
    assert pitch() == usual


def test_found_text_is_selected_in_the_article_and_can_be_tagged_at_once(person, page):
    person.press("Ctrl+F")
    person.type("liaison officer")
    person.press("Return")
    assert page.selected() == "liaison officer"
    person.press("Esc", "2")
    assert quotes(person) == ["liaison officer"]
