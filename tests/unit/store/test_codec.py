"""The bytes of a note: the way there and back, and what is refused."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import sample_note
from store_strategies import NOTES, TEXT

from briefing import limits
from briefing.cleaning import legal
from briefing.errors import NoteUnreadable
from briefing.model.anchor import Anchor
from briefing.model.article import Article, Block, Extra, Kind, Status
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.codec import Parts, decode, decode_whole, encode, rendered, revision_in
from briefing.store.migrations import migrated
from briefing.store.tree import note_tree


def changed(change) -> bytes:
    tree = json.loads(encode(sample_note()))
    change(tree)
    return json.dumps(tree).encode()


def reason(data: bytes) -> tuple[str, str]:
    with pytest.raises(NoteUnreadable) as caught:
        decode(data, "x.briefing")
    assert caught.value.source == "x.briefing"
    return caught.value.reason, caught.value.detail


@given(NOTES)
def test_a_note_written_and_read_is_the_same_note(note):
    assert decode(encode(note), "x") == note


@given(NOTES)
def test_the_file_is_what_plain_json_with_indent_one_would_be(note):
    assert json.loads(encode(note)) == json.loads(json.dumps(note_tree(note, 0)))


@given(NOTES)
def test_the_file_is_laid_out_with_indent_one(note):
    assert encode(note, 5) == rendered(note_tree(note, 5)) + b"\n"


@given(NOTES, NOTES)
def test_what_was_encoded_before_is_encoded_the_same_again(first, second):
    parts = Parts()
    mixed = replace(second, points=(*first.points, *second.points), articles=first.articles)
    for note in (first, second, mixed, first):
        assert encode(note, 1, parts) == encode(note, 1)


def test_the_file_of_version_1_never_changes(note, golden):
    assert encode(note, revision=3) == (golden / "version-1.briefing").read_bytes()


def test_a_file_of_version_1_is_read_for_ever(note, golden):
    assert decode((golden / "version-1.briefing").read_bytes(), "x") == note


def test_unknown_fields_survive_at_every_level(note, golden):
    data = (golden / "version-1.briefing").read_bytes()
    assert encode(decode(data, "x"), revision=3) == data


def test_the_revision_is_read_with_the_note_and_from_the_head_alone(note):
    data = encode(note, revision=41)
    assert (decode_whole(data, "x").revision, revision_in(data[:200])) == (41, 41)


def test_a_file_without_a_revision_has_revision_0():
    assert revision_in(b"{}") == 0


@given(TEXT)
def test_a_lone_surrogate_never_stops_a_save_and_moves_no_offset(text):
    note = Note("n", TemplateCopy("t", ""), title=f"a\ud800{text}", extra=Extra({"\udfff": ["\udc00"]}))
    assert decode(encode(note), "x") == replace(note, title=f"a�{text}", extra=Extra({"�": ["�"]}))


def test_a_surrogate_escape_in_a_file_is_repaired_and_told():
    decoded = decode_whole(changed(lambda t: t.update(title="a\ud800b")), "x")
    assert (decoded.note.title, decoded.repairs) == ("a�b", ("characters",))


def test_a_pair_of_surrogate_escapes_is_one_character():
    decoded = decode_whole(changed(lambda t: t.update(title="\U0001f1f0")), "x")
    assert (decoded.note.title, decoded.repairs) == ("\U0001f1f0", ())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "damaged"),
        (b" \n", "damaged"),
        (bytes(5000), "damaged"),
        (b"PK\x03\x04", "not-a-note"),
        (b"hello", "not-a-note"),
        (b"[]", "not-a-note"),
        (b"null", "not-a-note"),
        (b'{"format": "other", "version": 1}', "not-a-note"),
        (b"\xff\xfe{\x00}\x00", "not-a-note"),
        (b"[" * 100_000, "not-a-note"),
        (b'{"format": "briefing-note", "version": 1, "x": ' + b"[" * 90 + b"]" * 90 + b"}", "damaged"),
        (b'{"format": "briefing-note", "version": 1, "x": ' + b"[" * 100_000, "damaged"),
        (b'{"format": "briefing-note", "version": 1, "x": NaN}', "damaged"),
        (b'{"format": "briefing-note", "version": 1, "x": -Infinity}', "damaged"),
        (b'{"format": "briefing-note", "version": 1, "x": 1e400}', "damaged"),
        (b'{"format": "briefing-note", "version": 1, "x": ' + b"9" * 5000 + b"}", "damaged"),
        (b'{"format": "briefing-note", "version": 1, "version": 1}', "damaged"),
        (b'{"format": "briefing-note", "version": 1, "title": "\xff"}', "damaged"),
        (b'{"format": "briefing-note", "version": "1"}', "damaged"),
        (b'{"format": "briefing-note", "version": true}', "damaged"),
        (b'{"format": "briefing-note", "version": 0}', "damaged"),
        (b'{"format": "briefing-note", "version": 1e3}', "damaged"),
        (b'{"format": "briefing-note", "version": 999999999999}', "damaged"),
        (b'{"format": "briefing-note", "version": 2, "min_reader": 2}', "newer"),
    ],
)
def test_what_is_no_note_is_refused_with_a_reason(data, expected):
    assert reason(data)[0] == expected


@given(st.data())
def test_a_file_with_any_bytes_changed_is_read_or_refused_and_nothing_else(data):
    whole = bytearray(encode(sample_note()))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    with suppress(NoteUnreadable):
        note = decode(bytes(whole), "x")
        assert decode(encode(note), "x") == note


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
PLACES = [
    ("title",),
    ("articles",),
    ("articles", 0),
    ("articles", 0, "blocks"),
    ("articles", 0, "blocks", 0, "kind"),
    ("points", 0, "evidence"),
    ("points", 0, "evidence", 0, "start"),
    ("points", 0, "level"),
    ("fields",),
    ("template",),
    ("version",),
    ("min_reader",),
    ("revision",),
]


@given(st.sampled_from(PLACES), JSON)
def test_any_value_in_any_place_is_read_or_refused_and_nothing_else(place, value):
    tree = json.loads(encode(sample_note()))
    inner = tree
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with suppress(NoteUnreadable):
        note = decode(json.dumps(tree).encode(), "x")
        assert decode(encode(note), "x") == note


def test_a_file_cut_anywhere_is_refused():
    whole = encode(sample_note()).rstrip()
    assert {reason(whole[:n])[0] for n in range(40, len(whole), 7)} == {"damaged"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda t: t.update(title=3), "title: expected a text, found a number"),
        (lambda t: t.update(id=None), "id: expected a text, found nothing"),
        (lambda t: t.pop("template"), "template: expected an object, found nothing"),
        (lambda t: t.update(articles={}), "articles: expected a list, found an object"),
        (lambda t: t.update(articles=[1]), "articles[0]: expected an object, found a number"),
        (lambda t: t["articles"][0].update(byline="Ana"), "articles[0].byline: expected a list, found a text"),
        (
            lambda t: t["articles"][0].update(byline=[1]),
            "articles[0].byline: expected a list of texts, found something else in it",
        ),
        (
            lambda t: t["articles"][0]["blocks"][1].pop("text"),
            "articles[0].blocks[1].text: expected a text, found nothing",
        ),
        (lambda t: t["points"][1].update(level="2"), "points[1].level: expected a whole number, found a text"),
        (
            lambda t: t["points"][1].update(level=True),
            "points[1].level: expected a whole number, found true or false",
        ),
        (
            lambda t: t["points"][0]["evidence"][0].update(start=1.5),
            "points[0].evidence[0].start: expected a whole number, found a number",
        ),
        (lambda t: t.update(fields=[]), "fields: expected an object, found a list"),
        (lambda t: t.update(fields={"to": 1}), "fields.to: expected a text, found a number"),
        (lambda t: t["template"].update(source=[]), "template.source: expected a text, found a list"),
    ],
)
def test_a_wrong_type_is_refused_with_its_place(change, place):
    assert reason(changed(change)) == ("damaged", place)


def test_missing_fields_have_their_defaults():
    data = b'{"format": "briefing-note", "version": 1, "id": "n", "template": {"name": "t", "source": ""}}'
    assert decode(data, "x") == Note("n", TemplateCopy("t", ""))


def test_a_byte_order_mark_in_front_does_no_harm(note):
    assert decode(b"\xef\xbb\xbf" + encode(note), "x") == note


def test_numbers_out_of_range_are_drawn_into_it():
    def change(tree):
        tree["points"][0]["evidence"][0].update(block=-4)
        tree["points"][1].update(level=10**30)

    read = decode(changed(change), "x")
    assert (read.points[0].evidence[0].block, read.points[1].level) == (0, 9)


def test_a_file_that_a_newer_version_lets_us_read_keeps_its_version():
    data = changed(lambda t: t.update(version=7, min_reader=1, colour="red"))
    decoded = decode_whole(data, "x")
    again = json.loads(encode(decoded.note))
    assert decoded.newer
    assert (again["version"], again["min_reader"], again["colour"]) == (7, 1, "red")


def test_a_block_of_an_unknown_kind_is_a_paragraph_and_keeps_its_kind():
    data = changed(lambda t: t["articles"][0]["blocks"][1].update(kind="chart", status="sponsored"))
    note = decode(data, "x")
    block = note.articles[0].blocks[1]
    again = json.loads(encode(note))["articles"][0]["blocks"][1]
    assert (block.kind, block.status) == (Kind.PARAGRAPH, Status.DOUBTFUL)
    assert (again["kind"], again["status"]) == ("chart", "sponsored")


def test_a_status_the_analyst_has_set_wins_over_an_unknown_one():
    data = changed(lambda t: t["articles"][0]["blocks"][1].update(status="sponsored"))
    note = decode(data, "x")
    article = note.articles[0]
    blocks = tuple(replace(b, status=Status.BODY) for b in article.blocks)
    kept = encode(replace(note, articles=(replace(article, blocks=blocks),)))
    assert json.loads(kept)["articles"][0]["blocks"][1]["status"] == "body"


def test_points_of_one_id_each_get_their_own(note):
    twice = replace(note, points=(Point("p", "t", "a"), Point("p", "t", "b"), Point("p-2", "t", "c")))
    decoded = decode_whole(encode(twice), "x")
    assert [p.id for p in decoded.note.points] == ["p", "p-3", "p-2"]
    assert decoded.repairs == ("point-ids",)


def test_articles_of_one_id_each_get_their_own_and_the_evidence_follows_its_quote(note):
    other = Article("a-1", blocks=(Block("Something else."),))
    twice = replace(note, articles=(other, *note.articles))
    decoded = decode_whole(encode(twice), "x")
    assert [a.id for a in decoded.note.articles] == ["a-1", "a-1-2"]
    assert decoded.note.points[0].evidence[0].article == "a-1-2"
    assert decoded.repairs == ("article-ids",)


def test_a_migration_is_run_for_each_version_between():
    steps = {1: lambda t: {**t, "a": 1}, 2: lambda t: {**t, "b": t["a"] + 1}}
    assert migrated({"version": 1}, 1, 3, steps) == {"version": 3, "a": 1, "b": 2}


def test_a_tree_of_the_newest_version_is_not_touched():
    assert migrated({"version": 3}, 3, 3, {}) == {"version": 3}


def test_as_deep_as_we_allow_is_read(note):
    deep = "x"
    for _ in range(limits.MOST_NOTE_DEPTH - 2):
        deep = [deep]
    assert decode(encode(replace(note, extra=Extra({"deep": deep}))), "x").extra == {"deep": deep}


@given(st.text(alphabet=st.characters(codec=None), max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_unfit_characters_in_a_note_made_by_hand_are_replaced_and_quotes_stay_where_they_are(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    article = Article("a", blocks=(Block(text),))
    anchor = Anchor("a", 0, start, end, text[start:end])
    tree = note_tree(Note("n", TemplateCopy("t", ""), articles=(article,), dismissed=(anchor,)), 1)
    read = decode(json.dumps(tree).encode("ascii"), "x")
    inside, quote = read.articles[0].blocks[0].text, read.dismissed[0].quote
    assert inside == legal(inside)
    assert len(inside) == len(text) or any(0xD800 <= ord(c) < 0xE000 for c in text)
    assert inside[start:end] == quote or len(inside) != len(text)


def test_a_note_of_too_many_values_is_too_large_and_says_so():
    with pytest.raises(NoteUnreadable) as failed:
        decode(b'{"format": "briefing-note", "x": [' + b"[]," * limits.MOST_NOTE_VALUES + b"0]}", "x")
    assert (failed.value.reason, "at most" in failed.value.detail) == ("too-large", True)
