"""What each line of a pasted page is, judged by the line alone."""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec import Struct

from briefing.importers.bylines import NOBODY, Byline, byline_in, is_full_name, without_role
from briefing.importers.captions import is_caption, may_be_caption
from briefing.importers.eastern import name_before_date
from briefing.importers.language import is_east_asian
from briefing.importers.lexicon import is_end_mark, is_page_line, is_section, is_tail_mark
from briefing.importers.lines import Line, bullet_end, ends_sentence
from briefing.importers.outlets import is_publisher, joined_agencies, named_as_source
from briefing.importers.timestamps import Stamp, stamps_in
from briefing.model.article import Kind


class Label(Enum):
    """The part a line plays on a page."""

    COPY = auto()
    PAGE = auto()
    END = auto()
    TAIL = auto()
    DATE = auto()
    BYLINE = auto()
    SITE = auto()
    SECTION = auto()
    CAPTION = auto()
    MAY_BE_CAPTION = auto()
    SENTENCE = auto()
    ITEM = auto()
    QUOTE = auto()
    ROW = auto()
    SHORT = auto()
    HEADING = auto()
    ASIDE = auto()


class Labelled(Struct, frozen=True):
    """A line with its part, and what was read from it on the way."""

    line: Line
    label: Label
    stamps: tuple[Stamp, ...] = ()
    byline: Byline = NOBODY

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


