"""The window of one note: the start screen at once, the desk when an article or a note comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from briefing import settings as config
from briefing.ui.actions import Actions
from briefing.ui.afterwards import Afterwards
from briefing.ui.home import Home
from briefing.ui.on_desk import DeskWindow
from briefing.ui.theme import Theme

if TYPE_CHECKING:
    from briefing.ui.desk import Desk
    from briefing.ui.keeping import Keeping
    from briefing.ui.messages import Message, MessageArea
    from briefing.ui.session import Session
    from briefing.ui.start.screen import StartScreen
    from briefing.ui.work_bar import Work

LONGEST_WAIT_MS = 250  # for a note to come, before the window shows without it
LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 720, 480
USUAL_WIDTH_PX, USUAL_HEIGHT_PX = 1440, 900
# Loaded one by one after the first paint, so that the first article finds them ready.
LATER = (
    "briefing.template",
    "briefing.compose",
    "briefing.assist.sentences",
    "briefing.assist.suggest",
    "briefing.assist.voices",
    "briefing.assist.check",
    "briefing.ui.source.pane",
    "briefing.ui.points.pane",
    "briefing.ui.preview.canvas",
    "briefing.ui.preview.layout",
    "briefing.ui.screens",
    "briefing.ui.opening",
    "briefing.ui.saving",
    "briefing.ui.exporting",
    "briefing.ui.commands",
    "briefing.ui.template_commands",
    "briefing.ui.desk",
    "briefing.importers",
    "briefing.ui.asking",
    "briefing.ui.replacing",
    "briefing.ui.fitting",
    "briefing.ui.export_findings",
    "briefing.ui.dialogs.joining",
    "briefing.ui.dialogs.versions",
    "briefing.ui.telling",
)


class MainWindow(DeskWindow):
    """One note, one window. Emits wishes that concern other windows or the whole program."""

    request_window = Signal(object)  # Path or None
    request_shown = Signal(object, object)  # this window, Path: it is open in another window
    request_copy = Signal(object, object)  # Note without a file, Message
    request_rebuild = Signal()  # theme or language changed
    closed = Signal(object)
    shown = Signal()  # and about to be painted
    painted = Signal()  # for the first time
    settled = Signal()  # painted, and what may wait is done

    def __init__(
        self,
        home: Home,
        theme: Theme,
        open_note: tuple[Session, Keeping] | None = None,
        *,
        is_awaiting: bool = False,
    ) -> None:
        """`is_awaiting`: a note is about to come; the start screen is made if none does."""
        super().__init__()
        self.home, self.theme = home, theme
        self._open_note = open_note
        self._desk: Desk | None = None
        self._messages: MessageArea | None = None
        self._afterwards: Afterwards | None = None
        self._leaves_rest = False
        self._behind: list[Callable[[], None]] = []  # what the first paint need not wait for
        self.template = ""  # chosen on the start screen for the next new note
        self.actions_by_name = Actions(self, home.words)
        self._build()
        self.actions_by_name.triggered.connect(self.carry_out)
        self.actions_by_name.about_to_show.connect(self._lay_desk)
        if not is_awaiting:
            self.show_start()

    @cached_property
    def start(self) -> StartScreen:
        """The start screen."""
        from briefing.ui.start.screen import StartScreen  # noqa: PLC0415 - not for a window that opens on a note
        from briefing.ui.start_wishes import StartWishes  # noqa: PLC0415 - as above

        made = StartScreen(self.theme, self.home.words, self.start_page)
        self._column.addWidget(made, 1)
        made.show()  # the window may have been shown before
        self._start_wishes = StartWishes(self, made)
        return made

    @property
    def desk(self) -> Desk:
        if self._desk is None:
            from briefing.ui.desk import Desk, fresh_session  # noqa: PLC0415 - heavy: panes, after the first paint

            session, keeping = self._open_note or (fresh_session(self.home), None)
            self._desk = Desk(self, session, keeping)
            self.stack.addWidget(self._desk.editor)
            if self._afterwards is None:
                self._desk.screens.hold()
            self._desk.wire()
            self._desk.commands.refresh()
        return self._desk

    def _lay_desk(self) -> None:
        _ = self.desk

    @property
    def open_note(self) -> tuple[Session, Keeping] | None:
        """The note on the desk and what keeps it, if there is a desk."""
        return (self._desk.session, self._desk.keeping) if self._desk is not None else self._open_note

    @property
    def start_messages(self) -> MessageArea:
        """Where messages show over the start screen."""
        if self._messages is None:
            from briefing.ui.messages import MessageArea  # noqa: PLC0415 - loaded when there is something to say

            self._messages = MessageArea(self.theme, self.home.words)
            self._column.insertWidget(0, self._messages)
        return self._messages

    @property
    def _chosen(self) -> str:
        return self.template or self.home.settings.get(config.TEMPLATE)

    def say(self, message: Message) -> None:
        """Shows a message over the screen that is in view."""
        self._fill_start()
        area = self.start_messages if self.on_start else self.editor.messages
        area.show_message(message)

    def show_work(self, work: Work | None) -> None:
        """Shows what is under way over the screen that is in view, until it is None."""
        on_start = self.on_start
        if self._messages is not None or (on_start and work is not None):
            self.start_messages.show_work(work if on_start else None)
        self.editor.messages.show_work(None if on_start else work)

    def show_start(self) -> None:
        """The start screen, filled anew."""
        from briefing.ui.start.fill import recent_choices  # noqa: PLC0415 - not for a window that opens on a note

        home = self.home
        self.start.show_templates(home.glances(), self._chosen)
        self.start.show_recent(recent_choices(home.recent(), home.words))
        self.stack.setCurrentWidget(self.start_page)
        self.start.setFocus()
        if self._desk is not None:
            self.read_clipboard()
            self.commands.refresh()

    def show_forms(self) -> None:
        """The cards of the forms that can be used."""
        from briefing.ui.start.fill import template_choices  # noqa: PLC0415 - as above

        home = self.home
        self.start.show_templates(template_choices(home.forms(), home.origins(), self._chosen), self._chosen)
        self.start.offer_managing()

    def offer_unsaved(self) -> None:
        """Says on the start screen what was not saved last time, and offers it."""
        from briefing.ui.left_behind import LeftBehind  # noqa: PLC0415 - heavy: journals, after the first paint

        LeftBehind(self).offer()

    def show_editor(self) -> None:
        """The editor, with the source pane ready for keys."""
        if self.stack.currentWidget() is not self.editor:
            self.stack.setCurrentWidget(self.editor)
            self.screens.refresh()
            self.screens.refresh_preview()
            self.editor.focus_pane("source" if self.session.note.articles else "points")
        self.commands.refresh()

    def read_clipboard(self) -> None:
        """Says on the start screen what lies on the clipboard. Read only while that screen is in view."""
        from briefing.ui.start.fill import clipboard_summary  # noqa: PLC0415 - as above

        self.start.show_clipboard(clipboard_summary(QGuiApplication.clipboard().text()))

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._desk is not None and self._desk.jobs.busy

    @property
    def on_start(self) -> bool:
        """Whether the start screen is in view."""
        return self.stack.currentWidget() is self.start_page

    def choose_template(self, name: str) -> None:
        """Remembers the form for the next new note."""
        self.template = name
        if self._desk is not None:
            self._desk.opening.template = name

    def come_forward(self) -> None:
        """In front of the others, also if it was minimised."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to touch (see `numbers`)

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.activateWindow()

    def carry_out(self, name: str) -> None:
        """Does the command of that name."""
        self.commands.carry_out(name)

    def use_settings(self) -> None:
        """Puts the settings that panes follow into force."""
        self.desk.use_settings()

    def _build(self) -> None:
        self.setMinimumSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
        self.setWindowTitle("Briefing[*]")
        # From the window inwards: a widget that moves into another is given its looks anew.
        self.stack = QStackedWidget(self)
        self.setCentralWidget(self.stack)
        self.start_page = QWidget(self.stack)
        self.stack.addWidget(self.start_page)
        self._column = QVBoxLayout(self.start_page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.actions_by_name.fill(self.menuBar())
        self._restore_geometry()

    def _restore_geometry(self) -> None:
        room = self.screen().availableSize()
        self.resize(QSize(USUAL_WIDTH_PX, USUAL_HEIGHT_PX).boundedTo(room))
        kept = QSettings().value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)  # Qt moves what lies beyond the screens there are
            self.resize(self.size().boundedTo(self.screen().availableSize()))

    def show_when_ready(self) -> None:
        """Shows the window with the note that is being opened and nothing before it; soon in any case."""
        if not self.jobs.busy:
            self.show()
            return
        self.jobs.busy_changed.connect(self._show_soon)
        QTimer.singleShot(LONGEST_WAIT_MS, self, self.show)

    def _show_soon(self) -> None:
        self.jobs.busy_changed.disconnect(self._show_soon)
        QTimer.singleShot(0, self, self.show)  # when what has come is in its place

    def _fill_start(self) -> None:
        if self.on_start and "start" not in self.__dict__:
            self.show_start()

    def showEvent(self, event: QShowEvent) -> None:
        self._fill_start()
        super().showEvent(event)
        self.shown.emit()

    # -- after the first paint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._afterwards is None and not self._leaves_rest:
            self._afterwards = Afterwards(self._settle(), self)
            self._afterwards.done.connect(self.settled)

    def once_painted(self, act: Callable[[], None]) -> None:
        """Does what the first paint need not wait for: at once if the window has been painted."""
        if self._afterwards is not None:
            act()
        else:
            self._behind.append(act)

    def leave_the_rest(self) -> None:
        """Does nothing more of what may wait until a window is painted."""
        self._leaves_rest = True
        if self._afterwards is not None:
            self._afterwards.stop()

    def _settle(self) -> Iterator[None]:
        """Reads what may wait, then loads what an article needs, a little at a time."""
        yield
        self.painted.emit()
        if self._desk is not None:
            self._desk.screens.release()
        if self.on_start:
            self.read_clipboard()
        self.windowHandle().activeChanged.connect(self._activated)
        yield
        while self._behind:
            self._behind.pop(0)()
            yield
        for name in LATER:
            import_module(name)
            yield
        if self.on_start:
            self.show_forms()
            yield
        if self.desk.session.is_empty:
            yield
            self.offer_unsaved()

    def _activated(self) -> None:
        if not self.isActiveWindow():
            return
        if self.on_start:
            self.read_clipboard()
        elif self._desk is not None:
            self._desk.joining.look_again()

    # -- what a person does to the window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.desk.key_pressed(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._desk is not None and not self._desk.may_close():
            event.ignore()
            return
        QSettings().setValue("window/geometry", self.saveGeometry())
        event.accept()
        self.closed.emit(self)
