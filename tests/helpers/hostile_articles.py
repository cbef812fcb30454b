"""More hostile files for the readers, made on the spot: names, sizes, containers and claims that are not true."""

# ruff: noqa: E501 - tables of cases, each on its line

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

Named = tuple[str, bytes]

HEAD = b"<!doctype html><html><head><title>Talks</title></head><body>"
SENTENCE = b"<p>The two services agreed to exchange cargo data each week and to open a joint desk.</p>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def articles(canary: str) -> list[Named]:
    """Files for the readers; those that name another file name `canary`."""
    makers = (_pages, _fetching, _texts, _json, _mails, _documents, _zips, _pdfs, _rtfs, _outlook, _disguised)
    return [named for make in makers for named in make(canary)]


def _pages(_: str) -> Iterator[Named]:
    for tag in ("li", "td", "span", "em", "section", "dl", "ruby", "object", "noscript", "details"):
        yield f"nested {tag}.html", HEAD + f"<{tag}>".encode() * 60_000 + SENTENCE * 4
    yield "attribute of megabytes.html", HEAD + b"<p title='" + b"x" * 4_000_000 + b"'>" + SENTENCE * 4
    yield "attributes in thousands.html", HEAD + b"<p " + b"a=1 b=2 " * 60_000 + b">" + SENTENCE * 4
    yield "a name of megabytes.html", HEAD + b"<" + b"x" * 3_000_000 + b">" + SENTENCE * 4
    yield (
        "embedded picture.html",
        HEAD + b"<img src='data:image/png;base64," + b"A" * 9_000_000 + b"'>" + SENTENCE * 4,
    )
    yield "one word of megabytes.html", HEAD + b"<p>" + b"word" * 1_000_000 + b"</p>"
    yield "a million spaces.html", HEAD + b"<p>" + b" " * 1_000_000 + b"x</p>" + SENTENCE * 4
    yield "many copies.html", HEAD + SENTENCE * 20_000
    yield (
        "many paragraphs.html",
        HEAD + b"".join(b"<p>Point %d of the talks was agreed.</p>" % n for n in range(15_000)),
    )
    yield "many links.html", HEAD + b"<a href='//x.example'>a link of some words</a>" * 15_000
    yield "many rows.html", HEAD + b"<table>" + b"<tr><td>a<td>b" * 12_000
    yield "span of millions.html", HEAD + b"<table><td colspan=999999999 rowspan=999999999>x" + SENTENCE * 4
    yield (
        "many dates.html",
        HEAD + b"<time datetime='2024-05-17T10:00'>17 May 2024</time>" * 10_000 + SENTENCE * 4,
    )
    yield (
        "metas.html",
        b"<html><head>" + b"<meta property='article:author' content='A B'>" * 20_000 + SENTENCE * 4,
    )
    yield "title of megabytes.html", b"<html><title>" + b"Talks " * 500_000 + b"</title>" + SENTENCE * 4
    yield "unclosed comment.html", HEAD + b"<!--" + SENTENCE * 9
    yield "utf-16 label in ascii.html", b"<?xml version='1.0' encoding='utf-16'?>" + HEAD + SENTENCE * 5
    yield "utf-16 odd.html", b"\xff\xfe" + (HEAD + SENTENCE * 5).decode().encode("utf-16-le") + b"x"
    yield "utf-32.html", b"\xff\xfe\0\0" + (HEAD + SENTENCE * 5).decode().encode("utf-32-le")
    yield (
        "huge character codes.html",
        HEAD + b"&#99999999999999999999; &#xFFFFFFFFFFFF; &#0; &#xD800;" + SENTENCE * 5,
    )
    number = (
        b'<script type="application/ld+json">{"@type":"NewsArticle","datePublished":'
        + b"9" * 100_000
        + b"}</script>"
    )
    yield "ld of numbers.html", HEAD + number + SENTENCE * 5
    yield (
        "ld wrong types.html",
        (
            HEAD + b'<script type="application/ld+json">{"@type":["NewsArticle",7,null],"headline":{"a":[]},'
            b'"author":[[[]],{"name":7}],"datePublished":[1],"articleBody":{},"publisher":"x","url":7}</script>'
            + SENTENCE
            * 5
        ),
    )
    yield (
        "ld twice.html",
        HEAD
        + b'<script type="application/ld+json">{"@graph":[{"@id":"a","@graph":[{"@id":"a"}]}]}</script>' * 900,
    )
    yield (
        "canonical loop.html",
        b"<html><head><link rel=canonical href='?'><base href='javascript:x()'>" + SENTENCE * 5,
    )
    yield (
        "dates out of range.html",
        b"<html><head><meta property='article:published_time' content='99999-99-99T99:99'>" + SENTENCE * 5,
    )
    yield (
        "urls that are none.html",
        b"<html><head><meta property='og:url' content='http://[::1:/\\\\%zz'>" + SENTENCE * 5,
    )


