"""Datelines at the head of a text: place, agency and correspondent lifted into fields of their own."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefing.importers.bylines import names_in
from briefing.importers.outlets import agency_named, joined_agencies
from briefing.model.article import Article, Block, Finding, Kind, Status

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic"
    r"|janv|févr|mars|avril|mai|juin|juil|août|sept|déc)[a-zé]*\.?"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?)"
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.'’/-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý.'’/-]*){0,3}(?:, (?:[A-Z][\w.'’-]+ ?){1,3})?"
_TITLED = r"[A-ZÀ-Ý][\w.'’-]+(?:[ /-](?:de |la |del )?[A-ZÀ-Ý][\w.'’-]+){0,3}(?:, [A-Z][\w. ]{1,24})?"
_PLACE = rf"(?P<place>{_CAPITALS}|{_TITLED})"
_AGENCY = r"[(\[（](?P<agency>[^()\[\]（）]{2,30})[)\]）]"
_DASH = r"\s?(?:\.?--?-?|\.?–|\.?—|―|\.|:)\s?"
_LONG_DASH = r"\s?(?:--|–|—)\s?"
_HANGUL, _HAN, _KATAKANA = "[가-힣]", "[\u4e00-\u9fff]", "[\u30a0-\u30ff\u4e00-\u9fff・]"
_KOREAN_NAMES = r"(?P<who>[가-힣·\s]{2,24}?)\s?(?:선임|수석)?\s?(?:기자|특파원)"
_DATELINES = (
    re.compile(rf"{_PLACE},? {_DAY},? {_AGENCY}{_DASH}"),
    re.compile(rf"{_PLACE},? {_AGENCY}{_DASH}"),
    re.compile(rf"{_PLACE}, {_DAY}{_LONG_DASH}"),
    re.compile(rf"(?P<place>{_CAPITALS}){_LONG_DASH}(?=[\w\"“‘'])"),
    re.compile(
        rf"[(\[（【](?P<place>{_HANGUL}{{2,8}}(?:·{_HANGUL}{{2,6}})?)\s?=\s?(?P<agency>[가-힣A-Za-z0-9]{{2,10}})[)\]）】]"
        rf"\s?(?:{_KOREAN_NAMES})?\s?=?\s?"
    ),
    re.compile(rf"[\[【(](?P<place>)(?:[가-힣A-Za-z0-9]{{2,12}}[\s=]+)?{_KOREAN_NAMES}\s?[\])】]\s?=?\s?"),
    re.compile(r"[【［\[](?P<place>[^【】\[\]＝=]{2,14}?)\s?[＝=]\s?(?P<who>[^【】\[\]]{2,14})[】］\]]\s?"),
    re.compile(rf"[【［\[](?P<place>{_KATAKANA}{{2,14}}?)\s?(?P<agency>時事|共同|ロイター|AFP時事)[】］\]]\s?"),
    re.compile(r"［(?P<place>[^［］]{2,14}?)\s\d{1,2}日\s(?P<agency>ロイター)］\s?[-－–]?\s?"),
    re.compile(
        rf"(?:(?P<agency>新华社|新華社|中新社|中新网)|{_HAN}{{2,6}}?[社网網报報])(?P<place>{_HAN}{{2,10}}?)\d{{1,2}}月\d{{1,2}}日[电電]"
        rf"(?:\s?[（(](?:记者|記者)?\s?(?P<who>[^（）()]{{2,30}})[)）])?\s?"
    ),
    re.compile(
        rf"[(（]?(?P<agency>中央社)(?:记者|記者)(?P<who>{_HAN}{{3}})(?P<place>{_HAN}{{2,8}}?)\d{{1,2}}日"
        r"(?:综合|綜合)?(?:外电报导|外電報導|专|專)?[电電]?[)）]?\s?"
    ),
    re.compile(
        rf"[〔\[（【](?:{_HAN}{{0,6}}?記者(?P<who>{_HAN}{{2,3}})|{_HAN}{{2,6}})[／/](?P<place>{_HAN}{{0,6}}?)"
        r"(?:綜合|即時)?報導[〕\]）】]\s?"
    ),
)
_LEAST_LEFT_CHARS = 15  # of a paragraph, behind its dateline
_FIRST_PARAGRAPHS = 3


def lift_dateline(article: Article) -> Article:
    """The article with the dateline of its first paragraphs in `dateline`, and its agency in `agency`."""
    running = [i for i, b in enumerate(article.blocks) if _is_running(b)]
    for index in running[:_FIRST_PARAGRAPHS]:
        text = article.blocks[index].text
        found = _dateline_of(text)
        if found:
            return _with_dateline(article, index, found)
    return article


def _is_running(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.status is not Status.FURNITURE


def _dateline_of(text: str) -> re.Match[str] | None:
    matches = (pattern.match(text[:160]) for pattern in _DATELINES)
    return next((m for m in matches if m and len(text) - m.end() >= _LEAST_LEFT_CHARS and _believable(m)), None)


def _believable(found: re.Match[str]) -> bool:
    """Whether the brackets hold an agency, where there are any: "Rome (the capital) - ..." is no dateline.

    A reporter named there with it says so as well.
    """
    parts = found.groupdict()
    agency = parts.get("agency")
    return agency is None or bool(agency_named(agency) or parts.get("who")) or found["place"].isupper()


def _with_dateline(article: Article, index: int, found: re.Match[str]) -> Article:
    parts = found.groupdict()
    names = names_in(parts.get("who") or "")
    how = Finding("dateline", f"start of a paragraph: {found[0].strip()}")
    lifted = replace(article.blocks[index], text=article.blocks[index].text[found.end() :].strip())
    return replace(
        article,
        blocks=(*article.blocks[:index], lifted, *article.blocks[index + 1 :]),
        dateline=article.dateline or parts["place"].strip(" ,"),
        byline=article.byline or names.persons,
        agency=joined_agencies(article.agency, agency_named(parts.get("agency") or "")),
        findings=(*article.findings, how),
    )
