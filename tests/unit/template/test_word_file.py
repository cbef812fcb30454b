"""The organisation's own Word file travels inside the template's text."""

from __future__ import annotations

from base64 import b64decode

import pytest

from briefing.errors import TemplateInvalid
from briefing.template import parse, to_toml, with_word_file, word_file_wanted
from briefing.template.keys import MOST_WORD_BYTES

TAG = '[[tags]]\nid = "a"\nname = "A"\n[[sections]]\nheading = "A"\ntag = "a"\n'
WANTING = f'# ours\nname = "x"\n[word]\nway = "form"  # filled\nfile = "ours.docx"\n{TAG}'
WORD = bytes(range(256)) * 4


def test_a_template_says_which_file_it_wants():
    assert word_file_wanted(WANTING) == "ours.docx"


def test_a_template_that_carries_its_file_wants_none():
    carrying = with_word_file(WANTING, WORD)
    assert word_file_wanted(carrying) == ""
    assert b64decode(parse(carrying).word.data) == WORD


def test_putting_the_file_in_keeps_the_comments():
    carrying = with_word_file(WANTING, WORD)
    assert [line for line in carrying.split("\n") if "#" in line] == ["# ours", 'way = "form"  # filled']


def test_another_file_takes_the_place_of_the_first():
    again = with_word_file(with_word_file(WANTING, WORD), b"other")
    assert b64decode(parse(again).word.data) == b"other"


def test_a_table_written_in_dots_takes_the_file_too():
    dotted = f'name = "x"\nword.way = "base"\nword.file = "a.dotx"\n{TAG}'
    assert b64decode(parse(with_word_file(dotted, WORD)).word.data) == WORD


def test_the_file_is_written_in_lines_a_mail_would_carry():
    assert max(map(len, to_toml(parse(with_word_file(WANTING, WORD))).split("\n"))) <= 100


def test_a_file_that_is_too_large_is_named():
    with pytest.raises(TemplateInvalid, check=lambda fault: fault.key == "word.data"):
        with_word_file(WANTING, bytes(MOST_WORD_BYTES + 3))


def test_a_file_of_the_greatest_size_does_not_count_as_text():
    assert len(parse(with_word_file(WANTING, bytes(MOST_WORD_BYTES))).word.data) > MOST_WORD_BYTES
