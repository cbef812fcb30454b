"""The Word file is whole: by our own checker, for every sample and for any document at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.blocks import Document, Page, Paragraph, Properties, Run
from briefing.exporters.word import to_docx

LANGUAGES = ("en-GB", "ko-KR", "ja-JP")
AWKWARD = {
    "control characters": "a\x00b\x0bc\x1fd",
    "a lone surrogate": "a\ud800b",
    "the end of a CDATA section": "a]]>b",
    "a very long point": "word " * 20_000,
    "right to left": "استقبلت المديرة (Anna) 12 مايو.",
    "noncharacters": "a\ufffeb\uffffc\U0001fffe",
}


@pytest.mark.parametrize("name", ["english", "korean", "japanese", "long", "arabic"])
def test_every_sample_is_whole(samples, findings, name) -> None:
    assert findings(to_docx(samples.NAMED[name]())) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("points", [0, 1, 10, 300])
def test_any_number_of_points_is_whole(samples, findings, language, points) -> None:
    assert findings(to_docx(samples.counted(points, language))) == []


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_awkward_text_is_whole(samples, findings, text) -> None:
    document = Document(
        "en-GB", (Paragraph((Run(text),)),), Page(), samples.LATIN, Properties(title=text), marking=text
    )
    assert findings(to_docx(document)) == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_document_is_whole(any_document, findings, data) -> None:
    document = data.draw(any_document.any_document)
    assert findings(to_docx(document)) == []


def test_the_same_document_gives_the_same_bytes(samples) -> None:
    assert to_docx(samples.english()) == to_docx(samples.english())
