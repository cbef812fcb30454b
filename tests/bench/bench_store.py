"""What keeping a note costs beside the bare writes it cannot do without.

    python tests/bench/bench_store.py            a line each: ratio, budget, pass or fail
    python tests/bench/bench_store.py --json     the same for a machine

A ratio is between medians of runs taken in turn, so that a busy disk slows both sides. `save` is everything a
save does: reading what stands there, comparing its hash, writing, syncing, reading back. Its counterpart is the
bare atomic write of the same bytes. A journaled change is measured from the call to the moment its caller knows
it is on the disk, against an append of 200 bytes and a sync in the same thread.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from briefing.model.article import Article, Block  # noqa: E402 - after the path is set
from briefing.model.edits import reword  # noqa: E402 - after the path is set
from briefing.model.note import Note, Point, TemplateCopy  # noqa: E402 - after the path is set
from briefing.store.codec import Parts  # noqa: E402 - after the path is set
from briefing.store.journal import Journal  # noqa: E402 - after the path is set
from briefing.store.log import Base  # noqa: E402 - after the path is set
from briefing.store.notes import load, save  # noqa: E402 - after the path is set

SAVE_BUDGET = 2.5
CHANGE_BUDGET = 2.0
SAVES = 31
CHANGES = 301
SIZES = {
    "1 article, 10 points": (1, 10),
    "20 articles, 200 points": (20, 200),
    "200 articles, 2,000 points": (200, 2000),
}
TEXT = (
    "customs officers of both sides would exchange data on sea containers every week from July 관세 협력 회의"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; times in milliseconds."""

    name: str
    ours_ms: float
    bare_ms: float
    ratio: float
    budget: float

    @property
    def passed(self) -> bool:
        return self.ratio <= self.budget


def note_of(articles: int, points: int) -> Note:
    """A note of that size, the same each time."""
    dice = random.Random(7)  # noqa: S311 - words for a measurement, no secret

    def sentence(count: int) -> str:
        return " ".join(dice.choices(TEXT.split(), k=count)).capitalize() + "."

    sources = tuple(
        Article(f"a-{i}", sentence(8), tuple(Block(sentence(60)) for _ in range(10)), "en")
        for i in range(articles)
    )
    lines = tuple(Point(f"p-{i}", "agreements", sentence(20)) for i in range(points))
    template = TemplateCopy("bilateral-meeting", "x = 1\n" * 1000)
    return Note("n-1", template, "Talks", sources, lines)


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def compared(
    name: str, ours: Callable[[int], object], bare: Callable[[], object], runs: int, budget: float
) -> Figure:
    """Both in turn; `ours` is told the number of the run, so that each has something new to write."""
    ours(0)
    bare()
    times = [(seconds(lambda n=n: ours(n)), seconds(bare)) for n in range(1, runs)]
    ours_s, bare_s = (statistics.median(column) for column in zip(*times, strict=True))
    return Figure(name, ours_s * 1e3, bare_s * 1e3, ours_s / bare_s, budget)


def atomic_write(path: Path, data: bytes) -> None:
    """The least a whole write needs: a temporary file, a sync, the name, a sync of the folder."""
    temp = path.with_name(path.name + ".tmp")
    handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    temp.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def save_figure(name: str, folder: Path) -> Figure:
    """A save against the bare atomic write of the same bytes."""
    note, parts = note_of(*SIZES[name]), Parts()
    path = folder / "note.briefing"
    known = [save(note, path, parts=parts).sha256]
    data = path.read_bytes()

    def ours(number: int) -> None:
        changed = reword(note, "p-5", f"Reworded {number}")
        known[0] = save(changed, path, expected_sha256=known[0], parts=parts).sha256

    return compared(
        f"save, {name}, {len(data):,} bytes",
        ours,
        lambda: atomic_write(folder / "bare", data),
        SAVES,
        SAVE_BUDGET,
    )


def change_figure(name: str, folder: Path) -> Figure:
    """One journaled change against an append of 200 bytes and a sync."""
    note = note_of(*SIZES[name])
    journal = Journal(folder / "journal", Base(note))
    notes = [reword(note, "p-5", f"Reworded {number}") for number in range(CHANGES)]
    handle = os.open(folder / "bare.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sync = getattr(os, "fdatasync", os.fsync)

    def bare() -> None:
        os.write(handle, b"x" * 200)
        sync(handle)

    def ours(number: int) -> None:
        journal.keep(notes[number])

    try:
        return compared(f"journaled change, {name}", ours, bare, CHANGES, CHANGE_BUDGET)
    finally:
        journal.close()
        os.close(handle)


def load_ms(name: str, folder: Path) -> float:
    """How long opening takes, in milliseconds; no budget."""
    path = folder / "load.briefing"
    save(note_of(*SIZES[name]), path)
    return min(seconds(lambda: load(path)) for _ in range(7)) * 1e3


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def figures() -> list[Figure]:
    """Every figure, in a folder of its own on the disk of the temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        saves = [save_figure(name, Path(folder)) for name in SIZES]
        return saves + [change_figure(name, _new(Path(folder) / str(i))) for i, name in enumerate(SIZES)]


def main() -> int:
    """0 if every ratio is within its budget."""
    found = figures()
    if "--json" in sys.argv[1:]:
        print(json.dumps([{**asdict(f), "passed": f.passed} for f in found], indent=1))
    else:
        for f in found:
            verdict = "pass" if f.passed else "FAIL"
            times = f"{f.ours_ms:.2f} ms, bare {f.bare_ms:.2f} ms"
            print(f"{f.ratio:5.2f}  of {f.budget}  {verdict}  {f.name}: {times}")
    return 0 if all(f.passed for f in found) else 1


if __name__ == "__main__":
    sys.exit(main())
