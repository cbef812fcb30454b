"""From plain values back to a note: every field's type is checked, what we do not know is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from msgspec import Struct

from briefing.model.anchor import Anchor
from briefing.model.article import NOTHING, Article, Block, Extra, Finding, Kind, Link, Status
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.tree import MIN_READER, UNKNOWN_KIND, UNKNOWN_STATUS, VERSION

T = TypeVar("T")

DEEPEST_LEVEL = 9  # of headings, lists and points; deeper ones are shown at this level
LARGEST_NUMBER = 2**53  # where other readers of JSON stop counting exactly


@dataclass
class Wrong(Exception):
    """A value is not what it must be; `place` leads to it: articles[2].blocks[0].text."""

    place: str
    expected: str
    found: str

    def within(self, step: str) -> Wrong:
        """The same, seen from one level further out."""
        joint = "." if self.place and not self.place.startswith("[") else ""
        return Wrong(f"{step}{joint}{self.place}", self.expected, self.found)

    def __str__(self) -> str:
        return f"{self.place}: expected {self.expected}, found {self.found}"


_NAMES = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a number",
    float: "a number",
    bool: "true or false",
}


def _found(value: object) -> str:
    return _NAMES.get(type(value), "nothing")


class Reader(Struct, frozen=True):
    """Typed access to one object of the file. A missing field has its default; a wrong one raises Wrong."""

    values: Mapping[str, object]

    def text(self, key: str, default: str | None = "") -> str:
        """A text; with default None it must be there."""
        value = self.values.get(key, default)
        if type(value) is str:
            return value
        raise Wrong(key, "a text", _found(value))

    def number(self, key: str, most: int = LARGEST_NUMBER) -> int:
        """A whole number, drawn into 0 to `most`."""
        value = self.values.get(key, 0)
        if type(value) is int:
            return min(max(value, 0), most)
        raise Wrong(key, "a whole number", _found(value))

    def sequence(self, key: str) -> list[object]:
        """A list, empty if missing."""
        value = self.values.get(key, [])
        if isinstance(value, list):
            return value
        raise Wrong(key, "a list", _found(value))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        values = tuple(v for v in self.sequence(key) if isinstance(v, str))
        if len(values) == len(self.sequence(key)):
            return values
        raise Wrong(key, "a list of texts", "something else in it")

    def one(self, key: str, read: Callable[[Reader], T]) -> T:
        """The object under `key`, read by `read`."""
        try:
            return read(reader_of(self.values.get(key)))
        except Wrong as wrong:
            raise wrong.within(key) from None

    def all(self, key: str, read: Callable[[Reader], T]) -> tuple[T, ...]:
        """Every object of the list under `key`, each read by `read`."""
        items: list[T] = []
        try:
            for value in self.sequence(key):
                items.append(read(reader_of(value)))  # noqa: PERF401 - the count tells where it went wrong
        except Wrong as wrong:
            raise (wrong if wrong.place == key else wrong.within(f"{key}[{len(items)}]")) from None
        return tuple(items)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """An object of texts, as pairs in its order."""
        try:
            inner = reader_of(self.values.get(key, {}))
            return tuple((name, inner.text(name)) for name in inner.values)
        except Wrong as wrong:
            raise wrong.within(key) from None

    def rest(self, known: frozenset[str]) -> Mapping[str, object]:
        """What the file holds beside the known fields."""
        if self.values.keys() <= known:
            return NOTHING
        return Extra({k: v for k, v in self.values.items() if k not in known})


def reader_of(value: object) -> Reader:
    """A reader of that value. Raises Wrong if it is no object."""
    if isinstance(value, dict):
        return Reader(value)
    raise Wrong(place="", expected="an object", found=_found(value))


def _known(kind: type[Struct]) -> frozenset[str]:
    return frozenset(kind.__struct_fields__) - {"extra"}


_NOTE = _known(Note) | {"format", "version", "min_reader", "revision"}
_TEMPLATE = _known(TemplateCopy)
_ARTICLE = _known(Article)
_FINDING = _known(Finding)
_BLOCK = _known(Block)
_LINK = _known(Link)
_POINT = _known(Point)
_ANCHOR = _known(Anchor)
_KINDS = {kind.value: kind for kind in Kind}
_STATUSES = {status.value: status for status in Status}


def read_note(r: Reader) -> Note:
    """The note; raises Wrong with the place of the first value that is not what it must be."""
    return Note(
        id=r.text("id", None),
        template=r.one("template", read_template),
        title=r.text("title"),
        articles=r.all("articles", read_article),
        points=r.all("points", read_point),
        fields=r.pairs("fields"),
        summary=r.text("summary"),
        marking=r.text("marking"),
        dismissed=r.all("dismissed", read_anchor),
        created=r.text("created"),
        extra=_note_extra(r),
    )


def _note_extra(r: Reader) -> Mapping[str, object]:
    """The unknown fields, and the version of a file newer than we are, which is written back."""
    if r.number("version") <= VERSION:
        return r.rest(_NOTE)
    newer = {"version": r.number("version"), "min_reader": max(r.number("min_reader"), MIN_READER)}
    return Extra({**newer, **r.rest(_NOTE)})


def read_template(r: Reader) -> TemplateCopy:
    """The note's own copy of its template."""
    return TemplateCopy(r.text("name", None), r.text("source", None), r.text("taken"), r.rest(_TEMPLATE))


