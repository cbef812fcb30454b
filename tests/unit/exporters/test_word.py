"""What the Word file says: styles, lists, notes, frame, properties."""

from __future__ import annotations

import re

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
    Properties,
    Run,
    Subtitle,
    Table,
    Title,
)
from briefing.exporters.word import bookmark_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROLES = {
    "body": "BodyText",
    "lead-in": "LeadIn",
    "quote": "Quote",
    "caption": "Caption",
    "source": "Source",
    "sign-off": "SignOff",
}


@pytest.fixture
def note(samples):
    """A document of the given blocks; more by keyword."""
    base = Document("en-GB", (), Page(), samples.LATIN, Properties())
    return lambda *blocks, **more: replace(base, blocks=blocks, **more)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_its_own_style(word, note, role) -> None:
    assert word(note(Paragraph((Run("x"),), role))).paragraphs(ROLES[role]) == ["x"]


def test_a_placeholder_is_left_out(word, note) -> None:
    assert (
        "fill me in"
        not in word(note(Paragraph((Run("fill me in"),), "placeholder"))).texts["word/document.xml"]
    )


@pytest.mark.parametrize(
    ("level", "style"), [(0, "Heading1"), (1, "Heading1"), (2, "Heading2"), (7, "Heading3")]
)
def test_heading_levels_have_styles(word, note, level, style) -> None:
    assert word(note(Heading("x", level))).paragraphs(style) == ["x"]


def test_headings_have_outline_levels_and_stay_with_what_follows(word, note) -> None:
    styles = "word/styles.xml"
    parts = word(note())
    assert parts.values("//w:style[starts-with(@w:styleId, 'Heading')]//w:outlineLvl", styles) == [
        "0",
        "1",
        "2",
    ]
    assert parts.find("//w:style[@w:styleId='Heading1']/w:pPr/w:keepNext", styles)


def test_bullets_are_one_list_with_levels(word, samples) -> None:
    parts = word(samples.counted(6))
    assert set(parts.values("//w:p//w:numId")) == {"1"}
    assert parts.values("//w:p//w:ilvl") == ["1", "2", "0", "1", "2", "0"]


def test_bullets_print_the_documents_markers(word, samples) -> None:
    levels = word(samples.korean()).values("//w:abstractNum[1]/w:lvl/w:lvlText", "word/numbering.xml")
    assert levels[:4] == ["○", "-", "*", "*"]


def test_numbers_start_anew_with_each_list(word, note) -> None:
    items = [ListItem((Run("x"),), "number", 0, n, "1.") for n in (4, 4, 9)]
    parts = word(note(*items))
    assert parts.values("//w:p//w:numId") == ["3", "3", "4"]
    assert parts.values("//w:num[@w:numId='4']//w:startOverride", "word/numbering.xml") == ["1"]


