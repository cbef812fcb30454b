"""What parent and child say to each other: a small JSON head and a body, each of known length.

Nothing is unpickled. What the child says is measured before it is read and checked before it is believed.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Mapping

_LENGTHS = struct.Struct(">II")
MOST_HEAD_BYTES = 64 * 1024
_PIECE_BYTES = 1 << 20

Head = Mapping[str, object]


class Garbled(Exception):
    """The other side ended in the middle of a sentence, or says what it should not."""


def send(handle: int, head: Head, body: bytes = b"") -> None:
    """Writes one message. Raises OSError if nobody reads."""
    text = json.dumps(head).encode("ascii")
    for piece in (_LENGTHS.pack(len(text), len(body)) + text, body):
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(handle, rest[:_PIECE_BYTES]) :]


def receive(handle: int, most_bytes: int) -> tuple[Head, bytes]:
    """The next message. Raises Garbled where there is none, or one that is too long."""
    head_size, body_size = _LENGTHS.unpack(_exactly(handle, _LENGTHS.size))
    if head_size > MOST_HEAD_BYTES or body_size > most_bytes:
        message = "too long"
        raise Garbled(message)
    try:
        head = json.loads(_exactly(handle, head_size))
    except (ValueError, RecursionError) as fault:
        message = "no JSON"
        raise Garbled(message) from fault
    if not isinstance(head, dict):
        message = "no head"
        raise Garbled(message)
    return head, _exactly(handle, body_size)


def _exactly(handle: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = os.read(handle, min(_PIECE_BYTES, size - len(data)))
        if not piece:
            message = "ended early"
            raise Garbled(message)
        data += piece
    return bytes(data)
