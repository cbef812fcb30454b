"""Lines that name who wrote a text, in seven languages, and lines of capitals that name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.importers import read_article, read_text
from briefing.importers.bylines import byline_in, is_full_name

TABLE = Path(__file__).parents[2] / "cases" / "importers" / "bylines.txt"
CASES = [line.split(" =>") for line in TABLE.read_text(encoding="utf-8").splitlines() if " =>" in line]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_a_byline_names_these(line: str, expected: str) -> None:
    found = byline_in(line)
    agency = f" | {found.agency}" if found.agency else ""
    assert f"{'; '.join(found.persons)}{agency}".strip() == expected.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Partly Cloudy", "Seoul Full Forecast", "LIKE SAVE PRINT", "All Share Services", "North Korea",
        "Hong Kong", "Video Transcript", "Read Next Story", "Middle East", "Prime Minister",
        "Foreign Ministry", "The Courier",
    ],
)  # fmt: skip
def test_capitals_alone_make_no_name(line: str) -> None:
    assert not is_full_name(line)


@pytest.mark.parametrize("line", ["Jane Doe", "Ursula von der Leyen", "Richard (R.J.) Roe", "Ana López García"])
def test_a_name_alone_is_one(line: str) -> None:
    assert is_full_name(line)


@pytest.mark.parametrize(
    "line",
    ["17.05.2024 um 16:14 Uhr - Ilsa Marten - 9 Kommentare", "Ilsa Marten | May 17, 2024",
     "Ilsa Marten, USA TODAY 8:42 a.m. May 17, 2024"],
)  # fmt: skip
def test_a_date_line_may_name_the_author_too(line: str) -> None:
    text = "The ports of Velmark opened again on Friday, the ministry said in a statement to the press.\n" * 3
    assert read_text(f"Velmark reopens its northern ports\n{line}\n{text}").byline == ("Ilsa Marten",)


def test_the_author_beside_the_headline_signs_a_page_not_those_of_its_menu() -> None:
    teasers = "".join(
        f"<li><a>Salt museum opens hall {n}</a> <span class='byline'>Orla Venn</span></li>" for n in "1234"
    )
    text = (
        "<p>The ports of Velmark opened again on Friday, the ministry said in a statement to the press.</p>" * 4
    )
    page = (
        f"<html><head><title>Velmark reopens its ports</title></head><body><ul>{teasers}</ul>"
        f"<h1>Velmark reopens its ports</h1><span class='byline'>By Ilsa Marten</span>{text}</body></html>"
    )
    assert read_article(page.encode(), "page.html").byline == ("Ilsa Marten",)
