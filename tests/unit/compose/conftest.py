"""The note and the forms that the golden documents are made from."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes import article, note, point, quoted

from briefing import resources
from briefing.model.note import Note
from briefing.template import Template, parse

DATES = {
    "ko": "yyyy. M. d.",
    "ja": "yyyy年M月d日",
    "zh": "yyyy年M月d日",
    "de": "d. MMMM yyyy",
    "es": "d 'de' MMMM 'de' yyyy",
}
FORM = """
name = "Short"
language = "{language}"
[head]
unit = "Bilateral Desk"
subtitle = "For {{to}}, {{date}}"
[bottom_line]
show = true
prompt = "What the reader must know."
[citations]
style = "{style}"
quote = {quote}
[dates]
format = "{dates}"
[[fields]]
key = "to"
label = "To"
[[fields]]
key = "date"
label = "Date"
kind = "date"
default = "{{created}}"
[[tags]]
id = "meeting"
name = "Meeting"
[[tags]]
id = "agreements"
name = "Agreements"
[[tags]]
id = "next_steps"
name = "Next steps"
[[sections]]
heading = "Meeting"
tag = "meeting"
layout = "prose"
prompt = "Who met"
[[sections]]
heading = "What was agreed"
tag = "agreements"
layout = "numbered"
lead_in = "The two sides agreed:"
prompt = "What was agreed"
[[sections]]
heading = "Next steps"
tag = "next_steps"
assigns = true
prompt = "What follows"
"""


@pytest.fixture
def form():
    def made(style: str = "none", language: str = "en-GB", *, quote: bool = False) -> Template:
        dates = DATES.get(language, "d MMMM yyyy")
        return parse(FORM.format(style=style, language=language, quote=str(quote).lower(), dates=dates))

    return made


@pytest.fixture
def shipped():
    return lambda name: parse(resources.text("templates", f"{name}.toml"), name)


@pytest.fixture
def talks() -> Note:
    """Two sources of one publisher, five points, one quoted twice, one without a source."""
    post = article(
        "Castora's minister met the envoy of Velmark in Brena on 7 May.",
        "They agreed to exchange customs data.\nA treaty was discussed.",
        headline="Talks in Brena",
        publisher="The Ostrana Post",
        agency="VNA",
        published="2026-05-08T09:54+02:00",
        url="https://post.example/talks",
    )
    other = article(
        "Both want joint inspections.", article_id="a-2", headline="Joint checks", publisher="The Ostrana Post"
    )
    data = quoted(post, "They agreed to exchange customs data.", 1)
    points = (
        point("p-1", "meeting", "The minister met the envoy in Brena.", quoted(post, post.blocks[0].text)),
        point("p-2", "agreements", "Exchange of customs data", data),
        point("p-3", "agreements", "twice a year", data, quoted(other, "joint inspections"), level=1),
        point("p-4", "agreements", "Joint inspections", quoted(other, "joint inspections")),
        point("p-5", "next_steps", "Draft the treaty", owner="Legal Desk", due="2026-06-30"),
    )
    return replace(note(post, other), points=points, fields=(("to", "the Director General"),))
