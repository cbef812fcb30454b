"""A page of 50 MB ends in its article or in a sentence, within the time and the memory that a reader has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from briefing import limits
from briefing.errors import ImportFailed
from briefing.sandbox import Readers

HEAD = "<html><head><title>Talks</title></head><body><article>" + "".join(
    f"<p>The two services agreed on point {n}: cargo data each week and a joint desk.</p>" for n in range(9)
)
PICTURE = '<img src="data:image/png;base64,' + "QUJD" * 25_000 + '">'


def filled(piece: str) -> bytes:
    return (HEAD + piece * ((limits.MOST_BYTES - len(HEAD)) // len(piece))).encode()


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with closing(Readers(reuse=True)) as made:
        yield made


def test_an_article_among_50_mb_of_pictures_is_found(readers: Readers) -> None:
    assert len(readers.reading().data(filled(PICTURE), "large.html").paragraphs) == 9


@pytest.mark.parametrize("piece", ["<p>The talks went on and on.</p>", "&#8203;&amp;"])
def test_50_mb_of_text_are_said_to_be_too_large(readers: Readers, piece: str) -> None:
    with pytest.raises(ImportFailed) as failed:
        readers.reading().data(filled(piece), "large.html")
    assert failed.value.reason == "too-large"
    assert "characters" in failed.value.detail  # by our own measure, not by the walls around the process
