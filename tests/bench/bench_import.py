"""Importing a web page against trafilatura alone, in the same process; and what the first article waits for."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec

from briefing.importers import read_article
from briefing.sandbox import Readers

from .measure import Row, can_launch, compared, launched, median_within, timed

BUDGET = 1.3
PASTE_BUDGET_MS = 50.0  # for 5,000 words
PASTED_PARAGRAPHS = 74
FIRST_BUDGET = 0.25
STARTS, STANDING_S = 5, 2.0
LARGE_BUDGET_S, LARGE_BUDGET_MIB = 5.0, 500.0
LARGE = {
    "paragraphs": "<p>The talks went on and on.</p>",
    "pictures": '<img src="data:image/png;base64,' + "QUJD" * 25_000 + '">',
    "character references": "&#8203;&amp;",
    "tags that never close": "<div>",
    "cells of one table": "<td>1",
}
READ_LARGE = """
import sys
from briefing.errors import ImportFailed
from briefing.importers import read_article
from tests.bench.bench_import import page
text = page()[: -len("</body></html>")]
data = (text + sys.argv[1] * ((49_900_000 - len(text)) // len(sys.argv[1]))).encode()
del text
try:
    read_article(data, "large.html")
except ImportFailed as failed:
    assert failed.reason == "too-large"
"""
PARAGRAPHS = 30
SENTENCES = (
    "The customs chiefs of Velmark and Castora met in Brena on Thursday for the first talks since 2017.",
    "During the session, the two sides exchanged views on smuggling and on delays at the northern crossings.",
    "They agreed to share manifests every week and to run joint inspections at three ports.",
    "The service said it plans to hold similar talks with Ostrana by the end of this year.",
)


def rows() -> Iterator[Row]:
    """The lines about imports."""
    html = page()
    yield _paste()
    yield _first(html)
    if find_spec("trafilatura") is None:
        yield Row("import of a page", None, skipped="trafilatura is not installed")
        return
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy: only where it is installed

    data = html.encode()

    def alone(*, told: bool) -> object:
        return bare_extraction(html, with_metadata=told, include_comments=False)

    def ours() -> object:
        return read_article(data, "page.html")

    what = f"import of a page of {len(data) / 1000:.0f} kB / trafilatura with metadata"
    yield compared(what, ours, lambda: alone(told=True), BUDGET)
    yield compared("the same / trafilatura's text only", ours, lambda: alone(told=False), None)


def _paste() -> Row:
    text = pasted()
    ms = median_within(lambda: Readers().reading().text(text)) * 1e3
    return Row(f"paste of {len(text.split()):,} words", ms, PASTE_BUDGET_MS, "ms")


def _first(html: str) -> Row:
    """What somebody waits for a page, by the clock: where a process stands ready, and where none does."""
    times: dict[float, list[float]] = {STANDING_S: [], 0.0: []}
    for standing_s in (*times,) * STARTS:
        with closing(Readers()) as readers:
            if standing_s:
                readers.warm()
                time.sleep(standing_s)
            times[standing_s].append(timed(lambda r=readers: r.reading().html(html), time.perf_counter))
    ready_s, cold_s = (statistics.median(own) for own in times.values())
    figures = {"ready_ms": ready_s * 1e3, "no_process_ms": cold_s * 1e3}
    return Row(
        "first page where a process stands ready / where none does", ready_s / cold_s, FIRST_BUDGET, "", figures
    )


def large() -> Iterator[Row]:
    """A page of 50 MB in a process of its own, the making of it included."""
    if not can_launch():
        yield Row("page of 50 MB", None, skipped="this system does not tell what a child process used")
        return
    for what, piece in LARGE.items():
        used = launched([sys.executable, "-c", READ_LARGE, piece])
        yield Row(f"page of 50 MB of {what}, CPU", used.cpu_s, LARGE_BUDGET_S, "s")
        yield Row("the same, peak of memory", used.peak_mib, LARGE_BUDGET_MIB, "MiB")


def pasted() -> str:
    """An article as it is pasted, of some 5,000 words."""
    body = (" ".join(SENTENCES[i % 4 :] + SENTENCES[: i % 4]) for i in range(PASTED_PARAGRAPHS))
    head = ("Velmark and Castora resume customs talks", "By Mira Tolland", "14 May 2026")
    return "\n\n".join((*head, *body))


def page() -> str:
    """A news page as they are: menus, a head full of facts, captions, teasers, a footer."""
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Velmark and Castora resume customs talks",
        "datePublished": "2026-05-14T09:30:00Z",
        "author": {"@type": "Person", "name": "Mira Tolland"},
        "publisher": {"@type": "Organization", "name": "The Harbour Courier"},
    }
    menu = "".join(f'<li><a href="/section/{i}">Section {i}</a></li>' for i in range(40))
    teasers = "".join(f'<div><a href="/story/{i}"><h3>Another story, {i}</h3></a></div>' for i in range(30))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Velmark and Castora resume customs talks | The Harbour Courier</title>
<meta property="og:title" content="Velmark and Castora resume customs talks">
<meta property="og:site_name" content="The Harbour Courier">
<link rel="canonical" href="https://courier.example/world/customs-talks">
<script type="application/ld+json">{json.dumps(facts)}</script></head><body>
<header><nav><ul>{menu}</ul></nav></header><main><article>
<h1>Velmark and Castora resume customs talks</h1>
<p class="byline">By Mira Tolland</p><time datetime="2026-05-14T09:30:00Z">14 May 2026</time>
<figure><img src="a.jpg" alt="">
<figcaption>The hall at Port Halden, where the talks were held</figcaption></figure>
{"".join(_paragraph(i) for i in range(PARAGRAPHS))}</article></main>
<aside>{teasers}</aside><footer><p>All rights reserved</p><ul>{menu}</ul></footer></body></html>"""


def _paragraph(number: int) -> str:
    turned = SENTENCES[number % 4 :] + SENTENCES[: number % 4]
    heading = f"<h2>Part {number // 10 + 1} of the talks</h2>" if number % 10 == 5 else ""
    return f"{heading}<p>Paragraph {number} of the report. {' '.join(turned)}</p>"