def read_article(r: Reader) -> Article:
    """One source."""
    return Article(
        id=r.text("id", None),
        headline=r.text("headline"),
        blocks=r.all("blocks", read_block),
        language=r.text("language"),
        publisher=r.text("publisher"),
        byline=r.texts("byline"),
        agency=r.text("agency"),
        dateline=r.text("dateline"),
        published=r.text("published"),
        updated=r.text("updated"),
        url=r.text("url"),
        alternative_headline=r.text("alternative_headline"),
        section=r.text("section"),
        marking=r.text("marking"),
        findings=r.all("findings", read_finding),
        losses=r.texts("losses"),
        sha256=r.text("sha256"),
        captured=r.text("captured"),
        extra=r.rest(_ARTICLE),
    )


def read_finding(r: Reader) -> Finding:
    """How one piece of metadata was found."""
    return Finding(r.text("name"), r.text("how"), r.rest(_FINDING))


def read_block(r: Reader) -> Block:
    """One block; a kind or status we do not know is shown as the nearest, and kept."""
    kind, status = r.text("kind", "paragraph"), r.text("status", "body")
    known = _BLOCK - {k for k, v, vs in (("kind", kind, _KINDS), ("status", status, _STATUSES)) if v not in vs}
    return Block(
        text=r.text("text", None),
        kind=_KINDS.get(kind, UNKNOWN_KIND),
        status=_STATUSES.get(status, UNKNOWN_STATUS),
        level=r.number("level", DEEPEST_LEVEL),
        extra=r.rest(known),
        links=r.all("links", read_link),
    )


def read_link(r: Reader) -> Link:
    """Where words of a block lead."""
    return Link(r.number("start"), r.number("end"), r.text("url"), r.rest(_LINK))


def read_point(r: Reader) -> Point:
    """One line of the note."""
    return Point(
        id=r.text("id", None),
        tag=r.text("tag", None),
        wording=r.text("wording", None),
        evidence=r.all("evidence", read_anchor),
        comment=r.text("comment"),
        owner=r.text("owner"),
        due=r.text("due"),
        level=r.number("level", DEEPEST_LEVEL),
        kept=r.texts("kept"),
        extra=r.rest(_POINT),
    )


def read_anchor(r: Reader) -> Anchor:
    """Where a quote stands."""
    return Anchor(
        article=r.text("article", None),
        block=r.number("block"),
        start=r.number("start"),
        end=r.number("end"),
        quote=r.text("quote", None),
        prefix=r.text("prefix"),
        suffix=r.text("suffix"),
        extra=r.rest(_ANCHOR),
    )
