"""More hostile files, of other kinds: codecs that are none, dates, chains, JSON-LD, mail, packages, PDFs."""

# ruff: noqa: E501 - tables of cases, many on a line

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator

from hostile_articles import HEAD, ODF, SENTENCE, Named, odt, package, pdf, word

CODECS = ("hex", "base64", "bz2", "zlib", "rot13", "uu", "quopri", "undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "mbcs", "utf-7", "utf-32", "cp037", "charmap", "hz", "big5hkscs", "ascii\0", "../../x", "utf_8_sig", "oem", "palmos")  # fmt: skip


def others(canary: str) -> list[Named]:
    """Files for the readers; those that name another file name `canary`."""
    makers = (_encoded, _chains, _marked_up, _told, _letters, _packed, _drawn, _controlled)
    return [named for make in makers for named in make(canary)]


def _encoded(_: str) -> Iterator[Named]:
    text = "Talks revived\n\nBy Ilsa Marten\n\nThe two services agreed to exchange cargo data each week.\n"
    for codec in CODECS:
        name = codec.encode()
        yield f"says {codec!r}.html", b"<html><head><meta charset='" + name + b"'></head><body>" + SENTENCE * 5
        yield (
            f"says {codec!r}.eml",
            b"From: a@b.example\nSubject: =?"
            + name
            + b"?b?dGFsa3M=?=\nContent-Type: text/plain; charset="
            + name
            + b"\n\n"
            + SENTENCE * 5,
        )
        yield f"says {codec!r}.odt", odt(b'<?xml version="1.0" encoding="' + name + b'"?><a/>')
    for codec in ("utf-16-be", "utf-32-le", "cp037", "gb18030", "utf-7", "cp949", "iso2022_jp", "hz"):
        yield f"in {codec} without a mark.txt", (text * 3).encode(codec)
    yield (
        "a line in each.txt",
        b"".join(text.encode(c, "replace") for c in ("utf-8", "utf-16-le", "cp949", "shift_jis", "latin-1")),
    )
    yield "two marks.txt", b"\xff\xfe\xef\xbb\xbf" + text.encode("utf-16-le")
    yield "half a pair.txt", b"\xff\xfe" + b"\x3d\xd8" * 20_000
    yield "pairs the wrong way.txt", b"\xff\xfe" + b"\x00\xde\x3d\xd8" * 20_000
    yield "utf-32 out of range.txt", b"\xff\xfe\0\0" + b"\xff\xff\xff\x7f" * 9_000
    yield "long forms.txt", b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf\xf8\x88\x80\x80\x80" * 3_000


def _chains(_: str) -> Iterator[Named]:
    pieces = {
        "ats": "a@", "dots": "a.", "slashes": "a/", "dashes": "a-", "colons": "a:", "commas": "a,", "apostrophes": "a'", "quotes": "“‘", "closing": "”’", "and": "Ilsa and ",
        "mister": "Mr. ", "money": "$1,", "versions": "1.", "percents": "%", "ranges": "1-", "fractions": "1/", "zeros": "0", "nines": "9", "years": "2024", "months": "May ", "days": "Monday ",
        "from to": "from May to ", "roman": "MDCLXVI", "tags": "\U000e0041", "selectors": "x\ufe0f", "jamo": "\u1112\u1161\u11ab", "isolates": "\u2067\u2068", "overrides": "\u202e", "soft": "co\u00ad", "joiners": "\U0001f468\u200d",
        "noncharacters": "\ufffe\uffff", "private": "\ue000", "nel": "x\x85", "separators": "x\u2028\u2029", "backspaces": "x\x08", "bells": "\x07", "by": "By ", "said": "he said ", "if": "if ", "not": "not ", "半": "半", "月": "5月", "시": "오전 9시 ", "요일": "월요일 ",
        "addresses": "http://", "queries": "https://x.example/?", "file": "file:///", "updated": "Updated: ", "pipes": "|", "hashes": "#", "tildes": "~", "equals": "=", "underscores": "_", "plus": "+", "carets": "^", "angle": "<", "closers": ">", "amps": "&amp", "semis": ";",
    }  # fmt: skip
    for name, piece in pieces.items():
        chain = (piece * (60_000 // len(piece)))[:60_000]
        yield (
            f"chain of {name}.txt",
            f"Talks revived\n\nBy Ilsa Marten\n\n{chain}\n\nThe two services agreed to meet again.\n".encode(),
        )
        yield f"chain of {name}.md", f"# Talks revived\n\n{chain[:12_000]}\n".encode()
    for name, date in {"day": "99 May 2024", "year": "May 17, 999999999999", "zero": "May 0, 0000", "hour": "May 17, 2024 99:99 KST", "zone": "2024-05-17T10:00:00+99:99", "slashes": "31/31/31", "korean": "0년 99월 99일", "japanese": "令和999年13月40日", "eight": "00000000", "minus": "-2024-05-17", "arabic": "٢٠٢٤-٠٥-١٧", "wide": "２０２４年５月１７日", "superscript": "²⁰²⁴-⁰⁵-¹⁷", "before": "May 17, 1 BC", "leap": "February 30, 2023", "end": "December 31, 9999 23:59 -12:00"}.items():  # fmt: skip
        yield (
            f"date {name}.txt",
            f"Talks revived\n\nBy Ilsa Marten\n\n{date}\n\nBRENA ({date}) - The two services agreed on {date} to meet again.\n".encode(),
        )
        yield (
            f"date {name}.html",
            HEAD
            + f'<meta property="article:published_time" content="{date}"><time datetime="{date}">{date}</time>'.encode()
            + SENTENCE * 5,
        )


def _marked_up(_: str) -> Iterator[Named]:
    for tag in ("plaintext", "xmp", "listing", "template", "svg><foreignObject", "math><mtext", "frameset", "noframes", "portal", "base href=//x", "meta http-equiv=refresh content=0;url=//x", "iframe srcdoc='<p>x'", "marquee", "isindex", "keygen", "image", "x-y", "a:b", "a\0b", "?php", "!ELEMENT", "![CDATA["):  # fmt: skip
        yield f"in {tag[:12]!r}.html", HEAD + f"<{tag}>".encode() + SENTENCE * 5
        yield f"hundreds of {tag[:12]!r}.html", HEAD + (f"<{tag}>".encode() * 240 + SENTENCE) * 3
    for name, piece in {"attributes": b"<p " + b"".join(b"a%d=1 " % n for n in range(9_000)) + b">", "classes": b"<p class='" + b"byline author date " * 9_000 + b"'>", "comments": b"<!--" * 9_000, "entities": b"&#99999999999;&#xD800;&#0;&nosuch;&amp;amp;" * 3_000, "breaks": b"<br>" * 60_000, "spans of cells": b"<table><tr><td colspan=2147483648 rowspan=-1>x</td></tr></table>" * 99, "options": b"<select>" + b"<option>x" * 9_000, "captions": b"<figure><figcaption>" * 99, "links": b"<a href=x>" * 9_000, "a script left open": b"<script>" + b"</scr" * 9_000, "same ids": b"<p id=x>They met.</p>" * 3_000, "one language": b"<p lang=" + b"x-" * 9_000 + b">", "times": b"<time datetime=2024-05-17>May 17</time>" * 3_000, "headings": b"<h1>Talks</h1>" * 3_000, "bylines": b"<span rel=author class=byline>By Ilsa Marten</span>" * 3_000, "items": b"<div itemscope itemref=x id=x itemprop=author>" * 99}.items():  # fmt: skip
        yield f"page of {name}.html", HEAD + piece + SENTENCE * 5


def _told(canary: str) -> Iterator[Named]:
    """What a page tells of itself."""
    deep: object = "x"
    for _ in range(400):
        deep = {"@graph": [deep], "author": deep} if isinstance(deep, str) else {"author": [deep]}
    said: dict[str, object] = {
        "deep": deep, "types": {"@type": ["NewsArticle"] * 3_000}, "authors": {"@type": "NewsArticle", "author": [{"name": "Ilsa Marten"}] * 3_000}, "numbers": {"@type": "NewsArticle", "headline": 7, "author": 7, "datePublished": 7, "publisher": 7},
        "nulls": {"@type": None, "author": None}, "texts": {"@type": "NewsArticle", "headline": "x" * 300_000}, "body": {"@type": "NewsArticle", "articleBody": "The two services agreed. " * 9_000}, "markup": {"@type": "NewsArticle", "headline": "<script>x</script>&lt;b&gt;\u202e", "articleBody": "<p>" * 9_000},
        "dates": {"@type": "NewsArticle", "datePublished": [["2024-05-17"]], "dateModified": {"@value": "99"}}, "lists": [[[[{"@type": "NewsArticle", "headline": "Talks"}]]]], "file": {"@type": "NewsArticle", "@id": f"file://{canary}", "url": canary, "image": canary}, "keys": {f"k{n}": n for n in range(9_000)}, "surrogates": {"@type": "NewsArticle", "headline": "\ud800\udc00\udfff"},
    }  # fmt: skip
    for name, value in said.items():
        yield (
            f"tells {name}.html",
            HEAD
            + b'<script type="application/ld+json">'
            + json.dumps(value).encode()
            + b"</script>"
            + SENTENCE * 5,
        )
    for name, raw in {"not a number": b'{"@type":"NewsArticle","wordCount":NaN,"x":Infinity}', "twice": b'{"@type":"NewsArticle","headline":"a","headline":{}}', "huge": b'{"@type":"NewsArticle","x":' + b"9" * 30_000 + b"}", "open": b'{"@type":"NewsArticle","headline":"', "comment": b"<!-- {} -->", "controls": b'{"@type":"NewsArticle","headline":"a\nb\tc\x01"}', "brackets": b"[" * 30_000, "ending": b'{"@type":"NewsArticle"};;'}.items():  # fmt: skip
        yield (
            f"tells {name}.html",
            HEAD + b'<script type="application/ld+json">' + raw + b"</script>" + SENTENCE * 5,
        )
    for prop in (
        "og:title",
        "og:url",
        "article:author",
        "author",
        "description",
        "date",
        "og:site_name",
        "og:locale",
    ):
        yield (
            f"says {prop.replace(':', ' ')} often.html",
            HEAD
            + f'<meta property="{prop}" name="{prop}" content="{"x <b>&#1; " * 30}">'.encode() * 900
            + SENTENCE * 5,
        )


def _letters(canary: str) -> Iterator[Named]:
    head = b"From: a@b.example\nTo: c@d.example\nSubject: Talks\nMIME-Version: 1.0\n"
    for name, more in {
        "received": b"Received: from x by y; Fri, 17 May 2024 10:00:00 +0900\n" * 2_000, "continued name": b"".join(b"X: y;\n" for _ in range(9)) + b"Content-Type: text/plain;\n" + b"".join(b" name*%d*=x;\n" % n for n in range(2_000)), "boundary": b"Content-Type: multipart/mixed; boundary=" + b"x" * 9_000 + b"\n",
        "regular boundary": b'Content-Type: multipart/mixed; boundary="(.*)+$"\n', "signed": b"Content-Type: multipart/signed; boundary=b; micalg=x\n", "encrypted": b"Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n", "tnef": b"Content-Type: application/ms-tnef; name=winmail.dat\n", "report": b"Content-Type: multipart/report; boundary=b\n",
        "external": f"Content-Type: message/external-body; access-type=local-file; name={canary}\n".encode(), "digest": b"Content-Type: multipart/digest; boundary=b\n", "calendar": b"Content-Type: text/calendar\n", "nul names": b"X\0Y: z\n", "carriage": b"X: a\rSubject: other\r", "unicode names": "Ünïcode: x\n".encode(), "twice": b"Content-Type: text/html\nContent-Type: text/plain\n" * 300, "no end": b"X: " + b"y" * 300_000,
    }.items():  # fmt: skip
        yield f"letter with {name}.eml", head + more + b"\n" + SENTENCE * 5 + b"\n--b\n\nThey met.\n--b--\n"
    yield (
        "many letters.mbox",
        (b"From a@b.example Fri May 17 10:00:00 2024\n" + head + b"\n" + SENTENCE + b"\n\n") * 300,
    )
    yield "letter of apple.emlx", b"99999999999\n" + head + b"\n" + SENTENCE * 5
    yield (
        "parts in turn.eml",
        head
        + b"".join(
            b'Content-Type: multipart/%b; boundary="b%d"\n\n--b%d\n'
            % (b"alternative" if n % 2 else b"related", n, n)
            for n in range(200)
        )
        + b"\n"
        + SENTENCE,
    )
    yield (
        "parts by thousands.eml",
        head + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nThey met.\n" * 9_000,
    )


def _packed(canary: str) -> Iterator[Named]:
    rel = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>'
    body = "<w:p><w:r><w:t>The two services agreed to exchange cargo data each week.</w:t></w:r></w:p>"
    for kind in (
        "attachedTemplate",
        "image",
        "oleObject",
        "frame",
        "subDocument",
        "hyperlink",
        "aFChunk",
        "customXml",
    ):
        for number, target in enumerate(
            (f"file://{canary}", "http://127.0.0.1:9/x", "\\\\127.0.0.1\\x", "mhtml:x!y", "../" * 99 + canary)
        ):
            yield (
                f"points with {kind} {number}.docx",
                word(
                    body,
                    {
                        "word/_rels/document.xml.rels": rel.format(kind, target).encode(),
                        "word/_rels/settings.xml.rels": rel.format(kind, target).encode(),
                    },
                ),
            )
    for name, inside in {"chunk": '<w:altChunk r:id="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>', "instructions": f'<w:p><w:fldSimple w:instr="INCLUDETEXT {canary}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>', "macro button": '<w:p><w:fldSimple w:instr="MACROBUTTON x y"/></w:p>', "bookmarks": '<w:bookmarkStart w:id="1" w:name="x"/>' * 9_000, "moves": "<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>" * 900, "text boxes": "<w:p><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent>" * 60, "equations": "<w:p><m:oMath xmlns:m='x'>" * 200, "negative": '<w:p><w:pPr><w:ind w:left="-99999999999999"/><w:outlineLvl w:val="-5"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>', "an empty body": "", "nothing but breaks": '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 3_000, "tabs": "<w:p><w:r>" + "<w:tab/>" * 9_000 + "</w:r></w:p>", "right to left": "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>\u202ex</w:t></w:r></w:p>"}.items():  # fmt: skip
        yield f"word with {name}.docx", word(inside + body)
    for name, inside in {"section elsewhere": f'<text:section><text:section-source xlink:href="{canary}" xmlns:xlink="http://www.w3.org/1999/xlink"/></text:section>', "script": '<text:script script:language="x" xmlns:script="x">x</text:script>', "binary": f"<office:binary-data>{'A' * 300_000}</office:binary-data>", "frames": "<draw:frame xmlns:draw='x'><draw:text-box>" * 100, "changes": "<text:tracked-changes><text:changed-region>" * 100, "references": "<text:p><text:bookmark-ref text:ref-name='x'/></text:p>" * 3_000, "rubies": "<text:p><text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>y</text:ruby-text></text:ruby></text:p>" * 900, "a list of lists": "<text:list><text:list-item><text:p>x</text:p>" * 100}.items():  # fmt: skip
        yield (
            f"document with {name}.odt",
            odt(f"<office:document-content {ODF}><office:body><office:text>{inside}"),
        )
        yield (
            f"document flat with {name}.fodt",
            f"<office:document {ODF}><office:body><office:text>{inside}".encode(),
        )
    sound = word(body)
    yield "behind a program.docx", b"MZ" + bytes(9_000) + sound
    yield "with a tail.docx", sound + b"\0" * 70_000
    yield "twice over.docx", sound + sound
    yield (
        "locked.docx",
        sound.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
        ),
    )
    yield (
        "of the large kind.docx",
        sound[:-22] + b"PK\x06\x06" + b"\xff" * 52 + b"PK\x06\x07" + b"\xff" * 16 + sound[-22:],
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("word/document.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, canary)
    yield "a link inside.docx", made.getvalue()
    yield (
        "other cases.docx",
        package({"WORD/DOCUMENT.XML": b"<x/>", "Word/Document.xml": b"<y/>", "word\\document.xml": b"<z/>"}),
    )
    yield (
        "names of two codes.docx",
        package({"word/document.xml": b"<x/>", "w\u00f6rd/\u202e.xml": b"<x/>", "word/\ud55c.xml": b"<x/>"}),
    )


def _drawn(canary: str) -> Iterator[Named]:
    text = zlib.compress(b"BT /F1 12 Tf 60 700 Td (They met again in Brena.) Tj ET")
    for name, extra in {"opens": "/OpenAction<</S/URI/URI(http://127.0.0.1:9/x)>>", "launches": f"/OpenAction<</S/Launch/F({canary})>>", "scripts": "/OpenAction<</S/JavaScript/JS(app.alert(1))>>", "attached": f"/Names<</EmbeddedFiles<</Names[(x)<</Type/Filespec/F({canary})>>]>>>>", "forms": "/AcroForm<</XFA(x)/Fields[1 0 R]/NeedAppearances true>>", "outline of itself": "/Outlines<</First 1 0 R/Next 1 0 R>>", "labels": "/PageLabels<</Kids[1 0 R]>>", "structure": "/StructTreeRoot<</K 1 0 R/ParentTree 1 0 R>>", "locked": "/Encrypt<</Filter/Standard/V 5/R 6/Length 99999>>", "layers": "/OCProperties<</D<</Order[[[[1 0 R]]]]>>>>", "metadata": "/Metadata 1 0 R/Lang(" + "x" * 9_000 + ")"}.items():  # fmt: skip
        yield f"pdf that {name}.pdf", pdf(text, extra=extra)
        yield (
            f"pdf that {name} says so at its end.pdf",
            pdf(text).replace(b"/Root 1 0 R", b"/Root 1 0 R" + extra.encode()),
        )
    for name, filters in {"chained": "[" + "/FlateDecode" * 60 + "]", "ascii": "[/ASCII85Decode/ASCIIHexDecode/RunLengthDecode]", "fax": "/CCITTFaxDecode", "jbig": "/JBIG2Decode", "jpx": "/JPXDecode", "unknown": "/NoSuchDecode", "lzw": "/LZWDecode", "crypt": "/Crypt"}.items():  # fmt: skip
        yield f"pdf packed by {name}.pdf", pdf(text, filters=filters)
    for name, box in {"nothing": "0 0 0 0", "a line": "0 0 600 0", "the other way": "600 800 0 0", "not numbers": "a b c d", "infinite": "0 0 1e39 1e39", "one number": "7", "no numbers": ""}.items():  # fmt: skip
        yield f"pdf page of {name}.pdf", pdf(text, box=box)
    for name, drawing in {"turned": b"q 0 1 -1 0 0 0 cm BT /F1 12 Tf (They met.) Tj ET Q", "flattened": b"0 0 0 0 0 0 cm BT /F1 12 Tf (They met.) Tj ET", "hidden": b"BT 3 Tr /F1 12 Tf (They met.) Tj ET", "tiny": b"BT /F1 .0001 Tf (They met.) Tj ET", "negative": b"BT /F1 -12 Tf (They met.) Tj ET", "no font": b"BT /F9 12 Tf (They met.) Tj ET", "spread": b"BT /F1 12 Tf [" + b"(x) -99999 " * 9_000 + b"] TJ ET", "raised": b"BT /F1 12 Tf 99999 Ts (They met.) Tj ET", "spaced": b"BT /F1 12 Tf 1e30 Tw 1e30 Tc (They met.) Tj ET", "piled": b"BT /F1 12 Tf " + b"1 0 0 1 60 700 Tm (They met.) Tj " * 3_000 + b"ET", "in marks": b"/Span<</ActualText(x)>>BDC " * 900, "in pictures": b"BI /W 99999 /H 99999 /BPC 8 ID xx EI " * 99}.items():  # fmt: skip
        yield f"pdf text {name}.pdf", pdf(zlib.compress(drawing))
    yield (
        "pdf saved often.pdf",
        pdf(text)
        + b"".join(
            b"\n4 0 obj<</Length 0>>stream\n\nendstream endobj trailer<</Root 1 0 R/Prev 0/Size 6>>startxref 0 %%EOF"
            for _ in range(900)
        ),
    )


def _controlled(_: str) -> Iterator[Named]:
    for name, piece in {"pairs alone": b"\\u-10240?", "pairs": b"\\u-10179?\\u-8704?", "skips": b"\\uc0\\u8220 ", "pictures": b"{\\pict\\pngblip " + b"00" * 30 + b"}", "fields": b'{\\field{\\*\\fldinst HYPERLINK "javascript:x()"}{\\fldrslt x}}', "styles": b"{\\stylesheet{\\s1\\sbasedon1 x;}}", "both": b"{\\upr{x}{\\*\\ud{y}}}", "shapes": b"{\\shp{\\*\\shpinst{\\shptxt x}}}", "notes": b"{\\footnote{\\footnote x}}", "deleted": b"{\\deleted x}", "rows in rows": b"\\itap9\\nestcell\\nestrow", "columns": b"\\column\\sect\\page", "no words": b"\\", "stars": b"{\\*\\nosuch x}", "code pages": b"{\\f1\\fcharset129 \\'b0\\'a1}{\\f2\\fcharset128 \\'82}", "big numbers": b"\\fs99999999999999999999 x"}.items():  # fmt: skip
        yield (
            f"rich {name}.rtf",
            rb"{\rtf1\ansi " + piece * (30_000 // len(piece)) + rb" The two services agreed.\par}",
        )
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for number, (fat, start, mini, difat) in enumerate(
        (
            (1, 0, 0, 0),
            (109, 0, 0xFFFFFFFE, 0),
            (0xFFFFFFFF, 0xFFFFFFFF, 0, 0),
            (1, 1, 1, 1),
            (1, 0xFFFFFFFD, 0, 99),
        )
    ):
        fields = struct.pack("<16s5H6x9I", b"", 62, 3, 0xFFFE, 9, 6, 0, fat, start, 0, 4096, mini, 1, 0, difat)
        yield (
            f"sectors {number}.msg",
            header
            + fields
            + struct.pack("<109I", *([0] * 109))
            + struct.pack("<128I", *[(n + 1) % 128 for n in range(128)]) * 3,
        )
