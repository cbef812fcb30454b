"""Frozen values: made here, they behave as those of `dataclasses`."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value."""

    name: str
    count: int = 3
    parts: list[int] = field(default_factory=list)
    seen: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Longer(Ours):
    """A value with one field more."""

    more: str = "m"


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same, made by `dataclasses`."""

    name: str
    count: int = 3
    parts: list[int] = field(default_factory=list)
    seen: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A value with a field that is always named."""

    name: str = ""
    count: int = field(kw_only=True)


@dataclass(slots=True)
class Open:
    """One that changes."""

    name: str


arguments = st.tuples(st.text(), st.integers(), st.lists(st.integers()), st.text())


@given(arguments, arguments)
def test_values_are_equal_exactly_where_those_of_dataclasses_are(one, other):
    assert (Ours(*one) == Ours(*other)) == (Theirs(*one) == Theirs(*other))
    assert Ours(*one) == Ours(*one[:3], "seen by nobody")


def test_defaults_are_filled_in_and_a_made_default_is_not_shared():
    assert (Ours("a").count, Ours("a").parts, Ours(name="a", count=4).count) == (3, [], 4)
    assert Ours("a").parts is not Ours("a").parts


def test_equal_values_have_one_hash_and_another_kind_is_never_equal():
    assert hash(Ours("a", 1, ())) == hash(Ours("a", 1, (), "other"))
    assert Ours("a") != Theirs("a")
    assert Ours("a") != Longer("a")


def test_it_reads_as_those_of_dataclasses():
    assert repr(Ours("a")) == repr(Theirs("a")).replace("Theirs", "Ours")
    assert repr(Longer("a")) == "Longer(name='a', count=3, parts=[], seen='', more='m')"


@pytest.mark.parametrize("change", [lambda v: setattr(v, "name", "b"), lambda v: delattr(v, "name")])
def test_it_cannot_be_changed(change):
    value = Ours("a")
    with pytest.raises(FrozenInstanceError):
        change(value)
    assert value.name == "a"


def test_it_has_no_room_for_more_than_its_fields():
    assert not hasattr(Ours("a"), "__dict__")
    assert Longer.__slots__ == ("more",)


def test_dataclasses_take_it_as_theirs():
    assert dataclasses.replace(Ours("a"), count=9) == Ours("a", 9)
    assert dataclasses.asdict(Longer("a")) == {"name": "a", "count": 3, "parts": [], "seen": "", "more": "m"}
    assert [f.name for f in dataclasses.fields(Ours)] == ["name", "count", "parts", "seen"]


def test_it_is_taken_apart_by_place():
    match Ours("a", 5):
        case Ours(name, count):
            assert (name, count) == ("a", 5)


@pytest.mark.parametrize("remade", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))])  # noqa: S301 our own bytes
def test_it_can_be_copied_and_kept(remade):
    assert remade(Longer("a", 2, [1])) == Longer("a", 2, [1])


@pytest.mark.parametrize("given", [(), ("a", 1, [], "", "too many")])
def test_a_wrong_number_of_values_names_the_class(given):
    with pytest.raises(TypeError, match=r"Ours\.__init__"):
        Ours(*given)


def test_fields_and_kinds_it_does_not_know_are_left_to_dataclasses():
    made = Open("a")
    made.name = "b"
    assert made == Open("b")
    assert Named("a", count=2) == dataclasses.replace(Named(count=2), name="a")
    with pytest.raises(TypeError):
        Named("a", 2)
