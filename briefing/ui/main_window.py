"""The window of one note: the start screen until there is an article, then the editor. All wiring is here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from briefing import settings as config
from briefing.store.recovery import Replay
from briefing.ui.actions import Actions
from briefing.ui.commands import Commands
from briefing.ui.drafting import drafter
from briefing.ui.editor import Editor
from briefing.ui.home import Home
from briefing.ui.jobs import Jobs
from briefing.ui.keeping import Keeping, left_behind, put_away
from briefing.ui.menus import Menus
from briefing.ui.messages import Answer, Message, MessageArea
from briefing.ui.opening import Opening
from briefing.ui.saving import Saving
from briefing.ui.screens import Screens
from briefing.ui.session import Session
from briefing.ui.start.fill import clipboard_summary, recent_choices, template_choices
from briefing.ui.start.screen import StartScreen
from briefing.ui.suggestion_wishes import SuggestionWishes
from briefing.ui.theme import Theme
from briefing.ui.wishes import PointWishes, SourceWishes

LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 720, 480
USUAL_WIDTH_PX, USUAL_HEIGHT_PX = 1440, 900


class MainWindow(QMainWindow):
    """One note, one window. Emits wishes that concern other windows or the whole program."""

    request_window = Signal(object)  # Path or None
    request_rebuild = Signal()  # theme or language changed
    closed = Signal(object)

    def __init__(self, home: Home, session: Session, theme: Theme, keeping: Keeping | None = None) -> None:
        super().__init__()
        self.home, self.session, self.theme = home, session, theme
        session.setParent(self)
        self.jobs = Jobs(self)
        self.editor = Editor(theme, home.words)
        self.start = StartScreen(theme, home.words)
        self.start_messages = MessageArea(theme, home.words)
        self.screens = Screens(session, self.editor, home.words, self)
        self.source_wishes = SourceWishes(self.screens, drafter(self.screens), self)
        self.suggestion_wishes = SuggestionWishes(self.screens, drafter(self.screens), self)
        self.point_wishes = PointWishes(self.screens, self.source_wishes, self)
        self.keeping = keeping or Keeping(session)
        self.opening = Opening(self, self.keeping, home, self.jobs, self.say)
        self.saving = Saving(self, self.keeping, home, self.say, theme)
        self.actions_by_name = Actions(self, home.words)
        self.commands = Commands(self)
        self.menus = Menus(self)
        self._build()
        self._connect()
        self.use_settings()
        self.show_start()

    def say(self, message: Message) -> None:
        """Shows a message over the screen that is in view."""
        area = self.start_messages if self.stack.currentWidget() is self.start_page else self.editor.messages
        area.show_message(message)

    def show_start(self) -> None:
        """The start screen, filled anew."""
        home = self.home
        forms = home.forms()
        chosen = self.opening.template or home.settings.get(config.TEMPLATE)
        self.start.show_templates(template_choices(forms), chosen)
        self.start.show_recent(recent_choices(home.recent(), home.words))
        self.read_clipboard()
        self.stack.setCurrentWidget(self.start_page)
        self.start.setFocus()
        self.commands.refresh()

    def offer_unsaved(self) -> None:
        """Says on the start screen what was not saved last time, and offers it."""
        left = left_behind()
        if not left or not self.on_start:
            return
        words, newest = self.home.words, left[0]
        name = newest.note.title or words("window.title_untitled")
        text = words("window.left_text", name=name, count=len(newest.note.points))
        answers = (
            Answer(words("window.left_restore"), lambda: self._restore(newest), primary=True),
            Answer(words("window.left_discard"), lambda: self._discard(newest)),
        )
        self.say(Message("info", words("window.left", count=len(left)), text, answers))

    def _restore(self, found: Replay) -> None:
        path = Path(found.base.path) if found.base.path else None
        if path is not None and path.is_file():
            self.opening.open_note(path)
        else:
            self.opening.restore(found)

    def _discard(self, found: Replay) -> None:
        put_away(found)
        self.offer_unsaved()

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
        self.start.show_clipboard(clipboard_summary(QGuiApplication.clipboard().text()))

    @property
    def on_start(self) -> bool:
        """Whether the start screen is in view."""
        return self.stack.currentWidget() is self.start_page

    def _build(self) -> None:
        self.setMinimumSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
        self.start_page = QWidget()
        column = QVBoxLayout(self.start_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.start_messages)
        column.addWidget(self.start, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.editor)
        self.setCentralWidget(self.stack)
        self.actions_by_name.fill(self.menuBar())
        self.menus.attach()
        self.editor.toolbar.set_menus(self.menus.templates, self.menus.exports)
        self._restore_geometry()

    def _connect(self) -> None:
        start, opening, editor = self.start, self.opening, self.editor
        start.request_paste.connect(self.commands.files.paste)
        start.request_open.connect(self.commands.files.open)
        start.request_address.connect(self.commands.asking.address)
        start.request_sample.connect(opening.import_sample)
        start.request_note.connect(lambda path: self.commands.files.open_path(Path(path)))
        start.request_files.connect(self.commands.files.open_paths)
        start.request_text.connect(opening.import_clipboard)
        start.template_chosen.connect(self._choose_template)
        opening.article_added.connect(self._article_added)
        opening.note_opened.connect(self.show_editor)
        self.session.saved_changed.connect(self.commands.refresh)
        self.session.history_changed.connect(self.commands.refresh)
        self.screens.announced.connect(editor.status.say)
        editor.messages.shown.connect(editor.status.say)
        editor.toolbar.title_edited.connect(self.commands.note.set_title)
        editor.find_bar.request_find.connect(self.commands.view.find)
        editor.find_bar.closed.connect(lambda: editor.focus_pane("source"))
        editor.preview.origin_clicked.connect(self.commands.note.show_origin)
        editor.preview.origin_activated.connect(self.commands.note.edit_origin)
        editor.preview.announced.connect(editor.status.say)
        editor.source.folded_changed.connect(lambda on: self.actions_by_name["show_hidden"].setChecked(not on))
        editor.source.request_details.connect(self.commands.note.article_details)
        editor.source.request_new_tag.connect(self.commands.note.new_tag_on)

    def _choose_template(self, name: str) -> None:
        self.opening.template = name

    def _article_added(self) -> None:
        first = len(self.session.note.articles) == 1
        self.start_messages.dismiss()
        self.show_editor()
        self.editor.focus_pane("source")
        if first:
            count = min(9, len(self.session.template.tags))
            self.editor.status.say(self.home.words("window.import_first", count=count))

    # -- the window itself

    def use_settings(self) -> None:
        """Puts the settings that panes follow into force."""
        settings, editor = self.home.settings, self.editor
        letters, step_on, hints = (
            settings.get(s) for s in (config.LETTER_KEYS, config.STEP_ON, config.KEY_HINTS)
        )
        editor.source.set_single_letter_keys(letters)
        editor.points.set_single_letter_keys(letters)
        editor.source.set_step_after_tagging(step_on)
        editor.source.set_text_size(settings.get(config.READING_SIZE))
        editor.status.set_hints_on(hints)
        self.actions_by_name["step_on"].setChecked(step_on)
        self.actions_by_name["key_hints"].setChecked(hints)

    def _restore_geometry(self) -> None:
        self.resize(USUAL_WIDTH_PX, USUAL_HEIGHT_PX)
        kept = QSettings().value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]  # Qt's own event, passed on
        if self.isActiveWindow() and self.on_start:
            self.read_clipboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F6 and not self.on_start:
            self.editor.next_pane(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.text() == "?":
            self.commands.asking.keys()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.editor.points.commit_editing()
        if not self.saving.may_close():
            event.ignore()
            return
        self.jobs.cancel()
        QSettings().setValue("window/geometry", self.saveGeometry())
        event.accept()
        self.closed.emit(self)
