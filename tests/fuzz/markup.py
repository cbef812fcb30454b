"""Damage to pages, to XML and to the packages that hold it: elements, attributes, members."""

# ruff: noqa: E501 - tables of damage, many on a line

from __future__ import annotations

import copy
import io
import json
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from lxml import etree, html

from tests.fuzz.damage import CANARY, TEXTS, any_json, bytes_mutant

TAGS = (
    "p",
    "div",
    "table",
    "td",
    "tr",
    "li",
    "ul",
    "svg",
    "math",
    "template",
    "select",
    "form",
    "iframe",
    "pre",
    "ruby",
    "h1",
    "article",
    "base",
)
ENTITIES = (
    f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{CANARY}">]>',
    f'<!DOCTYPE x SYSTEM "file://{CANARY}">',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>',
    "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 20}'>" for n in range(9)) + "]>",
)  # fmt: skip


def page_mutant(chance: Random, data: bytes) -> bytes:
    """A page's elements wrapped, doubled, renamed, emptied; then its bytes as markup nobody closes."""
    if chance.random() < 0.3 or not data.strip():
        return _loose_markup(chance, data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            root = html.document_fromstring(data)
        except (etree.LxmlError, ValueError):
            return _loose_markup(chance, data)
    _tree_changed(chance, root, TAGS)
    try:
        return bytes(
            html.tostring(root, encoding=chance.choice(("utf-8", "utf-8", "utf-16", "euc-kr", "ascii")))
        )
    except (etree.LxmlError, ValueError, RecursionError):
        return data


def _loose_markup(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    tag = chance.choice(TAGS)
    piece = chance.choice((
        f"<{tag}>" * chance.choice((3, 300, 30_000)), f"</{tag}>" * 3_000, f"<{tag} {chance.choice(TEXTS)}", f"<{tag} a='{chance.choice(TEXTS)}'>", "<!--", "-->",
        "<![CDATA[", "<?xml version='1.0' encoding='utf-16'?>", "&" * 9_000, "<" * 9_000, "<meta charset=utf-16>", "<plaintext>", "<noscript>", "<title>",
        '<script type="application/ld+json">' + json.dumps(any_json(chance)) + "</script>", chance.choice(ENTITIES), chance.choice(TEXTS),
    ))  # fmt: skip
    return data[:at] + piece.encode("utf-8", "surrogatepass") + data[at:]


def xml_mutant(chance: Random, data: bytes) -> bytes:
    """A part of a package: its elements changed, or its declaration."""
    if chance.random() < 0.12:
        body = re.sub(rb"^<\?xml[^>]*\?>", b"", data)
        named = f'<?xml version="1.0" encoding="{chance.choice(("utf-8", "utf-16", "utf-7", "x-none"))}"?>'
        return (named + chance.choice(ENTITIES)).encode() + body.replace(b"</", b"&e;</", 1)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True, no_network=True))
    except (etree.LxmlError, ValueError):
        return bytes_mutant(chance, data)
    names = [e.tag for e in root.iter(etree.Element)]
    _tree_changed(chance, root, tuple(str(n) for n in names))
    try:
        return bytes(etree.tostring(root))
    except (etree.LxmlError, ValueError, RecursionError):
        return data


def _tree_changed(chance: Random, root: etree._Element, tags: tuple[str, ...]) -> None:
    elements = list(root.iter(etree.Element))
    one, other = chance.choice(elements), chance.choice(elements)
    if one.getparent() is None:
        one = elements[-1]
    acts: tuple[Callable[[], object], ...] = (
        lambda: _doubled(one, chance.choice((1, 9, 400, 4_000))),
        lambda: _nested(one, other.tag, chance.choice((1, 30, 240, 600))),
        lambda: _removed(one),
        lambda: setattr(one, "tag", chance.choice(tags)),
        lambda: one.set(chance.choice([*one.attrib, "id"]), _fit(chance.choice(TEXTS))),
        lambda: [one.set(name, value) for name, value in other.attrib.items()],
        lambda: setattr(one, "text", _fit(chance.choice(TEXTS))),
        lambda: other.append(copy.deepcopy(one)) if len(one) < 20 else None,
    )
    chance.choice(acts)()


def _doubled(element: etree._Element, times: int) -> None:
    for _ in range(times if len(element) <= 20 and element.getparent() is not None else 1):
        element.append(copy.deepcopy(element)) if element.getparent() is None else element.addnext(
            copy.deepcopy(element)
        )


def _nested(element: etree._Element, tag: str, depth: int) -> None:
    inner = element
    for _ in range(depth):
        inner = etree.SubElement(inner, tag)


def _removed(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _fit(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", text)


def package_mutant(chance: Random, data: bytes) -> bytes:
    """A package's members changed, renamed, doubled, left out or lied about."""
    parts = _members(data)
    if not parts:
        return bytes_mutant(chance, data)
    at = chance.randrange(len(parts))
    name, body = parts[at]
    act = chance.choice((*[_part_changed] * 7, _part_renamed, _part_replaced))
    if chance.random() < 0.2:
        parts[at : at + 1] = chance.choice(([], [parts[at], (name, chance.choice(parts)[1])]))
    else:
        parts[at] = act(chance, name, body, data)
    return _lied_about(chance, _zipped(parts))


def _members(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(i.filename, archive.read(i)) for i in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, RuntimeError, EOFError, zlib.error):
        return []


def _part_changed(chance: Random, name: str, body: bytes, _: bytes) -> tuple[str, bytes]:
    return name, xml_mutant(chance, body) if body[:1] == b"<" else bytes_mutant(chance, body)


def _part_renamed(chance: Random, name: str, body: bytes, _: bytes) -> tuple[str, bytes]:
    return chance.choice(("../" + name, "/" + name, name.upper(), name + "\0x", "\\" + name, "x" * 9_000)), body


def _part_replaced(chance: Random, name: str, body: bytes, whole: bytes) -> tuple[str, bytes]:
    return name, chance.choice((b"", bytes(30_000_000), b"<x>" * 100_000, body * 2, whole))


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        warnings.simplefilter("ignore")
        for name, body in parts:
            archive.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _lied_about(chance: Random, data: bytes) -> bytes:
    if chance.random() < 0.85:
        return data
    made = bytearray(data)
    heads = [m.start() for m in re.finditer(b"PK\x01\x02", data)]
    at = chance.choice(heads or [0]) + chance.choice((8, 10, 16, 20, 24, 28, 30, 32, 42))
    made[at : at + 2] = chance.choice((b"\xff\xff", b"\0\0", b"\x01\0", b"\x63\0"))
    return bytes(made)
