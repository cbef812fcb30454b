"""Word, OpenDocument, Rich Text and PDF: the same article, whatever it came in."""

from __future__ import annotations

import io
from types import ModuleType

import docx
import pytest

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers import read_article
from briefing.model.article import Article, Kind, Status

HEADLINE = "Velmark and Castora revive customs talks after eight-year gap"
FIRST = "The customs services of Velmark and Castora held their first bilateral meeting in eight years."
SECOND = (
    "The two services agreed to exchange cargo data each week and to open a joint desk at the Sund crossing."
)
QUOTE = "We share the concern about cross-border crime, the commissioner told reporters after the talks."
LAST = "Velmark plans similar talks with Ostrana, Pellia and the Marsh Islands before the end of the year."


def shape(article: Article) -> list[tuple[Kind, str]]:
    return [(b.kind, b.text) for b in article.blocks if b.status is Status.BODY]


WHOLE = [
    (Kind.PARAGRAPH, FIRST),
    (Kind.HEADING, "What was agreed"),
    (Kind.PARAGRAPH, SECOND),
    (Kind.LIST_ITEM, "a joint desk in Port Lasker"),
    (Kind.LIST_ITEM, "a common list of contacts"),
    (Kind.QUOTE, QUOTE),
    (Kind.TABLE, "Year\tTrade\n2016\t30"),
    (Kind.CAPTION, "The Sund crossing at dawn, seen from Port Lasker."),
    (Kind.PARAGRAPH, LAST),
]


def word_file() -> docx.document.Document:
    made = docx.Document()
    made.add_paragraph(HEADLINE, style="Title")
    made.add_paragraph("By Ilsa Marten")
    made.add_paragraph("May 17, 2024 09:54")
    made.add_paragraph(f"PORT LASKER, May 17 (AFP) — {FIRST}")
    made.add_paragraph("What was agreed", style="Heading 2")
    made.add_paragraph(SECOND)
    made.add_paragraph("a joint desk in Port Lasker", style="List Bullet")
    made.add_paragraph("a common list of contacts", style="List Bullet")
    made.add_paragraph(QUOTE, style="Quote")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Year", "Trade", "2016", "30"), strict=True
    ):
        cell.text = text
    made.add_paragraph("The Sund crossing at dawn, seen from Port Lasker.", style="Caption")
    made.add_paragraph(f"{LAST} (AFP)")
    return made


def saved(made: docx.document.Document) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


ODT = (
    f'<text:p text:style-name="Title">{HEADLINE}</text:p><text:p>By Ilsa Marten</text:p>'
    f"<text:p>May 17, 2024 09:54</text:p><text:p>PORT LASKER, May 17 (AFP) —<text:s/>{FIRST}</text:p>"
    f'<text:h text:outline-level="2">What was agreed</text:h><text:p><text:span>{SECOND}</text:span></text:p>'
    "<text:list><text:list-item><text:p>a joint desk in Port Lasker</text:p></text:list-item>"
    "<text:list-item><text:p>a common list of contacts</text:p></text:list-item></text:list>"
    f'<text:p text:style-name="Quotations">{QUOTE}</text:p><table:table><table:table-row><table:table-cell>'
    "<text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Trade</text:p></table:table-cell>"
    "</table:table-row>"
    "<table:table-row><table:table-cell><text:p>2016</text:p></table:table-cell><table:table-cell>"
    "<text:p>30</text:p>"
    '</table:table-cell></table:table-row></table:table><text:p text:style-name="Caption">The Sund crossing '
    f"at dawn, seen from Port Lasker.</text:p><text:p>{LAST} (AFP)</text:p>"
)
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset129 Batang;}}"
    r"{\info{\title none}}"
    rf"\pard\outlinelevel0 {HEADLINE}\par\pard By Ilsa Marten\par May 17, 2024 09:54\par "
    rf"PORT LASKER, May 17 (AFP) \emdash  {FIRST}\par\pard\outlinelevel1 What was agreed\par\pard {SECOND}\par "
    r"\pard\ls1 {\listtext\bullet\tab}a joint desk in Port Lasker\par a common list of contacts\par\pard "
    rf"{LAST} (AFP)\par}}"
)


def metadata(article: Article) -> tuple[str, tuple[str, ...], str, str, str]:
    return article.headline, article.byline, article.agency, article.published, article.dateline


THEIRS = (HEADLINE, ("Ilsa Marten",), "AFP", "2024-05-17T09:54", "PORT LASKER")


def test_a_word_document_keeps_all_its_kinds() -> None:
    article = read_article(saved(word_file()))
    assert metadata(article) == THEIRS
    assert shape(article) == WHOLE


def test_an_opendocument_text_keeps_all_its_kinds(office: ModuleType) -> None:
    article = read_article(office.odt(ODT))
    assert metadata(article) == THEIRS
    assert shape(article) == WHOLE


def test_a_rich_text_file_keeps_headings_lists_and_metadata() -> None:
    article = read_article(RTF.encode("cp1252"))
    assert metadata(article) == THEIRS
    assert shape(article) == [*WHOLE[:5], WHOLE[-1]]


