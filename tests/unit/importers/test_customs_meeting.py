"""The article the product is first judged on; read where it lies beside the checkout."""

from __future__ import annotations

import pytest

from briefing.importers import read_article
from briefing.model.article import Article, Kind, Status


@pytest.fixture
def article(customs_meeting: bytes) -> Article:
    return read_article(customs_meeting, "customs-meeting.txt")


def test_its_metadata_are_exactly_what_the_page_says(article: Article) -> None:
    found = (article.publisher, article.agency, article.byline, article.published, article.language)
    assert found == ("The Korea Herald", "Yonhap", (), "2023-09-08T09:54", "en")


def test_its_headline_stands_only_in_the_headline(article: Article) -> None:
    assert article.headline == "S. Korean, Japanese customs agencies hold first bilateral meeting in 7 years"
    assert article.headline not in [b.text for b in article.blocks]


def test_it_has_nine_paragraphs_as_printed_less_the_agencys_mark(
    article: Article, customs_meeting: bytes
) -> None:
    printed = customs_meeting.decode().split("\n\n")[-9:]
    assert list(article.paragraphs) == [p.removesuffix(" (Yonhap)") for p in printed]


def test_its_caption_stands_once_as_printed_and_the_copy_is_furniture(article: Article) -> None:
    (caption,) = article.captions
    assert caption.endswith("during a meeting in Seoul on Thursdsay. (Yonhap)")
    assert [b.status for b in article.blocks if b.text == caption] == [Status.BODY, Status.FURNITURE]


def test_everything_else_is_furniture(article: Article) -> None:
    rest = [
        b.text for b in article.blocks if b.status is Status.FURNITURE and not b.text.startswith("Commissioner")
    ]
    assert rest == [
        "The Korea Herald",
        "지나쌤",
        "By Yonhap",
        "Published : Sept. 8, 2023 - 09:54",
        "• Link copied",
    ]


def test_nothing_is_doubtful(article: Article) -> None:
    assert all(b.status is not Status.DOUBTFUL for b in article.blocks)
    assert {b.kind for b in article.blocks if b.status is Status.BODY} == {Kind.PARAGRAPH, Kind.CAPTION}
