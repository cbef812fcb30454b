"""Pages and pastes that are not one whole article are said to be so; plain articles never are."""

from __future__ import annotations

import pytest

from briefing.importers import read_article, read_text

TEXT = tuple(
    f"The {n} paragraph tells how dockers, the ministry and the shipping lines came to terms on Friday night."
    for n in ("first", "second", "third", "fourth", "fifth", "sixth")
)
HEADLINE = "Velmark reopens its northern ports after nine days of talks"
CUT = (
    "Subscribe to continue reading this article.",
    "This article is for subscribers only.",
    "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
    "Jetzt weiterlesen mit Kurier Plus: nur für Abonnenten",
    "Para seguir leyendo, suscríbete",
    "この記事は有料会員限定です。",
    "残り 1,204文字",
    "残り1204文字",
    "구독자 전용 기사입니다",
    "会员专享：订阅后阅读全文",
)


def page(inner: str, *, head: str = "") -> bytes:
    title = f"<title>{HEADLINE}</title>"
    return (
        f"<html><head>{title}{head}</head><body><main><h1>{HEADLINE}</h1>{inner}</main></body></html>".encode()
    )


def p(*texts: str) -> str:
    return "".join(f"<p>{t}</p>" for t in texts)


def losses(data: bytes) -> list[str]:
    return [loss.split(":")[0] for loss in read_article(data, "page.html").losses]


@pytest.mark.parametrize("mark", CUT)
def test_a_page_cut_off_for_subscribers_says_so(mark: str) -> None:
    assert losses(page(p(*TEXT, mark))) == ["truncated"]


@pytest.mark.parametrize("mark", CUT)
def test_a_paste_cut_off_for_subscribers_says_so(mark: str) -> None:
    assert [x.split(":")[0] for x in read_text("\n".join((HEADLINE, *TEXT, mark))).losses] == ["truncated"]


@pytest.mark.parametrize("mark", CUT[:5])
def test_an_offer_in_the_menu_cuts_nothing_off(mark: str) -> None:
    menu = "\n".join((mark, *(f"Menu entry {n}" for n in range(12))))
    assert read_text("\n".join((menu, HEADLINE, "May 17, 2024", *TEXT))).losses == ()


@pytest.mark.parametrize(
    "clock", ["14:{:02}", "2:{:02} p.m.", "14:{:02} Uhr", "14h{:02}", "오후 2:{:02}", "14時{}分"]
)
def test_entries_under_their_times_are_a_live_blog(clock: str) -> None:
    entries = [(clock.format(n + 10), "Ports open one by one", text) for n, text in enumerate(TEXT)]
    assert losses(page("".join(f"<div><h3>{c}</h3><h4>{h}</h4>{p(t)}</div>" for c, h, t in entries))) == [
        "live-blog"
    ]
    assert read_text("\n".join((HEADLINE, *("\n".join(e) for e in entries)))).losses == ("live-blog",)


def test_a_page_of_pictures_is_a_gallery() -> None:
    captions = [
        f"{n} of 9. The ferry Sund leaves Port Lasker on Friday. (Photo: Ilsa Marten)" for n in range(1, 10)
    ]
    figures = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>{c}</figcaption></figure>" for n, c in enumerate(captions)
    )
    assert losses(page(p(*TEXT[:2]) + figures)) == ["gallery"]
    assert read_text("\n".join((HEADLINE, *TEXT[:2], *captions))).losses == ("gallery",)


@pytest.mark.parametrize("address", ["https://courier.example/", "https://courier.example/index.html", ""])
def test_links_to_articles_and_little_else_are_a_front_page(address: str) -> None:
    teasers = "".join(
        f"<h3><a href='/{n}'>Ferry number {n} of the northern line is late</a></h3>" for n in range(30)
    )
    head = f'<link rel="canonical" href="{address}">' if address else ""
    assert "front-page" in losses(page(p(TEXT[0]) + teasers, head=head))


@pytest.mark.parametrize("share", [1, 3, 6])
def test_a_short_article_with_many_links_below_is_no_front_page(share: int) -> None:
    links = "".join(
        f"<h3><a href='/{n}'>Ferry number {n} of the northern line is late</a></h3>" for n in range(30)
    )
    assert losses(page(p(*TEXT[:share]) + links, head='<meta property="og:type" content="article">')) == []


def test_an_article_that_tells_times_in_its_sentences_is_no_live_blog() -> None:
    told = tuple(
        f"At 14:{n}0 the gate of pier {n} opened, and the first lorries of the day drove on board."
        for n in range(6)
    )
    assert losses(page(p(*told))) == []
    assert read_text("\n".join((HEADLINE, "May 17, 2024 at 9:54", *told))).losses == ()
