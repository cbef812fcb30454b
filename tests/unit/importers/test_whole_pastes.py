"""A page selected whole and pasted: what lies around the article is not taken for it."""

from __future__ import annotations

import pytest

from briefing.importers import read_text
from briefing.model.article import Kind, Status

HEADLINE = "Velmark reopens its northern ports after nine days of talks"
TEXT = tuple(
    f"The {n} paragraph tells how the dockers, the ministry and the shipping lines came to terms on Friday "
    f"night, and which of the northern ports opened first."
    for n in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
)


def page(
    *, above: str = "", head: str = "May 17, 2024 at 9:54", text: tuple[str, ...] = TEXT, below: str = ""
) -> str:
    return "\n".join((above, HEADLINE, head, *text, below))


def test_a_photographers_name_in_the_middle_does_not_end_the_text() -> None:
    credit = ("© Ilsa Marten", "The ferry Sund at its berth in Port Lasker")
    article = read_text(page(text=(*TEXT[:5], *credit, *TEXT[5:])))
    assert article.paragraphs == TEXT
    assert credit[1] in article.captions


def test_what_readers_wrote_under_it_is_not_the_text() -> None:
    posts = "\n".join(
        f"Reader {n}\nMay {n + 18}, 2024 at 12:0{n}\nI have waited for this ferry since the winter before "
        "last, and so have all of my neighbours. It was high time that somebody spoke to the dockers about it."
        for n in range(6)
    )
    assert read_text(page(below=posts)).paragraphs == TEXT


def test_the_date_beside_the_headline_counts_not_todays_at_the_top_of_the_page() -> None:
    menu = "\n".join(("Saturday, June 1, 2024", *(f"Menu entry {n}" for n in range(12))))
    assert read_text(page(above=menu)).published == "2024-05-17T09:54"


def test_the_author_of_another_article_in_a_list_is_not_this_ones() -> None:
    others = "\n".join(f"Salt museum opens hall {n}\nBy Orla Venn" for n in range(9))
    assert read_text(page(above=others + "\nMore\n" * 9, below=f"Related\n{others}")).byline == ()


def test_a_menu_entry_in_brackets_is_no_caption() -> None:
    menu = "\n".join(
        ("Courier Weekly (English)", "Courier Weekly (Velmarkish)", *(f"Topic {n}" for n in range(9)))
    )
    assert read_text(page(above=menu)).captions == ()


def test_a_ranking_longer_than_the_article_is_not_the_article() -> None:
    ranking = "\n".join(
        f"{n}. Ferry number {n} of the northern line is late by an hour again" for n in range(1, 25)
    )
    article = read_text(page(text=TEXT[:2], below=f"Most read\n{ranking}"))
    assert article.paragraphs == TEXT[:2]


def test_one_long_address_does_not_hide_that_a_text_is_wrapped() -> None:
    lines = (
        "The dockers, the ministry and the shipping lines came to terms on\nFriday night. The ports opened.\n\n"
        * 4
    )
    address = "https://ministry.example.org/releases/2024/05/17/northern-ports-reopen-after-talks-in-full"
    wrapped = read_text(f"{lines}Read it at\n{address}\n")
    assert wrapped.blocks[0].text.endswith("came to terms on Friday night. The ports opened.")
    assert all(b.kind is Kind.PARAGRAPH for b in wrapped.blocks if b.status is Status.BODY)


def test_a_caption_above_its_photographers_name_is_no_first_paragraph() -> None:
    caption = "The ferry Sund leaves its berth in Port Lasker on Friday."
    article = read_text(page(text=(caption, "© Harbour Office", *TEXT)))
    assert article.paragraphs == TEXT
    assert caption in article.captions


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("17.05.24, 09:54", "2024-05-17T09:54"),
        ("Posted: 05-17-24 09:54 AM", "2024-05-17T09:54"),
        ("17/05/24", "2024-05-17"),
        ("Version 1.2.13", ""),
        ("05/06/24", ""),  # May or June: not guessed in English
    ],
)
def test_a_year_of_two_digits_is_read_where_it_can_be_nothing_else(line: str, expected: str) -> None:
    assert read_text(page(head=line)).published == expected


def test_a_list_of_links_late_in_the_text_does_not_end_it() -> None:
    links = ("Most popular", "Ferry crews return to work", "Salt museum opens its second hall")
    article = read_text(page(text=(*TEXT[:5], *links, *TEXT[5:])))
    assert article.paragraphs == TEXT


def test_a_short_line_between_paragraphs_is_doubted_rather_than_set_aside() -> None:
    article = read_text(page(text=(*TEXT[:7], "What the dockers want", "What they got", TEXT[7])))
    doubted = [b.text for b in article.blocks if b.status is Status.DOUBTFUL]
    assert doubted == ["What the dockers want", "What they got"]


def test_the_day_of_the_last_update_stands_for_the_only_one_a_page_gives() -> None:
    article = read_text(page(head="Updated 9:54 AM EDT, Fri May 17, 2024"))
    assert (article.published, article.updated) == ("2024-05-17", "2024-05-17T09:54-04:00")


def test_the_lengths_of_films_are_not_the_date_of_a_headline() -> None:
    films = "\n".join(f"How the harbour grew, part {n}\n0{n}:14\nNow playing" for n in range(1, 9))
    article = read_text(page(head=f"By Orla Venn\nMay 17, 2024\n{films}"))
    assert (article.headline, article.byline) == (HEADLINE, ("Orla Venn",))