@pytest.mark.parametrize(
    ("marker", "kind", "text"),
    [
        ("1.", "decimal", "%1."),
        ("(3)", "decimal", "(%1)"),
        ("a)", "lowerLetter", "%1)"),
        ("IV.", "upperRoman", "%1."),
        ("가.", "ganada", "%1."),
        ("②", "decimalEnclosedCircle", "%1"),
        ("二", "japaneseCounting", "%1"),
        ("xyz", "decimal", "%1."),
        ("", "decimal", "%1."),
        ("?", "decimal", "%1."),
        ("é", "decimal", "%1."),
    ],
)
def test_a_list_counts_as_its_marker_does(word, note, marker, kind, text) -> None:
    level = word(note(ListItem((Run("x"),), "number", 0, 1, marker))).find(
        "//w:abstractNum[3]/w:lvl[1]", "word/numbering.xml"
    )[0]
    assert (level.find(f"{W}numFmt").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val")) == (kind, text)


def test_a_list_may_begin_later(word, note) -> None:
    parts = word(note(ListItem((Run("x"),), "number", 0, 1, "5.")))
    assert parts.values("//w:num[@w:numId='3']//w:startOverride", "word/numbering.xml") == ["5"]


def test_nested_numbers_repeat_the_number_above(word, note) -> None:
    items = [ListItem((Run("x"),), "number", n, 1, "1." + "1" * n) for n in (0, 1)]
    levels = word(note(*items)).values("//w:abstractNum[3]/w:lvl/w:lvlText", "word/numbering.xml")
    assert levels[:2] == ["%1.", "%1.%2"]


def test_a_headings_sign_is_a_bullet_not_text(word, note) -> None:
    parts = word(note(Heading("개요", marker="□"), Heading("결과", marker="□"), Heading("3", marker="□")))
    assert parts.paragraphs("Heading1") == ["개요", "결과", "3"]
    assert parts.values("//w:abstractNum[last()]/w:lvl/w:lvlText", "word/numbering.xml") == ["□"]


def test_a_headings_number_is_text(word, note) -> None:
    assert word(note(Heading("Scope", marker="2."))).paragraphs("Heading1") == ["2. Scope"]


def test_a_note_is_a_real_footnote_with_its_link(word, samples) -> None:
    parts = word(samples.english())
    assert len(parts.find("//w:footnoteReference")) == 3
    assert (
        parts.paragraphs("FootnoteText", "word/footnotes.xml")[2] == " Ostrana Wire, 12 May 2031, paragraph 5."
    )
    assert 'Target="https://courier.example/talks"' in parts.texts["word/_rels/footnotes.xml.rels"]


def test_a_note_cited_again_refers_to_the_first(word, note) -> None:
    paragraph = Paragraph((Run("a"), Run("", note=1), Run("b"), Run("", note=1)))
    parts = word(note(paragraph, notes=(Note(1, (Run("Source"),)),)))
    assert len(parts.find("//w:footnoteReference")) == 1
    assert parts.find("//w:instrText")[0].text == " NOTEREF _bn_1 \\f \\h "


def test_references_that_touch_are_kept_apart(word, note) -> None:
    paragraph = Paragraph((Run("a"), Run("", note=1), Run("", note=2)))
    notes = (Note(1, (Run("x"),)), Note(2, (Run("y"),)))
    assert word(note(paragraph, notes=notes)).paragraphs("BodyText") == ["a,"]


def test_a_reference_to_no_note_is_left_out(word, note) -> None:
    parts = word(note(Paragraph((Run("a"), Run("", note=5)))))
    assert not parts.find("//w:footnoteReference")
    assert "word/footnotes.xml" not in parts.texts


def test_a_note_nobody_cites_stays_out_of_the_file(word, note) -> None:
    assert "word/footnotes.xml" not in word(note(Title("x"), notes=(Note(1, (Run("draft"),)),))).texts


def test_endnotes_count_in_figures(word, note) -> None:
    parts = word(note(Paragraph((Run("", note=1),)), notes=(Note(1, (Run("x"),)),), note_style="endnotes"))
    assert parts.paragraphs("EndnoteText", "word/endnotes.xml") == [" x"]
    assert parts.values("//w:endnotePr/w:numFmt", "word/settings.xml") == ["decimal"]


def test_the_marking_is_on_every_page(word, samples) -> None:
    parts = word(samples.english())
    assert parts.paragraphs("Marking", "word/header.xml") == ["OFFICIAL-SENSITIVE"]
    assert "OFFICIAL-SENSITIVE" in parts.paragraphs("Footer", "word/footer.xml")[0]
    assert not parts.find("//w:titlePg")


def test_without_marking_there_is_no_header(word, note) -> None:
    assert "word/header.xml" not in word(note(Title("x"))).texts


def test_page_numbers_are_fields_in_the_documents_words(word, samples) -> None:
    parts = word(samples.korean())
    assert [i.text for i in parts.find("//w:instrText", "word/footer.xml")] == [" PAGE ", " NUMPAGES "]
    assert parts.paragraphs("Footer", "word/footer.xml") == ["국제협력과-2031-114\t대외주의\t1 / 1쪽"]


def test_the_unit_stands_first(word, samples) -> None:
    assert word(samples.english()).values("//w:body/w:p[1]/w:pPr/w:pStyle") == ["Unit"]


def test_short_fields_share_a_row_where_two_columns_are_asked_for(word, samples) -> None:
    rows = word(samples.english()).find("//w:tbl[1]/w:tr")
    assert [len(row.findall(f"{W}tc")) for row in rows] == [4, 4, 2]


def test_a_long_field_does_not_share_its_row(word, note) -> None:
    rows = tuple(FieldRow(label, "x" * length) for label, length in (("A", 3), ("B", 90), ("C", 3)))
    found = word(note(Fields(rows, columns=2))).find("//w:tbl[1]/w:tr")
    assert [len(row.findall(f"{W}tc")) for row in found] == [2, 2, 2]


def test_labels_and_values_have_styles(word, note) -> None:
    parts = word(note(Fields((FieldRow("To", "Director\nGeneral"),))))
    assert (parts.paragraphs("FieldLabel"), parts.paragraphs("FieldValue")) == (["To"], ["Director\nGeneral"])


@pytest.mark.parametrize(
    ("label", "shown"), [("Bottom line", "Bottom line. x"), ("요지", "요지: x"), ("So:", "So: x"), ("", "x")]
)
def test_the_bottom_line_begins_with_its_label(word, note, label, shown) -> None:
    assert word(note(BottomLine(label, (Run("x"),)))).paragraphs("BottomLine") == [shown]


def test_the_header_row_of_a_table_is_marked(word, note) -> None:
    parts = word(note(Table((("A", "B"), ("1", "2")), caption="Two")))
    assert len(parts.find("//w:tblHeader")) == 1
    assert (parts.paragraphs("TableHeading"), parts.paragraphs("Caption")) == (["A", "B"], ["Two"])


def test_a_short_row_is_filled(word, note) -> None:
    rows = word(note(Table((("A", "B"), ("1",)), header=False))).find("//w:tr")
    assert [len(row.findall(f"{W}tc")) for row in rows] == [2, 2]


def test_a_table_of_no_cells_keeps_its_caption_only(word, note) -> None:
    parts = word(note(Table((), caption="Nothing")))
    assert (parts.paragraphs("Caption"), parts.find("//w:tbl")) == (["Nothing"], [])


def test_the_rule_stands_under_the_subtitle_if_there_is_one(word, note) -> None:
    def ruled(*blocks) -> list[str]:
        found = word(note(*blocks)).find("//w:style[w:pPr/w:pBdr/w:bottom/@w:sz='20']", "word/styles.xml")
        return [style.get(f"{W}styleId") for style in found]

    assert (ruled(Title("x")), ruled(Title("x"), Subtitle("y"))) == (["Title"], ["Subtitle"])


def test_each_point_carries_a_hidden_bookmark(word, note) -> None:
    parts = word(note(ListItem((Run("x"),), origin="point:p-9f86d081884c")))
    assert [b.get(f"{W}name") for b in parts.find("//w:bookmarkStart")] == [bookmark_name("p-9f86d081884c")]
    assert bookmark_name("p-9f86d081884c") == "_bp_p_9f86d081884c"


def test_a_point_of_several_lines_has_several_bookmarks(word, note) -> None:
    blocks = [Paragraph((Run("x"),), origin="point:p-1"), Table((("y",),), origin="point:p-1")]
    names = [b.get(f"{W}name") for b in word(note(*blocks)).find("//w:bookmarkStart")]
    assert names == ["_bp_p_1", "_bp_p_1__2"]


def test_only_what_was_set_is_in_the_properties(word, note) -> None:
    parts = word(note(Title("x")))
    assert [e.tag.rpartition("}")[2] for e in parts.roots["docProps/core.xml"]] == ["language"]
    assert "creator" not in parts.texts["docProps/core.xml"]


def test_the_clock_is_the_documents_own(word, samples) -> None:
    text = word(samples.english()).texts["docProps/core.xml"]
    assert re.findall(r">([^<]*Z)<", text) == ["2031-05-14T08:00:00Z"] * 2


@pytest.mark.parametrize(("created", "written"), [("2031-05-14", ["2031-05-14T00:00:00Z"] * 2), ("soon", [])])
def test_a_moment_without_zone_is_taken_as_it_stands(word, note, created, written) -> None:
    text = word(note(properties=Properties(created=created))).texts["docProps/core.xml"]
    assert re.findall(r">([^<]*Z)<", text) == written


def test_the_file_says_which_note_it_is(word, samples) -> None:
    custom = word(samples.english()).roots["docProps/custom.xml"]
    values = {p.get("name"): p[0].text for p in custom}
    assert values == {"BriefingId": "n-1", "ExportId": "x-1", "Marking": "OFFICIAL", "SchemaVersion": "1"}


def test_word_opens_it_without_compatibility_mode(word, note) -> None:
    setting = word(note()).find("//w:compatSetting[@w:name='compatibilityMode']", "word/settings.xml")[0]
    assert setting.get(f"{W}val") == "15"


def test_paper_and_margins_are_the_documents(word, note) -> None:
    parts = word(note(page=Page(215.9, 279.4, left_mm=25.4)))
    size, margins = parts.find("//w:pgSz")[0], parts.find("//w:pgMar")[0]
    assert (size.get(f"{W}w"), size.get(f"{W}h"), margins.get(f"{W}left")) == ("12240", "15840", "1440")


def test_a_wide_page_says_so(word, note) -> None:
    assert word(note(page=Page(297, 210))).find("//w:pgSz")[0].get(f"{W}orient") == "landscape"


def test_a_link_is_a_link_and_has_the_style(word, note) -> None:
    runs = (Run("here", link="https://a.example/?x=1&y=2"), Run("there", link="https://a.example/?x=1&y=2"))
    parts = word(note(Paragraph(runs)))
    assert len(parts.find("//w:hyperlink[@r:id='rIdLink1']//w:rStyle[@w:val='Hyperlink']")) == 2


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "https://a b", "//share/x"]
)
def test_a_dangerous_link_stays_text(word, note, address) -> None:
    parts = word(note(Paragraph((Run("x", link=address),))))
    assert (parts.paragraphs("BodyText"), parts.find("//w:hyperlink")) == (["x"], [])


