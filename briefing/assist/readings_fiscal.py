"""What the Japanese fiscal year means, which runs from April to March."""

from __future__ import annotations

import re

from briefing.assist.days import AS_WRITTEN, NO_PUBLISHED, Frame, Reading
from briefing.assist.words_east import ERAS, number_of


def fiscal_end_reading(_match: re.Match[str], frame: Frame) -> Reading:
    """年度内: until the end of March."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    return Reading(f"{frame.day.year + (frame.day.month > 3)}-03-31", frame.published)


def fiscal_reading(match: re.Match[str], frame: Frame) -> Reading:
    """The Japanese fiscal year runs from April to March."""
    if match["year"] or match["era"]:
        written = match["year"] or str(ERAS[match["era"]] + number_of(match["erayear"]))
        year, reason = number_of(written), AS_WRITTEN
    elif frame.day is None:
        return Reading(None, NO_PUBLISHED)
    else:
        step = {"昨": -1, "今": 0, "来": 1}[match["which"]]
        year, reason = frame.day.year - (frame.day.month < 4) + step, frame.published
    return Reading(f"{year}-04/{year + 1}-03", reason)
