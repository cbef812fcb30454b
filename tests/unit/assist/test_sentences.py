from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assist.sentences import sentence_spans

CASES = Path(__file__).parents[2] / "cases" / "assist" / "sentences"


def marked_texts() -> list[tuple[str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [(path.stem, line.replace("\\n", "\n")) for line in lines if line and not line.startswith("#")]
    return found


@pytest.mark.parametrize(("language", "marked"), marked_texts())
def test_a_sentence_begins_exactly_where_the_case_marks_it(language: str, marked: str) -> None:
    text = marked.replace("¶", "")
    cut = [text[start:end] for start, end in sentence_spans(text, language)]
    assert cut == [piece.strip() for piece in marked.replace("\n\n", "¶").split("¶")]


@pytest.mark.parametrize(("language", "marked"), marked_texts())
def test_an_unknown_language_is_cut_the_same_way_but_for_german_ordinals(language: str, marked: str) -> None:
    text = marked.replace("¶", "")
    if language != "de":
        assert sentence_spans(text) == sentence_spans(text, language)


@given(st.text(st.sampled_from("aA1 .!?\n\t\"'”“」「。다요)(\u00a0…\U0001f1f0")))
def test_spans_are_trimmed_in_order_and_cover_every_visible_character(text: str) -> None:
    spans = sentence_spans(text)
    kept = [i for start, end in spans for i in range(start, end)]
    assert kept == sorted(set(kept))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(kept)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@given(st.text())
def test_any_text_at_all_is_covered(text: str) -> None:
    covered = "".join(text[start:end] for start, end in sentence_spans(text))
    assert "".join(covered.split()) == "".join(text.split())


class Reads(str):
    """A text that counts the characters handed out as slices."""

    __slots__ = ()
    count = 0

    def __getitem__(self, key: object) -> str:
        piece = super().__getitem__(key)  # type: ignore[index]  # any slice a str takes
        Reads.count += len(piece)
        return piece


@pytest.mark.parametrize(
    "piece", ["a. ", "U.S. ", "1. ", '다."', "“", ". »", "가\n", "a\t\n", "No. ", "2023. ", "\n \n", "(a. "]
)
def test_reading_effort_grows_with_the_length_alone(piece: str) -> None:
    efforts = []
    for size in (500, 5000):
        Reads.count = 0
        sentence_spans(Reads(piece * size))
        efforts.append(Reads.count)
    assert efforts[1] <= 11 * efforts[0] + 2000
