"""One cleaner for all text that enters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.importers import clean

anything = st.text(alphabet=st.characters(codec=None), max_size=200)


@given(anything)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(anything)
def test_what_comes_out_can_stand_in_xml(text: str) -> None:
    element = etree.Element("p")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element)).text == (clean(text) or None)


@given(anything)
def test_what_comes_out_can_be_saved_as_utf8_json(text: str) -> None:
    saved = json.dumps(clean(text), ensure_ascii=False).encode("utf-8")
    assert json.loads(saved) == clean(text)


@given(st.text(alphabet="abc한국日本 .,\n\t", max_size=200))
def test_plain_text_comes_out_as_it_went_in(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x0bc\x1fd\ufffee", "ab\ncde"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("pair \ud83c\uddf0", "pair \U0001f1f0"),
        (
            "soft\xadhyphen, zero\u200bwidth, \ufeffmark, over\u202eride",
            "softhyphen, zerowidth, mark, override",
        ),
        ("joiner after\u200d ASCII, emoji 👩\u200d🚀 kept", "joiner after ASCII, emoji 👩\u200d🚀 kept"),
        ("한글 and cafe\u0301".replace("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"), "한글 and café"),
        ("compatibility ideograph 樂 stays", "compatibility ideograph 樂 stays"),
    ],
)
def test_each_kind_of_dirt_is_cleaned(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy
