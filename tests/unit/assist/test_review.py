import pytest

from briefing.assist.features import SentenceIn
from briefing.assist.review import disagreements, left_out

TEXT = (
    "The two sides met in Brena.",
    "They agreed to share manifests.",
    "It was a sunny day.",
    "Trade reached $3 billion.",
    "Talks resume on 20 September 2023.",
    "Reporters waited outside.",
    "Nobody spoke to them.",
    "The hotel was full.",
)


def indices(tagged: list[int]) -> list[int]:
    marks = [i in tagged for i in range(len(TEXT))]
    return [f.index for f in left_out([SentenceIn(t) for t in TEXT], marks, "en", "2023-09-08")]


def test_what_was_left_out_names_agreements_first_and_never_more_than_a_quarter() -> None:
    assert indices([0]) == [1, 4]


def test_a_tagged_sentence_is_not_left_out() -> None:
    assert indices([0, 1, 4]) == [3]


@pytest.mark.parametrize(
    "text",
    [
        "The talks went on for five days.",
        "It was the fourth round.",
        "Two countries sent envoys.",
        "회담은 75분간 진행됐다.",
    ],
)
def test_how_long_they_sat_and_how_few_they_were_are_no_figures(text: str) -> None:
    assert left_out([SentenceIn(text)] * 4, [False] * 4) == ()


def test_the_reasons_are_named() -> None:
    (found,) = left_out(
        [SentenceIn("They agreed to pay $3 million.")] + [SentenceIn("So it was.")] * 3, [False] * 4, "en"
    )
    assert found.reasons == ("agreement", "figure")


def test_two_articles_that_give_another_number_are_shown_side_by_side() -> None:
    one = ["They met in Brena.", "The customs services seized 40 tons of steel in the port of Halm."]
    other = ["The customs services seized 45 tons of steel in the port of Halm."]
    (found,) = disagreements([one, other], ["en", "en"], ["2023-09-08", "2023-09-08"])
    assert (found.kind, found.first, found.second, found.words) == (
        "number",
        (0, 1),
        (1, 0),
        ("40 tons", "45 tons"),
    )


def test_articles_that_agree_have_nothing_to_show() -> None:
    text = ["The customs services seized 40 tons of steel in the port of Halm."]
    assert disagreements([text, text], ["en", "en"], ["", ""]) == ()


def test_each_sentence_is_held_against_the_one_most_like_it_and_no_other() -> None:
    one = ["The customs services seized 40 tons of steel in the port of Halm."]
    other = [
        "The customs services seized 45 tons of steel in the port of Brena.",
        "The customs services seized 50 tons of steel in the port of Halm.",
        "They met in Halm.",
    ]
    (found,) = disagreements([one, other], ["en", "en"], ["2023-09-08", "2023-09-08"])
    assert (found.second, found.words) == ((1, 1), ("40 tons", "50 tons"))