def _fetching(canary: str) -> Iterator[Named]:
    """Pages, mails and documents that ask their reader to read or fetch something else."""
    for address in (
        f"file://{canary}",
        canary,
        f"//host.invalid/{canary}",
        "http://127.0.0.1:9/x",
        r"\\host.invalid\x",
    ):
        label = address.replace("/", "_").replace("\\", "_")[:12]
        inside = (
            f'<link rel="stylesheet" href="{address}"><iframe src="{address}"></iframe><object data="{address}"></object>'
            f'<img src="{address}"><embed src="{address}"><script src="{address}"></script>'
            f'<meta http-equiv="refresh" content="0;url={address}"><base href="{address}">'
        )
        yield f"asks for {label}.html", HEAD + inside.encode() + SENTENCE * 5
        entity = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{address}"><!ENTITY % p SYSTEM "{address}"> %p;]>'
        yield f"entity {label}.html", entity.encode() + b"<html><body><p>&x;</p>" + SENTENCE * 5
        yield (
            f"entity {label}.docx",
            package({"word/document.xml": f"{entity}<w:document {W}>&x;</w:document>".encode()}),
        )
        xinclude = (
            f'<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{address}" parse="text"/></x>'
        )
        yield f"include {label}.odt", odt(xinclude)
        rels = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            f'Target="{address}" TargetMode="External"/></Relationships>'
        )
        yield f"picture {label}.docx", word(_PICTURE, {"word/_rels/document.xml.rels": rels.encode()})
        yield (
            f"field {label}.rtf",
            (
                '{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT "'
                + address.replace("\\", "\\\\")
                + '"}{\\fldrslt They met.}}\\par}'
            ).encode(),
        )
        mail = f'From: a@b.example\nTo: c@d.example\nContent-Type: message/external-body; access-type=local-file; name="{address}"\n\n'
        yield f"external body {label}.eml", mail.encode()
    yield (
        "include.md",
        f'# Talks\n\n![x]({canary})\n\n<{canary}>\n\n--8<-- "{canary}"\n\n{{! {canary} !}}\n'.encode(),
    )
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{bomb}]>'
    yield "laughs.html", laughs.encode() + b"<html><body><p>&l11;</p>" + SENTENCE * 5
    yield "laughs.docx", package({"word/document.xml": laughs.encode() + b"<x>&l11;</x>"})
    yield "laughs utf-16.docx", package({"word/document.xml": (laughs + "<x>&l11;</x>").encode("utf-16")})
    yield "laughs utf-16.odt", odt((laughs + "<x>&l11;</x>").encode("utf-16"))
    yield (
        "entity utf-16.odt",
        odt(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{canary}">]><x>&e;</x>'.encode("utf-16")),
    )
    yield (
        "entity utf-7.odt",
        odt(
            b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x [+ADwAIQ-ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
        ),
    )


def _texts(_: str) -> Iterator[Named]:
    pieces = {
        "colon lines": "a:\n", "short lines": "x\n", "two columns": "a\tb\n", "months": "May 17, 2024\n",
        "bylines": "By Ilsa Marten and Tom Reyes\n", "agencies": "(AFP)\n", "captions": "Photo: A B / AFP\n",
        "links": "https://x.example/a?b=c\n", "list numbers": "1. x\n", "quotes in quotes": "> > > > x\n",
        "Korean endings": "다.\n", "Japanese": "。」\n", "datelines": "SEOUL, May 17 (AFP) — x\n", "em dashes": "—" * 40 + "\n",
        "see also": "Read more: x\n", "zero width": "\u200b\u200c\u200d\n", "wide spaces": "\u3000\u2003\n",
        "combining": "a" + "\u0301" * 60 + "\n", "arrows": "→ x\n", "initials": "A. B. C. D. E. ", "ordinals": "1st 2nd 3rd ",
        "times": "09:54 ", "zones": "+09:00 ", "brackets": "[[[[((((", "closers": "))))]]]]", "stars": "**__**__",
        "percent": "%s%n%x{0}${HOME}", "emoji": "👩\u200d👩\u200d👧", "ideographs": "樂" * 30, "hyphens": "co-op-",
    }  # fmt: skip
    for name, piece in pieces.items():
        yield f"text of {name}.txt", (piece * (300_000 // len(piece)))[:100_000].encode()
    yield "one line.txt", b"The two services agreed. " * 60_000
    yield "nul between.txt", "The two services agreed.\n".encode("utf-16-le") * 300
    yield "only marks.txt", b"\xef\xbb\xbf" * 10_000
    yield "half utf-8.txt", "한".encode()[:2] * 30_000
    yield "shift_jis ends.txt", b"\x82" * 30_001
    yield "escapes.txt", b"\x1b$B" * 20_000
    yield "escape open.txt", b"\x1b$B" + b"!!" * 30_000
    yield "terminal.txt", b"\x1b[31mTalks\x1b[0m\n\x1b]0;title\x07\n" * 2_000
    yield "latin.txt", bytes(range(128, 256)) * 400
    yield "form feeds.txt", b"The two services agreed.\x0c\x0b\x1c\x1d\x1e\x85" * 3_000
    yield "carriage returns.txt", b"The two services agreed.\r" * 3_000
    yield "lines of cr lf cr.txt", b"They met.\r\r\n" * 3_000
    for level in (60, 100_000):
        yield f"quotes {level} deep.md", b">" * level + b" x\n" + b"# Talks\n\nThey met.\n"
        yield (
            f"lists {level} deep.md",
            b"".join(b" " * min(n, 300) * 2 + b"- x\n" for n in range(min(level, 2_000))),
        )
    for name, piece in {
        "brackets": b"[", "images": b"![", "links": b"[a](", "emphasis": b"*a **b ", "ticks": b"`", "refs": b"[a]: x\n",
        "rules": b"---\n", "headings": b"# \n", "html": b"<a ", "autolinks": b"<http:", "tables": b"|a|b|\n|-|-|\n",
        "entities": b"&#1;", "backslashes": b"\\", "fences": b"```\n",
    }.items():  # fmt: skip
        yield f"marks {name}.md", b"# Talks\n\nBy Ilsa Marten\n\n" + piece * 20_000


def _json(_: str) -> Iterator[Named]:
    head = b'{"headline": "Talks", "blocks": '
    for name, rest in {
        "deep": b"[" * 100_000, "deep objects": b'{"a":' * 100_000, "number": b"9" * 100_000 + b"}", "null": b"null}",
        "text": b'"x"}', "wrong": b'[7, null, [], {"text": 7}]}', "no text": b'[{"kind": "quote"}]}', "surrogate": b'[{"text": "\\ud800"}]}',
        "unknown kind": b'[{"text": "x", "kind": "exe"}]}', "level": b'[{"text": "x", "level": 1e400}]}', "nan": b"[NaN, Infinity]}",
        "twice": b'[], "blocks": {}}', "many": b"[" + b'{"text":"x"},' * 60_000 + b'{"text":"x"}]}', "controls": b'[{"text": "a\\u0000\\u000b\\r\\nb"}]}',
        "empty": b"[]}", "true": b"true}", "open": b'[{"text": "', "trailing": b"[]} x",
        "megabyte": b'[{"text": "' + b"x" * 3_000_000 + b'"}]}',
    }.items():  # fmt: skip
        yield f"json {name}.json", head + rest
    for key in ("headline", "byline", "findings", "losses", "published", "url", "language"):
        for number, value in enumerate((b"7", b"null", b"[[[]]]", b'{"a": 1}', b"[7]", b'[{"name": 7}]')):
            yield (
                f"json {key} {number}.json",
                b'{"blocks": [], "headline": "x", "%s": %s}' % (key.encode(), value),
            )


def _mails(_: str) -> Iterator[Named]:
    head = b"From: a@b.example\nTo: c@d.example\nSubject: Talks\nMIME-Version: 1.0\n"
    body = b"\n\nThe two services agreed to exchange cargo data each week.\n"
    types = {
        "no boundary": b"multipart/mixed", "empty boundary": b'multipart/mixed; boundary=""', "charset": b"text/plain; charset=\xff",
        "charset nul": b'text/plain; charset="a\0b"', "charset long": b"text/plain; charset=" + b"a" * 50_000,
        "params": b"text/plain" + b"; a*0*=x''y" * 5_000, "rfc2231": b"text/plain; name*1=a; name*0*=utf-8''%ff; name*=x",
        "semicolons": b"text/plain" + b";" * 60_000, "quotes": b'text/plain; name="' + b'\\"' * 30_000,
        "slashes": b"/////", "nothing": b"", "self": b"message/rfc822", "partial": b"message/partial; number=1; total=9999999",
        "html only": b"text/html; charset=utf-16", "boundary of dashes": b"multipart/mixed; boundary=--------",
    }  # fmt: skip
    for name, kind in types.items():
        yield f"type {name}.eml", head + b"Content-Type: " + kind + body
    for name, encoding in {
        "qp": b"quoted-printable",
        "uu": b"x-uuencode",
        "b64": b"base64",
        "unknown": b"x\xff",
        "8": b"8bit",
    }.items():
        yield (
            f"encoded {name}.eml",
            head + b"Content-Transfer-Encoding: " + encoding + b"\n\n" + b"begin 644 x\n=3D=\n=ZZ" * 4_000,
        )
    for name, line in {
        "date": b"Date: " + b"9" * 5_000, "date zone": b"Date: Fri, 17 May 2024 10:00:00 +99999999", "date words": b"Date: (((((" * 2_000,
        "from": b"From: " + b'"' * 20_000, "groups": b"From: a:" + b"b@c," * 20_000 + b";", "folded": b"Subject: x" + b"\n y" * 60_000,
        "word": b"Subject: =?utf-8?b?" + b"A" * 100_000 + b"?=", "bad word": b"Subject: =?x-none?q?=ff=?=", "nested words": b"Subject: " + b"=?utf-8?q?=3D?=" * 5_000,
        "colon": b": : : :", "no colon": b"this is no header", "8bit": b"Subject: \xff\xfe\x80", "location": b"Content-Location: " + b"../" * 30_000,
    }.items():  # fmt: skip
        yield f"header {name}.eml", line + b"\n" + head + body
    nested = b""
    for _ in range(60):
        nested = head + b"Content-Type: message/rfc822\n\n" + nested
    yield "mail in mail.eml", nested
    attached = base64.encodebytes(package({"word/document.xml": bytes(12_000_000)}))
    part = b'--b\nContent-Type: application/zip; name="a.docx"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n'
    yield (
        "bombs attached.eml",
        head + b"Content-Type: multipart/mixed; boundary=b\n\n" + (part + attached + b"\n") * 20 + b"--b--",
    )
    name = b'--b\nContent-Disposition: attachment; filename="../../../../etc/cron.d/x\0.txt"\n\nThe two services agreed.\n'
    yield "attached with a path.eml", head + b"Content-Type: multipart/mixed; boundary=b\n\n" + name * 20
    related = b"--b\nContent-Type: text/html\nContent-Location: cid:x\n\n" + HEAD + SENTENCE * 4 + b"\n"
    yield "archive.mht", head + b"Content-Type: multipart/related; boundary=b\n\n" + related * 200
    yield "lines of kilobytes.eml", head + b"\n" + b"x" * 3_000_000


def _documents(_: str) -> Iterator[Named]:
    """Word and OpenDocument: sound packages with hostile text in them."""
    bodies = {
        "deep tables": "<w:tbl><w:tr><w:tc>" * 240, "deep runs": "<w:p>" + "<w:ins>" * 300, "deep sdt": "<w:sdt><w:sdtContent>" * 200,
        "many runs": "<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 60_000 + "</w:p>", "many breaks": "<w:p><w:r>" + "<w:br/>" * 100_000 + "</w:r></w:p>",
        "cells": "<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 60 + "</w:tr>") * 600 + "</w:tbl>",
        "spans": '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/><w:vMerge w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "notes": '<w:p><w:r><w:footnoteReference w:id="999"/><w:t>x</w:t></w:r></w:p>', "numbers": '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="x"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
        "symbols": '<w:p><w:r><w:sym w:font="x" w:char="FFFFFFFFFF"/><w:t>x</w:t></w:r></w:p>', "field": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 400,
        "hyperlink": '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>' * 400, "alternate": "<w:p><mc:AlternateContent/></w:p>",
        "long text": "<w:p><w:r><w:t>" + "x" * 12_000_000 + "</w:t></w:r></w:p>", "comments": "<w:p><w:r><w:commentReference/></w:r></w:p>",
        "empty paragraphs": "<w:p></w:p>" * 50_000, "style": '<w:p><w:pPr><w:pStyle w:val=""/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
    }  # fmt: skip
    for name, inside in bodies.items():
        yield f"{name}.docx", word(inside)
    styles = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 50}"/></w:style>' for n in range(50)
    )
    yield (
        "style loop.docx",
        word(
            "<w:p><w:pPr><w:pStyle w:val='s1'/></w:pPr></w:p>",
            {"word/styles.xml": f"<w:styles {W}>{styles}</w:styles>".encode()},
        ),
    )
    footnotes = f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>'
    yield (
        "note in itself.docx",
        word(
            '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
            {"word/footnotes.xml": footnotes.encode()},
        ),
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + '<Relationship Id="r1" Type="x" Target="../NULL"/>' * 3
        + "</Relationships>"
    )
    yield "relations.docx", word("<w:p/>", {"word/_rels/document.xml.rels": rels.encode()})
    yield (
        "no content types.docx",
        package({"word/document.xml": f"<w:document {W}><w:body/></w:document>".encode()}),
    )
    yield "not utf-8.docx", package({"word/document.xml": b'<?xml version="1.0" encoding="x-none"?><a/>'})
    for name, inside in {
        "deep": "<text:list><text:list-item>" * 3_000, "spaces": '<text:p>x<text:s text:c="2000000000"/>y</text:p>',
        "repeated": '<table:table><table:table-row table:number-rows-repeated="2000000000"><table:table-cell table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        "many": "<text:p>x</text:p>" * 50_000, "tabs": "<text:p>" + "<text:tab/>" * 100_000 + "</text:p>", "level": '<text:h text:outline-level="99999999999999">x</text:h>',
        "bad level": '<text:h text:outline-level="x">x</text:h>', "notes": "<text:p><text:note><text:note-body><text:p>" * 60,
    }.items():  # fmt: skip
        yield (
            f"text {name}.odt",
            odt(
                f"<office:document-content {ODF}><office:body><office:text>{inside}</office:text></office:body></office:document-content>"
            ),
        )


def _zips(_: str) -> Iterator[Named]:
    inner = package({"word/document.xml": bytes(5_000_000)})
    yield "zip in zip.docx", package({"word/document.xml": inner, "a.docx": inner})
    yield "only a zip.docx", package({"x.zip": inner})
    yield "long names.docx", package({"x" * 60_000: b"", "word/document.xml": b"<x/>"})
    yield (
        "absolute.docx",
        package({"/etc/passwd": b"x", "..\\..\\x": b"x", "C:\\x": b"x", "word/document.xml": b"<x/>"}),
    )
    yield (
        "bomb in a picture.docx",
        word("<w:p><w:r><w:t>They met.</w:t></w:r></w:p>", {"word/media/image1.png": bytes(20_000_000)}),
    )
    yield "bomb in numbering.docx", word("<w:p/>", {"word/numbering.xml": b" " * 9_000_000})
    yield (
        "bomb in comments.docx",
        word("<w:p/>", {"word/comments.xml": b"<w:comments>" + b"<w:comment/>" * 300_000}),
    )
    yield (
        "bomb in rels.docx",
        word("<w:p/>", {"word/_rels/document.xml.rels": b"<R>" + b"<Relationship/>" * 200_000}),
    )
    sound = bytearray(word("<w:p><w:r><w:t>They met.</w:t></w:r></w:p>"))
    for name, change in {
        "size": (22, 4),
        "compressed size": (18, 4),
        "method": (8, 2),
        "crc": (14, 4),
        "name length": (26, 2),
    }.items():
        damaged = bytearray(sound)
        damaged[change[0] : sum(change)] = b"\xff" * change[1]
        yield f"lies about its {name}.docx", bytes(damaged)
    end = bytes(sound).rfind(b"PK\x05\x06")
    for name, at, value in (
        ("entries", 10, b"\xff\xff"),
        ("directory", 16, b"\xff\xff\xff\x7f"),
        ("comment", 20, b"\xff\xff"),
    ):
        damaged = bytearray(sound)
        damaged[end + at : end + at + len(value)] = value
        yield f"lies about its {name}.docx", bytes(damaged)
    central = bytearray(sound)
    first = bytes(sound).find(b"PK\x01\x02")
    central[first + 24 : first + 28] = struct.pack("<I", 1)
    yield "says it is small.docx", bytes(central)
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), b"<x/>")
        archive.filelist.append(archive.filelist[0])
    yield "twice.docx", twice.getvalue()
    yield "behind a page.docx", HEAD + SENTENCE * 5 + bytes(sound)
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield f"method {method}.docx", package({"word/document.xml": bytes(12_000_000)}, method)


