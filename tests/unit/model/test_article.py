"""Articles: what counts as the article, and how a person numbers it."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.article import Article, Block, Extra, Kind, Status, day_of, paragraph_number, with_statuses

PAGE = Article(
    "a-1",
    blocks=(
        Block("The Post", status=Status.FURNITURE),
        Block("Talks in Brena", Kind.HEADING),
        Block("They met."),
        Block("A picture", Kind.CAPTION),
        Block("“We met.”", Kind.QUOTE, Status.DOUBTFUL),
        Block("a\tb", Kind.TABLE),
    ),
)


def test_paragraphs_are_the_running_text():
    assert PAGE.paragraphs == ("Talks in Brena", "They met.", "“We met.”")


def test_captions_stand_apart():
    assert PAGE.captions == ("A picture",)


def test_furniture_is_not_of_the_body_but_doubtful_lines_are():
    assert [PAGE.in_body(i) for i in range(6)] == [False, True, True, True, True, True]


def test_paragraphs_are_numbered_as_a_person_counts():
    assert [paragraph_number(PAGE, i) for i in range(6)] == [0, 0, 1, 1, 2, 2]


def test_a_restored_line_is_counted_again():
    restored = with_statuses(PAGE, (0,), Status.BODY)
    assert restored.in_body(0)
    assert paragraph_number(restored, 2) == 2


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2023-09-08", date(2023, 9, 8)),
        ("2023-09-08T09:54", date(2023, 9, 8)),
        ("2023-09-08T23:54+09:00", date(2023, 9, 8)),
        ("2023-09", None),
        ("Thursday", None),
        ("", None),
    ],
)
def test_a_day_is_named_by_an_iso_date_alone(iso, day):
    assert day_of(iso) == day


def test_fields_of_a_newer_version_compare_and_hash_by_value():
    one, same, other = Extra({"a": [1]}), Extra({"a": [1]}), Extra({"a": [2]})
    assert one == same
    assert hash(one) == hash(same)
    assert one != other


@pytest.mark.parametrize("remade", [copy.deepcopy, lambda extra: pickle.loads(pickle.dumps(extra))])  # noqa: S301 our own bytes
def test_fields_of_a_newer_version_reach_another_process(remade):
    extra = Extra({"a": [1], "b": "c"})
    assert remade(extra) == extra
    assert dict(remade(extra)) == {"a": [1], "b": "c"}


def test_fields_of_a_newer_version_show_what_they_hold():
    assert repr(Extra({"a": 1})) == "Extra({'a': 1})"
    assert len(Extra()) == 0


def test_an_article_is_a_value():
    assert hash(PAGE) == hash(replace(PAGE))
