"""Whether an English sentence speaks of what was or of what will be, around one place in it."""

from __future__ import annotations

import re

from briefing.assist.days import Tense
from briefing.assist.wordlists import words

_IRREGULAR = {
    bare: pasts
    for bare, *pasts in (
        verb.split(":")
        for verb in sorted(
            words("""
            arise:arose be:was:were become:became begin:began:begun break:broke:broken bring:brought
            build:built buy:bought catch:caught choose:chose:chosen come:came deal:dealt do:did
            draw:drew:drawn drive:drove:driven fall:fell:fallen feel:felt fight:fought find:found
            fly:flew:flown forget:forgot get:got give:gave:given go:went:gone grow:grew:grown have:had
            hear:heard hold:held hurt:hurt keep:kept know:knew:known lay:laid lead:led leave:left lie:lay
            light:lit lose:lost make:made mean:meant meet:met overcome:overcame pay:paid ride:rode ring:rang
            rise:rose:risen run:ran say:said see:saw:seen seek:sought sell:sold send:sent shake:shook:shaken
            shoot:shot sing:sang sink:sank sit:sat sleep:slept speak:spoke:spoken spend:spent stand:stood
            steal:stole:stolen strike:struck swear:swore:sworn sweep:swept swing:swung take:took:taken
            teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown undergo:underwent
            understand:understood undertake:undertook:undertaken wake:woke wear:wore:worn win:won wind:wound
            withdraw:withdrew:withdrawn write:wrote:written
        """)
        )
    )
}
BARE = {past: bare for bare, pasts in _IRREGULAR.items() for past in pasts}
_PASTS = frozenset(past for pasts in _IRREGULAR.values() for past in pasts[:1]) | {"were"}
_SAME_IN_PAST = words("cut set put hit let cost shut quit be have do consider continue hurt")
_NOT_PAST = words("""
    united related so-called limited aged forced red need feed speed exceed proceed bed wed indeed
    hundred sacred seed weed breed greed creed shed full-fledged long-awaited detailed advanced
    embed succeed need-based
""")
_FUTURE_VERBS = (
    "agree|decide|vow|pledge|promise|commit|vote|want|wish|hope|intend|plan|ask|urge|propose|offer|prepare|aim|"
    "instruct|direct|task|require|expect|threaten|order|tell|invite|arrange"
)
_COUNT = r"(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b"
_TAIL = r"(?:\s+(?:be|not|also|again|then|soon|likely|jointly|formally|have|been))*(?:\s+[a-z]+)?"
_MARKS = re.compile(
    rf"""
    (?P<unclear>\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:expected|scheduled|set|due|slated|planned|supposed
        |to\s+[a-z]+)\b
      | \b(?:originally|initially|previously)\s+(?:expected|scheduled|set|due|slated|planned)\b)
  | (?P<would>\b(?:would|could(?!\snot\b)|might)\b(?!\s+have){_TAIL})
  | (?P<future>\b(?:entry\s+into\s+force|clearing\s+the\s+way)\b
      | \b(?:will|won['’]t|shall|may|can|must|should|(?:is|are)\s+to)\b(?!\s+have\b){_TAIL}
      | \b(?:upcoming|forthcoming)\b | ['’]ll\b
      | \b(?:is|are|being|remains?)\s+(?:\w+ly\s+)?(?:expected|scheduled|set|due|slated|planned|likely|poised
        |going|ready)\b(?:\s+to\b)?{_TAIL}
      | \b(?:scheduled|slated|planned|set|due)\s+(?:to\b{_TAIL}|for\b)
      | \b(?:{_FUTURE_VERBS})(?:e?d|s)?\b(?:\s+(?!and\b|said\b)[\w'’-]+){{0,3}}?
        \s+to(?=\s+[a-z])(?!\s+{_COUNT}){_TAIL}
      | \b(?:told|ready|deadline|plans|talks)\s+to(?=\s+[a-z]){_TAIL}
      | \b(?:postponed|delayed|moved|pushed|rescheduled|put\s+off|extended)\b
        [^.;]{{0,40}}?\b(?:to|until|till)(?=\s*$)
      | \b(?:begins|starts|arrives|departs|resumes|opens|ends|expires|takes\s+(?:effect|place)
        |comes?\s+into\s+force)\b
      | (?<=s\s)(?:begin|start|arrive|depart|resume|open|end|expire|take\s+(?:effect|place)|reconvene|meet
        |come\s+into\s+force|go\s+to\s+the\s+polls|vote)(?=\s))
  | (?P<caption>\b(?:poses?|shakes?\s+hands|(?:left|right|center|centre)\)))
  | (?P<past>\b[a-z][a-z'-]*\b)
    """,
    re.VERBOSE,
)
_VOWED = re.compile(rf"(?:{_FUTURE_VERBS})e?d\b")
_CLAUSE_START = re.compile(
    r"(?:^|[,;:—–(]|\b(?:and|but|that|which|as|when)|\b(?:after|before)(?=\s+(?:on|in|at)\b))\s*[\"'“‘]?(?:(?:but|and|also|then)\s+)?"
    r"(?:(?:on|in|by|from|since|until|during|early|late|earlier|later|back|at|the|end|of|around|through)\s+)*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:[A-Z][a-z]+day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|last (?:week|month|year)|yesterday)"
)
_PAST_BEFORE = re.compile(r"\b(?:since|ago|earlier|past)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FUTURE_BEFORE = re.compile(
    r"\b(?:by|until|till|from\s+next|no later than|starting|beginning|effective)\s+(?:the\s+)?$", re.IGNORECASE
)
_SAME_PAST_AFTER = re.compile(
    r"\s(?:\w+ly\s)?(?:cut|set|put|hit|shut|quit|forecast|cast|split)\b"
)  # "on Monday cut"
_WINDOW = 200  # characters on either side


