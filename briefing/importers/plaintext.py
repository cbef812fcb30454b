"""Pasted or saved plain text to an Article: head, body and furniture told apart line by line."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefing.importers import headings
from briefing.importers.bylines import is_full_name
from briefing.importers.captions import (
    MOST_CREDIT_CHARS,
    is_credit,
    is_rights_of_picture,
    points_into_picture,
    repeats,
)
from briefing.importers.cleaning import clean, key
from briefing.importers.core import core_of
from briefing.importers.datelines import lift_dateline
from briefing.importers.endmarks import lift_end_mark
from briefing.importers.labels import Label, Labelled, labelled
from briefing.importers.language import language_of
from briefing.importers.lexicon import is_cut_off, is_page_line
from briefing.importers.lines import Line, bullet_end, ends_sentence, lines_of
from briefing.importers.pagehead import Outline, head_of
from briefing.importers.shapes import CUT_OFF_LINES, is_gallery
from briefing.importers.tails import ends_text, is_live, is_long, is_signed, thread_start, with_asides
from briefing.model.article import Article, Block, Kind, Status

_RUNNING = (Label.SENTENCE, Label.MAY_BE_CAPTION)
_TAIL_AFTER_SHARE = 0.55  # of the running text
_MOST_HEADING_CHARS = 110
_CAPTIONS_ABOVE_LINES = 4  # above the headline; further up stand menus and other articles
_MOST_AHEAD_LINES = 20  # between the first line of the text and its densest part
_LEAST_BEFORE_NOTE = 3  # paragraphs before one that is about the author
_MOST_CAPTION_CHARS = 300  # of one told by the credit below it
_MOST_ITEMS = 60  # short lines behind a colon, before they are no list of its


class Region(Struct, frozen=True):
    """The lines between which the body lies: from `start`, before `end`; `tail` is where links may begin.

    From `top` to before `bottom` there may be captions; `links` are the lines of a list of other articles
    between the headline and the running text; `sentence` is the first line of that text that is one.
    """

    headline: int
    start: int
    end: int
    tail: int
    links: frozenset[int]
    sentence: int
    top: int
    bottom: int


def article_from_text(text: str) -> Article:
    """The article in a pasted text. With no sentence in it, every line that is not furniture is kept."""
    text = clean(text)
    language = language_of(text)
    return _article(with_asides(labelled(lines_of(text), language)), language, whole=False)


def article_from_blocks(blocks: tuple[Block, ...], *, whole: bool = False) -> Article:
    """The article in blocks of known kinds. `whole`: a document of its own, no page around it."""
    lines = tuple(
        Line(b.text, i, kind=b.kind, level=b.level) for i, b in enumerate(blocks, 1) if b.text.strip()
    )
    language = language_of("\n".join(line.text for line in lines))
    return _article(labelled(lines, language), language, whole=whole)


def _article(rows: tuple[Labelled, ...], language: str, *, whole: bool) -> Article:
    headline = headings.headline_at(rows)
    region = _region(rows, headline, whole=whole)
    blocks = _all_kept(_blocks(rows, headline, region))
    outline = Outline(rows, headline, _text_start(rows, region), region.end)
    article = replace(head_of(outline), blocks=blocks, language=language)
    article = replace(article, alternative_headline=headings.standfirst(rows, headline, region.start))
    article = lift_dateline(lift_end_mark(article))
    article = replace(article, blocks=_without_author(article))
    return replace(article, losses=_losses(rows, region, article))


def _without_author(article: Article) -> tuple[Block, ...]:
    """The blocks, what is said of the author at their end set aside: "Jane Doe covers trade for the paper"."""
    names = tuple(f"{name} " for name in article.byline)
    inside = [i for i, b in enumerate(article.blocks) if b.kind is Kind.PARAGRAPH and article.in_body(i)]
    notes = {i for i in inside[_LEAST_BEFORE_NOTE:][-2:] if article.blocks[i].text.startswith(names)}
    return tuple(replace(b, status=Status.FURNITURE) if i in notes else b for i, b in enumerate(article.blocks))


def _all_kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks; where none is taken for body, every line stands in doubt rather than aside."""
    if any(b.status is not Status.FURNITURE for b in blocks):
        return blocks
    return tuple(replace(b, status=Status.DOUBTFUL) if not is_page_line(b.text) else b for b in blocks)


