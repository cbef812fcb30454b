"""The readable XML parts of resources/word/, filled in, and the package they make."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import Template

from msgspec import Struct

from briefing import resources
from briefing.exporters.text import escaped

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the clock of the machine stays out of the file
COMPRESSION_LEVEL = 6
DOS = 0  # as Office writes it; the default differs by system

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BETWEEN_TAGS = re.compile(r"(?<=[>}])\s+(?=[<$])")


class Relationship(Struct, frozen=True):
    """One line of a .rels part."""

    id: str
    kind: str  # last word of the relationship type
    target: str
    external: bool = False
    base: str = OFFICE

    def xml(self) -> str:
        """The line itself."""
        mode = ' TargetMode="External"' if self.external else ""
        kind, target = f"{self.base}/{self.kind}", escaped(self.target)
        return f'<Relationship Id="{self.id}" Type="{kind}" Target="{target}"{mode}/>'


class Part(Struct, frozen=True):
    """A part of the package: where it lies, what it is and what it says."""

    name: str
    content_type: str
    xml: str
    relationships: tuple[Relationship, ...] = ()


class Links:
    """The external addresses of one part, each with one relationship however often it is used."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id_of(self, address: str) -> str:
        """The relationship id for `address`."""
        return self._ids.setdefault(address, f"rIdLink{len(self._ids) + 1}")

    def relationships(self) -> tuple[Relationship, ...]:
        """All of them, in order of first use."""
        return tuple(Relationship(i, "hyperlink", address, external=True) for address, i in self._ids.items())


@lru_cache(maxsize=32)
def _template(name: str) -> Template:
    text = resources.text("word", name)
    return Template(_BETWEEN_TAGS.sub("", text.strip()).replace("?><", "?>\n<", 1))


def filled(name: str, values: Mapping[str, str] | None = None) -> str:
    """The shipped part `name` with its ${marks} replaced; a mark without a value raises KeyError."""
    return _template(name).substitute(values or {})


def package(parts: Iterable[Part], roots: Iterable[Relationship]) -> bytes:
    """The .docx: the same parts give the same bytes."""
    parts = tuple(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION_LEVEL) as archive:
        _write(archive, "[Content_Types].xml", _content_types(parts))
        _write(archive, "_rels/.rels", _relationships(roots))
        for part in parts:
            _write(archive, part.name, part.xml)
            if part.relationships:
                folder, _, file = part.name.rpartition("/")
                _write(archive, f"{folder}/_rels/{file}.rels", _relationships(part.relationships))
    return target.getvalue()


def _write(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, ZIP_EPOCH)
    entry.create_system = DOS
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text.encode("utf-8"), compresslevel=COMPRESSION_LEVEL)


def _content_types(parts: tuple[Part, ...]) -> str:
    overrides = "".join(f'<Override PartName="/{p.name}" ContentType="{p.content_type}"/>' for p in parts)
    return (
        f'{_HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(relationships: Iterable[Relationship]) -> str:
    lines = "".join(r.xml() for r in relationships)
    return f'{_HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
