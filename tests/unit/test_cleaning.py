"""What is made legal can stand in XML and JSON, and no offset in it moves."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.cleaning import clean, legal

ANYTHING = st.text(alphabet=st.characters(codec=None), max_size=200)


@given(ANYTHING)
def test_no_offset_moves(text):
    assert len(legal(text)) == len(text)


@given(ANYTHING)
def test_it_can_stand_in_xml(text):
    element = etree.Element("p")
    element.text = legal(text)
    assert etree.fromstring(etree.tostring(element)).text == (legal(text) or None)


@given(ANYTHING)
def test_it_can_be_saved_as_json(text):
    assert json.loads(json.dumps(legal(text), ensure_ascii=False).encode("utf-8")) == legal(text)


@given(ANYTHING)
def test_twice_is_once(text):
    assert legal(legal(text)) == legal(text)


@given(ANYTHING)
def test_what_was_cleaned_is_legal(text):
    assert legal(clean(text)) == clean(text)


def test_each_kind_of_character_has_its_stand_in():
    assert legal("a\r\nb\x0bc\u2028d\0e\ud800f\tg") == "a \nb\nc\nd\ufffde\ufffdf\tg"
