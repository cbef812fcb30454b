"""Bytes in the encodings that news still comes in, with right, wrong and missing labels."""

from __future__ import annotations

from pathlib import Path

import pytest

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
