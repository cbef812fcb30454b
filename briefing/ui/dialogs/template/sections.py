"""Sections and their tags: digit, name, colour, layout, the most points; opened: cue words and the rest."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from briefing.template import Template, changes
from briefing.template.changes import Path
from briefing.template.flaws import Flaw
from briefing.template.keys import REPEATED, SINGLE, Key
from briefing.ui.dialogs.template.chips import ChipsInput
from briefing.ui.dialogs.template.draft import Draft
from briefing.ui.dialogs.template.inputs import ChoiceInput, NumberInput, TextInput, number_box, put, swatch
from briefing.ui.dialogs.template.keyform import KeyForm
from briefing.ui.dialogs.template.rows import CHEVRON_PX, GRIP_PX, Row, Rows
from briefing.ui.dialogs.template.speech import choice_of, flaw_sentence, label_of
from briefing.ui.elided import ElidedLabel
from briefing.ui.icons import icon
from briefing.ui.theme import TAG_COLOURS, Theme
from briefing.ui.widgets import button, label
from briefing.words import Words

KEY_PX, COLOUR_PX, LAYOUT_PX, MOST_PX = 20, 104, 112, 54
UNDER_OTHER = ""
_IN_HEAD = ("heading", "tag", "layout", "most")
Flaws = dict[Path, Flaw]


def _key(table: str, name: str) -> Key:
    return next(k for k in REPEATED[table] if k.name == name)


class SectionRow(Row):
    """A tag and its section; `at` is the section's place, or None for a tag that has none."""

    def __init__(self, theme: Theme, words: Words, draft: Draft, tag_id: str) -> None:
        super().__init__(theme, words)
        self._draft, self.tag_id = draft, tag_id
        self.at: int | None = None
        self.flaws: Flaws = {}
        self._build_head()
        self.setFocusProxy(self.name)
        self._connect_head()

    def build_more(self) -> None:
        theme, words = self.theme, self.words
        rest = [k for k in REPEATED["sections"] if k.name not in (*_IN_HEAD, "lead_in")]
        self.lead_form = KeyForm(theme, words, "sections", [_key("sections", "lead_in")])
        self.tag_form = KeyForm(theme, words, "tags", [_key("tags", "cues"), _key("tags", "name")])
        self.digit = ChoiceInput(theme, words("templates.digit"), tuple((str(d), str(d)) for d in range(1, 10)))
        self.section_form = KeyForm(theme, words, "sections", rest)
        self.inside.addWidget(self.lead_form)
        self.inside.addWidget(self.tag_form)
        line = QHBoxLayout()
        line.addWidget(label(words("templates.digit"), "secondary", theme, 13))
        line.addWidget(self.digit)
        line.addStretch(1)
        self.inside.addLayout(line)
        self.inside.addWidget(self.section_form)
        self.add_moves(words("templates.remove_section"))
        self.digit.edited.connect(
            lambda d: self._draft.apply(changes.with_digit(self._draft.form, self.tag_id, int(d)))
        )
        self.tag_form.edited.connect(self._set_tag)
        self.section_form.edited.connect(self._set)
        self.lead_form.edited.connect(self._set)
        self._show_more(self._draft.form)

    def _build_head(self) -> None:
        theme, words, px = self.theme, self.words, self.theme.px
        self.badge = QLabel()
        self.badge.setFixedSize(px(KEY_PX), px(KEY_PX))
        self.badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = TextInput(
            theme, label_of(words, "sections", _key("sections", "heading")), _key("tags", "name")
        )
        paints = {c: swatch(theme.palette.tag(c).ink, px(16), theme.palette.tag(c).fill) for c in TAG_COLOURS}
        self.colour = ChoiceInput(
            theme,
            label_of(words, "tags", _key("tags", "colour")),
            tuple((c, words(f"window.colour_{c}")) for c in TAG_COLOURS),
            paints,
        )
        layout = _key("sections", "layout")
        shown = tuple((c, choice_of(words, "sections", layout, c)) for c in layout.choices)
        self.layout_input = ChoiceInput(
            theme, label_of(words, "sections", layout), (*shown, (UNDER_OTHER, words("templates.under_other")))
        )
        self.most = NumberInput(
            theme, label_of(words, "sections", _key("sections", "most")), _key("sections", "most"), "–"
        )
        for made, width in ((self.colour, COLOUR_PX), (self.layout_input, LAYOUT_PX), (self.most, MOST_PX)):
            made.setFixedWidth(px(width))
        self.head.addWidget(self.badge)
        self.head.addWidget(self.name, 1)
        for made in (self.colour, self.layout_input, self.most):
            self.head.addWidget(made)
        for placed in (self.grip, self.badge, self.name, self.colour, self.layout_input, self.most):
            self.head.setAlignment(placed, Qt.AlignmentFlag.AlignTop)
        self.close_head()

    def _connect_head(self) -> None:
        self.name.edited.connect(self._rename)
        self.colour.edited.connect(partial(self._set_tag, "colour"))
        self.layout_input.edited.connect(self._set_layout)
        self.most.edited.connect(partial(self._set, "most"))

    def said(self) -> str:
        return self.name.field.text()

    def show_form(self, form: Template, at: int | None, flaws: Flaws) -> None:
        """Shows the row's tag and section."""
        self.at, self.flaws = at, flaws
        place = changes.tag_place(form, self.tag_id)
        tag = form.tags[place]
        section = form.sections[at] if at is not None else None
        self._show_badge(form.digit(self.tag_id), tag.colour)
        self.name.show_value(section.heading if section else tag.name)
        flaw = flaws.get(("sections", at, "heading") if at is not None else ("tags", place, "name"))
        self.name.show_flaw(flaw_sentence(self.words, flaw) if flaw else "")
        self.colour.show_value(tag.colour)
        self.layout_input.show_value(section.layout if section else UNDER_OTHER)
        self.most.setEnabled(section is not None)
        self.most.show_value(section.most if section else 0)
        self.name_chevron()
        if self.is_built:
            self._show_more(form)

    def _show_badge(self, digit: int, colour: str) -> None:
        paint, palette = self.theme.palette.tag(colour), self.theme.palette
        self.badge.setText(str(digit) if digit else "·")
        radius = self.theme.px(5)
        looks = f"background: {paint.ink}; color: {palette.card}; font-weight: 600; border-radius: {radius}px;"
        if self.badge.styleSheet() != looks:
            self.badge.setStyleSheet(looks)

    def _show_more(self, form: Template) -> None:
        place = changes.tag_place(form, self.tag_id)
        tag = form.tags[place]
        section = form.sections[self.at] if self.at is not None else None
        self.digit.show_value(str(form.digit(self.tag_id)))
        self.tag_form.show_entry(tag, _of(self.flaws, ("tags", place)))
        cues = self.tag_form.inputs["cues"]
        if isinstance(cues, ChipsInput):
            cues.show_colour(tag.colour)
        for shown in (self.lead_form, self.section_form):
            shown.setVisible(section is not None)
            if section is not None:
                shown.show_entry(section, _of(self.flaws, ("sections", self.at or 0)))
        self.section_form.show_key("empty_text", on=section is not None and section.empty == "say")
        self.remove.setEnabled(section is None or len(form.sections) > 1)

    def _rename(self, text: str) -> None:
        form = self._draft.form
        if self.at is None:
            self._set_tag("name", text)
        else:
            self._draft.apply(changes.with_heading(form, self.at, text), f"heading:{self.tag_id}")

    def _set(self, name: str, value: object) -> None:
        if self.at is not None:
            self._draft.set(("sections", self.at, name), value)

    def _set_tag(self, name: str, value: object) -> None:
        self._draft.set(("tags", changes.tag_place(self._draft.form, self.tag_id), name), value)

    def _set_layout(self, value: str) -> None:
        form = self._draft.form
        if value == UNDER_OTHER:
            kept = tuple(s for s in form.sections if s.tag != self.tag_id)
            self._draft.apply(replace(form, sections=kept) if kept else form)
            self.layout_input.show_value(value if kept else form.sections[0].layout)
        elif self.at is None:
            made = changes.with_section_for(form, self.tag_id)
            self._draft.apply(changes.with_value(made, ("sections", len(form.sections), "layout"), value))
        else:
            self._set("layout", value)