_GIVEN = {
    Kind.LIST_ITEM: Label.ITEM,
    Kind.QUOTE: Label.QUOTE,
    Kind.CAPTION: Label.CAPTION,
    Kind.TABLE: Label.ROW,
}
_MOST_DATE_LINE_CHARS = 160
_MOST_DATE_LINE_WORDS = 14  # beside the dates themselves and what stands in brackets
_LEAST_CAPTION_WORDS = 6
_WIDE_COMMA = re.compile("[，、；]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_PIECES = re.compile(r"\s*[|·•∣]\s*|\s[-–—]\s")
_HAS_YEAR = re.compile(
    r"(?:19|20)\d\d|(?:令和|平成|民[國国])\s?[元\d]|\d[./-]\d{1,2}[./-]\d\d\b|日期\s?[:：]\s?1[01]\d\D"
)
_NAMES_A_DAY = re.compile(
    "(?:19|20)\\d\\d年\\d+月\\d+日(?!来源|來源|发|發|更新|配信|公開|掲載|星期|周|週|\\S{0,3}曜)[\u4e00-\u9fff]{6,}"
)
_CLOCK_ONLY = re.compile(
    r"(?i)(?:published |posted |updated )?\(?(?:(?:오전|오후|午前|午後|上午|下午)\s?)?[0-2]?\d(?:[:.h][0-5]\d"
    r"|\s?[시時](?:\s?[0-5]?\d\s?[분分])?)(?:\s?[ap]\.?m\.?)?(?:\s?(?:uhr|[A-Z]{2,4}))?\)?"
)
_RELATIVE = re.compile(
    r"(?i)(?:.{0,40}\b(?:published|posted|updated|modified)\b.{0,20})?\s*(?:\d+|an?)\s(?:minutes?"
    r"|mins?|hours?|hrs?|days?|weeks?)\sago.{0,40}|(?:il y a|vor|hace)\s\d+\s\w+|\d+\s?(?:분|시간"
    r"|일)\s?전|\d+\s?(?:分|時間|日)前"
)


def labelled(lines: tuple[Line, ...], language: str) -> tuple[Labelled, ...]:
    """Each line with its part."""
    return tuple(_labelled(line, language) for line in lines)


def _labelled(line: Line, language: str) -> Labelled:
    text = line.text
    if line.copy:
        return Labelled(line, Label.COPY)
    if line.kind is not Kind.PARAGRAPH:
        return Labelled(line, _given(line))
    if line.doubled:
        return Labelled(line, Label.CAPTION)
    if is_end_mark(text):
        return Labelled(line, Label.END)
    dated = _as_date(line, language)
    if dated:
        return dated
    page = _page_label(text)
    return Labelled(line, page) if page else _content(line)


def _given(line: Line) -> Label:
    """The part of a line whose kind the document itself tells."""
    if is_page_line(line.text) and line.kind is not Kind.HEADING:
        return Label.PAGE
    if line.kind is Kind.HEADING:
        return Label.TAIL if is_tail_mark(line.text) else Label.HEADING
    return _GIVEN[line.kind]


def _as_date(line: Line, language: str) -> Labelled | None:
    text = line.text
    if len(text) > _MOST_DATE_LINE_CHARS:
        return None
    stamps = stamps_in(text, language) if _HAS_YEAR.search(text) else ()
    if not stamps:
        undated = _CLOCK_ONLY.fullmatch(text) or _RELATIVE.fullmatch(text)
        return Labelled(line, Label.DATE, byline=_byline_beside(text, ())) if undated else None
    rest = _ASIDE.sub("", "".join(_outside(text, stamps)))
    words = len(rest) / 3 if is_east_asian(rest) else len(rest.split())
    if words >= _LEAST_CAPTION_WORDS and is_caption(text):
        return None
    if words > _MOST_DATE_LINE_WORDS or ("©" in text or "ⓒ" in text) or _reads_on(text, rest):
        return None
    return Labelled(line, Label.DATE, stamps, _byline_beside(text, stamps))


def is_clock(text: str) -> bool:
    """Whether the line is a time of the day and no more."""
    return bool(_CLOCK_ONLY.fullmatch(text))


def _reads_on(text: str, rest: str) -> bool:
    """Whether the dates stand inside a sentence rather than on a line of their own."""
    verbs = re.search(r"(?i)\b(?:was|were|is|are|has|have|had|will|said|says|that|which|after|before)\b", rest)
    if _NAMES_A_DAY.match(text):
        return True
    return bool(verbs) or (ends_sentence(text) and len(rest.split()) > 6) or text.endswith(("다.", "。"))


def _outside(text: str, stamps: tuple[Stamp, ...]) -> list[str]:
    pieces, at = [], 0
    for stamp in stamps:
        pieces.append(text[at : stamp.start])
        at = stamp.end
    return [*pieces, text[at:]]


def _byline_beside(text: str, stamps: tuple[Stamp, ...]) -> Byline:
    """The author a date line names too: "By Jane Doe | Sept. 8, 2023"."""
    pieces = [p.strip(" ,-–—|") for outside in _outside(text, stamps) for p in _PIECES.split(outside)]
    found = [_named_by(piece) for piece in pieces]
    if any(b.publisher for b in found):  # "Jane Doe · CBC News · Posted: May 17, 2024"
        found = [Byline((_PIECES.split(text)[0],)), *found] if is_full_name(_PIECES.split(text)[0]) else found
    elif stamps and not any(found):
        names = [without_role(piece) for piece in _pieces_beside(text, stamps)]
        eastern = name_before_date(pieces[0])
        found = [Byline((name,)) for name in (eastern, *names) if name == eastern != "" or is_full_name(name)][
            :1
        ]
    return Byline(
        tuple(p for b in found for p in b.persons),
        joined_agencies(*(b.agency for b in found)),
        next((b.publisher for b in found if b.publisher), ""),
        next((b.place for b in found if b.place), ""),
    )


def _pieces_beside(text: str, stamps: tuple[Stamp, ...]) -> list[str]:
    """The pieces of a date line that may be a bare name: behind the date, or before it and a bar or dot."""
    before, behind = text[: stamps[0].start], text[stamps[-1].end :]
    return [*re.split(r"\s*[|·•∣]\s*", before)[:-1], *_PIECES.split(behind)[1:]]


def _named_by(piece: str) -> Byline:
    """Whom one piece of a date line names: an author, a publisher, a source."""
    source = named_as_source(piece)
    if source or is_publisher(piece):
        return Byline(publisher=source or piece)
    if is_section(piece) or is_page_line(piece):
        return NOBODY
    return byline_in(piece)


def _page_label(text: str) -> Label | None:
    if is_tail_mark(text):
        return Label.TAIL
    if is_section(text):
        return Label.SECTION
    if is_page_line(text):
        return Label.PAGE
    return Label.SITE if is_publisher(text) else None


def _content(line: Line) -> Labelled:
    source = named_as_source(line.text)
    byline = Byline(publisher=source) if source else byline_in(line.text)
    if byline:
        return Labelled(line, Label.BYLINE, byline=byline)
    if is_caption(line.text):
        return Labelled(line, Label.CAPTION)
    return Labelled(line, _marked(line.text) or _running(line.text))


def _marked(text: str) -> Label | None:
    """The part that a sign at the start or a tab inside tells: a quotation, an item, a row of a table."""
    if text.startswith(("> ", "| ")):
        return Label.QUOTE
    if "\t" in text:
        return Label.ROW
    skip = bullet_end(text)
    if skip and len(text) > skip and not text.endswith((" -", " –")):  # a subtitle stands between dashes
        return Label.PAGE if is_page_line(text[skip:]) else Label.ITEM
    return None


def _running(text: str) -> Label:
    if may_be_caption(text):
        return Label.MAY_BE_CAPTION
    return Label.SENTENCE if is_sentence(text) else Label.SHORT


def is_sentence(text: str) -> bool:
    """Whether the text is running text: ends as a sentence and is long enough, or is simply long."""
    if is_east_asian(text):
        clauses = len(_WIDE_COMMA.findall(text)) + 1
        return (ends_sentence(text) and len(text) >= 18) or len(text) >= (90 if clauses < 3 else 36)
    words = text.count(" ") + 1
    return (ends_sentence(text) and words >= 5) or len(text) >= 180
