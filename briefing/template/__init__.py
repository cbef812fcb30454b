"""The house form: what a template says, read from TOML with errors that name the line, and written back."""

from briefing.template.form import (
    BottomLine,
    Citations,
    Dates,
    Head,
    HeaderField,
    Marking,
    PageForm,
    Rules,
    Section,
    Tag,
    Template,
    TypeForm,
)
from briefing.template.reader import parse
from briefing.template.writer import to_toml

__all__ = [
    "BottomLine",
    "Citations",
    "Dates",
    "Head",
    "HeaderField",
    "Marking",
    "PageForm",
    "Rules",
    "Section",
    "Tag",
    "Template",
    "TypeForm",
    "parse",
    "to_toml",
]
