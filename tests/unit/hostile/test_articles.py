"""Hostile files for every reader: each ends in an article that can be kept or in a typed failure.

BRIEFING_HOSTILE=all reads every file as the program does, in processes of their own, those too that take their
whole time there (about six minutes).
"""

# ruff: noqa: E501 - names of cases, many on a line

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hostile_articles import Named, articles
from hostile_others import others

from briefing.errors import ImportFailed
from briefing.faults import explain
from briefing.sandbox import Readers
from briefing.sandbox.readers import _answered
from briefing.sandbox.work import answer
from briefing.words import Words

ALL = os.environ.get("BRIEFING_HOSTILE") == "all"
HIDDEN = "what nobody may read"
ASK = ("asks for", "entity", "include", "picture ", "field ", "external body", "laughs")
SLOW = (
    "many ", "nested ", "title of", "one word", "a million", "text of", "one line", "marks ", "bombs", "long text",
    "text many", "stream ", "self form", "huge page", "encoded ", "carriage", "form feeds", "embedded", "bomb",
    "attribute", "a name of", "lists ", "method ", "lines of", "metas", "archive", "half utf", "latin", "escape",
    "rtf of", "empty paragraphs", "deep sdt", "cells", "pages a million", "terminal", "shift_jis", "text tabs",
)  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Named]:
    canary = tmp_path_factory.mktemp("canary") / "canary.txt"
    canary.write_text(HIDDEN)
    return articles(str(canary))


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with closing(Readers(reuse=True)) as made:
        yield made


def outcome(read: object) -> str:
    """ "read", or a reason; the sentences of a failure are made on the way."""
    try:
        article = read()
    except ImportFailed as failed:
        told = explain(failed, Words("en"))
        return failed.reason if told.what and told.then and HIDDEN not in repr(failed) else "no sentence"
    if HIDDEN in repr(article):
        return "read another file"
    return "read" if article.headline or article.blocks else "nothing in it"


def wrong(outcomes: dict[str, str]) -> dict[str, str]:
    return {n: o for n, o in outcomes.items() if o not in {"read", *ImportFailed.REASONS} or o == "crashed"}


def test_there_are_more_than_three_hundred(files: list[Named]) -> None:
    assert len({data for _, data in files} | {name.encode("utf-8", "surrogatepass") for name, _ in files}) > 300


def test_each_ends_in_an_article_or_in_a_sentence(files: list[Named]) -> None:
    quick = [(name, data) for name, data in files if not name.startswith((*SLOW, *ASK))]

    def here(name: str, data: bytes) -> object:
        return _answered(*answer({"kind": "file", "name": name}, data), name)

    assert len(quick) > 200
    assert wrong({n: outcome(lambda n=n, d=d: here(n, d)) for n, d in quick}) == {}


def test_what_asks_for_another_file_or_for_the_net_gets_neither(files: list[Named], readers: Readers) -> None:
    asking = [(name, data) for name, data in files if name.startswith(ASK)]
    assert len(asking) > 30
    assert wrong({n: outcome(lambda n=n, d=d: readers.reading().data(d, n)) for n, d in asking}) == {}


@pytest.mark.skipif(not ALL, reason="takes minutes: set BRIEFING_HOSTILE=all")
def test_each_is_read_within_its_limits_by_the_processes_of_the_program(
    files: list[Named], readers: Readers
) -> None:
    outcomes = {n: outcome(lambda n=n, d=d: readers.reading().data(d, n)) for n, d in files}
    assert set(wrong(outcomes)) <= {"huge page.pdf"}  # the PDF library gives up, and its process with it


def test_files_of_other_kinds_are_read_within_their_limits(readers: Readers, tmp_path: Path) -> None:
    """Every ninth of them; all with BRIEFING_HOSTILE=all."""
    canary = tmp_path / "canary.txt"
    canary.write_text(HIDDEN)
    made = others(str(canary))
    assert len({data for _, data in made}) > 450
    outcomes = {n: outcome(lambda n=n, d=d: readers.reading().data(d, n)) for n, d in made[:: 1 if ALL else 9]}
    assert wrong(outcomes) == {}
    assert not ALL or "too-slow" not in outcomes.values()  # on a busy machine any file may be


def test_a_pdf_that_aborts_its_library_ends_in_a_sentence_and_the_next_file_is_read(
    files: list[Named], readers: Readers
) -> None:
    aborts = dict(files)["huge page.pdf"]
    assert outcome(lambda: readers.reading().data(aborts, "x.pdf")) in ImportFailed.REASONS
    sound = b"Talks revived\n\nThe two services agreed to exchange cargo data each week.\n"
    assert outcome(lambda: readers.reading().data(sound, "x.txt")) == "read"


def test_a_name_never_leaves_its_folder(readers: Readers, tmp_path: Path) -> None:
    for name in ("a\nb.txt", "--help", "\u202etxt.exe", "a;b.txt", "%s%n.txt"):
        path = tmp_path / name
        path.write_text("Talks revived\n\nThe two services agreed to exchange cargo data each week.\n")
        assert readers.reading().file(path).blocks
    assert len(list(tmp_path.iterdir())) == 5
