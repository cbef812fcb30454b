from pathlib import Path

import pytest

from briefing.assist.check import check_point

LINES = (
    (Path(__file__).parents[2] / "cases" / "assist" / "planned.tsv").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("!")])
def test_a_plan_told_as_done_is_doubted(line: str) -> None:
    _, language, source, wording, evidence = line.split("\t")
    assert "strength" in {f.kind for f in check_point(wording, [evidence], language, source, "2025-03-14")}


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("=")])
def test_what_was_done_beside_a_plan_is_not(line: str) -> None:
    _, language, source, wording, evidence = line.split("\t")
    assert check_point(wording, [evidence], language, source, "2025-03-14") == ()
