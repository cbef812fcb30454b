"""Articles read in processes of their own: what is asked here ends in an Article or in ImportFailed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from briefing import limits
from briefing.cleaning import clean
from briefing.errors import ImportFailed
from briefing.model.article import Article
from briefing.model.note import new_id
from briefing.plainfile import TooLarge, read_plain
from briefing.progress import Told, unheard
from briefing.sandbox.process import Ended, Process
from briefing.store.reading import Wrong, read_article, reader_of


class Readers:
    """The reading processes of one program: one stands ready at most, the others end with their work.

    `reuse`: the same process reads the next file, as long as nothing went wrong in it; for many files of one
    person's choice. Otherwise each file has a process that has met no other.
    """

    def __init__(self, start: Callable[[], Process] = Process, *, reuse: bool = False) -> None:
        self._start, self._reuse = start, reuse
        self._lock = threading.Lock()
        self._ready: Process | None = None

    def reading(self, told: Told = unheard) -> Reading:
        """One reading, which can be stopped. `told` hears of a long file's pages, in the reading thread."""
        return Reading(self, told)

    def warm(self) -> None:
        """Starts a process now, for the article that is likely to come."""
        with self._lock:
            if self._ready is None or not self._ready.alive:
                self._ready = self._start()

    @property
    def stands_ready(self) -> bool:
        """Whether the next file finds a process that was started before."""
        with self._lock:
            return self._ready is not None and self._ready.alive

    def close(self) -> None:
        """Ends the process that stands ready."""
        with self._lock:
            ready, self._ready = self._ready, None
        if ready is not None:
            ready.close()

    def take(self) -> Process:
        """A process nobody else uses."""
        with self._lock:
            ready, self._ready = self._ready, None
        if ready is not None and not ready.alive:
            ready.close()
            ready = None
        return ready or self._start()

    def give_back(self, process: Process) -> None:
        """Keeps the process for the next file, or ends it."""
        with self._lock:
            keep = self._reuse and self._ready is None and process.alive
            keep = keep and process.spent_s < limits.MOST_SPENT_S
            self._ready = process if keep else self._ready
        if not keep:
            process.close()


class Reading:
    """One article on its way in. `stop`, from any thread, ends it at once."""

    def __init__(self, readers: Readers, told: Told = unheard) -> None:
        self._readers, self._told = readers, told
        self._lock = threading.Lock()
        self._process: Process | None = None
        self._stopped = False

    def file(self, path: Path, *, captured: str = "") -> Article:
        """The article in the file at `path`. Raises ImportFailed; folders, devices and pipes are no files."""
        try:
            data = read_plain(path, limits.MOST_BYTES)
        except TooLarge as fault:
            raise ImportFailed(path.name, "too-large", fault.strerror or "") from fault
        except FileNotFoundError as fault:
            raise ImportFailed(path.name, "not-found", str(fault)) from fault
        except (OSError, ValueError) as fault:
            raise ImportFailed(path.name, "unreadable", str(fault)) from fault
        return self.data(data, path.name, captured=captured)

    def data(self, data: bytes, name: str = "", *, captured: str = "") -> Article:
        """The article in a file's bytes. Raises ImportFailed."""
        return self._read("file", data, name, captured)

    def html(self, html: str, *, captured: str = "") -> Article:
        """The article in pasted rich text. Raises ImportFailed."""
        return self._read("html", html.encode("utf-8", "surrogatepass"), "", captured)

    def text(self, text: str, *, captured: str = "") -> Article:
        """The article in a pasted plain text. Raises ImportFailed.

        One of an article's length is read here: our own code alone reads it, in time that grows with its
        length, and a process would take longer to start than the paste may take.
        """
        if len(text) > limits.MOST_TEXT_BESIDE_CHARS or len(text.splitlines()) > limits.MOST_LINES_BESIDE:
            return self._read("text", text.encode("utf-8", "surrogatepass"), "", captured)
        from briefing.importers import read_text  # noqa: PLC0415 - heavy: loaded with the first paste

        return read_text(text, captured=captured)

    def stop(self) -> None:
        """Ends the reading; whoever waits for it gets ImportFailed ("cancelled")."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.end()

    def _read(self, kind: str, data: bytes, name: str, captured: str) -> Article:
        if len(data) > limits.MOST_BYTES:
            raise ImportFailed(name, "too-large", f"{len(data):,} bytes; at most {limits.MOST_BYTES:,}")
        process = self._taken(name)
        met_others = process.spent_s > 0
        try:
            article = self._asked_of(process, kind, data, name)
        except ImportFailed as failed:
            if not met_others or process.alive or failed.reason not in ("crashed", "too-large"):
                raise
        else:
            return replace(article, id=new_id("a"), captured=captured)
        return self._read(kind, data, name, captured)  # it may have died of what others left in it

    def _asked_of(self, process: Process, kind: str, data: bytes, name: str) -> Article:
        try:
            head, body = process.ask({"kind": kind, "name": name}, data, told=self._told)
            return _answered(head, body, name)
        except Ended as ended:
            raise ImportFailed(name, ended.why, ended.detail) from ended
        except ImportFailed as failed:
            if failed.reason == "crashed":
                process.end()
            raise
        except BaseException:  # also Ctrl+C
            process.end()
            raise
        finally:
            self._let_go(process)

    def _taken(self, name: str) -> Process:
        try:
            process = self._readers.take()
        except OSError as fault:
            raise ImportFailed(name, "crashed", f"no process: {fault}") from fault
        with self._lock:
            self._process = process
            if self._stopped:
                process.end()
        return process

    def _let_go(self, process: Process) -> None:
        with self._lock:
            self._process = None
        self._readers.give_back(process)


def _answered(head: object, body: bytes, name: str) -> Article:
    """The article in an answer. Nothing in it is believed before it is checked, and all of it is cleaned."""
    import msgspec  # noqa: PLC0415 - loaded with the first article

    if not isinstance(head, dict) or "failed" in head:
        raise _failure(head, name)
    try:
        article = read_article(reader_of(_cleaned(msgspec.json.decode(body))))
    except (ValueError, RecursionError, Wrong) as fault:
        raise ImportFailed(name, "crashed", f"no article: {fault}"[:200]) from fault
    if len(article.blocks) > limits.MOST_BLOCKS:
        raise ImportFailed(name, "too-large", f"{len(article.blocks):,} lines; at most {limits.MOST_BLOCKS:,}")
    return article


def _failure(head: object, name: str) -> ImportFailed:
    told = head if isinstance(head, dict) else {}
    reason = str(told.get("failed", ""))
    if reason not in ImportFailed.REASONS:
        return ImportFailed(name, "crashed", "no known reason")
    return ImportFailed(clean(str(told.get("source", name))), reason, clean(str(told.get("detail", ""))))


def _cleaned(value: object) -> object:
    """The same plain values, every text fit to keep."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value
