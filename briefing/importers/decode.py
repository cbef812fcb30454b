"""Bytes to text: by mark, by escape, by strictness, by label, by likelihood, in that order."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from briefing.importers.likely import likeliest

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_JAPANESE_MAIL = re.compile(rb"\x1b(\$[@B]|\(J|\$\(D)")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_WIDER = {  # the label a page wears -> what its maker's computer wrote
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949",
    "x-windows-949": "cp949", "uhc": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
    "x-gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254", "x-euc-jp": "euc_jp",
    "iso-8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
_NOT_OF_PAGES = frozenset(
    ("utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs")
)
_LABEL_REACH_BYTES = 4_096
_SAMPLE_BYTES = 200_000
_MOST_BAD_SHARE = 0.02  # of the non-ASCII bytes, for text that is almost UTF-8
_MOST_CONTROL_SHARE = 0.01
_LEAST_WIDE_BYTES = 4
_LEAST_READABLE = 0.97  # of the letters of UTF-16 without a mark
_READABLE = re.compile(
    "[\\t\\n\\r\x20-\x7e\xa0-\u024f\u0370-\u052f\u0590-\u06ff\u2010-\u203b\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]"
)
_WIDE_RUN = re.compile("[\u2e80-\ud7a3\uf900-\ufaff\uff00-\uffef]+")
_SPECKLE = re.compile("(?<=[A-Za-z])[\u2e80-\ud7a3\uf900-\ufaff\uff61-\uff9f](?![\u2e80-\ud7a3])")
_NO_CONTROLS = bytes((*b"\t\n\x0b\x0c\r\x1b\x1a\x1e", *range(32, 256)))


class Decoded(Struct, frozen=True):
    """The text, the encoding it was in, and how that was known."""

    text: str
    encoding: str
    how: str


def decode(data: bytes, label: str = "") -> Decoded | None:
    """The text of `data`; None if it is not text. `label` is a declared charset from outside, if any."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding, "byte order mark")
    binary = _is_binary(data)
    wide = _unmarked_utf16(data) if binary or b"\0" in data[:_SAMPLE_BYTES] else None
    if binary or wide:
        return wide
    return (
        _by_escapes(data) or _strictly(data, "utf-8", "valid UTF-8") or _by_label(data, label) or _guessed(data)
    )


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16, either way round, if the letters say so."""
    sample = data[: min(_SAMPLE_BYTES, len(data)) // 2 * 2]
    if len(sample) < _LEAST_WIDE_BYTES:
        return None
    shares = {encoding: _readable_share(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] < _LEAST_READABLE:
        return None
    return Decoded(data.decode(best, "replace"), best, "letters of UTF-16")


def _readable_share(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    return len(_READABLE.findall(text)) / len(text)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample.translate(None, _NO_CONTROLS))
    return controls > _MOST_CONTROL_SHARE * len(sample) + 1


def _by_escapes(data: bytes) -> Decoded | None:
    if not _JAPANESE_MAIL.search(data):
        return None
    return _strictly(data, "iso2022_jp_ext", "ISO-2022-JP escapes") or Decoded(
        data.decode("iso2022_jp_ext", "replace"), "iso2022_jp_ext", "ISO-2022-JP escapes, damaged"
    )


def _strictly(data: bytes, encoding: str, how: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding, how)
    except (UnicodeError, LookupError):
        return None


def _by_label(data: bytes, label: str) -> Decoded | None:
    almost = _almost_utf8(data)
    if almost:
        return almost
    found = _DECLARED.search(data[:_LABEL_REACH_BYTES])
    for name in (label, found[1].decode("ascii") if found else ""):
        encoding = _WIDER.get(name.strip().lower(), name.strip().lower())
        trusted = bool(name) and encoding not in _NOT_OF_PAGES
        read = _strictly(data, encoding, f"declared {name}") if trusted else None
        likely = likeliest(data[:_SAMPLE_BYTES]) if read else ""
        if read and (likely in ("", encoding) or (likely == "cp1252" and not _is_speckled(read.text))):
            return read
    return None


def _is_speckled(text: str) -> bool:
    """Whether the wide letters stand alone behind Latin ones: a western text read as an eastern one."""
    runs = _WIDE_RUN.findall(text[:_SAMPLE_BYTES])
    return len(_SPECKLE.findall(text[:_SAMPLE_BYTES])) > 0.5 * len(runs)


def _almost_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken characters, told by the share of its non-ASCII bytes that fit."""
    high = sum(1 for b in data[:_SAMPLE_BYTES] if b >= 0x80)
    text = data[:_SAMPLE_BYTES].decode("utf-8", "replace")
    if text.count("\ufffd") > _MOST_BAD_SHARE * high + 1 or high < 20:
        return None
    return Decoded(data.decode("utf-8", "replace"), "utf-8", "UTF-8 with broken characters")


def _guessed(data: bytes) -> Decoded:
    name = likeliest(data[:_SAMPLE_BYTES])
    if name:
        return Decoded(data.decode(name, "replace"), name, "likeliest by its letters")
    wide = _unmarked_utf16(data)
    if wide:
        return wide
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy: loaded when first needed

    best = from_bytes(data[:20_000]).best()
    encoding = best.encoding if best else "cp1252"
    return Decoded(data.decode(encoding, "replace"), encoding, "guessed")
