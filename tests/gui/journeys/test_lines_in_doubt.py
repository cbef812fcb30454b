"""The analyst decides what belongs to the article: one history for it, and nothing is lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.cli.demo import sample_note
from briefing.model.article import Article, Block, Status, with_statuses

PLAIN = ("The hall was full of light.", "Somebody had brought flowers.", "The windows stood open.")


@pytest.fixture
def unsure(person) -> tuple[int, ...]:
    """An article that suggests nothing is open; its first two paragraphs are in doubt."""
    blocks = tuple(Block(text) for text in PLAIN)
    article = with_statuses(Article("a-1", "The hall", blocks, "en"), (0, 1), Status.DOUBTFUL)
    note = replace(sample_note(), articles=(article,), points=())
    person.window.session.opened(note, None, None)
    person.window.show_editor()
    person.window.editor.focus_pane("source")
    return (0, 1)


def statuses(person, blocks) -> list[Status]:
    return [person.note.articles[0].blocks[block].status for block in blocks]


def test_keys_keep_one_and_drop_the_other_and_undo_takes_each_back(person, unsure):
    person.stand_on("full of light")
    person.press("Return")
    person.stand_on("brought flowers")
    person.press("X")
    assert statuses(person, unsure) == [Status.BODY, Status.FURNITURE]
    person.press("Ctrl+Z", "Ctrl+Z")
    assert statuses(person, unsure) == [Status.DOUBTFUL, Status.DOUBTFUL]


def test_a_dropped_run_is_one_step_and_its_lines_can_be_shown_again(person, unsure):
    source = person.window.editor.source
    source.parts.answering.drop_run(unsure[0])
    assert statuses(person, unsure) == [Status.FURNITURE, Status.FURNITURE]
    shown = source.text.toPlainText()
    assert "brought flowers" not in shown
    person.window.actions_by_name["show_hidden"].trigger()
    assert "brought flowers" in source.text.toPlainText()
    person.press("Ctrl+Z")
    assert statuses(person, unsure) == [Status.DOUBTFUL, Status.DOUBTFUL]


def test_a_dropped_paragraph_keeps_the_point_that_quotes_it(person, unsure):
    person.stand_on("brought flowers")
    person.press("1")
    person.window.editor.source.parts.answering.drop_blocks(unsure[1])
    point = person.note.points[0]
    assert point.evidence[0].quote in person.note.articles[0].blocks[unsure[1]].text
    person.window.screens.reveal_quote(point.id)
    assert "brought flowers" in person.window.editor.source.text.toPlainText()
