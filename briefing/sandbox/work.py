"""One job of the child: bytes to an article as JSON, or to the reason why there is none."""

from __future__ import annotations

import threading
from importlib import import_module

from briefing.errors import ImportFailed
from briefing.importers import read_article, read_html, read_text
from briefing.model.article import Article
from briefing.progress import Told, unheard
from briefing.sandbox.wire import Head
from briefing.store.codec import compact
from briefing.store.tree import article_tree

_MOST_DETAIL_CHARS = 400
_AHEAD = ("lxml.html", "htmldate", "trafilatura")  # steps of 10, 80 and 100 ms
_REHEARSAL = (
    b"<html><title>Talks</title><article>" + b"<p>The two sides met on Monday.</p>" * 20 + b"</article>"
)


def load_ahead(asked: threading.Event) -> None:
    """Loads what a web page needs while nobody asks. Ends with the first job, or when all of it is loaded."""
    for name in _AHEAD:
        if asked.is_set():
            return
        import_module(name)
    for kind in ("html", "text"):  # word lists and patterns are made ready with their first use
        if not asked.is_set():
            answer({"kind": kind}, _REHEARSAL)


def answer(head: Head, body: bytes, told: Told = unheard) -> tuple[Head, bytes]:
    """What became of a job, as a message to the parent. Never raises. `told` hears how far it is."""
    name = str(head.get("name", ""))
    try:
        return {"article": True}, compact(article_tree(_read(str(head.get("kind")), body, name, told)))
    except ImportFailed as failed:
        return _failed(failed.source, failed.reason, failed.detail), b""
    except MemoryError:
        return _failed(name, "too-large", "more memory than a reader may have"), b""
    except Exception as fault:  # noqa: BLE001 - the top of this process: a fault of any reader is this file's failure
        return _failed(name, "damaged", f"{type(fault).__name__}: {fault}"), b""


def _read(kind: str, body: bytes, name: str, told: Told) -> Article:
    if kind == "file":
        return read_article(body, name, told=told)
    text = body.decode("utf-8", "surrogatepass")
    return read_html(text, name=name) if kind == "html" else read_text(text, name=name)


def _failed(source: str, reason: str, detail: str) -> Head:
    return {"failed": reason, "source": source, "detail": detail[:_MOST_DETAIL_CHARS]}
