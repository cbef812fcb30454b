"""An HTML page, or a fragment of one, to an Article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from msgspec.structs import replace

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.agreement import agreed, is_running, may_be_body
from briefing.importers.captions import is_caption, is_credit
from briefing.importers.cleaning import key, one_line
from briefing.importers.datelines import lift_dateline
from briefing.importers.endmarks import lift_end_mark
from briefing.importers.extraction import extracted
from briefing.importers.jsonld import text as thing_text
from briefing.importers.language import language_of
from briefing.importers.leaves import Leaf, leaves_of
from briefing.importers.lexicon import is_page_line, is_section, starts_aside
from briefing.importers.lines import ends_sentence
from briefing.importers.links import anchors_of, with_links
from briefing.importers.pagedata import Page, described, with_site_of_title
from briefing.importers.pagelines import completed, dated, is_frame_line
from briefing.importers.pagetree import page_text, tree_of
from briefing.importers.plaintext import article_from_blocks
from briefing.importers.suspicions import suspected
from briefing.importers.whole import whole
from briefing.model.article import Article, Block, Kind, Status

_LEAST_BODY_CHARS = 250
_LEAST_CAPTION_CHARS = 12
_MOST_CAPTION_CHARS = 300
_MOST_SIGNATURE_CHARS = 80
_TEASER_LINKS = 0.8  # share of a heading that leads to another article
_LEAST_SHARE = 0.25  # of the text in the densest part of the page that trafilatura must find
_MOST_COPIED_CHARS = 250  # of a line that pages print twice: a pulled quotation, a teaser
_MOST_FURNITURE = 400  # lines of a page that are kept beside the article


def article_from_page(html: str, name: str = "") -> Article:
    """The article on an HTML page. Raises ImportFailed ("no-article" where there is no text)."""
    source = page_text(html, name)
    tree = tree_of(source, name)
    page = Page.of(tree, source)
    leaves = leaves_of(tree)
    if len(leaves) > limits.MOST_BLOCKS:
        raise ImportFailed(name, "too-large", f"{len(leaves)} pieces, the limit is {limits.MOST_BLOCKS}")
    if page.is_bare:
        return from_fragment(leaves, name)
    article = described(page)
    sure = agreed(leaves)
    body = _best(page, leaves, sure, article)
    if not body:
        return from_fragment(leaves, name)
    blocks = _placed(body, leaves, article.headline)
    article = completed(replace(article, blocks=blocks[: limits.MOST_BLOCKS]), leaves)
    article = dated(with_site_of_title(article, page), tree, source)
    article = replace(article, losses=suspected(article, page, leaves))
    return with_links(_finished(article), anchors_of(article.blocks, leaves))


def from_fragment(leaves: tuple[Leaf, ...], name: str) -> Article:
    """The article in rich text that has no page around it. Raises ImportFailed."""
    if not leaves:
        raise ImportFailed(name, "no-article")
    return article_from_blocks(tuple(Block(leaf.text, leaf.kind, level=leaf.level) for leaf in leaves))


def _best(page: Page, leaves: tuple[Leaf, ...], sure: frozenset[str], article: Article) -> tuple[Block, ...]:
    """The body as trafilatura finds it; where it finds too little, the densest part of the page."""
    dense = [
        leaf for leaf in leaves if leaf.mark in sure and may_be_body(leaf) and leaf.kind is not Kind.CAPTION
    ]
    expected = sum(len(leaf.text) for leaf in dense)
    body = _sorted_out(whole(_extracted(page, expected), leaves), leaves, sure, article)
    return _in_doubt(dense, article) if _chars(body) < _LEAST_SHARE * expected else body


def _chars(blocks: tuple[Block, ...]) -> int:
    return sum(len(b.text) for b in blocks)


def _extracted(page: Page, expected: int) -> tuple[Block, ...]:
    blocks = extracted(page.tree, expected)
    told = thing_text(page.thing, "articleBody")
    if _chars(blocks) < _LEAST_BODY_CHARS < len(told):
        paragraphs = (one_line(p) for p in re.split(r"\n+|(?<=[.!?。])\s{2,}", told))
        return tuple(Block(p) for p in paragraphs if p)
    return blocks


def _in_doubt(dense: list[Leaf], article: Article) -> tuple[Block, ...]:
    title = key(article.headline)
    wanted = (leaf for leaf in dense if leaf.mark != title and not is_page_line(leaf.text))
    return tuple(Block(leaf.text, leaf.kind, Status.DOUBTFUL, leaf.level) for leaf in wanted)


def _sorted_out(
    body: tuple[Block, ...], leaves: tuple[Leaf, ...], sure: frozenset[str], article: Article
) -> tuple[Block, ...]:
    """The extracted blocks less captions, furniture, copies and the headline; unsure ones marked."""
    others = {leaf.mark for leaf in leaves if leaf.kind is Kind.CAPTION or _is_teaser(leaf)}
    meant = _repeated(leaves)
    seen = {key(article.headline)}
    kept: list[Block] = []
    for block in body:
        mark = key(block.text)
        copied = mark in seen and mark not in meant and len(block.text) <= _MOST_COPIED_CHARS
        if copied or mark in others or _is_beside(block, article):
            continue
        seen.add(mark)
        kept.append(_judged(block, in_doubt=bool(sure) and mark not in sure))
    return tuple(kept)


def _is_teaser(leaf: Leaf) -> bool:
    return leaf.kind is Kind.HEADING and leaf.links > _TEASER_LINKS


def _judged(block: Block, *, in_doubt: bool) -> Block:
    """A paragraph as a caption where its own words say so, and as doubtful where one reader alone found it."""
    if block.kind is not Kind.PARAGRAPH:
        return block
    text = block.text
    if len(text) <= _MOST_CAPTION_CHARS and (is_credit(text) or (not ends_sentence(text) and is_caption(text))):
        return Block(text, Kind.CAPTION)
    return replace(block, status=Status.DOUBTFUL) if in_doubt else block


def _is_beside(block: Block, article: Article) -> bool:
    """Whether the block is of the page around the text: its furniture, the headline once more, who wrote it."""
    text = block.text
    if block.kind is Kind.HEADING and article.headline and key(text).endswith(key(article.headline)):
        return True
    signs = len(text) <= _MOST_SIGNATURE_CHARS and text.startswith(article.byline) and not ends_sentence(text)
    return signs or is_page_line(text) or is_frame_line(block) or starts_aside(text) or is_section(text)


def _repeated(leaves: tuple[Leaf, ...]) -> frozenset[str]:
    """Keys of paragraphs that a container or those below it hold twice: an interview's questions."""
    running = [leaf for leaf in leaves if leaf.kind is Kind.PARAGRAPH]
    inside = Counter((leaf.mark, leaf.parent) for leaf in running)
    inside += Counter((leaf.mark, leaf.grandparent) for leaf in running)
    return frozenset(mark for (mark, _), count in inside.items() if count > 1)


