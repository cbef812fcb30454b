"""What is written in a dialog or a field is in the journal within a second, and out of it if it is let go."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.store import recovery
from briefing.store.journal import TYPING_PAUSE_S
from briefing.store.places import places
from briefing.store.recovery import unsaved
from briefing.ui.points.editor import LATEST_MS
from briefing.ui.points.editor import PAUSE_MS as EDITOR_PAUSE_MS
from briefing.ui.unfinished import GATHER_MS


@pytest.fixture
def after_a_crash(person, monkeypatch):
    """The note as the next start would offer it if the program were killed now."""

    def left():
        found = unsaved(places().journals)
        return found[0].note if found else person.window.session.first

    monkeypatch.setattr(recovery, "alive", lambda _: False)
    person.try_sample()
    person.press("1")
    return left


def written(person, field, text: str, left, of) -> None:
    """Writes in a dialog, and waits for the journal to have it."""
    field.setFocus()
    person.qtbot.keyClicks(field, text)
    person.until(lambda: of(left()) == text)


def in_dialog(person, act) -> None:
    """The same as `person.in_dialog`; a dialog that fails is closed, so that the test can end."""

    def safely(dialog) -> None:
        try:
            act(dialog)
        except BaseException:
            dialog.reject()
            raise

    person.in_dialog(safely)


@pytest.mark.parametrize("end", ["accept", "reject"])
def test_a_header_field_is_kept_while_it_is_written(person, after_a_crash, end):
    def write(sheet) -> None:
        written(person, sheet.fields["to"], "Director", after_a_crash, lambda n: n.field("to"))
        written(person, sheet.summary, "Data will flow.", after_a_crash, lambda n: n.summary)
        getattr(sheet, end)()

    in_dialog(person, write)
    before = person.note.field("to")
    person.window.commands.asking.header_fields("to")
    assert person.note.field("to") == ("Director" if end == "accept" else before)
    person.until(lambda: after_a_crash() == person.note)


def test_an_articles_detail_is_kept_while_it_is_written(person, after_a_crash):
    def write(sheet) -> None:
        sheet.fields["marking"].clear()
        sheet.fields["published"].setText("2024-0")
        written(person, sheet.fields["marking"], "SECRET", after_a_crash, lambda n: n.articles[0].marking)
        sheet.reject()

    published = person.note.articles[0].published
    in_dialog(person, write)
    person.window.commands.asking.article_details(person.note.articles[0].id)
    person.until(lambda: after_a_crash() == person.note)
    assert person.note.articles[0].published == published


def test_half_a_date_is_none_in_the_journal(person, after_a_crash):
    seen = []

    def write(sheet) -> None:
        sheet.fields["published"].setText("2024-0")
        seen.append(sheet.corrected().published)
        sheet.reject()

    in_dialog(person, write)
    person.window.commands.asking.article_details(person.note.articles[0].id)
    assert seen == [person.note.articles[0].published]


def test_a_comment_is_kept_while_it_is_written(person, after_a_crash):
    points = person.window.editor.points
    points.edit(person.note.points[0].id, "comment")
    person.qtbot.keyClicks(points._delegate.editor, "ask the desk")
    person.until(lambda: after_a_crash().points[0].comment == "ask the desk")
    assert person.note.points[0].comment == ""
    points._delegate.revert()
    person.until(lambda: after_a_crash() == person.note)


def test_the_title_is_kept_while_it_is_written(person, after_a_crash):
    title = person.window.editor.toolbar.title
    title.setFocus()
    title.selectAll()
    person.qtbot.keyClicks(title, "Harbour talks")
    person.until(lambda: after_a_crash().title == "Harbour talks")
    person.window.editor.keep_typing()
    person.until(lambda: after_a_crash() == person.note)


def test_a_form_of_the_note_is_kept_while_it_is_edited(person, after_a_crash):
    def edit(dialog) -> None:
        dialog.draft.set(("name",), "Our own form")
        person.until(lambda: "Our own form" in after_a_crash().template.source)
        dialog.draft.undo()
        dialog.reject()
        dialog.reject()

    in_dialog(person, edit)
    person.window.commands.templates.edit()
    person.until(lambda: after_a_crash() == person.note)


def test_a_save_while_a_dialog_is_open_leaves_what_is_written_in_the_journal(person, after_a_crash):
    path = Path(person.folder / "talks.briefing")

    def write(sheet) -> None:
        written(person, sheet.fields["to"], "Director", after_a_crash, lambda n: n.field("to"))
        assert person.window.saving._save_to(path)
        person.until(lambda: after_a_crash().field("to") == "Director")
        sheet.reject()

    in_dialog(person, write)
    person.window.commands.asking.header_fields("to")


def test_typing_is_on_its_way_to_the_journal_within_a_second_of_its_first_key():
    journal_ms = TYPING_PAUSE_S * 1000
    assert max(GATHER_MS, EDITOR_PAUSE_MS, LATEST_MS) + journal_ms < 1000
