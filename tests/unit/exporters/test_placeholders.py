"""A finished form is filled: marks anywhere in it, whole or cut into runs; its own look stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.blocks import (
    Assigned,
    FieldRow,
    Fields,
    Heading,
    Known,
    ListItem,
    Note,
    Paragraph,
    Properties,
    Run,
    Subtitle,
    Title,
)
from briefing.errors import FormInvalid
from briefing.exporters.forms.values import FormValues
from briefing.exporters.placeholders import fill_form, form_report, marks_of
from briefing.exporters.text import clean
from briefing.exporters.word import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KNOWN = Known(fields=("subject", "deadline"), sections=("agreements", "background"))
BULLET = '<w:pStyle w:val="KeyPoint"/>'


@pytest.fixture
def note(samples):
    """A note with two agreements, one below the other, and no background."""
    blocks = (
        Title("Customs talks"),
        Subtitle("For the Director"),
        Fields((FieldRow("Subject:", "First talks", "field:subject"), FieldRow("To", "Director & Co"))),
        Heading("Agreements", origin="section:agreements"),
        ListItem((Run("Risk data", bold=True), Run(" weekly"), Run("", note=1)), origin="point:p-1"),
        ListItem((Run("위험정보"),), level=1, origin="point:p-2"),
        Heading("Annex"),
        Paragraph((Run("not a point"),), "lead-in", "x"),
    )
    notes = (Note(1, (Run("Courier "), Run("page", link="https://courier.example"))),)
    return replace(samples.counted(0), blocks=blocks, notes=notes, marking="OFFICIAL",
                   properties=Properties("Customs talks", note_id="n-7", created="2031-05-14"))  # fmt: skip


@pytest.fixture
def filled(note, samples, forms, findings, parts):
    """A form of the given body, filled with the note; it is whole."""
    base = to_docx(samples.counted(0))

    def fill(body: str, document=note, known=KNOWN, **more: str):
        data = fill_form(forms.form(base, body, **more), document, known)
        assert findings(data) == []
        return parts(data)

    return fill


def texts(file, part: str = "word/document.xml") -> list[str]:
    """The texts of all paragraphs, in order, text boxes by themselves."""
    found = []
    for paragraph in file.find("//w:p", part):
        own = [t for t in paragraph.iter(f"{W}t", f"{W}br") if next(t.iterancestors(f"{W}p")) is paragraph]
        found.append("".join(t.text or "" if t.tag == f"{W}t" else "\n" for t in own))
    return found


def test_single_marks_are_replaced_where_they_stand(filled, forms) -> None:
    body = forms.paragraph("{{ Title }}: {{subject}} to {{To}} on {{date}}, {{summary}}{{deadline}}.")
    assert texts(filled(body)) == ["Customs talks: First talks to Director & Co on 2031-05-14, ."]


def test_a_mark_cut_into_runs_takes_the_look_of_its_beginning(filled, forms) -> None:
    file = filled(forms.paragraph("Re |{{sub|ject}} end"))
    assert texts(file) == ["Re First talks end"]
    bold = ["".join(run.itertext()) for run in file.find("//w:r[w:rPr/w:b]")]
    assert bold == ["First talks"]


def test_each_point_has_its_own_paragraph_in_the_forms_style(filled, forms) -> None:
    file = filled(forms.paragraph("– {{points: agreements}};", BULLET))
    assert file.paragraphs("KeyPoint") == ["– Risk data weekly;", "– 위험정보;"]


def test_a_nested_point_goes_one_level_deeper(filled, forms) -> None:
    file = filled(forms.paragraph("{{points: agreements}}", BULLET))
    assert file.values("//w:p//w:ilvl") == ["1"]


def test_a_nested_point_in_no_list_is_indented(filled, forms) -> None:
    file = filled(forms.paragraph("{{points: agreements}}"))
    assert [ind.get(f"{W}left") for ind in file.find("//w:p//w:ind")] == ["360"]


def test_a_nested_point_keeps_the_forms_own_list(filled, forms) -> None:
    look = f'{BULLET}<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr><w:jc w:val="left"/>'
    file = filled(forms.paragraph("{{points: agreements}}", look))
    assert file.values("//w:p//w:ilvl") == ["1", "2"]


def test_an_indented_paragraph_is_indented_further(filled, forms) -> None:
    file = filled(forms.paragraph("{{points: agreements}}", '<w:ind w:start="400"/><w:jc w:val="left"/>'))
    assert file.find("//w:p//w:ind")[1].get(f"{W}left") == "760"


def test_each_point_carries_its_bookmark_and_keeps_bold_words(filled, forms) -> None:
    file = filled(forms.paragraph("{{points: agreements}}"))
    assert [b.get(f"{W}name") for b in file.find("//w:bookmarkStart")] == ["_bp_p_1", "_bp_p_2"]
    assert ["".join(run.itertext()) for run in file.find("//w:r[w:rPr/w:b]")] == ["Risk data"]


def test_hangul_in_a_form_says_its_language(filled, forms) -> None:
    file = filled(forms.paragraph("a|{{points: agreements}}"))
    assert [lang.get(f"{W}eastAsia") for lang in file.find("//w:lang")] == ["ko-KR"]


def test_all_points_can_be_asked_for_at_once(filled, forms) -> None:
    assert texts(filled(forms.paragraph("{{points}}"))) == ["Risk data weekly", "위험정보"]


def test_an_empty_section_leaves_no_line(filled, forms) -> None:
    body = forms.paragraph("A") + forms.paragraph("{{points: background}}") + forms.paragraph("B")
    assert texts(filled(body)) == ["A", "B"]


def test_an_empty_section_leaves_a_cell_whole(filled, forms) -> None:
    body = forms.table(forms.row("Background", "{{points: background}}")) + forms.paragraph("x")
    assert texts(filled(body)) == ["Background", "", "x"]


def test_beside_the_forms_own_words_the_paragraph_is_repeated_not_the_row(filled, forms) -> None:
    file = filled(forms.table(forms.row("Agreed", "{{points: agreements}}")) + forms.paragraph(""))
    assert len(file.find("//w:tr")) == 1
    assert texts(file) == ["Agreed", "Risk data weekly", "위험정보", ""]


def test_a_pattern_row_is_repeated_with_number_and_source(filled, forms) -> None:
    pattern = forms.row("{{number}}.", "{{points: agreements}}", "{{source}}", "")
    file = filled(forms.table(forms.row("No.", "Point", "Source", "Cleared"), pattern) + forms.paragraph(""))
    assert [texts_of(row) for row in file.find("//w:tr")[1:]] == [
        ["1.", "Risk data weekly", "Courier page", ""],
        ["2.", "위험정보", "", ""],
    ]


def texts_of(row) -> list[str]:
    return ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]


def test_a_pattern_row_of_no_points_is_left_out(filled, forms) -> None:
    rows = forms.row("No.", "Point"), forms.row("{{number}}", "{{points: background}}")
    assert len(filled(forms.table(*rows) + forms.paragraph("")).find("//w:tr")) == 1


def test_marks_in_a_nested_table_are_filled(filled, forms) -> None:
    inner = forms.table(forms.row("To", "{{to}}")) + forms.paragraph("")
    assert "Director & Co" in texts(filled(forms.table(forms.row("Head", inner)) + forms.paragraph("")))


def test_marks_in_a_text_box_are_filled_for_new_and_old_readers(filled, forms) -> None:
    assert texts(filled(forms.text_box("{{mark|ing}}"))).count("OFFICIAL") == 2


def test_marks_in_header_and_footer_are_filled(filled, forms) -> None:
    file = filled(
        forms.paragraph("x"), header=forms.paragraph("{{marking}}"), footer=forms.paragraph("{{title}}")
    )
    assert texts(file, "word/header.xml") + texts(file, "word/footer.xml") == ["OFFICIAL", "Customs talks"]


def test_sources_are_listed_and_referred_to(filled, forms) -> None:
    file = filled(forms.paragraph("{{points: agreements}}") + forms.paragraph("{{number}} {{sources}}"))
    assert texts(file) == ["Risk data weekly1", "위험정보", "1 Courier page"]
    assert file.find("//w:hyperlink[@r:id]")
    assert 'Target="https://courier.example"' in file.texts["word/_rels/document.xml.rels"]


def test_references_that_touch_are_kept_apart_in_a_form_too(filled, forms, note) -> None:
    item = ListItem((Run("x"), Run("", note=1), Run("", note=2)), origin="point:p-1")
    cited = replace(
        note, blocks=(item,), notes=(*note.notes, Note(2, (Run("y", link="https://courier.example"),)))
    )
    file = filled(forms.paragraph("{{sources}}") + forms.paragraph("{{points}}"), cited)
    assert texts(file) == ["Courier page", "y"]
    heading = replace(cited, blocks=(Heading("A", origin="section:agreements"), item))
    assert texts(filled(forms.paragraph("{{sources}}") + forms.paragraph("{{points}}"), heading))[2] == "x1,2"


def test_a_link_in_a_link_of_the_form_stays_text(filled, forms) -> None:
    linked = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>{{sources}}</w:t></w:r></w:hyperlink></w:p>'
    assert len(filled(linked).find("//w:hyperlink")) == 1


def test_what_stands_beside_a_mark_in_its_run_stays(filled) -> None:
    run = "<w:r><w:tab/><w:t>a {{title}} b</w:t><w:br/><w:t>c</w:t></w:r>"
    file = filled(f"<w:p>{run}</w:p>")
    assert texts(file) == ["a Customs talks b\nc"]


def test_a_content_control_is_freed_from_its_prompt(filled, forms) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="4"/><w:showingPlcHdr/>'
        '<w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>'
        f"<w:sdtContent>{forms.paragraph('{{points: agreements}}')}</w:sdtContent></w:sdt>"
    )
    file = filled(control + forms.paragraph(""))
    assert not file.find("//w:showingPlcHdr | //w:dataBinding")


def test_the_ids_of_a_repeated_row_are_not_repeated(filled, forms) -> None:
    cell = (
        '<w:p><w:bookmarkStart w:id="50" w:name="mine"/><w:bookmarkEnd w:id="50"/>'
        '<w:sdt><w:sdtPr><w:id w:val="4"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{{points: agreements}}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    file = filled(forms.table(forms.row("{{number}}", cell)) + forms.paragraph(""))
    assert len(file.find("//w:sdtPr/w:id")) == 1
    assert file.find("//w:bookmarkStart[@w:name='mine']")


def test_a_section_break_in_a_pattern_is_kept_once(filled, forms) -> None:
    look = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    file = filled(forms.paragraph("{{points: agreements}}", look))
    assert len(file.find("//w:pPr/w:sectPr")) == 1


def test_a_mark_in_the_notes_own_words_is_only_text(filled, forms, note) -> None:
    blocks = (Title("{{subject}} {{points}}"), *note.blocks[2:])
    file = filled(forms.paragraph("{{title}}") + forms.paragraph("{{points}}"), replace(note, blocks=blocks))
    assert texts(file)[0] == "{{subject}} {{points}}"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 30), max_size=6), st.text(max_size=30))
def test_wherever_word_cuts_a_paragraph_it_is_filled_alike(samples, forms, parts, cuts, title) -> None:
    text = "Re: {{title}}, {{marking}}!"
    for cut in sorted(set(cuts), reverse=True):
        text = f"{text[:cut]}|{text[cut:]}" if cut < len(text) else text
    document = replace(samples.counted(0), blocks=(Title(title),), marking="OFFICIAL")
    file = parts(fill_form(forms.form(to_docx(samples.counted(0)), forms.paragraph(text)), document))
    assert texts(file) == [f"Re: {' '.join(clean(title).split())}, OFFICIAL!"]


@pytest.mark.parametrize(
    ("text", "reason", "names"),
    [
        ("{{subjct}} {{subjct}}", "unknown-mark", ("subjct",)),
        ("{{points: agrements}}", "unknown-mark", ("points: agrements",)),
        ("{{number}}", "unknown-mark", ("number",)),
        ("half {{subject", "stray-mark", ("half {{subject",)),
        ("{{points}}{{sources}}", "two-lists", ("points", "sources")),
    ],
)
def test_a_mark_that_cannot_be_filled_is_named(filled, forms, text, reason, names) -> None:
    with pytest.raises(FormInvalid) as caught:
        filled(forms.paragraph(text))
    assert (caught.value.reason, caught.value.names) == (reason, names)


def test_a_mark_in_a_field_is_named(filled) -> None:
    with pytest.raises(FormInvalid, check=lambda error: error.reason == "stray-mark"):
        filled("<w:p><w:r><w:instrText> REF {{title}} </w:instrText></w:r></w:p>")


@pytest.mark.parametrize(("text", "raises"), [("{{title}}", True), ("{{ not closed", False)])
def test_a_mark_in_a_part_that_is_not_filled_is_named(note, samples, forms, text, raises) -> None:
    file = forms.with_chart(to_docx(samples.counted(0)), f"<x>{text}</x>")
    if not raises:
        assert fill_form(file, note)
        return
    with pytest.raises(FormInvalid, check=lambda error: error.reason == "stray-mark"):
        fill_form(file, note)


def test_the_marks_of_a_form_can_be_listed(samples, forms) -> None:
    body = forms.paragraph("{{Title}} {{points:  x}}") + forms.paragraph("{{title}}")
    assert marks_of(forms.form(to_docx(samples.counted(0)), body)) == ("Title", "points: x")


def test_every_name_can_be_listed(note) -> None:
    names = FormValues(note, KNOWN).names()
    assert {"subject", "to", "deadline", "points: background", "sources", "number"} <= set(names)


def test_an_annex_of_quotes_is_the_list_of_sources(note) -> None:
    annex = (Heading("Annex", origin="sources"), ListItem((Run("“quote”"),), origin="point:p-1"))
    values = FormValues(replace(note, blocks=annex, notes=()), Known())
    assert [line.runs[0].text for line in values.lines("sources")] == ["“quote”"]


def test_a_source_line_is_a_source(note) -> None:
    line = Paragraph((Run("Source: Courier"),), "source", "sources")
    values = FormValues(replace(note, blocks=(*note.blocks, line), notes=()), Known())
    assert [line.runs[0].text for line in values.lines("sources")] == ["Source: Courier"]


def test_the_forms_own_look_and_the_notes_bold_words_go_together(filled) -> None:
    look = '<w:rPr><w:rFonts w:ascii="Arial"/><w:b w:val="0"/><w:i/><w:lang w:val="fr-FR"/></w:rPr>'
    file = filled(f"<w:p><w:r>{look}<w:t>{{{{points: agreements}}}}</w:t></w:r></w:p>")
    bold, plain, korean = (run.find(f"{W}rPr") for run in file.find("//w:r[w:rPr]"))
    assert [[child.tag.rpartition("}")[2] for child in look] for look in (bold, plain, korean)] == [
        ["rFonts", "b", "bCs", "i", "lang"],
        ["rFonts", "b", "i", "lang"],
        ["rFonts", "b", "i", "lang"],
    ]
    assert (bold.find(f"{W}b").attrib, plain.find(f"{W}b").get(f"{W}val")) == ({}, "0")
    assert korean.find(f"{W}lang").get(f"{W}eastAsia") == "ko-KR"


def test_line_breaks_of_a_point_are_kept(filled, forms, note) -> None:
    heading = Heading("A", origin="section:agreements")
    document = replace(note, blocks=(heading, Paragraph((Run("a\nb\tc"),), "body", "point:p-1")))
    assert texts(filled(forms.paragraph("{{points}}"), document)) == ["a\nbc"]


def test_arabic_in_a_form_runs_from_right_to_left(filled, forms, note) -> None:
    file = filled(forms.paragraph("{{title}}"), replace(note, blocks=(Title("محادثات"),)))
    assert file.find("//w:r/w:rPr/w:rtl")


def test_ids_that_word_gave_a_paragraph_are_not_repeated(filled, forms) -> None:
    file = filled(forms.paragraph("{{points: agreements}}").replace("<w:p>", '<w:p w:rsidR="00AB12CD">'))
    assert len(file.find("//w:p[@w:rsidR]")) == 1


def actions(note, forms, filled, *cells: str) -> list[list[str]]:
    """The rows of a table of actions below its head, filled with one point that has owner and date."""
    heading = Heading("Next steps", origin="section:next_steps")
    point = ListItem((Run("Send the list (Desk, 3 June)."), Run("", note=1)), origin="point:p-9")
    known = Known((), ("next_steps",), (("Next steps", "next_steps"),),
                  (Assigned("p-9", "Send the list.", "Desk", "3 June"),))  # fmt: skip
    body = forms.table(forms.row(*["Head"] * len(cells)), forms.row(*cells)) + forms.paragraph("")
    file = filled(body, replace(note, blocks=(heading, point)), known)
    return [texts_of(row) for row in file.find("//w:tr")[1:]]


def test_owner_and_date_have_cells_of_their_own(note, forms, filled) -> None:
    cells = "{{number}}", "{{points: Next steps}}", "{{owner}}", "{{due}}"
    assert actions(note, forms, filled, *cells) == [["1", "Send the list.", "Desk", "3 June"]]


def test_without_a_cell_of_their_own_they_stay_in_the_points_text(note, forms, filled) -> None:
    rows = actions(note, forms, filled, "{{number}}", "{{points: next-steps}}")
    assert rows == [["1", "Send the list (Desk, 3 June)."]]


def test_the_forms_own_words_in_a_pattern_row_are_repeated_with_it(note, forms, filled) -> None:
    rows = actions(note, forms, filled, "{{number}}", "{{points: next_steps}}", "☐ done")
    assert rows == [["1", "Send the list (Desk, 3 June).", "☐ done"]]


def test_a_field_goes_by_its_label_and_the_summary_as_bottom_line(note, forms, filled) -> None:
    known = Known(("critical_date",), others=(("Decide by", "critical_date"),))
    assert texts(filled(forms.paragraph("a{{Decide by}}{{Bottom line}}"), note, known)) == ["a"]


def test_lists_that_have_no_place_in_the_form_are_told(note, samples, forms) -> None:
    form = forms.form(to_docx(samples.counted(0)), forms.paragraph("{{points: Agreed}}"))
    known = replace(KNOWN, others=(("Agreed", "agreements"),))
    assert form_report(form, note, known).missing == ("points: background", "sources")


def test_every_fault_of_a_form_is_told_at_once(note, samples, forms) -> None:
    form = forms.form(to_docx(samples.counted(0)), forms.paragraph("{{subjct}}") + forms.paragraph("{{titel}}"))
    assert [(f.shown, f.nearest) for f in form_report(form, note).faults] == [
        ("subjct", "subject"),
        ("titel", "title"),
    ]