def _placed(body: tuple[Block, ...], leaves: tuple[Leaf, ...], headline: str) -> tuple[Block, ...]:
    """The body with the page's other lines around it, in the page's order: captions, and furniture."""
    places = _places(body, leaves)
    top = next((i for i, leaf in enumerate(leaves) if leaf.mark == key(headline)), 0)
    inner = range(top, _end_of_pictures(places[-1] + 3, leaves)) if places else range(0)
    passed = _passed_over(places, leaves)
    is_new = _novelty((key(headline), *(key(b.text) for b in body)))
    blocks: list[Block] = []
    at = 0
    for block, place in zip((*body, None), (*places, len(leaves)), strict=True):
        for i in range(at, place):
            if is_new(leaves[i]):
                doubtful = Block(leaves[i].text, status=Status.DOUBTFUL)
                blocks.append(doubtful if i in passed else _aside(leaves[i], inner=i in inner))
        at = max(at, place)
        blocks += [block] if block else []
    return tuple(blocks)


def _end_of_pictures(end: int, leaves: tuple[Leaf, ...]) -> int:
    """Behind which leaf the captions end that go on from there."""
    while end < len(leaves) and leaves[end].kind is Kind.CAPTION:
        end += 1
    return end


def _novelty(marks: tuple[str, ...]) -> Callable[[Leaf], bool]:
    """A test of whether the article lacks a line, as a whole or as a part of one; each line is new once."""
    joined = "\0".join(marks)
    had = set(marks)
    most = len(had) + _MOST_FURNITURE

    def is_new(leaf: Leaf) -> bool:
        if len(had) >= most or leaf.mark in had or (not leaf.aside and leaf.mark in joined):
            return False
        had.add(leaf.mark)
        return True

    return is_new


def _passed_over(places: list[int], leaves: tuple[Leaf, ...]) -> frozenset[int]:
    """The indices of sentences among the body's own paragraphs that are not in the body: all are doubtful."""
    parents = {leaves[i].parent for i in places}
    between = range(places[0], places[-1]) if places else range(0)
    return frozenset(i for i in between if leaves[i].parent in parents and _is_sentence(leaves[i]))


def _is_sentence(leaf: Leaf) -> bool:
    running = leaf.kind is Kind.PARAGRAPH and is_running(leaf)
    return running and ends_sentence(leaf.text) and not is_page_line(leaf.text)


def _places(body: tuple[Block, ...], leaves: tuple[Leaf, ...]) -> list[int]:
    """For each block the index of the leaf it came from; that of the block before where none is the same."""
    by_key: dict[str, list[int]] = {}
    for i, leaf in enumerate(leaves):
        if leaf.kind is not Kind.CAPTION:
            by_key.setdefault(leaf.mark, []).append(i)
    places: list[int] = []
    for block in body:
        least = places[-1] if places else 0
        options = by_key.get(key(block.text.split("\n")[0]), [])
        places.append(next((i for i in options if i >= least), least))
    return places


def _aside(leaf: Leaf, *, inner: bool) -> Block:
    """A line beside the body as a caption or as furniture."""
    if inner and leaf.kind is Kind.CAPTION and not leaf.aside and len(leaf.text) >= _LEAST_CAPTION_CHARS:
        return Block(leaf.text, Kind.CAPTION)
    return Block(leaf.text, leaf.kind if leaf.kind is not Kind.TABLE else Kind.PARAGRAPH, Status.FURNITURE)


def _finished(article: Article) -> Article:
    text = " ".join(article.paragraphs)
    told = language_of(text)
    if told and (told != article.language):
        article = replace(article, language=told)
    return lift_dateline(lift_end_mark(article))
