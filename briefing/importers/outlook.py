"""Outlook's .msg files to a Letter."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefing.importers.cleaning import one_line
from briefing.importers.decode import decode
from briefing.importers.foreign import reading
from briefing.importers.mail import Letter
from briefing.importers.outlook_rtf import unpacked

if TYPE_CHECKING:
    from olefile import OleFileIO

MARK = "__substg1.0_".encode("utf-16-le")  # a stream's name, in the clear in every .msg
_SUBJECT, _SENDER, _BODY, _RICH, _HTML = "0037", "0C1A", "1000", "1009", "1013"
_FILE_NAME, _FILE_DATA = ("3707", "3704"), "3701"
_SENT_TAGS = (0x00390040, 0x0E060040)  # client submit time, delivery time
_MOST_ATTACHED = 50
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def letter_in_msg(data: bytes, name: str) -> Letter:
    """The letter in an Outlook message. Raises ImportFailed."""
    return reading(name, lambda: _letter(data))


def _letter(data: bytes) -> Letter:
    import olefile  # noqa: PLC0415 - heavy: loaded when first needed

    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        html = decode(_stream(ole, f"__substg1.0_{_HTML}0102"))
        return Letter(
            subject=one_line(_text(ole, "", _SUBJECT)),
            sender=one_line(_text(ole, "", _SENDER)),
            sent=_sent(ole),
            html=(html.text if html else "") or _text(ole, "", _HTML),
            text=_text(ole, "", _BODY),
            rich=unpacked(_stream(ole, f"__substg1.0_{_RICH}0102")),
            attached=tuple(_attached(ole)),
        )


def _stream(ole: OleFileIO, path: str) -> bytes:
    return bytes(ole.openstream(path).read()) if ole.exists(path) else b""


def _text(ole: OleFileIO, folder: str, tag: str) -> str:
    wide = _stream(ole, f"{folder}__substg1.0_{tag}001F")
    if wide:
        return wide.decode("utf-16-le", "replace")
    narrow = decode(_stream(ole, f"{folder}__substg1.0_{tag}001E"))
    return narrow.text if narrow else ""


def _sent(ole: OleFileIO) -> str:
    properties = _stream(ole, "__properties_version1.0")
    for at in range(32, len(properties) - 15, 16):
        tag, _, ticks = struct.unpack_from("<IIQ", properties, at)
        if tag in _SENT_TAGS and ticks:
            return (_EPOCH + timedelta(microseconds=ticks // 10)).isoformat(timespec="minutes")
    return ""


def _attached(ole: OleFileIO) -> list[tuple[str, bytes]]:
    folders = sorted({entry[0] for entry in ole.listdir() if entry[0].startswith("__attach_version1.0_")})
    found = []
    for folder in folders[:_MOST_ATTACHED]:
        names = (_text(ole, f"{folder}/", tag) for tag in _FILE_NAME)
        data = _stream(ole, f"{folder}/__substg1.0_{_FILE_DATA}0102")
        found.append((next((one_line(n) for n in names if n), ""), data))
    return found
