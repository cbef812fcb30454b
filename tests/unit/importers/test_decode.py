"""Bytes in the encodings that news still comes in, with right, wrong and missing labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.importers import read_article
from briefing.importers.decode import decode

STORIES = Path(__file__).parents[2] / "cases" / "importers" / "stories"
ENCODINGS = {
    "ko": ("cp949", "euc_kr", "utf-8", "utf-16"),
    "ja": ("cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-16"),
    "zh": ("gb18030", "gbk", "big5hkscs", "utf-8", "utf-16"),
    "fr": ("cp1252", "utf-8", "utf-16"),
    "de": ("cp1252", "latin-1", "utf-8"),
    "es": ("cp1252", "utf-8"),
}
PAIRS = [(p.stem, e) for p in sorted(STORIES.glob("*.txt")) for e in ENCODINGS.get(p.stem[:2], ())]
LABELS = {
    "cp949": "euc-kr",
    "euc_kr": "ks_c_5601-1987",
    "cp932": "shift_jis",
    "euc_jp": "x-euc-jp",
    "gbk": "gb2312",
}


def text_in(stem: str, encoding: str) -> str:
    """The story as far as the encoding can write it."""
    text = (STORIES / f"{stem}.txt").read_text(encoding="utf-8")
    return text.encode(encoding, "ignore").decode(encoding).removeprefix("\ufeff")


@pytest.mark.parametrize(("stem", "encoding"), PAIRS)
def test_unlabelled_bytes_come_out_as_they_were_written(stem: str, encoding: str) -> None:
    text = text_in(stem, encoding)
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("stem", ["ko-customs", "ja-customs", "zh-customs", "en-customs"])
def test_utf16_without_a_mark_is_told_by_its_letters(stem: str, encoding: str) -> None:
    text = text_in(stem, encoding)
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("label", ["right", "wrong", "missing", "unknown"])
@pytest.mark.parametrize(("stem", "encoding"), [p for p in PAIRS if p[1] in LABELS])
def test_a_page_is_read_whatever_its_label_says(stem: str, encoding: str, label: str) -> None:
    names = {"right": LABELS[encoding], "wrong": "iso-8859-1", "unknown": "x-no-such-code", "missing": ""}
    meta = f'<meta charset="{names[label]}">' if names[label] else ""
    text = text_in(stem, encoding)
    page = f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"
    decoded = decode(page.encode(encoding))
    assert decoded is not None
    assert text in decoded.text


WRONG = ("", "utf-8", "iso-8859-1", "windows-1252", "shift_jis", "euc-kr", "gb2312", "big5")
SHORT = {  # a paragraph alone, any label or none: the share that comes out right; raise it, never lower it
    "cp949": 1.0, "euc_kr": 1.0, "cp932": 1.0, "euc_jp": 1.0, "iso2022_jp": 1.0, "gbk": 1.0, "gb18030": 1.0,
    "big5hkscs": 1.0, "utf-16-le": 1.0, "utf-16-be": 1.0, "cp1252": 0.97,
}  # fmt: skip


@pytest.mark.parametrize("encoding", SHORT)
def test_one_paragraph_alone_is_read_whatever_its_label_says(encoding: str) -> None:
    wide = encoding.startswith("utf-16")
    stems = sorted({stem for stem, e in PAIRS if e == encoding or (wide and stem[:2] in ("ko", "ja", "zh"))})
    lines = [line.partition(": ")[2] for stem in stems for line in text_in(stem, encoding).splitlines()]
    texts = [line for line in lines if len(line) >= 30 and not line.isascii()]
    read = [decode(text.encode(encoding), label) for text in texts for label in WRONG]
    right = sum(
        d is not None and d.text == t for d, t in zip(read, (t for t in texts for _ in WRONG), strict=True)
    )
    assert right >= SHORT[encoding] * len(read) > 0


@given(
    line=st.sampled_from([p for s in ("ko", "ja", "zh") for p in sorted(STORIES.glob(f"{s}-*.txt"))]),
    start=st.integers(0, 240),
    length=st.integers(60, 200),
    label=st.sampled_from(WRONG),
)
def test_any_stretch_of_an_eastern_text_is_read_in_its_own_encoding(
    line: Path, start: int, length: int, label: str
) -> None:
    encoding = {"ko": "cp949", "ja": "cp932", "zh": "gb18030"}[line.stem[:2]]
    text = line.read_text(encoding="utf-8")[start : start + length]
    assume(sum(not c.isascii() for c in text) >= 40)
    decoded = decode(text.encode(encoding), label)
    assert decoded is not None
    assert decoded.text == text


def test_a_label_for_a_western_page_is_believed() -> None:
    page = '<meta charset="iso-8859-2"><p>Wałęsa spotkał się z ministrem żeglugi w Gdańsku.</p>'
    decoded = decode(page.encode("iso-8859-2"))
    assert decoded is not None
    assert "Wałęsa spotkał się" in decoded.text


def test_utf8_with_a_few_broken_bytes_is_still_utf8() -> None:
    text = (STORIES / "ko-customs.txt").read_bytes()
    decoded = decode(text[:300] + b"\xff" + text[300:])
    assert decoded is not None
    assert (decoded.encoding, decoded.text.count("\ufffd")) == ("utf-8", 1)


def test_a_byte_order_mark_goes_before_everything() -> None:
    decoded = decode("\ufeffcharset=euc-kr 한글".encode())
    assert decoded is not None
    assert (decoded.text, decoded.how) == ("charset=euc-kr 한글", "byte order mark")


def test_an_old_korean_file_gives_the_same_article_as_its_utf8_copy() -> None:
    text = text_in("ko-customs", "cp949")
    old, new = (read_article(text.encode(e), article_id="a").blocks for e in ("cp949", "utf-8"))
    assert old == new
