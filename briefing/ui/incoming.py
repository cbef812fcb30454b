"""Articles on their way in, one by one: each step named, all cancelled together, no failure stops another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from briefing.errors import BriefingError
from briefing.faults import explain
from briefing.model.article import Article
from briefing.ui.home import Home
from briefing.ui.jobs import Jobs
from briefing.ui.messages import Message
from briefing.ui.work_bar import Work

if TYPE_CHECKING:
    from briefing.sandbox import Reading

BUSY_MS = 400  # what is read faster needs no word


class Wanted(Struct, frozen=True):
    """An article that somebody waits for, under the name that people know it by."""

    name: str
    read: Callable[[Reading], Article]
    done: Callable[[Article], object]


class _Failure(Struct, frozen=True):
    name: str
    fault: BriefingError


class _Pages(QObject):
    """Carries to the window's thread how far a reading is; the reading may outlive the window."""

    read = Signal(object, int, int)  # the Wanted, pages, of how many


class Importing(QObject):
    """Reads what is wanted, in the order it was asked for, in a thread and a process of their own."""

    work_changed = Signal(object)  # Work to show, or None
    told = Signal(object)  # a Message

    def __init__(self, home: Home, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._jobs = home, jobs
        self._waiting: list[Wanted] = []
        self._now: Wanted | None = None
        self._ticket = 0
        self._finished = 0  # of this turn, read or not
        self._pages = (0, 0)  # of the one being read: how many, of how many; no pages: nothing is known
        self._failures: list[_Failure] = []
        self._late = QTimer(self, interval=BUSY_MS, singleShot=True)
        self._late.timeout.connect(self._show)

    def want(self, *wanted: Wanted) -> None:
        """Reads these after what is being read."""
        self._waiting += wanted
        if self._now is None and self._waiting:
            self._late.start()
            self._next()
        elif not self._late.isActive():
            self._show()

    def cancel(self) -> None:
        """Ends what is being read and forgets what waits; what was read stays."""
        total, finished = self._total, self._finished - len(self._failures)
        self._jobs.cancel_one(self._ticket)
        self._waiting.clear()
        self._end()
        if total > 1:
            said = self._home.words("window.import_cancelled", done=finished, total=total)
            self.told.emit(Message("info", said))

    @property
    def _total(self) -> int:
        return self._finished + len(self._waiting) + (self._now is not None)

    def _next(self) -> None:
        if not self._waiting:
            failures = tuple(self._failures)
            total = self._finished
            self._end()
            if failures:
                self.told.emit(_told(failures, total, self._home))
            return
        self._now = wanted = self._waiting.pop(0)
        self._pages = (0, 0)
        if not self._late.isActive():
            self._show()
        pages = _Pages()
        pages.read.connect(self._page_read)
        reading = self._home.readers.reading(lambda done, total: pages.read.emit(wanted, done, total))
        self._ticket = self._jobs.run(lambda: wanted.read(reading), self._read, self._failed, reading.stop)
        if self._waiting:
            self._home.readers.warm()  # the next one's process starts meanwhile

    def _end(self) -> None:
        self._now, self._finished = None, 0
        self._failures.clear()
        self._late.stop()
        self.work_changed.emit(None)
        QTimer.singleShot(BUSY_MS, self._home.get_ready)  # for the next article, when this one is shown

    def _show(self) -> None:
        if self._now is None:
            return
        words, total = self._home.words, self._total
        title = words("window.import_busy", name=self._now.name)
        step = words("window.import_step", number=self._finished + 1, total=total) if total > 1 else ""
        read, pages = self._pages
        page = words("window.import_page", page=read, total=pages) if pages > 1 else ""
        text = " ".join(filter(None, (step, page, words("window.import_meanwhile"))))
        done, of = (self._finished, total) if total > 1 else self._pages
        self.work_changed.emit(Work(title, text, done, of, self.cancel))

    def _page_read(self, wanted: Wanted, read: int, pages: int) -> None:
        if wanted is self._now:
            self._pages = (read, pages)
            if not self._late.isActive():
                self._show()

    def _read(self, article: Article) -> None:
        if self._now is not None:
            self._finished += 1
            self._now.done(article)
            self._next()

    def _failed(self, fault: BriefingError) -> None:
        if self._now is not None:
            self._finished += 1
            self._failures.append(_Failure(self._now.name, fault))
            self._next()


def _told(failures: tuple[_Failure, ...], total: int, home: Home) -> Message:
    """One message for all that could not be read; a single one as ever."""
    told = [(f.name, explain(f.fault, home.words)) for f in failures]
    if total == 1:
        one = told[0][1]
        return Message("warn", one.what, one.then, detail=one.detail)
    title = home.words("window.import_failed", count=len(failures), total=total)
    lines = "\n".join(f"{name}: {one.what}" for name, one in told)
    return Message("warn", title, lines, detail="\n".join(f"{name}: {one.detail}" for name, one in told))
