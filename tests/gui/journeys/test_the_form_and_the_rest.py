"""Journeys through tags, templates, settings, details and find."""

from __future__ import annotations

import docx
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton

from briefing import settings as config
from briefing.model import edits
from briefing.model.history import Label
from briefing.ui.reviewing import remarks_of


def test_a_new_tag_gets_the_next_digit_and_its_own_section(person):
    person.try_sample()

    def fill(dialog: QDialog) -> None:
        dialog.name.setText("Press lines")
        dialog.accept()

    person.in_dialog(fill)
    person.press("Ctrl+T")
    assert person.window.session.template.tags[-1].name == "Press lines"
    person.stand_on("We share one border")
    person.press("5")
    assert person.note.points[-1].tag == "press_lines"
    person.until(lambda: "Press lines" in person.window.editor.preview.text())
    person.press("Ctrl+Z", "Ctrl+Z")  # that point, the tag with the point made with it
    assert len(person.window.session.template.tags) == 4
    assert person.note.points == ()


def test_the_form_is_kept_in_the_library_and_offered_for_the_next_note(person):
    person.try_sample()

    def fill(dialog: QDialog) -> None:
        dialog.name.setText("Our talks note")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["save_template_as"].trigger()
    assert "Our talks note" in [form.name for _, form in person.program.home.forms()]
    assert person.window.session.template.name == "Our talks note"
    other = person.program.open_window()
    assert "Our talks note" in [c.choice.title for c in other.start.forms.cards]


