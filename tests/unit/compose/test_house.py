"""The house rules: what does not hold is named, with its place, and refuses only where the template says so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes import article, note, point, quoted

from briefing.compose import compose
from briefing.compose.acronyms import unexplained
from briefing.compose.endings import ends_in_a_noun
from briefing.compose.house import Measured, breaches, needs_pages
from briefing.template import parse

FORM = """
name = "x"
page = {{ limit = 1 }}
marking = {{ choices = ["OPEN", "OFFICIAL", "SECRET"] }}
bottom_line = {{ most_lines = 4 }}
rules = {{ title = "off", required_fields = "off", page_limit = "off"{rules} }}
fields = [{{ key = "to", label = "To", required = true }}]
tags = [{{ id = "meeting", name = "Meeting" }}, {{ id = "next", name = "Next" }}]
[[sections]]
heading = "Meeting"
tag = "meeting"
most = 2
[[sections]]
heading = "Next steps"
tag = "next"
assigns = true
"""


def found(rules, *points, measured=None, doubts=(), **facts):
    form = parse(FORM.format(rules=f", {rules}" if rules else ""))
    made = replace(note(title="Talks"), points=points, **facts)
    return breaches(made, form, compose(made, form), measured, doubts)


def keys(*arguments, **facts):
    return [breach.key for breach in found(*arguments, **facts)]


def test_a_note_over_the_page_limit_is_named_only_where_pages_were_measured():
    rules = FORM.format(rules="").replace('page_limit = "off"', 'page_limit = "refuse"')
    form, made = parse(rules), note(title="Talks")
    assert breaches(made, form, compose(made, form), None) == ()
    long = breaches(made, form, compose(made, form), Measured(2, 3, 0))
    assert [(b.key, b.refuses, b.facts["count"]) for b in long] == [("page_limit", True, 3)]


@pytest.mark.parametrize(("severity", "refuses"), [("say", [False]), ("refuse", [True]), ("off", [])])
def test_the_template_says_how_grave_a_breach_is(severity, refuses):
    assert [b.refuses for b in found(f'bottom_line = "{severity}"')] == refuses


@pytest.mark.parametrize(
    ("summary", "lines", "expected"),
    [("", 0, ["bottom_line_missing"]), ("Short.", 4, []), ("Long.", 5, ["bottom_line_long"])],
)
def test_the_bottom_line_must_be_there_and_short(summary, lines, expected):
    assert keys('bottom_line = "say"', summary=summary, measured=Measured(1, 0, lines)) == expected


@pytest.mark.parametrize(
    ("marking", "source", "expected"),
    [
        ("", "", ["marking_missing"]),
        ("PRIVATE", "", ["marking_unknown"]),
        ("OPEN", "OFFICIAL", ["marking_low"]),
        ("OFFICIAL", "OFFICIAL", []),
        ("SECRET", "OPEN", []),
        ("OPEN", "", []),
    ],
)
def test_the_marking_is_set_known_and_not_below_the_sources(marking, source, expected):
    sources = (replace(article("Text."), marking=source),)
    assert keys('marking = "say"', marking=marking, articles=sources) == expected


def test_what_the_guard_doubts_is_counted():
    assert keys("", doubts=("seven, source: six",)) == ["facts"]


def test_points_without_a_source_are_counted_and_the_first_is_named():
    bare = point("p-2", wording="An assessment")
    linked = point("p-1", "meeting", "Met.", quoted(article("Met."), "Met."))
    (breach,) = found('sources = "say"', linked, bare)
    assert (breach.facts, breach.origin) == ({"count": 1, "first": "An assessment"}, "point:p-2")


def test_empty_sections_are_named_together():
    (breach,) = found('empty_sections = "say"')
    assert breach.facts["sections"] == "Meeting, Next steps"


def test_a_section_with_too_many_points_is_named():
    assert keys("", *[point(f"p-{n}") for n in range(3)]) == ["most_points"]
    assert keys("", *[point(f"p-{n}") for n in range(2)]) == []


@pytest.mark.parametrize(
    ("owner", "due", "expected"),
    [("Desk", "2026-06-30", []), ("Desk", "", ["assigned"]), ("", " ", ["assigned"])],
)
def test_each_next_step_has_an_owner_and_a_due_date(owner, due, expected):
    assert keys('assigned = "say"', point("p-1"), point("p-2", "next", owner=owner, due=due)) == expected


def test_a_required_field_is_missed_by_its_label():
    form = parse(FORM.format(rules="").replace('required_fields = "off"', 'required_fields = "say"'))
    made = note(title="Talks")
    (breach,) = breaches(made, form, compose(made, form))
    assert (breach.facts["fields"], breach.origin) == ("To", "field:to")


def test_an_acronym_nobody_spelled_out_leads_to_its_line():
    (breach,) = found(
        'acronyms = "say"', point("p-1", wording="The EU met."), point("p-2", wording="The CLG met.")
    )
    assert (breach.facts["acronyms"], breach.origin) == ("CLG", "point:p-2")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Customs Liaison Group (CLG)", "the CLG"], []),
        (["CLG (Customs Liaison Group)"], []),
        (["관세연락단(CLG) 회의", "CLG는"], []),
        (["the CLG", "Customs Liaison Group (CLG)"], ["CLG"]),
        (["NGOs met; R&D; A or B"], ["NGO", "R&D"]),
        (["World War II; the U.S.; ISO-9001; G20"], []),
        (["NOT FOR WIDER CIRCULATION"], []),
        (["(CLG)"], ["CLG"]),
    ],
)
def test_acronyms_are_spelled_out_where_they_first_stand(lines, expected):
    assert [name for name, _ in unexplained(lines, ())] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("자료 교환에 합의함", True),
        ("10월 회의 개최 예정.", True),
        ("공동 점검 실시(’23. 9. 7.)", True),
        ("상대국은 캐나다", True),
        ("매우 중요", True),
        ("They met.", True),
        ("자료를 교환하기로 했다.", False),
        ("합의했습니다", False),
        ("검토 중이에요", False),
    ],
)
def test_korean_report_lines_end_in_a_noun_form(line, expected):
    assert ends_in_a_noun(line) is expected


def test_only_rules_on_length_need_the_pages():
    assert not needs_pages(parse(FORM.format(rules="")))
    assert needs_pages(parse(FORM.format(rules=', bottom_line = "say"')))
