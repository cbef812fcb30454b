"""How Korean, Japanese and Chinese pages name who wrote a text."""

from __future__ import annotations

import re

_HANGUL, _HAN = "[가-힣]", "[\u4e00-\u9fff]"
_KOREAN_NAME = rf"{_HANGUL}{{2,4}}"
_KOREAN_JOB = (
    r"(?:(?:선임|수석|전문|인턴|객원|대기|여행)\s?)?(?:기자|특파원|논설위원|편집위원|통신원|앵커|칼럼니스트|PD)"
)
_KOREAN = re.compile(
    r"[\[(【〔<]?\s?(?:[\[(【〔][^\])】〕]{2,16}[\])】〕]\s?)?"
    rf"(?:{_HANGUL}{{2,6}}\s?=\s?)?(?:글(?:[·,]\s?사진)?|취재|사진)?\s?[:=|]?\s?"
    r"(?P<before>[가-힣A-Za-z0-9]{2,10}(?:\s?[=/|]\s?|\s))??"
    rf"(?P<names>{_KOREAN_NAME}(?:\s?[·,]\s?{_KOREAN_NAME})*)\s?(?:{_HANGUL}{{2,6}}\s(?=특파원))?{_KOREAN_JOB}"
)
_KOREAN_NEXT = re.compile(rf"[,·/\s]+(?P<name>{_KOREAN_NAME})\s?{_KOREAN_JOB}")
_KOREAN_JOB_FIRST = re.compile(rf"기자\s?[:=]?\s(?P<names>{_KOREAN_NAME}(?:\s?[·,]\s?{_KOREAN_NAME})*)")
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연표명반"
)
_NO_KOREAN_NAME = re.compile(
    r".*[부팀국실]|온라인|디지털|전문|선임|수석|담당|본지|현장|취재|시민|인턴|객원|동료|일부|당시"
    r"|구독|페이지|프로필|소개|정보|이메일|블로그|다른|기사|최신"
)
_MOST_KOREAN_CHARS = 60
_JAPANESE_NAME = "[\u4e00-\u9fff々][\u3040-\u309f\u4e00-\u9fff々]{1,5}?"
_JAPANESE_JOB = (
    "(?:編集委員|論説委員|[^\\s【】＝=・]{0,8}(?:記者|特派員|支局長|支局|[政経社国運科文]\\S{0,3}部))"
)
_JAPANESE = re.compile(
    rf"[【（(\[]?(?:(?:{_JAPANESE_JOB}|聞き手|文|取材・文|構成)[\s:：・＝=]?|[\u30a0-\u30ff\u4e00-\u9fff]{{2,10}}[＝=])?"
    rf"(?P<names>{_JAPANESE_NAME}(?:[、・]{_JAPANESE_NAME})*)(?:記者|特派員|編集委員)?[】）)\]]?"
)
_JAPANESE_CUE = re.compile(
    "記者|特派員|支局|編集委員|論説委員|^聞き手|^取材・文|^文・|部\\s|^【[\u4e00-\u9fff]{3,5}】$|^[\u30a0-\u30ff]{2,8}[＝=]"
)
_PLACED = re.compile("[【（(]?(?P<place>[\u30a0-\u30ff]{2,10}|[\u4e00-\u9fff]{2,4}(?<![部局社文手真]))[＝=]")
_CHINESE_NAMES = rf"(?P<names>{_HAN}{{2,3}}(?:[\s、,，/]+{_HAN}{{2,3}})*)"
_CHINESE = (
    re.compile(
        rf"[（(〔【]?{_HAN}{{0,6}}?(?:记者|記者)\s?[:：]?\s?{_CHINESE_NAMES}(?:\s?编辑[:：].*)?[)）〕】]?"
    ),
    re.compile(
        rf"[（(〔【]?(?:{_HAN}{{0,6}}?[／/]?\s?)?(?:记者|記者)(?P<names>{_HAN}{{3}})[／/]?{_HAN}{{2,6}}?"
        r"(?:\d+日[电電]|(?:即時|綜合)?報導|报道)[)）〕】]?"
    ),
    re.compile(rf"(?:文|作者|撰文|撰稿|采写|採訪|整理)\s?[/／|｜:：]\s?{_CHINESE_NAMES}"),
)
_ORIGINAL = re.compile(rf"原[创創][\s:：]+(?P<name>{_HAN}{{2,4}})(?=\s|$)")


def eastern_names(line: str) -> tuple[str, ...]:
    """The persons a whole line names in a Korean, Japanese or Chinese manner; none if it does not."""
    if "기자" in line or "특파원" in line or re.search(_KOREAN_JOB, line):
        return _korean(line)
    chinese = next((m for m in (p.fullmatch(line) for p in _CHINESE) if m), None)
    if chinese:
        return tuple(n for n in re.split(r"[\s、,，/]+", chinese["names"]) if n)
    japanese = _JAPANESE.fullmatch(line) if _JAPANESE_CUE.search(line) else None
    return tuple(re.split("[、・]", japanese["names"])) if japanese else ()


def place_before_name(line: str) -> str:
    """The place in "ブレナ=佐藤健"; empty if a desk or nothing stands before the name."""
    found = _PLACED.match(line)
    return found["place"] if found else ""


def name_before_date(piece: str) -> str:
    """The writer before a date, named without a word for the work: "이서준 2024. 5. 17.", "原创 王小雨"."""
    original = _ORIGINAL.match(piece)
    return original["name"] if original else piece if _is_korean_name(piece) else ""


def _korean(line: str) -> tuple[str, ...]:
    if len(line) > _MOST_KOREAN_CHARS or line.endswith("다."):
        return ()
    found = _KOREAN.match(line) or _KOREAN_JOB_FIRST.fullmatch(line)
    if not found:
        return ()
    before = (found.groupdict().get("before") or "").strip()
    names = [before] if _is_korean_name(before) else []
    names += [n.strip() for n in re.split(r"[·,]", found["names"])]
    names += [m["name"] for m in _KOREAN_NEXT.finditer(line, found.end())]
    return tuple(dict.fromkeys(n for n in names if not _NO_KOREAN_NAME.fullmatch(n)))


def _is_korean_name(word: str) -> bool:
    """Whether a word before a name is another one, not a desk or an outlet."""
    return len(word) == 3 and word[0] in _SURNAMES and not _NO_KOREAN_NAME.fullmatch(word)
