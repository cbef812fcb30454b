"""The interface's words: every sentence in every language, Korean particles, plurals."""

from __future__ import annotations

import ast
import json
import re
import string
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import resources, words
from briefing.template.keys import REPEATED, SINGLE, TOP
from briefing.ui import words as words_of_ui
from briefing.words import _PLACEHOLDER, LANGUAGES, Words, particle

ROOMS = [name.removesuffix(".json") for name in resources.names("translations/en", ".json")]


def sentences(language: str, room: str) -> dict[str, str]:
    return json.loads(resources.text("translations", language, f"{room}.json"))


def placeholders(sentence: str) -> set[str]:
    return {match[1] for match in _PLACEHOLDER.finditer(sentence)}


# Every room there is


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_rooms(language):
    assert [
        name.removesuffix(".json") for name in resources.names(f"translations/{language}", ".json")
    ] == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_is_there_in_both_languages(room):
    assert sentences("en", room).keys() == sentences("ko", room).keys()


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_speak_of_the_same_things(room):
    english, korean = sentences("en", room), sentences("ko", room)
    differing = {k for k in english if k in korean and placeholders(english[k]) != placeholders(korean[k])}
    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_is_empty_or_has_a_brace_that_is_never_filled(room, language):
    faulty = {
        key: sentence
        for key, sentence in sentences(language, room).items()
        if not sentence.strip() or {"{", "}"} & set(_PLACEHOLDER.sub("", sentence))
    }
    assert faulty == {}


@pytest.mark.parametrize("room", ROOMS)
def test_a_sentence_for_one_has_a_sentence_for_more(room):
    counted = {k.rpartition(".")[0]: k for k in sentences("en", room) if k.endswith((".one", ".other"))}
    assert {f"{k}.{form}" for k in counted for form in ("one", "other")} <= sentences("en", room).keys()


@pytest.mark.parametrize("room", ROOMS)
def test_english_has_no_particles(room):
    assert not [s for s in sentences("en", room).values() for m in _PLACEHOLDER.finditer(s) if m[2] is not None]


PARTICLES = {
    ("을", "를"),
    ("은", "는"),
    ("이", "가"),
    ("과", "와"),
    ("으로", "로"),
    ("아", "야"),
    ("이", ""),
    ("이나", "나"),
}


@pytest.mark.parametrize("room", ROOMS)
def test_korean_particles_come_in_known_pairs(room):
    marks = (m for s in sentences("ko", room).values() for m in _PLACEHOLDER.finditer(s) if m[2])
    found = {(m[2].lstrip("”"), m[3].lstrip("”")) for m in marks}
    assert found <= PARTICLES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_can_be_said(room, language):
    say = Words(language)
    for key, sentence in sentences(language, room).items():
        said = say(f"{room}.{key}", **dict.fromkeys(placeholders(sentence), "자리"))
        assert not {"{", "}"} & set(said)


