"""The menus hold what the design names, and each does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

# What the design names, by menu: commands and submenus of `actions.MENUS`.
DESIGN = {
    "file": "new_note new_from_clipboard open open_address recent save save_as versions export export_again "
    "copy_note print close quit",
    "edit": "undo redo cut copy paste paste_as_text delete select_all find find_next replace_words settings",
    "view": "layout focus_source focus_points focus_preview show_hidden key_hints "
    "text_size zoom theme full_screen",
    "tag": "tags add_tag remove_tag new_tag edit_tags next_untagged suggestions step_on",
    "note": "edit_point new_point add_quote move_up move_down move_to split merge delete_point checks "
    "header_fields article_details",
    "template": "switch_template edit_template save_template_as new_from_word import_template share_template "
    "manage_templates",
    "help": "keys sample messages report about",
}
KEYS = {
    "new_note": "Ctrl+N",
    "new_from_clipboard": "Ctrl+Shift+V",
    "open": "Ctrl+O",
    "open_address": "Ctrl+L",
    "save": "Ctrl+S",
    "save_as": "Ctrl+Shift+S",
    "export": "Ctrl+E",
    "export_again": "Ctrl+Shift+E",
    "copy_note": "Ctrl+Shift+C",
    "print": "Ctrl+P",
    "close": "Ctrl+W",
    "quit": "Ctrl+Q",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "find": "Ctrl+F",
    "find_next": "F3",
    "replace_words": "Ctrl+H",
    "settings": "Ctrl+,",
    "layout": "Ctrl+\\",
    "focus_source": "Ctrl+Alt+1",
    "focus_points": "Ctrl+Alt+2",
    "focus_preview": "Ctrl+Alt+3",
    "text_bigger": "Ctrl++",
    "text_smaller": "Ctrl+-",
    "text_reset": "Ctrl+0",
    "full_screen": "F11",
    "new_tag": "Ctrl+T",
    "new_point": "Ctrl+Shift+N",
    "checks": "F8",
    "rename": "F2",
}


@pytest.mark.parametrize("menu", DESIGN)
def test_a_menu_holds_what_the_design_names(person, menu):
    bar = person.window.menuBar()
    shown = next(a.menu() for a in bar.actions() if a.menu().objectName() == menu)
    subs = {id(m): name for name, m in person.window.actions_by_name.submenus.items()}
    names = {a.objectName() or subs.get(id(a.menu()), "") for a in shown.actions()}
    assert set(DESIGN[menu].split()) <= names


def test_commands_have_the_keys_of_the_design_and_no_two_the_same(person):
    actions = person.window.actions_by_name
    assert {name: actions[name].shortcut().toString() for name in KEYS} == KEYS
    keys = [a.shortcut().toString() for a in actions._by_name.values() if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


def test_a_layout_is_chosen_and_marked(person):
    person.try_sample()
    actions, panes = person.window.actions_by_name, person.window.editor.panes
    actions["layout_points_preview"].trigger()
    assert panes.visible_panes() == ("points", "preview")
    actions.submenus["layout"].aboutToShow.emit()
    assert actions["layout_points_preview"].isChecked()
    assert not actions["layout_all"].isChecked()
    actions["layout_all"].trigger()
    assert panes.visible_panes() == ("source", "points", "preview")


@pytest.mark.parametrize(
    ("width", "order"), [(960, ["preview", "points"]), (600, ["points", "preview", "source"])]
)
def test_the_layout_key_turns_the_tabs_where_room_is_short(person, width, order):
    person.try_sample()
    person.window.setMinimumSize(1, 1)
    person.window.resize(width, 640)
    for name in order:
        person.window.actions_by_name["layout"].trigger()
        assert person.window.editor.panes.visible_panes()[-1] == name


def test_delete_in_the_edit_menu_deletes_words_in_a_field_and_cards_in_the_points(person):
    person.try_sample()
    person.press("1")
    title = person.window.editor.toolbar.title
    title.setFocus()
    title.selectAll()
    person.window.actions_by_name["delete"].trigger()
    assert title.text() == ""
    assert len(person.note.points) == 1
    person.window.editor.focus_pane("points")
    person.window.actions_by_name["delete"].trigger()
    assert person.note.points == ()


def test_a_report_holds_the_versions_and_nothing_of_the_note(person):
    person.try_sample()
    person.press("1")
    person.in_dialog(lambda dialog: person.click(dialog.copy))
    person.window.actions_by_name["report"].trigger()
    report = QGuiApplication.clipboard().text()
    assert report.startswith("Briefing ")
    assert "1 articles, 1 points" in report
    assert "Velmark" not in report
    assert str(person.folder) not in report
