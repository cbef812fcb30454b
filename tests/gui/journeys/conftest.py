"""A whole program for each journey, in a home of its own, and a small language of what a person does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing import settings as config
from briefing.model.note import Note
from briefing.ui import assistance
from briefing.ui.app import Program, make_application
from briefing.ui.main_window import MainWindow
from briefing.ui.values import Span


class Person:
    """The analyst at the window: keys, clicks and what they see. `keys` counts the keystrokes."""

    DIALOGS = (
        "settings", "header_fields", "article_details", "keys", "messages", "checks", "new_tag", "report",
        "export", "open_address", "versions", "history", "edit_template", "choose_template", "manage_templates",
    )  # fmt: skip

    def __init__(self, qtbot: QtBot, program: Program, folder: Path) -> None:
        self.qtbot, self.program, self.folder = qtbot, program, folder
        self.keys = 0

    @property
    def window(self) -> MainWindow:
        return self.program.windows[-1]

    @property
    def note(self) -> Note:
        return self.window.session.note

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, e.g. press("J", "1", "Ctrl+Z")."""
        for key in keys:
            self.keys += 1
            modifiers, code = _key(key)
            self.qtbot.keyClick(self._focused(), code, modifiers)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.qtbot.keyClicks(self._focused(), text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=30_000)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.window.read_clipboard()
        self.press("Return")
        self.until(lambda: bool(self.note.articles))
        self.until(lambda: self.window.editor.focused_pane() == "source")

    def try_sample(self) -> None:
        self.click(self.window.start.sample_button)
        self.until(lambda: bool(self.note.articles))

    def stand_on(self, words: str) -> Span:
        """Steps by key to the sentence that holds `words`."""
        source = self.window.editor.source
        for _ in range(200):
            span = source.current_sentence()
            if span is not None and words in self.text_of(span):
                return span
            before = span
            self.press("J")
            if source.current_sentence() == before:
                self.press("Home")
        message = f"no sentence holds {words!r}"
        raise AssertionError(message)

    def text_of(self, span: Span) -> str:
        return self.note.article(span.article).blocks[span.block].text[span.start : span.end]

    def in_dialog(self, act: Callable[[QDialog], object]) -> None:
        """Does `act` in the next dialog that opens."""

        def try_it() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                act(dialog)
            else:
                QTimer.singleShot(10, try_it)

        QTimer.singleShot(0, try_it)

    def answer(self, words: str) -> None:
        """Presses the button of that name in the next message box."""

        def press(dialog: QDialog) -> None:
            assert isinstance(dialog, QMessageBox)
            buttons = {b.text(): b for b in dialog.buttons()}
            buttons[words].click()

        self.in_dialog(press)

    def answer_all(self, *words: str) -> None:
        """Presses those buttons, each in a message box of its own, one after the other."""
        seen: list[QDialog] = []

        def press() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox) and box not in seen:
                seen.append(box)
                if len(seen) < len(words):
                    QTimer.singleShot(0, press)
                {b.text(): b for b in box.buttons()}[words[len(seen) - 1]].click()
            else:
                QTimer.singleShot(10, press)

        QTimer.singleShot(0, press)

    def choose(self, words: str) -> None:
        """Clicks the button of that name in the message that shows."""
        area = self.window.start_messages if self.window.on_start else self.window.editor.messages
        self.click(button(area, words))

    def export(self, name: str = "note") -> Path:
        """Exports to Word by key and returns the file."""

        def fill(dialog: QDialog) -> None:
            dialog.name.setText(name)
            self.qtbot.keyClick(dialog, Qt.Key.Key_Return)
            self.keys += 1

        self.in_dialog(fill)
        self.press("Ctrl+E")
        target = self.folder / f"{name}.docx"
        assert target.is_file()
        return target

    def sections(self) -> dict[str, list[str]]:
        """The wordings of the points by tag."""
        found: dict[str, list[str]] = {}
        for point in self.note.points:
            found.setdefault(point.tag, []).append(point.wording)
        return found

    def message(self) -> str:
        """What the message over the panes or the start screen says."""
        area = self.window.start_messages if self.window.on_start else self.window.editor.messages
        return " ".join(f"{m.title} {m.text}" for m in area.kept[-1:])

    def work(self) -> str:
        """What the window says is under way; empty for nothing."""
        area = self.window.start_messages if self.window.on_start else self.window.editor.messages
        return area.work.accessibleName() if area.work is not None else ""

    def _focused(self) -> QWidget:
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()  # a closed dialog gives the window back, as a window manager does
            self.until(self.window.isActiveWindow)
        return QApplication.activeModalWidget() or QApplication.focusWidget() or self.window


def button(parent: QWidget, words: str) -> QPushButton:
    """The button of that name in a widget."""
    return next(b for b in parent.findChildren(QPushButton) if b.text().strip() == words)


_NAMES = {
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Return": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Del": Qt.Key.Key_Delete,
    "Tab": Qt.Key.Key_Tab,
    "F2": Qt.Key.Key_F2,
    "F3": Qt.Key.Key_F3,
    "F6": Qt.Key.Key_F6,
    "?": Qt.Key.Key_Question,
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


def _key(key: str) -> tuple[Qt.KeyboardModifier, Qt.Key]:
    *names, last = key.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in names:
        modifiers |= _MODIFIERS[name]
    return modifiers, _NAMES.get(last) or Qt.Key(ord(last.upper()))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Person]:
    QGuiApplication.clipboard().clear()
    assistance.load()  # or what it says would come a moment after the note
    program = Program(make_application())
    settings = program.home.settings.with_value(config.EXPORT_FOLDER, str(home))
    program.home.change_settings(settings.with_value(config.LANGUAGE, "en").with_value(config.THEME, "light"))
    program.rebuild()
    window = program.open_window()
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.activateWindow()
    yield Person(qtbot, program, home)
    for open_window in tuple(program.windows):
        open_window.session.saved(open_window.session.note, home / "closed.briefing", "")
        open_window.close()
    program.shut()
    qapp.sendPostedEvents(None, 0)
    qapp.processEvents()


@pytest.fixture
def in_design_type(person: Person, qapp: QApplication) -> Iterator[Callable[[int, int], Person]]:
    """Shows the start screen anew, at a size and in the design's type of 13 px."""
    before, font = qapp.font(), QFont(qapp.font())
    font.setPixelSize(13)

    def show(width: int, height: int) -> Person:
        person.program._font = font
        person.program.rebuild()
        person.window.resize(width, height)
        return person

    yield show
    person.window.hide()
    qapp.setFont(before)
