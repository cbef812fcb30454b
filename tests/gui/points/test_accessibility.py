from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip

from briefing import resources
from briefing.ui.points.pieces import Label
from briefing.ui.theme import DARK, LIGHT, Theme
from briefing.ui.words import Words

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
DESCRIBED = Qt.ItemDataRole.AccessibleDescriptionRole


def says(stage, key: str, role=SPOKEN) -> str:
    return stage.pane._model.index_of(key).data(role)


def test_a_card_says_its_place_its_section_and_its_text(stage) -> None:
    assert says(stage, "p:d") == "Point 2 of 2, Agreements: Point d."


def test_a_card_says_how_many_warnings_it_has(stage) -> None:
    assert says(stage, "p:c") == "Point 1 of 2, Agreements: 20 a year, 1 warning."


def test_a_cards_description_reads_its_warning_and_its_quote(stage) -> None:
    described = says(stage, "p:c", DESCRIBED)
    assert "Number differs from source: 20 vs 10" in described
    assert "quote of c" in described


def test_a_section_says_how_many_points_it_has(stage) -> None:
    assert says(stage, "t:meeting") == "Meeting, 2 points."


def test_a_suggestion_says_that_it_is_one(stage) -> None:
    key = next(r.key for r in stage.pane._model.rows if r.suggestion)
    assert says(stage, key) == "Suggested: Background. Castora plans talks"


def test_korean_is_spoken_after_a_change_of_language(stage) -> None:
    stage.pane.set_words(Words("ko"))
    assert says(stage, "p:d") == "Agreements 2건 중 2번째 요점: Point d."
    assert stage.pane.header._title.text() == "요점"


def test_every_button_widget_has_a_name(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((), ()))
    buttons = stage.pane.findChildren(QAbstractButton)
    assert buttons
    assert [b for b in buttons if not b.accessibleName()] == []


def test_every_painted_button_has_a_name_and_room_to_hit(stage) -> None:
    stage.pane.focus_point("c")
    drawings = [stage.pane._delegate.drawing(r) for r in stage.pane._model.rows]
    buttons = [b for d in drawings for b in d.buttons]
    assert all(b.name for b in buttons)
    assert all(b.rect.height() >= 24 for b in buttons)


def test_a_painted_button_shows_its_name_as_a_tooltip(stage, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: shown.append(text))
    at = stage.at("p:a", stage.button("p:a", "edit").rect.center()).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, QPoint(0, 0))
    stage.list.viewportEvent(event)
    assert shown == ["Edit (E)"]


def test_the_editor_has_a_name(stage) -> None:
    stage.pane.edit("a")
    assert stage.pane._delegate.editor.accessibleName() == "Wording of the point"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_theme_paints_the_focused_card_in_its_own_colours(stage, scale, palette) -> None:
    stage.pane.set_theme(Theme(palette, scale))
    image = stage.pane.grab().toImage()
    row = stage.list.visualRect(stage.pane._model.index_of("p:a"))
    frame = stage.pane._delegate.drawing(stage.list.current_row()).frame
    at = stage.list.pos() + row.topLeft() + QPoint(round(frame.center().x()), 1)
    assert image.pixelColor(at).name().upper() == palette.accent


def test_no_text_is_cut_in_height_at_twice_the_size(stage) -> None:
    stage.pane.set_theme(Theme(LIGHT, 2.0))
    heights = [stage.pane._delegate.sizeHint(None, stage.pane._model.index(i, 0)).height() for i in range(3)]
    assert min(heights) >= 56


def test_english_and_korean_have_the_same_sentences_and_places() -> None:
    read = [json.loads(resources.text("translations", lang, "points.json")) for lang in ("en", "ko")]
    places = [{k: set(re.findall(r"\{(\w+)", v)) for k, v in words.items()} for words in read]
    assert places[0].keys() == places[1].keys()
    singular = {k for k in places[0] if k.endswith(".one")}
    assert {k: v for k, v in places[0].items() if k not in singular} == {
        k: v for k, v in places[1].items() if k not in singular
    }


def test_a_nested_card_says_its_level(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a"), cards.card("b", level=1))))
    assert says(stage, "p:b", DESCRIBED).startswith("Level 2.")


def test_a_suggestions_description_is_its_reason(stage) -> None:
    key = next(r.key for r in stage.pane._model.rows if r.suggestion)
    assert says(stage, key, DESCRIBED) == "“plans talks”"


def test_a_resting_card_shows_owner_due_and_comment_in_one_line(stage, cards) -> None:
    people = cards.card("b", owner="Border Policy Unit", due="30 June 2026", comment="ask")
    stage.pane.show_view(cards.view_of((cards.card("a"), people), focused="a"))
    row = stage.pane._model.row_at(stage.pane._model.index_of("p:b"))
    texts = [p.text for p in stage.pane._delegate.drawing(row).pieces if isinstance(p, Label)]
    assert {"Border Policy Unit", "30 June 2026", "ask"} <= set(texts)


@pytest.mark.parametrize("text", ["Short.", "A long wording " * 9, "", "한국어 문구 " * 20])
def test_the_height_of_a_resting_card_is_known_without_drawing_it(stage, cards, text) -> None:
    for extra in ({}, {"owner": "Desk"}, {"quotes": ()}, {"level": 2}):
        card = cards.card("b", wording=text, **extra)
        stage.pane.show_view(cards.view_of((cards.card("a"), card), focused="a"))
        index = stage.pane._model.index_of("p:b")
        drawn = stage.pane._delegate.drawing(stage.pane._model.row_at(index)).height
        assert stage.pane._delegate.sizeHint(None, index).height() == round(drawn)


def test_the_warned_word_is_marked_in_the_editor_too(stage) -> None:
    stage.pane.edit("c")
    marks = stage.pane._delegate.editor.extraSelections()
    assert [(m.cursor.selectionStart(), m.cursor.selectionEnd()) for m in marks] == [(0, 2)]
