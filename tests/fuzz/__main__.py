"""Fuzzes one target for so many seconds: `python -m tests.fuzz TARGET [SECONDS]`; "all" takes each in turn.

With atheris (pip install atheris) mutation is led by coverage; without it, sound files are mutated at random.
A finding is written to tests/cases/fuzz/TARGET, where the tests find it.
"""

from __future__ import annotations

import faulthandler
import hashlib
import random
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

HELPERS = Path(__file__).parents[1] / "helpers"
CASES = Path(__file__).parents[1] / "cases" / "fuzz"
PATIENCE_S = 5
MOST_MB = 700  # of the fuzzer with all it knows; a reader's own limit is smaller
LONGEST_BYTES = 4_096

sys.path.insert(0, str(HELPERS))


def main(arguments: list[str]) -> int:
    """Fuzzes; 1 if anything was found."""
    name = arguments[0] if arguments else "all"
    seconds = int(arguments[1]) if len(arguments) > 1 else 60
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - loads every reader

    if name == "all":
        command = [sys.executable, "-m", "tests.fuzz"]
        found = [subprocess.run([*command, t, str(seconds)], check=False).returncode != 0 for t in TARGETS]
        return int(any(found))
    try:
        import atheris  # noqa: PLC0415 - may not be installed
    except ImportError:
        return mutate(name, seconds)
    return lead(atheris, name, seconds)


def lead(atheris: object, name: str, seconds: int) -> int:
    """Mutation led by coverage."""
    for module in [m for m in sys.modules if m.startswith(("briefing", "tests.fuzz"))]:
        del sys.modules[module]
    with atheris.instrument_imports(include=["briefing", "email", "mammoth", "tests.fuzz"]):
        from tests.fuzz.targets import TARGETS, seeds  # noqa: PLC0415 - imported under instruments
    folder = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds(name)):
        (folder / str(number)).write_bytes(seed)
    (CASES / name).mkdir(parents=True, exist_ok=True)
    limits = (f"-timeout={PATIENCE_S}", f"-rss_limit_mb={MOST_MB}", f"-max_len={LONGEST_BYTES}")
    print(f"{name}: atheris, {seconds} s", flush=True)
    command = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        *limits,
        f"-artifact_prefix={CASES / name}/",
        str(folder),
    ]
    atheris.Setup(command, TARGETS[name])
    atheris.Fuzz()
    return 0


def mutate(name: str, seconds: int) -> int:
    """Random damage to sound files."""
    from tests.fuzz.targets import TARGETS, seeds  # noqa: PLC0415 - loads every reader

    chance, end, tried, found = random.Random(time.time_ns()), time.monotonic() + seconds, 0, 0  # noqa: S311 - no secret
    while time.monotonic() < end:
        data = damaged(chance, chance.choice(seeds(name)))
        faulthandler.dump_traceback_later(PATIENCE_S, exit=True)
        (CASES / ".last").write_bytes(data)
        try:
            TARGETS[name](data)
        except Exception:  # noqa: BLE001 - that is what is looked for
            traceback.print_exc()
            keep(name, data)
            found += 1
        faulthandler.cancel_dump_traceback_later()
        tried += 1
    print(f"{name}: {tried:,} files in {seconds} s, {found} findings")
    return int(found > 0)


def damaged(chance: random.Random, data: bytes) -> bytes:
    """The bytes with a few pieces changed, doubled, moved or cut."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        at, to = sorted(chance.randrange(len(made) + 1) for _ in range(2))
        to = min(to, at + chance.randrange(1, 40))
        piece = made[at:to]
        made[at:to] = chance.choice(
            (piece * 2, b"", piece[::-1], bytes(chance.randrange(256) for _ in piece), piece * 30)
        )
    return bytes(made)


def keep(name: str, data: bytes) -> None:
    """Writes a finding where the tests find it."""
    folder = CASES / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"crash-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
