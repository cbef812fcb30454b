"""A card at a glance says what the whole template says, or nothing."""

from __future__ import annotations

import pytest

from briefing import resources
from briefing import template as templates
from briefing.ui.start.fill import template_choices
from briefing.ui.start.glance import glance

SHIPPED = resources.names("templates", ".toml")


def read(name: str, text: str):
    return template_choices(((name, templates.parse(text, name)),))[0]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_is_seen_as_it_reads(name):
    text = resources.text("templates", name)
    assert glance(name, text) == read(name, text)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_template_the_program_wrote_is_seen_as_it_reads(name):
    text = templates.to_toml(templates.parse(resources.text("templates", name), name))
    assert glance(name, text) == read(name, text)


def test_a_text_over_many_lines_is_not_taken_for_keys():
    assert glance("a", "name = 'A'\nnote = '''\n[[tags]]\nname = 'B'\n'''\n").colours == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "format = 1",
        'name = "a\\"b"',
        'name = """A"""',
        "name = 'A'\ntags = [{}]",
        "name = 'A'\n[page]\nlimit = x",
    ],
)
def test_what_takes_a_closer_look_is_left_to_it(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any of Python's own
        glance("a", text)