def _region(rows: tuple[Labelled, ...], headline: int, *, whole: bool) -> Region:
    core = core_of(rows) if not whole else range(headline + 1, len(rows))
    running = [i for i in core if rows[i].label in _RUNNING and i > headline]
    total = sum(len(rows[i].text) for i in running) or 1
    end = min(core.stop + _closes(rows, core.stop), thread_start(rows, running)) if running else len(rows)
    so_far, tail = 0, end
    for i in range(max(headline + 1, core.start), end):
        if rows[i].label in _RUNNING:
            so_far += len(rows[i].text)
        if so_far >= _TAIL_AFTER_SHARE * total and tail == end:
            tail = i
        if (rows[i].label is Label.END and so_far) or _ends(rows, i, tail=tail, whole=whole):
            end = i
            break
    marks = [i for i in range(headline + 1, core.start) if rows[i].label is Label.TAIL]
    links = range(marks[0], core.start) if marks else range(0)
    shorter = frozenset(i for i in links if not is_long(rows[i]))
    start = _body_start(rows, headline, core, end)
    sentence = next((i for i in range(start, len(rows)) if rows[i].label is Label.SENTENCE), len(rows))
    top = max(0, min(start, headline if headline >= 0 else start) - _CAPTIONS_ABOVE_LINES)
    return Region(headline, start, end, tail, shorter, sentence, top, _behind_captions(rows, end))


def _behind_captions(rows: tuple[Labelled, ...], i: int) -> int:
    """The first line from `i` on that is no caption: pictures may stand under the text."""
    while i < len(rows) and rows[i].label in (Label.CAPTION, Label.COPY):
        i += 1
    return i


def _ends(rows: tuple[Labelled, ...], i: int, *, tail: int, whole: bool) -> bool:
    return not whole and ((i > tail and ends_text(rows, i)) or is_signed(rows, i))


