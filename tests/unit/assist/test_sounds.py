import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assist.sounds import far, same_sound, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hayes", "헤이스"), ("Lindqvist", "린드크비스트"), ("Petrov", "ペトロフ"), ("Seung-hyun", "승현"),
     ("Müller", "ミュラー"), ("Parker", "파커"), ("ギテ", "기태"), ("Zhang", "장")],
)  # fmt: skip
def test_a_name_sounds_the_same_in_every_script(one: str, other: str) -> None:
    assert same_sound(sound(one), sound(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Hayes", "헤일리"), ("Mutale", "ムワンバ"), ("Seung-hyun", "승민"), ("ギホ", "기태")]
)
def test_another_name_does_not(one: str, other: str) -> None:
    assert not same_sound(sound(one), sound(other))


@given(st.text(max_size=12), st.text(max_size=12))
def test_it_is_as_far_there_as_back(one: str, other: str) -> None:
    assert far(sound(one), sound(other)) == pytest.approx(far(sound(other), sound(one)))
