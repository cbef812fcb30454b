"""A first wording for a point: the quote with only cuts, and with real dates for relative ones.

No word is added but a date, none is replaced by a stronger or weaker one; names, numbers and hedges stay.
Where a cut could change what is said, or who says it of whom, the sentence stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from briefing.assist.cuts_east import japanese_cuts, korean_cuts
from briefing.assist.cuts_en import english_cuts
from briefing.assist.dates_out import Swap, date_swaps
from briefing.assist.report_endings import report_ending
from briefing.assist.scripts import language_of

Style = Literal["plain", "korean-report"]

_CUTS: dict[str, Callable[[str], Sequence[Swap]]] = {"en": english_cuts, "ko": korean_cuts, "ja": japanese_cuts}


class DraftNote(Struct, frozen=True):
    """One thing that was done to the quote. `kind` is cut, date or ending."""

    kind: str
    before: str
    after: str


class Draft(Struct, frozen=True):
    """A wording to start from, and what was done to the quote to get it."""

    text: str
    notes: tuple[DraftNote, ...] = ()


def draft_wording(quote: str, language: str = "", published: str = "", *, style: Style = "plain") -> Draft:
    """The quote cut to its content, with its relative dates resolved."""
    spoken = language[:2].lower() or language_of(quote)
    cuts = tuple(_CUTS[spoken](quote)) if spoken in _CUTS else ()
    swaps = [s for s in date_swaps(quote, spoken, published) if not any(_overlap(s, cut) for cut in cuts)]
    notes = [DraftNote("cut", quote[a:b].strip(), new.strip()) for a, b, new in cuts]
    notes += [DraftNote("date", quote[a:b], new) for a, b, new in swaps]
    text = _capitalised(_applied(quote, [*cuts, *swaps]), quote)
    if style == "korean-report" and spoken == "ko":
        ended = report_ending(text)
        if ended is not None:
            notes.append(DraftNote("ending", text, ended))
            text = ended
    return Draft(text, tuple(notes))


def _overlap(one: Swap, other: Swap) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _applied(quote: str, swaps: Sequence[Swap]) -> str:
    text = quote
    for start, end, new in sorted(swaps, reverse=True):
        text = text[:start] + new + text[end:]
    return text.strip()


def _capitalised(text: str, quote: str) -> str:
    """What now stands first gets the capital that the quote began with."""
    if quote[:1].isupper() and text[:1].islower():
        return text[0].upper() + text[1:]
    return text
