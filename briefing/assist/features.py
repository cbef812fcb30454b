"""What the suggestions look at in a sentence: cues, dates, its place, and what stood before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from briefing.assist.cues import cue_groups
from briefing.assist.dates import find_dates, times_of
from briefing.assist.days import published_day

_WORDS = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d+")
_CARRIES = re.compile(
    r"^(?:it|they|this|these|the (?:deal|agreement|accord|pact|plan|decision|declaration|text|two|"
    r"line|loan)|under|both|"
    r"this|its|their|이들|이번|협정|합의|양측|양국|또|이어|아울러|両|双方|協定|合意|また|同)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\b(?:both|the (?:two|three|four)|two|three) (?:sides|countries|governments|leaders|ministers|"
    r"parties|delegations|nations)\b"
    r"|\b(?:the )?(?:ministers|leaders|parties|delegates|members|they)\b|양측|양국|두 나라|세 나라|"
    r"정상들|장관들|양 장관|双方|両国|両首脳|両者|両大臣|3氏",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:(?:at)?ions?|ings?|e?ments?|ies|ied|ed|es|s|ly)$")
_SHORT_WORD = 4  # letters; such a word is its own stem
_NEAR_DAYS = 7
_OPENING = 12  # characters; a date this early is what the sentence is about
_LONG, _SHORT = 160, 50  # characters; Korean and Japanese count double


class SentenceIn(Struct, frozen=True):
    """A sentence of an article. `kind` is that of its block, e.g. caption."""

    text: str
    kind: str = "paragraph"


class Seen(Struct, frozen=True):
    """The features of one sentence, and the words that each cue group matched."""

    features: dict[str, float]
    words: dict[str, str]


def look(sentences: Sequence[SentenceIn], language: str, published: str, title: str = "") -> tuple[Seen, ...]:
    """The features of each sentence of an article."""
    day = published_day(published, language)
    wanted = terms(title, language)
    seen: list[Seen] = []
    for index, sentence in enumerate(sentences):
        words = _cue_words(sentence.text, language)
        features = {f"cue:{group}": 1.0 for group in words}
        features.update((name, 1.0) for name in _dates(sentence.text, language, published, day))
        features.update((name, 1.0) for name in _place(index, len(sentences)))
        features.update((name, 1.0) for name in _shape(sentence, language))
        features.update((f"time:{time}", 1.0) for time in times_of(sentence.text, language))
        said = terms(sentence.text, language)
        features["title"] = len(wanted & said) / max(len(wanted), 1)
        if seen:
            features.update((name, 1.0) for name in _before(seen[-1], sentence.text))
        features.update(_pairs(words))
        if "act" in words and "date:earlier" in features:
            features["both:act+earlier"] = 1.0  # an agreement of another day
        features.update((f"w:{language}:{term}", 0.5) for term in said)
        seen.append(Seen({name: value for name, value in features.items() if value}, words))
    return tuple(seen)


def _cue_words(text: str, language: str) -> dict[str, str]:
    found = {}
    for group, pattern in cue_groups(language):
        match = pattern.search(text)
        if match:
            found[group] = match.group().strip()
    return found


def _pairs(words: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Groups that mean more together: a plan for a meeting, a failure in an agreement, a past agreement."""
    for one, other in (
        ("act", "fail"),
        ("meet", "next"),
        ("act", "past"),
        ("act", "next"),
        ("act", "deny"),
        ("meet", "past"),
        ("quote", "speech"),
        ("discuss", "next"),
        ("act", "meet"),
        ("view", "act"),
        ("terms", "next"),
        ("past", "fact"),
    ):
        if one in words and other in words:
            yield f"both:{one}+{other}", 1.0


def _dates(text: str, language: str, published: str, day: date | None) -> Iterator[str]:
    found = [(d.start, d.value) for d in find_dates(text, language, published) if d.value]
    if not found:
        yield "date:none"
    if day is None:
        return
    for start, value in found:
        when = _when(value.split("/")[-1], day)
        yield f"date:{when}"
        if start <= _OPENING:
            yield f"opens:{when}"


def _when(value: str, day: date) -> str:
    """How a date lies to the day of publication: future, recent, earlier or now (a period that holds it)."""
    iso = day.isoformat()
    if iso.startswith(value):
        return "now" if len(value) < 10 else "recent"
    if value > iso[: len(value)]:
        return "future"
    if len(value) == 10 and (day - date.fromisoformat(value)).days <= _NEAR_DAYS:
        return "recent"
    return "earlier"


def _place(index: int, count: int) -> Iterator[str]:
    if index == 0:
        yield "place:first"
    elif index == 1:
        yield "place:second"
    elif index >= count - 1 and count > 2:
        yield "place:last"
    yield f"place:part{min(3, 4 * index // max(count, 1))}"


def _shape(sentence: SentenceIn, language: str) -> Iterator[str]:
    text = sentence.text
    length = len(text) * (1 if language == "en" else 2)
    if length > _LONG or length < _SHORT:
        yield "shape:long" if length > _LONG else "shape:short"
    if sentence.kind in ("caption", "heading", "table", "list_item"):
        yield f"kind:{sentence.kind}"
    if _SIDES.search(text):
        yield "shape:sides"
    if re.search(r"[\"“「].{12,}[\"”」]", text):
        yield "shape:quotes"
    if not re.search(r"[.!?。”\"」)）]$|다$", text):
        yield "shape:open"


def _before(previous: Seen, text: str) -> Iterator[str]:
    carries = bool(_CARRIES.match(text))
    for group in ("act", "terms", "meet", "next", "past", "furniture"):
        if group in previous.words:
            yield f"after:{group}"
            if carries:
                yield f"carries:{group}"


def terms(text: str, language: str) -> set[str]:
    """The terms of a text: stems in Latin script; pairs of letters and the sentence's end elsewhere."""
    if language == "en":
        return {_ENDING.sub("", w) if len(w) > _SHORT_WORD else w for w in _WORDS.findall(text.lower())}
    body = re.sub(r"[\s\W\d]+", " ", text)
    pairs = {body[i : i + 2] for i in range(len(body) - 1) if " " not in body[i : i + 2]}
    return pairs | {"$" + text.rstrip(" .。")[-n:] for n in (2, 3)}
