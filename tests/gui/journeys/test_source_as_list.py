"""Source as List at the whole window: chosen in the View menu, kept, and a note is tagged in it by key."""

from __future__ import annotations


def test_the_list_is_chosen_by_menu_and_tags_by_key_and_the_next_window_has_it(person):
    person.try_sample()
    person.window.actions_by_name["source_as_list"].trigger()
    source = person.window.editor.source
    assert person.window.editor.focused_pane() == "source"
    person.press("Home", "J", "2")
    assert [p.tag for p in person.note.points] == ["agreements"]
    assert source.parts.as_list.shown.currentIndex().data() == person.text_of(source.current_sentence())
    other = person.program.open_window()
    assert other.editor.source.parts.as_list.shown is not None or other.on_start
    assert other.actions_by_name["source_as_list"].isChecked()
    other.close()
