"""What the assistance costs, in CPU milliseconds: plain functions, called by hand or by a bench runner."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from briefing.assist.check import check_point
from briefing.assist.dates import find_dates
from briefing.assist.draft import draft_wording
from briefing.assist.sentences import sentence_spans
from briefing.assist.suggest import SentenceIn, suggest

PUBLISHED = "2023-09-08T09:54"
PARAGRAPH = (
    "The customs chiefs of Velmark and Castora met in Brena on Thursday for the first talks since 2017, "
    "officials said. "
    "During the session, the two sides exchanged views on smuggling and on delays at the northern crossings. "
    "They agreed to share manifests every week and to run joint inspections at three ports. "
    "In June, the two governments vowed to restore ties, including a $10 billion currency swap. "
    "The service said it plans to hold similar talks with Ostrana by the end of this year. "
)


def milliseconds(work: Callable[[], object], rounds: int = 15) -> float:
    """The median CPU time of one call."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def sentences_of_10_000_words() -> float:
    text = PARAGRAPH * (10_000 // len(PARAGRAPH.split()))
    return milliseconds(lambda: sentence_spans(text, "en"))


def suggestions_for_40_sentences() -> float:
    cut = [SentenceIn(PARAGRAPH[start:end]) for start, end in sentence_spans(PARAGRAPH, "en")] * 8
    return milliseconds(lambda: suggest(cut, "en", PUBLISHED, "Customs chiefs meet"))


def check_of_one_point() -> float:
    evidence = [PARAGRAPH[start:end] for start, end in sentence_spans(PARAGRAPH, "en")][:2]
    wording = "The customs chiefs met in Brena on 7 September 2023 and agreed on smuggling and delays."
    return milliseconds(lambda: check_point(wording, evidence, "en", "en", PUBLISHED))


def dates_of_one_sentence() -> float:
    return milliseconds(lambda: find_dates(PARAGRAPH[:115], "en", PUBLISHED))


def draft_of_one_sentence() -> float:
    return milliseconds(lambda: draft_wording(PARAGRAPH[:115], "en", PUBLISHED))


MEASURES = (
    sentences_of_10_000_words,
    suggestions_for_40_sentences,
    check_of_one_point,
    dates_of_one_sentence,
    draft_of_one_sentence,
)

if __name__ == "__main__":
    for measure in MEASURES:
        print(f"{measure.__name__}: {measure():.2f} ms")
