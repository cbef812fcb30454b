"""The program at the window: one process, a window for each note."""

from __future__ import annotations

import gc
import logging
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from briefing import __version__, resources
from briefing import settings as config
from briefing.ui.home import Home
from briefing.ui.main_window import MainWindow
from briefing.ui.style import style_sheet
from briefing.ui.theme import DARK, INTERFACE_PX, LIGHT, Palette, Theme, application_palette

if TYPE_CHECKING:
    from briefing.model.note import Note
    from briefing.ui.last_resort import LastResort
    from briefing.ui.leaving import Leaving
    from briefing.ui.messages import Message

LEAST_FONT_PX = 11
SHUTDOWN_MS = 3000  # for work under way when the last window closes
POLL_MS = 10
HALF_LIGHT = 128  # of 255: a system whose windows are darker is dark
STARTED_MS = 2000
FOLLOW_AGAIN_MS = 500
LISTEN_MS = 300  # after the first paint, which nothing may keep waiting
READY_MS = 500  # the same; a process that reads starts on a core of its own
TIDY_MS = 60_000  # after the start: nobody waits for anything then


def run(paths: tuple[Path, ...] = (), *, sample: bool = False, quit_after_start: bool = False) -> int:
    """Opens the window and returns the exit code when the last one is closed."""
    application = make_application()
    program = Program(application, at_once=True)
    for path in paths or (None,):
        program.open_window("sample" if sample and path is None else path)
    QTimer.singleShot(STARTED_MS, _collect_garbage)
    QTimer.singleShot(TIDY_MS, program.tidy)
    if quit_after_start:
        QTimer.singleShot(0, program.quit_after_paint)
    else:
        QTimer.singleShot(LISTEN_MS, program.guard)
        QTimer.singleShot(LISTEN_MS, program.listen)
        QTimer.singleShot(READY_MS, program.home.stay_ready)
    code = application.exec()
    QThreadPool.globalInstance().waitForDone(SHUTDOWN_MS)
    program.home.close()
    program.end_diary()
    gc.freeze()  # or Python would look through all of it once more on the way out
    return code


