"""Where the sentences of a text stand: news in English, Korean, Japanese, Chinese, French, German and Spanish.

One regular expression finds each mark that could end a sentence; what stands within a few characters of it
decides. Nothing looks further than a fixed distance, so the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefing.assist.abbreviations import AFTER_HOUR, BEFORE_NUMBER, MAY_END, OPENERS, STATES, TITLES

Span = tuple[int, int]

_CLOSERS = "\"'”’»」』）)\\]】〉》›"
_END = re.compile(rf"[.!?…。！？．｡]+(?:\[\d{{1,3}}\])?(?:[{_CLOSERS}]|“(?=\s|$)|[ \u00a0\u202f][»](?!\w))*")
_ZONE = re.compile(r"[ap]\.?m\.?\s[A-Z]{2,4}$", re.IGNORECASE)  # "5 p.m. EST."
_WIDE = frozenset("。！？．｡")
_HANGUL = "가-힣"
_KANA = "ぁ-ヿ"
_CJK = re.compile(rf"[{_HANGUL}{_KANA}一-鿿]")
_TOKEN = re.compile(r"[^\s(\[\"'“‘«「—–]{1,24}$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINE = re.compile(r"\n\s*")
_BULLET = re.compile(r"[-•·◦▪■□○●◇◆▲△※*–—►▶]\s|(?:\d{1,2}|[가-하a-zA-Z①-⑳])[.)]\s")
_QUOTES = re.compile(rf"[“”‘’\"「」『』（）]|(?<![^\s(])'(?=[{_HANGUL}])|(?<=[{_HANGUL}.!?])'")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", '"': '"', "'": "'"}
_DOTTED_DATE = re.compile(r"(?:\d{4}|['’‘]\d{2})\.\s?\d{1,2}\.(?:\s?\d{1,2}\.)?(?:\s?\([^)\s]\))?")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}$|^[^\W\d_]{1,2}(?:\.-?[^\W\d_]{1,2})+\.$")
_KOREAN_TAIL = re.compile(
    r"(?:이?라고|이?라는|이?라며|하고|하며|고|며|면서|라면서|는|란|이란|라)(?![다가-힣]{3})"
)
_JAPANESE_TAIL = re.compile(r"[とはがのをにもでや、。，）)・]|など|って|から|まで|より")
_CHINESE_TAIL = re.compile(
    r"[，、；：的]|[^。！？，“”「」\n]{1,12}(?:说|說|道|问|問|答|表示|指出|称|稱|强调|強調|补充|補充)[。，]"
)
_SAID = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s+){1,5}?(?:said|says|asked|asks|added|told|wrote|replied|warned|insisted|declared)\b"
)
_CREDIT = re.compile(r"\s+\([^()\n.!?=]{1,40}\)(?=\s)")  # "(Yonhap)" after a caption's full stop
_HESITANT = re.compile(r"I\b(?!\.)")  # "Well ... I don't know"
_HANGUL_END = "다요까죠음임함됨"
_QUOTE_LIMIT = 400  # characters; a longer quotation is cut inside
_SHORT_LINE = 48  # characters; a shorter line that is followed by a new one was broken on purpose
_NEAR = 64  # characters we look ahead


def sentence_spans(text: str, language: str = "") -> tuple[Span, ...]:
    """Start and end of each sentence, trimmed; together they cover every character that is not white space."""
    spans: list[Span] = []
    for start, end in _paragraphs(text):
        first = start
        for cut in _cuts(text, start, end, language[:2].lower()):
            _append_trimmed(spans, text, first, cut)
            first = cut
        _append_trimmed(spans, text, first, end)
    return tuple(spans)


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    kept = len(piece.strip())
    if kept:
        spans.append((start + left, start + left + kept))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in _LINE.finditer(text):
        if _line_ends(text, start, line):
            yield start, line.start()
            start = line.end()
    yield start, len(text)


def _line_ends(text: str, start: int, line: re.Match[str]) -> bool:
    """Whether a line feed was meant: a blank line, a list, a table row, or a line broken short."""
    if "\n" in line.group()[1:] or line.end() == len(text):
        return True
    if _BULLET.match(text, line.end()) or "\t" in text[max(start, line.start() - 400) : line.start()]:
        return True
    before = text.rfind("\n", start, line.start()) + 1 if line.start() - start > _SHORT_LINE else start
    wide = 2 if _CJK.match(text, line.end()) else 1
    return (line.start() - max(before, start)) * wide < _SHORT_LINE and not text[line.end()].islower()


def _cuts(text: str, start: int, end: int, language: str) -> Iterator[int]:
    quotes = _quotations(text, start, end)
    dates = _date_dots(text, start, end)
    first = start
    for mark in _END.finditer(text, start, end):
        if mark.start() in dates or _inside(quotes, mark) or mark.end() == end:
            continue
        if _ends_here(text, mark, first, end, language):
            first = mark.end()
            yield first
            credit = _CREDIT.match(text, first, end)
            if credit:
                first = credit.end()
                yield first


def _date_dots(text: str, start: int, end: int) -> set[int]:
    dots: set[int] = set()
    for date in _DOTTED_DATE.finditer(text, start, end):
        dots.update(i for i in range(date.start(), date.end()) if text[i] == ".")
    return dots


def _quotations(text: str, start: int, end: int) -> list[Span]:
    """The quotations of a Korean, Japanese or Chinese paragraph, outermost first; elsewhere none."""
    if not _CJK.search(text, start, end):
        return []
    found: list[Span] = []
    opened, closer = -1, ""
    for quote in _QUOTES.finditer(text, start, end):
        if opened >= 0 and quote.start() - opened > _QUOTE_LIMIT:
            opened = -1
        if opened < 0:
            opened, closer = (quote.start(), _PAIRS[quote.group()]) if quote.group() in _PAIRS else (-1, "")
        elif quote.group() == closer:
            found.append((opened, quote.start()))
            opened = -1
    return found


def _inside(quotes: list[Span], mark: re.Match[str]) -> bool:
    place = bisect_right(quotes, (mark.start(), mark.start())) - 1
    return place >= 0 and quotes[place][0] < mark.start() and mark.end() <= quotes[place][1]


def _ends_here(text: str, mark: re.Match[str], first: int, end: int, language: str) -> bool:
    after = text[mark.end() : min(end, mark.end() + _NEAR)]
    before = text[mark.start() - 1] if mark.start() > first else ""
    if mark.group()[-1] in ")）" and _CJK.match(after.lstrip()) and mark.group()[0] in _WIDE:
        return text[first : first + 2].lstrip()[:1] in ("(", "（")
    if mark.group()[0] in _WIDE or (
        mark.group()[0] in "!?…" and _CJK.match(before) and not after[:1].isspace()
    ):
        return _ends_wide(after, mark.group())
    if _CJK.match(before):
        return _ends_hangul(text, mark, first, after)
    if not after[0].isspace():
        return _ends_unspaced(text, mark, after)
    return _ends_latin(text, mark, first, after.lstrip(), language)


def _ends_wide(after: str, mark: str) -> bool:
    following = after.lstrip()
    if _JAPANESE_TAIL.match(following) and (mark[-1] not in _WIDE or following[0] in "と、，"):
        return False
    if mark[-1] in '”"」』’' and (_CHINESE_TAIL.match(following) or _KOREAN_TAIL.match(after)):
        return False
    return not (mark[0] in "…!?" and following[:1] in "と、，" + _CLOSERS)


def _ends_hangul(text: str, mark: re.Match[str], first: int, after: str) -> bool:
    syllable = text[mark.start() - 1]
    if syllable in "가나다라마바사아자차카타파하" and _stands_alone(text, first, mark.start() - 1):
        return False
    following = after.lstrip()
    closed = mark.group()[-1] not in ".!?…"
    if closed and _KOREAN_TAIL.match(following):
        return False
    if mark.group()[0] == "…" or mark.group().startswith(".."):
        return after[0].isspace() and not following[:1].islower()
    return after[0].isspace() or (syllable in _HANGUL_END and not closed and bool(_CJK.match(following)))


def _ends_unspaced(text: str, mark: re.Match[str], after: str) -> bool:
    """A missing space: "was signed.The ministers"; never a web address or a number."""
    if mark.group() not in ".!?" or not re.match(r"[A-ZÀ-Þ][\w'’]*\s", after):
        return False
    return bool(re.search(r"(?:^|\s)[a-zà-ÿ'’-]{2,}$", text[max(0, mark.start() - 24) : mark.start()]))


def _ends_latin(text: str, mark: re.Match[str], first: int, following: str, language: str) -> bool:
    if not following or following[0].islower() or following[0] in ".,;:!?…)]}-–—":
        return following[:2].startswith(("-", "–", "—")) and following[2:3].isupper() and mark.group()[0] == "."
    quoted = mark.group()[-1] in "\"'”’»"
    if quoted and mark.group()[0] in "!?" and _SAID.match(following):
        return False
    if mark.group().startswith(("..", "…")):
        return not _HESITANT.match(following)
    return mark.group()[0] != "." or _dot_ends(text, mark, first, following, language)


def _dot_ends(text: str, mark: re.Match[str], first: int, following: str, language: str) -> bool:
    found = _TOKEN.search(text, max(first, mark.start() - 24), mark.start())
    token = found.group() if found else ""
    opener = _opens(following)
    alone = _stands_alone(text, first, mark.start() - len(token))
    if token.isdigit():
        numbered = text[max(first, mark.start() - len(token) - 2) : mark.start()].startswith(".")
        return numbered or _number_ends(token, following, alone, language)
    if _ACRONYM.search(token + "."):
        return _acronym_ends(token.lower(), text[first : min(mark.start(), first + _NEAR)], following, opener)
    if _ZONE.search(text, max(first, mark.start() - 12), mark.start()):
        return True
    if len(token) == 1 and token.isalpha():
        return opener and not alone and (token.isupper() or language in ("", "en"))
    return _abbreviation_ends(token.rsplit("-", 1)[-1], following, opener)


def _stands_alone(text: str, first: int, place: int) -> bool:
    """Whether nothing of the sentence stands before `place`: it begins with a number or a letter of a list."""
    return place - first < _NEAR and not text[first:place].strip(" \t\n([")


def _opens(following: str) -> bool:
    if following[0] in "\"'“‘«(¿¡[":
        return True
    word = _WORD.match(following)
    return word is not None and re.split("['’]", word.group().lower())[0] in OPENERS


def _number_ends(token: str, following: str, alone: bool, language: str) -> bool:  # noqa: FBT001 - one fact of the place
    if alone and len(token) <= 2:
        return False  # "1. The first point"
    if language == "de" and len(token) <= 2:
        return _opens(following)
    return not (
        len(token) <= 2
        and re.match(r"(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|Sept|Okt|Nov|Dez)", following)
    )


def _acronym_ends(token: str, sentence: str, following: str, opener: bool) -> bool:  # noqa: FBT001 - as above
    if token in ("a.m", "p.m"):
        word = _WORD.match(following)
        clock = word is not None and word.group().lower() in AFTER_HOUR
        return not clock and not re.match(r"(?:\S+\s){1,2}time\b", following) and sentence.count(" ") > 3
    if token in ("e.g", "i.e", "z.b", "d.h", "u.a", "p.ej", "c.-à-d"):
        return False
    return opener


def _abbreviation_ends(token: str, following: str, opener: bool) -> bool:  # noqa: FBT001 - as above
    if token.lower() in TITLES:
        return False
    if token.lower() in BEFORE_NUMBER:
        return not (following[0].isdigit() or re.match(r"[IVXL]+\b", following))
    return opener if token.lower() in MAY_END or token in STATES else True
