"""Metadata of a pasted page, from the lines around its headline and at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.importers.bylines import Byline, is_full_name, persons_in_tail
from briefing.importers.headings import SUBJECT
from briefing.importers.labels import Label, Labelled
from briefing.importers.lexicon import starts_aside
from briefing.importers.outlets import (
    agency_in,
    is_known_publisher,
    is_publisher,
    joined_agencies,
    publisher_in_rights,
    same_outlet,
)
from briefing.importers.timestamps import Stamp
from briefing.model.article import Article, Finding

_UPDATED = re.compile(
    r"(?i)\b(?:last )?(?:updated?|modified|edited|revised)\b|수정|최종|更新|mis à jour|modifié"
    r"|maj\b|aktualisiert|geändert|actualizad[oa]|actualización|modificado"
)
_PUBLISHED = re.compile(
    r"(?i)\b(?:publish(?:ed)?|posted|issued|released|date|input)\b|입력|등록|게재|기사입력|승인"
    r"|작성|公開|掲載|発表|配信|発行|发布|发表|时间|出版|發[布佈表]|publié|paru|créé|veröffentlicht|erschienen"
    r"|stand|publicado|creado"
)
_VERSION = re.compile(r"^\((?:\d+(?:st|nd|rd|th)? )?(?:LEAD|LD|URGENT|CORRECTED|UPDATE\d?)\)\s*")
_HEAD_LINES = 8  # above a headline that may date and sign its text
_CLOSE_LINES = 3  # above a headline that its date may stand in; above them stands today's
_NAME_LINES = 8  # under the headline that may hold a bare name
_FOOT_LINES = 6  # behind the text that may do so
_IN_PLACE = re.compile(r" in [A-Z][\w.'’ -]{2,24}$")
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$")


class Outline(Struct, frozen=True):
    """Which lines are which: the headline (-1 if there is none), the text from `body` to before `end`."""

    rows: tuple[Labelled, ...]
    headline: int
    body: int
    end: int

    @property
    def top(self) -> int:
        """Where what belongs to the headline begins; above it lie menus and other articles."""
        return max(0, (self.headline if self.headline >= 0 else self.body) - _HEAD_LINES)

    @property
    def bottom(self) -> int:
        """Before which line what signs the text must stand: near its end, above the list of other articles."""
        last = min(len(self.rows), self.end + _FOOT_LINES)
        return next((i for i in range(self.end, last) if _opens_list(self.rows[i])), last)


def _opens_list(row: Labelled) -> bool:
    signs = persons_in_tail(row.text) or publisher_in_rights(row.text)
    return starts_aside(row.text) or (row.label is Label.TAIL and not signs)


def head_of(outline: Outline) -> Article:
    """An article with the metadata the lines give, and how each was found; no blocks yet."""
    article = _with_headline(Article(id=""), outline.rows, outline.headline)
    article = _with_dates(article, outline)
    article = _with_byline(article, outline)
    return _with_publisher(article, outline)


def _found(article: Article, name: str, row: Labelled) -> tuple[Finding, ...]:
    return (*article.findings, Finding(name, f"line {row.line.number}: {row.text}"))


def _with_headline(article: Article, rows: tuple[Labelled, ...], headline: int) -> Article:
    if headline < 0:
        return article
    row = rows[headline]
    suffix = _SUFFIX.search(row.text)
    if suffix and is_publisher(suffix["site"].strip()):
        article = replace(article, publisher=suffix["site"].strip(), findings=_found(article, "publisher", row))
        return replace(article, headline=row.text[: suffix.start()], findings=_found(article, "headline", row))
    headline_text = SUBJECT.sub("", _VERSION.sub("", row.text), count=1) or row.text
    return replace(article, headline=headline_text, findings=_found(article, "headline", row))


def _with_dates(article: Article, outline: Outline) -> Article:
    stamps = list(_stamps(outline))
    first = next((s for s in stamps if s[2] != "updated"), None)
    later = [s for s in stamps if s is not first and s[2] != "published"]
    changed = next((s for s in later if s[2] == "updated" or (first and s[1].iso > first[1].iso)), None)
    if first:
        article = replace(article, published=first[1].iso, findings=_found(article, "published", first[0]))
    if changed:
        article = replace(article, updated=changed[1].iso, findings=_found(article, "updated", changed[0]))
    if changed and not first:  # the one day the page gives; its hour is the update's
        article = replace(
            article, published=changed[1].iso[:10], findings=_found(article, "published", changed[0])
        )
    return article


def _stamps(outline: Outline) -> Iterator[tuple[Labelled, Stamp, str]]:
    """Each date on a line of its own with its role: those around the headline, else those at the end."""
    rows = outline.rows
    dated = [i for i, r in enumerate(rows) if r.label is Label.DATE and r.stamps]
    head = [i for i in dated if outline.top <= i <= outline.body + 3]
    head = [i for i in head if i >= outline.headline - _CLOSE_LINES] or head
    foot = [i for i in dated if outline.body < i < outline.bottom][-2:]
    above = [i for i in dated if i < outline.top][-1:]
    for i in head or foot or above or dated[:1]:
        at = 0
        for stamp in rows[i].stamps:
            before = rows[i].text[at : stamp.start]
            if not before.strip(" :|·") and i and rows[i - 1].label in (Label.PAGE, Label.SHORT):
                before = rows[i - 1].text
            yield rows[i], stamp, _role(before, rows[i].text[stamp.end : stamp.end + 12])
            at = stamp.end


def _role(before: str, after: str) -> str:
    updates = [m.start() for m in _UPDATED.finditer(before)]
    publishes = [m.start() for m in _PUBLISHED.finditer(before)]
    if updates and (not publishes or updates[-1] > publishes[-1]):
        return "updated"
    if publishes:
        return "published"
    behind = after.strip(" )")
    for name, words in (("updated", _UPDATED), ("published", _PUBLISHED)):
        told = words.match(behind)
        if told and behind[told.end() : told.end() + 1] not in (":", "："):  # else it is told of the next date
            return name
    return ""


def _with_byline(article: Article, outline: Outline) -> Article:
    for row in _signed(outline):
        article = _with_names(article, row, row.byline)
    if article.byline:
        return article
    for row in outline.rows[outline.body : outline.bottom]:
        if row.label in (Label.TAIL, Label.SENTENCE, Label.SHORT) and persons_in_tail(row.text):
            return _with_names(article, row, Byline(persons_in_tail(row.text)))
    return article


def _signed(outline: Outline) -> list[Labelled]:
    """The lines that name an author: those of the head, else the last of the text; the agency's end mark."""
    rows = outline.rows
    head = [r for r in rows[outline.top : outline.body + 4] if r.byline]
    if not any(r.byline.persons for r in head):
        head += _bare_names(outline)
    head = head or [r for r in rows[outline.body : outline.bottom] if r.byline][-1:]
    ends = [*(r for r in rows if r.label is Label.END), *rows[outline.end : outline.end + 1]]
    frame = rows[outline.headline + 1 : outline.body] if outline.headline >= 0 else ()
    agencies = ((r, agency_in(r.text)) for r in (*ends, *(r for r in frame if r.label is Label.SHORT)))
    return [*(replace(r, byline=Byline(agency=a)) for r, a in agencies if a), *head]


