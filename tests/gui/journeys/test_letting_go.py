"""A note that was closed is gone from memory too."""

from __future__ import annotations

import gc

from living import living
from PySide6.QtWidgets import QApplication

from briefing.model.article import Article
from briefing.ui.main_window import MainWindow


def articles() -> int:
    gc.collect()
    return sum(isinstance(o, Article) and bool(o.blocks) for o in living())


def windows() -> int:
    return sum(isinstance(o, MainWindow) for o in gc.get_objects())


def close(person, home) -> None:
    window = person.window
    window.session.saved(window.session.note, home / "closed.briefing", "")
    window.close()


def test_a_closed_note_frees_its_article_and_its_window(person, home):
    before = articles(), windows()
    person.program.open_window("sample")
    person.until(lambda: not person.window.on_start)
    assert articles() > before[0]
    close(person, home)
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    assert (articles(), windows()) == before
