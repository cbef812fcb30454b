"""The sheet of keys leaves no command out that has a key."""

from __future__ import annotations

import pytest

from briefing.ui.actions import MENUS, all_commands
from briefing.ui.dialogs.keys import COLUMNS, lines_of
from briefing.words import Words


def keys_on_the_sheet() -> list[str]:
    words = Words("en")
    return [key for groups in COLUMNS for g in groups for line in lines_of(g, words) for key in line.keys]


@pytest.mark.parametrize("command", [c for c in all_commands() if c.keys or c.hint], ids=lambda c: c.name)
def test_every_command_with_a_key_is_on_the_sheet(command) -> None:
    shown = {line.text: line.keys for g, _ in MENUS for line in lines_of(g, Words("en"))}
    name = Words("en")(f"window.{command.name}").replace("&", "").removesuffix("…")
    assert len(shown[name]) == bool(command.keys) + bool(command.hint)


def test_replacing_is_on_the_sheet_and_arrows_are_drawn() -> None:
    assert {"Ctrl+H", "Alt+↑", "F6", "?"} <= set(keys_on_the_sheet())


def test_each_menu_stands_on_the_sheet_once() -> None:
    groups = [g for column in COLUMNS for g in column]
    assert sorted(groups) == sorted(["panes", *(name for name, _ in MENUS)])