def _pdfs(_: str) -> Iterator[Named]:
    stream = zlib.compress(b"BT /F1 12 Tf (They met again.) Tj ET " * 200_000)
    bomb = zlib.compress(bytes(60_000_000), 1)
    for name, content in {
        "operations": stream, "bomb": bomb, "nested bomb": zlib.compress(bomb), "not packed": b"x", "empty": b"",
        "saves": zlib.compress(b"q " * 2_000_000), "numbers": zlib.compress(b"9" * 1_000_000), "arrays": zlib.compress(b"[" * 1_000_000),
        "text": zlib.compress(b"BT /F1 1 Tf " + b"(" + b"x" * 3_000_000 + b") Tj ET"),
    }.items():  # fmt: skip
        yield f"stream {name}.pdf", pdf(content)
    yield "self form.pdf", pdf(zlib.compress(b"/X Do " * 2_000), "/XObject<</X 4 0 R>>")
    yield "pages a million.pdf", pdf(zlib.compress(b"BT ET"), kids="3 0 R " * 100_000, count=100_000)
    yield "count lies.pdf", pdf(zlib.compress(b"BT ET"), count=2_000_000_000)
    yield "negative.pdf", pdf(zlib.compress(b"BT ET"), count=-5)
    yield (
        "huge page.pdf",
        pdf(
            zlib.compress(b"BT /F1 99999999 Tf 99999999 0 Td (x) Tj ET"),
            box="-999999999 -999999999 999999999 999999999",
        ),
    )
    yield "no page.pdf", pdf(b"", kids="99 0 R")
    yield "deep arrays.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * 100_000
    yield "deep dictionaries.pdf", b"%PDF-1.4\n1 0 obj" + b"<</A" * 100_000
    yield (
        "xref loop.pdf",
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
    )
    yield "xref far.pdf", b"%PDF-1.4\nxref\n0 999999999\ntrailer<</Size 999999999>>\nstartxref\n9\n%%EOF"
    yield "javascript.pdf", pdf(stream[:0], extra="/OpenAction<</S/JavaScript/JS(app.alert(1))>>")
    yield (
        "launch.pdf",
        pdf(b"", extra="/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</O<</S/URI/URI(http://127.0.0.1:9/)>>>>"),
    )
    yield "filters.pdf", pdf(zlib.compress(b"x"), filters="/FlateDecode " * 5_000)
    yield "jbig.pdf", pdf(b"\0" * 5_000, filters="/JBIG2Decode")
    yield "version.pdf", b"%PDF-99999999999.9\n" + b"x" * 5_000
    yield "late header.pdf", b"x" * 1_000 + pdf(zlib.compress(b"BT ET"))


