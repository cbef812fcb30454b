"""The organisation's own Word file, opened: parts by name, safe to parse, written back without a clock."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterator
from itertools import count

from lxml import etree

from briefing import limits
from briefing.errors import FormInvalid
from briefing.exporters.forms.trees import remove
from briefing.exporters.word.parts import COMPRESSION_LEVEL, DOS, PACKAGE, ZIP_EPOCH

RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"
TYPES_PART = "[Content_Types].xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_TYPE = MAIN_TYPE.replace("document.main", "template.main")


class OwnFile:
    """The parts of a Word file. What is parsed through `tree` is written back; the rest stays byte for byte."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._trees: dict[str, etree._Element] = {}
        self._indexes: dict[str, tuple[dict[tuple[str, str], str], set[str]]] = {}

    def names(self) -> tuple[str, ...]:
        """Every part, in the file's order."""
        return tuple(self._parts)

    def tree(self, name: str) -> etree._Element:
        """A part's root element; what is changed in it is written."""
        if name not in self._trees:
            self._trees[name] = _parsed(name, self._parts[name])
        return self._trees[name]

    def raw(self, name: str) -> bytes:
        """A part as it was read."""
        return self._parts[name]

    def put(self, name: str, text: str, content_type: str) -> None:
        """Adds or replaces a part that is wholly ours."""
        self._parts[name] = text.encode("utf-8")
        self._trees.pop(name, None)
        self._declare(name, content_type)

    def keep_only(self, names: Collection[str]) -> None:
        """Drops every other part, and what the content types say of it."""
        kept = {*names, TYPES_PART}
        self._indexes.clear()
        self._parts = {name: part for name, part in self._parts.items() if name in kept}
        self._trees = {name: tree for name, tree in self._trees.items() if name in kept}
        for line in list(self.tree(TYPES_PART)):
            if line.get("PartName") and line.get("PartName", "")[1:] not in self._parts:
                remove(line)

    def main(self) -> str:
        """The name of the main part. Raises FormInvalid where there is none."""
        for name, content_type in self._overrides():
            if content_type in {MAIN_TYPE, TEMPLATE_TYPE} and name in self._parts:
                return name
        raise FormInvalid(reason="not-word")

    def become_document(self) -> None:
        """A .dotx becomes a .docx: one word in the content types."""
        for line in self.tree(TYPES_PART):
            if line.get("ContentType") == TEMPLATE_TYPE:
                line.set("ContentType", MAIN_TYPE)

    def related(self, source: str, kind: str) -> str:
        """The part of that kind that `source` leads to, or empty."""
        for line in self.relationships(source):
            if line.get("Type", "").endswith(f"/{kind}") and line.get("TargetMode") != "External":
                return self.target(source, line)
        return ""

    def target(self, source: str, line: etree._Element) -> str:
        """The name of the part that a relationship of `source` leads to."""
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), line.get("Target", "")))[1:]

    def relate(self, source: str, relationship_type: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship, new or already there."""
        known, taken = self._index(source)
        if (relationship_type, target) in known:
            return known[relationship_type, target]
        fresh = next(i for n in count(len(taken) + 1) if (i := f"rIdB{n}") not in taken)
        name = relationships_name(source)
        if name not in self._parts:
            self._parts[name] = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
        line = etree.SubElement(self.tree(name), RELATIONSHIP, Id=fresh, Type=relationship_type, Target=target)
        if external:
            line.set("TargetMode", "External")
        known[relationship_type, target] = fresh
        taken.add(fresh)
        return fresh

    def _index(self, source: str) -> tuple[dict[tuple[str, str], str], set[str]]:
        """The ids of a part's relationships by type and target, and all of them; a thousand links are many."""
        if source not in self._indexes:
            lines = [
                (x.get("Type", ""), x.get("Target", ""), x.get("Id", "")) for x in self.relationships(source)
            ]
            known = {(kind, target): identity for kind, target, identity in reversed(lines)}
            self._indexes[source] = known, {identity for _, _, identity in lines}
        return self._indexes[source]

    def data(self) -> bytes:
        """The file. The same parts give the same bytes."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self._parts, key=lambda n: (n != TYPES_PART, n != "_rels/.rels")):
                entry = zipfile.ZipInfo(name, ZIP_EPOCH)
                entry.create_system, entry.compress_type = DOS, zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._written(name), compresslevel=COMPRESSION_LEVEL)
        return target.getvalue()

    def _written(self, name: str) -> bytes:
        if name not in self._trees:
            return self._parts[name]
        return etree.tostring(self._trees[name], encoding="UTF-8", xml_declaration=True, standalone=True)

    def relationships(self, source: str) -> tuple[etree._Element, ...]:
        """The relationships of a part; with an empty name, of the whole file."""
        name = relationships_name(source)
        return tuple(self.tree(name).iter(RELATIONSHIP)) if name in self._parts else ()

    def _overrides(self) -> Iterator[tuple[str, str]]:
        for line in self.tree(TYPES_PART):
            yield line.get("PartName", "")[1:], line.get("ContentType", "")

    def _declare(self, name: str, content_type: str) -> None:
        types = self.tree(TYPES_PART)
        for line in types:
            if line.get("PartName") == f"/{name}":
                line.set("ContentType", content_type)
                return
        override = f"{{{PACKAGE}/content-types}}Override"
        etree.SubElement(types, override, PartName=f"/{name}", ContentType=content_type)


def relationships_name(source: str) -> str:
    """The part that holds the relationships of `source`."""
    folder, file = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def opened(data: bytes) -> OwnFile:
    """The organisation's file. Raises FormInvalid: not-word, damaged, too-large, macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            unpacked = sum(entry.file_size for entry in entries)
            if len(entries) > limits.MOST_FORM_PARTS or unpacked > limits.MOST_FORM_BYTES:
                raise FormInvalid(reason="too-large")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise FormInvalid(reason="damaged") from error
    return _checked(OwnFile(parts))


def _checked(file: OwnFile) -> OwnFile:
    if TYPES_PART not in file.names():
        raise FormInvalid(reason="not-word")
    macros = tuple(name for name in file.names() if name.lower().endswith(("vbaproject.bin", "vbadata.xml")))
    if not macros and b"macroEnabled" in file.raw(TYPES_PART):
        macros = (TYPES_PART,)
    if macros:
        raise FormInvalid(reason="macros", names=macros)
    file.main()
    return file


def _parsed(name: str, content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content or "<!DOCTYPE".encode("utf-16-le") in content:
        raise FormInvalid(reason="damaged", names=(name,))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FormInvalid(reason="damaged", names=(name,)) from error
