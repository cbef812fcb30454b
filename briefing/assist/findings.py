"""What the guard says of a wording: one finding for each word that its evidence does not carry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal, get_args

from msgspec import Struct

from briefing.assist.claims import Claim, claims
from briefing.assist.dates import DateFound, find_dates
from briefing.assist.known_names import Known, known_names, known_titles
from briefing.assist.quantities import Quantity, quantities
from briefing.assist.stems import stems

Kind = Literal["number", "unit", "date", "name", "title", "place", "negation", "strength", "party", "direction"]


KINDS: tuple[Kind, ...] = get_args(Kind)


class CheckFound(Struct, frozen=True):
    """One doubt: the word of the wording at `start:end`, the word of the evidence (or ""), and one fix.

    `fix` is what to put in the place of `wording`; empty if there is nothing better to offer.
    """

    kind: Kind
    wording: str
    evidence: str
    start: int
    end: int
    fix: str = ""

    @property
    def key(self) -> str:
        """What a point remembers when the analyst keeps its wording: kind and both words."""
        return f"{self.kind}:{self.wording}:{self.evidence}"


class Side(Struct, frozen=True, dict=True):
    """One of the two texts compared, with what it says worked out on first use."""

    text: str
    language: str
    published: str

    @cached_property
    def dates(self) -> tuple[DateFound, ...]:
        """Its dates, and its "in seven years"."""
        return find_dates(self.text, self.language, self.published)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures, dates left out."""
        return quantities(self.text, self.language, [(d.start, d.end) for d in self.dates if not is_length(d)])

    @cached_property
    def names(self) -> tuple[Known, ...]:
        """Its known names."""
        return known_names(self.text)

    @cached_property
    def titles(self) -> tuple[Known, ...]:
        """Its titles of office."""
        return known_titles(self.text)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its words of strength and direction."""
        return claims(self.text, self.language)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its content words."""
        return frozenset(stems(self.text, self.language))


def is_length(found: DateFound) -> bool:
    """Whether a date is really a length of time: "in seven years", 7년 만에, 7年ぶり."""
    return (
        found.value is not None
        and "/" in found.value
        and any(w in found.text for w in ("years", "년 만", "년만", "年ぶり"))
    )


def joined(evidence: Sequence[str]) -> str:
    """The evidence as one text, a sentence a line."""
    return "\n\n".join(part.strip() for part in evidence if part.strip())
