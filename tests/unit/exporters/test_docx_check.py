"""The checker finds what is broken: each case breaks a good file in one place."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from briefing.exporters.word import to_docx

BODY = "word/document.xml"
NUMS_LAST = re.compile(r"(<w:abstractNum .*)(<w:num .*)(?=</w:numbering>)")
LINK = re.compile(r"(<w:hyperlink [^>]*>)(.*?)(</w:hyperlink>)")
CASES = {
    "part missing": ("word/settings.xml", None, None),
    "not well formed": (BODY, "</w:body>", ""),
    "document type": (BODY, "<w:document ", "<!DOCTYPE x><w:document "),
    "relationship twice": ("word/_rels/document.xml.rels", 'Id="rId_settings"', 'Id="rId_styles"'),
    "relationship to nothing": ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="style.xml"'),
    "core properties of a wrong type": ("_rels/.rels", "relationships/metadata", "relationships/data"),
    "header id unknown": (BODY, 'r:id="rId_header"', 'r:id="rId_headers"'),
    "header id of a footer": (BODY, 'r:id="rId_header"', 'r:id="rId_footer"'),
    "override twice": ("[Content_Types].xml", "/word/settings.xml", "/word/styles.xml"),
    "style unknown": (BODY, 'w:pStyle w:val="Title"', 'w:pStyle w:val="Titel"'),
    "style of the wrong kind": (BODY, 'w:pStyle w:val="Title"', 'w:pStyle w:val="Strong"'),
    "style twice": ("word/styles.xml", 'w:styleId="Quote"', 'w:styleId="Caption"'),
    "style based on itself": ("word/styles.xml", 'basedOn w:val="Heading1"', 'basedOn w:val="Heading3"'),
    "children out of order": ("word/styles.xml", "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>"),
    "unknown child": (BODY, "<w:tblLayout", "<w:tblX/><w:tblLayout"),
    "text outside text": (BODY, "<w:body>", "<w:body>x"),
    "space lost": (BODY, ' xml:space="preserve">Risk data', ">Risk data"),
    "section not last": (BODY, "</w:sectPr>", "</w:sectPr><w:p/>"),
    "cell without paragraph": (BODY, re.compile(r"(</w:tcPr>)<w:p>.*?</w:p>(?=</w:tc>)"), r"\1"),
    "row too long": (BODY, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="4"/>'),
    "table without grid": (BODY, re.compile(r"<w:tblGrid>.*?</w:tblGrid>"), ""),
    "bookmark id twice": (BODY, '<w:bookmarkStart w:id="3"', '<w:bookmarkStart w:id="1"'),
    "bookmark name twice": (BODY, "_bp_p_a2", "_bp_p_a1"),
    "bookmark name too long": (BODY, "_bp_p_a2", "_bp_p_a2" + "x" * 40),
    "bookmark never ends": (BODY, '<w:bookmarkEnd w:id="3"/>', ""),
    "footnote unknown": (BODY, 'footnoteReference w:id="3"', 'footnoteReference w:id="7"'),
    "footnote twice": ("word/footnotes.xml", 'w:footnote w:id="3"', 'w:footnote w:id="2"'),
    "footnote separator gone": ("word/footnotes.xml", 'w:type="separator"', 'w:type="normal"'),
    "list unknown": (BODY, 'w:numId w:val="1"', 'w:numId w:val="99"'),
    "list of nothing": ("word/numbering.xml", 'w:abstractNumId w:val="0"', 'w:abstractNumId w:val="77"'),
    "level beyond nine": (BODY, 'w:ilvl w:val="0"', 'w:ilvl w:val="9"'),
    "num before abstractNum": ("word/numbering.xml", NUMS_LAST, r"\2\1"),
    "field never ends": ("word/footer.xml", '<w:fldChar w:fldCharType="end"/>', ""),
    "margin missing": (BODY, ' w:gutter="0"', ""),
    "property id twice": ("docProps/custom.xml", 'pid="3"', 'pid="2"'),
    "created is no moment": ("docProps/core.xml", "2031-05-14T08:00:00Z<", "14 May 2031<"),
    "link in a link": ("word/footnotes.xml", LINK, r"\1\1\2\3\3"),
}  # fmt: skip


def broken(data: bytes, part: str, old: str | re.Pattern[str] | None, new: str | None) -> bytes:
    """A copy of the file in which one place of one part is changed, or the part left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == part and old is None:
                continue
            if name == part:
                changed = re.sub(old if isinstance(old, re.Pattern) else re.escape(old), new, text, count=1)
                assert changed != text
                text = changed
            copy.writestr(name, text)
    return target.getvalue()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_breakage_is_found(samples, findings, case) -> None:
    assert findings(broken(to_docx(samples.english()), *case)) != []