def _rtfs(_: str) -> Iterator[Named]:
    for name, piece in {
        "huge numbers": b"\\u99999999999999999999?", "negative": b"\\u-99999999999999999999?", "long words": b"\\" + b"a" * 5_000,
        "bin": b"\\bin2000000000 x", "uc": b"\\uc2000000000 \\u1?", "fonts": b"{\\fonttbl{\\f1\\fcharset999 x;}}", "code page": b"\\ansicpg99999 \\'ff",
        "objects": b"{\\object{\\*\\objdata ffffffff}}", "tables": b"\\trowd\\cellx1\\intbl{\\cell}", "lists": b"{\\listtext\\tab}\\ls9999\\ilvl99999999 x\\par",
        "hex": b"\\'zz\\'f", "stars": b"{\\*", "line ends": b"\r\n\\\r\n", "tabs": b"\\tab", "outline": b"\\outlinelevel99999999999 x\\par",
    }.items():  # fmt: skip
        yield f"rtf {name}.rtf", b"{\\rtf1\\ansi Talks revived.\\par " + piece * (150_000 // len(piece) + 1)
    yield "rtf deep.rtf", b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}"
    yield "rtf of megabytes.rtf", b"{\\rtf1 " + b"They met again. " * 300_000 + b"}"
    yield "rtf nul.rtf", b"{\\rtf1 a\0b\0\\par\0}"


