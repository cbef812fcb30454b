"""The organisation's own Word file as a base: its page, frame and styles, our text, and nothing else of it."""

from __future__ import annotations

import io
import zipfile
from base64 import b64decode

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, RGBColor
from msgspec.structs import replace

from briefing.blocks import Known, OwnWord
from briefing.errors import FormInvalid
from briefing.exporters.base import on_base, styles_brought
from briefing.exporters.base_check import base_report
from briefing.exporters.word import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
MAIN = "wordprocessingml.document.main+xml"


def made(change=lambda _: None) -> bytes:
    """A ministry's file: letter paper, header and footer, a heading and a list in its own styles, a comment."""
    file, target = docx.Document(), io.BytesIO()
    section = file.sections[0]
    section.left_margin = Mm(30)
    section.header.paragraphs[0].text = "MINISTRY OF PORTS"
    section.footer.paragraphs[0].text = "www.ports.example"
    file.add_heading("Old heading", 1)
    file.add_paragraph("Secret old text", style="List Bullet")
    file.add_comment(file.paragraphs[0].runs, text="look", author="J. Doe", initials="JD")
    file.core_properties.author = "J. Doe"
    change(file)
    file.save(target)
    return target.getvalue()


@pytest.fixture
def based(samples, parts, findings):
    """The parts of the English sample on a base; the file is whole."""

    def make(base: bytes = b"", names: dict[str, str] | None = None, document=None):
        data = on_base(base or made(), document or samples.english(), names or {})
        assert findings(data) == []
        return parts(data)

    return make


def frame_texts(file, kind: str) -> dict[str, str]:
    """The text of each header or footer the section shows, by type."""
    targets = {r.get("Id"): r.get("Target") for r in file.roots["word/_rels/document.xml.rels"]}
    found = {}
    for reference in file.find(f"//w:sectPr/w:{kind}Reference"):
        name = targets[next(v for k, v in reference.attrib.items() if k.endswith("}id"))]
        found[reference.get(f"{W}type")] = "|".join(
            "".join(t.text or "" for t in p.iter(f"{W}t")) for p in file.find("//w:p", f"word/{name}")
        )
    return found


def test_page_header_and_footer_are_kept(based) -> None:
    file = based()
    assert file.find("//w:pgSz")[0].get(f"{W}w") == "12240"
    assert "MINISTRY OF PORTS" in frame_texts(file, "header")["default"]
    assert "www.ports.example" in frame_texts(file, "footer")["default"]


def test_nothing_of_its_text_comments_or_author_is_left(based) -> None:
    texts = based().texts
    assert not [
        n for n, t in texts.items() if any(word in t for word in ("Secret", "Old heading", "Doe", "look"))
    ]
    assert "word/comments.xml" not in texts


def test_headings_and_points_are_in_its_own_styles(based) -> None:
    file = based()
    assert file.paragraphs("Heading1")[:2] == ["Meeting", "What was agreed"]
    assert file.paragraphs("ListBullet")[0].startswith("First formal talks")
    assert file.paragraphs("ListBullet2") == ["Haneul (하늘 세관) and Minato (港の税関) sent observers."]


def test_a_point_in_a_list_style_takes_the_list_from_the_style(based) -> None:
    assert not based().find("//w:p[w:pPr/w:pStyle/@w:val='ListBullet']/w:pPr/w:numPr")


def test_numbered_points_count_from_one_in_its_own_list(based, samples) -> None:
    items = [samples.item("x", number=n, list_id=i) for i in (1, 2) for n in (1, 2)]
    file = based(document=replace(samples.english(), blocks=tuple(items), notes=()))
    lists = file.values("//w:p[w:pPr/w:pStyle/@w:val='ListNumber']//w:numId")
    assert (len(lists), len(set(lists))) == (4, 2)
    for number in set(lists):
        assert file.values(f"//w:num[@w:numId='{number}']//w:startOverride", "word/numbering.xml") == ["1"]


def test_a_nested_point_goes_deeper_in_the_only_list_there_is(based, samples, forms) -> None:
    ours = to_docx(samples.english())
    base = forms.edited(ours, "word/styles.xml", 'w:name w:val="Key Point 2"', 'w:name w:val="Other"')
    nested = based(base).find("//w:p[contains(., 'Haneul')]/w:pPr")[0]
    assert [child.tag.removeprefix(W) for child in nested] == ["pStyle", "numPr"]
    assert nested[0].get(f"{W}val") == "KeyPoint"


