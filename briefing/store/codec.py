"""A note as the bytes of a .briefing file, and back: one readable UTF-8 JSON file, in a fixed order."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from typing import NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing import limits
from briefing.cleaning import legal
from briefing.errors import NoteUnreadable
from briefing.model.note import Note
from briefing.store.migrations import migrated
from briefing.store.reading import Wrong, read_note, reader_of
from briefing.store.repair import repaired
from briefing.store.tree import FORMAT, VERSION, Tree, article_tree, note_tree, point_tree

T = TypeVar("T")


_BOM = b"\xef\xbb\xbf"
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNFIT = re.compile(  # what JSON can say and a text may not hold, raw or escaped
    r"\\u(?:[dD][89a-fA-F]|00[0189][0-9a-fA-F]|007[fF]|202[89]|[fF]{3}[eEfF])|\\[bfr]|[\x7f-\x9f\u2028\u2029\ufffe\uffff]"
)
_HEAD_BYTES = 4096
_REVISION = re.compile(rb'^ "revision": (\d{1,15}),?$', re.MULTILINE)


class Decoded(Struct, frozen=True):
    """A note with what its file says beside it. `repairs` are keys of what had to be put right."""

    note: Note
    revision: int
    version: int
    repairs: tuple[str, ...] = ()

    @property
    def newer(self) -> bool:
        """Whether a newer version of the program wrote the file."""
        return self.version > VERSION


class Parts:
    """The sources and points of a note as they were written last, so that a save encodes what changed only.

    Values are frozen: one that is still the same object still has the same bytes. `data` and `sha256` are of
    the whole file that was saved last.
    """

    def __init__(self) -> None:
        self.data = b""
        self.sha256 = ""
        self._last: dict[int, tuple[object, bytes]] = {}

    def written(self, note: Note) -> tuple[list[bytes], list[bytes]]:
        """Every source and every point of the note, as it stands in its list in the file."""
        articles = self._these(note.articles, article_tree)
        points = self._these(note.points, point_tree)
        self._last = {id(pair[0]): pair for pair in (*articles, *points)}
        return [data for _, data in articles], [data for _, data in points]

    def _these(self, items: tuple[T, ...], tree_of: Callable[[T], Tree]) -> list[tuple[object, bytes]]:
        """Each with its bytes. What stands in `_last` is alive: nothing else can have its id."""
        known = self._last
        return [known.get(id(i)) or (i, rendered(tree_of(i)).replace(b"\n", b"\n  ")) for i in items]


def encode(note: Note, revision: int = 0, parts: Parts | None = None) -> bytes:
    """The file's bytes. Never fails: a lone surrogate, which no file can hold, becomes U+FFFD.

    `parts` remembers what was encoded for the next time.
    """
    articles, points = (parts or Parts()).written(note)
    data = rendered(note_tree(replace(note, articles=(), points=()), revision))
    head, middle, tail = _cut(data)
    return b"".join((head, *_listed(articles), middle, *_listed(points), tail, b"\n"))


def _cut(data: bytes) -> list[bytes]:
    """The file before, between and behind its two empty lists.

    No text can look like the place: in JSON, line feeds are escaped.
    """
    before, name, rest = data.partition(b'\n "articles": []')
    middle, other, behind = rest.partition(b'\n "points": []')
    return [before + name[:-2], middle + other[:-2], behind]


def _listed(items: list[bytes]) -> list[bytes]:
    """A list at the first level, in pieces."""
    if not items:
        return [b"[]"]
    pieces = [b",\n  "] * (2 * len(items) - 1)
    pieces[::2] = items
    return [b"[\n  ", *pieces, b"\n ]"]


def rendered(value: object) -> bytes:
    """Any tree of plain values as readable JSON."""
    import msgspec  # noqa: PLC0415 - heavy: loaded when first needed

    return msgspec.json.format(compact(value), indent=1)


def compact(value: object) -> bytes:
    """Any tree of plain values as JSON in one line."""
    import msgspec  # noqa: PLC0415 - heavy: loaded when first needed

    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(without_surrogates(value))


def decode(data: bytes, name: str) -> Note:
    """The note in those bytes. Raises NoteUnreadable."""
    return decode_whole(data, name).note


def decode_whole(data: bytes, name: str) -> Decoded:
    """The note with revision, version and repairs. Raises NoteUnreadable about `name`."""
    tree, repairs = _tree(data, name)
    decoded = _decoded(tree, name)
    return replace(decoded, repairs=(*repairs, *decoded.repairs))


def note_of(tree: Tree, name: str) -> Note:
    """The note in a tree that was read already. Raises NoteUnreadable."""
    return _decoded(tree, name).note


def _decoded(tree: Tree, name: str) -> Decoded:
    version = _version(tree, name)
    try:
        reader = reader_of(migrated(tree, version, max(version, VERSION)))
        note, repairs = repaired(read_note(reader))
        return Decoded(note, reader.number("revision"), version, repairs)
    except Wrong as wrong:
        raise NoteUnreadable(name, "damaged", str(wrong)) from None


def revision_in(data: bytes) -> int:
    """The revision the head of a file names, without reading the rest; 0 if it names none."""
    found = _REVISION.search(data[:_HEAD_BYTES])
    return int(found[1]) if found else 0


def _tree(data: bytes, name: str) -> tuple[Tree, tuple[str, ...]]:
    if len(data) > limits.MOST_NOTE_BYTES:
        raise NoteUnreadable(name, "too-large", f"{len(data):,} bytes; at most {limits.MOST_NOTE_BYTES:,}")
    values = data.count(b",") + data.count(b"[") + data.count(b"{")
    if values > limits.MOST_NOTE_VALUES:  # a byte of them takes a hundred of memory
        raise NoteUnreadable(name, "too-large", f"{values:,} values; at most {limits.MOST_NOTE_VALUES:,}")
    tree, cleaned = parsed(data, name)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise NoteUnreadable(name, "not-a-note", "no format: briefing-note")
    return tree, ("characters",) if cleaned else ()


def parsed(data: bytes, name: str) -> tuple[object, bool]:
    """The plain values in JSON bytes, and whether any character had to be replaced. Raises NoteUnreadable."""
    if not data.strip(b"\0 \t\r\n"):
        raise NoteUnreadable(name, "damaged", "empty" if not data.strip() else "only NUL bytes")
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
        value = _loads(text)
    except (ValueError, RecursionError) as error:
        reason = "damaged" if FORMAT.encode() in data[:_HEAD_BYTES] else "not-a-note"
        raise NoteUnreadable(name, reason, f"{type(error).__name__}: {error}") from None
    if not _UNFIT.search(text):
        return value, False
    clean = _legal(value)
    return clean, clean != value


def _loads(text: str) -> object:
    value: object = json.loads(
        text, object_pairs_hook=_object, parse_constant=_refused_constant, parse_float=_finite
    )
    if _deeper_than(value, limits.MOST_NOTE_DEPTH):
        message = f"more than {limits.MOST_NOTE_DEPTH} levels deep"
        raise ValueError(message)
    return value


def _object(pairs: list[tuple[str, object]]) -> Tree:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        message = "a field stands twice"
        raise ValueError(message)
    return tree


def _refused_constant(word: str) -> NoReturn:
    message = f"{word} is no number"
    raise ValueError(message)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        message = "a number out of range"
        raise ValueError(message)
    return number


def _deeper_than(value: object, levels: int) -> bool:
    level: list[object] = [value]
    for _ in range(levels):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [v for v in value.values() if isinstance(v, dict | list)]
    if isinstance(value, list):
        return [v for v in value if isinstance(v, dict | list)]
    return ()


def _legal(value: object) -> object:
    """The same plain values, each character that none may hold replaced one for one: no offset moves."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, dict):
        return {legal(k): _legal(v) for k, v in value.items()}
    return [_legal(v) for v in value] if isinstance(value, list) else value


def without_surrogates(value: object) -> object:
    """The same plain values, every lone surrogate replaced by U+FFFD: no offset moves."""
    if isinstance(value, str):
        return _SURROGATE.sub("�", value)
    if isinstance(value, dict):
        return {_SURROGATE.sub("�", k): without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [without_surrogates(v) for v in value]
    return value


def _version(tree: Tree, name: str) -> int:
    version, needs = tree.get("version"), tree.get("min_reader", 1)
    if type(version) is not int or type(needs) is not int or not 1 <= version <= MOST_VERSIONS:
        raise NoteUnreadable(name, "damaged", "version: expected a whole number from 1")
    if version > VERSION and needs > VERSION:
        raise NoteUnreadable(
            name, "newer", f"version {version}, needs a reader of {needs}, this one reads {VERSION}"
        )
    return version


MOST_VERSIONS = 10_000
