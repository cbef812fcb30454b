import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assist.check import check_point

CASES = Path(__file__).parents[2] / "cases" / "assist" / "check"
SUFFIX = re.compile(r"-(?:more|third|\w+th)$")  # sets written one after the other
PUBLISHED = "2023-09-08"
Case = tuple[str, str, list[str], str, str, str]  # both languages, evidence, kind or "", wording, published


def cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.txt")) for case in cases_in(path)]


def cases_in(path: Path) -> list[Case]:
    language, _, source = SUFFIX.sub("", path.stem).partition("-from-")
    found: list[Case] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        evidence = [line[2:] for line in lines if line.startswith("> ")]
        day = next((line[2:] for line in lines if line.startswith("@ ")), PUBLISHED)
        for line in lines:
            if line.startswith("= "):
                found.append((language[:2], source or language[:2], evidence, "", line[2:], day))
            elif line.startswith("!"):
                kind, _, wording = line[1:].partition(" ")
                found.append((language[:2], source or language[:2], evidence, kind, wording, day))
    return found


def kinds(case: Case) -> set[str]:
    language, source, evidence, _, wording, day = case
    return {f.kind for f in check_point(wording, evidence, language, source, day)}


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
def test_planted_errors_are_found(language: str) -> None:
    planted = [case for case in cases() if case[0] == language and case[3]]
    missed = [case[4] for case in planted if not kinds(case)]
    assert len(missed) <= 0.05 * len(planted), missed


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
def test_an_error_that_is_found_is_named_for_what_it_is(language: str) -> None:
    planted = [case for case in cases() if case[0] == language and case[3]]
    named = [case for case in planted if case[3] in kinds(case)]
    # A country is a party to some and a place to others; what is stopped is denied or turned round.
    assert len(named) >= 0.86 * len(planted)


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
def test_faithful_wordings_raise_no_doubt(language: str) -> None:
    faithful = [case for case in cases() if case[0] == language and not case[3]]
    false = [(case[4], kinds(case)) for case in faithful if kinds(case)]
    assert len(false) <= 0.02 * len(faithful), false


def test_the_last_blind_set_keeps_its_floor() -> None:
    last = [case for path in sorted(CASES.glob("*-twelfth.txt")) for case in cases_in(path)]
    assert sum(bool(kinds(case)) for case in last if case[3]) >= 93  # of 108; 86 when first seen
    assert sum(bool(kinds(case)) for case in last if not case[3]) <= 3  # of 75; 11 when first seen


def test_the_quote_itself_raises_no_doubt() -> None:
    for _, source, evidence, _, _, _ in cases():
        for sentence in evidence:
            assert check_point(sentence.rstrip(".") + ".", [f"{sentence} "], source, source, PUBLISHED) == ()


def test_a_finding_names_both_words_and_offers_a_fix() -> None:
    (found,) = check_point("They met on 8 September 2023.", ["They met on Thursday."], "en", "en", PUBLISHED)
    assert (found.kind, found.wording, found.evidence, found.fix) == (
        "date",
        "8 September 2023",
        "Thursday",
        "7 September 2023",
    )


def test_exchanged_opinions_may_not_become_agreed() -> None:
    (found,) = check_point(
        "The two sides agreed on trade.", ["The two sides exchanged opinions on trade."], "en"
    )
    assert (found.kind, found.wording, found.evidence) == ("strength", "agreed", "exchanged opinions")


def test_a_korean_word_that_is_nothing_but_an_ending_is_no_trouble() -> None:
    assert check_point("회의를 하고 끝냈다.", ["회의를 하는 하고 에서는 끝냈다."], "ko", "ko", PUBLISHED) == ()


def test_without_evidence_there_is_nothing_to_compare() -> None:
    assert check_point("Seven ships sank.", []) == ()


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["en", "ko", "ja", "zh", ""]))
def test_any_two_texts_can_be_compared(wording: str, evidence: str, language: str) -> None:
    for found in check_point(wording, [evidence], language, language, PUBLISHED):
        assert 0 <= found.start <= found.end <= len(wording)
