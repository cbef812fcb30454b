"""The organisation's own Word file in a template: inside its text, so that note and library keep it."""

from __future__ import annotations

from base64 import b64encode

from msgspec.structs import replace

from briefing.template.form import Template
from briefing.template.lines import key_lines
from briefing.template.reader import parse
from briefing.template.writer import file_lines, to_toml


def word_file_wanted(text: str, source: str = "template") -> str:
    """The name of a Word file the template needs and does not carry, or empty. Raises TemplateInvalid."""
    word = parse(text, source).word
    return word.file if word.way != "none" and not word.data else ""


def with_word_file(text: str, data: bytes, source: str = "template") -> str:
    """The template's text with the file it wants inside it; comments stay. Raises TemplateInvalid."""
    form, packed = parse(text, source), b64encode(data).decode("ascii")
    lines = text.split("\n")
    at = key_lines(text).get(("word",), 0)
    if form.word.data or lines[at - 1].strip() != "[word]":
        return to_toml(_carrying(form, packed))
    whole = "\n".join([*lines[:at], f"data = {file_lines(packed)}", *lines[at:]])
    parse(whole, source)
    return whole


def _carrying(form: Template, packed: str) -> Template:
    return replace(form, word=replace(form.word, data=packed))
