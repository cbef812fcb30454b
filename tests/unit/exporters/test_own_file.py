"""The organisation's file is opened with care, and says nothing of who made it once it is ours."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from briefing import limits
from briefing.errors import FormInvalid
from briefing.exporters.forms import file as own
from briefing.exporters.placeholders import fill_form
from briefing.exporters.word import to_docx

MAIN = "wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@pytest.fixture
def plain(samples) -> bytes:
    return to_docx(samples.english())


def zipped(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def reason_of(data: bytes) -> str:
    with pytest.raises(FormInvalid) as caught:
        own.opened(data).tree("word/document.xml")
    return caught.value.reason


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_what_is_no_zip_is_damaged(data) -> None:
    assert reason_of(data) == "damaged"


def test_a_zip_without_a_main_part_is_no_word_file() -> None:
    types = {"[Content_Types].xml": '<Types xmlns="x"/>'}
    assert (reason_of(zipped(a="b")), reason_of(zipped(**types))) == ("not-word", "not-word")


def test_macros_are_refused(plain, forms) -> None:
    assert reason_of(forms.with_part(plain, "word/vbaProject.bin", "x")) == "macros"


@pytest.mark.parametrize("text", ["<!DOCTYPE x><w:document ", "<w:document <"])
def test_a_part_that_is_no_plain_xml_is_damaged(plain, forms, text) -> None:
    assert reason_of(forms.edited(plain, "word/document.xml", "<w:document ", text)) == "damaged"


def test_a_file_that_would_unpack_beyond_reason_is_too_large(plain, monkeypatch) -> None:
    monkeypatch.setattr(limits, "MOST_FORM_BYTES", 1000)
    assert reason_of(plain) == "too-large"


def test_a_template_file_becomes_a_document(plain, forms, samples, parts) -> None:
    template = forms.edited(plain, "[Content_Types].xml", MAIN, MAIN.replace("document.main", "template.main"))
    types = parts(fill_form(template, samples.english())).texts["[Content_Types].xml"]
    assert (MAIN in types, "template.main" in types) == (True, False)


def test_the_forms_author_is_forgotten(plain, forms, samples, parts) -> None:
    signed = forms.edited(
        plain, "docProps/core.xml", "<dc:subject>", "<dc:creator>J. Doe</dc:creator><dc:subject>"
    )
    assert "Doe" not in parts(fill_form(signed, samples.english())).texts["docProps/core.xml"]


def test_the_path_of_the_forms_template_is_forgotten(plain, forms, samples, parts) -> None:
    line = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId9"/>'
    attached = forms.edited(plain, "word/settings.xml", "<w:defaultTabStop", f"{line}<w:defaultTabStop")
    relationships = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId9" Type="{OFFICE}/attachedTemplate" '
        'Target="file:///C:/Users/jdoe/Form.dotx" TargetMode="External"/></Relationships>'
    )
    file = parts(
        fill_form(forms.with_part(attached, "word/_rels/settings.xml.rels", relationships), samples.english())
    )
    assert not [name for name, text in file.texts.items() if "jdoe" in text or "attachedTemplate" in text]


def with_properties(forms, plain: bytes, *names: str) -> bytes:
    lines = (
        f'<property fmtid="{CUSTOM}" pid="{pid}" name="{name}"><vt:lpwstr>J. Doe</vt:lpwstr></property>'
        for pid, name in enumerate(names, 9)
    )
    return forms.edited(plain, "docProps/custom.xml", "</Properties>", f"{''.join(lines)}</Properties>")


def property_names(file) -> list[str]:
    return [line.get("name") for line in file.roots["docProps/custom.xml"]]


def test_labels_of_sensitivity_stay_beside_ours_without_who_set_them(
    plain, forms, samples, findings, parts
) -> None:
    labelled = with_properties(forms, plain, "MSIP_Label_0a-1b_Name", "MSIP_Label_0a-1b_Owner", "Desk of")
    data = fill_form(labelled, samples.english())
    ours = ["BriefingId", "ExportId", "Marking", "SchemaVersion"]
    assert (property_names(parts(data)), findings(data)) == (["MSIP_Label_0a-1b_Name", *ours], [])


def test_a_property_that_the_form_prints_stays(plain, forms, samples, parts) -> None:
    instruction = " DOCPROPERTY  &quot;File No&quot; "
    field = f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    form = with_properties(forms, forms.form(plain, field), "File No", "Desk of")
    assert property_names(parts(fill_form(form, samples.english())))[0] == "File No"


def test_comments_and_their_authors_do_not_leave_with_the_form(plain, forms, samples, parts) -> None:
    body = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>'
    form = forms.commented(forms.form(plain, body), "write {{title}} here", author="J. Doe")
    file = parts(fill_form(form, samples.english()))
    assert not [name for name, text in file.texts.items() if "Doe" in text or "comment" in text.lower()]


def test_tracked_changes_are_taken_as_accepted(plain, forms, samples, parts) -> None:
    who = 'w:id="1" w:author="J. Doe" w:date="2030-01-01T00:00:00Z"'
    body = (
        f"<w:p><w:pPr><w:rPr><w:ins {who}/></w:rPr><w:pPrChange {who}><w:pPr/></w:pPrChange></w:pPr>"
        f"<w:ins {who}><w:r><w:t>{{{{ti</w:t></w:r></w:ins>"
        f"<w:del {who}><w:r><w:delText>old</w:delText></w:r></w:del>"
        f"<w:r><w:t>tle}}}}</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr></w:p><w:p/>"
    )
    file = parts(fill_form(forms.form(plain, body), samples.english()))
    assert "Doe" not in file.texts["word/document.xml"]
    assert ["".join(p.itertext()) for p in file.find("//w:p")] == ["Velmark–Castora customs talks", ""]


def test_what_the_form_says_of_company_and_times_is_forgotten(plain, forms, samples, parts) -> None:
    form = forms.edited(plain, "docProps/app.xml", "<Application>", "<Company>Doe Ltd</Company><Application>")
    assert "Doe" not in parts(fill_form(form, samples.english())).texts["docProps/app.xml"]


def test_a_part_that_nothing_needs_is_left_out(plain, forms, samples, parts) -> None:
    form = forms.with_part(plain, "word/media/old.xml", "<x/>")
    assert "word/media/old.xml" not in parts(fill_form(form, samples.english())).texts


def test_a_file_without_properties_gets_them(samples, findings, parts) -> None:
    bare = zipped(**{
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{own.MAIN_TYPE}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="/word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:pPr><w:pStyle w:val='X'/></w:pPr><w:r><w:t>{{points}}</w:t></w:r></w:p>"
        '<w:p/><w:sectPr/></w:body></w:document>',
    })  # fmt: skip
    file = parts(fill_form(bare, samples.english()))
    assert {"docProps/core.xml", "docProps/custom.xml"} <= set(file.texts)


def test_the_same_form_and_note_give_the_same_bytes(plain, samples) -> None:
    assert fill_form(plain, samples.english()) == fill_form(plain, samples.english())


def test_other_programs_read_the_properties(samples) -> None:
    properties = docx.Document(io.BytesIO(to_docx(samples.english()))).core_properties
    assert (properties.title, properties.author, properties.created.year) == (
        "Velmark–Castora customs talks",
        "",
        2031,
    )
