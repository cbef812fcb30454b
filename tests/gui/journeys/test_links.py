"""A link of the article reaches the browser only when the analyst asks for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from briefing.model.article import Article, Block, Link
from briefing.model.note import Note

URL = QUrl("https://ports.example/halden")


@pytest.fixture
def linked(person) -> Note:
    """A note whose article leads somewhere is open."""
    block = Block("The talks at Port Halden went on.", links=(Link(13, 24, URL.toString()),))
    note = replace(person.note, articles=(Article("a-1", "Talks", (block,), "en"),))
    person.window.session.opened(note, None, None)
    person.window.show_editor()
    return note


@pytest.mark.parametrize("opens", [True, False])
def test_a_link_is_opened_or_the_window_says_why_not(person, linked, monkeypatch, opens):
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or opens)
    person.window.editor.source.request_link.emit(URL)
    assert asked == [URL]
    assert ("could not be opened" in person.message()) is not opens