def test_a_wrong_template_is_refused_with_its_line(person, monkeypatch):
    person.try_sample()
    path = person.folder / "ours.toml"
    path.write_text('format = 1\nname = "Ours"\n\n[page]\npaper = "A5"\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    person.window.actions_by_name["import_template"].trigger()
    assert "line 5" in person.message()
    assert "page.paper" in person.message()


def test_settings_reach_the_next_note(person):
    def fill(dialog: QDialog) -> None:
        dialog.author.setText("Bilateral Relations Desk")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["settings"].trigger()
    person.try_sample()
    assert person.note.field("from") == "Bilateral Relations Desk"
    assert person.program.home.settings.get(config.AUTHOR) == "Bilateral Relations Desk"


def test_corrected_details_keep_every_quote(person):
    person.try_sample()
    person.press("1")

    def fill(dialog: QDialog) -> None:
        dialog.fields["publisher"].setText("The Harbour Daily")
        dialog.fields["published"].setText("not a day")
        dialog.accept()
        assert dialog.isVisible()
        dialog.fields["published"].setText("2026-05-15")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["article_details"].trigger()
    article = person.note.articles[0]
    assert (article.publisher, article.published) == ("The Harbour Daily", "2026-05-15")
    anchor = person.note.points[0].evidence[0]
    assert article.blocks[anchor.block].text[anchor.start : anchor.end] == anchor.quote


def test_details_say_how_each_was_found_until_it_is_corrected(person):
    person.try_sample()
    article = person.note.articles[0]
    finding = next(f for f in article.findings if f.name == "published")
    seen = []

    def fill(dialog: QDialog) -> None:
        seen.append(dialog.fields["published"].accessibleDescription())
        dialog.fields["published"].setText("2026-05-15")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["article_details"].trigger()
    assert finding.how.partition(": ")[2] in seen[0]
    assert not any(f.name == "published" for f in person.note.articles[0].findings)


def test_details_hold_every_piece_of_metadata_and_tell_the_original(person):
    person.try_sample()
    seen: list[str] = []

    def fill(dialog: QDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.fields["alternative_headline"].setText("A channel reopens")
        dialog.fields["section"].setText("Trade")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["article_details"].trigger()
    article = person.note.articles[0]
    assert (article.alternative_headline, article.section) == ("A channel reopens", "Trade")
    assert any(article.sha256 in text for text in seen)


def test_find_goes_to_the_article_then_to_the_points(person):
    person.try_sample()
    person.press("1")
    point = person.note.points[0].id
    person.window.point_wishes.reword(point, "Channel reopened, zebra crossing.", True)
    person.press("Ctrl+F")
    person.type("liaison")
    person.press("Return")
    assert "liaison" in person.window.editor.source.text.textCursor().selectedText()
    person.window.commands.view.searching.find("zebra", False)
    assert person.window.screens.focus.point == point
    person.window.commands.view.searching.find("xylophone", False)
    assert "was not found" in person.window.editor.status.said


def test_furniture_is_restored_and_set_aside_again(person):
    person.try_sample()
    article = person.note.articles[0]
    grey = next(i for i in range(len(article.blocks)) if not article.in_body(i))
    person.window.editor.source.request_restore.emit(article.id, (grey,))
    assert person.note.articles[0].in_body(grey)
    person.press("Ctrl+Z")
    assert not person.note.articles[0].in_body(grey)


def test_a_second_article_joins_the_note_and_both_are_named(person):
    person.try_sample()
    person.press("1")
    other = person.folder / "other.txt"
    other.write_text(
        "The Ostrana Post\n\nPorts agree on night pilots\n\nPublished : May 15, 2026 - 08:00\n\n"
        "The ports of Brena and Ostrana agreed on Thursday to share night pilots from July, the board said.\n\n"
        "Both boards will review the plan in October, and may add a third port next year.\n",
        encoding="utf-8",
    )
    person.window.opening.import_file(other)
    person.until(lambda: len(person.note.articles) == 2)
    person.until(lambda: person.window.screens.focus.article == person.note.articles[1].id)
    person.press("2")
    assert person.note.points[-1].evidence[0].article == person.note.articles[1].id
    person.until(lambda: "The Ostrana Post" in person.window.editor.preview.text())
    assert "The Harbour Courier" in person.window.editor.preview.text()


def test_copying_the_note_gives_rich_text_and_markdown(person, qapp):
    person.try_sample()
    person.press("1")
    person.press("Ctrl+Shift+C")
    mime = qapp.clipboard().mimeData()
    assert "<h2" in mime.html()
    assert "## Meeting" in mime.text()


def test_a_web_address_is_read_and_its_failure_is_a_sentence(person):
    def fill(dialog: QDialog) -> None:
        dialog.name.setText("ftp://example.org/talks")
        dialog.accept()

    person.in_dialog(fill)
    person.press("Ctrl+L")
    person.until(lambda: "is not a web address" in person.message())
    assert "Nothing was changed" in person.message()
    assert person.window.on_start


def _ask_for_a_bottom_line(person) -> None:
    source = person.note.template.source + '\n[rules]\nbottom_line = "refuse"\n'
    copy = replace(person.note.template, source=source)
    person.window.session.apply(edits.set_template(person.note, copy), Label("new_tag"))


def test_a_note_that_breaks_a_house_rule_is_not_exported_until_it_is_put_right(person):
    person.try_sample()
    person.press("1")
    _ask_for_a_bottom_line(person)
    seen = []

    def look(dialog):
        seen.append((dialog.main.isEnabled(), dialog.findChild(QLabel, "warning").text()))
        dialog.reject()

    person.in_dialog(look)
    person.press("Ctrl+E")
    assert seen == [(False, "Must be put right before export")]
    person.window.session.apply(edits.set_summary(person.note, "They agreed."), Label("field"))
    assert person.export("note").exists()


def test_the_checks_lead_to_the_house_rule_that_does_not_hold(person):
    person.try_sample()
    person.press("1")
    _ask_for_a_bottom_line(person)
    remarks = remarks_of(person.window.screens, person.window.home.words)
    assert [(r.text, r.origin) for r in remarks if r.group == "house"][-1:] == [
        ("There is no bottom line", "summary")
    ]


def test_a_note_marked_below_its_source_is_told_so(person):
    person.try_sample()
    person.press("1")
    source = person.note.template.source + '\n[rules]\nmarking = "say"\n'
    copy = replace(person.note.template, source=source)
    person.window.session.apply(edits.set_template(person.note, copy), Label("new_tag"))

    def fill(dialog: QDialog) -> None:
        dialog.fields["marking"].setText("OFFICIAL-SENSITIVE")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["article_details"].trigger()
    assert person.note.articles[0].marking == "OFFICIAL-SENSITIVE"
    texts = [r.text for r in remarks_of(person.window.screens, person.window.home.words) if r.group == "house"]
    assert any("below OFFICIAL-SENSITIVE" in text for text in texts)


def test_the_export_sheet_shows_the_point_that_differs_from_its_source(person):
    person.try_sample()
    person.stand_on("They will also run")
    person.press("2")
    point = person.note.points[0].id
    person.window.point_wishes.reword(point, "20 joint inspections a year at Brena.", True)
    seen = []

    def show(sheet) -> None:
        person.in_dialog(lambda checks: (seen.append(checks.windowTitle()), checks.reject()))
        link = next(b for b in sheet.findChildren(QPushButton) if b.text() == "Show")
        assert "20" in link.accessibleDescription()
        person.click(link)

    person.in_dialog(show)
    person.press("Ctrl+E")
    assert seen == ["Checks"]


def test_a_format_is_chosen_by_a_click_anywhere_on_its_card(person):
    person.try_sample()
    person.press("1")
    seen = []

    def choose(sheet) -> None:
        box = sheet.formats["pdf"]
        person.click(box.parentWidget(), QPoint(3, 3))
        seen.append((box.isChecked(), sheet._suffixes.text()))
        sheet.reject()

    person.in_dialog(choose)
    person.press("Ctrl+E")
    assert seen == [(True, ".docx .pdf")]


def test_a_line_and_an_annex_of_sources_are_chosen_for_the_export_and_stand_on_the_page(person):
    person.try_sample()
    person.press("1")
    seen = []

    def choose(sheet) -> None:
        seen.append((sheet.line_box.isChecked(), sheet.annex_box.isChecked()))
        sheet.annex_box.click()
        sheet.name.setText("annexed")
        sheet.accept()

    person.in_dialog(choose)
    person.press("Ctrl+E")
    assert seen == [(True, False)]
    written = "".join(p.text for p in docx.Document(str(person.folder / "annexed.docx")).paragraphs)
    assert "Annex: source quotes" in written
    person.until(lambda: "Annex: source quotes" in person.window.editor.preview.text())
    assert person.window.actions_by_name["undo"].text() == "Undo naming of sources"


def test_what_the_sheet_finds_follows_its_boxes_and_cancel_leaves_the_note_alone(person):
    person.try_sample()
    for _ in range(9):
        person.press("N", "1")
    note, session = person.note, person.window.session
    filling = tuple(replace(note.points[0], id=f"p-{n}", wording="Short.", evidence=()) for n in range(15))
    session.apply(replace(note, points=note.points + filling), Label("new_point"))
    before, seen = person.note, []

    def fits(sheet) -> bool:
        said = sheet._findings.findChildren(QLabel)
        return any(one.text().startswith("Fits 1 page") for one in said if one.isVisibleTo(sheet))

    def choose(sheet) -> None:
        seen.append(fits(sheet))
        sheet.annex_box.click()
        seen.append(fits(sheet))
        sheet.reject()

    person.in_dialog(choose)
    person.press("Ctrl+E")
    assert seen == [True, False]
    assert person.note is before


def test_each_setting_of_the_sheet_works_at_once(person):
    person.try_sample()

    def change(dialog: QDialog) -> None:
        for _, box in dialog._boxes:
            box.setChecked(False)
        dialog.accept()

    person.in_dialog(change)
    person.window.actions_by_name["settings"].trigger()
    here = person.window.editor.source.current_sentence()
    person.press("J", "1")
    assert (person.window.editor.source.current_sentence(), person.note.points) == (here, ())
    person.window.commands.note.tag_here(1)
    assert len(person.note.points) == 1
    assert person.window.editor.source.current_sentence() == here
    person.window.saving._save_to(person.folder / "talks.briefing")
    person.window.point_wishes.reword(person.note.points[0].id, "Other words", True)
    person.window.saving._save_by_itself()
    assert not person.window.session.is_saved
