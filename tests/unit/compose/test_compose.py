"""Composing a note: what stands where, and what never stands in an export."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes import article, note, point, quoted
from sketch import sketch, text_of

from briefing.blocks import BottomLine, Fields, Heading, ListItem, Paragraph, Subtitle, Title
from briefing.compose import LengthCount, compose, length_of
from briefing.model.note import Note
from briefing.template import Template, parse

PLAIN = """
name = "x"
{top}
[[tags]]
id = "meeting"
name = "Meeting"
[[sections]]
heading = "Meeting"
tag = "meeting"
{section}
"""


def template(top: str = "", section: str = "") -> Template:
    return parse(PLAIN.format(top=top, section=section))


def lines(made: Note, form: Template, *, prompts: bool = False) -> list[str]:
    """What the document says below its title."""
    return sketch(compose(made, form, prompts=prompts)).splitlines()[1:]


def with_points(*points, **facts) -> Note:
    return replace(note(), points=points, **facts)


# Header


def test_the_title_is_first_and_on_one_line():
    assert compose(note(title="Talks\nin Brena "), template()).blocks[0] == Title("Talks in Brena")


def test_the_marking_is_the_notes_or_else_the_templates():
    form = template('marking = { default = "OFFICIAL", colour = "#000000" }')
    assert compose(note(), form).marking == "OFFICIAL"
    assert compose(note(marking="SECRET"), form).marking == "SECRET"
    assert compose(note(marking="SECRET"), form).properties.marking == "SECRET"


def test_page_and_typography_are_the_templates():
    made = compose(
        note(), template('page = { paper = "Letter", limit = 2 }\ntype = { latin = "Arial", size_pt = 12 }')
    )
    assert (made.page.width_mm, made.page.height_mm, made.page_limit) == (215.9, 279.4, 2)
    assert (made.page.header_mm, made.page.bottom_mm) == (11, 20)
    assert (made.type.body.latin, made.type.body.size_pt, made.type.label.size_pt) == ("Arial", 12, 9.5)


def test_properties_say_title_subject_author_and_nothing_else():
    form = template(
        'fields = [{key = "from", label = "From"}, {key = "subject", label = "S", default = "{title}"}]'
    )
    made = compose(note(title="Talks", fields=(("from", "Desk 4"),)), form).properties
    assert (made.title, made.subject, made.author, made.keywords) == ("Talks", "Talks", "Desk 4", ())
    assert (made.note_id, made.created) == ("n-1", "2026-05-14T09:30+09:00")


FIELDS = """
[head]
unit = "Desk of {publisher}"
subtitle = "{title}, for {to} on {date}"
reference = "{created} / {unknown}"
[[fields]]
key = "to"
label = "To"
[[fields]]
key = "date"
label = "Date"
kind = "date"
default = "{created}"
[[fields]]
key = "about"
label = "About"
default = "{publisher}, {published}"
"""


def test_the_marks_of_a_template_are_filled_in():
    source = article("x", publisher="The Post", published="2026-05-08T09:54")
    made = compose(note(source, title="Talks", fields=(("to", "the Minister"),)), template(FIELDS))
    assert made.unit == "Desk of The Post"
    assert made.blocks[1] == Subtitle("Talks, for the Minister on 14 May 2026", "field:subtitle")
    assert made.reference == "14 May 2026 / {unknown}"
    assert [r.text for r in made.blocks[2].rows] == ["the Minister", "14 May 2026", "The Post, 8 May 2026"]


def test_a_line_with_a_hole_in_it_is_not_printed():
    made = compose(note(title="Talks"), template(FIELDS))
    assert made.unit == ""
    assert not any(isinstance(b, Subtitle) for b in made.blocks)
    assert [r.label for b in made.blocks if isinstance(b, Fields) for r in b.rows] == ["Date"]


def test_what_the_analyst_and_the_source_wrote_is_never_filled_in():
    source = article("x", publisher="{title} {to} {{ 7*7 }}", published="2026-05-08")
    fields = (("unit", "{title}"), ("to", "{date} ${HOME}"), ("reference", "{created}"))
    made = compose(note(source, title="{created}", fields=fields), template(FIELDS))
    assert (made.unit, made.reference) == ("{title}", "{created}")
    assert made.blocks[0].text == "{created}"
    assert made.blocks[1].text == "{created}, for {date} ${HOME} on 14 May 2026"
    assert made.blocks[2].rows[2].text == "{title} {to} {{ 7*7 }}, 8 May 2026"


def test_the_analysts_own_lines_around_the_note_stand_as_they_are():
    fields = (("unit", "My unit"), ("subtitle", "My\nline"), ("reference", "R/1"))
    made = compose(note(fields=fields), template(FIELDS))
    assert (made.unit, made.blocks[1].text, made.reference) == ("My unit", "My line", "R/1")


def test_a_date_field_takes_a_date_or_words():
    form = template(FIELDS)
    assert "field:date | Date: 1 June 2026" in lines(note(fields=(("date", "2026-06-01"),)), form)
    assert "field:date | Date: early June" in lines(note(fields=(("date", "early June"),)), form)


def test_the_preview_has_a_row_for_every_field():
    form = template(FIELDS)
    assert "field:to | To: " in lines(note(), form, prompts=True)
    assert "field:to | To: " not in lines(note(), form)


def test_a_form_without_fields_has_no_field_block():
    assert not any(isinstance(b, Fields) for b in compose(note(), template(), prompts=True).blocks)


# Bottom line


def test_a_summary_stands_in_its_box_even_if_the_form_has_none():
    assert "summary | [Bottom line.] All agreed." in lines(note(summary="All\n agreed. "), template())


@pytest.mark.parametrize("form", ["show = true", 'show = false\nprompt = "p"', 'show = true\nprompt = "p"'])
def test_an_empty_summary_is_not_exported(form):
    made = compose(note(summary=" \n"), template(f"[bottom_line]\n{form}"))
    assert not any(isinstance(b, BottomLine | Paragraph) for b in made.blocks)


@pytest.mark.parametrize(
    ("form", "prompt"),
    [
        ("show = true", []),
        ('show = false\nprompt = "p"', []),
        ('show = true\nprompt = "p"', ["summary | (placeholder) p"]),
    ],
)
def test_the_preview_asks_for_a_summary_where_the_form_has_a_box(form, prompt):
    found = lines(note(), template(f"[bottom_line]\n{form}"), prompts=True)
    assert [line for line in found if line.startswith("summary")] == prompt


# Sections


@pytest.mark.parametrize(
    ("section", "exported", "previewed"),
    [
        ("", [], ["# Meeting"]),
        ('prompt = "p"', [], ["# Meeting", "(placeholder) p"]),
        ('empty = "keep"', ["# Meeting"], ["# Meeting"]),
        ('empty = "keep"\nprompt = "p"', ["# Meeting"], ["# Meeting", "(placeholder) p"]),
        ('empty = "say"\nempty_text = "N"', ["# Meeting", "(body) N"], ["# Meeting", "(body) N"]),
        ('empty = "say"\nempty_text = "N"\nprompt = "p"', ["# Meeting", "(body) N"], ["# Meeting", "(body) N"]),
    ],
)
def test_what_a_section_without_points_does(section, exported, previewed):
    form = template(section=section)
    for made in (note(), with_points(point("p-1", "meeting", " \n"))):
        assert lines(made, form) == [f"section:meeting | {line}" for line in exported]
        assert lines(made, form, prompts=True) == [f"section:meeting | {line}" for line in previewed]


def test_words_that_are_missing_are_not_said():
    form = template(section='empty = "say"\nempty_text = "None."')
    silent = replace(form, sections=(replace(form.sections[0], empty_text=""),))
    assert lines(note(), silent) == []


def test_a_lead_in_stands_before_the_points():
    made = lines(with_points(point("p-1")), template(section='lead_in = "They agreed:"'))
    assert made[1:] == ["section:meeting | (lead-in) They agreed:", "point:p-1 | • Wording of p-1"]


def test_a_heading_has_the_sign_of_the_form():
    made = compose(with_points(point("p-1")), template('type = { heading_marker = "□" }'))
    assert made.blocks[1] == Heading("Meeting", 1, "section:meeting", "□")


LEVELS = [
    ([0, 1, 2, 2, 1, 0], "bullets", ["•", "–", "·", "·", "–", "•"], [0, 1, 2, 2, 1, 0]),
    ([0, 1, 2, 2, 1, 0], "numbered", ["1.", "a)", "(1)", "(2)", "b)", "2."], [0, 1, 2, 2, 1, 0]),
    ([2, 2, 2, 2], "numbered", ["1.", "a)", "(1)", "(2)"], [0, 1, 2, 2]),
    ([0, 2, 0, 1], "numbered", ["1.", "a)", "2.", "a)"], [0, 1, 0, 1]),
    ([9, -3, 9, 9, 9], "numbered", ["1.", "2.", "a)", "(1)", "(2)"], [0, 0, 1, 2, 2]),
]


@pytest.mark.parametrize(("given", "layout", "markers", "levels"), LEVELS)
def test_points_nest_one_level_at_a_time(given, layout, markers, levels):
    points = [point(f"p-{i}", level=level) for i, level in enumerate(given)]
    made = compose(with_points(*points), template(section=f'layout = "{layout}"')).blocks[2:]
    assert [b.marker for b in made] == markers
    assert [b.level for b in made] == levels
    assert {(b.kind, b.list_id) for b in made} == {("number" if layout == "numbered" else "bullet", 1)}


def test_letters_go_on_after_z_as_words_do():
    points = [point("p-0"), *(point(f"p-{i}", level=1) for i in range(1, 54))]
    made = compose(with_points(*points), template(section='layout = "numbered"')).blocks
    letters = [b.marker for b in made[3:]]
    assert [letters[i] for i in (0, 25, 26, 27, 51, 52)] == ["a)", "z)", "aa)", "bb)", "zz)", "aaa)"]


@pytest.mark.parametrize(("markers", "expected"), [('["-"]', ["-", "-"]), ("[]", ["•", "•"])])
def test_the_last_bullet_serves_all_deeper_levels(markers, expected):
    made = compose(
        with_points(point("p-1"), point("p-2", level=1)), template(f"type = {{ markers = {markers} }}")
    )
    assert [b.marker for b in made.blocks[2:]] == expected


def test_prose_is_one_paragraph_for_each_point():
    made = compose(with_points(point("p-1"), point("p-2", level=2)), template(section='layout = "prose"'))
    assert [(type(b), b.origin) for b in made.blocks[2:]] == [
        (Paragraph, "point:p-1"),
        (Paragraph, "point:p-2"),
    ]


def test_a_wording_of_several_lines_stands_on_one():
    made = with_points(point("p-1", "meeting", "  They\tmet\r\n in\u2028Brena.\n"))
    assert lines(made, template())[1] == "point:p-1 | • They met in Brena."


def test_a_point_without_words_is_left_out():
    made = with_points(point("p-1", "meeting", " "), point("p-2"))
    assert lines(made, template())[1:] == ["point:p-2 | • Wording of p-2"]


@pytest.mark.parametrize(
    ("owner", "due", "expected"),
    [
        ("Customs", "2026-06-30", " (Customs, by 30 June 2026)"),
        ("Customs", "next week", " (Customs, by next week)"),
        ("Customs", "", " (Customs)"),
        ("", "2026-06-30", " (by 30 June 2026)"),
        ("", "", ""),
        ("Cus\ntoms {due}", " ", " (Cus toms {due})"),
    ],
)
def test_owner_and_due_date_follow_the_wording(owner, due, expected):
    made = with_points(point("p-1", owner=owner, due=due))
    assert lines(made, template(section="assigns = true"))[1] == f"point:p-1 | • Wording of p-1{expected}"
    assert lines(made, template())[1] == "point:p-1 | • Wording of p-1"


@pytest.mark.parametrize(
    ("wording", "printed"), [("They left.", "They left (Customs)."), ("They left", "They left (Customs)")]
)
def test_the_full_stop_closes_the_line_behind_the_owner(wording, printed):
    made = with_points(point("p-1", "meeting", wording, owner="Customs"))
    assert lines(made, template(section="assigns = true"))[1] == f"point:p-1 | • {printed}"
    assert lines(made, template())[1] == f"point:p-1 | • {wording}"


def test_points_of_a_tag_that_no_section_shows_are_never_dropped():
    made = with_points(
        point("p-1"), point("p-2", "odd", owner="Customs"), point("p-3", "odd", " "), point("p-4", "x")
    )
    assert lines(made, template())[2:] == [
        "section: | # Other points",
        "point:p-2 | • Wording of p-2 (Customs)",
        "point:p-4 | • Wording of p-4",
    ]


# Citations


POST = article("They met.", "They left.", headline="Talks", publisher="The Post", url="HTTPS://post.example/1")


def cited(style: str, *evidence, sources=(POST,), quote: bool = False) -> list[str]:
    top = f'citations = {{ style = "{style}", quote = {str(quote).lower()} }}'
    return lines(note(*sources, points=(point("p-1", "meeting", "W", *evidence),)), template(top))[1:]


def test_a_source_named_before_is_named_by_its_publisher():
    points = (
        point("p-1", "meeting", "A", quoted(POST, "met")),
        point("p-2", "meeting", "B", quoted(POST, "left", 1)),
    )
    made = compose(note(POST, points=points), template('citations = { style = "footnotes" }'))
    assert [text_of(n.runs) for n in made.notes] == [
        "The Post, <“Talks”>(HTTPS://post.example/1), para. 1.",
        "The Post, para. 2.",
    ]


def test_several_quotes_of_one_point_share_a_footnote():
    assert cited("footnotes", quoted(POST, "met"), quoted(POST, "left", 1)) == [
        "point:p-1 | • W[^1]",
        "[^1]: The Post, <“Talks”>(HTTPS://post.example/1), para. 1; The Post, para. 2.",
    ]


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"publisher": "Post", "agency": "VNA", "headline": "H"}, "Post (VNA), “H”"),
        ({"publisher": "VNA", "agency": "VNA", "headline": "H"}, "VNA, “H”"),
        ({"agency": "VNA", "headline": "H"}, "VNA, “H”"),
        ({"headline": "H\nL", "published": "2026-05-08"}, "“H L”, 8 May 2026"),
        ({"published": "2026-05"}, "untitled source, 2026-05"),
        ({}, "untitled source"),
        ({"url": "https://x.example"}, "<untitled source>(https://x.example)"),
        ({"url": "file:///etc/passwd", "headline": "H"}, "“H”"),
        ({"url": "javascript:alert(1)", "headline": "H"}, "“H”"),
    ],
)
def test_how_a_source_is_named(facts, named):
    source = article("They met.", **facts)
    assert cited("source-line", sources=(source,))[-1] == f"sources | (source) Source: {named}."
    assert cited("footnotes", quoted(source, "met"), sources=(source,))[-1] == f"[^1]: {named}, para. 1."


@pytest.mark.parametrize("facts", [{"headline": "H"}, {"publisher": "P"}, {}])
def test_a_source_cited_twice_is_named_twice_without_stray_commas(facts):
    source = article("They met.", **facts)
    note_line = cited("footnotes", quoted(source, "They"), quoted(source, "met"), sources=(source,))[-1]
    assert not any(stray in note_line for stray in (": ,", "; ,", ", ,"))


def test_two_untitled_sources_of_one_publisher_are_named_in_full():
    one, other = article("They met.", publisher="P"), article("x", article_id="a-2", publisher="P")
    assert cited("footnotes", quoted(one, "They"), quoted(one, "met"), sources=(one, other))[-1] == (
        "[^1]: P, untitled source, para. 1; P, untitled source, para. 1."
    )


def test_a_headline_has_no_paragraph_number():
    source = article("Talks", headline="Talks")
    source = replace(source, blocks=(replace(source.blocks[0], kind="heading"),))
    assert cited("footnotes", quoted(source, "Talks"), sources=(source,))[-1] == "[^1]: “Talks”."


def test_a_headline_that_ends_in_a_question_mark_has_no_full_stop_after_it():
    source = article("x", headline="Who met?")
    assert cited("source-line", sources=(source,))[-1] == "sources | (source) Source: “Who met?”"


@pytest.mark.parametrize("style", ["footnotes", "endnotes"])
def test_of_a_lost_quote_the_source_alone_is_cited(style):
    lost = replace(quoted(POST, "met"), quote="meet")
    assert cited(style, lost, quote=True)[-1] == "[^1]: The Post, <“Talks”>(HTTPS://post.example/1)."


def test_a_lost_quote_is_not_in_the_annex():
    lost = replace(quoted(POST, "met"), quote="meet")
    assert cited("annex", lost) == ["point:p-1 | • W"]


@pytest.mark.parametrize("style", ["footnotes", "endnotes", "annex"])
def test_evidence_of_a_source_that_is_gone_is_not_cited(style):
    assert cited(style, quoted(article("Gone.", article_id="a-9"), "Gone")) == ["point:p-1 | • W"]


@pytest.mark.parametrize("style", ["source-line", "annex", "footnotes", "endnotes", "none"])
def test_a_note_without_sources_names_none(style):
    assert cited(style, sources=()) == ["point:p-1 | • W"]


def test_a_quote_in_the_annex_has_one_number_however_often_it_is_cited():
    evidence = (quoted(POST, "met"), quoted(POST, "left", 1))
    points = (point("p-1", "meeting", "A", *evidence), point("p-2", "meeting", "B", *evidence[::-1]))
    made = lines(note(POST, points=points), template('citations = { style = "annex" }'))
    assert made[1:3] == ["point:p-1 | • A [1, 2]", "point:p-2 | • B [2, 1]"]
    assert len(made) == 6


def test_the_annex_has_the_sign_of_the_forms_headings():
    form = template('citations = { style = "annex" }\ntype = { heading_marker = "□" }')
    made = lines(note(POST, points=(point("p-1", "meeting", "W", quoted(POST, "met")),)), form)
    assert made[2] == "sources | # □ Annex: source quotes"


def ways(style: str, extra: str = "") -> list[str]:
    """Where a note on one quote names its source: behind the point, in a line, in an annex, in a note."""
    form = template(f'citations = {{ style = "{style}"{extra} }}')
    made = lines(note(POST, points=(point("p-1", "meeting", "W", quoted(POST, "met")),)), form)[1:]
    shapes = (("[1]", "number"), ("(source)", "line"), ("# Annex", "annex"), ("[^1]:", "note"))
    return [name for line in made for sign, name in shapes if sign in line]


@pytest.mark.parametrize(
    ("style", "extra", "expected"),
    [
        ("source-line", ", annex = true", ["number", "line", "annex"]),
        ("footnotes", ", annex = true", ["number", "annex"]),
        ("footnotes", ", source_line = true", ["line", "note"]),
        ("annex", ", source_line = true", ["number", "line", "annex"]),
        ("none", ", source_line = true", ["line"]),
    ],
)
def test_a_line_and_an_annex_can_stand_besides_the_usual_way(style, extra, expected):
    assert ways(style, extra) == expected


@pytest.mark.parametrize(
    ("style", "expected"), [("endnotes", "endnotes"), ("footnotes", "footnotes"), ("none", "footnotes")]
)
def test_the_document_says_where_its_notes_stand(style, expected):
    assert compose(note(), template(f'citations = {{ style = "{style}" }}')).note_style == expected


# Length


def test_length_counts_the_words_of_points_and_summary():
    source = article("They met.", headline="A long headline that is not counted", publisher="P")
    made = note(
        source, title="Not counted", summary="Two words", points=(point("p-1", "meeting", "Three more words"),)
    )
    assert length_of(compose(made, template('prompt = ""'.replace("prompt", "description")))) == 5


def test_length_leaves_out_prompts_sources_and_the_annex():
    made = note(POST, points=(point("p-1", "meeting", "Two words", quoted(POST, "They met.")),))
    form = template('citations = { style = "annex" }\nbottom_line = { show = true, prompt = "not counted" }')
    assert length_of(compose(made, form, prompts=True)) == 3  # the reference [1] is one


@pytest.mark.parametrize("wording", ["両国は税関で協力する", "세관 협력에 합의했다", "双方同意交换数据"])
def test_a_note_in_such_a_language_is_counted_in_characters_in_an_english_form_too(wording):
    count = LengthCount()
    made = with_points(point("p-1", "meeting", wording))
    assert count.of(compose(made, template('language = "en"'))) == len(wording.replace(" ", ""))
    assert count.by_character


def test_a_name_in_another_script_leaves_an_english_note_counted_in_words():
    count = LengthCount()
    made = with_points(point("p-1", "meeting", "The minister met 田中 in Tokyo"))
    assert count.of(compose(made, template('language = "en"'))) == 6
    assert not count.by_character


@pytest.mark.parametrize("language", ["ko", "ja", "zh-Hans"])
def test_length_is_in_characters_where_words_are_not_counted(language):
    made = with_points(point("p-1", "meeting", "관세청장 면담 🎉"))
    assert length_of(compose(made, template(f'language = "{language}"'))) == 7


def test_list_items_of_the_annex_are_a_list_of_their_own():
    made = compose(
        note(POST, points=(point("p-1", "meeting", "W", quoted(POST, "met")),)),
        template('citations = { style = "annex" }'),
    )
    assert len({b.list_id for b in made.blocks if isinstance(b, ListItem)}) == 2


# The foot of the note, and boxes to tick


def test_a_field_of_the_foot_stands_below_the_sections():
    fields = [
        '{ key = "to", label = "To" }',
        '{ key = "contact", label = "Contact", place = "foot" }',
    ]
    made = with_points(point("p-1"), fields=(("contact", "Desk 4"), ("to", "The Minister")))
    document = compose(made, template(f"fields = [{', '.join(fields)}]"))
    kinds = [type(b) for b in document.blocks]
    assert kinds == [Title, Fields, Heading, ListItem, Fields]
    assert [b.rows[0].text for b in document.blocks if isinstance(b, Fields)] == ["The Minister", "Desk 4"]


def test_header_fields_share_a_line_where_the_template_says_so():
    form = template('head = { columns = 2 }\nfields = [{ key = "to", label = "To", default = "x" }]')
    assert compose(note(), form).blocks[1].columns == 2


@pytest.mark.parametrize(("points", "shown"), [((point("p-1"),), True), ((), False)])
def test_boxes_stand_on_one_line_below_the_points(points, shown):
    form = template(section='boxes = ["Approve", "Not agreed"]')
    last = compose(with_points(*points), form).blocks[-1]
    assert (isinstance(last, Paragraph) and last.role == "sign-off") is shown
    if shown:
        assert last.runs[0].text.split() == ["\u2610", "Approve", "\u2610", "Not", "agreed"]
        assert last.runs[0].text.count(" ") == 1, "a box never stands apart from its words"
