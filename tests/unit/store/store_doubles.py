"""Doubles for the tests of storage: a small note, a file system that fails on demand."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.model.anchor import anchor_at
from briefing.model.article import Article, Block, Extra, Finding, Kind, Status
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.disk import Disk

QUOTE = "Velmark and Ostrana will exchange customs data."


def sample_article(article_id: str = "a-1") -> Article:
    return Article(
        id=article_id,
        headline="Velmark, Ostrana customs chiefs meet",
        alternative_headline="First meeting since 2016",
        publisher="The Castora Courier",
        byline=("Ana Brill",),
        agency="CNA",
        dateline="BRENA",
        published="2026-05-14T09:30",
        updated="2026-05-14",
        url="https://courier.example/1",
        section="Trade",
        language="en",
        captured="2026-05-15T08:00+00:00",
        sha256="0" * 64,
        findings=(Finding("published", "line 3", Extra({"sure": True})),),
        losses=("pictures",),
        blocks=(
            Block("Meeting in Brena", Kind.HEADING, Status.BODY, 2),
            Block(QUOTE, extra=Extra({"style": "lead"})),
            Block("Copy link", status=Status.FURNITURE),
        ),
        extra=Extra({"region": "east"}),
    )


def sample_note(note_id: str = "n-1") -> Note:
    article = sample_article()
    anchor = anchor_at(article, 1, 0, len(QUOTE))
    point = Point(
        id="p-1",
        tag="agreements",
        wording="Data to be exchanged",
        evidence=(anchor,),
        comment="confirm",
        owner="Trade desk",
        due="2026-06-01",
        level=1,
        kept=("number",),
        extra=Extra({"weight": 2}),
    )
    return Note(
        id=note_id,
        template=TemplateCopy("bilateral-meeting", 'name = "x"\n', extra=Extra({"origin": "own"})),
        title="Ostrana talks",
        articles=(article,),
        points=(point, Point("p-2", "next-steps", "Send the draft")),
        fields=(("to", "Director General"), ("from", "Desk 4")),
        summary="Data will flow.",
        marking="OFFICIAL",
        dismissed=(anchor_at(article, 0, 0, 7),),
        created="2026-05-15T08:01+00:00",
        extra=Extra({"reviewed": [1, {"by": None}]}),
    )


COUNTED = frozenset(name for name in vars(Disk) if not name.startswith("_")) - {"now", "pause"}
READING = frozenset({"stat", "writable", "names", "read", "close"})


class Faulty(Disk):
    """The real disk; the call number `fail_at` (from 1) raises `error`, or writes only half."""

    def __init__(self, fail_at: int = 0, error: int | str = errno.ENOSPC) -> None:
        self.fail_at = fail_at
        self.error = error
        self.calls: list[str] = []
        self.pauses: list[float] = []
        self.open_handles: set[int] = set()

    def __getattribute__(self, name: str):
        real = super().__getattribute__(name)
        return self._counted(name, real) if name in COUNTED else real

    def _counted(self, name, real):
        def call(*arguments):
            self.calls.append(name)
            if len(self.calls) == self.fail_at:
                if name == "write" and self.error == "short":
                    return real(arguments[0], bytes(arguments[1])[: max(1, len(arguments[1]) // 2)])
                if self.error != "short":
                    if name == "close":
                        real(*arguments)
                    raise OSError(self.error, os.strerror(self.error))
            return real(*arguments)

        return call

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, "short"]


@contextmanager
def no_new_temporaries(folder: Path) -> Iterator[None]:
    yield
    left = [p.name for p in folder.iterdir() if p.name.endswith(".tmp")]
    assert left == []


def dead_process() -> int:
    """The number of a process of this computer that has ended."""
    done = subprocess.Popen([sys.executable, "-S", "-c", ""])
    done.wait()
    return done.pid
