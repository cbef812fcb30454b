"""How the readers account for their work, in words."""

from __future__ import annotations

import re

import pytest

from briefing.importers import read_html, read_text
from briefing.importers.suspicions import LOSSES
from briefing.provenance import finding_said, loss_said
from briefing.words import Words

TEXT = (
    "The Castora Courier\n\nPorts reopen after nine days\n\nBy Ilsa Marten\n\n"
    "Published : May 17, 2024 - 09:54\n\n"
    "LASKER, May 17 (AFP) -- The ports of Velmark reopened on Friday after nine days of talks.\n\n"
    "Ferries to Castora sailed at noon, the harbour office said in a statement. (AFP)"
)
PAGE = (
    '<html lang="en"><head><title>Ports reopen after nine days</title>'
    '<meta name="author" content="Ilsa Marten">'
    '<meta property="og:title" content="Ports reopen after nine days"></head>'
    "<body><h1>Ports reopen after nine days</h1>"
    + "".join(f"<p>The ports of Velmark reopened on day {n} after long talks.</p>" for n in range(9))
)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", [*LOSSES, "pages-left-out", "tracked-changes", "comments", "pictures"])
def test_every_loss_is_a_sentence(language: str, name: str) -> None:
    for loss in (name, f"{name}: 900 characters"):
        assert loss_said(loss, Words(language)).endswith(".")


def test_what_the_page_itself_says_is_quoted() -> None:
    assert "“Subscribe to read on”" in loss_said("truncated: Subscribe to read on", Words())


def test_an_account_of_a_newer_version_stands_as_it_is() -> None:
    assert (loss_said("newer: x", Words()), finding_said("by ear", Words())) == ("newer: x", "by ear")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_account_of_a_paste_and_a_page_is_put_into_words(language: str) -> None:
    findings = (*read_text(TEXT).findings, *read_html(PAGE).findings)
    raw = re.compile(r"line \d+:|JSON-LD|meta |h1|<title>")
    assert findings
    assert all(finding_said(f.how, Words(language)) != f.how for f in findings)
    assert not any(raw.match(finding_said(f.how, Words(language))) for f in findings)
