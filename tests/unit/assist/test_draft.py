import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assist.check import check_point
from briefing.assist.draft import Draft, Style, draft_wording
from briefing.assist.report_endings import report_ending

CASES = Path(__file__).parents[2] / "cases" / "assist" / "draft" / "cases.txt"
ENDINGS = CASES.parent / "report-endings.txt"
ARTICLE = Path(__file__).parents[4] / "shared" / "articles" / "customs-meeting.txt"


def cases() -> list[list[str]]:
    text = re.sub(r"^#.*\n", "", CASES.read_text(encoding="utf-8"))
    return [block.splitlines() for block in text.strip().split("\n\n")]


def drafted(language: str, quote: str) -> Draft:
    style: Style = "korean-report" if language.endswith("*") else "plain"
    return draft_wording(quote, language[:2], "2023-09-08T09:54", style=style)


@pytest.mark.parametrize(("language", "quote", "expected"), cases())
def test_a_quote_is_drafted_as_the_case_says(language: str, quote: str, expected: str) -> None:
    assert drafted(language, quote).text == expected


@pytest.mark.parametrize(("language", "quote", "expected"), cases())
def test_whatever_was_changed_is_noted(language: str, quote: str, expected: str) -> None:
    assert bool(drafted(language, quote).notes) == (quote != expected)


@pytest.mark.parametrize("line", ENDINGS.read_text(encoding="utf-8").splitlines()[1:])
def test_a_korean_sentence_ends_as_reports_do_or_stays(line: str) -> None:
    sentence, _, ended = line.partition("|")
    assert (report_ending(sentence) or "") == ended


def test_a_note_names_the_words_before_and_after() -> None:
    (note,) = draft_wording("They met on Thursday.", "en", "2023-09-08").notes
    assert (note.kind, note.before, note.after) == ("date", "Thursday", "7 September 2023")


@given(
    st.text(st.sampled_from("The ministry said, it added on Thursday. 고 밝혔다. (Yonhap) '\"”— "), min_size=1)
)
def test_only_cuts_and_dates_change_a_quote(quote: str) -> None:
    draft = draft_wording(quote, "en", "2023-09-08")
    left = draft.text.lower()
    for note in draft.notes:
        left = left.replace(note.after.lower(), "", 1) if note.kind == "date" else left
    remaining = iter(quote.lower())
    assert all(any(letter == other for other in remaining) for letter in left.replace(" ", ""))


@pytest.mark.skipif(not ARTICLE.exists(), reason="the shared article is not here")
def test_the_shared_article_keeps_exchanged_opinions_as_it_is() -> None:
    quote = next(
        line for line in ARTICLE.read_text(encoding="utf-8").splitlines() if "exchanged opinions" in line
    )
    draft = draft_wording(quote, "en", "2023-09-08T09:54").text
    assert "exchanged opinions" in draft
    assert "agreed" not in draft


def labelled() -> list[tuple[str, str, str]]:
    """Every eighth labelled sentence, with its language and day of publication."""
    found = []
    for path in sorted((CASES.parents[1] / "labelled").glob("*.txt")):
        day = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            day = line.split(" | ")[1] if line.startswith("## ") else day
            if "\t" in line:
                found.append((path.stem[:2], day, line.split("\t", 1)[1]))
    return found[::8]


@pytest.mark.parametrize("style", ["plain", "korean-report"])
def test_the_guard_doubts_no_draft_of_our_own(style: Style) -> None:
    doubted = []
    for language, day, quote in labelled():
        wording = draft_wording(quote, language, day, style=style).text
        doubted += [wording for _ in check_point(wording, [quote], language, language, day)]
    assert doubted == []
