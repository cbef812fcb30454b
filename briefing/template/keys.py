"""Every key a template may hold, declared once: its kind, default, bounds and words for the reference page."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

FORMAT = 1
MOST_WORD_BYTES = 2 * 1024 * 1024  # of the Word file a template carries
COLOURS = ("blue", "ochre", "green", "violet", "brick", "cyan", "slate", "wine")

KeyKind = Literal[
    "text",
    "font",
    "number",
    "whole",
    "truth",
    "choice",
    "colour",
    "language",
    "date",
    "id",
    "texts",
    "numbers",
    "file",
]


class Key(Struct, frozen=True):
    """One key. `choices` for a choice, `low` and `high` for numbers, `length` for lists of numbers.

    A `required` key must be there, and a text then holds something.
    """

    name: str
    kind: KeyKind
    default: object
    says: str
    choices: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    length: int = 0
    required: bool = False


def _text(name: str, default: str, says: str, *, required: bool = False) -> Key:
    return Key(name, "text", default, says, required=required)


def _font(name: str, default: str, says: str) -> Key:
    return Key(name, "font", default, says)


def _number(name: str, default: float, bounds: tuple[float, float], says: str) -> Key:
    return Key(name, "number", default, says, low=bounds[0], high=bounds[1])


def _truth(name: str, says: str, *, default: bool) -> Key:
    return Key(name, "truth", default, says)


TOP = (
    Key("format", "whole", FORMAT, "version of this file's form", low=1, high=FORMAT),
    _text("name", "", "what people call the template", required=True),
    _text("description", "", "one line for the picker"),
    Key("language", "language", "en", "language of the note and of the template's own words (BCP 47)"),
)

PAGE = (
    Key("paper", "choice", "A4", "paper size", choices=("A4", "Letter")),
    Key(
        "margins_mm",
        "numbers",
        (22.0, 22.0, 20.0, 22.0),
        "top, right, bottom, left",
        low=5,
        high=80,
        length=4,
    ),
    Key("limit", "whole", 0, "most pages the note may have; 0 for no limit", low=0, high=99),
)

TYPE = (
    _font("latin", "Calibri", "font of Latin text"),
    _font("east_asian", "Malgun Gothic", "font of Korean, Japanese and Chinese text"),
    _font("title_latin", "Cambria", "font of the title in Latin text"),
    _font("title_east_asian", "Malgun Gothic", "font of the title in East Asian text"),
    _number("size_pt", 11, (6, 24), "size of the text"),
    _number("title_size_pt", 22, (8, 48), "size of the title"),
    _number("heading_size_pt", 13, (6, 36), "size of section headings"),
    _number("small_size_pt", 9, (5, 18), "size of footnotes, header and footer"),
    _number("line_spacing", 1.15, (0.8, 3), "line spacing, 1.0 for single"),
    _number("paragraph_after_pt", 4, (0, 36), "space after a paragraph"),
    _number("item_after_pt", 3, (0, 36), "space after a list item"),
    _number("heading_before_pt", 12, (0, 60), "space before a section heading"),
    _number("indent_mm", 6, (0, 30), "indent of each list level"),
    Key("colour", "colour", "#1B1E24", "colour of the text"),
    Key("accent", "colour", "#14284B", "colour of title, headings and rules"),
    _truth("rule", "a line under the title block", default=True),
    _text("heading_marker", "", "a sign before each section heading, such as □"),
    Key("markers", "texts", ("•", "–", "·"), "bullets by level"),
)

MARKING = (
    _text("default", "", "marking of a new note"),
    Key("choices", "texts", (), "markings to choose from"),
    Key("colour", "colour", "#A6192E", "colour of the marking"),
)

HEAD = (
    _text("unit", "", "the line above the title: organisation and unit"),
    _text(
        "subtitle",
        "",
        "the line below the title; may hold {title}, {created} and fields such as {to}, none of them empty",
    ),
    _text("reference", "", "at the foot of each page, left"),
    _text("page_label", "Page {page} of {pages}", "at the foot of each page, right"),
    Key("columns", "whole", 1, "header fields side by side: short ones share a line if 2", low=1, high=2),
)

BOTTOM_LINE = (
    _truth("show", "whether the note has a boxed summary", default=False),
    _text("label", "Bottom line.", "the words that open the box"),
    _text("prompt", "", "what to write there, shown while it is empty"),
    Key("most_lines", "whole", 0, "most lines it may take on the page; 0 for no limit", low=0, high=20),
)

CITATIONS = (
    Key(
        "style",
        "choice",
        "source-line",
        "how sources are named",
        choices=("footnotes", "endnotes", "annex", "source-line", "none"),
    ),
    _truth("quote", "whether footnotes and endnotes repeat the words of the source", default=False),
    _truth("source_line", "whether a source line ends the note, beside what else names them", default=False),
    _truth("annex", "whether an annex of quotes takes the place of footnotes and endnotes", default=False),
    _text(
        "attribution",
        "",
        'printed behind a point that somebody is quoted for: "(according to {who})"; empty to print nothing',
    ),
    _text("own_assessment", "", 'printed behind a point that has no source: "(own assessment)"'),
)

DATES = (Key("format", "date", "d MMMM yyyy", "how dates are written (CLDR letters d M y E)"),)

WAYS = ("none", "base", "form")
WORD = (
    Key(
        "way",
        "choice",
        "none",
        "what the organisation's own Word file is: none, a base (its page, header, footer and styles are kept, "
        "its text replaced), or a form (its marks such as {{subject}} are filled)",
        choices=WAYS,
    ),
    _text("file", "", "the file's name; where `data` is left out, that file beside the template"),
    Key("data", "file", "", "the file itself in base 64, written by the program"),
)

STYLES = (
    _text("unit", "", "the line above the title"),
    _text("title", "", "the title"),
    _text("subtitle", "", "the line below the title"),
    _text("field_table", "", "table style of the header block"),
    _text("field_label", "", "label of a header field"),
    _text("field_value", "", "text of a header field"),
    _text("bottom_line", "", "the summary"),
    _text("heading", "", "section headings"),
    _text("body", "", "running text"),
    _text("lead_in", "", "a sentence before points"),
    _text("point", "", "key points"),
    _text("point_2", "", "key points one level down"),
    _text("point_3", "", "key points two levels down"),
    _text("numbered_point", "", "numbered key points"),
    _text("quote", "", "quotations"),
    _text("source", "", "source lines"),
    _text("footnote", "", "footnotes and endnotes"),
)

FIELDS = (
    Key("key", "id", "", "the field's own name, never shown", required=True),
    _text("label", "", "its label", required=True),
    _text("default", "", "its text in a new note; {title}, {created}, {published}, {publisher} are filled in"),
    _truth("required", "whether a note without it is unfinished", default=False),
    Key("kind", "choice", "text", "what it holds", choices=("text", "date")),
    Key(
        "place",
        "choice",
        "head",
        "above the sections, or below them (contact, clearance)",
        choices=("head", "foot"),
    ),
)

TAGS = (
    Key("id", "id", "", "the tag's own name, never shown", required=True),
    _text("name", "", "its name in the window", required=True),
    Key("colour", "choice", "slate", "its colour", choices=COLOURS),
    Key("cues", "texts", (), "words that suggest it"),
)

SECTIONS = (
    _text("heading", "", "the section's heading", required=True),
    Key("tag", "id", "", "the tag whose points it shows", required=True),
    Key("layout", "choice", "bullets", "how points stand", choices=("bullets", "numbered", "prose")),
    Key("empty", "choice", "omit", "what a section without points does", choices=("omit", "say", "keep")),
    _text("empty_text", "", 'what an empty section says (with empty = "say")'),
    _text("prompt", "", "what belongs here, shown in the window while it is empty"),
    _text("lead_in", "", "a sentence before the points"),
    Key("most", "whole", 0, "most points it should have; 0 for no limit", low=0, high=99),
    _truth("assigns", "whether its points have an owner and a due date", default=False),
    Key("boxes", "texts", (), "boxes to tick below its points, such as Approve and Disapprove"),
)

SEVERITIES = ("off", "say", "refuse")


def _rule(name: str, default: str, says: str) -> Key:
    return Key(name, "choice", default, says, choices=SEVERITIES)


RULES = (
    _rule("page_limit", "say", "the note is not longer than its `page.limit`"),
    _rule("title", "say", "the note has a title"),
    _rule("required_fields", "say", "each required field holds something"),
    _rule("bottom_line", "off", "the bottom line is there, and not longer than its `most_lines`"),
    _rule("marking", "off", "a marking is set, one of the choices, and not below that of any source"),
    _rule("sources", "off", "each point has a source"),
    _rule("facts", "say", "no point says what its source does not (numbers, dates, names, strength)"),
    _rule("empty_sections", "off", "each section has a point"),
    _rule("most_points", "say", "no section has more points than its `most`"),
    _rule("assigned", "off", "each point of a section that `assigns` has an owner and a due date"),
    _rule("acronyms", "off", "each acronym is spelled out, before or after it, where it first stands"),
    Key("known", "texts", ("EU", "NATO", "UK", "UN", "US"), "acronyms that need no spelling out"),
    _rule("noun_endings", "off", "each Korean line ends in a noun form, as reports do (개조식)"),
)

SINGLE: dict[str, tuple[Key, ...]] = {
    "page": PAGE,
    "type": TYPE,
    "marking": MARKING,
    "head": HEAD,
    "bottom_line": BOTTOM_LINE,
    "citations": CITATIONS,
    "dates": DATES,
    "rules": RULES,
    "word": WORD,
    "styles": STYLES,
}
REPEATED: dict[str, tuple[Key, ...]] = {"fields": FIELDS, "tags": TAGS, "sections": SECTIONS}
