"""Hostile files of every format, made on the spot: nested, endless, broken, mislabelled, truncated, mutated."""

from __future__ import annotations

import random
from collections.abc import Iterator
from types import ModuleType

HEAD = b"<!doctype html><html><head><title>x</title></head><body>"
SENTENCE = b"<p>The two services agreed to exchange cargo data each week and to open a joint desk.</p>"
Named = tuple[str, bytes]


def everything(office: ModuleType) -> list[Named]:
    """At least two hundred files, each with a name; the same ones on each run."""
    sound = dict(sound_files(office))
    made = [*pages(), *texts(), *mails(), *packages(office), *pdfs(office), *rtfs()]
    for name, data in sound.items():
        made += [*truncated(name, data), *mutated(name, data), (f"{name} under another name.pdf", data)]
    return made


def sound_files(office: ModuleType) -> Iterator[Named]:
    yield "page.html", HEAD + SENTENCE * 8 + b"</body></html>"
    yield "story.md", b"# Talks\n\nBy Ilsa Marten\n\n- a joint desk\n\n" + SENTENCE[3:-4] * 4
    yield "paste.txt", b"The Courier\n\nTalks revived again\n\nBy AFP\n\nMay 17, 2024\n\n" + SENTENCE[3:-4] * 4
    yield "story.odt", office.odt("<text:h>Talks</text:h><text:p>They met again on the day.</text:p>")
    yield (
        "story.pdf",
        office.pdf([[(60, 90, 22, "Talks revived"), (60, 140, 11, "They met again on the day.")]]),
    )
    yield "story.rtf", rb"{\rtf1\ansi\outlinelevel0 Talks\par\pard They met again on the day.\par}"
    yield "mail.eml", b"From: a@b.example\nTo: c@d.example\nSubject: Talks\n\nThey met again on the day.\n"
    yield "mail.msg", office.msg({"__substg1.0_1000001F": "They met again on the day.".encode("utf-16-le")})
    yield "article.json", b'{"headline": "Talks", "blocks": [{"kind": "quote", "text": "x", "status": "body"}]}'


def pages() -> Iterator[Named]:
    nested = (
        "div",
        "b",
        "table",
        "ul",
        "blockquote",
        "svg",
        "math",
        "font",
        "p",
        "a",
        "select",
        "template",
        "iframe",
    )
    for tag in nested:
        for depth in (255, 2_000, 100_000):
            opened = f"<{tag}>".encode() * depth
            yield f"{depth} nested {tag}.html", HEAD + opened + SENTENCE * 4
    for name, piece in {
        "open tags": b"<a ", "open comments": b"<!--", "marked sections": b"<![", "numbers": b"&#1;",
        "surrogates": b"&#xD83C;",
        "attributes": b"<p a=", "scripts": b"<script>",
        "json": b'<script type="application/ld+json">[[', "nul": b"\0",
        "entities": b"&lt;", "doctypes": b"<!DOCTYPE x [<!ENTITY", "quotes": b"<p title='",
        "ends": b"</div>", "styles": b"<style>",
    }.items():  # fmt: skip
        yield f"many {name}.html", HEAD + piece * 30_000 + SENTENCE * 4
    entity = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&e;</p>'
    )
    yield "external entity.html", entity + SENTENCE * 4
    deep = b'<script type="application/ld+json">' + b'{"@graph":[' * 5_000 + b"</script>"
    yield "deep json.html", HEAD + deep + SENTENCE * 4
    for label in (
        b"utf-7",
        b"no-such",
        b"utf-16",
        b"idna",
        b"punycode",
        b"zlib",
        b"rot13",
        b"undefined",
        b"mbcs",
    ):
        yield f"label {label.decode()}.html", b'<meta charset="' + label + b'">' + SENTENCE * 4 + b"\xff\xfe"


