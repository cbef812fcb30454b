"""Whole journeys without the mouse: from an article to a Word note an official accepts."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QGuiApplication

from briefing import resources

CUSTOMS = Path(__file__).parents[4] / "shared" / "articles" / "customs-meeting.txt"


def _text(path: Path) -> dict[str, str]:
    """The Word file's text by heading."""
    found: dict[str, str] = {}
    heading = ""
    for paragraph in docx.Document(str(path)).paragraphs:
        if paragraph.style.name.startswith("Heading"):
            heading = paragraph.text
        else:
            found[heading] = f"{found.get(heading, '')}\n{paragraph.text}"
    return found


@pytest.mark.skipif(not CUSTOMS.is_file(), reason="the shared article is not at hand")
def test_the_customs_article_becomes_a_note_an_official_accepts(person):
    person.paste(CUSTOMS.read_text(encoding="utf-8"))
    for words, digit in (
        ("has held the first bilateral meeting", "1"),
        ("met his Japanese counterpart in Seoul", "1"),
        ("exchanged opinions", "1"),
        ("agreed to continue exchanging", "2"),
        ("vowed to make full-fledged efforts", "3"),
        ("bilateral relationship soured", "3"),
        ("plans to hold talks with Saudi Arabia", "4"),
    ):
        person.stand_on(
            words if words != "has held the first bilateral meeting" else "held the first bilateral"
        )
        person.press(digit)
    assert [p.tag for p in person.note.points] == ["meeting"] * 3 + ["agreements"] + ["background"] * 2 + [
        "next_steps"
    ]

    text = _text(person.export())
    meeting, agreed = text["Meeting"], text["What was agreed"]
    for fact in (
        "Commissioner Ko Kwang-hyo",
        "in Seoul on 7 September 2023",
        "since 2016",
        "exchanged opinions",
    ):
        assert fact in meeting
    assert "agreed to continue exchanging related information and roll out joint crackdown measures" in agreed
    assert "exchanged opinions" not in agreed
    assert "$10 billion" in text["Background"]
    assert "In June 2023" in text["Background"]
    assert "Saudi Arabia, Uzbekistan, and Mongolia by the end of 2023" in text["Next steps"]
    assert "Source: The Korea Herald (Yonhap)" in text["Next steps"]
    assert "8 September 2023" in text["Next steps"]
    assert person.window.editor.preview.page_count() == 1


def test_eight_points_in_four_sections_and_export_take_at_most_thirty_keys(person):
    person.try_sample()
    person.keys = 0
    for digit in ("1", "1", "1", "2", "2", "1"):
        person.press(digit)
    person.press("N", "N")
    for words, digit in (("Ties cooled", "3"), ("Relations have improved", "3"), ("A working group", "4")):
        person.stand_on(words)
        person.press(digit)
    target = person.export("keys")
    assert len(person.note.points) >= 8
    assert {p.tag for p in person.note.points} == {"meeting", "agreements", "background", "next_steps"}
    assert target.stat().st_size > 0
    print(f"keys from the article to the Word file: {person.keys}")
    assert person.keys <= 30


TALKS = """벨마크와 카스토라, 관세 회담

하버통신

벨마크 관세청은 14일 카스토라 관세청장과 회담을 열었다고 밝혔다. 벨드 청장이 루이스 청장을 만났다.

양측은 매주 위험정보를 교환하기로 합의했다. 합동검사도 10차례 하기로 했다. 연락관을 두기로 했다.

두 나라 관계는 2020년 이후 소원해졌다. 지난해 가을 분쟁이 풀리며 관계가 나아졌다.

실무단은 9월에 다시 만날 예정이다.
"""


def test_a_korean_article_too_takes_at_most_thirty_keys(person):
    person.window.choose_template("korean-report")
    person.paste(TALKS)
    person.press("Home")
    person.stand_on("회담을 열었다고")
    person.keys = 0
    person.press("1", "1", "2", "2", "2", "3", "3", "4")
    target = person.export("keys-ko")
    tags = [tag.id for tag in person.window.session.template.tags]
    assert [tags.index(p.tag) for p in person.note.points] == [0, 0, 1, 1, 1, 2, 2, 3]
    assert target.stat().st_size > 0
    print(f"keys from the Korean article to the Word file: {person.keys}")
    assert person.keys <= 30


