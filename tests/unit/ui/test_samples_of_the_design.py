"""Where the design gives the very words of a message, the program says them."""

from __future__ import annotations

from briefing.words import Words


def test_closing_unsaved_asks_in_the_designs_words() -> None:
    words = Words("en")
    asked = f"{words('window.close_title', name='Ostrana talks')} {words('window.close_text', days=30)}"
    assert asked == "Save changes to “Ostrana talks”? A recovery copy is kept for 30 days."
    answers = [words(f"window.{key}") for key in ("close_save", "close_discard", "cancel")]
    assert answers == ["Save", "Don't save", "Cancel"]
