"""How each kind of text on the page looks: the numbers of the Word file's styles, for screen and PDF."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QFont

from briefing.blocks import Document, Face, Heading, Typography
from briefing.exporters.colours import MUTED, MUTED_DARK, shade
from briefing.exporters.scripts import RIGHT_TO_LEFT_LANGUAGES, is_east_asian, primary
from briefing.ui.preview.fonts import HOME_FACES, Extent, Metrics, Substitute, Type, extent_of, font_of

POINTS_PER_MM = 72 / 25.4
EM_PER_SINGLE_LINE = 1.2  # Word's file says "at least" this much, times the line spacing
RULE_PT, RULE_GAP_PT = 2.5, 7.0
BOX_BAR_PT, BOX_LEFT_PT, BOX_RIGHT_PT, BOX_PAD_PT = 4.5, 9.0, 9.0, 6.5
CELL_PT = 5.4
LINK_COLOUR = "#1F4E9E"
PLACEHOLDER_COLOUR = "#8A9099"
LARGEST_SPACE_PT = 1584.0


class Look(Struct, frozen=True, dict=True):  # it remembers its font, asked for by every paragraph
    """A paragraph style. Lengths in points; `pitch` is the least height of a line."""

    type: Type
    colour: str
    pitch: float = 0.0
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    pad_top: float = 0.0
    pad_bottom: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    dress: str = ""  # "rule" below, "box" around, "quote" bar, "overline" above
    strong: str = ""  # the colour of bold runs, where it is not the text's

    @cached_property
    def font(self) -> QFont:
        """The font, in layout units."""
        return font_of(self.type)

    @cached_property
    def extent(self) -> Extent:
        """What the font takes above and below the baseline."""
        return extent_of(self.type)

    @cached_property
    def line_height(self) -> float:
        """The height of a line in this font alone."""
        return max(self.pitch, self.extent.height)


def paler(accent: str, kind: tuple[float, float]) -> str:
    """A paler colour of the accent's hue: TINT, HAIRLINE, MUTED or MUTED_DARK."""
    return f"#{shade(accent, *kind)}"


def is_bullet(marker: str) -> bool:
    """Whether a heading's marker hangs before it; letters and numbers are printed as text."""
    return len(marker) == 1 and not marker.isalnum() and not marker.isspace()


def hangs_headings(document: Document) -> bool:
    """Whether any heading hangs behind a sign; then the lists move in by half a step."""
    return any(isinstance(block, Heading) and is_bullet(block.marker) for block in document.blocks)


def points(mm: float) -> float:
    """Millimetres as points, within what paper can be."""
    return min(max(mm, 0.0) * POINTS_PER_MM, LARGEST_SPACE_PT)


