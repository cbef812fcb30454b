"""Whose word a point is, printed where the template asks for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes import article, note, point, quoted
from sketch import sketch

from briefing.compose import compose
from briefing.template import parse

FORM = """
name = "x"
[citations]
style = "none"
attribution = "(according to {who})"
own_assessment = "(own assessment)"
[[tags]]
id = "meeting"
name = "Meeting"
[[sections]]
heading = "Meeting"
tag = "meeting"
"""


def line(made, who: str = "", form: str = FORM) -> str:
    source = article("Exports fell in May.")
    composed = compose(replace(note(source), points=(made,)), parse(form), who=lambda _, __: who)
    return sketch(composed).splitlines()[-1]


def told(wording: str = "Exports fell in May."):
    source = article("Exports fell in May.")
    return point("p-1", "meeting", wording, quoted(source, "Exports fell"))


def test_the_template_may_print_who_says_it_before_the_full_stop():
    assert "Exports fell in May (according to the agency)." in line(told(), "the agency")


def test_what_the_wording_says_already_is_not_said_twice():
    assert "according" not in line(told("The agency said exports fell."), "the agency")


def test_the_papers_own_report_needs_no_name():
    assert "according" not in line(told())


def test_a_point_without_a_source_is_said_to_be_ones_own():
    assert "Trade matters (own assessment)." in line(point("p-1", wording="Trade matters."))


def test_a_template_that_says_nothing_prints_nothing():
    plain = FORM.replace('attribution = "(according to {who})"', "").replace(
        'own_assessment = "(own assessment)"', ""
    )
    assert "(" not in line(told(), "the agency", plain) + line(
        point("p-1", wording="Trade matters."), "", plain
    )


@pytest.mark.parametrize("stop", ["。", "."])
def test_a_wide_bracket_brings_its_own_space(stop):
    form = FORM.replace("(according to {who})", "（{who}による）")
    assert f"輸出は減った（税関による）{stop}" in line(told(f"輸出は減った{stop}"), "税関", form)
