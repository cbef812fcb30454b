"""Where a nested point goes, whatever list the form's paragraph is in."""

from __future__ import annotations

import pytest
from lxml import etree

from briefing.exporters.forms.file import opened
from briefing.exporters.forms.lists import go_deeper
from briefing.exporters.word import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def deeper(samples, forms):
    """A paragraph's properties after it went one level deeper; `change` edits the file first."""

    def ask(look: str, levels: int = 1, change: tuple[str, str, str] | None = None) -> str:
        base = to_docx(samples.counted(1))
        file = opened(forms.edited(base, *change) if change else base)
        paragraph = etree.fromstring(f"<w:p {SPACE}>{look}</w:p>")
        go_deeper(file, paragraph, levels)
        found = paragraph.find(f"{W}pPr")
        return "" if found is None else "".join(_shown(child) for child in found)

    return ask


def _shown(element) -> str:
    inside = " ".join(_shown(child) for child in element)
    values = ",".join(element.attrib.values())
    return f"{etree.QName(element).localname}({values or inside})"


def test_the_same_level_changes_nothing(deeper) -> None:
    assert deeper("", 0) == ""


def test_a_paragraph_with_no_properties_is_indented(deeper) -> None:
    assert deeper("") == "ind(360)"


def test_the_list_of_a_style_is_followed(deeper) -> None:
    assert deeper('<w:pPr><w:pStyle w:val="KeyPoint2"/></w:pPr>') == "pStyle(KeyPoint2)numPr(ilvl(2) numId(1))"


def test_the_list_of_the_style_it_is_based_on_is_followed(deeper) -> None:
    change = ("word/styles.xml", '<w:basedOn w:val="BodyText"/>', '<w:basedOn w:val="KeyPoint"/>')
    assert (
        deeper('<w:pPr><w:pStyle w:val="Quote"/></w:pPr>', 1, change) == "pStyle(Quote)numPr(ilvl(1) numId(1))"
    )


def test_a_list_without_that_level_is_indented_with_its_sign(deeper) -> None:
    change = ("word/numbering.xml", '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="7">')
    found = deeper('<w:pPr><w:pStyle w:val="KeyPoint"/></w:pPr>', 1, change)
    assert found == "pStyle(KeyPoint)ind(720,360)"


def test_a_list_that_is_not_there_is_no_list_to_follow(deeper) -> None:
    look = '<w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr>'
    assert deeper(look) == "numPr(numId(77))ind(720,360)"


def test_an_unknown_style_is_no_list(deeper) -> None:
    assert deeper('<w:pPr><w:pStyle w:val="X"/></w:pPr>') == "pStyle(X)ind(360)"


def test_styles_that_are_based_on_each_other_come_to_an_end(deeper) -> None:
    change = ("word/styles.xml", '<w:basedOn w:val="BodyText"/>', '<w:basedOn w:val="Quote"/>')
    assert deeper('<w:pPr><w:pStyle w:val="Quote"/></w:pPr>', 1, change) == "pStyle(Quote)ind(360)"


@pytest.mark.parametrize("kind", ["styles", "numbering"])
def test_a_file_without_that_part_has_no_lists(deeper, kind) -> None:
    change = ("word/_rels/document.xml.rels", f"relationships/{kind}", f"relationships/no-{kind}")
    assert deeper('<w:pPr><w:pStyle w:val="KeyPoint"/></w:pPr>', 1, change).startswith("pStyle(KeyPoint)ind(")
