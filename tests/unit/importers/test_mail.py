"""Mail and web archives: the article in the body, or in what is attached."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from email.message import EmailMessage
from types import ModuleType

import pytest

from briefing.errors import ImportFailed
from briefing.importers import read_article
from briefing.importers.outlook_rtf import unpacked
from briefing.model.article import Article

PARAGRAPHS = (
    "The customs services of Velmark and Castora held their first bilateral meeting in eight years.",
    "The two services agreed to exchange cargo data each week and to open a joint desk at the Sund crossing.",
    "Velmark plans similar talks with Ostrana, Pellia and the Marsh Islands before the end of the year.",
    "Trade between the neighbours fell by a third after 2016, when Castora closed two border posts.",
)
HTML = "<html><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>"


def mail(subject: str = "Fwd: Customs talks revived after eight years") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "The Castora Courier <news@courier.example>"
    made["To"] = "desk@customs.example"
    made["Subject"] = subject
    made["Date"] = "Fri, 17 May 2024 09:54:00 +0200"
    return made


def read(made: EmailMessage) -> Article:
    return read_article(made.as_bytes(), "mail.eml")


def test_the_body_as_text_is_the_article_and_the_subject_its_headline() -> None:
    made = mail()
    made.set_content("\n\n".join(PARAGRAPHS))
    article = read(made)
    assert (article.headline, article.paragraphs) == ("Customs talks revived after eight years", PARAGRAPHS)
    assert (article.publisher, article.published) == ("The Castora Courier", "2024-05-17T09:54+02:00")


def test_the_html_of_a_mail_goes_before_its_text() -> None:
    made = mail()
    made.set_content("Please view this mail in a browser.")
    made.add_alternative(HTML, subtype="html")
    assert read(made).paragraphs == PARAGRAPHS


def test_a_cover_letter_gives_way_to_what_is_attached() -> None:
    made = mail()
    made.set_content("See attached.")
    made.add_attachment(HTML.encode(), maintype="text", subtype="html", filename="../../article.html")
    assert read(made).paragraphs == PARAGRAPHS


def test_mail_attached_to_mail_is_opened() -> None:
    inner, made = mail("Customs talks revived"), mail()
    inner.set_content("\n\n".join(PARAGRAPHS))
    made.set_content("FYI")
    made.add_attachment(inner)
    assert read(made).paragraphs == PARAGRAPHS


@pytest.mark.parametrize("charset", ["euc-kr", "iso-2022-jp", "shift_jis"])
def test_old_charsets_in_head_and_body_are_read(charset: str) -> None:
    text = (
        "관세청은 십칠일 회의를 열었다고 밝혔다."
        if charset == "euc-kr"
        else "関税庁は十七日、会合を開いたと発表した。"
    )
    made = mail()
    made.replace_header("Subject", "x")
    made.set_content(text, charset=charset)
    assert text in read(made).paragraphs


def test_mail_nested_in_mail_without_end_stops() -> None:
    made = mail()
    made.set_content("innermost")
    for _ in range(9):
        outer = mail()
        outer.add_attachment(made)
        made = outer
    with pytest.raises(ImportFailed):
        read(made)


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/plain; name*",
        "Content-Type: text/plain; charset=no-such-thing",
        "Content-Type: multipart/mixed; boundary=",
        "Content-Transfer-Encoding: base64",
        f"Subject: {'(' * 10_000}",
        "Date: not a date at all",
    ],
)
def test_broken_heads_end_in_an_article_or_a_typed_failure(head: str) -> None:
    data = f"From: a@b.example\nTo: c@d.example\n{head}\n\n{PARAGRAPHS[0]}\n".encode()
    try:
        article = read_article(data)
    except ImportFailed as failed:
        article = None
        reason = failed.reason
        assert reason in ("damaged", "no-article", "empty")
    assert article is None or article.blocks


def test_a_web_archive_gives_its_page_and_its_address() -> None:
    head = "<head><title>Customs talks revived - The Castora Courier</title></head>"
    page = f"<html>{head}<body><article><h1>Customs talks revived</h1>{HTML[12:-14]}</article></body></html>"
    data = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://courier.example/talks?utm_source=x\n"
        "Subject: Customs talks revived\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b\nContent-Type: image/png\n"
        "Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )
    article = read_article(data.encode(), "page.mht")
    assert (article.headline, article.url) == ("Customs talks revived", "https://courier.example/talks")
    assert article.paragraphs == PARAGRAPHS


def test_an_outlook_message_gives_subject_date_and_body(office: ModuleType) -> None:
    ticks = (
        int((datetime(2024, 5, 17, 7, 54, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds())
        * 10_000_000
    )
    data = office.msg(
        {
            "__substg1.0_0037001F": "RE: Customs talks revived".encode("utf-16-le"),
            "__substg1.0_0C1A001F": "The Castora Courier".encode("utf-16-le"),
            "__substg1.0_1000001F": "\r\n\r\n".join(PARAGRAPHS).encode("utf-16-le"),
            "__properties_version1.0": bytes(32) + struct.pack("<IIQ", 0x00390040, 6, ticks),
        }
    )
    article = read_article(data, "mail.msg")
    assert (article.headline, article.published) == ("Customs talks revived", "2024-05-17T07:54+00:00")
    assert article.paragraphs == PARAGRAPHS


def literal(rtf: bytes) -> bytes:
    """Rich Text packed as Outlook does, without any repetition."""
    pieces = b"".join(b"\0" + rtf[i : i + 8] for i in range(0, len(rtf), 8))
    return struct.pack("<IIII", len(pieces) + 12, len(rtf), 0x75465A4C, 0) + pieces


RICH = (
    rb"{\rtf1\ansi The ports of Velmark reopened on Friday after nine days of talks.\par "
    rb"Ferries to Castora sailed at noon, the harbour office said in a statement.\par}"
)


@pytest.mark.parametrize(
    "stream", [literal(RICH), struct.pack("<IIII", len(RICH) + 12, len(RICH), 0x414C454D, 0) + RICH]
)
def test_an_outlook_mail_whose_body_is_rich_text_is_read(office: ModuleType, stream: bytes) -> None:
    subject = "Ports reopen".encode("utf-16-le")
    article = read_article(office.msg({"__substg1.0_0037001F": subject, "__substg1.0_10090102": stream}))
    assert article.headline == "Ports reopen"
    assert [p.split()[0] for p in article.paragraphs] == ["The", "Ferries"]


def test_repeated_stretches_are_filled_in_from_what_came_before() -> None:
    # the example of the format's own description: "{\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    packed = bytes.fromhex("1a0000001c0000004c5a4675e2d44b5141000420575859 5a0d6e7d010eb0".replace(" ", ""))
    assert unpacked(packed) == rb"{\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


@pytest.mark.parametrize("packed", [b"", b"LZFu", bytes(40), literal(RICH)[:30], b"\xff" * 200])
def test_a_damaged_rich_text_is_as_much_as_could_be_read(packed: bytes) -> None:
    assert RICH.startswith(unpacked(packed))


WELL = "\n\n".join(PARAGRAPHS).encode()


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/plain; name*0*=x''%ff; name*1=y; name*=z",
        b"Content-Type: text/plain; name*",
        b"Subject: =?utf-8?b?4?=",
        b"Subject: =?utf-8?b?" + b"4" * 999 + b"?=",
    ],
)
def test_a_head_the_library_stumbles_over_costs_no_article(head: bytes) -> None:
    article = read_article(b"From: a@b.example\nTo: c@d.example\n" + head + b"\n\n" + WELL, "x.eml")
    assert article.paragraphs == PARAGRAPHS


def test_a_mail_inside_a_mail_that_names_no_boundary_costs_nothing_else() -> None:
    inner = "Subject: x\nContent-Type: multipart/x\n\nGespräche\n".encode()
    outer = b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + WELL
    whole = outer + b"\n--b\nContent-Type: message/rfc822\n\n" + inner + b"--b--\n"
    assert read_article(whole, "x.eml").paragraphs == PARAGRAPHS
