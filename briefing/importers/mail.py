"""Mail and web archives (.eml, .msg, .mht) to an Article: from the body, or from what is attached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import policy
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from msgspec import Struct
from msgspec.structs import replace

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.addresses import tidy_url
from briefing.importers.cleaning import clean, key, one_line
from briefing.importers.decode import decode
from briefing.importers.foreign import FAILURES, reading
from briefing.importers.outlets import is_publisher
from briefing.importers.plaintext import article_from_text
from briefing.importers.richtext import article_from_rtf
from briefing.importers.webpage import article_from_page
from briefing.model.article import Article, Finding

_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|回复|转发|답장|전달)\s*[:：]\s*)+", re.IGNORECASE)
_NUMBERED = re.compile(rb";\s*[\w-]{1,40}\*[^;\r\n]*")  # RFC 2231: name*0*=...
_LEAST_BODY_CHARS = 400  # a shorter body is a cover letter to what is attached
_MOST_SUBJECT_CHARS = 2_000
Reader = Callable[[bytes, str], Article]


class Letter(Struct, frozen=True):
    """What a mail holds: its head, its body as HTML, text and Rich Text, and its attachments."""

    subject: str = ""
    sender: str = ""
    sent: str = ""
    html: str = ""
    text: str = ""
    url: str = ""
    attached: tuple[tuple[str, bytes], ...] = ()
    rich: bytes = b""


def letter_in(data: bytes, name: str) -> Letter:
    """The letter in an .eml file or a web archive. Raises ImportFailed."""
    head_end = re.search(rb"\r?\n\r?\n", data[: limits.MOST_MAIL_HEADER_BYTES])
    if head_end is None:
        raise ImportFailed(name, "damaged", "no end of the mail's head")
    if data.count(b"\nContent-Type:") > limits.MOST_MAIL_PARTS:
        raise ImportFailed(name, "too-large", f"more than {limits.MOST_MAIL_PARTS} parts")
    return reading(name, lambda: _letter(data))


def _letter(data: bytes) -> Letter:
    """The letter; the library stumbles over parameters that are numbered wrongly, which are then left out."""
    parser = BytesParser(policy=policy.compat32)
    try:
        return _opened(parser.parsebytes(data))
    except FAILURES:
        return _opened(parser.parsebytes(_NUMBERED.sub(b"", data)))


def _opened(message: Message) -> Letter:
    html, text = "", ""
    attached: list[tuple[str, bytes]] = []
    for part in _parts(message):
        kind, disposition = part.get_content_type(), str(part.get("Content-Disposition") or "").lower()
        payload = _payload(part)
        if disposition.startswith("attachment") or kind not in ("text/html", "text/plain"):
            attached.append((_file_name(part), payload))
        elif kind == "text/html":
            html = html or _text_of(part, payload)
        else:
            text = text or _text_of(part, payload)
    location = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "")
    sender = parseaddr(_header(message, "From"))[0]
    return Letter(_header(message, "Subject"), sender, _sent(message), html, text, location, tuple(attached))


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold something, mail inside mail as one part."""
    stack = [message]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" or not isinstance(payload, list):
            yield part
        else:
            stack.extend(reversed([p for p in payload if isinstance(p, Message)]))


def _payload(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        return b"\n".join(_bytes_of(p) for p in inner if isinstance(p, Message))
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _bytes_of(message: Message) -> bytes:
    """A mail inside a mail; nothing where the library cannot write what it has read."""
    try:
        return message.as_bytes()
    except UnicodeError:
        return message.as_string().encode("utf-8", "surrogateescape")


def _text_of(part: Message, payload: bytes) -> str:
    decoded = decode(payload, part.get_content_charset("") or "")
    return decoded.text if decoded else ""


def _file_name(part: Message) -> str:
    return one_line(part.get_filename("") or "").replace("\\", "/").rsplit("/", 1)[-1]


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name) or "")[:_MOST_SUBJECT_CHARS]
    try:
        pieces = decode_header(raw)
    except FAILURES:
        return one_line(raw)
    return one_line("".join(_piece(text, charset) for text, charset in pieces))


def _piece(text: bytes | str, charset: str | None) -> str:
    if isinstance(text, str):
        return text
    decoded = decode(text, charset or "")
    return decoded.text if decoded else ""


def _sent(message: Message) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date"))).isoformat(timespec="minutes")
    except FAILURES:
        return ""


def article_from_letter(letter: Letter, name: str, read: Reader) -> Article:
    """The article in a letter's body, or, where that is only a cover letter, in what is attached to it."""
    body = _body(letter, name)
    size = sum(len(p) for p in body.paragraphs) if body else 0
    if size < _LEAST_BODY_CHARS:
        attached = _from_attachments(letter, read)
        if attached and sum(len(p) for p in attached.paragraphs) > size:
            return attached
    if body is None:
        raise ImportFailed(name, "no-article", "neither a body nor an attachment that can be read")
    return _with_head(body, letter)


def _body(letter: Letter, name: str) -> Article | None:
    if letter.html.strip():
        try:
            return article_from_page(letter.html, name)
        except ImportFailed:
            pass
    if letter.text.strip():
        return article_from_text(letter.text)
    return article_from_rtf(letter.rich, name) if letter.rich else None


def _from_attachments(letter: Letter, read: Reader) -> Article | None:
    found = []
    for file_name, data in letter.attached[: limits.MOST_MAIL_PARTS]:
        try:
            found.append(read(data, file_name))
        except ImportFailed:
            continue
    return max(found, key=lambda a: sum(len(p) for p in a.paragraphs), default=None)


def _with_head(article: Article, letter: Letter) -> Article:
    """The article with what only the letter's head says; a headline in the body goes before the subject."""
    subject = _REPLY.sub("", letter.subject)
    findings = list(article.findings)
    headline = article.headline
    if subject and (not headline or key(subject) in {key(b.text) for b in article.blocks}):
        headline = subject
        findings.append(Finding("headline", f"the mail's subject: {letter.subject}"))
    if not article.published and letter.sent:
        findings.append(Finding("published", f"the mail's date: {letter.sent}"))
    return replace(
        article,
        headline=headline,
        blocks=tuple(b for b in article.blocks if key(b.text) != key(headline)),
        published=article.published or letter.sent,
        publisher=article.publisher or (letter.sender if is_publisher(letter.sender) else ""),
        url=article.url or tidy_url(letter.url),
        findings=tuple(findings),
    )


def looks_like_mail(text: str) -> bool:
    """Whether a text begins with a mail's head: two header lines of those that mail has, and an empty line."""
    if text.startswith("<"):
        return False
    head = clean(text[:20_000]).partition("\n\n")[0]
    names = re.findall(r"^([A-Za-z][A-Za-z-]{1,40}):", head, re.MULTILINE)
    known = {n.lower() for n in names} & _HEADERS
    lines = [line for line in head.split("\n") if not line.startswith((" ", "\t"))]
    return len(known) >= 2 and len(names) == len(lines)


_HEADERS = frozenset(
    (
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "content-type",
        "delivered-to",
    )
)