def texts() -> Iterator[Named]:
    for name, piece in {
        "nul": "\0", "surrogate": "\ud800", "bidi": "\u202e", "joiners": "\u200d", "accents": "\u0301",
        "jamo": "\u1100", "spaces": "\u3000",
        "quotes": "“", "brackets": "([{（【", "commas": "A, B and ", "dates": "2024-05-17 ",
        "credits": "(Photo) ", "colons": "a:\n",
        "mail": "a@b.", "tabs": "a\tb\t", "dashes": "— ", "bullets": "• \n", "halves": "ab",
        "digits": "1", "by": "By ", "years": "2024 ",
    }.items():  # fmt: skip
        yield f"many {name}.txt", (piece * 20_000).encode("utf-8", "surrogatepass")
        yield (
            f"a line of many {name}.txt",
            ("Talks revived\n\n" + piece * 300 + "\n\nThey met.").encode("utf-8", "surrogatepass"),
        )


def mails() -> Iterator[Named]:
    head = b"From: a@b.example\nTo: c@d.example\n"
    yield "bad parameter.eml", head + b"Content-Type: text/plain; name*\n\nx"
    yield "encoded words.eml", head + b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx"
    yield "brackets.eml", head + b"Subject: " + b"(" * 10_000 + b"\n\nx"
    yield "from brackets.eml", b"To: a@b.example\nFrom: " + b"(" * 10_000 + b"\n\nx"
    yield (
        "many parts.eml",
        head
        + b"Content-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: text/plain\n\nx\n" * 20_000,
    )
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(200))
    yield "nested parts.eml", head + nest
    yield "base64.eml", head + b"Content-Transfer-Encoding: base64\n\n" + b"!" * 5_000
    yield "charset.eml", head + b"Content-Type: text/plain; charset=zlib\n\nx"


def packages(office: ModuleType) -> Iterator[Named]:
    yield "bomb.docx", office.package({"word/document.xml": bytes(60_000_000)})
    entity = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    space = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    for name, xml in {
        "entity": entity, "empty": b"", "not xml": b"<", "deep": space + b"<w:p>" * 50_000,
        "paragraphs": space + b"<w:p/>" * 60_000,
        "span": space + b'<w:tbl><w:tr><w:tc><w:gridSpan w:val="200000000"/></w:tc></w:tr></w:tbl>',
        "no body": b"<x/>", "text": b"hello",
    }.items():  # fmt: skip
        yield f"{name}.docx", office.package({"word/document.xml": xml})
        yield (
            f"{name}.odt",
            office.package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml}),
        )
    yield "parts.docx", office.package({"word/document.xml": b"<x/>", **{f"p{i}": b"" for i in range(6_000)}})
    yield "up.docx", office.package({"../../word/document.xml": b"<x/>", "word/document.xml": b"<x/>"})
    yield "no mimetype.odt", office.package({"content.xml": b"<x/>"})


def pdfs(office: ModuleType) -> Iterator[Named]:
    yield "header only.pdf", b"%PDF-1.4\n"
    yield (
        "loop.pdf",
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
            b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>"
        ),
    )
    yield (
        "encrypted.pdf",
        office.pdf([[(60, 90, 22, "x")]]).replace(b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2>>/Root"),
    )
    yield "pages.pdf", office.pdf([[(60, 90, 11, "They met again.")]] * 900)
    yield "pieces.pdf", office.pdf([[(60 + n % 50, 90 + n % 700, 9, "a b") for n in range(30_000)]])


def rtfs() -> Iterator[Named]:
    for name, piece in {
        "groups": b"{", "ends": b"}", "words": rb"\b", "codes": rb"\'e9", "unicode": rb"\u-10179?",
        "skips": rb"\uc8\u1", "pictures": b"{\\pict ",
        "rows": rb"\intbl a\cell\row", "surrogates": rb"\u55357?", "binary": rb"\bin99999 ",
        "pars": rb"\par ",
    }.items():  # fmt: skip
        yield f"many {name}.rtf", b"{\\rtf1 Talks revived again.\\par " + piece * 20_000


def truncated(name: str, data: bytes) -> Iterator[Named]:
    for share in (1, 3, 5, 7, 9):
        yield f"{share} tenths of {name}", data[: len(data) * share // 10]


def mutated(name: str, data: bytes) -> Iterator[Named]:
    chance = random.Random(name)  # noqa: S311 - the same damage on each run
    for number in range(6):
        changed = bytearray(data)
        for _ in range(1 + len(data) // 60):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield f"damage {number} of {name}", bytes(changed)