class Looks:
    """The styles of one document, and the faces they had to replace."""

    def __init__(self, document: Document, metrics: Metrics) -> None:
        self.type: Typography = document.type
        self.language = document.language
        self.markers = document.markers or ("•",)
        self.is_asian = is_east_asian(document.language)
        self.is_mirrored = primary(document.language) in RIGHT_TO_LEFT_LANGUAGES
        self.is_plain = self.is_asian or self.is_mirrored  # no capitals, no italics
        self.indent = points(document.type.indent_mm)
        self.first_indent = self.indent / 2 if hangs_headings(document) else 0.0
        self.marking_colour = document.marking_colour
        self._metrics = metrics

    def families(self, face: Face, language: str = "") -> tuple[str, ...]:
        """The families a face is shown in: Latin, East Asian, and the usual one for `language`."""
        wanted = [face.latin, face.east_asian or face.latin]
        if language:
            wanted.insert(1, HOME_FACES[primary(language)])
        return tuple(dict.fromkeys(self._metrics.used(family) for family in wanted if family))

    def substitutes(self, *, asian: bool) -> tuple[Substitute, ...]:
        """Which faces are shown in another's place; the East Asian ones only where such text is shown."""
        type_ = self.type
        faces = (type_.body, type_.title, type_.heading, type_.label, type_.small)
        wanted = [face.latin for face in faces]
        if asian or self.is_asian:
            wanted += [face.east_asian for face in faces if face.east_asian]
        pairs = ((name, self._metrics.used(name)) for name in dict.fromkeys(wanted) if name)
        return tuple(Substitute(name, used) for name, used in pairs if name != used)

    def _of(self, face: Face, size_pt: float = 0.0, *, italic: bool = False) -> Look:
        """A face as it is, with single line spacing."""
        type_ = Type(
            self.families(face), size_pt or face.size_pt, face.bold, italic=italic and not self.is_plain
        )
        return Look(type_, face.colour)

    def _spaced(self, look: Look) -> Look:
        return replace(look, pitch=self.type.body.size_pt * EM_PER_SINGLE_LINE * self.type.line_spacing)

    @cached_property
    def body(self) -> Look:
        """Running text."""
        spaced = self._spaced(self._of(self.type.body))
        return replace(spaced, after=self.type.paragraph_after_pt, strong=self.type.accent)

    @cached_property
    def lead_in(self) -> Look:
        """The sentence that opens a list."""
        return replace(self.body, keep_next=True)

    @cached_property
    def item(self) -> Look:
        """An item of a list, before its level is known."""
        return replace(self.body, after=self.type.item_after_pt)

    @cached_property
    def bullet(self) -> Look:
        """The marker of a bulleted item."""
        return replace(self.item, colour=self.type.accent)

    @cached_property
    def number(self) -> Look:
        """The marker of a numbered item."""
        return replace(self.bullet, type=replace(self.bullet.type, bold=True))

    @cached_property
    def prompt_bullet(self) -> Look:
        """The marker of a grey prompt."""
        return replace(self.placeholder, type=self.item.type)

    @cached_property
    def placeholder(self) -> Look:
        """A grey prompt."""
        type_ = replace(self.body.type, italic=not self.is_plain)
        return replace(self.item, type=type_, colour=PLACEHOLDER_COLOUR, strong="")

    @cached_property
    def title(self) -> Look:
        """The title, with the rule under it."""
        return self._ruled(self._title())

    def _title(self) -> Look:
        look = self._of(self.type.title)
        return replace(look, type=replace(look.type, kerning=True), keep_next=True, keep_lines=True)

    @cached_property
    def title_before_subtitle(self) -> Look:
        """The title where a subtitle follows and carries the rule."""
        return replace(self._title(), after=2.0)

    @cached_property
    def subtitle(self) -> Look:
        """The line under the title, with the rule."""
        muted = paler(self.type.accent, MUTED)
        return self._ruled(replace(self._of(self.type.body, italic=True), colour=muted, keep_next=True))

    def _ruled(self, look: Look) -> Look:
        if not self.type.rule:
            return replace(look, after=5.0)
        return replace(look, after=5.0, pad_bottom=RULE_GAP_PT + RULE_PT, dress="rule")

    @cached_property
    def headings(self) -> tuple[Look, Look, Look]:
        """The section headings of level 1 to 3."""
        type_ = self.type
        sizes = (
            type_.heading.size_pt,
            max(type_.body.size_pt, type_.heading.size_pt - 1.5),
            type_.body.size_pt,
        )
        first, second, third = (
            replace(
                self._of(type_.heading, size),
                before=type_.heading_before_pt * (0.6 if place else 1.0),
                after=type_.heading_after_pt,
                keep_next=True,
                keep_lines=True,
            )
            for place, size in enumerate(sizes)
        )
        return first, second, replace(third, colour=paler(type_.accent, MUTED))

    @cached_property
    def unit(self) -> Look:
        """The organisation's line at the head of the first page."""
        look = self._of(self.type.label)
        tracking = 0.5 if self.is_asian else 0.0 if self.is_plain else 1.3
        type_ = replace(look.type, bold=True, caps=True, tracking_pt=tracking)
        return replace(look, type=type_, colour=paler(self.type.accent, MUTED), after=3.0, keep_next=True)

    @cached_property
    def bottom_line(self) -> Look:
        """The boxed summary."""
        accent = self.type.accent
        look = self._spaced(self._of(self.type.body, self.type.body.size_pt + 0.5))
        return replace(
            look,
            colour=accent,
            before=13.0,
            after=8.0,
            left=BOX_BAR_PT + BOX_LEFT_PT,
            right=BOX_RIGHT_PT,
            pad_top=BOX_PAD_PT,
            pad_bottom=BOX_PAD_PT,
            keep_lines=True,
            dress="box",
        )

    @cached_property
    def quote(self) -> Look:
        """A quotation set apart."""
        look = replace(self.body, type=replace(self.body.type, italic=not self.is_plain))
        colour = paler(self.type.accent, MUTED_DARK)
        return replace(look, colour=colour, before=3.0, left=self.indent, right=self.indent, dress="quote")

    @cached_property
    def caption(self) -> Look:
        """The line above a table or a picture."""
        size = max(self.type.small.size_pt, self.type.body.size_pt - 1.5)
        muted = paler(self.type.accent, MUTED)
        return replace(self._of(self.type.body, size), colour=muted, before=9.0, after=4.0, keep_next=True)

    @cached_property
    def source(self) -> Look:
        """The line that names the sources."""
        return replace(self._of(self.type.small), before=6.0, after=2.0)

    @cached_property
    def sign_off(self) -> Look:
        """Who signs."""
        return replace(self.body, before=10.0, keep_lines=True)

    @cached_property
    def note(self) -> Look:
        """A footnote or an endnote."""
        return replace(self._of(self.type.small), after=1.0)

    @cached_property
    def first_endnote(self) -> Look:
        """The first endnote, under a short line."""
        return replace(self.note, before=12.0, pad_top=5.0, dress="overline")

    @cached_property
    def field_label(self) -> Look:
        """The label of a header field."""
        look, plain = self._of(self.type.label), self.is_plain
        return replace(look, type=replace(look.type, caps=not plain, tracking_pt=0.0 if plain else 0.6))

    @cached_property
    def field_value(self) -> Look:
        """The text of a header field."""
        return self._of(self.type.body)

    @cached_property
    def cell(self) -> Look:
        """The text of a table's cell."""
        return self._of(self.type.body, max(self.type.small.size_pt, self.type.body.size_pt - 1))

    @cached_property
    def cell_heading(self) -> Look:
        """The text of a table's head."""
        return replace(self.cell, type=replace(self.cell.type, bold=True), colour="#FFFFFF")

    @cached_property
    def marking(self) -> Look:
        """The marking at the head of each page."""
        look = self._of(self.type.label, self.type.label.size_pt + 1.5)
        type_ = replace(look.type, bold=True, tracking_pt=1.5)
        return replace(look, type=type_, colour=self.marking_colour)

    @cached_property
    def footer(self) -> Look:
        """Reference and page number."""
        return replace(self._of(self.type.small), colour=paler(self.type.accent, MUTED))

    @cached_property
    def footer_marking(self) -> Look:
        """The marking at the foot of each page."""
        return replace(self.footer, type=replace(self.footer.type, bold=True), colour=self.marking_colour)
