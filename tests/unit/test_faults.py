"""Every failure has its sentences, in both languages."""

from __future__ import annotations

import re

import pytest

from briefing.errors import (
    BriefingError,
    ChangedOnDisk,
    FormInvalid,
    ImportFailed,
    NoteUnreadable,
    TemplateInvalid,
    TemplateMissing,
    WriteFailed,
)
from briefing.faults import explain
from briefing.words import Words

NOTE_REASONS = ("not-found", "unreadable", "damaged", "newer", "not-a-note", "too-large")
WRITE_REASONS = ("exists", "no-folder", "denied", "full", "failed", "name", "kind")
FAILURES: tuple[BriefingError, ...] = (
    *(ImportFailed("a.txt", reason, "why") for reason in ImportFailed.REASONS),
    *(NoteUnreadable("a.briefing", reason) for reason in NOTE_REASONS),
    *(WriteFailed("a.docx", reason, "b.docx") for reason in WRITE_REASONS),
    ChangedOnDisk("a.briefing", "0" * 64),
    TemplateInvalid("a.toml", 3, "page.paper", "one of A4, Letter", "A5"),
    TemplateInvalid("a.toml", 0, "tags", "at least one", "none"),
    TemplateMissing("a", ("b",), "b"),
    TemplateMissing("a", ("b",)),
    *(FormInvalid(reason, ("a",), ("b",), "a.docx") for reason in FormInvalid.REASONS),
    BriefingError("something else"),
)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("failure", FAILURES, ids=lambda f: f"{type(f).__name__}-{getattr(f, 'reason', '')}")
def test_a_failure_says_what_happened_and_what_to_do(failure, language):
    told = explain(failure, Words(language))
    assert told.what
    assert told.then
    assert not re.search(r"(?<!\{)\{(?!\{)", told.what + told.then)


@pytest.mark.parametrize(("near", "told"), [("subject", "“{{subject}}”"), ("", "“{{sbjct}}”.")])
def test_a_mark_is_shown_as_it_is_written_with_the_nearest_right_one(near, told):
    assert told in explain(FormInvalid("unknown-mark", ("sbjct",), (near,), "a.docx"), Words("en")).what
