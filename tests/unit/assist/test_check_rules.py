from pathlib import Path

import pytest

from briefing.assist.check import check_point

CASES = Path(__file__).parents[2] / "cases" / "assist"
LINES = [line for path in sorted(CASES.glob("*.tsv")) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("!")])
def test_what_the_evidence_does_not_carry_is_doubted(line: str) -> None:
    kind, language, source, wording, evidence = line.split("\t")
    assert kind[1:] in {f.kind for f in check_point(wording, [evidence], language, source, "2025-03-14")}


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("=")])
def test_what_it_says_in_another_form_is_not(line: str) -> None:
    _, language, source, wording, evidence = line.split("\t")
    assert check_point(wording, [evidence], language, source, "2025-03-14") == ()
