"""Metadata of a web page: what its JSON-LD, its meta elements and its own lines say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing.importers import jsonld
from briefing.importers.addresses import tidy_url
from briefing.importers.bylines import byline_in, holds_no_name, is_person, names_in
from briefing.importers.cleaning import key, one_line, words
from briefing.importers.nearness import beside_headline
from briefing.importers.outlets import agency_named, same_outlet
from briefing.importers.timestamps import iso_of
from briefing.model.article import Article, Finding

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = words(
    "article:published_time og:article:published_time datepublished article.published "
    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime originalpublicationdate publishdate "
    "publish-date pubdate dc.date.issued dcterms.issued dcterms.created date.issued "
    "og:published_time published_time bt:pubdate publication_date dc.date date article_date_original "
    "rnews:datepublished"
)
_UPDATED = words(
    "article:modified_time og:updated_time datemodified article.updated dcterms.modified "
    "last-modified lastmod revision_date bt:moddate"
)
_AUTHORS = words(
    "author article:author og:article:author parsely-author sailthru.author dc.creator "
    "dcterms.creator byl cxenseparse:author creator dable:author"
)
_SITES = words("og:site_name application-name cre publisher dc.publisher article:publisher al:android:app_name")
_SUFFIX = re.compile(
    r"\s+(?:[|–—•·»:]|-|::|<)\s+(?P<site>[^|–—•·»]{2,60})$|\s*[｜|]\s*(?P<east>[^｜"
    r"|]{2,40})$"
)
_SAVED = re.compile(r"saved from url=\(\d+\)(?P<url>\S+)|Page saved with SingleFile\s+url:\s*(?P<single>\S+)")
_AUTHOR_SPOTS = (
    ".//*[@rel='author']", ".//*[@itemprop='author']//*[@itemprop='name']", ".//*[@itemprop='author']",
    ".//*[contains(concat(' ',@class,' '),' byline ')]", ".//*[contains(@class,'byline')]",
    ".//*[contains(@class,'author-name') or contains(@class,'author_name') or contains(@class,'authorname')]",
    ".//*[contains(concat(' ',@class,' '),' author ')]",
)  # fmt: skip
_BY_JSON = "JSON-LD author"


class Page(Struct, frozen=True):
    """A parsed page: its tree, its meta elements by name in lower case, its JSON-LD article."""

    tree: HtmlElement
    metas: dict[str, str]
    thing: jsonld.Thing
    start: str

    @classmethod
    def of(cls, tree: HtmlElement, source: str) -> Page:
        """The page with its metadata elements gathered once."""
        metas: dict[str, str] = {}
        for meta in tree.iter("meta"):
            name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
            content = one_line(meta.get("content") or "")
            if name and content:
                metas.setdefault(name, content)
        return cls(tree, metas, jsonld.article_thing(tree), source[:3_000])

    def meta(self, *names: str) -> tuple[str, str]:
        """The first of those meta elements, with its name; two empty texts if there is none."""
        return next(((self.metas[n], f"meta {n}") for n in names if n in self.metas), ("", ""))

    @property
    def is_bare(self) -> bool:
        """Whether the page has no head of its own: a fragment, as a clipboard holds it."""
        return not self.metas and not self.thing and not one_line(self.tree.findtext(".//title") or "")


def described(page: Page) -> Article:
    """An article with the page's metadata, and how each was found; no blocks yet."""
    article = Article(id="")
    for step in (_publisher, _headline, _dates, _authors, _url, _rest):
        article = step(article, page)
    return article


def _noted(article: Article, name: str, value: str, how: str) -> Article:
    if not value:
        return article
    changed: Callable[..., Article] = replace
    return changed(article, **{name: value}, findings=(*article.findings, Finding(name, how)))


def _publisher(article: Article, page: Page) -> Article:
    site, how = page.meta(*_SITES)
    if site.startswith(("http", "@")):
        site = ""
    named = jsonld.text(page.thing, "publisher")
    if not site and named and not named.startswith("http"):
        site, how = named, "JSON-LD publisher"
    return _noted(article, "publisher", site, how)


def _headline(article: Article, page: Page) -> Article:
    titles = [one_line(str(h.text_content())) for h in page.tree.iter("h1")]
    others = {
        "og:title": page.meta("og:title", "twitter:title")[0],
        "JSON-LD headline": jsonld.text(page.thing, "headline"),
        "<title>": one_line(page.tree.findtext(".//title") or ""),
    }
    others = {how: text for how, text in others.items() if text}
    confirmed = [t for t in titles if t and any(_confirms(o, t) for o in others.values())]
    if confirmed:
        best = max(confirmed, key=len)
        article = _noted(article, "headline", best, "h1, confirmed by the page's head")
    else:
        article = _unconfirmed(article, titles, others)
    return _alternative(article, others)


def with_site_of_title(article: Article, page: Page) -> Article:
    """The article with what its page's title says behind the headline as its publisher, if it has none."""
    title = one_line(page.tree.findtext(".//title") or "")
    found = _SUFFIX.search(title)
    if article.publisher or not found or key(title[: found.start()]) != key(article.headline):
        return article
    site = (found["site"] or found["east"]).strip()
    return article if site in article.byline else _noted(article, "publisher", site, "<title>")


