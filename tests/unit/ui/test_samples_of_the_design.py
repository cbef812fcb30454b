"""Where the design gives the very words of a message, the program says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ImportFailed
from briefing.faults import explain
from briefing.ui.saving import is_away
from briefing.words import Words

EN = Words("en")


def said(what: str, then: str) -> str:
    return f"{what} {then}"


def test_closing_unsaved_asks_in_the_designs_words() -> None:
    asked = said(EN("window.close_title", name="Ostrana talks"), EN("window.close_text", days=30))
    assert asked == "Save changes to “Ostrana talks”? A recovery copy is kept for 30 days."
    answers = [EN(f"window.{key}") for key in ("close_save", "close_discard", "cancel")]
    assert answers == ["Save", "Don't save", "Cancel"]


def test_a_drive_that_is_away_is_told_in_the_designs_words() -> None:
    told = said(EN("window.save_failed", folder="H:/Briefings"), EN("window.save_failed_no-drive_do"))
    assert told == (
        "Could not save to H:/Briefings. The drive is not reachable; "
        "your note is open and a recovery copy is on this computer. Save elsewhere or try again."
    )


@pytest.mark.parametrize(
    ("name", "detail", "what", "then"),
    [
        ("https://news.example/1", "", "No article found on this page.",
         "Copy the text in your browser, then press Ctrl+V."),
        ("annex.pdf", "pictures", "This PDF holds pictures of text.", "Open a text version or paste the text."),
        ("empty.docx", "no text in the document", "“empty.docx” holds no text.",
         "Open the article in its own program, copy the text and paste it."),
    ],
)  # fmt: skip
def test_where_no_article_is_found_the_design_says_so(name: str, detail: str, what: str, then: str) -> None:
    told = explain(ImportFailed(name, "no-article", detail), EN)
    assert said(told.what, told.then) == f"{what} Nothing was changed. {then}"


@pytest.mark.parametrize(
    ("path", "away"),
    [
        ("/volume-that-is-not-there/Briefings/a.briefing", True),
        ("/mnt/share-that-is-not-there/a.briefing", True),
        ("/tmp/folder-that-is-not-there/a.briefing", False),
    ],
)
def test_a_missing_drive_is_told_from_a_missing_folder(path: str, away: bool) -> None:
    assert is_away(Path(path)) is away
