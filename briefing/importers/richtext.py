"""Rich Text Format to an Article: paragraphs, headings, lists and tables; pictures and objects skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.cleaning import one_line
from briefing.importers.plaintext import article_from_blocks
from briefing.model.article import Article, Block, Kind

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.IGNORECASE,
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr "
    b"footerf fldinst themedata colorschememapping datastore xmlnstbl listtable listoverridetable rsidtbl "
    b"generator latentstyles pgptbl annotation atnid atnauthor revtbl bkmkstart bkmkend listtext pntext "
    b"nonshppict".split()
)
_BREAKS = frozenset((b"par", b"sect", b"page", b"row", b"footnote"))
_SIGNS = {
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"tab": "\t", b"line": " ", b"cell": "\t", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_CODE_PAGES = {
    0: "cp1252",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    204: "cp1251",
    238: "cp1250",
}
_FONT = re.compile(rb"\\f(\d+)[^{};]*?\\fcharset(\d+)")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")


class _State(Struct, frozen=True):
    skip: bool = False
    unicode_skip: int = 1
    encoding: str = "cp1252"


class _Reader(Struct):
    """Where the reading stands: open groups, the paragraph so far, and what kind it is."""

    encoding: str
    fonts: dict[int, str]
    state: _State
    stack: list[_State] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)  # bytes not yet decoded
    text: list[str] = field(default_factory=list)
    heading: int = 0
    item: bool = False
    row: bool = False
    to_skip: int = 0  # characters that stand in for a \u before them


def article_from_rtf(data: bytes, name: str) -> Article:
    """The article in a Rich Text file. Raises ImportFailed."""
    if len(data) > limits.MOST_RTF_BYTES:
        raise ImportFailed(name, "too-large", f"{len(data)} bytes, the limit is {limits.MOST_RTF_BYTES}")
    blocks = tuple(_joined_rows(_blocks(data)))
    if not blocks:
        raise ImportFailed(name, "no-article", "no text in the document")
    return article_from_blocks(blocks, whole=True)


def _blocks(data: bytes) -> Iterator[Block]:
    page = _CODE_PAGE.search(data[:2_000])
    encoding = f"cp{page[1].decode()}" if page else "cp1252"
    fonts = {int(f[1]): _CODE_PAGES.get(int(f[2]), encoding) for f in _FONT.finditer(data[:100_000])}
    reader = _Reader(encoding, fonts, _State(encoding=encoding))
    for token in _TOKEN.finditer(data):
        word, number, code, sign, brace, text = token.groups()
        if word is not None:
            yield from _word(reader, word.lower(), int(number) if number else None)
        elif brace:
            _brace(reader, brace)
        elif not reader.state.skip:
            _letters(reader, code, sign, text)
        elif sign == b"*":
            pass
    yield from _ended(reader)


def _brace(reader: _Reader, brace: bytes) -> None:
    _flush(reader)
    if brace == b"{":
        reader.stack.append(reader.state)
    elif reader.stack:
        reader.state = reader.stack.pop()


def _letters(reader: _Reader, code: bytes | None, sign: bytes | None, text: bytes | None) -> None:
    if sign == b"*":
        reader.state = replace(reader.state, skip=True)
        return
    piece = bytes([int(code, 16)]) if code else {b"~": b" ", b"_": b"-"}.get(sign, b"") if sign else text or b""
    if sign in (b"\\", b"{", b"}"):
        piece = sign
    used = min(reader.to_skip, len(piece))
    reader.to_skip -= used
    reader.raw += piece[used:]


def _word(reader: _Reader, word: bytes, number: int | None) -> Iterator[Block]:
    if word in _SKIPPED:
        reader.state = replace(reader.state, skip=True)
    if reader.state.skip:
        return
    if word == b"u" and number is not None:
        _flush(reader)
        reader.text.append(chr(number % 0x10000))
        reader.to_skip = reader.state.unicode_skip
    elif word == b"uc":
        reader.state = replace(reader.state, unicode_skip=max(0, min(number or 0, 8)))
    elif word == b"f" and number is not None:
        _flush(reader)
        reader.state = replace(reader.state, encoding=reader.fonts.get(number, reader.encoding))
    elif word in _SIGNS:
        _flush(reader)
        reader.text.append(_SIGNS[word])
    else:
        yield from _structure(reader, word, number)


def _structure(reader: _Reader, word: bytes, number: int | None) -> Iterator[Block]:
    if word == b"pard":
        reader.heading, reader.item, reader.row = 0, False, False
    elif word == b"outlinelevel" and number is not None:
        reader.heading = number + 1 if 0 <= number < 9 else 0
    elif word in (b"ls", b"pnlvlblt", b"pnlvlbody"):
        reader.item = True
    elif word == b"intbl":
        reader.row = True
    elif word in _BREAKS and not (reader.row and word == b"par"):
        yield from _ended(reader)


def _flush(reader: _Reader) -> None:
    if reader.raw:
        try:
            reader.text.append(bytes(reader.raw).decode(reader.state.encoding, "replace"))
        except LookupError:
            reader.text.append(bytes(reader.raw).decode("cp1252", "replace"))
        reader.raw.clear()


def _ended(reader: _Reader) -> Iterator[Block]:
    _flush(reader)
    text = "".join(reader.text)
    reader.text.clear()
    if reader.row:
        cells = [one_line(c) for c in text.rstrip("\t").split("\t")]
        yield from ([Block("\t".join(cells), Kind.TABLE)] if any(cells) else [])
        return
    line = one_line(text)
    kind = Kind.HEADING if reader.heading else Kind.LIST_ITEM if reader.item else Kind.PARAGRAPH
    if line:
        yield Block(line, kind, level=reader.heading)


def _joined_rows(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with neighbouring rows of a table in one."""
    rows: list[str] = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            rows.append(block.text)
            continue
        if rows:
            yield Block("\n".join(rows), Kind.TABLE)
            rows = []
        yield block
    if rows:
        yield Block("\n".join(rows), Kind.TABLE)
