"""Fonts and languages by script: Korean, Japanese, Chinese, and what runs from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.blocks import Document, Face, Page, Paragraph, Properties, Run
from briefing.exporters.scripts import full_language, is_right_to_left, stretches

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def looks(word, samples):
    """The runs of a paragraph: text, hint, language, and the East Asian font if it is named."""

    def ask(text: str, language: str = "en-GB", **more: object) -> list[tuple[str, ...]]:
        faces = samples.KOREAN if language.startswith("ko") else samples.LATIN
        runs = (Run(text, **more),)
        document = Document(language, (Paragraph(runs),), Page(), faces, Properties())
        return [_look(run) for run in word(document).find("//w:body/w:p[1]//w:r")]

    return ask


def _look(run) -> tuple[str, ...]:
    fonts, lang = run.find(f"{W}rPr/{W}rFonts"), run.find(f"{W}rPr/{W}lang")
    hint = fonts.get(f"{W}hint", "") if fonts is not None else ""
    font = fonts.get(f"{W}eastAsia", "") if fonts is not None else ""
    return run.find(f"{W}t").text, hint, lang.values()[0] if lang is not None else "", font


def test_latin_text_needs_nothing(looks) -> None:
    assert looks("Plain words.") == [("Plain words.", "", "", "")]


def test_hangul_in_english_is_told_apart(looks) -> None:
    assert looks("Haneul (하늘 세관) met") == [
        ("Haneul (", "", "", ""),
        ("하늘 세관", "eastAsia", "ko-KR", ""),
        (") met", "", "", ""),
    ]


def test_japanese_in_english_gets_a_japanese_font(looks) -> None:
    assert looks("港の税関") == [("港の税関", "eastAsia", "ja-JP", "Yu Gothic")]


def test_han_alone_is_taken_for_chinese(looks) -> None:
    assert looks("海关")[0][2:] == ("zh-CN", "Microsoft YaHei")


def test_han_beside_hangul_is_taken_for_korean(looks) -> None:
    assert [look[2] for look in looks("港湾 and 항만")] == ["ko-KR", "", "ko-KR"]


def test_the_runs_own_language_wins(looks) -> None:
    assert looks("海關", lang="zh-TW")[0][2] == "zh-TW"


def test_korean_at_home_is_one_run_with_latin_words_inside(looks) -> None:
    assert looks("토마스 루이스(Tomas Ruiz) “청장”", "ko-KR") == [
        ("토마스 루이스(Tomas Ruiz) “청장”", "eastAsia", "", "")
    ]


def test_kana_in_korean_is_told_apart(looks) -> None:
    assert [look[2] for look in looks("도쿄(とうきょう) 세관", "ko-KR")] == ["", "ja-JP", ""]


def test_hangul_is_never_slanted(word, samples) -> None:
    document = replace(samples.counted(0), blocks=(Paragraph((Run("slanted 한글", italic=True),)),))
    assert word(document).values("//w:rStyle") == ["Emphasis"]


def test_the_defaults_declare_language_and_fonts(word, samples) -> None:
    defaults = word(samples.korean()).find("//w:docDefaults//w:lang", "word/styles.xml")[0]
    fonts = word(samples.korean()).find("//w:docDefaults//w:rFonts", "word/styles.xml")[0]
    assert (defaults.get(f"{W}val"), defaults.get(f"{W}eastAsia")) == ("en-US", "ko-KR")
    assert fonts.get(f"{W}eastAsia") == "Malgun Gothic"


def test_a_paragraph_from_right_to_left_says_so(word, samples) -> None:
    document = replace(samples.counted(0), blocks=(Paragraph((Run("שלום world."),)),))
    parts = word(document)
    assert len(parts.find("//w:p/w:pPr/w:bidi")) == 1
    assert [lang.get(f"{W}bidi") for lang in parts.find("//w:r/w:rPr/w:lang")] == ["he-IL"]


def test_an_arabic_document_is_turned_as_a_whole(word, samples) -> None:
    parts = word(samples.arabic())
    assert parts.find("//w:sectPr/w:bidi")
    assert parts.find("//w:tblPr/w:bidiVisual")
    assert parts.find("//w:pPr/w:bidi", "word/footer.xml")


def test_a_font_name_is_as_long_as_word_takes_it(word, samples) -> None:
    faces = replace(samples.LATIN, body=Face("\U0001f600" + "x" * 40, "", 11))
    fonts = word(replace(samples.counted(1), type=faces)).find("//w:docDefaults//w:rFonts", "word/styles.xml")[
        0
    ]
    assert fonts.get(f"{W}ascii") == "x" * 31


def test_a_font_without_a_name_falls_back(word, samples) -> None:
    faces = replace(samples.LATIN, body=Face(" ", "", 11))
    fonts = word(replace(samples.counted(1), type=faces)).find("//w:docDefaults//w:rFonts", "word/styles.xml")[
        0
    ]
    assert fonts.get(f"{W}ascii") == fonts.get(f"{W}eastAsia") == "Calibri"


@pytest.mark.parametrize(
    ("tag", "full"), [("ko", "ko-KR"), ("en", "en-GB"), ("fr-CA", "fr-CA"), ("", "en-GB"), ("?", "en-GB")]
)
def test_a_language_is_completed(tag, full) -> None:
    assert full_language(tag) == full


@pytest.mark.parametrize(
    ("text", "language", "right"), [("", "ar", True), ("12.", "en", False), ("abc", "he", False)]
)
def test_the_first_strong_letter_decides_the_direction(text, language, right) -> None:
    assert is_right_to_left(text, language) is right


@given(st.text(), st.sampled_from(["en", "ko", "ja", "zh", "ar"]), st.sampled_from(["", "ko", "he", "fr"]))
def test_cutting_by_script_loses_nothing(text, language, lang) -> None:
    assert "".join(stretch.text for stretch in stretches(text, language, lang)) == text
