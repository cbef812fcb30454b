"""Marks at the end of a text: the agency, "(END)", an editor's initials, lifted off its last paragraph."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefing.importers.outlets import agency_named, joined_agencies
from briefing.model.article import Article, Block, Finding, Kind, Status

_MARKS = (
    re.compile(r"\s*[(\[（【](?P<agency>[^()\[\]（）【】]{2,30})[)\]）】]\s*$"),
    re.compile(r"(?<=[.!?…。”\"’»])\s*(?:[—–-]+|==)?\s*(?P<agency>[A-Za-z][A-Za-z-]{1,9})\s*$"),
    re.compile(r"\s*(?:Enditem|\(END\)|\(끝\)|（完）|【完】|■|###)\s*$"),
    re.compile(r"\s*[(（](?:编辑|編輯|责编|責編|编译|編譯)[:：/][^（）()]{2,30}[)）]\d{0,8}\s*$"),
    re.compile(r"【(?P<place>[\u30a0-\u30ff\u4e00-\u9fff]{2,14})[・·、](?P<who>[\u4e00-\u9fff]{2,6})】\s*$"),
)


def lift_end_mark(article: Article) -> Article:
    """The article with "(Yonhap)", "(END)" and the like taken off the end of its last paragraph."""
    index = next((i for i in range(len(article.blocks) - 1, -1, -1) if _is_running(article.blocks[i])), -1)
    if index < 0:
        return article
    article, before = _lifted(article, index), article
    while article is not before:
        article, before = _lifted(article, index), article
    return article


def _is_running(block: Block) -> bool:
    kinds = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)
    return block.kind in kinds and block.status is not Status.FURNITURE


def _lifted(article: Article, index: int) -> Article:
    """The article less one mark at the end of block `index`; the very same if there is none."""
    text = article.blocks[index].text
    for pattern in _MARKS:
        found = pattern.search(text, max(0, len(text) - 60))
        parts = found.groupdict() if found else {}
        if found and found.start() > 0 and ("agency" not in parts or agency_named(parts["agency"])):
            return _without(article, index, found)
    return article


def _without(article: Article, index: int, found: re.Match[str]) -> Article:
    parts = found.groupdict()
    agency = agency_named(parts.get("agency") or "")
    blocks = list(article.blocks)
    blocks[index] = replace(blocks[index], text=blocks[index].text[: found.start()])
    name = "agency" if agency else "dateline" if parts.get("place") else "end"
    who = parts.get("who")
    return replace(
        article,
        blocks=tuple(blocks),
        agency=joined_agencies(article.agency, agency),
        dateline=article.dateline or parts.get("place") or "",
        byline=article.byline or ((who,) if who else ()),
        findings=(*article.findings, Finding(name, f"end of the last paragraph: {found[0].strip()}")),
    )
