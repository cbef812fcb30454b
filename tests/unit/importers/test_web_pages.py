"""Web pages: head, body, captions and furniture told apart, and what is wrong with a page said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

import pytest
from dateparser.languages.locale import Locale

from briefing.errors import ImportFailed
from briefing.importers import read_article, read_html
from briefing.model.article import Article, Kind, Status

HEADLINE = "Velmark and Castora revive customs talks after eight-year gap"
PARAGRAPHS = (
    "The customs services of Velmark and Castora held their first bilateral meeting in eight years.",
    "Commissioner Orla Venn met Director General Tomas Rell to discuss smuggling across the Sund.",
    "The two services agreed to exchange cargo data each week and to open a joint desk at the Sund crossing.",
    "Trade between the neighbours fell by a third after 2016, when Castora closed two border posts.",
    "Velmark plans similar talks with Ostrana, Pellia and the Marsh Islands before the end of the year.",
)
CAPTION = "Commissioner Orla Venn greets her guest at the harbour office in Port Lasker."
LD = {
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2024-05-17T09:54:00+02:00",
    "dateModified": "2024-05-17T11:20:00+02:00",
    "author": [{"@type": "Person", "name": "Ilsa Marten"}, {"@type": "Organization", "name": "AFP"}],
    "publisher": {"@type": "Organization", "name": "The Castora Courier"},
    "articleSection": "World",
}


def page(*, head: str = "", paragraphs: Sequence[str] = PARAGRAPHS, extra: str = "", h1: str = HEADLINE) -> str:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{HEADLINE} | The Castora Courier</title>{head}</head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
        f"<main><article><h1>{h1}</h1>"
        f"<figure><img src='x.jpg'><figcaption>{CAPTION}</figcaption></figure>{body}{extra}</article></main>"
        "<footer><p>© 2024 The Castora Courier. All rights reserved.</p></footer></body></html>"
    )


def ld(**changes: object) -> str:
    thing = {"@context": "https://schema.org", **LD, **changes}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def read(html: str) -> Article:
    return read_article(html.encode(), "page.html")


def test_metadata_come_from_the_pages_own_description() -> None:
    article = read(page(head=ld()))
    assert (article.headline, article.publisher, article.byline) == (
        HEADLINE,
        "The Castora Courier",
        ("Ilsa Marten",),
    )
    assert (article.agency, article.section, article.language) == ("AFP", "World", "en")
    assert (article.published, article.updated) == ("2024-05-17T09:54+02:00", "2024-05-17T11:20+02:00")


def test_without_a_description_the_lines_around_the_headline_are_read() -> None:
    byline = "<p>By Ilsa Marten</p><p>Published: May 17, 2024, 9:54 a.m. EDT</p>"
    article = read(page().replace("</h1>", f"</h1>{byline}"))
    assert (article.headline, article.byline) == (HEADLINE, ("Ilsa Marten",))
    assert article.published == "2024-05-17T09:54-04:00"


def test_the_body_is_its_paragraphs_in_order_and_the_caption_a_caption() -> None:
    article = read(page(head=ld()))
    assert (article.paragraphs, article.captions) == (PARAGRAPHS, (CAPTION,))


def test_everything_else_that_can_be_seen_is_kept_as_furniture() -> None:
    article = read(page(head=ld()))
    aside = [b.text for b in article.blocks if b.status is Status.FURNITURE]
    assert aside == ["Home", "World", "© 2024 The Castora Courier. All rights reserved."]


def test_headings_lists_quotes_and_tables_keep_their_kind() -> None:
    extra = (
        "<h2>What was agreed</h2><ul><li>a joint desk in Lasker</li><li>a common list of contacts</li></ul>"
        "<blockquote><p>We share the concern about cross-border crime, she said then.</p></blockquote>"
        "<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2016</td><td>30</td></tr></table>"
    )
    kinds = [b.kind for b in read(page(head=ld(), extra=extra)).blocks if b.status is not Status.FURNITURE]
    assert kinds[-5:] == [Kind.HEADING, Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.QUOTE, Kind.TABLE]


def test_a_paragraph_far_from_the_body_is_doubtful_or_aside() -> None:
    stray = "<div><div><p>Readers of this page also wrote to us about their holidays last year.</p></div></div>"
    article = read(page(head=ld()).replace("</main>", f"</main>{stray}"))
    (block,) = [b for b in article.blocks if b.text.startswith("Readers of this page")]
    assert block.status is not Status.BODY


def test_a_sentence_passed_over_among_the_bodys_own_paragraphs_is_doubtful() -> None:
    marked = page(head=ld()).replace(
        f"<p>{escape(PARAGRAPHS[2])}", f'<p class="related">{escape(PARAGRAPHS[2])}'
    )
    doubtful = [b.text for b in read(marked).blocks if b.status is Status.DOUBTFUL]
    assert doubtful == [PARAGRAPHS[2]]


def test_a_text_in_a_place_that_trafilatura_leaves_out_is_found_and_doubtful() -> None:
    rest = "".join(f"<p>{escape(p)}</p>" for p in PARAGRAPHS[1:])
    read_page = read(
        page(head=ld(), paragraphs=PARAGRAPHS[:1], extra=f'<div class="comments-frame">{rest}</div>')
    )
    assert read_page.paragraphs == PARAGRAPHS
    assert all(b.status is Status.DOUBTFUL for b in read_page.blocks if b.text in PARAGRAPHS)


def test_a_flash_of_one_sentence_is_not_glued_to_its_headline_and_caption() -> None:
    flash = read(page(head=ld(), paragraphs=PARAGRAPHS[:1]))
    assert (flash.paragraphs, flash.captions) == (PARAGRAPHS[:1], (CAPTION,))


def test_what_readers_wrote_under_a_short_text_does_not_take_its_place() -> None:
    said = "".join(
        f"<p>Reader {n} thinks that the talks at the harbour came far too late for us.</p>" for n in range(9)
    )
    short = read(page(head=ld(), paragraphs=PARAGRAPHS[:2], extra=f'<div class="comments-area">{said}</div>'))
    assert short.paragraphs == PARAGRAPHS[:2]


def test_a_menus_word_that_the_text_holds_too_is_kept_as_furniture() -> None:
    words = page(
        head=ld(), paragraphs=(*PARAGRAPHS, "The world looked on as they did so, as it often does in May.")
    )
    assert "World" in [b.text for b in read(words).blocks if b.status is Status.FURNITURE]


@pytest.mark.parametrize(
    ("address", "tidy"),
    [
        ("https://courier.example/a?utm_source=x&id=7&fbclid=y#top", "https://courier.example/a?id=7"),
        ("https://user:secret@courier.example/a", "https://courier.example/a"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//host/share", ""),
    ],
)
def test_the_address_is_kept_without_trackers_and_secrets(address: str, tidy: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{address}">')).url == tidy


def test_a_browsers_note_of_where_it_was_saved_from_gives_the_address() -> None:
    saved = page().replace("<html", "<!-- saved from url=(0033)https://courier.example/talks -->\n<html", 1)
    assert read(saved).url == "https://courier.example/talks"


def test_a_name_that_is_the_outlets_own_or_a_mail_address_is_no_byline() -> None:
    article = read(page(head=ld(author=[{"name": "The Castora Courier"}, {"name": "desk@courier.example"}])))
    assert article.byline == ()


def test_a_paid_page_a_live_blog_and_a_gallery_are_said_to_be_so() -> None:
    paid = read(page(head=ld(), extra="<p>Subscribe to continue reading this article.</p>"))
    live = read(page(head=ld(**{"@type": "LiveBlogPosting"})))
    pictures = "".join(
        f"<figure><figcaption>Picture {n}: {PARAGRAPHS[n % 5]}</figcaption></figure>" for n in range(9)
    )
    gallery = read(page(head=ld(), paragraphs=PARAGRAPHS[:1], extra=f"{pictures}<p>{PARAGRAPHS[1]}</p>"))
    assert [a.losses[0].partition(":")[0] for a in (paid, live, gallery)] == [
        "truncated",
        "live-blog",
        "gallery",
    ]


def test_a_front_page_is_said_to_be_one() -> None:
    teasers = "".join(
        f'<div><h3><a href="/{n}">Story number {n} about the harbour</a></h3></div>' for n in range(30)
    )
    body = f"<body><main><p>{PARAGRAPHS[0]}</p>{teasers}</main></body>"
    html = f"<html><head><title>The Castora Courier</title></head>{body}</html>"
    assert "front-page" in read(html).losses


def test_pasted_rich_text_without_a_page_is_read_line_by_line() -> None:
    html = f"<h1>{HEADLINE}</h1><p>By Ilsa Marten</p><p>May 17, 2024</p>" + "".join(
        f"<p>{p}</p>" for p in PARAGRAPHS
    )
    article = read_html(html)
    assert (article.headline, article.byline, article.published) == (HEADLINE, ("Ilsa Marten",), "2024-05-17")
    assert article.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("reference", ["&#1;", "&#x0B;", "&#x1F;", "&#xFFFE;", "&#xD800;", "\x0b", "\ufffe"])
def test_a_character_no_xml_may_hold_does_not_cost_the_page(reference: str) -> None:
    assert (
        len(
            read(
                page(head=ld(), extra=f"<p>The talks go on {reference} in the autumn, both sides said.</p>")
            ).paragraphs
        )
        == 6
    )


def test_a_table_of_800_000_cells_is_said_to_be_too_large() -> None:
    with pytest.raises(ImportFailed) as failed:
        read(page(extra="<table>" + ("<tr>" + "<td>1" * 1_000) * 800))
    assert (failed.value.reason, failed.value.detail.split()[1]) == ("too-large", "elements,")


def test_an_article_inside_four_hundred_elements_is_found() -> None:
    deep = page(head=ld()).replace("<main>", "<div>" * 400).replace("</main>", "</div>" * 400)
    assert read(deep).paragraphs[-1] == PARAGRAPHS[-1]


def test_on_a_page_nested_too_deep_scripts_and_styles_are_no_text() -> None:
    style = "<style>body{color:#333}</style><script>var talks = 'never text';</script>"
    deep = page(head=ld()).replace("<main>", f"{'<div>' * 900}{style}").replace("</main>", "</div>" * 900)
    texts = [b.text for b in read(deep).blocks]
    assert PARAGRAPHS[0] in texts
    assert not any("#333" in t or "never text" in t for t in texts)


def test_a_date_and_a_name_in_a_list_beside_the_headline_are_read() -> None:
    row = "<ul><li>By Ilsa Marten</li><li>17 May 2024, 9:54 CEST</li></ul>"
    article = read(page().replace("</h1>", f"</h1>{row}"))
    assert (article.byline, article.published) == (("Ilsa Marten",), "2024-05-17T09:54+02:00")


def test_a_date_anywhere_on_the_page_is_the_last_resort_and_said_to_be() -> None:
    far = "".join(f"<p>Ferry number {n}</p>" for n in range(20))
    article = read(page().replace("<footer>", f"<footer>{far}<p>Put online on 17 May 2024 by the desk.</p>"))
    assert article.published == "2024-05-17"
    assert any(f.name == "published" and "likeliest" in f.how for f in article.findings)


def test_a_guess_at_the_date_that_fails_costs_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> str:
        raise ValueError

    monkeypatch.setattr("htmldate.find_date", fails)
    assert (read(page()).published, read(page()).paragraphs) == ("", PARAGRAPHS)


def test_a_date_that_is_none_is_not_tried_in_every_language_of_the_world(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: set[str] = set()

    def noted(self: Locale, *given: object, **named: object) -> bool:
        tried.add(self.shortname)
        return bool(applicable(self, *given, **named))

    applicable = Locale.is_applicable
    monkeypatch.setattr(Locale, "is_applicable", noted)
    odd = '<head><meta property="article:published_time" content="May 0, 0000">'
    assert read(page().replace("<head>", odd)).published == ""
    assert tried <= {"en"}


def test_figures_are_no_date() -> None:
    far = "".join(f"<p>Ferry number {n}</p>" for n in range(20))
    article = read(page().replace("<footer>", f"<footer>{far}<p>The office 12.01.10 is closed.</p>"))
    assert article.published == ""


def test_a_bare_year_on_the_page_becomes_no_date() -> None:
    assert read(page()).published == ""


def test_text_laid_out_in_a_table_is_paragraphs() -> None:
    cells = "".join(f"<p>{p} {p.lower()} {n}</p>" for n, p in enumerate(PARAGRAPHS * 2))
    laid_out = f"<table><tr><td>Menu</td><td>{cells}</td></tr></table>"
    article = read(page(head=ld(), paragraphs=(), extra=laid_out))
    assert len([b for b in article.blocks if b.kind is Kind.PARAGRAPH and b.status is Status.BODY]) >= 10


def test_a_line_of_the_body_that_only_dates_or_signs_it_is_furniture() -> None:
    article = read(page(head=ld(), paragraphs=("By Ilsa Marten", "Updated 17 May 2024, 11:20", *PARAGRAPHS)))
    assert article.paragraphs == PARAGRAPHS


def test_a_question_asked_twice_in_an_interview_stands_twice() -> None:
    question = "What do you expect of the talks in the autumn?"
    paragraphs = (question, *PARAGRAPHS[:2], question, *PARAGRAPHS[2:])
    assert read(page(head=ld(), paragraphs=paragraphs)).paragraphs == paragraphs


def test_links_in_the_text_are_kept_at_their_words() -> None:
    linked = page(head='<link rel="canonical" href="https://courier.example/world/talks">').replace(
        "The two services agreed", 'The <a href="/services?utm_source=x">two services</a> agreed'
    )
    (block,) = [b for b in read(linked).blocks if b.links]
    assert [(block.text[li.start : li.end], li.url) for li in block.links] == [
        ("two services", "https://courier.example/services")
    ]


def test_what_leads_nowhere_on_the_web_is_no_link() -> None:
    bad = page(head=ld()).replace(
        "The two services", '<a href="javascript:x()">The</a> <a href="#n">two</a> services'
    )
    assert not any(b.links for b in read(bad).blocks)


def test_a_newspapers_office_is_no_person() -> None:
    assert read(page(head=ld(author=[{"name": "北洋日報社"}]))).byline == ()


def test_text_after_a_large_embedded_picture_is_kept() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 9_000_000}">'
    article = read(page(head=ld()).replace("<article>", f"<article>{picture}"))
    assert article.paragraphs == PARAGRAPHS
