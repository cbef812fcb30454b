"""What a template holds. The defaults stand in `keys`, which also documents and checks each key."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

MOST_DIGITS = 9


class PageForm(Struct, frozen=True):
    """Paper and length. Margins in millimetres: top, right, bottom, left."""

    paper: str
    margins_mm: tuple[float, ...]
    limit: int


class TypeForm(Struct, frozen=True):
    """Fonts by name, sizes in points, and the spacing of the text."""

    latin: str
    east_asian: str
    title_latin: str
    title_east_asian: str
    size_pt: float
    title_size_pt: float
    heading_size_pt: float
    small_size_pt: float
    line_spacing: float
    paragraph_after_pt: float
    item_after_pt: float
    heading_before_pt: float
    indent_mm: float
    colour: str
    accent: str
    rule: bool
    heading_marker: str
    markers: tuple[str, ...]


class Marking(Struct, frozen=True):
    """The protective marking at the top and bottom of each page, and the ones to choose from."""

    default: str
    choices: tuple[str, ...]
    colour: str


class Head(Struct, frozen=True):
    """The lines around the note: the unit above the title, one below it, and the foot of each page."""

    unit: str
    subtitle: str
    reference: str
    page_label: str
    columns: int


class BottomLine(Struct, frozen=True):
    """The boxed summary the official reads first."""

    show: bool
    label: str
    prompt: str
    most_lines: int


class Citations(Struct, frozen=True):
    """How the note names its sources: footnotes, endnotes, annex, source-line or none."""

    style: str
    quote: bool
    source_line: bool
    annex: bool
    attribution: str
    own_assessment: str

    @property
    def has_line(self) -> bool:
        """Whether a line at the end of the note names all sources."""
        return self.source_line or self.style == "source-line"

    @property
    def has_annex(self) -> bool:
        """Whether the points refer to an annex of quotes."""
        return self.annex or self.style == "annex"


class Dates(Struct, frozen=True):
    """How dates are written, in CLDR letters: "d MMMM yyyy", "yyyy. M. d."."""

    format: str


class WordForm(Struct, frozen=True):
    """The organisation's own Word file: whether it is a base or a form, its name, and itself in base 64."""

    way: Literal["none", "base", "form"]
    file: str
    data: str


class Styles(Struct, frozen=True):
    """The base's style for each role, by the name people see; empty: the usual one."""

    unit: str
    title: str
    subtitle: str
    field_table: str
    field_label: str
    field_value: str
    bottom_line: str
    heading: str
    body: str
    lead_in: str
    point: str
    point_2: str
    point_3: str
    numbered_point: str
    quote: str
    source: str
    footnote: str


class HeaderField(Struct, frozen=True):
    """One line of the header block."""

    key: str
    label: str
    default: str
    required: bool
    kind: str
    place: str


class Tag(Struct, frozen=True):
    """A kind of key point: its colour, and the words that suggest it."""

    id: str
    name: str
    colour: str
    cues: tuple[str, ...]


class Section(Struct, frozen=True):
    """A section of the note: the points of one tag under a heading."""

    heading: str
    tag: str
    layout: str
    empty: str
    empty_text: str
    prompt: str
    lead_in: str
    most: int
    assigns: bool
    boxes: tuple[str, ...]


class Rules(Struct, frozen=True):
    """The house rules, each "off", "say" (listed before export) or "refuse" (no export while it stands)."""

    page_limit: str
    title: str
    required_fields: str
    bottom_line: str
    marking: str
    sources: str
    facts: str
    empty_sections: str
    most_points: str
    assigned: str
    acronyms: str
    known: tuple[str, ...]
    noun_endings: str


class Template(Struct, frozen=True):
    """A house form, complete."""

    name: str
    description: str
    language: str
    page: PageForm
    type: TypeForm
    marking: Marking
    head: Head
    bottom_line: BottomLine
    citations: Citations
    dates: Dates
    rules: Rules
    word: WordForm
    styles: Styles
    fields: tuple[HeaderField, ...]
    tags: tuple[Tag, ...]
    sections: tuple[Section, ...]

    @property
    def ends_in_nouns(self) -> bool:
        """Whether its Korean lines are to end in a noun form, as reports do (개조식)."""
        return self.rules.noun_endings != "off"

    def tag(self, tag_id: str) -> Tag | None:
        """The tag of that id, or None if this form does not know it."""
        return next((t for t in self.tags if t.id == tag_id), None)

    def digit(self, tag_id: str) -> int:
        """The key that gives this tag, 1 to 9 in order; 0 for a tenth tag and for an unknown one."""
        for number, tag in enumerate(self.tags, 1):
            if tag.id == tag_id:
                return number if number <= MOST_DIGITS else 0
        return 0
