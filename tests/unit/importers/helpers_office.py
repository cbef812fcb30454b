"""Small files of other programs' formats, made on the spot: PDF, OpenDocument, Outlook."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass

Text = tuple[float, float, float, str]  # left, baseline from the top, size, words
PAGE_HEIGHT = 842


def pdf(pages: list[list[Text]]) -> bytes:
    """A PDF with those words at those places, in Helvetica."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = "\n".join(_shown(text) for text in page)
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {PAGE_HEIGHT}] {fonts} "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _numbered(objects)


def _shown(text: Text) -> str:
    left, top, size, words = text
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {left} {PAGE_HEIGHT - top} Td ({escaped}) Tj ET"


def _numbered(objects: list[str]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    start = out.tell()
    rows = "".join(f"{p:010d} 00000 n \n" for p in places)
    size = len(objects) + 1
    out.write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R >>\n".encode())
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def odt(content: str) -> bytes:
    """An OpenDocument text with that inside its `office:text`."""
    names = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "text", "table", "style")
    )
    body = f"<office:body><office:text>{content}</office:text></office:body>"
    xml = f"<office:document-content {names}>{body}</office:document-content>"
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of those parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a compound file's directory."""

    name: str
    kind: int
    start: int
    size: int
    child: int = 0xFFFFFFFF
    right: int = 0xFFFFFFFF

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        head = name.ljust(64, b"\0") + struct.pack(
            "<HBBIII", len(name), self.kind, 1, 0xFFFFFFFF, self.right, self.child
        )
        return head + bytes(36) + struct.pack("<IQ", self.start, self.size)


def msg(streams: dict[str, bytes]) -> bytes:
    """An Outlook message (a compound file of one folder) with those streams."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = []
    last = len(streams)
    for number, (name, content) in enumerate(streams.items(), 1):
        data = content.ljust(4096, b"\0")  # a smaller one would go into a stream of small streams
        start = len(sectors)
        pieces = [data[i : i + 512].ljust(512, b"\0") for i in range(0, max(1, len(data)), 512)]
        sectors += pieces
        chain += [*range(start + 1, start + len(pieces)), 0xFFFFFFFE]
        entries.append(Entry(name, 2, start, len(data), right=number + 1 if number < last else 0xFFFFFFFF))
    root = Entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    directory = b"".join(e.packed() for e in (root, *entries))
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    at = len(sectors)
    count = len(directory) // 512
    chain += [*range(at + 1, at + count), 0xFFFFFFFE, 0xFFFFFFFD]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    assert len(fat) == 512
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIIII", 0, 1, at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, at + count)
    return head.ljust(512, b"\xff") + b"".join(sectors) + directory + fat
