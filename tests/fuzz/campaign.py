"""`python -m tests.fuzz.campaign [SECONDS] [SEED]`: knowingly damaged files, read as the program reads them.

Articles go through the reading process with all its walls; what is read is composed and exported now and then.
Notes and templates are opened here, as in the window. A finding is a fault that is not typed, a process that
died, more than 5 s or 500 MB, or a canary's words in what came out; it is written to tests/cases/fuzz/campaign.
"""

from __future__ import annotations

import collections
import faulthandler
import hashlib
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path

from briefing.compose import compose
from briefing.errors import ImportFailed, NoteUnreadable, TemplateInvalid
from briefing.exporters import export
from briefing.model import edits
from briefing.model.article import Article
from briefing.sandbox import Readers
from briefing.store.codec import decode, encode
from briefing.template import parse, to_toml

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "helpers"), str(ROOT / "unit" / "importers")]
from tests.fuzz.mutants import mutant  # noqa: E402 - after the way to the helpers
from tests.fuzz.seeds import SUFFIXES, sound  # noqa: E402 - after the way to the helpers

CASES = ROOT / "cases" / "fuzz" / "campaign"
HIDDEN = "what nobody may read"
MOST_S, MOST_MB = 5.0, 500
HANG_S = 30
EXPORTED = 0.02  # of the articles that were read


class Campaign:
    """Counts what became of each file, and keeps the findings."""

    def __init__(self, canary: Path, chance: random.Random) -> None:
        self.canary, self.chance = canary, chance
        self.readers = Readers(reuse=True)
        self.outcomes: collections.Counter[str] = collections.Counter()
        self.slowest: list[tuple[float, str]] = []
        self.most_mb = 0.0
        self.findings = 0
        self.sound = sound()

    def one(self) -> None:
        """One more file."""
        kind = self.chance.choice(list(self.sound))
        try:
            data = mutant(self.chance, kind, self.chance.choice(self.sound[kind]), str(self.canary))
        except (MemoryError, RecursionError, ValueError, AssertionError):
            return  # the mutator's own
        read = {"note": _note, "template": _template}.get(kind)
        began, cpu = time.monotonic(), time.process_time()
        faulthandler.dump_traceback_later(HANG_S, exit=True)
        (CASES / ".last").write_bytes(data)
        try:
            outcome = read(data) if read else self._article(kind, data)
        except Exception:  # noqa: BLE001 - that is what is looked for
            traceback.print_exc()
            outcome = f"FOUND {traceback.format_exc().splitlines()[-1][:90]}"
        faulthandler.cancel_dump_traceback_later()
        spent = time.process_time() - cpu if read else time.monotonic() - began
        self._count(kind, data, outcome, spent)

    def _article(self, kind: str, data: bytes) -> str:
        name = f"x.{self.chance.choice(SUFFIXES[kind])}"
        try:
            article = self.readers.reading().data(data, name)
        except ImportFailed as failed:
            known = failed.detail.split(":")[0]
            untyped = (
                f" {known}" if failed.reason == "damaged" and known.endswith(("Error", "Exception")) else ""
            )
            return (
                f"FOUND crashed {failed.detail}" if failed.reason == "crashed" else f"{failed.reason}{untyped}"
            )
        finally:
            self._weigh()
        if HIDDEN in repr(article):
            return "FOUND the canary"
        if self.chance.random() < EXPORTED:
            _exported(article, self.sound["note"][0])
        return "read"

    def _weigh(self) -> None:
        process = self.readers._ready
        if process is None:
            return
        with suppress(OSError):
            status = Path(f"/proc/{process._child.pid}/status").read_text()
            peak = int(status.split("VmHWM:")[1].split()[0]) / 1000
            self.most_mb = max(self.most_mb, peak)

    def _count(self, kind: str, data: bytes, outcome: str, spent: float) -> None:
        self.outcomes[f"{kind}: {outcome}"] += 1
        self.slowest = sorted([*self.slowest, (round(spent, 2), f"{kind} {len(data)}")])[-5:]
        quiet = os.getloadavg()[0] < (os.cpu_count() or 1)  # else the clock says nothing
        if outcome.startswith("FOUND") or (spent > MOST_S and quiet):
            self.findings += 1
            name = f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}"
            (CASES / name).write_bytes(data)
            print(f"{name}: {outcome}, {spent:.1f} s", flush=True)


def _note(data: bytes) -> str:
    try:
        opened = decode(data, "x.briefing")
    except NoteUnreadable as failed:
        return failed.reason
    assert decode(encode(opened), "x.briefing") == opened
    try:
        form = parse(opened.template.source, "x")
    except TemplateInvalid:
        return "its template is wrong"
    document = compose(opened, form)
    for kind in ("docx", "md", "html") if len(data) < 300_000 else ():
        export(document, kind)
    return "opened"


def _template(data: bytes) -> str:
    try:
        form = parse(data.decode("utf-8", "surrogateescape"), "x")
    except TemplateInvalid:
        return "refused"
    assert parse(to_toml(form), "x") == form
    return "loaded"


def _exported(article: Article, note: bytes) -> None:
    made = edits.add_article(decode(note, "x"), article)
    document = compose(made, parse(made.template.source, "x"))
    for kind in ("docx", "md", "html"):
        export(document, kind)
    assert decode(encode(made), "x") == made


def main(arguments: list[str]) -> int:
    """Runs for so long; 1 if anything was found."""
    seconds = int(arguments[0]) if arguments else 60
    seed = int(arguments[1]) if len(arguments) > 1 else time.time_ns()
    CASES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary.txt"
        canary.write_text(HIDDEN)
        campaign = Campaign(canary, random.Random(seed))  # noqa: S311 - dice, no secrets
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            campaign.one()
        campaign.readers.close()
    _report(campaign, seconds, seed)
    return int(campaign.findings > 0)


def _report(campaign: Campaign, seconds: int, seed: int) -> None:
    for outcome, count in sorted(campaign.outcomes.items()):
        print(f"{count:8,} {outcome}")
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"{sum(campaign.outcomes.values()):,} files in {seconds} s, seed {seed}; {campaign.findings} findings"
    )
    print(f"slowest {campaign.slowest}; most memory {campaign.most_mb:.0f} MB in a reader, {here:.0f} MB here")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
