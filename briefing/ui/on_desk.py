"""A window whose desk is laid when somebody first reaches for something on it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from briefing.ui.commands import Commands
    from briefing.ui.desk import Desk
    from briefing.ui.editor import Editor
    from briefing.ui.jobs import Jobs
    from briefing.ui.keeping import Keeping
    from briefing.ui.menus import Menus
    from briefing.ui.opening import Opening
    from briefing.ui.saving import Saving
    from briefing.ui.screens import Screens
    from briefing.ui.session import Session
    from briefing.ui.suggestion_wishes import SuggestionWishes
    from briefing.ui.wishes import PointWishes, SourceWishes


class DeskWindow(QMainWindow):
    """The parts of the desk, by their names."""

    @property
    @abstractmethod
    def desk(self) -> Desk:
        """The desk, laid if it is not yet."""

    @property
    def session(self) -> Session:
        """The open note."""
        return self.desk.session

    @property
    def editor(self) -> Editor:
        """The panes and what stands around them."""
        return self.desk.editor

    @property
    def screens(self) -> Screens:
        """What keeps the panes in step with the note."""
        return self.desk.screens

    @property
    def source_wishes(self) -> SourceWishes:
        """What the source pane's wishes become."""
        return self.desk.source_wishes

    @property
    def suggestion_wishes(self) -> SuggestionWishes:
        """What wishes about suggestions become."""
        return self.desk.suggestion_wishes

    @property
    def point_wishes(self) -> PointWishes:
        """What the points pane's wishes become."""
        return self.desk.point_wishes

    @property
    def keeping(self) -> Keeping:
        """The note's journal and lock."""
        return self.desk.keeping

    @property
    def opening(self) -> Opening:
        """What brings things in."""
        return self.desk.opening

    @property
    def saving(self) -> Saving:
        """What writes the note to its file."""
        return self.desk.saving

    @property
    def jobs(self) -> Jobs:
        """Work off the window's thread."""
        return self.desk.jobs

    @property
    def commands(self) -> Commands:
        """What the menus do."""
        return self.desk.commands

    @property
    def menus(self) -> Menus:
        """The menus that are filled when they open."""
        return self.desk.menus