def test_a_line_break_and_a_tab_are_what_word_has_for_them(word, note) -> None:
    parts = word(note(Paragraph((Run("a\r\nb\tc\u2028"),))))
    assert parts.paragraphs("BodyText") == ["a\nb\tc\n"]


def test_an_empty_document_is_one_empty_page(word, note) -> None:
    assert word(note()).paragraphs("BodyText") == [""]


def test_a_bold_link_is_bold_and_a_link(word, note) -> None:
    parts = word(note(Paragraph((Run("x", bold=True, italic=True, link="https://a.example"),))))
    assert parts.values("//w:hyperlink//w:rStyle") == ["Hyperlink"]
    assert parts.find("//w:hyperlink//w:rPr/w:b")
    assert parts.find("//w:hyperlink//w:rPr/w:i")


def test_bold_words_in_a_note_have_the_strong_style(word, note) -> None:
    notes = (Note(1, (Run("x", bold=True),)),)
    parts = word(note(Paragraph((Run("", note=1),)), notes=notes))
    assert "Strong" in parts.values("//w:rStyle", "word/footnotes.xml")


def test_a_long_label_in_capitals_stays_on_one_line(word, samples) -> None:
    rows = (FieldRow("Attachments", "x", "field:a"),)
    file = word(replace(samples.counted(0), blocks=(Fields(rows),)))
    widest_em = 0.75 * len("ATTACHMENTS")  # as measured in Noto Serif Bold; tracking and cell margin below
    size_pt = samples.counted(0).type.label.size_pt
    needed_twips = (widest_em * size_pt + 0.6 * 11 + 5.4) * 20
    assert int(file.find("//w:gridCol")[0].get(f"{W}w")) >= needed_twips