def _collect_garbage() -> None:
    """From now on; what the start has made is never looked through again."""
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """The QApplication, named, in a style that draws the same everywhere."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        application = existing
        application.setStyle("Fusion")
    else:
        application = QApplication(["briefing", "-style", "fusion"])  # `setStyle` makes a QStyle: slow
    application.setApplicationName("Briefing")
    application.setOrganizationName("Briefing")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("briefing")
    application.setWindowIcon(QIcon(str(resources.path("icons", "app.svg"))))
    return application


class Program(QObject):
    """The open windows, their theme and language, and the last resort for faults.

    `at_once`: the theme is taken from the system's colours, and Qt is asked when the first window is painted.
    """

    def __init__(self, application: QApplication, *, at_once: bool = False) -> None:
        super().__init__(application)
        self._at_once = at_once
        self._application = application
        self._font = QFont(application.font())
        self._system = application.palette()  # before the window's own is put over it
        self.home = Home()
        self.windows: list[MainWindow] = []
        self._diary: logging.Handler | None = None
        self.theme = self._theme()
        self._wear()
        hints = application.styleHints()
        self._followed = (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged)
        for changed in self._followed:
            changed.connect(self._follow_system)

    @cached_property
    def last_resort(self) -> LastResort:
        """What takes faults nobody else took."""
        from briefing.ui.last_resort import LastResort  # noqa: PLC0415 - after the first paint

        return LastResort(self)

    @cached_property
    def leaving(self) -> Leaving:
        """What brings everything into safety when somebody else ends the program."""
        from briefing.ui.leaving import Leaving  # noqa: PLC0415 - after the first paint

        return Leaving(self, self._application)

    def guard(self) -> None:
        """Begins the diary, and takes faults, signals and the end of the session from now on."""
        if self._diary is None:
            self._diary = self.home.begin_diary()
            self.last_resort.install()
            self.leaving.hear_signals()

    def end_diary(self) -> None:
        """Lets go of the diary."""
        if self._diary is not None:
            logging.getLogger("briefing").removeHandler(self._diary)

    def listen(self) -> None:
        """Takes the files of a program that is started again, from now on."""
        from briefing.store.places import places  # noqa: PLC0415 - with the next
        from briefing.ui.handover import address  # noqa: PLC0415 - with the next
        from briefing.ui.listening import Listening  # noqa: PLC0415 - QtNetwork: loaded after the first paint

        ear = Listening(self)
        ear.asked.connect(self.open_handed)
        ear.listen(address(places()))

    def open_handed(self, paths: tuple[Path, ...]) -> None:
        """Opens what was handed over, each in a window, in front of the others."""
        for path in paths or (None,):
            window = self.open_window(path)
            window.activateWindow()

    def open_window(self, wanted: object = None) -> MainWindow:
        """A new window: empty, on a file (Path), on the sample ("sample"); a note that is open shows."""
        already = self._window_of(wanted)
        if already is not None:
            already.come_forward()
            return already
        if isinstance(wanted, Path):
            window = self._made(is_awaiting=True)
            window.commands.files.open_path(wanted)
            window.show_when_ready()
            return window
        window = self._show()
        if wanted == "clipboard":
            window.commands.files.paste()
        elif wanted == "sample":
            window.opening.import_sample()
        return window

    def _show_or_take(self, asking: MainWindow, path: Path) -> None:
        """A note of which this program holds the lock: the window that has it, or else it is taken."""
        if self._window_of(path) is not None:
            self.open_window(path)
        else:
            asking.opening.take_over(path)

    def _window_of(self, wanted: object) -> MainWindow | None:
        """The window in which that file is open, or None."""
        if not isinstance(wanted, Path):
            return None
        sessions = ((window, window.open_note) for window in self.windows)
        path = wanted.absolute()
        return next((w for w, note in sessions if note is not None and note[0].path == path), None)

    def open_copy(self, note: Note, message: Message) -> MainWindow:
        """A window on a note that has no file yet, with what there is to say of it."""
        window = self._show()
        window.opening.begin_copy(note)
        window.say(message)
        return window

    def tidy(self) -> None:
        """Lets go of versions and journals that have had their time, off the window's thread."""
        QThreadPool.globalInstance().start(self.home.tidy)

    def quit_after_paint(self) -> None:
        """Paints every window once, with what it was opened on, and ends with code 0."""
        for window in self.windows:
            if not window.isVisible():
                window.shown.connect(self._quit_soon)
                return
            if window.busy:
                QTimer.singleShot(POLL_MS, self.quit_after_paint)
                return
        for window in self.windows:
            window.leave_the_rest()
            window.repaint()
        self._application.exit(0)

    def _quit_soon(self) -> None:
        QTimer.singleShot(0, self.quit_after_paint)

    def keep_all(self) -> bool:
        """Whether everything in every window is on the disk now, also what is being typed."""
        kept = [window.desk.keep() for window in self.windows if window.open_note is not None]
        return all(kept)

    def ask_at_closing(self, on: bool) -> None:
        """Whether windows ask before an unsaved note goes; without it they leave it in the journal."""
        for window in self.windows:
            if window.open_note is not None:
                window.saving.asks = on

    def rebuild(self) -> None:
        """Builds every window anew in the present theme and language; notes and places stay."""
        self.theme = self._theme()
        self._wear()
        for old in tuple(self.windows):
            new = self._show(like=old)
            if not old.on_start:
                self._take_up(old, new)
            if old.isActiveWindow():
                new.activateWindow()
            self.windows.remove(old)
            old.hide()
            old.deleteLater()

    def _take_up(self, old: MainWindow, new: MainWindow) -> None:
        """Brings a window that was built anew to where the one before was."""
        from briefing.ui.place import go_to, place_of  # noqa: PLC0415 - heavy: panes, after the first paint

        old.editor.keep_typing()
        place, pane = place_of(old.screens, old.editor), old.editor.focused_pane()
        new.show_editor()
        new.editor.panes.restore(old.editor.panes.state())
        go_to(place, new.screens, new.editor)
        new.editor.focus_pane(pane or "source")
        new.editor.messages.take_over(old.editor.messages)

    def _show(self, like: MainWindow | None = None) -> MainWindow:
        window = self._made(like)
        window.show()
        return window

    def _made(self, like: MainWindow | None = None, *, is_awaiting: bool = False) -> MainWindow:
        open_note = like.open_note if like is not None else None
        window = MainWindow(self.home, self.theme, open_note, is_awaiting=is_awaiting)
        window.request_window.connect(self.open_window)
        window.request_copy.connect(self.open_copy)
        window.request_shown.connect(self._show_or_take)
        window.request_rebuild.connect(self.rebuild)
        window.closed.connect(self._closed)
        if self._at_once:
            window.painted.connect(self.guard)
            window.settled.connect(self._look_again)
        self.windows.append(window)
        if like is not None:
            window.choose_template(like.template)
            window.setGeometry(like.geometry())
            if like.open_note is not None:
                window.screens.focus = like.screens.focus
        return window

    def _closed(self, window: object) -> None:
        self.windows = [w for w in self.windows if w is not window]
        if isinstance(window, MainWindow):
            window.deleteLater()

    def _look_again(self) -> None:
        """Asks Qt what the system wants, now that the first window stands."""
        if self._at_once:
            self._at_once = False
            self._follow_system()

    def _theme(self) -> Theme:
        if self._at_once:
            palette = palette_at_once(self.home.settings.get(config.THEME), self._system)
            if palette is not None:
                return Theme(palette, self._scale())
        return Theme(wanted_palette(self.home.settings.get(config.THEME), self._system), self._scale())

    def _scale(self) -> float:
        """The system's text size over the design's: 13 px is 100%."""
        pixels = self._font.pixelSize()
        if pixels <= 0:
            dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
            pixels = round(self._font.pointSizeF() * dots / 72)
        return max(LEAST_FONT_PX, pixels) / INTERFACE_PX

    def _wear(self) -> None:
        self._application.setPalette(application_palette(self.theme))
        font = QFont(self._font)
        font.setPixelSize(self.theme.px(INTERFACE_PX))
        self._application.setFont(font)
        self._application.setStyleSheet(style_sheet(self.theme))

    def shut(self) -> None:
        """Lets go of the application: no window, no connection stays."""
        for changed in self._followed:
            changed.disconnect(self._follow_system)
        self.windows.clear()
        self.home.close()
        self.setParent(None)

    def _follow_system(self) -> None:
        if not self.windows or self.home.settings.get(config.THEME) not in ("system", "contrast"):
            return
        is_asking = QApplication.activeModalWidget() is not None
        if is_asking or any(window.busy for window in self.windows):  # the question, or the work, stays
            QTimer.singleShot(FOLLOW_AGAIN_MS, self, self._follow_system)
            return
        self._application.setPalette(QPalette())  # the system's own shows again, to be read
        self._system = self._application.palette()
        if self._theme() != self.theme:
            self.rebuild()
        else:
            self._application.setPalette(application_palette(self.theme))


def palette_at_once(theme: str, system: QPalette) -> Palette | None:
    """The palette of a theme setting, by the system's colours; None: Qt has to be asked (see `numbers`)."""
    if theme == "contrast":
        return None
    dark = system.color(QPalette.ColorRole.Window).lightness() < HALF_LIGHT
    return DARK if theme == "dark" or (theme == "system" and dark) else LIGHT


def wanted_palette(theme: str, system: QPalette) -> Palette:
    """The palette of a theme setting; "system" asks whether the system is dark and wants high contrast."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to touch (see `numbers`)

    from briefing.ui.contrast import contrast_palette  # noqa: PLC0415 - for few

    hints = QGuiApplication.styleHints()
    dark = theme == "dark" or (theme != "light" and hints.colorScheme() == Qt.ColorScheme.Dark)
    strong = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    if theme == "contrast" or (theme == "system" and strong):
        return contrast_palette(system, dark=dark)
    return DARK if dark else LIGHT
