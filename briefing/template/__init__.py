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
    Styles,
    Tag,
    Template,
    TypeForm,
    WordForm,
)
from briefing.template.reader import parse
from briefing.template.word_file import with_word_file, word_file_wanted
from briefing.template.writer import renamed, to_toml

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
    "Styles",
    "Tag",
    "Template",
    "TypeForm",
    "WordForm",
    "parse",
    "renamed",
    "to_toml",
    "with_word_file",
    "word_file_wanted",
]