def _confirms(other: str, title: str) -> bool:
    a, b = key(other), key(title)
    return len(b) >= 8 and (b in a or (a in b and len(a) > 0.6 * len(b)))


def _unconfirmed(article: Article, titles: list[str], others: dict[str, str]) -> Article:
    for how in ("og:title", "JSON-LD headline", "<title>"):
        if how in others:
            return _noted(article, "headline", without_site(others[how], article.publisher), how)
    return _noted(article, "headline", next((t for t in titles if t), ""), "h1")


def without_site(title: str, publisher: str) -> str:
    """The title less the site's name at its end."""
    for _ in range(2):
        found = _SUFFIX.search(title)
        site = (found["site"] or found["east"]) if found else ""
        if not found or found.start() < 8:
            break
        if not (same_outlet(publisher, site) or (len(site.split()) <= 4 and found.start() > len(site))):
            break
        title = title[: found.start()]
    return title.strip()


def _alternative(article: Article, others: dict[str, str]) -> Article:
    for how, text in others.items():
        plain = without_site(text, article.publisher)
        if (
            how != "<title>"
            and plain
            and not _confirms(plain, article.headline)
            and key(plain) != key(article.headline)
        ):
            return _noted(article, "alternative_headline", plain, how)
    return article


def _dates(article: Article, page: Page) -> Article:
    first = iso_of(jsonld.text(page.thing, "datePublished", "dateCreated", "uploadDate"))
    how = "JSON-LD datePublished"
    if not first:
        value, how = page.meta(*_PUBLISHED)
        first = iso_of(value)
    if not first:
        first, how = _time_element(page.tree)
    article = _noted(article, "published", first, how)
    changed, how = iso_of(jsonld.text(page.thing, "dateModified")), "JSON-LD dateModified"
    if not changed:
        value, how = page.meta(*_UPDATED)
        changed = iso_of(value)
    return _noted(article, "updated", changed, how) if changed and changed != first else article


def _time_element(tree: HtmlElement) -> tuple[str, str]:
    times = [
        t
        for t in tree.iter("time", "abbr", "span", "meta")
        if t.get("datetime") or t.get("itemprop") == "datePublished"
    ]
    marked = [t for t in times if "publi" in f"{t.get('itemprop')} {t.get('class')} {t.get('pubdate')}".lower()]
    for element in marked or times:
        iso = iso_of(element.get("datetime") or element.get("content") or str(element.text_content()))
        if iso:
            return iso, "time element"
    return "", ""


def _authors(article: Article, page: Page) -> Article:
    for names, how in _author_sources(page, article.headline):
        persons, agencies = sorted_names(names, article.publisher)
        if how != _BY_JSON:
            persons = tuple(p for p in persons if not holds_no_name(p))
        if persons or agencies:
            article = replace(article, byline=persons, findings=(*article.findings, Finding("byline", how)))
            return replace(article, agency=", ".join(agencies))
    return article


def _author_sources(page: Page, headline: str) -> Iterator[tuple[list[str], str]]:
    """Author texts from each place that may have them, the best place first."""
    yield [n for n, _ in jsonld.names(page.thing, "author")], _BY_JSON
    for name in _AUTHORS:
        if name in page.metas and "://" not in page.metas[name]:
            yield [page.metas[name]], f"meta {name}"
    for spot in _AUTHOR_SPOTS:
        elements = beside_headline(page.tree.xpath(spot), page.tree, headline)
        texts = [one_line(str(e.text_content())) for e in elements[:6]]
        yield [t for t in texts if t and len(t) <= 120], "byline on the page"


def sorted_names(texts: list[str], publisher: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Persons and agencies among author texts; the outlet's own name and addresses left out."""
    persons: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for text in texts:
        marked = byline_in(text) or byline_in(f"By {text}") or names_in(text)
        if agency_named(text):
            agencies[agency_named(text)] = None
            continue
        agencies.update(dict.fromkeys(a for a in marked.agency.split(", ") if a))
        persons.update(
            dict.fromkeys(p for p in marked.persons if is_person(p) and not same_outlet(publisher, p))
        )
    return tuple(persons), tuple(a for a in agencies if not same_outlet(publisher, a))


def _url(article: Article, page: Page) -> Article:
    links = [e.get("href") or "" for e in page.tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    saved = _SAVED.search(page.start)
    sources = [
        (next(iter(links), ""), "link rel=canonical"),
        (page.meta("og:url")[0], "meta og:url"),
        (jsonld.text(page.thing, "url", "mainEntityOfPage"), "JSON-LD url"),
        ((saved["url"] or saved["single"]) if saved else "", "the browser's note of where it was saved from"),
    ]
    for value, how in sources:
        if tidy_url(value):
            return _noted(article, "url", tidy_url(value), how)
    return article


def _rest(article: Article, page: Page) -> Article:
    section, how = page.meta("article:section", "og:article:section", "parsely-section", "section")
    if not section:
        section, how = jsonld.text(page.thing, "articleSection"), "JSON-LD articleSection"
    article = _noted(article, "section", section, how)
    language = page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    language = (
        language or page.meta("og:locale", "content-language")[0] or jsonld.text(page.thing, "inLanguage")
    )
    code = re.match(r"[a-zA-Z]{2,3}(?=$|[-_])", language)
    return _noted(article, "language", code[0].lower() if code else "", "the page's own label")
