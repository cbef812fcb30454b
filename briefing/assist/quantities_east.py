"""Korean and Japanese figures: 1천200만 달러, 두 척, 절반, 3분의 1; 6億4千万ドル, 4割, 三カ国."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from briefing.assist.units import UNITS_JA, UNITS_KO, Raw, unit_pattern

_BIG = {
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
    "万": 10**4,
    "億": 10**8,
    "兆": 10**12,
    "萬": 10**4,
    "亿": 10**8,
}
_INNER = {"천": 1000, "백": 100, "십": 10, "千": 1000, "百": 100, "十": 10}
_NATIVE = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
    "스무": 20,
    "석": 3,
    "넉": 4,
}
_DAY_COUNTS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_KANJI = {c: v for v, c in enumerate("〇一二三四五六七八九")}
_DIGITS = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_SCALE = "[천백십만억조千百十万億兆]"
_SCALED = (
    rf"\d[\d,]*(?:\.\d+)?(?:\s?{_SCALE}|(?<={_SCALE})\s?\d[\d,]*(?:\.\d+)?(?=\s?{_SCALE})|"
    rf"(?<={_SCALE})\s?(?:\d,\d{{3}}|\d{{1,4}})(?![\d,]*\s?[%％년월일年月日]))*"
)
_NOT_TIME = r"(?![\d:.]*\d)"
_KO = re.compile(
    rf"(?<![0-9A-Za-z.제第])(?<![A-Za-z]-)(?P<sign>[$€£¥₩])?(?P<number>{_SCALED}){_NOT_TIME}\s?(?P<more>여|"
    rf"여\s)?\s?(?P<unit>(?!세계|세기|세력|세금|세대교|심\s|심[은의에])(?:{unit_pattern(UNITS_KO)})(?![A-Za-z]))?"
    r"(?P<after>\s?(?:이상|넘|초과|미만|이하|이내|가량|정도|안팎))?"
)
_KO_NATIVE = re.compile(
    rf"(?<![가-힣])(?P<number>{'|'.join(sorted(_NATIVE, key=len, reverse=True))})\s(?P<unit>척|곳|"
    rf"명|건|달|나라|차례|번|시간|사람|개|대|가지|팀|회사|살|마리|표|배)(?![가-힣]{{3}})"
)
_KO_DAYS = re.compile(rf"(?<![가-힣])(?P<number>{'|'.join(_DAY_COUNTS)})(?=간|\s|에|만|동안|을|째|[.,])")
_KO_ORDINAL = re.compile(
    r"제\s?(?P<number>\d{1,3})\s?(?:차|회|기|대)|(?<![\d.])(?P<plain>\d{1,3})차(?!\s?대전|원)"
)
_KO_ORDINAL_NATIVE = re.compile(r"(?<![가-힣])(?P<number>첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?번째")
_JA = re.compile(
    rf"(?<![0-9A-Za-z.．第])(?<!プラス)(?<![A-Za-z]-)(?P<sign>[$€£¥])?(?P<number>{_SCALED}){_NOT_TIME}\s?(?P<more>余り|"
    rf"余)?(?P<unit>{unit_pattern(UNITS_JA)}|割)?"
    r"(?P<after>以上|超|未満|以下|以内|程度|前後|強|弱)?"
)
_COUNTERS = {k: v for k, v in UNITS_JA.items() if k not in ("日", "元", "度", "分", "年")}
_JA_KANJI = re.compile(
    rf"(?P<number>[一二三四五六七八九十]{{1,3}}|(?<![数何幾])[一二三四五六七八九十百千][一二三四五六七八九十百千万億]{{1,8}})"
    rf"(?P<unit>{unit_pattern(_COUNTERS)}|つ|者)"
)
_JA_ORDINAL = re.compile(r"第\s?(?P<number>\d{1,3})|(?<!\d)(?P<plain>\d{1,3})(?:[回度基件隻台機校社店人]目|次)")
_PARTS = re.compile(r"(?P<bottom>\d{1,2}|[三四五十])\s?(?:분의|分の)\s?(?P<top>\d{1,2}|[一二三四])")
_AND_A_HALF = re.compile(
    r"(?<!\d)(?P<number>\d{1,2})(?P<unit>년\s?반|年半|시간\s?반|時間半|시간\s\d{1,2}분|時間\d{1,2}分)"
)
_HALF = re.compile(r"절반|반감|半減|半分|半数|반반")
_ABOUT_BEFORE = re.compile(r"(?:약|대략|거의|가까운|가까이|約|およそ|ほぼ)\s?$")
_MORE_BEFORE = re.compile(r"(?:최소|적어도|少なくとも)\s?$")
_LESS_BEFORE = re.compile(r"(?:최대|최장|最大|最長)\s?$")
_A_DAY = re.compile(r"\s?(?:およそ|約|平均|あたり|当たり|평균|당|\d)")
_EACH = re.compile(r"당(?![시초사])|\s?마다|あたり|当たり|につき|株(?!主|式)")
_PRICED = re.compile(r"\s?[=＝]?\s?(?:約|およそ|약\s)?[$€]?\d")
_PRICED_BY = (
    "バレル",
    "リットル",
    "キロ",
    "トン",
    "ドル",
    "ユーロ",
    "グラム",
    "배럴",
    "리터",
    "달러",
    "유로",
    "킬로",
    "톤",
)
_COURT = re.compile(r"심(?:\s|[은의에이]|$)|審")
_AFTER = {
    "이상": "more",
    "넘": "more",
    "초과": "more",
    "미만": "less",
    "이하": "less",
    "이내": "less",
    "가량": "about",
    "정도": "about",
    "안팎": "about",
    "以上": "more",
    "超": "more",
    "未満": "less",
    "以下": "less",
    "以内": "less",
    "程度": "about",
    "前後": "about",
    "強": "more",
    "弱": "less",
}


def read_korean(text: str) -> list[Raw]:
    """The figures of a Korean text, in order."""
    found = [*_and_a_half(text), *_shares(text), *_ordinals(text, _KO_ORDINAL), *_native_ordinals(text)]
    found += _free(found, _scaled(text, _KO, UNITS_KO))
    found += _free(found, _native(text))
    days = (
        (m.start(), m.end(), Fraction(_DAY_COUNTS[m["number"]]), "day", _before(text, m.start()))
        for m in _KO_DAYS.finditer(text)
    )
    found += _free(found, days)
    return sorted(found, key=lambda raw: raw[0])


def read_japanese(text: str) -> list[Raw]:
    """The figures of a Japanese text, in order."""
    plain = text.translate(_DIGITS)
    found = [*_and_a_half(plain), *_shares(plain), *_ordinals(plain, _JA_ORDINAL)]
    found += _free(found, _scaled(plain, _JA, UNITS_JA))
    found += _free(found, _kanji(plain))
    return sorted(found, key=lambda raw: raw[0])


def _free(found: list[Raw], more: Iterator[Raw]) -> list[Raw]:
    """Those that do not overlap what is found already."""
    return [raw for raw in more if not any(a < raw[1] and raw[0] < b for a, b, *_ in found)]


def _scaled(text: str, pattern: re.Pattern[str], units: dict[str, str]) -> Iterator[Raw]:
    signs = {"$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₩": "krw"}
    for match in pattern.finditer(text):
        value = scaled_value(match["number"])
        if _COURT.match(text, match.end()) and value <= 3:
            continue  # 1심: the court of first instance
        if value == 1 and (_EACH if match["unit"] not in ("日", "일") else _A_DAY).match(text, match.end()):
            continue
        if value == 1 and match["unit"] in _PRICED_BY and _PRICED.match(text, match.end()):
            continue  # 1バレル71ドル: a barrel
        name = match["unit"] or ""
        unit = "percent" if name == "割" else signs.get(match["sign"] or "") or units.get(name, "")
        bound = "more" if match["more"] else _AFTER.get((match["after"] or "").strip(), "")
        yield (
            match.start(),
            match.end(),
            value * (10 if name == "割" else 1),
            unit,
            bound or _before(text, match.start()),
        )


def scaled_value(number: str) -> Fraction:
    """The value of "1천200만", "6억4천만", "12,000" or "3.5억"."""
    total = section = Fraction(0)
    for digits, scales in re.findall(r"(\d[\d,]*(?:\.\d+)?)((?:\s?[천백십만억조千百十万億兆萬亿])*)", number):
        part = Fraction(digits.replace(",", ""))
        for scale in scales.replace(" ", ""):
            if scale in _INNER:
                part *= _INNER[scale]
            else:
                total += (section + part) * _BIG[scale]
                section = part = Fraction(0)
        section += part
    return total + section


def _native(text: str) -> Iterator[Raw]:
    for match in _KO_NATIVE.finditer(text):
        if match["unit"] == "나라" and match["number"] == "두":
            continue
        yield (
            match.start(),
            match.end(),
            Fraction(_NATIVE[match["number"]]),
            UNITS_KO.get(match["unit"], ""),
            _before(text, match.start()),
        )


def _kanji(text: str) -> Iterator[Raw]:
    for match in _JA_KANJI.finditer(text):
        value = _kanji_value(match["number"])
        yield (
            match.start(),
            match.end(),
            Fraction(value),
            UNITS_JA.get(match["unit"], ""),
            _before(text, match.start()),
        )


def _kanji_value(number: str) -> int:
    """三千二百, 十五, 二億五千万."""
    total = section = digit = 0
    for sign in number:
        if sign in _INNER:
            section += max(digit, 1) * _INNER[sign]
            digit = 0
        elif sign in _BIG:
            total += max(section + digit, 1) * _BIG[sign]
            section = digit = 0
        else:
            digit = _KANJI[sign]
    return total + section + digit


def _ordinals(text: str, pattern: re.Pattern[str]) -> Iterator[Raw]:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), Fraction(int(match["number"] or match["plain"])), "ordinal", ""


def _native_ordinals(text: str) -> Iterator[Raw]:
    for match in _KO_ORDINAL_NATIVE.finditer(text):
        value = {"첫": 1, **_NATIVE}[match["number"]]
        yield match.start(), match.end(), Fraction(value), "ordinal", ""


def _shares(text: str) -> Iterator[Raw]:
    for match in _PARTS.finditer(text):
        top, bottom = (
            int(g) if g.isdigit() else ("一二三四五六七八九十".index(g) + 1)
            for g in (match["top"], match["bottom"])
        )
        yield match.start(), match.end(), Fraction(top * 100, bottom), "percent", _before(text, match.start())
    for match in _HALF.finditer(text):
        yield match.start(), match.end(), Fraction(50), "percent", _before(text, match.start())


def _and_a_half(text: str) -> Iterator[Raw]:
    """1년 반, 1時間半, 1시간 30분: one figure, not two."""
    for match in _AND_A_HALF.finditer(text):
        whole, unit = int(match["number"]), "year" if match["unit"][0] in "년年" else "hour"
        minutes = re.search(r"\d+", match["unit"])
        part = Fraction(int(minutes.group()), 60) if minutes else Fraction(1, 2)
        yield match.start(), match.end(), whole + part, unit, _before(text, match.start())


def _before(text: str, start: int) -> str:
    before = text[max(0, start - 6) : start]
    if _ABOUT_BEFORE.search(before):
        return "about"
    if _MORE_BEFORE.search(before):
        return "more"
    return "less" if _LESS_BEFORE.search(before) else ""