def test_a_newcomer_pastes_accepts_and_exports(person):
    QGuiApplication.clipboard().setText(resources.text("samples", "velmark-castora.txt"))
    person.window.read_clipboard()
    person.press("Ctrl+V")
    person.until(lambda: person.window.editor.status.said.startswith("Enter accepts, X dismisses, 1–4 tags."))
    waiting = len(person.window.screens.suggestions)
    for done in range(waiting):
        person.press("Return")
        assert len(person.note.points) == done + 1
    text = _text(person.export("first"))
    assert "Anna Veld received Commissioner Tomas Ruiz in Port Halden on 13 May 2026" in text["Meeting"]
    assert "agreed to exchange risk data" in text["What was agreed"]
    assert person.keys == waiting + 3  # paste, export, and Enter in its sheet


@pytest.mark.parametrize("paste", ["Ctrl+V", "Return"])
def test_the_start_screen_takes_the_clipboard_from_wherever_the_keyboard_is(person, paste):
    QGuiApplication.clipboard().setText(resources.text("samples", "velmark-castora.txt"))
    person.window.read_clipboard()
    if paste == "Ctrl+V":
        person.press("Tab", "Tab")
    person.press(paste)
    person.until(lambda: bool(person.note.articles))


def test_paste_in_the_edit_menu_takes_the_clipboard_on_the_start_screen(person):
    QGuiApplication.clipboard().setText(resources.text("samples", "velmark-castora.txt"))
    person.window.actions_by_name["paste"].trigger()
    person.until(lambda: bool(person.note.articles))


def test_tagging_steps_on_to_the_next_untagged_sentence(person):
    person.try_sample()
    first = person.window.editor.source.current_sentence()
    person.press("1")
    assert person.window.editor.source.current_sentence() != first
    person.press("K")
    assert person.window.editor.source.current_sentence() == first


def test_the_same_digit_removes_and_another_moves(person):
    person.try_sample()
    span = person.stand_on("Both sides agreed")
    person.press("2")
    person.window.editor.source.set_current(span)
    person.press("3")
    assert [p.tag for p in person.note.points] == ["background"]
    person.window.editor.source.set_current(span)
    person.press("3")
    assert person.note.points == ()


def test_a_point_is_reworded_with_e_and_the_page_follows(person):
    person.try_sample()
    span = person.stand_on("Both sides agreed")
    person.press("2")
    person.window.editor.source.set_current(span)
    person.press("E")
    person.until(person.window.editor.points.is_editing)
    person.press("Ctrl+A")
    person.type("Weekly risk data from July.")
    person.press("Ctrl+Return")
    assert person.note.points[0].wording == "Weekly risk data from July."
    person.until(lambda: "Weekly risk data from July." in person.window.editor.preview.text())


def test_every_step_is_undone_and_redone(person):
    person.try_sample()
    empty = person.note
    person.press("1", "2", "3")
    full = person.note
    person.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert person.note == empty
    person.press("Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert person.note == full
    assert person.window.actions_by_name["undo"].text() == "Undo tag as Background"


def test_a_point_moves_by_key_into_the_next_section_and_takes_its_tag(person):
    person.try_sample()
    person.press("1", "2")
    first = person.note.points[0].id
    person.window.screens.focus_point(first)
    person.press("F6")
    person.until(lambda: person.window.editor.focused_pane() == "points")
    person.press("Alt+Down")
    assert person.note.point(first).tag == "agreements"


def test_several_selected_points_move_together_as_one_step(person):
    person.try_sample()
    person.press("1", "1", "2")
    first, second, _ = before = [p.id for p in person.note.points]
    person.window.screens.focus_point(first)
    person.press("F6", "Shift+Down", "Alt+Down")
    assert [p.tag for p in person.note.points if p.id in (first, second)] == ["agreements"] * 2
    person.press("Ctrl+Z")
    assert [p.id for p in person.note.points] == before
    assert {p.tag for p in person.note.points[:2]} == {"meeting"}


def test_f6_walks_the_panes_and_back(person):
    person.try_sample()
    editor = person.window.editor
    for pane in ("points", "preview", "source"):
        person.press("F6")
        assert editor.focused_pane() == pane
    person.press("Shift+F6")
    assert editor.focused_pane() == "preview"