def _bare_names(outline: Outline) -> list[Labelled]:
    """The first line right under the headline that is nothing but a name, with its place or without."""
    under = outline.rows[outline.headline + 1 : min(outline.body, outline.headline + _NAME_LINES)]
    named = ((r, _IN_PLACE.sub("", r.text)) for r in under if r.label is Label.SHORT)
    found = [replace(r, byline=Byline((name,))) for r, name in named if is_full_name(name)]
    return found[:1] if outline.headline >= 0 else []


def _with_names(article: Article, row: Labelled, byline: Byline) -> Article:
    persons = tuple(dict.fromkeys((*article.byline, *byline.persons)))
    name = "byline" if byline.persons else "agency"
    return replace(
        article,
        byline=persons,
        agency=joined_agencies(article.agency, byline.agency),
        publisher=article.publisher or byline.publisher,
        dateline=article.dateline or byline.place,
        findings=_found(article, name, row),
    )


def _with_publisher(article: Article, outline: Outline) -> Article:
    sections = [r for r in outline.rows[: outline.body] if r.label is Label.SECTION]
    article = replace(article, section=sections[-1].text if sections else "")
    site = _site(outline)
    if site is None or (article.publisher and not same_outlet(article.publisher, site[1])):
        return article
    return replace(article, publisher=site[1], findings=_found(article, "publisher", site[0]))


def _site(outline: Outline) -> tuple[Labelled, str] | None:
    rows, first = outline.rows, max(outline.body, outline.headline)
    sites = [r for r in rows[:first] if r.label is Label.SITE]
    known = [r for r in sites if is_known_publisher(r.text)]
    for row in known or sites:
        return row, row.text
    for row in reversed(rows):
        name = publisher_in_rights(row.text) if row.label in (Label.PAGE, Label.TAIL) else ""
        if name:
            return row, name
    return None
