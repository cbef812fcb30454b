"""Differences and times in words: "2 points reworded, 1 moved", "Today 10:32"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale

from briefing.model.note import Note
from briefing.store.differences import Difference, counted
from briefing.store.merge import Conflict
from briefing.words import Words

MOST_CHARS = 120  # of a text that is told in a list


def summed(found: Sequence[Difference], words: Words) -> str:
    """How many differences of each kind, in one line."""
    told, of_points = [], False
    for kind, count in counted(found):
        name = kind.replace("-", "_")
        also = of_points and name.startswith("point_")
        told.append(words(f"kept.diff_{'also' + name[5:] if also else name}", count=count))
        of_points = of_points or name.startswith("point_")
    return ", ".join(told) or words("kept.diff_none")


def listed(found: Sequence[Difference], note: Note, words: Words) -> tuple[str, ...]:
    """Each difference as a line. `note` is the one with the points they are about."""
    wordings = {p.id: p.wording for p in note.points}
    return tuple(_told(d, short(wordings.get(d.key, ""), words), words) for d in found)


def _told(one: Difference, text: str, words: Words) -> str:
    before, after = short(one.before, words), short(one.after, words)
    return words(f"kept.told_{one.kind.replace('-', '_')}", key=one.key, text=text, before=before, after=after)


def disagreements(conflicts: Sequence[Conflict], words: Words) -> tuple[str, ...]:
    """What both changed, each as a line."""
    return tuple(
        words(
            "kept.told_both" if c.kept else "kept.told_mine",
            mine=short(c.mine, words),
            theirs=short(c.theirs, words),
        )
        for c in conflicts
    )


def short(text: str, words: Words) -> str:
    """A text for a list: one line, not long."""
    line = " ".join(text.split())
    if len(line) > MOST_CHARS:
        return f"{line[: MOST_CHARS - 1].rstrip()}…"
    return line or words("kept.told_nothing")


def when(time: datetime, words: Words, today: date | None = None) -> str:
    """A moment as people say it, in this computer's time."""
    local = time.astimezone()
    locale = QLocale("ko_KR" if words.language == "ko" else "en_GB")
    moment = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    clock = locale.toString(moment, words("kept.time_pattern"))
    now = today or datetime.now().astimezone().date()
    if local.date() == now:
        return words("kept.today", time=clock)
    if local.date() == now - timedelta(days=1):
        return words("kept.yesterday", time=clock)
    return locale.toString(moment, words("kept.day_pattern"))


def when_iso(time: str, words: Words) -> str:
    """The same for an ISO 8601 time; a time that cannot be read is told as it stands."""
    try:
        return when(datetime.fromisoformat(time), words)
    except ValueError:
        return time
