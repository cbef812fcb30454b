"""Fonts: their names as Word takes them, the language each is made for, and the table that lists them."""

from __future__ import annotations

import re

from briefing.blocks import Face, Typography
from briefing.exporters.text import escaped, one_line
from briefing.exporters.word.parts import filled

LONGEST_FONT_NAME_CHARACTERS = 31
FALLBACK = "Calibri"
FOR_LANGUAGE = {"ko": "Malgun Gothic", "ja": "Yu Gothic", "zh": "Microsoft YaHei"}

_MADE_FOR = {
    "ko": re.compile(r"malgun|batang|gulim|dotum|nanum|hamchorom|맑은|바탕|굴림|돋움|나눔|함초롬"),
    "ja": re.compile(r"^ms |yu |meiryo|ipa|hiragino|noto (sans|serif) (cjk )?jp|明朝|ゴシック"),
    "zh": re.compile(r"simsun|yahei|dengxian|simhei|kaiti|fangsong|mingliu|jhenghei|宋|黑"),
}
_CHARSETS = {"ko": "81", "ja": "80", "zh": "86", "": "00"}
_SERIFS = re.compile(
    r"cambria|times|georgia|garamond|century|serif|batang|mincho|myeongjo|song|바탕|명조|明朝|宋"
)
_OTHER_NAMES = {  # what the same font is called on a system in its own language
    "Malgun Gothic": "맑은 고딕",
    "Batang": "바탕",
    "Gulim": "굴림",
    "Dotum": "돋움",
    "Yu Gothic": "游ゴシック",
    "Yu Mincho": "游明朝",
    "MS Gothic": "ＭＳ ゴシック",
    "MS Mincho": "ＭＳ 明朝",
    "Microsoft YaHei": "微软雅黑",
    "SimSun": "宋体",
}


def font_language(font: str) -> str:
    """The language an East Asian font is made for ("ko", "ja", "zh"), or empty."""
    return next((language for language, names in _MADE_FOR.items() if names.search(font.lower())), "")


def font_names(face: Face) -> tuple[str, str]:
    """The Latin and the East Asian font of a face, within what Word takes."""
    latin = _font_name(face.latin) or FALLBACK
    return latin, _font_name(face.east_asian) or latin


def _font_name(name: str) -> str:
    """Word counts in UTF-16 units, so what lies beyond the first plane is dropped; no font is named there."""
    plain = "".join(character for character in one_line(name) if character <= "\uffff")
    return plain[:LONGEST_FONT_NAME_CHARACTERS].strip()


def font_attributes(face: Face) -> str:
    """The attributes of a w:rFonts for a face."""
    latin, asian = (escaped(name) for name in font_names(face))
    return f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{latin}"'


def font_table_xml(faces: Typography) -> str:
    """The font table: it lets Word choose a likeness where a font is missing."""
    used = (faces.body, faces.title, faces.heading, faces.label, faces.small)
    names = dict.fromkeys(name for face in used for name in font_names(face))
    return filled("fontTable.xml", {"fonts": "".join(_font(name) for name in names)})


def _font(name: str) -> str:
    other = f'<w:altName w:val="{_OTHER_NAMES[name]}"/>' if name in _OTHER_NAMES else ""
    family = "roman" if _SERIFS.search(name.lower()) else "swiss"
    return (
        f'<w:font w:name="{escaped(name)}">{other}<w:charset w:val="{_CHARSETS[font_language(name)]}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )
