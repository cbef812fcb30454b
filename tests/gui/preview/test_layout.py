"""What a document becomes on its pages."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefing.blocks import (
    BottomLine,
    Document,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Note,
    Page,
    Paragraph,
    Run,
    Subtitle,
    Table,
    Title,
)
from briefing.ui.preview.fonts import Metrics, Substitute
from briefing.ui.preview.laid import TextLaid
from briefing.ui.preview.layout import Pages, layout_document

Make = Callable[..., Document]
Lay = Callable[..., Pages]


def pieces(pages: Pages) -> list[TextLaid]:
    return [laid for laid in pages.laid if isinstance(laid, TextLaid)]


def lines(laid: TextLaid) -> list[str]:
    layout, text = laid.piece.layout, laid.piece.text
    at = [layout.lineAt(i) for i in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in at]


def families(laid: TextLaid) -> set[str]:
    return {run.rawFont().familyName() for run in laid.piece.layout.glyphRuns()}


def test_an_empty_document_is_one_empty_page(make: Make, lay: Lay) -> None:
    pages = lay(make())
    assert (pages.page_count, pages.text(), list(pages.spots(0))) == (1, "", [])


def test_every_block_leads_back_to_what_made_it(make: Make, lay: Lay) -> None:
    fields = Fields((FieldRow("Date", "14 May", "field:date"), FieldRow("To", "DG", "field:to")))
    blocks = (Title("Talks"), Subtitle("For the DG", "field:subtitle"), fields, BottomLine("B.", (Run("Go."),)))
    pages = lay(make(*blocks, Heading("Next", 1, "section:next"), unit="Desk"))
    expected = ("field:unit", "title", "field:subtitle", "field:date", "field:to", "summary", "section:next")
    assert pages.origins == expected


def test_lines_of_an_origin_stand_below_each_other_within_the_margins(make: Make, lay: Lay) -> None:
    pages = lay(make(ListItem((Run("word " * 60),), origin="point:1")))
    found = pages.find("point:1")
    tops = [spot.top for _, spot in found]
    assert len(found) > 2
    assert tops == sorted(tops)
    assert all(spot.left == pytest.approx(22 * 72 / 25.4) for _, spot in found)


def test_lines_over_the_limit_are_counted(make_talks: Make, lay: Lay) -> None:
    fitting = next(n for n in range(20, 90) if lay(make_talks(n)).page_count == 2) - 1
    assert lay(make_talks(fitting, page_limit=1)).overflow_lines == 0
    assert lay(make_talks(fitting + 2, page_limit=1)).overflow_lines >= 2
    assert lay(make_talks(fitting + 2)).overflow_lines == 0


def test_footnotes_are_on_the_page_that_refers_to_them(make: Make, make_point: Make, lay: Lay) -> None:
    points = [make_point(i, note=i + 1) for i in range(60)]
    notes = tuple(Note(i + 1, (Run(f"Source {i + 1}."),)) for i in range(60))
    pages = lay(make(*points, notes=notes))
    for page, plan in enumerate(pages.plans):
        cited = [int(s.origin.removeprefix("point:")) + 1 for s in pages.spots(page)]
        assert [note.number for note in plan.notes] == list(dict.fromkeys(cited))


def test_endnotes_follow_the_text(make: Make, make_point: Make, lay: Lay) -> None:
    notes = (Note(1, (Run("Source."),)),)
    pages = lay(make(make_point(1, note=1), notes=notes, note_style="endnotes"))
    assert not pages.plans[0].notes
    assert pages.text().endswith("1 Source.")


def test_a_placeholder_is_shown_with_its_bullet(make: Make, lay: Lay) -> None:
    prompt = Paragraph((Run("What was agreed"),), "placeholder", "section:agreements")
    (laid,) = pieces(lay(make(prompt)))
    assert laid.plain() == "• What was agreed"
    assert laid.piece.look.type.italic


def test_the_rule_stands_below_the_subtitle_where_there_is_one(make: Make, lay: Lay) -> None:
    alone = pieces(lay(make(Title("Talks"))))
    both = pieces(lay(make(Title("Talks"), Subtitle("For the DG"))))
    assert [laid.piece.look.dress for laid in alone] == ["rule"]
    assert [laid.piece.look.dress for laid in both] == ["", "rule"]


def test_the_table_of_a_caption_leads_to_the_same_place(make: Make, lay: Lay) -> None:
    table = Table((("Party", "Wants"), ("Castora", "June")), caption="Table 1", origin="table:1")
    pages = lay(make(table))
    assert pages.text() == "Table 1\nParty | Wants\nCastora | June"
    assert len(pages.find("table:1")) == 5  # the caption and four cells


def test_korean_is_broken_between_words(make: Make, lay: Lay) -> None:
    text = "벨드 청장은 포트할덴에서 루이스 청장을 만나 마약과 저가 신고와 국경 통관 지연을 논의했다 " * 4
    (laid,) = pieces(lay(make(Paragraph((Run(text.strip()),)), language="ko")))
    assert len(lines(laid)) > 2
    assert all(line.endswith(" ") for line in lines(laid)[:-1])


def test_a_word_longer_than_the_line_is_broken_anywhere(make: Make, lay: Lay) -> None:
    (laid,) = pieces(lay(make(Paragraph((Run("w" * 400),)))))
    assert all(line.naturalTextWidth() <= line.width() + 1 for line in _lines(laid))


def _lines(laid: TextLaid) -> list[object]:
    return [laid.piece.layout.lineAt(i) for i in range(laid.piece.layout.lineCount())]


def test_right_to_left_text_stands_at_the_right(make: Make, lay: Lay) -> None:
    (laid,) = pieces(lay(make(Paragraph((Run("שלום עולם"),)))))
    assert laid.piece.right_to_left
    line = laid.piece.layout.lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.width(), abs=1)


def test_a_right_to_left_document_begins_at_the_right(make: Make, lay: Lay) -> None:
    fields = Fields((FieldRow("תאריך", "14.5", "field:date"),))
    pages = lay(make(fields, language="he"))
    label, value = (spot for _, spot in pages.find("field:date"))
    assert label.left > value.left


def test_east_asian_text_is_set_in_the_east_asian_face(make: Make, lay: Lay) -> None:
    metrics = Metrics()
    korean = metrics.used("Malgun Gothic")
    if not metrics.has(korean):
        pytest.skip("no Korean face here")
    (laid,) = pieces(lay(make(Paragraph((Run("Haneul (하늘)"),)))))
    assert korean in families(laid)
    assert metrics.used("Calibri") in families(laid)


def test_a_japanese_run_has_a_japanese_face(make: Make, lay: Lay) -> None:
    metrics = Metrics()
    japanese = metrics.used("Yu Gothic")
    if not metrics.has(japanese):
        pytest.skip("no Japanese face here")
    (laid,) = pieces(lay(make(Paragraph((Run("Minato "), Run("港税関", lang="ja"))))))
    assert japanese in families(laid)


def test_italics_are_for_latin_script_only(make: Make, lay: Lay) -> None:
    (laid,) = pieces(lay(make(Paragraph((Run("met 하늘 세관", italic=True),)))))
    slanted = {f.start: f.format.fontItalic() for f in laid.piece.layout.formats()}
    assert slanted == {0: True}


def test_substitutes_are_named(make: Make, qapp: object) -> None:
    metrics = Metrics(frozenset({"Carlito", "Noto Sans CJK KR"}))
    latin = layout_document(make(Title("Talks")), metrics)
    both = layout_document(make(Title("회담")), metrics)
    assert latin.substitutes == (Substitute("Calibri", "Carlito"),)
    assert both.substitutes == (*latin.substitutes, Substitute("Malgun Gothic", "Noto Sans CJK KR"))


def test_a_face_that_is_there_needs_no_substitute(make: Make, qapp: object) -> None:
    pages = layout_document(make(Title("Talks")), Metrics(frozenset({"Calibri"})))
    assert pages.substitutes == ()


def test_control_characters_and_lone_surrogates_do_no_harm(make: Make, lay: Lay) -> None:
    pages = lay(make(Title("a\x00b\ud800"), Paragraph((Run("one\ntwo"),))))
    assert pages.text() == "ab\N{REPLACEMENT CHARACTER}\none\ntwo"


@pytest.mark.parametrize("page", [Page(0, 0), Page(10, 10, 90, 90, 90, 90), Page(9000, 9000)])
def test_impossible_paper_still_gives_pages(make_talks: Make, lay: Lay, page: Page) -> None:
    pages = lay(make_talks(3, page=page))
    assert pages.page_count >= 1
    assert pages.find("point:2")


def test_hostile_text_comes_out_as_it_is(hostile: Document, lay: Lay) -> None:
    said = lay(hostile).text()
    assert '<img src="file:///etc/passwd">' in said
    assert "<script>alert(1)</script>" in said


def test_a_point_over_two_pages_is_found_on_both(make: Make, lay: Lay) -> None:
    pages = lay(make(ListItem((Run("word " * 1500),), origin="point:1")))
    assert {page for page, _ in pages.find("point:1")} == set(range(pages.page_count))


def test_the_footer_counts_the_pages(make_talks: Make, lay: Lay) -> None:
    pages = lay(make_talks(80, reference="A/1 {page}"))
    reference, marking, label = pages.footer(1)
    assert (reference.text, marking.text, label.text) == ("A/1 {page}", "OFFICIAL", "Page 2 of 3")


def test_a_changed_face_lays_out_everything_anew(make_talks: Make, lay: Lay) -> None:
    first = lay(make_talks())
    larger = replace(first.document.type, body=replace(first.document.type.body, size_pt=14))
    second = lay(replace(first.document, type=larger), first)
    assert second.setter is not first.setter


def test_what_is_laid_out_is_nothing_the_garbage_collector_has_to_look_through(make: Make, lay: Lay) -> None:
    pages = lay(make(Title("Talks"), ListItem((Run("a"),))))
    assert not any(map(gc.is_tracked, (*pages.laid, *pages.document.blocks, *pages.plans[0].slices)))
