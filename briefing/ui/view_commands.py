"""Commands on the view: find, layout, text size, hints, theme and language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.settings import KEY_HINTS, SOURCE_AS_LIST, STEP_ON, Setting
from briefing.ui.panes import LAYOUT_NAMES
from briefing.ui.searching import Searching

if TYPE_CHECKING:
    from briefing.ui.asking import Asking
    from briefing.ui.main_window import MainWindow


class ViewCommands(QObject):
    """The commands of the View menu, and Find."""

    def __init__(self, window: MainWindow, asking: Callable[[], Asking]) -> None:
        super().__init__(window)
        self._window, self._asking = window, asking
        self.searching = Searching(window)

    def table(self) -> dict[str, Callable[[], object]]:
        """What each of these commands does, by name."""
        editor = self._window.editor
        return {
            "find": editor.find_bar.open,
            "find_next": partial(self.searching.find, None, False),
            "replace_words": partial(editor.find_bar.open, replacing=True),
            "layout": editor.panes.cycle,
            **{f"layout_{name}": partial(editor.panes.show_layout, at) for at, name in enumerate(LAYOUT_NAMES)},
            "focus_source": partial(editor.focus_pane, "source"),
            "focus_points": partial(editor.focus_pane, "points"),
            "focus_preview": partial(editor.focus_pane, "preview"),
            "source_as_list": self._source_as_list,
            "show_hidden": self._show_hidden,
            "key_hints": self._key_hints,
            "text_bigger": lambda: self._asking().text_size(1),
            "text_smaller": lambda: self._asking().text_size(-1),
            "text_reset": lambda: self._asking().text_size(0),
            "zoom_in": editor.preview.zoom_in,
            "zoom_out": editor.preview.zoom_out,
            "zoom_fit": editor.preview.fit,
            "full_screen": self._full_screen,
            "step_on": self._step_on,
        }

    def _show_hidden(self) -> None:
        self._window.editor.source.set_folded(not self._window.actions_by_name["show_hidden"].isChecked())

    def _source_as_list(self) -> None:
        on = self._window.actions_by_name["source_as_list"].isChecked()
        self._window.home.change_settings(self._window.home.settings.with_value(SOURCE_AS_LIST, on))
        self._window.editor.source.set_as_list(on)

    def _key_hints(self) -> None:
        on = self._window.actions_by_name["key_hints"].isChecked()
        self._window.home.change_settings(self._window.home.settings.with_value(KEY_HINTS, on))
        self._window.editor.status.set_hints_on(on)

    def _step_on(self) -> None:
        on = self._window.actions_by_name["step_on"].isChecked()
        self._window.home.change_settings(self._window.home.settings.with_value(STEP_ON, on))
        self._window.editor.source.set_step_after_tagging(on)

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def choose(self, setting: Setting[str], value: str) -> None:
        """Takes a theme or a language; the windows are built anew with their notes."""
        home = self._window.home
        home.change_settings(home.settings.with_value(setting, value))
        self._window.request_rebuild.emit()
