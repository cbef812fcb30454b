"""A note is in view before what assists is loaded; what it has to say comes by itself."""

from __future__ import annotations

from briefing.ui import assistance


def test_suggestions_come_by_themselves_after_the_article(person, monkeypatch):
    in_view: list[bool] = []
    monkeypatch.setattr(assistance, "is_loaded", lambda: bool(in_view))
    monkeypatch.setattr(assistance, "load", lambda: in_view.append(person.window.editor.source.isVisible()))
    person.try_sample()
    person.until(lambda: bool(person.window.screens.suggestions))
    assert in_view == [True]