def test_a_style_it_does_not_have_is_brought_along_in_its_own_font(based) -> None:
    file = based()
    assert file.paragraphs("BottomLine")
    brought = file.find("//w:style[@w:styleId='BottomLine']", "word/styles.xml")[0]
    assert not list(brought.iter(f"{W}rFonts"))
    assert brought.find(f"{W}basedOn").get(f"{W}val") == "Normal"


def test_every_style_that_is_used_is_there(based) -> None:
    file = based()
    known = {s.get(f"{W}styleId") for s in file.find("//w:style", "word/styles.xml")}
    used = {v for n in file.texts if n.startswith("word/") and n.endswith(".xml") for v in
            file.values("//w:pStyle | //w:rStyle | //w:tblStyle | //w:basedOn", n)}  # fmt: skip
    assert used <= known


@pytest.mark.parametrize("name", ["Ministry Point", "ministry  point"])
def test_a_role_takes_the_style_that_the_template_names(based, name) -> None:
    base = made(lambda file: file.styles.add_style("Ministry Point", WD_STYLE_TYPE.PARAGRAPH))
    assert based(base, {"point": name}).paragraphs("MinistryPoint")


@pytest.mark.parametrize("name", ["제목 2", "見出し 2", "Überschrift 2", "Heading 2"])
def test_words_own_styles_go_by_the_name_word_shows_in_any_language(based, name) -> None:
    assert based(names={"heading": name}).paragraphs("Heading2")[0] == "Meeting"


def test_a_style_name_it_does_not_have_is_an_error_with_the_nearest(based) -> None:
    with pytest.raises(FormInvalid) as caught:
        based(names={"point": "List Bulet"})
    assert (caught.value.reason, caught.value.names, caught.value.nearest) == (
        "no-style",
        ("List Bulet",),
        ("List Bullet",),
    )


def test_the_marking_is_on_the_first_page_too(based) -> None:
    def first(file) -> None:
        file.sections[0].different_first_page_header_footer = True
        file.sections[0].first_page_header.paragraphs[0].text = "LETTERHEAD"

    file = based(made(first))
    assert frame_texts(file, "header") == {
        "default": "OFFICIAL-SENSITIVE|MINISTRY OF PORTS",
        "first": "OFFICIAL-SENSITIVE|LETTERHEAD",
    }
    assert all("OFFICIAL-SENSITIVE" in text for text in frame_texts(file, "footer").values())
    assert set(frame_texts(file, "footer")) == {"default", "first"}


def test_even_pages_have_the_marking(based) -> None:
    def even(file) -> None:
        file.settings.odd_and_even_pages_header_footer = True

    assert "OFFICIAL-SENSITIVE" in frame_texts(based(made(even)), "header")["even"]


def test_a_mark_in_its_header_is_filled_and_the_marking_not_doubled(based) -> None:
    def marked(file) -> None:
        file.sections[0].header.paragraphs[0].text = "{{marking}} – {{title}}"

    assert frame_texts(based(made(marked)), "header") == {
        "default": "OFFICIAL-SENSITIVE – Velmark–Castora customs talks"
    }


def test_an_unknown_mark_in_its_header_is_named(based) -> None:
    def marked(file) -> None:
        file.sections[0].header.paragraphs[0].text = "{{markng}}"

    with pytest.raises(FormInvalid, check=lambda fault: fault.nearest == ("marking",)):
        based(made(marked))


def test_a_file_without_header_and_footer_gets_ours(based) -> None:
    target = io.BytesIO()
    docx.Document().save(target)
    file = based(target.getvalue())
    assert frame_texts(file, "header") == {"default": "OFFICIAL-SENSITIVE"}
    assert "Page 1 of 1" in frame_texts(file, "footer")["default"]


def test_a_later_section_takes_over_the_header_of_the_first(based) -> None:
    file = based(made(lambda file: file.add_section()))
    assert "MINISTRY OF PORTS" in frame_texts(file, "header")["default"]
    assert len(file.find("//w:sectPr")) == 1


def test_footnotes_and_their_links_work(based) -> None:
    file = based()
    referred = [r.get(f"{W}id") for r in file.find("//w:footnoteReference")]
    there = [n.get(f"{W}id") for n in file.find("//w:footnote[not(@w:type)]", "word/footnotes.xml")]
    assert referred == there == ["1", "2", "3"]
    assert 'Target="https://' in file.texts["word/_rels/footnotes.xml.rels"]


