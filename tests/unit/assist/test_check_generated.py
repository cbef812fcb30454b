"""Errors planted by rule in every faithful wording, and rewritings by rule that say the same."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.assist.check import check_point

CASES = Path(__file__).parents[2] / "cases" / "assist" / "check"
PUBLISHED = "2023-09-08"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PLACES = {
    "en": ["Lima", "Kenya"],
    "ko": ["케냐", "페루", "스위스"],
    "ja": ["ケニア", "ペルー", "スイス", "カナダ"],
}
KNOWN = {
    "en": re.compile(
        r"\b(?:Seoul|Tokyo|Japan|China|Hanoi|Vietnam|Saudi Arabia|Mongolia|Uzbekistan|Brussels)\b"
    ),
    "ko": re.compile(r"서울|도쿄|일본|하노이|베트남|몽골|우즈베키스탄|브뤼셀"),
    "ja": re.compile(r"ソウル|東京|日本|ハノイ|ベトナム|モンゴル|ウズベキスタン|ブリュッセル"),
}
WORDS = {"7": "seven", "12": "twelve", "5": "five", "14": "fourteen"}
Pair = tuple[str, list[str], str]  # published, evidence, wording
Faithful = tuple[list[str], str, str]  # evidence, wording, published


def faithful(language: str) -> Iterator[Faithful]:
    for path in sorted(CASES.glob(f"{language}*.txt")):
        if "-from-" not in path.stem:
            for block in path.read_text(encoding="utf-8").split("\n\n"):
                lines = block.splitlines()
                evidence = [line[2:] for line in lines if line.startswith("> ")]
                day = next((line[2:] for line in lines if line.startswith("@ ")), PUBLISHED)
                yield from ((evidence, line[2:], day) for line in lines if line.startswith("= "))


def planted(language: str) -> Iterator[Pair]:
    for evidence, wording, day in (*faithful(language), *quotes(language)):
        yield from ((day, evidence, wrong) for wrong in wrongs(language, wording, " ".join(evidence)))


def quotes(language: str) -> list[Faithful]:
    told = {(e, day) for evidence, _, day in faithful(language) for e in evidence}
    return [([e], e, day) for e, day in sorted(told)]


def wrongs(language: str, wording: str, evidence: str) -> Iterator[str]:
    yield from wrong_numbers(wording, evidence)
    for place in KNOWN[language].finditer(wording):
        yield from (wording[: place.start()] + other + wording[place.end() :] for other in PLACES[language])
    if language == "en":
        yield from wrong_words(wording, evidence)


def wrong_numbers(wording: str, evidence: str) -> Iterator[str]:
    for number in re.finditer(r"(?<![\d.,/-])\d{1,3}(?:\.\d)?(?![\d.,/-])", wording):
        value = str(float(number.group()) + 3) if "." in number.group() else str(int(number.group()) + 3)
        if value not in evidence and int(float(value)) < 28:
            yield wording[: number.start()] + value + wording[number.end() :]
        swapped = number.group()[::-1]
        if len(swapped) == 2 and swapped not in evidence and 9 < int(swapped) < 28:
            yield wording[: number.start()] + swapped + wording[number.end() :]


def wrong_words(wording: str, evidence: str) -> Iterator[str]:
    for month in re.finditer("|".join(MONTHS), wording):
        other = MONTHS[(MONTHS.index(month.group()) + 2) % 12]
        if other not in evidence:
            yield wording[: month.start()] + other + wording[month.end() :]
    for name in re.finditer(r"(?:(?<=Commissioner )|(?<=Minister ))[A-Z][a-z]{3,}\b", wording):
        yield wording[: name.end() - 1] + "ck" + wording[name.end() :]


def rewritten(language: str) -> Iterator[Pair]:
    for evidence, wording, day in faithful(language):
        yield day, evidence, wording
        yield day, evidence, wording.rstrip(".。")
        if language == "en":
            yield day, evidence, f"Note: {wording}"
            yield day, evidence, re.sub(r"\$(?=\d)", "US$", wording.replace("US$", "$"))
            yield (
                day,
                evidence,
                re.sub(r"(?<![\d.,$-])(7|12|5|14)(?= [a-z])", lambda m: WORDS[m.group()], wording),
            )
        elif language == "ko":
            yield day, evidence, wording.replace("했다.", "함").replace("됐다.", "됨")
            yield day, evidence, wording.replace("%", "퍼센트")
            yield day, evidence, f"○ {wording}"
        else:
            yield day, evidence, wording.replace("%", "％").replace("％", " パーセント")
            yield day, evidence, f"・{wording}"
            yield day, evidence, wording.replace("、", "，")


def thinned(pairs: Iterator[Pair]) -> list[Pair]:
    """About 500 of them, evenly: enough for a share of one in fifty, and quick."""
    found = list(pairs)
    return found[:: max(1, len(found) // 500)]


def doubted(language: str, pair: Pair) -> bool:
    day, evidence, wording = pair
    return bool(check_point(wording, evidence, language, language, day))


@pytest.mark.parametrize(("language", "least"), [("en", 200), ("ko", 200), ("ja", 200)])
def test_at_least_95_in_100_errors_planted_by_rule_are_found(language: str, least: int) -> None:
    pairs = thinned(planted(language))
    missed = [wording for _, _, wording in (pair for pair in pairs if not doubted(language, pair))]
    assert len(pairs) >= least
    assert len(missed) <= 0.05 * len(pairs), missed


@pytest.mark.parametrize(("language", "least"), [("en", 200), ("ko", 200), ("ja", 200)])
def test_at_most_2_in_100_wordings_that_say_the_same_are_doubted(language: str, least: int) -> None:
    pairs = thinned(rewritten(language))
    false = [wording for _, _, wording in (pair for pair in pairs if doubted(language, pair))]
    assert len(pairs) >= least
    assert len(false) <= 0.02 * len(pairs), false
