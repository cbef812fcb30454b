"""A note is in view before what assists is loaded; what it has to say comes by itself."""

from __future__ import annotations

from briefing.ui import assistance


def test_suggestions_come_by_themselves_after_the_article(person, monkeypatch):
    loaded: list[str] = []
    monkeypatch.setattr(assistance, "is_loaded", lambda: bool(loaded))
    monkeypatch.setattr(assistance, "load", lambda: loaded.append("all"))
    person.try_sample()
    assert person.window.screens.suggestions == ()
    person.until(lambda: bool(person.window.screens.suggestions))
