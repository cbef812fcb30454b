"""Templates: read, written back, and refused with the line, the key and what is expected there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from forms import templates
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import resources
from briefing.errors import TemplateInvalid
from briefing.limits import MOST_TEMPLATE_CHARS, MOST_TEMPLATE_LINE_CHARS
from briefing.template import parse, renamed, to_toml
from briefing.template.keys import COLOURS, REPEATED, SINGLE, TOP, Key
from briefing.template.lines import key_lines
from briefing.template.reference import reference_markdown

SHIPPED = resources.names("templates", ".toml")
SHORTEST = 'name = "x"\n[[tags]]\nid = "a"\nname = "A"\n[[sections]]\nheading = "A"\ntag = "a"\n'
FAULTS = Path(__file__).parents[2] / "cases" / "template" / "faults.txt"


def cases() -> list:
    """Title, text and expected error of each case; in the file a case ends with its line of "->"."""
    made = []
    for case in re.split(r"(?<=\n)\n(?=[A-Z])", FAULTS.read_text(encoding="utf-8")):
        title, _, rest = case.partition("\n")
        text, _, expected = rest.rpartition("-> ")
        parts = [part.strip() for part in expected.split("|", 3)]
        made.append(pytest.param(text, parts, id=title))
    return made


def fault(text: str) -> TemplateInvalid:
    with pytest.raises(TemplateInvalid) as caught:
        parse(text, "house.toml")
    return caught.value


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_fault_is_named_by_line_key_and_what_is_expected(text, expected):
    found = fault(text)
    shown = re.sub(r"[\n\0\u2028]", " ", found.found).strip()
    assert [str(found.line), found.key, found.expected, shown] == expected
    assert found.source == "house.toml"


def all_keys() -> list:
    tables = {"": TOP, **SINGLE, **REPEATED}
    return [
        pytest.param(table, key, id=f"{table}.{key.name}") for table, keys in tables.items() for key in keys
    ]


@pytest.mark.parametrize(("table", "key"), all_keys())
def test_each_key_names_its_line_when_its_value_is_wrong(table: str, key: Key):
    required = "".join(f'{k.name} = "a"\n' for k in REPEATED.get(table, ()) if k.required and k is not key)
    header = f"{bracketed(table)}\n" if table else ""
    name = "" if (table, key.name) == ("", "name") else 'name = "x"\n'
    text = f"{name}{header}{required}{key.name} = {{ wrong = 1 }}\n"
    found = fault(text)
    assert (found.key, found.found) == (f"{table}.{key.name}".strip("."), "a table")
    assert text.split("\n")[found.line - 1].startswith(f"{key.name} = {{")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_parse_and_come_back(name):
    template = parse(resources.text("templates", name), name)
    assert parse(to_toml(template)) == template


def test_eight_templates_are_shipped():
    assert [name.removesuffix(".toml") for name in SHIPPED] == [
        "australian-brief",
        "bilateral-meeting",
        "information-note",
        "korean-report",
        "press-lines",
        "uk-submission",
        "us-memo",
        "weekly-roundup",
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_each_tag_of_a_shipped_template_has_a_colour_of_its_own_and_a_section(name):
    template = parse(resources.text("templates", name), name)
    colours = [tag.colour for tag in template.tags]
    assert len(set(colours)) == len(colours)
    assert {s.tag for s in template.sections} == {t.id for t in template.tags}


@given(templates())
@settings(max_examples=40)
def test_a_template_written_and_read_is_the_same_template(template):
    assert parse(to_toml(template)) == template


@given(templates())
@settings(max_examples=40)
def test_a_written_template_has_each_table_under_a_heading_of_its_own(template):
    lines = to_toml(template).split("\n")
    assert lines.count("[[tags]]") == len(template.tags)
    assert lines.count("[[sections]]") == len(template.sections)


def test_a_renamed_template_keeps_its_comments():
    text = f"# ours\n{SHORTEST}# the end\n"
    assert renamed(text, 'The "desk" form') == text.replace('"x"', '"The \\"desk\\" form"')


@pytest.mark.parametrize("name", ["'''x'''", '"""\\\nx"""'])
def test_a_template_is_renamed_however_its_name_is_written(name):
    assert parse(renamed(SHORTEST.replace('"x"', name), "New")).name == "New"


@given(templates())
@settings(max_examples=20)
def test_renaming_changes_the_name_and_nothing_else(template):
    assert parse(renamed(to_toml(template), "New")) == replace(template, name="New")


def test_the_shortest_template_has_the_default_of_every_key():
    template = parse(SHORTEST)
    assert (template.page.paper, template.type.size_pt, template.citations.style) == ("A4", 11, "source-line")
    assert (template.tags[0].colour, template.sections[0].layout) == ("slate", "bullets")


def test_what_equals_the_default_is_not_written():
    assert to_toml(parse(SHORTEST)) == "format = 1\n" + SHORTEST.replace("[[", "\n[[")


def test_a_long_list_is_written_one_item_a_line():
    choices = [f"MARKING NUMBER {i}" for i in range(9)]
    template = parse(f"{SHORTEST}[marking]\nchoices = {choices}\n".replace("'", '"'))
    assert 'choices = [\n  "MARKING NUMBER 0",\n' in to_toml(template)


def test_a_line_may_be_as_long_as_its_limit_and_no_longer():
    comment = "#" * MOST_TEMPLATE_LINE_CHARS
    assert parse(SHORTEST + comment) == parse(SHORTEST)
    assert fault(f"{SHORTEST}{comment}#").expected == "at most 2,000 characters in a line"


def test_a_byte_order_mark_before_the_text_is_ignored():
    assert parse("\ufeff" + SHORTEST) == parse(SHORTEST)


def test_windows_line_ends_do_not_shift_the_line():
    assert fault('name = "x"\r\n[page]\r\nlimit = 700\r\n').line == 3


def test_a_line_separator_in_a_comment_does_not_shift_the_line():
    assert fault('name = "x" # a\u2028b\x85c\n[page]\nlimit = 700\n').line == 3


def test_tags_are_found_by_id_and_have_the_digits_1_to_9():
    tags = "".join(f'[[tags]]\nid = "t{i}"\nname = "T"\n' for i in range(1, 11))
    template = parse(f'name = "x"\n{tags}[[sections]]\nheading = "A"\ntag = "t1"\n')
    assert [template.digit(f"t{i}") for i in (1, 9, 10, 11)] == [1, 9, 0, 0]
    assert template.tag("t2") is template.tags[1]
    assert template.tag("t11") is None


def test_every_colour_name_is_a_choice():
    text = SHORTEST.replace('name = "A"', 'name = "A"\ncolour = "{}"')
    assert [parse(text.format(colour)).tags[0].colour for colour in COLOURS] == list(COLOURS)


# Hostile files


def big(key: str, value: str) -> str:
    return f'name = "x"\n[page]\n{key} = {value}\n'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#" * (MOST_TEMPLATE_CHARS + 1), id="too long"),
        pytest.param("#" * MOST_TEMPLATE_CHARS, id="one long line"),
        pytest.param("a" + ".a" * 90_000 + " = 1", id="a deep dotted key"),
        pytest.param("\n".join(f"x{i}" + ".a" * 950 + " = 1" for i in range(20)), id="many deep dotted keys"),
        pytest.param("name" + ".a" * 900 + " = 1", id="a deep table where a text belongs"),
        pytest.param("name = " + "[" * 1_900, id="deep arrays"),
        pytest.param("name = " + "[\n" * 99_000, id="deep arrays over lines"),
        pytest.param("name = " + "{a = " * 300, id="deep inline tables"),
        pytest.param("[[a]]\n" * 30_000, id="many tables"),
        pytest.param(big("limit", "9" * 1_900), id="a long number"),
        pytest.param(big("limit", "0x" + "f" * 1_900), id="a long hexadecimal number"),
        pytest.param(big("limit", "1e999999"), id="an endless number"),
        pytest.param(big("q" * 1_900, "1"), id="a long key"),
        pytest.param(big("paper", '"' + "q" * 1_900 + '"'), id="a long value"),
        pytest.param('name = """' + '\\"""\n' * 30_000, id="quotes without end"),
        pytest.param("\x00", id="a null character"),
        pytest.param("name = '\ud800'", id="half a surrogate pair"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_hostile_file_is_refused_in_a_few_words(text):
    found = fault(text)
    assert len(found.key) <= 80
    assert len(found.found) <= 80


def test_the_longest_number_a_line_can_hold_is_refused():
    number = "0x" + "f" * (MOST_TEMPLATE_LINE_CHARS - len("limit = 0x"))
    assert fault(big("limit", number)).expected == "a whole number from 0 to 99"


def line_of_fault(text: str) -> int:
    try:
        parse(text)
    except TemplateInvalid as found:
        return found.line
    return 0


@given(st.text(max_size=60) | st.text("[]{}=.,\"'#\n ab1_", max_size=60))
@example('x = """"""""')
def test_any_text_is_read_or_refused_with_a_typed_error(text):
    assert 0 <= line_of_fault(text) <= text.count("\n") + 1


@given(templates(), st.data())
@settings(max_examples=40)
def test_a_template_with_one_character_changed_is_read_or_refused(template, data):
    text = to_toml(template)
    at = data.draw(st.integers(0, len(text) - 1))
    changed = text[:at] + data.draw(st.sampled_from('"[]={}\n\\#')) + text[at + 1 :]
    assert 0 <= line_of_fault(changed) <= changed.count("\n") + 1


@given(templates())
@settings(max_examples=40)
def test_every_written_key_is_found_on_its_line(template):
    text = to_toml(template)
    lines = text.split("\n")
    for path, number in key_lines(text).items():
        if isinstance(path[-1], str) and path[-1] not in (*SINGLE, *REPEATED):
            assert lines[number - 1].startswith(f"{path[-1]} = ")


# The reference page


def bracketed(table: str) -> str:
    return f"[[{table}]]" if table in REPEATED else f"[{table}]"


def test_the_reference_page_is_up_to_date(repository):
    page = (repository / "docs" / "template-reference.md").read_text(encoding="utf-8")
    assert page == reference_markdown(), "write reference_markdown() to docs/template-reference.md"


@pytest.mark.parametrize(("table", "key"), all_keys())
def test_the_reference_page_has_a_row_for_each_key(table: str, key: Key):
    section = (
        reference_markdown()
        .split(f"## `{bracketed(table)}`" if table else "## Top of the file")[1]
        .split("\n## ")[0]
    )
    assert f"| `{key.name}` |" in section


def test_the_example_of_the_reference_page_is_a_template():
    text = reference_markdown().split("```toml\n")[1].split("```")[0]
    assert parse(text).name == "Short note"
