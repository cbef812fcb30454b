"""How long a Word file takes: our writer, python-docx written plainly, pandoc where it is installed.

    python tests/bench/bench_export.py            the table, and how each grows
    python tests/bench/bench_export.py --json     the same for a machine

Each figure is the least of several runs, in seconds. Growth is the slope of log time over log size up to
the largest size (1.0: twice the points, twice the time), in seconds of this process where all the work is
done in it, so that a busy machine does not bend it.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import math
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from briefing.blocks import Document, Heading, ListItem, Title  # noqa: E402 - after the path is set
from briefing.exporters import ExportKind, export  # noqa: E402 - after the path is set
from briefing.exporters.markdown import to_markdown  # noqa: E402 - after the path is set

SIZES = (10, 100, 1_000, 3_000, 10_000)
SLOW_STOPS_AT = 1_000  # python-docx and pandoc take minutes above
ENOUGH_SECONDS = 2.0
OWN: tuple[ExportKind, ...] = ("docx", "md", "html")


def samples() -> ModuleType:
    """The documents of the tests."""
    spec = importlib.util.spec_from_file_location(
        "export_samples", ROOT / "tests/unit/exporters/export_samples.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def python_docx(document: Document) -> bytes:
    """The same headings, points and bold words as most programs write them. It cannot write footnotes."""
    import docx  # noqa: PLC0415 - heavy: loaded when first needed

    names = ("List Bullet", "List Bullet 2", "List Bullet 3")
    file = docx.Document()
    for block in document.blocks:
        if isinstance(block, Title | Heading):
            file.add_heading(block.text, level=0 if isinstance(block, Title) else block.level)
        elif isinstance(block, ListItem):
            paragraph = file.add_paragraph(style=names[block.level])
            for run in block.runs:
                paragraph.add_run(run.text).bold = run.bold
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def pandoc(document: Document) -> bytes:
    """The Word file pandoc makes of our Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "note.docx"
        command = [str(pandoc_path()), "-f", "markdown", "-o", str(target)]
        subprocess.run(command, input=to_markdown(document).encode(), check=True)
        return target.read_bytes()


def pandoc_path() -> str | None:
    """Where pandoc is, on the path or inside pypandoc's wheel."""
    if found := shutil.which("pandoc"):
        return found
    if importlib.util.find_spec("pypandoc") is None:
        return None
    import pypandoc  # noqa: PLC0415 - only where it is installed

    return str(pypandoc.get_pandoc_path())


def least_seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """The least of as many runs as fit in a moment, at least two."""
    times: list[float] = []
    while len(times) < 2 or sum(times) < ENOUGH_SECONDS:
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def measured() -> dict[str, dict[int, float]]:
    """Seconds by way and number of points."""
    make = samples().counted
    table: dict[str, dict[int, float]] = {}
    for way, work in ways().items():
        sizes = [n for n in SIZES if n <= SLOW_STOPS_AT or way in OWN]
        table[way] = {n: least_seconds(partial(work, make(n))) for n in sizes}
    return table


def ways() -> dict[str, Callable[[Document], object]]:
    """Our writers and those they are held against."""
    own: dict[str, Callable[[Document], object]] = {kind: partial(export, kind=kind) for kind in OWN}
    others = {"pandoc": pandoc} if pandoc_path() else {}
    return {**own, "python-docx": python_docx, **others}


def growth() -> dict[str, float]:
    """The slope of each of our writers from 1,000 points on."""
    make = samples().counted
    sizes = [n for n in SIZES if n >= SLOW_STOPS_AT]
    slopes: dict[str, float] = {}
    for kind in OWN:
        times = [least_seconds(partial(export, make(n), kind), time.process_time) for n in sizes]
        slopes[kind] = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    return slopes


def one_page() -> dict[str, float]:
    """Seconds for a one-page note with fields, bottom line, table and footnotes."""
    document = samples().english()
    work = {"docx": partial(export, document, "docx"), "python-docx": partial(python_docx, document)}
    return {way: least_seconds(one) for way, one in work.items()}


def main() -> None:
    """Measures, then prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    table, slopes, page = measured(), growth(), one_page()
    if as_json:
        print(json.dumps({"seconds": table, "growth": slopes, "one_page": page}, indent=2))
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, seconds")
    print(" " * 13 + "".join(f"{size:>10,}" for size in SIZES) + "    growth  one page")
    for way, times in table.items():
        cells = "".join(f"{times[n]:>10.4f}" if n in times else " " * 10 for n in SIZES)
        ends = [f"{slopes[way]:.2f}" if way in slopes else "", f"{page[way]:.4f}" if way in page else ""]
        print(f"{way:<13}{cells}{ends[0]:>10}{ends[1]:>10}")


if __name__ == "__main__":
    main()
