"""What is dropped on an open note becomes its source, and nothing open is replaced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing.ui import opening
from briefing.ui.points.model import POINT_MIME

TALKS = (
    "Talks in {place}\n\n" + "The ministers met in {place} on Thursday and agreed to open a new crossing. " * 6
)


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Drags `mime` onto the widget as a file manager does; whether it was taken."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(widget.rect().center(), copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(widget.rect().center()), copy, mime, left, none))
    return True


def files(person, *places: str) -> QMimeData:
    mime = QMimeData()
    urls = []
    for place in places:
        path = person.folder / f"{place}.txt"
        path.write_text(TALKS.format(place=place), encoding="utf-8")
        urls.append(QUrl.fromLocalFile(str(path)))
    mime.setUrls(urls)
    return mime


def test_files_dropped_on_a_note_become_its_sources_in_their_order(person):
    person.try_sample()
    assert drop(person.window.editor, files(person, "Ostrana", "Brena", "Tarn"))
    person.until(lambda: len(person.note.articles) == 4)
    assert [a.headline for a in person.note.articles[1:]] == [
        "Talks in Ostrana",
        "Talks in Brena",
        "Talks in Tarn",
    ]
    assert len(person.program.windows) == 1


def test_one_that_cannot_be_read_stops_no_other(person):
    person.try_sample()
    mime = files(person, "Ostrana", "Brena")
    (person.folder / "Ostrana.txt").unlink()
    drop(person.window.editor, mime)
    person.until(lambda: len(person.note.articles) == 2)
    assert person.note.articles[1].headline == "Talks in Brena"


def test_files_dropped_on_the_start_screen_become_one_note(person):
    assert drop(person.window.start.viewport(), files(person, "Ostrana", "Brena"))
    person.until(lambda: len(person.note.articles) == 2)
    assert len(person.program.windows) == 1


def test_a_saved_note_dropped_on_a_note_opens_beside_it(person):
    person.try_sample()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(person.folder / "other.briefing"))])
    drop(person.window.editor, mime)
    assert len(person.program.windows) == 2
    assert person.program.windows[0].session.note.articles


@pytest.mark.parametrize("as_text", [True, False])
def test_a_dropped_link_is_read_from_its_address(person, monkeypatch, as_text):
    asked = []
    monkeypatch.setattr(opening.Opening, "import_address", lambda _self, address: asked.append(address))
    person.try_sample()
    mime = QMimeData()
    if as_text:
        mime.setText("https://news.example/talks")
    else:
        mime.setUrls([QUrl("https://news.example/talks")])
    drop(person.window.editor, mime)
    assert asked == ["https://news.example/talks"]


def test_dropped_text_becomes_a_source(person):
    person.try_sample()
    mime = QMimeData()
    mime.setText(TALKS.format(place="Ostrana"))
    drop(person.window.editor, mime)
    person.until(lambda: len(person.note.articles) == 2)


def test_a_point_of_our_own_is_no_article(person):
    person.try_sample()
    mime = QMimeData()
    mime.setText("A point")
    mime.setData(POINT_MIME, b'["p1"]')
    assert not drop(person.window.editor, mime)