def _closes(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether the line right behind the text is its short last sentence: "Talks resume on Monday."."""
    if i >= len(rows) or rows[i].label is not Label.SHORT or not rows[i].text.endswith((".", "。", "!", "?")):
        return False
    return i + 1 >= len(rows) or rows[i + 1].label is not Label.SHORT


def _body_start(rows: tuple[Labelled, ...], headline: int, core: range, end: int) -> int:
    content = (Label.SENTENCE, Label.ITEM, Label.QUOTE, Label.ROW, Label.CAPTION, Label.MAY_BE_CAPTION)
    first = headings.behind_frame(rows, headline, end) if headline >= 0 else core.start
    first = max(first, core.start - _MOST_AHEAD_LINES)  # a list of films may stand between headline and text
    return next((i for i in range(first, end) if rows[i].label in content), first)


def _text_start(rows: tuple[Labelled, ...], region: Region) -> int:
    """Where the running text begins, behind the first captions."""
    running = (i for i in range(region.start, region.end) if rows[i].label in (Label.SENTENCE, Label.ITEM))
    return next(running, region.start)


def _blocks(rows: tuple[Labelled, ...], headline: int, region: Region) -> tuple[Block, ...]:
    last = _last_running(rows, region)
    seen = {key(rows[headline].text)} if headline >= 0 else set()
    seen |= {key(row.text) for row in rows if row.label is Label.ASIDE}  # the same box may stand there twice
    blocks: list[Block] = []
    for place, row in enumerate(rows):
        if place == headline:
            continue
        block = _block(rows, place, region, last)
        mark = key(row.text)
        if (mark in seen and len(row.text) > 3) or _is_running_head(rows, place, headline):
            block = Block(row.text, status=Status.FURNITURE)
        if block.status is not Status.FURNITURE:
            seen.add(mark)
        blocks.append(block)
    return _with_tables(tuple(blocks))


def _is_running_head(rows: tuple[Labelled, ...], i: int, headline: int) -> bool:
    """Whether the line under a page's number stands above the headline too: the head of each printed page."""
    return (
        i > headline
        and rows[i - 1].text.isdigit()
        and any(r.text.startswith(rows[i].text) for r in rows[: max(0, headline)])
    )


def _last_running(rows: tuple[Labelled, ...], region: Region) -> int:
    """The last paragraph of running text: only there an agency's mark is not a caption's credit."""
    places = [i for i in range(region.start, region.end) if rows[i].label in _RUNNING]
    while (
        places and rows[places[-1]].label is Label.MAY_BE_CAPTION and points_into_picture(rows[places[-1]].text)
    ):
        places.pop()
    return places[-1] if places else -1


def _block(rows: tuple[Labelled, ...], i: int, region: Region, last: int) -> Block:
    row = rows[i]
    inside = region.start <= i < region.end and i not in region.links
    if row.label is Label.CAPTION and region.top <= i < region.bottom:
        return Block(row.text, Kind.CAPTION)
    near = region.top <= i < region.end
    if near and _is_caption_beside(rows, i, region):
        return Block(row.text, Kind.CAPTION)
    if near and row.label is Label.MAY_BE_CAPTION:
        return Block(row.text, Kind.PARAGRAPH if i == last else Kind.CAPTION)
    if not inside:
        return Block(row.text, status=Status.FURNITURE)
    if row.label is Label.SHORT:
        return _short(rows, i, region, last)
    return _plain(row)


def _is_caption_beside(rows: tuple[Labelled, ...], i: int, region: Region) -> bool:
    """Whether the lines beside it tell that this one is a picture's: its credit, or the caption once more."""
    row, behind = rows[i], rows[i + 1 : i + 3]
    if row.label not in (Label.SHORT, Label.SENTENCE):
        return False
    twice = repeats(row.text, "".join(r.text for r in behind[:1]))
    if i > region.headline >= 0 and (
        twice or (i - 1 > region.headline and repeats(rows[i - 1].text, row.text))
    ):
        return True
    if row.label is Label.SHORT and (
        points_into_picture(row.text) or (i > 0 and is_rights_of_picture(rows[i - 1].text))
    ):
        return True
    short = len(row.text) <= _MOST_CAPTION_CHARS and i <= region.sentence
    return short and len(behind) > 1 and _is_credit_alone(behind[0])


def _is_credit_alone(row: Labelled) -> bool:
    """Whether the line is a photographer's or an agency's name and no caption."""
    if len(row.text) > MOST_CREDIT_CHARS:
        return False
    named = row.label is Label.MAY_BE_CAPTION and is_full_name(row.text.partition("(")[0].title())
    return named or is_credit(row.text) or is_rights_of_picture(row.text)


def _plain(row: Labelled) -> Block:
    text = row.text
    if row.label is Label.SENTENCE:
        return Block(text)
    if row.label is Label.ITEM:
        return Block(text[bullet_end(text) :] or text, Kind.LIST_ITEM, level=row.line.level)
    if row.label is Label.QUOTE:
        return Block(text.lstrip("> |"), Kind.QUOTE)
    if row.label is Label.HEADING:
        return Block(text, Kind.HEADING, level=row.line.level)
    return Block(text, Kind.TABLE) if row.label is Label.ROW else Block(text, status=Status.FURNITURE)


def _short(rows: tuple[Labelled, ...], i: int, region: Region, last: int) -> Block:
    """A short line inside the body: an item behind a colon, a heading, a short sentence, or a doubt."""
    text = rows[i].text
    if i == last + 1 and ends_sentence(text) and last >= 0:
        return Block(text)
    if i > last >= 0 or i <= region.sentence:
        return Block(text, status=Status.FURNITURE)
    if _behind_colon(rows, i):
        return Block(text, Kind.LIST_ITEM)
    if ends_sentence(text) and not text.endswith((":", "：")):
        return Block(text)
    alone = rows[i - 1].label is not Label.SHORT and (
        i + 1 >= len(rows) or rows[i + 1].label is not Label.SHORT
    )
    if alone and len(text) <= _MOST_HEADING_CHARS:
        return Block(text, Kind.HEADING, level=2)
    return Block(text, status=Status.DOUBTFUL)


def _behind_colon(rows: tuple[Labelled, ...], i: int) -> bool:
    at = i - 1
    least = max(0, i - _MOST_ITEMS)
    while at >= least and rows[at].label is Label.SHORT and not rows[at].text.endswith((":", "：")):
        at -= 1
    return (
        at >= least and rows[at].text.endswith((":", "：")) and rows[at].label in (Label.SHORT, Label.SENTENCE)
    )


def _with_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Neighbouring table rows joined into one block."""
    joined: list[Block] = []
    for block in blocks:
        if block.kind is Kind.TABLE and joined and joined[-1].kind is Kind.TABLE:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}\n{block.text}")
        else:
            joined.append(block)
    return tuple(joined)


def _losses(rows: tuple[Labelled, ...], region: Region, article: Article) -> tuple[str, ...]:
    """What the text seems to be other than one whole article."""
    cut = next((r.text for r in rows[region.start : region.end + CUT_OFF_LINES] if is_cut_off(r.text)), "")
    found = [f"truncated: {cut}"] if cut else []
    if is_live(rows[region.start : region.end]):
        found.append("live-blog")
    if is_gallery(article.captions, sum(map(len, article.paragraphs))):
        found.append("gallery")
    return tuple(found)
