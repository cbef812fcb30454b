"""Real dates put in the place of relative ones: "on Thursday" becomes "on 7 September 2023"."""

from __future__ import annotations

import re
from datetime import date

from briefing.assist.dates import DateFound, find_dates
from briefing.assist.days import AS_WRITTEN, MONTHS_EN
from briefing.words import Words

Swap = tuple[int, int, str]  # start, end, new words

_PREPOSITION = re.compile(
    r"\b(?:on|in|by|until|till|since|from|of|before|after|for|to|through|between|and|during|than|as|around|about|"
    r"the|over|ahead of|or|late|early|earlier|later)\s+$",
    re.IGNORECASE,
)
_LEADS = {10: "on ", 21: "from "}  # a day, an interval of days; else "in"
_KEEP_BEFORE = re.compile(
    r"(?i)^((?:the\s+)?(?:very\s+)?(?:end|start|beginning|middle)\s+of|early|late|mid-?|earlier|later)\b"
)
_DURATION = re.compile(r"\d|年ぶり|년\s?만|years", re.IGNORECASE)
_TAIL_EAST = re.compile(
    r"(?:\s?(?:말|초|중순|초순|하순|중|안))?(?:까지|에)?$|(?:末|初め|初頭|中旬|上旬|下旬|中)?(?:までに?)?$"
)
_EAST_END = re.compile(r"^(?:연말|年末)")
# Parts of a year that keep their name; a winter has two years.
_PART_OF_YEAR = re.compile("(?:봄|여름|가을|[상하]반기|[1-4]분기|[春夏秋]|[上下]半期)$")
_COMPARED = re.compile(r"보다|에 비해|과 비교|\s?대비")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’")


def date_swaps(text: str, language: str, published: str) -> tuple[Swap, ...]:
    """The relative dates of a text with the words to put there; none inside a quotation."""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    swaps = []
    for found in find_dates(text, language, published):
        inside = any(start < found.start and found.end < end for start, end in quoted)
        compared = _COMPARED.match(text, found.end) and found.text.endswith(
            "전"
        )  # "1년 전보다" is a month, not a year
        if found.value is None or found.reason == AS_WRITTEN or inside or compared:
            continue
        swap = _english(text, found) if language[:2] == "en" else _eastern(found, language[:2])
        if swap is not None:
            swaps.append(swap)
    return tuple(swaps)


def long_date(value: str, language: str = "en") -> str:
    """A value in words: "7 September 2023", "2023년 9월 7일", "2023年9月7日"."""
    parts = [int(part) for part in value.split("-")]
    if language in ("ko", "ja"):
        units = "년월일" if language == "ko" else "年月日"
        return (" " if language == "ko" else "").join(f"{n}{u}" for n, u in zip(parts, units, strict=False))
    if len(parts) == 3:
        return f"{parts[2]} {MONTHS_EN[parts[1] - 1]} {parts[0]}"
    return f"{MONTHS_EN[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else str(parts[0])


def why_so(found: DateFound, published: date | None, words: Words) -> str:
    """Why a date was read as it was, or cannot be told, in the words of the interface."""
    told = {}
    if found.basis == "counted":
        told["day"] = long_date(found.reason.removeprefix("counted from "), words.language)
    elif found.basis == "published" and published is not None:
        told["day"] = long_date(published.isoformat(), words.language)
        told["weekday"] = words("window.weekdays").split()[published.weekday()]
    return words(f"window.date_{found.basis}", **told)


def _english(text: str, found: DateFound) -> Swap | None:
    value = found.value or ""
    if _DURATION.search(found.text) and "/" in value and not re.search(r"[A-Z]", found.text):
        return None
    kept = _KEEP_BEFORE.match(found.text)
    words = _english_words(found, kept is not None)
    end = found.end
    if text[end : end + 2] in ("'s", "’s"):
        words, end = f"the {words}", end + 2
    elif kept is not None:
        between = " in " if kept.group(1).lower() in ("earlier", "later") else " "
        words = kept.group(1) + between + words
    elif not _PREPOSITION.search(text[max(0, found.start - 12) : found.start]):
        lead = _LEADS.get(len(value), "in ") if "week" not in words else "in "
        words = ("on " if "weekend" in words else lead) + words
        words = words[0].upper() + words[1:] if found.start == 0 else words
    return found.start, end, words


def _english_words(found: DateFound, period_only: bool) -> str:  # noqa: FBT001 - private: one fact of the words
    value = found.value or ""
    if "/" not in value:
        if (
            period_only and len(value) == 10
        ):  # "the end of this year": the last day is what we know, not what it says
            return long_date(value[:4] if "year" in found.text else value[:7])
        return long_date(value)
    first, last = value.split("/")
    if re.search(r"\bweek\b", found.text):
        return f"the week of {long_date(first)}"
    days = f"{_short(first, last)} to {long_date(last)}"
    return f"the weekend of {days}" if "weekend" in found.text.lower() else days


def _short(first: str, last: str) -> str:
    """The first day without what it shares with the last."""
    if len(first) < 10:
        return MONTHS_EN[int(first[5:7]) - 1] if len(first) == 7 and first[:4] == last[:4] else long_date(first)
    day = date.fromisoformat(first)
    if first[:7] == last[:7]:
        return str(day.day)
    return f"{day.day} {MONTHS_EN[day.month - 1]}" if first[:4] == last[:4] else long_date(first)


def _eastern(found: DateFound, language: str) -> Swap | None:
    value = found.value or ""
    part = _PART_OF_YEAR.search(found.text)
    if part and "/" in value:
        year = long_date(value[:4], language) + (" " if language == "ko" else "")
        return found.start, found.end, year + part.group()
    if "/" in value:
        return None
    tail = _TAIL_EAST.search(found.text)
    kept = tail.group() if tail else ""
    if len(value) == 10 and kept:  # "올해 말까지": the year, then its own end words
        month = re.search("[월月달]", found.text)
        value = value[:7] if month else value[:4]
    if _EAST_END.match(found.text):
        kept = (" " if language == "ko" else "") + kept
    elif found.text in ("연내", "年内"):
        value = value[:4]
        kept = " 내" if language == "ko" else "内"
    return found.start, found.end, long_date(value, language) + kept