def test_rich_text_is_read_in_the_code_page_of_its_font_and_in_unicode() -> None:
    korean = "".join(f"\\'{b:02x}" for b in "관세청".encode("cp949"))
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset129 B;}}"
    data = rf"{{\rtf1\ansi{fonts}\f1 {korean} \f0 caf\'e9 \u26085?\u26412?\par}}"
    assert read_article(data.encode("ascii")).headline == "관세청 café 日本"


def test_word_text_that_was_deleted_stays_deleted_and_the_article_says_so() -> None:
    made = word_file()
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    gone = f"<w:del {space} w:id='1' w:author='x'><w:r><w:delText>never agreed</w:delText></w:r></w:del>"
    made.paragraphs[5]._p.append(docx.oxml.parse_xml(gone))
    article = read_article(saved(made))
    assert "never agreed" not in " ".join(b.text for b in article.blocks)
    assert "tracked-changes" in article.losses


def column(left: float, top: float, lines: list[str]) -> list[tuple[float, float, float, str]]:
    return [(left, top + 14 * i, 11, line) for i, line in enumerate(lines)]


MENDED = [
    "Both sides agreed to share cargo information each week and to open a desk",
    "at the Sund crossing before the",
]
PAGE = [
    (60, 30, 9, "The Castora Courier, 17 May 2024"),
    (60, 90, 22, "Customs talks revived"),
    *column(
        60,
        140,
        [
            "The services of Velmark and Castora",
            "met for the first time in eight years,",
            "officials said on the day.",
        ],
    ),
    *column(
        60,
        200,
        [
            "Both sides agreed to share cargo infor-",
            "mation each week and to open a desk",
            "at the Sund crossing before the",
        ],
    ),
    *column(310, 140, ["start of the autumn season, they said.", "The desk will be a first step of many."]),
    *column(310, 186, ["Similar talks with Ostrana are planned", "for the end of the year."]),
]


def test_a_pdf_is_read_column_by_column_with_its_hyphens_mended(office: ModuleType) -> None:
    article = read_article(
        office.pdf(
            [
                [*PAGE, (290, 820, 9, "1")],
                [*PAGE[:1], (60, 140, 11, "One more page follows here."), (290, 820, 9, "2")],
            ]
        )
    )
    assert article.headline == "Customs talks revived"
    assert list(article.paragraphs) == [
        "The services of Velmark and Castora met for the first time in eight years, officials said on the day.",
        f"{' '.join(MENDED)} start of the autumn season, they said. The desk will be a first step of many.",
        "Similar talks with Ostrana are planned for the end of the year.",
        "One more page follows here.",
    ]


def test_running_heads_and_page_numbers_of_a_pdf_are_furniture(office: ModuleType) -> None:
    pages = [
        [*PAGE[:1], (60, 140 + 20 * n, 11, "A sentence that stands on this page."), (290, 820, 9, str(n))]
        for n in (1, 2, 3)
    ]
    article = read_article(office.pdf(pages))
    aside = {b.text for b in article.blocks if b.status is Status.FURNITURE}
    assert {"The Castora Courier, 17 May 2024", "1", "2", "3"} <= aside


def failure(data: bytes) -> tuple[str, str]:
    with pytest.raises(ImportFailed) as failed:
        read_article(data, "file")
    return failed.value.reason, failed.value.detail


def test_each_page_of_a_pdf_is_told(office: ModuleType) -> None:
    heard: list[tuple[int, int]] = []
    pages = [[(60, 90, 11, "They met again on the day.")]] * 3
    read_article(office.pdf(pages), told=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_pdf_of_pictures_says_so(office: ModuleType) -> None:
    assert failure(office.pdf([[], []])) == ("no-article", "pictures")


def test_a_damaged_pdf_is_damaged() -> None:
    assert failure(b"%PDF-1.7\nnothing of the kind")[0] == "damaged"


def test_a_package_that_unpacks_to_too_much_is_refused(office: ModuleType) -> None:
    bomb = office.package({"word/document.xml": b" " * (limits.MOST_PACKAGE_BYTES + 1)})
    assert failure(bomb)[0] == "too-large"


def test_entities_of_a_documents_own_are_refused(office: ModuleType) -> None:
    xml = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    assert failure(office.package({"word/document.xml": xml}))[0] == "damaged"


@pytest.mark.parametrize(
    "parts", [{"xl/workbook.xml": "<x/>"}, {"ppt/presentation.xml": "<x/>"}, {"a.txt": "hello"}]
)
def test_other_packages_are_unsupported(office: ModuleType, parts: dict[str, str]) -> None:
    assert failure(office.package(parts))[0] == "unsupported"


def test_a_truncated_package_is_damaged() -> None:
    assert failure(saved(word_file())[:900])[0] == "damaged"


def test_an_old_office_file_is_unsupported() -> None:
    assert failure(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))[0] == "unsupported"
