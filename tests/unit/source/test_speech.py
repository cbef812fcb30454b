"""What the source pane says."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.article import Article, Block
from briefing.ui.source.carry import packed, unpacked
from briefing.ui.source.places import Places
from briefing.ui.source.speech import Speaker, captions_of, counting, is_latin, site_of
from briefing.ui.values import Mark, SourceView, Span, SuggestionMark, TagLook
from briefing.words import Words

TEXT = "They will also run 10 joint inspections a year at Brena."
ARTICLE = Article("a", "Talks", (Block("One."), Block(TEXT)), "en", "The Courier", ("Ilse Marren", "Tor Lund"))
TAGS = (
    TagLook("m", "Meeting", 1, "blue"),
    TagLook("b", "Background", 2, "ochre"),
    TagLook("n", "Next", 3, "green"),
)
HERE = Span("a", 1, 0, len(TEXT))
VIEW = SourceView((ARTICLE,), "a", TAGS, (Span("a", 0, 0, 4), HERE))


def said(language: str = "en", **facts: object) -> str:
    view = replace(VIEW, **facts)
    return Speaker(Words(language), view, Places(view)).sentence(HERE)


def test_a_sentence_says_its_place_and_its_text():
    assert said() == f"Sentence 2 of 2, paragraph 2. {TEXT}"


def test_tag_text_and_warning_come_in_this_order():
    mark = Mark(HERE, 0, "p", warning=True, warning_sentence="number differs, 20 in the note, 10 here")
    expected = f"Meeting, point 2. {TEXT} Warning: number differs, 20 in the note, 10 here."
    assert said(marks=(mark,), number_of={"p": 2}.__getitem__) == f"Sentence 2 of 2, paragraph 2. {expected}"


def test_an_overlap_names_both_tags():
    assert "Meeting and Background." in said(marks=(Mark(HERE, 1, "q"), Mark(HERE, 0, "p")))


def test_a_suggestion_is_named():
    assert "Suggested: Next." in said(suggestions=(SuggestionMark(HERE, 2),))


def test_korean_takes_the_particle_that_fits():
    tags = (replace(TAGS[0], name="면담"), replace(TAGS[1], name="배경"))
    marks = (Mark(HERE, 0, "p"), Mark(HERE, 1, "q"))
    assert "면담과 배경." in said("ko", tags=tags, marks=marks)


def test_the_line_below_the_headline_names_publisher_byline_and_day():
    dated = replace(ARTICLE, published="2026-05-14T09:30")
    assert captions_of(dated, Words("en")).meta == "The Courier  ·  Ilse Marren, Tor Lund  ·  14 May 2026"
    assert captions_of(dated, Words("ko")).meta.endswith("2026. 5. 14.")


def test_a_date_that_is_none_is_shown_as_it_is_printed():
    assert captions_of(replace(ARTICLE, published="May 2026"), Words("en")).meta.endswith("May 2026")


def test_the_site_is_the_host_or_the_publisher_or_the_headline():
    assert site_of(replace(ARTICLE, url="https://www.courier.example/a")) == "courier.example"
    assert site_of(ARTICLE) == "The Courier"
    assert site_of(replace(ARTICLE, publisher="")) == "Talks"


def test_length_is_counted_in_words_or_in_characters():
    assert [*counting(ARTICLE, Words("en"))][-1] == "12 words"
    assert [*counting(replace(ARTICLE, language="ko"), Words("ko"))][-1] == "60자"


def test_script_decides_about_italics():
    assert is_latin(ARTICLE)
    assert not is_latin(Article("k", "관세청장 회담", (Block("벨마크 관세청은 WCO에 밝혔다."),), "ko"))


def test_a_carried_span_comes_back_and_rubbish_does_not():
    assert unpacked(packed(HERE, TEXT)) == HERE
    assert packed(HERE, TEXT).text() == TEXT
    broken = packed(HERE, TEXT)
    broken.setData("application/x-briefing-span", b'{"article": "a", "block": -1, "start": 0, "end": 4}')
    assert unpacked(broken) is None
    broken.setData("application/x-briefing-span", b"[1")
    assert unpacked(broken) is None
