"""Rich Text as Outlook packs it into a mail ([MS-OXRTFCP]): with a dictionary that begins with common RTF."""

from __future__ import annotations

import struct

from briefing import limits

_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
    b"{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_HEAD = struct.Struct("<III")  # packed size, size, kind; a checksum behind them is not needed
_HEAD_BYTES = 16
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D  # "LZFu", "MELA"
_DICTIONARY_BYTES = 4096


def unpacked(data: bytes) -> bytes:
    """The Rich Text in that stream; empty if it is none."""
    if len(data) < _HEAD_BYTES:
        return b""
    packed, size, kind = _HEAD.unpack_from(data)
    size = min(size, limits.MOST_RTF_BYTES)
    content = data[_HEAD_BYTES : packed + 4]
    if kind == _PLAIN:
        return content[:size]
    return _expanded(content, size) if kind == _PACKED else b""


def _expanded(content: bytes, size: int) -> bytes:
    made = bytearray(_START)
    at, most = 0, size + len(_START)
    while at < len(content) and len(made) < most:
        flags, at = content[at], at + 1
        for bit in range(8):
            if flags >> bit & 1:
                if at + 2 > len(content) or not _copied(made, content[at], content[at + 1]):
                    return bytes(made[len(_START) : most])
                at += 2
            elif at < len(content):
                made.append(content[at])
                at += 1
    return bytes(made[len(_START) : most])


def _copied(made: bytearray, high: int, low: int) -> bool:
    """Whether the two bytes name an earlier stretch, which is then repeated; else they end the text."""
    offset, length = high << 4 | low >> 4, (low & 15) + 2
    back = (len(made) - offset) % _DICTIONARY_BYTES
    if back == 0 or back > len(made):
        return False
    for _ in range(length):
        made.append(made[-back])
    return True