def test_its_own_footnotes_go_and_its_separators_stay(based, samples) -> None:
    once = on_base(made(), samples.english(), {})
    file = based(once, document=samples.counted(0))
    notes = file.find("//w:footnote", "word/footnotes.xml")
    assert [n.get(f"{W}type") for n in notes] == ["separator", "continuationSeparator"]


def test_a_template_file_becomes_a_document(forms, samples, parts) -> None:
    dotx = forms.edited(
        to_docx(samples.english()), "[Content_Types].xml", MAIN, MAIN.replace("document.main", "template.main")
    )
    assert "template.main" not in parts(on_base(dotx, samples.english(), {})).texts["[Content_Types].xml"]


def test_there_is_no_compatibility_mode(based) -> None:
    modes = based().values("//w:compatSetting[@w:name='compatibilityMode']", "word/settings.xml")
    assert modes == ["15"]


def test_the_language_and_a_korean_font_are_those_of_the_note(based, samples) -> None:
    defaults = based(document=samples.korean()).find("//w:docDefaults//w:rPr", "word/styles.xml")[0]
    assert defaults.find(f"{W}lang").get(f"{W}eastAsia") == "ko-KR"


def test_the_same_base_and_note_give_the_same_bytes(samples) -> None:
    base = made()
    assert on_base(base, samples.english(), {}) == on_base(base, samples.english(), {})


def test_a_note_on_what_was_made_from_a_note_is_the_same_text(based, samples) -> None:
    once = on_base(made(), samples.english(), {})
    assert based(once).paragraphs("ListBullet") == based().paragraphs("ListBullet")


def test_every_sample_can_stand_on_a_base(based, samples) -> None:
    for make in samples.NAMED.values():
        assert based(document=make()).find("//w:body/w:sectPr")


def test_the_check_says_which_styles_are_missing(samples) -> None:
    report = base_report(made(), samples.english(), {})
    assert {"Bottom Line", "Field Label"} <= set(report.brought)
    assert not {"heading 1", "Key Point", "Title"} & set(report.brought)
    assert set(styles_brought(made(), samples.english(), {})) >= {"Bottom Line"}


def test_the_check_says_what_was_recoloured_instead_of_the_style(samples) -> None:
    def recoloured(file) -> None:
        file.add_paragraph().add_run("Our red heading").font.color.rgb = RGBColor(200, 0, 0)
        file.add_paragraph("in the style")

    assert base_report(made(recoloured), samples.english(), {}).direct == ("Our red heading",)


def with_logo(described: bool):
    """A header with a picture of one dot."""

    def add(file) -> None:
        picture = file.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(DOT), Mm(10))
        if described:
            picture._inline.docPr.set("descr", "Arms of the ministry")

    return add


def test_the_logo_stays_with_its_alt_text(samples) -> None:
    data = on_base(made(with_logo(described=True)), samples.english(), {})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        header = next(n for n in names if "header" in n and b"Arms of the ministry" in archive.read(n))
    assert header
    assert [name for name in names if name.startswith("word/media/")]


@pytest.mark.parametrize("described", [True, False])
def test_the_check_says_when_a_logo_has_no_alt_text(samples, described) -> None:
    report = base_report(made(with_logo(described)), samples.english(), {})
    assert report.unnamed == (() if described else ("Picture 1",))


def test_fields_of_the_template_may_stand_in_the_header(based, samples) -> None:
    def marked(file) -> None:
        file.sections[0].header.paragraphs[0].text = "File {{file no}}."

    own = OwnWord("base", "ours.docx", "", known=Known(fields=("file_no",)))
    file = based(made(marked), document=replace(samples.english(), own_word=own))
    assert "File ." in frame_texts(file, "header")["default"]


def test_a_caption_stays_with_its_table(based) -> None:
    assert based().find("//w:p[w:pPr/w:pStyle/@w:val='Caption']/w:pPr/w:keepNext")


@pytest.mark.parametrize(("sample", "there"), [("korean", 2), ("english", 0)])
def test_korean_has_no_gap_between_hangul_and_a_figure(based, samples, sample, there) -> None:
    look = based(document=samples.NAMED[sample]()).find("//w:pPrDefault/w:pPr/*", "word/styles.xml")
    assert sum(child.tag.startswith(f"{W}autoSpace") for child in look) == there
