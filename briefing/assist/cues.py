"""The cue words of the suggestions: shipped patterns by language and group, and a template's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing import resources

_HANGUL_OR_KANA = re.compile("[가-힣ぁ-ヿ一-鿿]")


class CueMatch(Struct, frozen=True):
    """A template's cue word met in a sentence: which tag it speaks for, and where the words stand."""

    tag: str
    words: str
    start: int
    end: int


@lru_cache(maxsize=8)
def cue_groups(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The shipped cues of a language: (group, pattern), all cues of a group in one pattern."""
    groups: dict[str, list[str]] = {}
    for line in resources.text("assist", "cues.txt").splitlines():
        head, _, pattern = line.partition("\t")
        spoken, _, group = head.partition(" ")
        if spoken == language and pattern:
            groups.setdefault(group, []).append(pattern)
    return tuple((name, re.compile(_one_pattern(patterns), re.IGNORECASE)) for name, patterns in groups.items())


def _one_pattern(patterns: Sequence[str]) -> str:
    r"""All patterns of a group as one; those that begin at a word share one \b, which saves time."""
    at_words = [p.removeprefix(r"\b") for p in patterns if p.startswith(r"\b") and "|\\b" not in p]
    others = [f"(?:{p})" for p in patterns if not p.startswith(r"\b") or "|\\b" in p]
    shared = [r"\b(?:" + "|".join(at_words) + ")"] if at_words else []
    return "|".join(shared + others)


def cue_matches(sentence: str, cues_by_tag: Mapping[str, Sequence[str]]) -> tuple[CueMatch, ...]:
    """Where a template's own cue words stand in a sentence, first tags first."""
    found = []
    for tag, cues in cues_by_tag.items():
        for cue in cues:
            match = _cue_pattern(cue.strip()).search(sentence) if cue.strip() else None
            if match:
                found.append(CueMatch(tag, match.group(), match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=512)
def _cue_pattern(cue: str) -> re.Pattern[str]:
    """In Latin script a cue matches whole words and endings ("sign": signed); elsewhere anywhere."""
    if _HANGUL_OR_KANA.search(cue):
        return re.compile(r"\s*".join(map(re.escape, cue.split())))
    body = r"\s+".join(map(re.escape, cue.split()))
    return re.compile(rf"(?<!\w){body}(?:s|es|d|ed|ing)?(?!\w)", re.IGNORECASE)
