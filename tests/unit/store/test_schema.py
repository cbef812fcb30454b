"""The shipped JSON Schema says what the program reads and writes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from store_doubles import sample_note
from store_strategies import NOTES

from briefing import resources
from briefing.model.anchor import Anchor
from briefing.model.article import Article, Block, Finding
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.codec import encode

SCHEMA = json.loads(resources.text("schemas", "briefing.schema.json"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=50)
@given(NOTES)
def test_every_note_that_is_written_fits_the_schema(note):
    VALIDATOR.validate(json.loads(encode(note)))


def test_the_golden_file_fits_the_schema(golden):
    VALIDATOR.validate(json.loads((golden / "version-1.briefing").read_bytes()))


@pytest.mark.parametrize("kind", [TemplateCopy, Article, Finding, Block, Point, Anchor])
def test_the_schema_names_every_field_of_the_model(kind):
    named = SCHEMA["$defs"][kind.__name__.lower().removesuffix("copy")]["properties"]
    assert set(named) == set(kind.__struct_fields__) - {"extra"}


def test_the_schema_names_every_field_of_the_note_in_the_order_they_are_written():
    written = [key for key in json.loads(encode(sample_note())) if key != "reviewed"]
    assert list(SCHEMA["properties"]) == written
    assert set(Note.__struct_fields__) - {"extra"} <= set(written)


def test_a_wrong_type_does_not_fit():
    tree = json.loads(encode(sample_note()))
    tree["points"][0]["wording"] = 3
    assert not VALIDATOR.is_valid(tree)