def texts_in_code(folder: Path) -> set[str]:
    """Every text constant of the program, those that are put together aside."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        parts = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        constants = [n for n in nodes if isinstance(n, ast.Constant) and id(n) not in parts]
        found |= {n.value for n in constants if isinstance(n.value, str)}
    return found


def test_every_sentence_that_the_program_names_is_there(repository):
    known = {f"{room}.{key}" for room in ROOMS for key in sentences("en", room)}
    known |= {key.removesuffix(end) for key in known for end in (".one", ".other")}
    named = re.compile(rf"({'|'.join(ROOMS)})\.(?!json$)[a-z_]+[a-z_.]*[a-z_]")
    unknown = {text for text in texts_in_code(repository / "briefing") if named.fullmatch(text)} - known
    assert unknown == set()


# One sentence


@pytest.fixture
def say(monkeypatch):
    """Words of a made-up room in a language."""
    rooms = {
        "en": {
            "hello": "Hello, {name}.",
            "found.one": "{count} point in {name}",
            "found.other": "{count} points in {name}",
            "only_english": "Only",
        },
        "ko": {
            "hello": "{name:을/를} 엽니다.",
            "found.one": "{name}: {count}개",
            "found.other": "{name}: {count}개",
            "to": "{name:으로/로} 저장",
            "if": "{name:이/}면",
        },
    }
    monkeypatch.setattr(resources, "text", lambda *parts: json.dumps(rooms[parts[1]]))
    return lambda language, key, **arguments: Words(language)(f"room.{key}", **arguments)


def test_placeholders_are_filled(say):
    assert say("en", "hello", name="Ostrana") == "Hello, Ostrana."


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 points in x"), (1, "1 point in x"), (2, "2 points in x"), (1234, "1,234 points in x")],
)
def test_one_is_told_from_more(say, count, said):
    assert say("en", "found", count=count, name="x") == said


def test_a_value_with_braces_is_not_filled_again(say):
    assert say("en", "hello", name="{name} {count}") == "Hello, {name} {count}."


@pytest.mark.parametrize(
    ("key", "name", "said"),
    [
        ("hello", "노트", "노트를 엽니다."),
        ("to", "서울", "서울로 저장"),
        ("if", "문", "문이면"),
        ("if", "표", "표면"),
    ],
)
def test_particles_follow_the_word(say, key, name, said):
    assert say("ko", key, name=name) == said


def test_a_sentence_that_is_not_translated_is_said_in_english(say):
    assert say("ko", "only_english") == "Only"


def test_an_unknown_language_is_english(say):
    assert say("tlh", "hello", name="x") == "Hello, x."
    assert Words("tlh").language == "en"


def test_an_unknown_key_is_a_fault(say):
    with pytest.raises(KeyError, match="nothing"):
        say("en", "nothing")
    with pytest.raises(KeyError, match="nothing"):
        say("en", "nothing", count=2)


def test_a_missing_argument_is_a_fault(say):
    with pytest.raises(KeyError, match="name"):
        say("en", "hello")


@pytest.mark.parametrize("key", ["no_such_room.key", "no_room", "../../pyproject.key"])
def test_an_unknown_room_is_a_fault(key):
    with pytest.raises(KeyError):
        Words("ko")(key)


def test_the_window_has_the_same_words():
    assert words_of_ui.Words is words.Words


# Particles

CASES = Path(__file__).parents[2] / "cases" / "ui" / "particles.txt"
SPOKEN = [line.split(" | ") for line in CASES.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("word", "object_particle", "way_particle"), SPOKEN)
def test_the_particle_fits_the_sound_of_the_word(word, object_particle, way_particle):
    assert particle(word, "을", "를") == object_particle
    assert particle(word, "으로", "로") == way_particle


@pytest.mark.parametrize(
    ("pair", "closed", "open_"),
    [
        (("은", "는"), "은", "는"),
        (("이", "가"), "이", "가"),
        (("과", "와"), "과", "와"),
        (("으로서", "로서"), "으로서", "로서"),
    ],
)
def test_every_pair_goes_by_the_same_rule(pair, closed, open_):
    assert particle("책", *pair) == closed
    assert particle("표", *pair) == open_


def test_only_the_way_particle_is_short_behind_rieul():
    assert particle("서울", "이", "가") == "이"
    assert particle("서울", "으로써", "로써") == "로써"


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_a_syllable_in_parts_has_the_particle_of_the_whole(syllable):
    assert particle(unicodedata.normalize("NFD", syllable), "을", "를") == particle(syllable, "을", "를")


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_a_syllable_is_closed_if_it_has_a_third_part(syllable):
    closed = len(unicodedata.normalize("NFD", syllable)) == 3
    assert particle(syllable, "을", "를") == ("을" if closed else "를")


@given(st.text(), st.sampled_from(string.ascii_letters + "”)』. "))
def test_any_word_has_one_of_the_two_particles(word, end):
    assert particle(word + end, "은", "는") in ("은", "는")


MADE_BY_THE_PROGRAM = {("", "format"), ("fields", "key"), ("tags", "id"), ("sections", "tag"), ("word", "data")}
WORDED_ELSEWHERE = {("", "name"), ("page", "paper"), ("tags", "colour")}


def declared_keys() -> list:
    tables = {"": TOP, **SINGLE, **REPEATED}
    return [(t, k) for t, keys in tables.items() for k in keys if (t, k.name) not in MADE_BY_THE_PROGRAM]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_template_and_every_choice_has_words(language):
    known = sentences(language, "templates").keys()
    asked = [(t, k) for t, k in declared_keys() if (t, k.name) not in WORDED_ELSEWHERE]
    missing = [k.name for t, k in asked if f"key_{t}_{k.name}".replace("__", "_") not in known]
    choices = [(t, k.name, c) for t, k in asked for c in k.choices]
    missing += [c for t, n, c in choices if not known & {f"choice_{t}_{n}_{c}", f"choice_{c}"}]
    assert missing == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_quotation_mark_that_opens_is_closed(room):
    for language in LANGUAGES:
        for key, sentence in sentences(language, room).items():
            told = re.sub(r"\{\w+(?::([^}/]*)/[^}]*)?\}", r"x\1", sentence)
            assert told.count("“") == told.count("”"), (language, key)


@pytest.mark.parametrize(
    ("name", "told"), [("파일", "“파일”로"), ("문서", "“문서”로"), ("메모장", "“메모장”으로")]
)
def test_a_particle_stands_behind_the_closing_quotation_mark(name, told):
    assert Words("ko")("templates.moving_title", name=name).startswith(told)
