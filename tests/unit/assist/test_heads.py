"""Patterns are passed over by what they begin with only where they cannot be met."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assist.heads import by_head, worth_trying

PATTERNS = (
    r"\bris(?:e|es|ing)\b", r"colou?r", r"(?:un)?paid", r"(?<!not )sign(?:ed)?", r"(?:at|o(?:n|ff)) sea",
    r"[ab]c", r"a{2}b", r"합의(?!문)|(?:결정|약속)", r"署?名",
)  # fmt: skip
WORDS = (
    "rises",
    "color",
    "paid",
    "unpaid",
    "signed",
    "off",
    "sea",
    "bc",
    "aab",
    "합의",
    "약속",
    "名",
    " ",
    "x",
)


@given(st.lists(st.sampled_from(WORDS)).map("".join))
def test_a_pattern_that_is_met_is_worth_trying(text: str) -> None:
    met = {n for n, one in enumerate(PATTERNS) if re.search(one, text)}
    assert met <= set(worth_trying(by_head(PATTERNS), text, "ko"))


@pytest.mark.parametrize(("text", "worth"), [("prices rise", [0]), ("surprise", []), ("unpaid", [1])])
def test_in_english_only_the_beginning_of_a_word_counts(text: str, worth: list[int]) -> None:
    assert worth_trying(by_head((r"\bris(?:e|es|ing)\b", "unpaid")), text, "en") == worth
