"""Zip packages (.docx, .odt) opened with care: bounded, no DTD, no path ever leaves them."""

from __future__ import annotations

import io
import zipfile

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.foreign import reading

_ODT = b"application/vnd.oasis.opendocument.text"
_WORD = frozenset(("word/document.xml", "word/document2.xml"))


def package(data: bytes, name: str) -> zipfile.ZipFile:
    """The package, if what it unpacks to is bounded. Raises ImportFailed."""
    archive = reading(name, lambda: zipfile.ZipFile(io.BytesIO(data)))
    entries = archive.infolist()
    text_bytes = sum(e.file_size for e in entries if e.filename.endswith((".xml", ".rels")))
    if len(entries) > limits.MOST_PACKAGE_PARTS or text_bytes > limits.MOST_PACKAGE_BYTES:
        detail = f"{len(entries)} parts, {text_bytes} bytes of text; the limit is {limits.MOST_PACKAGE_BYTES}"
        raise ImportFailed(name, "too-large", detail)
    if any(e.flag_bits & 1 for e in entries):
        raise ImportFailed(name, "unsupported", "encrypted")
    return archive


def package_format(archive: zipfile.ZipFile) -> str:
    """The format, "docx" or "odt", or what else the package seems to be."""
    names = archive.namelist()
    if _WORD.intersection(names):
        return "docx"
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = archive.read("mimetype").strip()
        return "odt" if kind.startswith(_ODT) else kind.decode("ascii", "replace")
    return "zip of " + ", ".join(names[:3])


def part(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """One XML part of the package. Raises ImportFailed if it is damaged or brings entities of its own."""
    content = reading(name, lambda: archive.read(path))
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ImportFailed(name, "damaged", f"{path} declares entities")
    if content.count(b"<") > limits.MOST_PACKAGE_TAGS:
        detail = f"{content.count(b'<'):,} tags in {path}; at most {limits.MOST_PACKAGE_TAGS:,}"
        raise ImportFailed(name, "too-large", detail)
    if deepest(content) > limits.MOST_DEPTH:
        raise ImportFailed(name, "damaged", f"{path} is nested deeper than {limits.MOST_DEPTH}")
    return content


def deepest(content: bytes) -> int:
    """How deep the elements of an XML text are nested, counted without building anything."""
    depth, most = 0, 0
    for piece in content.split(b"<")[1:]:
        if piece.startswith(b"/"):
            depth -= 1
        elif not piece.startswith((b"?", b"!")) and b"/>" not in piece[: piece.find(b">") + 1]:
            depth += 1
            most = max(most, depth)
    return most
