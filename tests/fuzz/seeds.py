"""Sound files of every kind, rich in what their formats can hold: what the campaign damages."""

# ruff: noqa: E501 - files, many on a line

from __future__ import annotations

from collections.abc import Mapping

from briefing.cli.demo import sample_note
from briefing.compose import compose
from briefing.exporters import export
from briefing.model.plain import article_to_json
from briefing.resources import names, text
from briefing.store.codec import encode, rendered
from briefing.template import parse
from tests.fuzz.targets import seeds

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "page": ("html", "html", "htm", "txt", "xml"), "text": ("txt", "txt", "md", ""), "package": ("docx", "docx", "odt", "zip"), "pdf": ("pdf",), "rtf": ("rtf",),
    "mail": ("eml", "eml", "mht", "txt"), "json": ("json",), "outlook": ("msg",),
}  # fmt: skip
LINE = "The two services agreed on Thursday to exchange cargo data each week and to open a joint desk in Brena."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks revived | The Courier</title>
<meta property="og:title" content="Talks revived"><meta property="article:published_time" content="2024-05-17T09:54:00+09:00"><link rel="canonical" href="https://courier.example/1">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"NewsArticle","headline":"Talks revived","author":[{{"@type":"Person","name":"Ilsa Marten"}}],"datePublished":"2024-05-17","publisher":{{"name":"The Courier"}}}}]}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><article><h1>Talks revived</h1><p class="byline">By <a rel="author" href="/ilsa">Ilsa Marten</a></p>
<time datetime="2024-05-17T09:54:00+09:00">17 May 2024</time><figure><img src="a.jpg" alt="x"><figcaption>The hall in Brena. Photo: Tom Reyes / AFP</figcaption></figure>
<p>BRENA (AFP) &mdash; {LINE}</p><blockquote><p>&ldquo;{LINE}&rdquo;</p></blockquote><h2>Background</h2><ul><li>{LINE}</li><li><b>x</b> <i>{LINE}</i></li></ul>
<table><thead><tr><th>Year</th><th colspan="2">Cargo</th></tr></thead><tbody><tr><td rowspan="2">2023</td><td>1</td><td>2</td></tr></tbody></table><pre>x</pre><p><ruby>税関<rt>ぜいかん</rt></ruby> {LINE}</p>
</article><aside><h3>Most read</h3><a href="https://x.example/2">Another story</a></aside><footer><p>Copyright</p></footer></body></html>"""

TEXT = f"""The Castora Courier\nWorld\nTalks revived again\nBy Ilsa Marten\nMay 17, 2024 09:54 KST\n\nBRENA (AFP) - {LINE}\n\n{LINE}\n\nRelated: x\nCopy link\n"""
KOREAN = "세관 회의 재개\n홍길동 기자\n입력 2024.05.17. 오전 9:54\n\n(서울=연합뉴스) 홍길동 기자 = 양측은 17일 회의에서 자료를 교환하기로 합의했다고 밝혔다.\n\n무단 전재 및 재배포 금지\n"
MARKDOWN = f"---\ntitle: Talks\ndate: 2024-05-17\n---\n# Talks\n\nBy Ilsa Marten\n\n{LINE}[^1]\n\n> {LINE}\n\n1. a\n   - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n\n[^1]: note\n\n[a](https://x.example) <b>x</b>\n"

WORD = f"""<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Talks</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">{LINE} </w:t></w:r>
<w:ins w:id="1" w:author="x"><w:r><w:t>added</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:hyperlink w:anchor="b"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>y</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:sdt><w:sdtContent><w:r><w:t>z</w:t></w:r></w:sdtContent></w:sdt><w:r><w:sym w:font="x" w:char="F0E0"/><w:br/><w:tab/></w:r></w:p>"""
NOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
STYLES = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style></w:styles>'
NUMBERS = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
ODT = f"""<text:h text:outline-level="1">Talks</text:h><text:p>{LINE}<text:s text:c="2"/><text:tab/><text:line-break/><text:a>x</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>{LINE}</text:p></text:list-item></text:list><table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"""

RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset129 Batang;}}{\colortbl;\red0\green0\blue0;}{\info{\title Talks}{\author x}{\creatim\yr2024\mo5\dy17}}\outlinelevel0 Talks\par\pard\li720\bullet\tab "
    + LINE
    + r"\par{\b\u8220?They\'e9 met\u8221?.}\line\trowd\cellx100\intbl a\cell b\cell\row\pard{\footnote n}{\field{\*\fldinst HYPERLINK x}{\fldrslt y}}{\*\generator z;}\par}"
)
MAIL = f"""From: "Ilsa, Marten" <ilsa@courier.example>
To: desk@x.example
Subject: =?utf-8?q?Fwd:_Talks_=E2=80=93_revived?=
Date: Fri, 17 May 2024 10:00:00 +0900
Message-ID: <1@x.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: multipart/alternative; boundary="c"

--c
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

{LINE}=20
=E2=80=94
--c
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

{PAGE}
--c--
--b
Content-Type: text/plain; name="a.txt"
Content-Disposition: attachment; filename="a.txt"
Content-Transfer-Encoding: base64

{"VGhlIHR3byBzZXJ2aWNlcyBhZ3JlZWQu" * 3}
--b--
"""


def sound() -> Mapping[str, tuple[bytes, ...]]:
    """Files of each kind."""
    import helpers_office as office  # noqa: PLC0415 - found once the campaign has told where
    import hostile_articles as made  # noqa: PLC0415 - found once the campaign has told where

    note = sample_note()
    document = compose(note, parse(note.template.source, "x"))
    parts = {
        "word/footnotes.xml": NOTES.encode(),
        "word/styles.xml": STYLES.encode(),
        "word/numbering.xml": NUMBERS.encode(),
    }
    drawn = [(60, 90, 22, "Talks revived"), (60, 140, 11, LINE), (60, 160, 11, LINE), (320, 160, 11, "x")]
    message = {f"__substg1.0_{tag}001F": LINE.encode("utf-16-le") for tag in ("1000", "0037", "0C1A", "1035")}
    return {
        "page": (PAGE.encode(), export(document, "html"), *seeds("page")),
        "text": (
            TEXT.encode(),
            KOREAN.encode(),
            MARKDOWN.encode(),
            text("samples", "velmark-castora.txt").encode(),
        ),
        "package": (made.word(WORD, parts), export(document, "docx"), office.odt(ODT)),
        "pdf": (office.pdf([drawn, drawn]), made.pdf(b"x", filters=""), *seeds("pdf")),
        "rtf": (RTF.encode("latin-1"),),
        "mail": (MAIL.encode(), MAIL.replace("mixed", "related").encode()),
        "json": (rendered(article_to_json(note.articles[0])), *seeds("article_json")),
        "outlook": (office.msg(message),),
        "note": (encode(note),),
        "template": tuple(text("templates", n).encode() for n in names("templates", ".toml")),
    }
