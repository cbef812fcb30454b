"""From an article to the rows that show it, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article, Block, Kind, Status
from briefing.ui.source.page import Page
from briefing.ui.source.rows import PIECE_CHARS, Captions, Folds, Look
from briefing.ui.values import Span

CAPTIONS = Captions("The Courier", "{count} hidden", "1 hidden", "{count} shown", "1 shown")


def page(*blocks: Block, folds: Folds | None = None, headline: str = "") -> Page:
    return Page(Article("a", headline, blocks), folds or Folds(), CAPTIONS)


def grey(text: str) -> Block:
    return Block(text, status=Status.FURNITURE)


def test_each_run_of_furniture_is_one_line():
    shown = page(grey("Home"), grey("Share"), Block("Text"), grey("Related"))
    assert [row.text for row in shown.rows] == ["2 hidden", "The Courier", "Text", "1 hidden"]


def test_one_run_can_be_open_alone():
    shown = page(grey("Home"), Block("Text"), grey("Related"), folds=Folds().with_turned(2))
    assert [row.text for row in shown.rows][2:] == ["Text", "1 shown", "Related"]


def test_turning_a_run_twice_leaves_it_as_it_was():
    assert Folds().with_turned(3).with_turned(3) == Folds()


def test_a_headline_that_the_body_repeats_is_shown_once_and_belongs_to_the_article():
    shown = page(Block("Talks held", Kind.HEADING), Block("Text"), headline="Talks held")
    assert [(row.look, row.block) for row in shown.rows][:2] == [(Look.HEADLINE, 0), (Look.META, -1)]


def test_an_article_of_furniture_alone_still_has_its_headline():
    assert [row.text for row in page(grey("Home"), headline="Talks").rows] == [
        "1 hidden",
        "Talks",
        "The Courier",
    ]


def test_hidden_blocks_are_found_by_their_run():
    shown = page(Block("Text"), grey("Home"), grey("Share"))
    assert shown.run_of(2) == 1
    assert shown.run_of(0) is None
    assert shown.row_at(2, 0) is None


def test_a_span_is_cut_to_the_pieces_of_a_long_paragraph():
    text = "word " * 9000
    shown = page(Block(text))
    parts = [shown.within(row, Span("a", 0, 100, 40_000)) for row in shown.rows_of(0)]
    assert sum(part[1] - part[0] for part in parts if part) == 39_900


@given(st.lists(st.text(), min_size=1))
def test_rows_are_as_long_as_their_blocks_and_one_paragraph_each(texts):
    shown = page(*(Block(text) for text in texts))
    rows = [row.text for row in shown.rows if row.is_article]
    assert [len(row) for row in rows] == [len(text) for text in texts]
    assert not any(set(row) & set("\n\r\u2029\ufdd0\ufdd1\0") for row in rows)


@given(st.text(min_size=1, max_size=9), st.integers(1, 3 * PIECE_CHARS))
def test_pieces_join_to_the_whole(text, times):
    shown = page(Block((text * times)[: 3 * PIECE_CHARS]))
    rows = [shown.rows[r] for r in shown.rows_of(0)]
    assert sum(len(row.text) for row in rows) == len(shown.text_of(0))
    assert all(shown.row_at(0, row.start) == index for row, index in zip(rows, shown.rows_of(0), strict=True))
