"""Questions about sentences, marks and suggestions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article
from briefing.ui.source.places import Places
from briefing.ui.values import Mark, SourceView, Span, SuggestionMark


def span(block: int, start: int, end: int, article: str = "a") -> Span:
    return Span(article, block, start, end)


SENTENCES = (span(0, 0, 10), span(0, 11, 20), span(2, 0, 5), span(2, 6, 9))


def places(*marked: Span, suggested: tuple[Span, ...] = ()) -> Places:
    marks = tuple(Mark(s, 0, str(n)) for n, s in enumerate(sorted(marked, key=lambda s: (s.block, s.start))))
    return Places(SourceView((), "a", (), SENTENCES, marks, tuple(SuggestionMark(s, 0) for s in suggested)))


def test_a_place_between_sentences_belongs_to_the_one_before():
    assert places().sentence_index(span(0, 10, 11)) == 0


def test_a_block_without_sentences_stands_before_the_next():
    assert places().sentence_index(span(1, 0, 4)) is None
    assert places().nearest_index(span(1, 0, 4)) == 2


def test_behind_the_last_sentence_is_the_last():
    assert places().nearest_index(span(9, 0, 1)) == 3


def test_the_next_untagged_goes_round():
    assert places(SENTENCES[3], SENTENCES[0]).next_untagged(2) == 1


def test_nothing_is_untagged_where_all_is_tagged():
    assert places(*SENTENCES).next_untagged(0) is None


def test_the_next_suggestion_goes_round():
    asked = places(suggested=(SENTENCES[1], SENTENCES[2]))
    assert asked.next_suggestion(SENTENCES[2]).span == SENTENCES[1]
    assert asked.next_suggestion(None).span == SENTENCES[1]
    assert places().next_suggestion(None) is None


def test_only_the_shown_article_counts_where_there_are_several():
    other = Mark(span(0, 0, 3, "b"), 0, "x")
    view = SourceView((Article("a"), Article("b")), "a", (), (), (other,))
    assert Places(view).marks_over(span(0, 0, 3)) == ()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 30), st.integers(1, 9)), max_size=30), st.data())
def test_marks_over_a_span_are_those_that_share_a_character(given_marks, data):
    marked = [span(block, start, start + length) for block, start, length in given_marks]
    block, start = data.draw(st.tuples(st.integers(0, 5), st.integers(0, 30)))
    asked = span(block, start, start + 4)
    expected = [
        s for s in marked if s.block == block and set(range(s.start, s.end)) & set(range(start, start + 4))
    ]
    found = [m.span for m in places(*marked).marks_over(asked)]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
