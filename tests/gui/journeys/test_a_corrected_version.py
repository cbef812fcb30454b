"""A source replaced by its corrected version: quotes are found again, and never on a look-alike."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from briefing import resources
from briefing.ui.dialogs.replacing import ReplaceSheet

SAMPLE = resources.text("samples", "velmark-castora.txt")


@pytest.fixture
def talks(person):
    """Two agreements of the sample, tagged."""
    person.try_sample()
    for words in ("Both sides agreed", "Ties cooled"):
        person.stand_on(words)
        person.press("2")
    return person


def replace_by(person, text: str, *, take: bool = True) -> list[str]:
    """Replaces the source by what is copied; answers what the sheet listed."""
    said = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ReplaceSheet)
        said.extend(dialog.list.item(i).text() for i in range(dialog.list.count()) if hasattr(dialog, "list"))
        dialog.accept() if take else dialog.reject()

    QGuiApplication.clipboard().setText(text)
    done = []
    person.in_dialog(lambda d: (answer(d), done.append(True)))
    person.window.actions_by_name["replace_from_clipboard"].trigger()
    person.until(lambda: bool(done))
    return said


def corrected(old: str, new: str) -> str:
    assert old in SAMPLE
    return SAMPLE.replace(old, new, 1)


def test_a_changed_sentence_is_listed_with_what_it_says_now(talks):
    listed = replace_by(talks, corrected("Both sides agreed to exchange", "Both sides proposed to exchange"))
    assert len(listed) == 1
    assert "Was: “Both sides agreed" in listed[0]
    assert "Now: “Both sides proposed" in listed[0]


def test_the_point_stays_marked_nowhere_and_is_doubted(talks):
    point = talks.note.points[0]
    replace_by(talks, corrected("Both sides agreed to exchange", "Both sides proposed to exchange"))
    assert talks.note.points[0] == point
    marks = talks.window.editor.source.parts.sheet.view.marks
    assert [m.point for m in marks] == [talks.note.points[1].id]
    talks.until(lambda: point.id in talks.window.screens.checks)
    assert any("No longer in the source" in c.sentence for c in talks.window.screens.checks[point.id])
    assert "1 quote is no longer in it" in talks.message()


def test_one_press_links_the_sentence_one_stands_on_instead(talks):
    replace_by(talks, corrected("Both sides agreed to exchange", "Both sides proposed to exchange"))
    point = talks.note.points[0].id
    talks.until(lambda: point in talks.window.screens.checks)
    talks.window.editor.focus_pane("source")
    span = talks.stand_on("Both sides proposed")
    key = next(c.key for c in talks.window.screens.checks[point] if c.key.startswith("quote-gone"))
    talks.window.editor.points.request_fix.emit(point, key)
    assert talks.note.point(point).evidence[0].quote == talks.text_of(span)
    talks.until(lambda: not any(c.key == key for c in talks.window.screens.checks.get(point, ())))


def test_what_only_moved_is_found_again_and_undo_brings_the_old_version_back(talks):
    before = talks.note
    text = corrected(
        "Both sides agreed", "A new opening sentence stands here for all to read. Both sides agreed"
    )
    done = []

    def take(dialog: QDialog) -> None:
        assert not hasattr(dialog, "list")
        dialog.accept()
        done.append(True)

    QGuiApplication.clipboard().setText(text)
    talks.in_dialog(take)
    talks.window.actions_by_name["replace_from_clipboard"].trigger()
    talks.until(lambda: bool(done))
    assert [p.evidence[0].quote for p in talks.note.points] == [p.evidence[0].quote for p in before.points]
    assert talks.note.points[0].evidence[0].start > before.points[0].evidence[0].start
    talks.press("Ctrl+Z")
    assert talks.note == before


def test_cancel_changes_nothing(talks):
    before = talks.note
    replace_by(talks, corrected("Both sides agreed to exchange", "Both sides proposed to exchange"), take=False)
    assert talks.note == before