def _outlook(_: str) -> Iterator[Named]:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    yield "header alone.msg", header
    yield "header and nul.msg", header + bytes(4_000)
    yield "header and ff.msg", header + b"\xff" * 8_000
    mark = "__substg1.0_1000001F".encode("utf-16-le")
    for shift in (9, 12, 16, 31):
        fields = struct.pack("<16s5H6x9I", b"", 62, 3, 0xFFFE, shift, 6, 0, 1, 0, 0, 4096, 0, 0, 0xFFFFFFFE, 0)
        yield (
            f"sectors of 2^{shift}.msg",
            header + fields + struct.pack("<109I", *range(109)) + mark + bytes(9_000),
        )
    yield (
        "loop of sectors.msg",
        header
        + struct.pack("<16s5H6x9I", b"", 62, 3, 0xFFFE, 9, 6, 0, 1, 0, 0, 4096, 0, 1, 0, 1)
        + bytes(512)
        + mark
        + bytes(512),
    )


def _disguised(_: str) -> Iterator[Named]:
    """Files under a name that is not theirs, and names no file should have."""
    page = HEAD + SENTENCE * 5
    for suffix in ("pdf", "docx", "eml", "msg", "rtf", "odt", "json", "md", "briefing", "exe", "", "html.exe"):
        yield f"a page as.{suffix}", page
    for name in ("a\nb.txt", "a\tb.txt", "\u202etxt.exe", "a" * 200 + ".txt", "..", " ", "-", "--help", "%s%n", "{0}", "<b>.txt", "con.txt", "한글.txt", "a;rm -rf.txt", "\udc80.txt"):  # fmt: skip
        yield name, b"Talks revived\n\nBy AFP\n\nThe two services agreed to exchange cargo data each week.\n"
    for magic in (b"\x1f\x8b\x08", b"BZh9", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"\x7fELF", b"MZ", b"\xfd7zXZ", b"RIFF", b"OggS", b"ID3", b"SQLite format 3\0", b"<?php ", b"#!/bin/sh\n", b"\xca\xfe\xba\xbe", b"%!PS", b"wOFF", b"\0asm"):  # fmt: skip
        yield f"begins as {magic[:4].hex()}.html", magic + b"\0" * 40 + page
        yield f"is {magic[:4].hex()}.txt", magic + bytes(range(256)) * 20


_PICTURE = (
    '<w:p><w:r><w:t>They met.</w:t></w:r><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r1" r:embed="r1"/></w:drawing></w:r></w:p>'
)
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
_RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def package(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def word(inside: str, more: dict[str, bytes] | None = None) -> bytes:
    document = f"<w:document {W}><w:body>{inside}</w:body></w:document>".encode()
    return package(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document, **(more or {})}
    )


def odt(content: str | bytes) -> bytes:
    data = content.encode() if isinstance(content, str) else content
    return package({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": data})


def pdf(content: bytes, resources: str = "", *, kids: str = "3 0 R", count: int = 1, box: str = "0 0 600 800",
        filters: str = "/FlateDecode", extra: str = "") -> bytes:  # fmt: skip
    """A PDF of one page that draws `content`; whatever else is said of it may be a lie."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{extra}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>>>".encode(),
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length {len(content)}/Filter[{filters}]/Resources<<{resources}>>>>stream\n".encode()
        + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    made = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return made + b"trailer<</Root 1 0 R/Size 6>>"
