"""A note opened again is where one left it; nothing of a window stays behind when it is closed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog

from briefing.ui.place import KEY, PANES_KEY
from briefing.ui.source.rows import Look


@pytest.fixture
def left(person):
    """The sample saved and closed, with the sentence on the working group current and its point focused."""
    person.try_sample()
    person.press("1")
    span = person.stand_on("A working group")
    person.press("4")
    person.window.editor.source.set_current(span)
    person.window.editor.preview.set_zoom(1.5)
    path = person.folder / "talks.briefing"
    person.window.saving._save_to(path)
    person.program.open_window()
    person.program.windows[0].close()
    return span, path


def test_a_note_opened_again_is_where_one_left_it(person, left):
    span, path = left
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.note.articles))
    editor = person.window.editor
    person.until(lambda: editor.source.current_sentence() == span)
    assert person.window.screens.focus.point == person.note.points[-1].id
    assert editor.preview.zoom() == 1.5


def test_folds_and_scroll_come_back_with_the_note(person):
    person.window.resize(1300, 560)
    person.try_sample()
    person.press("1")
    source = person.window.editor.source
    source.parts.sheet.turn_fold(next(r.block for r in source.text.page.rows if r.look is Look.FOLD))
    person.stand_on("A working group")
    bar = source.text.verticalScrollBar()
    bar.setValue(bar.value() - 2)
    before = source.state()
    assert before[0].turned
    assert before[1] is not None
    path = person.folder / "talks.briefing"
    person.window.saving._save_to(path)
    person.program.open_window()
    person.program.windows[0].close()
    person.window.resize(1300, 560)
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.note.articles))
    person.until(lambda: person.window.editor.source.state() == before)


@pytest.mark.parametrize("kept", ["", "{", "[1]", '[{"note": 3}]', "[[]]"])
def test_what_cannot_be_read_of_a_place_stops_nothing(person, left, kept):
    QSettings().setValue(KEY, kept)
    QSettings().setValue(PANES_KEY, kept)
    person.window.commands.files.open_path(left[1])
    person.until(lambda: bool(person.note.articles))


def test_no_widget_of_a_closed_window_is_left(person, qapp):
    person.try_sample()
    person.press("1")
    before = person.window
    person.program.open_window()
    before.session.saved(before.session.note, person.folder / "x.briefing", "")
    gone = []
    before.destroyed.connect(lambda: gone.append(True))
    editor_gone = []
    before.editor.destroyed.connect(lambda: editor_gone.append(True))
    before.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    person.until(lambda: bool(gone))
    assert editor_gone
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [person.window]


def test_a_window_comes_back_where_it_was(person):
    person.window.setGeometry(60, 70, 730, 600)
    person.window.close()
    assert person.program.open_window().geometry().getRect() == (60, 70, 730, 600)


@pytest.mark.parametrize("place", [(5000, 4000, 730, 600), (-4000, 10, 730, 600), (0, 0, 3000, 2500)])
def test_a_window_left_on_a_screen_that_is_gone_comes_back_on_one_there_is(person, place):
    person.window.setGeometry(*place)
    person.window.close()
    window = person.program.open_window()
    assert window.screen().availableGeometry().contains(window.geometry().adjusted(1, 1, -1, -1))


def test_the_first_window_fits_the_screen(person):
    QSettings().remove("window/geometry")
    window = person.program.open_window()
    room = window.screen().availableSize()
    assert window.size() == QSize(1440, 900).boundedTo(room)


def test_the_print_preview_shows_the_pages(person):
    person.try_sample()
    person.press("1", "2")
    seen = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintPreviewDialog)
        seen.append(dialog.printer().pageLayout().pageSize().name())
        dialog.reject()

    person.in_dialog(look)
    person.window.actions_by_name["print_preview"].trigger()
    assert len(seen) == 1
    assert "A4" in seen[0]


def test_what_is_printed_has_the_pages_of_the_preview(person, monkeypatch):
    person.try_sample()
    person.press("1", "2")
    made = person.folder / "printed.pdf"

    def choose_a_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(made))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose_a_file)
    person.window.actions_by_name["print"].trigger()
    pages = re.findall(rb"/Type\s*/Page\b", made.read_bytes())
    assert len(pages) == person.window.editor.preview.page_count()


def test_edit_commands_act_in_the_field_that_has_the_keyboard(person):
    person.try_sample()
    title = person.window.editor.toolbar.title
    title.setFocus()
    title.setText("Talks in Ostrana")
    actions = person.window.actions_by_name
    actions["select_all"].trigger()
    actions["cut"].trigger()
    assert title.text() == ""
    actions["paste"].trigger()
    assert title.text() == "Talks in Ostrana"
    person.window.editor.keep_typing()
    assert person.note.title == "Talks in Ostrana"


JAPANESE = """税関長官が会談

東京時報

ヴェルマーク税関は14日、カストラ税関長官と会談したと発表した。双方は毎週、危険情報を交換することで合意した。

両国の関係は2020年以降冷え込んでいた。作業部会は9月に再び会合を開く予定だ。
"""


def test_a_japanese_article_becomes_a_note_by_key(person):
    person.paste(JAPANESE)
    assert person.note.articles[0].language == "ja"
    person.stand_on("会談したと発表")
    person.press("1")
    person.stand_on("合意した")
    person.press("2")
    assert [p.tag for p in person.note.points] == ["meeting", "agreements"]
    assert "合意" in person.note.points[1].wording
    person.until(lambda: "危険情報" in person.window.editor.preview.text())
    assert person.export("ja").stat().st_size > 0
