"""Agency marks and datelines inside paragraphs: lifted into fields of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.importers.outlets import agency_named
from briefing.model.article import Article, Block, Finding, Kind, Status

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th) {_MONTH})"
)
_PLACE = (
    r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý.'’ /-]{2,40}(?:, (?:[A-Z][\w.'’-]+ ?){1,3})?"
    r"|[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w. ]{1,24})?)"
)
_AGENCY = r"[\(\[（](?P<agency>[^()\[\]（）]{2,30})[\)\]）]"
_DASH = r"\s?(?:--?-?|–|—|―)\s?"
_DATELINES = (
    re.compile(rf"^{_PLACE},? {_DAY},? {_AGENCY}{_DASH}"),
    re.compile(rf"^{_PLACE},? {_AGENCY}{_DASH}"),
    re.compile(rf"^{_PLACE}, {_DAY}{_DASH}"),
    re.compile(
        r"^(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý.'’-]+){0,3}(?:, [A-Z][\w.'’ ]{1,24})?)(?:\s?(?:--"
        r"|–|—)\s?)(?=[\w\"“‘'])"
    ),
    re.compile(
        r"^[\(\[（【](?P<place>[가-힣]{2,6}(?:·[가-힣]{2,6})?)\s?=\s?(?P<agency>연합뉴스|뉴시스|뉴스1"
        r"|[가-힣A-Za-z0-9]{2,10})[\)\]）】]\s?(?P<who>[가-힣·\s]{2,24}(?:기자|특파원))?\s?=?\s?"
    ),
    re.compile(r"^[【［\[](?P<place>[^【】\[\]＝=]{2,14}?)\s?[＝=]\s?(?P<who>[^【】\[\]]{2,14})[】］\]]\s?"),
    re.compile(
        r"^[【［\[](?P<place>[\u30a0-\u30ff\u4e00-\u9fff]{2,10}?)\s?(?P<agency>時事|共同|ロイター"
        r"|AFP時事)[】］\]]\s?"
    ),
    re.compile(r"^［(?P<place>[^［］]{2,14}?)\s(?:\d{1,2}日)\s(?P<agency>ロイター)］\s?[-－–]?\s?"),
    re.compile(
        r"^(?P<agency>新华社|新華社|中新社"
        r"|中新网)(?P<place>[\u4e00-\u9fff]{2,10}?)\d{1,2}月\d{1,2}日电(?:\s?[（(][^（）()]{2,30}[)）])?\s?"
    ),
    re.compile(
        r"^[\(（]?(?P<agency>中央社)(?:记者"
        r"|記者)[\u4e00-\u9fff]{2,4}(?P<place>[\u4e00-\u9fff]{2,6}?)\d{1,2}日(?:专|專)?[电電][)）]?\s?"
    ),
)
_LEAST_LEFT_CHARS = 20  # of a paragraph, behind its dateline
_END = re.compile(
    r"\s*(?:[\(\[（【](?P<agency>[^()\[\]（）【】]{2,30})[\)\]）】]|==\s?(?P<kyodo>Kyodo)"
    r"|(?P<item>Enditem|\(END\)|\(끝\)|（完）|【完】))\s*$"
)


def lift_dateline(article: Article) -> Article:
    """The article with the dateline of its first paragraphs in `dateline`, and its agency in `agency`."""
    running = [i for i, b in enumerate(article.blocks) if _is_running(b)]
    for index in running[:3]:
        text = article.blocks[index].text
        for pattern in _DATELINES:
            found = pattern.match(text)
            if found and len(text) - found.end() >= _LEAST_LEFT_CHARS and _believable(found):
                return _with_dateline(article, index, found)
    return article


def _is_running(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.status is not Status.FURNITURE


def _believable(found: re.Match[str]) -> bool:
    agency = found.groupdict().get("agency")
    return (
        agency is None or bool(agency_named(agency)) or not found["place"].isascii() or found["place"].isupper()
    )


def _with_dateline(article: Article, index: int, found: re.Match[str]) -> Article:
    agency = agency_named(found.groupdict().get("agency") or "")
    how = Finding("dateline", f"start of a paragraph: {found[0].strip()}")
    lifted = replace(article.blocks[index], text=article.blocks[index].text[found.end() :].strip())
    blocks = (*article.blocks[:index], lifted, *article.blocks[index + 1 :])
    place = found["place"].strip(" ,")
    changed = replace(
        article, blocks=blocks, dateline=article.dateline or place, findings=(*article.findings, how)
    )
    return replace(changed, agency=_joined(article.agency, agency))


def lift_end_mark(article: Article) -> Article:
    """The article with "(Yonhap)", "(END)" and the like taken off the end of its last paragraph."""
    running = [i for i, b in enumerate(article.blocks) if _is_running(b)]
    if not running:
        return article
    index, agency = running[-1], ""
    marks: list[str] = []
    text = article.blocks[index].text
    while (found := _END.search(text)) and found.start() > 0:
        named = agency_named(found["agency"] or found["kyodo"] or "")
        if found["agency"] and not named:
            break
        agency = agency or named
        marks.insert(0, found[0].strip())
        text = text[: found.start()]
    if not marks:
        return article
    blocks = list(article.blocks)
    blocks[index] = replace(blocks[index], text=text)
    how = Finding("agency", f"end of the last paragraph: {' '.join(marks)}")
    return replace(
        article, blocks=tuple(blocks), agency=_joined(article.agency, agency), findings=(*article.findings, how)
    )


def _joined(known: str, more: str) -> str:
    names = [n for n in known.split(", ") if n]
    return ", ".join(dict.fromkeys([*names, *([more] if more else [])]))
