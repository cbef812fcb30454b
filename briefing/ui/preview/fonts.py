"""Which faces the page is set in: the document's own, or the nearest this computer has."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

UNITS_PER_POINT = 20  # text is laid out in twentieths of a point, unhinted, so that every device breaks alike
SMALLEST_PT, LARGEST_PT = 1.0, 400.0
LIGATURES = ("liga", "clig")  # off, as in Word; Qt's PDF would lose the letters of a "ti" drawn as one glyph

# What LibreOffice falls back on too, so that both break lines alike where the face itself is missing.
_SANS = ("Noto Sans", "Liberation Sans", "DejaVu Sans", "Helvetica Neue", "Segoe UI", "Carlito")
_SERIF = ("Noto Serif", "Liberation Serif", "DejaVu Serif", "Times New Roman", "Caladea")
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "NanumGothic", "Apple SD Gothic Neo")
_KOREAN_SERIF = ("Noto Serif CJK KR", "Noto Serif KR", "Batang", "NanumMyeongjo", "AppleMyungjo", *_KOREAN)
_JAPANESE = ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "IPAGothic", "Meiryo")
_JAPANESE_SERIF = ("Noto Serif CJK JP", "Noto Serif JP", "Yu Mincho", "Hiragino Mincho ProN", *_JAPANESE)
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC")
_CHINESE_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "SimSun", "Songti SC", *_CHINESE)

# Faces of the same widths first: a line must break where it breaks in Word.
_STAND_INS = {
    "calibri": ("Carlito", *_SANS),
    "cambria": ("Caladea", *_SERIF),
    "arial": ("Liberation Sans", "Arimo", "Helvetica", *_SANS),
    "helvetica": ("Liberation Sans", "Arimo", "Arial", *_SANS),
    "times new roman": ("Liberation Serif", "Tinos", "Times", *_SERIF),
    "courier new": ("Liberation Mono", "Cousine", "Courier", "DejaVu Sans Mono"),
    "georgia": ("Gelasio", *_SERIF),
    "malgun gothic": _KOREAN,
    "맑은 고딕": _KOREAN,
    "gulim": _KOREAN,
    "굴림": _KOREAN,
    "dotum": _KOREAN,
    "돋움": _KOREAN,
    "batang": _KOREAN_SERIF,
    "바탕": _KOREAN_SERIF,
    "함초롬바탕": _KOREAN_SERIF,
    "hcr batang": _KOREAN_SERIF,
    "함초롬돋움": _KOREAN,
    "yu gothic": _JAPANESE,
    "meiryo": _JAPANESE,
    "ms gothic": _JAPANESE,
    "ms pgothic": _JAPANESE,
    "yu mincho": _JAPANESE_SERIF,
    "ms mincho": _JAPANESE_SERIF,
    "ms pmincho": _JAPANESE_SERIF,
    "microsoft yahei": _CHINESE,
    "simhei": _CHINESE,
    "dengxian": _CHINESE,
    "simsun": _CHINESE_SERIF,
    "fangsong": _CHINESE_SERIF,
}
_SERIF_HINTS = ("serif", "roman", "times", "mincho", "myeongjo", "song", "batang", "garamond", "book")
HOME_FACES = {"ko": "Malgun Gothic", "ja": "Yu Gothic", "zh": "Microsoft YaHei"}


class Substitute(Struct, frozen=True):
    """A face that this computer lacks, and the one shown for it."""

    wanted: str
    used: str


class Metrics:
    """The faces there are: those installed, or for tests just `families`. One for each window is enough."""

    def __init__(self, families: frozenset[str] | None = None) -> None:
        self._families = families
        self._used: dict[str, str] = {}

    def has(self, family: str) -> bool:
        """Whether `family` can be shown."""
        if self._families is None:
            return bool(family) and QFontDatabase.hasFamily(family)
        return family in self._families

    def used(self, family: str) -> str:
        """The family shown for `family`: itself, its stand-in, or itself where there is none.

        Asking the system is slow, so each family is asked for once.
        """
        if family not in self._used:
            wanted = (family, *_stand_ins(family))
            self._used[family] = next((f for f in wanted if self.has(f)), family)
        return self._used[family]


def _stand_ins(family: str) -> tuple[str, ...]:
    name = family.strip().lower()
    known = _STAND_INS.get(name)
    if known is not None:
        return known
    is_serif = "sans" not in name and any(hint in name for hint in _SERIF_HINTS)
    return _SERIF if is_serif else _SANS


class Type(Struct, frozen=True):
    """How a stretch of text is set: families as used, size in points."""

    families: tuple[str, ...]
    size_pt: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    tracking_pt: float = 0.0
    kerning: bool = False  # off, as in Word, but for the title


@lru_cache(maxsize=256)
def font_of(type_: Type) -> QFont:
    """The font of a type in layout units. Callers copy it before they change it."""
    font = QFont()
    font.setFamilies(list(type_.families))
    size = min(max(type_.size_pt, SMALLEST_PT), LARGEST_PT)
    font.setPixelSize(round(size * UNITS_PER_POINT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in LIGATURES:
        font.setFeature(QFont.Tag(feature), 0)
    font.setKerning(type_.kerning)
    font.setBold(type_.bold)
    font.setItalic(type_.italic)
    if type_.caps:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    if type_.tracking_pt:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, type_.tracking_pt * UNITS_PER_POINT)
    return font


class Extent(Struct, frozen=True):
    """What a font takes above and below the baseline, in points."""

    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """A single line, as word processors count it."""
        return self.ascent + self.descent


@lru_cache(maxsize=256)
def extent_of(type_: Type) -> Extent:
    """The extent of a type's first family, its line gap halved above and below."""
    metrics = QFontMetricsF(font_of(type_))
    gap = max(metrics.leading(), 0.0) / 2
    return Extent(
        (metrics.ascent() + gap) / UNITS_PER_POINT,
        (metrics.descent() + gap) / UNITS_PER_POINT,
    )
