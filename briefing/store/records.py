"""Records of a journal: one line each, led by a checksum and the length, so that a torn tail is seen."""

from __future__ import annotations

import re
import zlib

from msgspec import Struct

_LEAD = re.compile(rb"([0-9a-f]{8}) (\d{1,10}) ")


class Records(Struct, frozen=True):
    """The whole records from the start of a log, and whether something that is none stands behind them."""

    payloads: tuple[bytes, ...]
    torn: bool


def record(payload: bytes) -> bytes:
    """One record as it stands in the file. The payload holds no line feed."""
    return b"%08x %d %b\n" % (zlib.crc32(payload), len(payload), payload)


def records_in(data: bytes) -> Records:
    """Every record up to the first that is not whole."""
    payloads: list[bytes] = []
    at = 0
    while at < len(data):
        payload, after = _record_at(data, at)
        if payload is None:
            return Records(tuple(payloads), torn=True)
        payloads.append(payload)
        at = after
    return Records(tuple(payloads), torn=False)


def _record_at(data: bytes, at: int) -> tuple[bytes | None, int]:
    lead = _LEAD.match(data, at)
    if lead is None:
        return None, at
    end = lead.end() + int(lead[2])
    payload = data[lead.end() : end]
    if data[end : end + 1] != b"\n" or zlib.crc32(payload) != int(lead[1], 16):
        return None, at
    return payload, end + 1