def _of(flaws: Flaws, prefix: Path) -> dict[str, Flaw]:
    return {str(path[-1]): flaw for path, flaw in flaws.items() if path[:-1] == prefix}


class SectionsPage(QWidget):
    """The first page of the editor."""

    def __init__(self, theme: Theme, words: Words, draft: Draft) -> None:
        super().__init__()
        self._theme, self._words, self._draft = theme, words, draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._titles())
        self.rows = Rows(theme, draft)
        self.rows.moved.connect(self._move)
        column.addWidget(self.rows)
        column.addLayout(self._foot())
        column.addStretch(1)

    def _titles(self) -> QHBoxLayout:
        px, words = self._theme.px, self._words
        row = QHBoxLayout()
        row.setContentsMargins(px(8 + GRIP_PX + 9), 0, px(8), 0)
        row.setSpacing(px(9))
        for said, width in (
            ("column_key", KEY_PX + 4),
            ("column_section", 0),
            ("column_colour", COLOUR_PX),
            ("column_layout", LAYOUT_PX),
            ("column_most", MOST_PX),
            ("", CHEVRON_PX),
        ):
            made = ElidedLabel("secondary")
            made.setFont(self._theme.interface(12.5))
            made.show_text(words(f"templates.{said}") if said else "")
            if width:
                made.setFixedWidth(px(width))
                made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            row.addWidget(made, 0 if width else 1)
        return row

    def _foot(self) -> QHBoxLayout:
        theme, words = self._theme, self._words
        row = QHBoxLayout()
        row.setSpacing(theme.px(18))
        self.add = button(words("templates.add_section"))
        self.add.setIcon(icon("plus", theme.color("text")))
        self.add.clicked.connect(self._add)
        self.omit = QCheckBox(words("templates.omit_empty"))
        self.omit.clicked.connect(self._omit_empty)
        self.limited = QCheckBox(words("templates.warn_over"))
        self.limited.clicked.connect(lambda on: self._draft.set(("page", "limit"), int(on)))
        self.limit = number_box(next(k for k in SINGLE["page"] if k.name == "limit"), "–")
        self.limit.setFixedWidth(theme.px(46))
        self.limit.setAccessibleName(words("templates.key_page_limit"))
        self.limit.valueChanged.connect(lambda value: self._draft.set(("page", "limit"), int(value)))
        pages = QHBoxLayout()
        pages.setSpacing(theme.px(6))
        for made in (self.limited, self.limit, label(words("templates.pages"), "", theme, 13)):
            pages.addWidget(made)
        row.addWidget(self.add)
        row.addWidget(self.omit)
        row.addLayout(pages)
        row.addStretch(1)
        return row

    def show_form(self, form: Template, flaws: Flaws) -> None:
        """Shows all sections, then the tags that have none."""
        places = {s.tag: i for i, s in enumerate(form.sections)}
        names = (*places, *(t.id for t in form.tags if t.id not in places))
        for name in self.rows.show_order(names):
            row = SectionRow(self._theme, self._words, self._draft, name)
            row.request_remove.connect(self._remove)
            self.rows.add(name, row)
        self.rows.place(names)
        for name, each in self.rows.rows.items():
            if isinstance(each, SectionRow):
                each.show_form(form, places.get(name), flaws)
        empties = {s.empty for s in form.sections}
        self.omit.setChecked(empties == {"omit"})
        self.limited.setChecked(form.page.limit > 0)
        put(self.limit, form.page.limit)

    def reveal(self, path: Path) -> QWidget | None:
        """Opens what `path` leads to; the widget that has the keyboard there."""
        form, at = self._draft.form, path[1]
        if not isinstance(at, int):
            return None
        name = form.sections[at].tag if path[0] == "sections" else form.tags[at].id
        row = self.rows.rows[name]
        if not isinstance(row, SectionRow):
            return None
        key = str(path[2])
        is_shared = row.at is not None and changes.is_named_as_its_tag(form, row.at)
        if key == "heading" or (key == "name" and is_shared):
            return row.name
        self.rows.open_row(row)
        forms = (row.lead_form, row.section_form) if path[0] == "sections" else (row.tag_form,)
        return next((f.inputs[key] for f in forms if key in f.inputs), row.name)

    def reveal_tag(self, tag_id: str) -> None:
        """Opens a tag's row."""
        row = self.rows.rows.get(tag_id)
        if row is not None:
            self.rows.open_row(row)
            row.setFocus()

    def _move(self, at: int, to: int) -> None:
        count = len(self._draft.form.sections)
        if at < count and to < count:
            self._draft.apply(changes.with_section_moved(self._draft.form, at, to))

    def _add(self) -> None:
        self._draft.apply(changes.with_new_section(self._draft.form, self._words("templates.new_section")))
        row = self.rows.rows[self._draft.form.tags[-1].id]
        self.rows.open_row(row)
        if isinstance(row, SectionRow):
            row.name.setFocus()
            row.name.field.selectAll()

    def _remove(self, row: SectionRow) -> None:
        form = self._draft.form
        if row.at is None:
            self._draft.apply(changes.without_tag(form, row.tag_id))
        else:
            self._draft.apply(changes.without_section(form, row.at))
        next(iter(self.rows.rows.values())).setFocus()

    def _omit_empty(self, on: bool) -> None:
        form = self._draft.form
        empty = "omit" if on else "keep"
        self._draft.apply(replace(form, sections=tuple(replace(s, empty=empty) for s in form.sections)))
