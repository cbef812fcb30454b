"""One imported source. Fixed after import: a correction is a new value with the same id.

Metadata names follow schema.org `NewsArticle`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace


class Extra(Mapping[str, object]):
    """Fields a newer version wrote, kept as they are. Can be compared, hashed and sent to another process."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self._values = dict(values or {})

    def __getitem__(self, key: str) -> object:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values))  # values may be lists; equal mappings have equal keys

    def __repr__(self) -> str:
        return f"Extra({self._values!r})"

    def __reduce__(self) -> tuple[type[Extra], tuple[dict[str, object]]]:
        return Extra, (self._values,)


NOTHING: Mapping[str, object] = Extra()


class Kind(StrEnum):
    """What a block of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE = "table"  # cells joined by tabs, rows by line feeds


class Status(StrEnum):
    """Whether a block belongs to the article."""

    BODY = "body"
    DOUBTFUL = "doubtful"  # probably; the reader is unsure and says so
    FURNITURE = "furniture"  # of the page, not of the article: kept, greyed, restorable


class Link(Struct, frozen=True, gc=False):
    """Characters `start` to `end` of a block lead to `url`."""

    start: int
    end: int
    url: str
    extra: Mapping[str, object] = NOTHING


class Block(Struct, frozen=True, gc=False):
    """One paragraph-like piece of an article. Its text holds no control characters but line feed and tab."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    status: Status = Status.BODY
    level: int = 0  # of a heading (from 1) or a list item (from 0)
    extra: Mapping[str, object] = NOTHING  # fields a newer version wrote
    links: tuple[Link, ...] = ()  # in order, none over another


class Finding(Struct, frozen=True, gc=False):
    """How one piece of metadata was found, e.g. ("published", "line 7: Published : Sept. 8, 2023")."""

    name: str
    how: str
    extra: Mapping[str, object] = NOTHING


class Article(Struct, frozen=True, gc=False):
    """An imported article.

    `published` and `updated` are ISO 8601 in local wall-clock time as printed, only as exact as the source:
    "2023-09-08", "2023-09-08T09:54" or, where the zone is given, "2023-09-08T09:54+09:00"; empty if unknown.
    `byline` names persons; `agency` the news agency or agencies.
    """

    id: str
    headline: str = ""
    blocks: tuple[Block, ...] = ()
    language: str = ""  # BCP 47: "en", "ko", "ja" ...
    publisher: str = ""
    byline: tuple[str, ...] = ()
    agency: str = ""
    dateline: str = ""  # the place, as printed
    published: str = ""
    updated: str = ""
    url: str = ""
    alternative_headline: str = ""
    section: str = ""
    marking: str = ""  # the protective marking the source itself bears
    findings: tuple[Finding, ...] = ()
    losses: tuple[str, ...] = ()  # what the reader could not keep, or suspects is missing
    sha256: str = ""  # of the bytes it was read from
    captured: str = ""  # when they were read, ISO 8601 with zone
    extra: Mapping[str, object] = NOTHING

    def in_body(self, index: int) -> bool:
        """Whether block `index` belongs to the article, surely or probably."""
        return self.blocks[index].status is not Status.FURNITURE

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The running text: body and doubtful blocks, captions and tables aside."""
        aside = (Kind.CAPTION, Kind.TABLE)
        return tuple(b.text for b in self.blocks if b.status is not Status.FURNITURE and b.kind not in aside)

    @property
    def captions(self) -> tuple[str, ...]:
        """Picture captions that belong to the article."""
        return tuple(b.text for b in self.blocks if b.status is not Status.FURNITURE and b.kind is Kind.CAPTION)


def day_of(iso: str) -> date | None:
    """The day an ISO 8601 date or date-time names; None if it names none."""
    try:
        return datetime.fromisoformat(iso).date()
    except ValueError:
        return None


def paragraph_number(article: Article, index: int) -> int:
    """The number of the paragraph at block `index` as a person counts: body blocks only, captions aside.

    A block that is not counted has the number of the paragraph before it (0 before the first).
    """
    counted = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)
    return sum(1 for b in article.blocks[: index + 1] if b.kind in counted and b.status is not Status.FURNITURE)


def paragraph_numbers(article: Article) -> tuple[int, ...]:
    """The paragraph's number at every block, counted once."""
    counted = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)
    counts = (int(b.kind in counted and b.status is not Status.FURNITURE) for b in article.blocks)
    return tuple(accumulate(counts))


def with_statuses(article: Article, indices: Iterable[int], status: Status) -> Article:
    """The article with those blocks restored to the body, or set aside."""
    blocks = list(article.blocks)
    for index in indices:
        blocks[index] = replace(blocks[index], status=status)
    return replace(article, blocks=tuple(blocks))