def tense_around(text: str, first: int, start: int, end: int, last: int) -> Tense:
    """The tense that governs `text[start:end]` in the sentence `text[first:last]`."""
    left = text[max(first, start - _WINDOW) : start]
    right = text[end : min(last, end + _WINDOW)]
    if _PAST_BEFORE.search(left):
        return "past"
    if _SAME_PAST_AFTER.match(right):
        return "past"
    own = _last(left)
    if _FUTURE_BEFORE.search(left) and own != "past":
        return "future"
    if _CLAUSE_START.search(left):
        return _first(right) or own
    return own or _first(right)


def _kind(mark: re.Match[str], before: str) -> Tense:
    if mark.lastgroup in ("unclear", "future"):
        return "unclear" if mark.lastgroup == "unclear" else "future"
    if mark.lastgroup == "would":
        return "unclear" if _DATED.search(before) else "future"
    if mark.lastgroup == "caption":
        return "past"
    return "past" if is_past(mark.group()) or mark.group() == "could" else ""


def is_past(word: str) -> bool:
    """Whether a lower-case word is a past form (of any verb, by its ending or our list)."""
    return word in _PASTS or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


def pasts_of(verb: str) -> str:
    """A pattern of the past forms of a verb given in any form, "" where they do not tell."""
    if verb in _SAME_IN_PAST:
        return ""
    irregular = next((p for bare, p in _IRREGULAR.items() if verb == bare or verb in p), None)
    return "|".join(irregular or ()) or rf"{re.sub('(?:ed|e|y)$', '', verb)}(?:e?d|ied)"


def _last(text: str) -> Tense:
    found: Tense = ""
    for mark in _MARKS.finditer(text):
        found = _kind(mark, text[: mark.start()]) or found
    return found


def _first(text: str) -> Tense:
    """The first tense after a place: in "In June they vowed to try" it is that of "vowed", not of "to try"."""
    for mark in _MARKS.finditer(text):
        kind = _kind(mark, "")
        if kind == "future" and _VOWED.match(mark.group()):
            return "past"
        if kind:
            return kind
    return ""


def times_of(sentence: str) -> frozenset[str]:
    """The tenses that a sentence holds, wherever they stand."""
    return frozenset(kind for mark in _MARKS.finditer(sentence) if (kind := _kind(mark, "")))
