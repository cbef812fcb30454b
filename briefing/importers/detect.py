"""Which format the bytes are in: by what they hold; the name decides only between kinds of text."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"RIFF", "riff"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\x7fELF", "elf"),
    (b"MZ", "exe"),
    (b"ID3", "mp3"),
    (b"\0\0\0", "mp4"),
)
PACKAGES = frozenset(("pdf", "rtf", "zip", "ole"))
_TEXT_LIKE = frozenset((b"BM", b"MZ", b"BZh", b"ID3", b"RIFF", b"GIF8"))  # letters: only with zero bytes behind
_REACH_BYTES = 1_024
_REACH_CHARS = 4_096
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|article|main)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:p|div|h[1-6]|span|ul|ol|table|blockquote|figure|br|a\s+href|section)\b[^<>]*>", re.IGNORECASE
)
_MARKDOWN_NAMES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S.*|[^\n]+\n(?:={4,}|-{4,})[ \t]*|.*\[[^\]\n]{1,200}\]\((?:https?:|/"
    r"|#)[^)\n]*\).*|.*\*\*[^*\n]{1,200}\*\*.*)$",
    re.MULTILINE,
)
_LEAST_MARKDOWN_SIGNS = 2


def binary_format(data: bytes) -> str:
    """The format of bytes that are no text ("pdf", "zip", "png" ...); empty if they may be text."""
    head = data[:_REACH_BYTES]
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic not in _TEXT_LIKE or b"\0" in head):
            return name
    return "pdf" if b"%PDF-" in head and b"<" not in head[: head.find(b"%PDF-")] else ""


def text_format(text: str, name: str) -> str:
    """The format of a text: "html", "json", "markdown" or "text"."""
    start = text.lstrip("\ufeff \t\r\n")[:_REACH_CHARS]
    if start.startswith(("{", "[")) and _is_json(text):
        return "json"
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    if _is_page(start, text):
        return "html"
    if suffix in _MARKDOWN_NAMES:
        return "markdown"
    return "markdown" if suffix != ".txt" and _looks_like_markdown(start) else "text"


def _is_json(text: str) -> bool:
    if '"blocks"' in text and '"headline"' in text:
        return True
    if not text.rstrip().endswith(("}", "]")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_page(start: str, text: str) -> bool:
    if start.startswith("<") and _PAGE.search(start):
        return True
    tags = len(_FRAGMENT.findall(text[:50_000]))
    return tags >= 3 or (tags >= 1 and start.startswith("<"))


def _looks_like_markdown(start: str) -> bool:
    heading = re.match(r"#{1,2} \S[^\n]*\n", start)
    front = re.match(r"---\n(?:[\w-]+:[^\n]*\n)+---\n", start)
    return bool(heading or front) or len(_MARKDOWN.findall(start)) > _LEAST_MARKDOWN_SIGNS
