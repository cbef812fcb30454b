"""Renders the window as pictures: `python -m tests.screens OUT_DIR [NAME ...]`; the README's is one of them.

`--every` in place of names renders each scene in both themes and languages, large, small and at 200 % text;
`--every start export` those scenes only.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMimeData, QSize, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from briefing import resources
from briefing import settings as config
from briefing.cli.demo import sample_note
from briefing.model.article import Kind, Status, with_statuses
from briefing.store.codec import encode
from briefing.ui import assistance
from briefing.ui.app import Program, make_application
from briefing.ui.dialogs.template.editor import TemplateEditor
from briefing.ui.dialogs.template.sections import SectionsPage
from briefing.ui.main_window import MainWindow
from briefing.ui.messages import Answer, Message
from briefing.ui.values import Span
from briefing.ui.work_bar import Work

SETTLE_MS = 150


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the window's size, theme, language, text size, and what to show."""

    name: str
    size: tuple[int, int] = (1440, 900)
    theme: str = "light"
    language: str = "en"
    scale: float = 1.0
    scene: str = "note"


SHOTS = (
    Shot("start_light", scene="start"),
    Shot("start_dark", theme="dark", scene="start"),
    Shot("start_compact", (960, 640), scene="start"),
    Shot("start_ko", language="ko", scene="start"),
    Shot("main_light"),
    Shot("main_dark", theme="dark"),
    Shot("main_contrast", theme="contrast"),
    Shot("main_ko_light", language="ko"),
    Shot("main_ko_dark", theme="dark", language="ko"),
    Shot("compact_light", (960, 640)),
    Shot("compact_dark", (960, 640), theme="dark"),
    Shot("narrow_light", (740, 640)),
    Shot("large_text", scale=2.0),
    Shot("review_light", scene="article"),
    Shot("doubts_light", scene="doubts"),
    Shot("doubts_ko_dark", theme="dark", language="ko", scene="doubts"),
    Shot("list_light", scene="list"),
    Shot("sources_light", scene="sources"),
    Shot("sources_dark_ko", theme="dark", language="ko", scene="sources"),
    Shot("doubts_large", (960, 640), scale=2.0, scene="doubts"),
    Shot("reading_light", scene="reading"),
    Shot("editing_light", scene="editing"),
    Shot("export_light", scene="export"),
    Shot("fields_light", scene="fields"),
    Shot("versions_light", scene="versions"),
    Shot("versions_ko_dark", theme="dark", language="ko", scene="versions"),
    Shot("history_light", scene="history"),
    Shot("keys_light", scene="keys"),
    Shot("large_text_small", (960, 640), scale=2.0),
    Shot("large_text_export", (1440, 1000), scale=2.0, scene="export"),
    Shot("contrast_review", theme="contrast", scene="article"),
    Shot("contrast_export", theme="contrast", scene="export"),
    Shot("note_ko", language="ko", scene="note_ko"),
    Shot("note_ja", scene="note_ja"),
    Shot("warned_light", scene="warned"),
    Shot("replace_light", scene="replace"),
    Shot("replace_large", (960, 640), scale=2.0, scene="replace"),
    Shot("replace_dark", (960, 640), theme="dark", language="ko", scene="replace"),
    Shot("message_light", scene="message"),
    Shot("settings_light", scene="settings"),
    Shot("settings_dark", theme="dark", language="ko", scene="settings"),
    Shot("details_light", scene="details"),
    Shot("report_light", scene="report"),
    Shot("new_tag_light", scene="new_tag"),
    Shot("checks_light", scene="checks"),
    Shot("template_light", scene="template"),
    Shot("template_dark", theme="dark", scene="template"),
    Shot("template_ko", language="ko", scene="template"),
    Shot("template_large", (1440, 1000), scale=2.0, scene="template"),
    Shot("template_fields", scene="template_fields"),
    Shot("template_type", scene="template_type"),
    Shot("template_rules", scene="template_rules"),
    Shot("template_word", scene="template_word"),
    Shot("template_small", (720, 480), scene="template_small"),
    Shot("picker_light", scene="picker"),
    Shot("picker_dark", theme="dark", language="ko", scene="picker"),
    Shot("manage_light", scene="manage"),
)


def main(argv: list[str]) -> int:
    """Renders the named shots, or all of them; 2 for wrong usage."""
    if not argv or argv[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    out = Path(argv[0])
    out.mkdir(parents=True, exist_ok=True)
    shots = shots_of(argv[1:])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["BRIEFING_HOME"] = home
        use_screen(Path(home) / "screen.json")
        for shot in shots:
            render(shot, out / f"{shot.name}.png")
            print(out / f"{shot.name}.png")
    return 0


def shots_of(wanted: list[str]) -> tuple[Shot, ...]:
    """The named pictures, or all; behind `--every` all kinds of pictures of the named scenes, or of all."""
    if wanted[:1] == ["--every"]:
        return tuple(s for s in every_shot() if s.scene in wanted[1:] or not wanted[1:])
    return tuple(s for s in SHOTS if s.name in wanted or not wanted)


def every_shot() -> Iterator[Shot]:
    """Each scene in each theme and language, at each size."""
    sizes = (("large", (1440, 900), 1.0), ("small", (960, 640), 1.0), ("text", (1440, 900), 2.0))
    for scene, theme, language, (size, pixels, scale) in product(
        SCENES, ("light", "dark"), ("en", "ko"), sizes
    ):
        yield Shot(f"{scene}-{theme}-{language}-{size}", pixels, theme, language, scale, scene)


def use_screen(described: Path) -> None:
    """A screen on which the largest dialog has room; the usual one of this platform is 800 by 800."""
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        described.write_text('{"screens": [{"name": "one", "width": 1440, "height": 940}]}', "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"


def render(shot: Shot, target: Path) -> None:
    """Shows a scene in a window of its own and keeps a picture of it."""
    application = make_application()
    font = QFont("Inter")
    font.setPixelSize(round(13 * shot.scale))
    application.setFont(font)
    assistance.load()
    program = Program(application)
    changed = program.home.settings.with_value(config.THEME, shot.theme)
    program.home.change_settings(changed.with_value(config.LANGUAGE, shot.language))
    program.rebuild()
    window = program.open_window()
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(True))
    window.resize(*shot.size)
    wait(lambda: bool(painted))  # the page waits for the first paint, however long that takes
    SCENES[shot.scene](window)
    settle()
    act = DIALOGS.get(shot.scene)
    picture = window.grab() if act is None else with_dialog(window, act, shot.scene)
    picture.save(str(target))
    window.session.opened(window.session.note, Path("shown.briefing"), "")
    window.close()
    program.shut()
    settle()


def with_dialog(window: MainWindow, act: str, scene: str) -> QPixmap:
    """The window, dimmed, with the dialog that `act` opens over it."""
    picture = window.grab()

    def shoot() -> None:
        dialog = QApplication.activeModalWidget()
        show_part(dialog, scene, window)
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(20, 24, 32, 110))
        painter.drawPixmap(window.rect().center() - dialog.rect().center(), dialog.grab())
        painter.end()
        dialog.close()

    QTimer.singleShot(SETTLE_MS, shoot)
    rooms = (window.commands.note, window.commands.files, window.commands.templates, window.commands.asking)
    next(getattr(room, act) for room in rooms if hasattr(room, act))()
    return picture


def show_part(dialog: QDialog, scene: str, window: MainWindow) -> None:
    """Turns the template editor to the part that the scene is about, with a section open."""
    if not isinstance(dialog, TemplateEditor):
        return
    pages = {"fields": 1, "type": 2, "rules": 3, "word": 4}
    dialog.tabs.setCurrentIndex(pages.get(scene.partition("_")[2], 0))
    sections = dialog.pages["sections"]
    if isinstance(sections, SectionsPage):
        sections.reveal_tag("agreements")
    px = window.theme.px
    dialog.resize(window.size() if scene == "template_small" else QSize(min(px(1120), 1400), min(px(728), 880)))
    settle()


def wait(ready: Callable[[], bool], most_ms: int = 5000) -> None:
    """Runs the event loop until `ready`."""
    limit = QDeadlineTimer(most_ms)
    while not ready():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if limit.hasExpired():
            message = "the scene did not come up"
            raise TimeoutError(message)


def settle(pause_ms: int = SETTLE_MS) -> None:
    """Lets pending paints and timers run; pictures are the one place that waits for time."""
    loop = QEventLoop()
    QTimer.singleShot(pause_ms, loop.quit)
    loop.exec()


def _start(window: MainWindow) -> None:
    QApplication.clipboard().setText(_sample_text())
    window.read_clipboard()
    window.show_start()
    window.show_forms()


def _place() -> Path:
    """Where the note of a scene lies; it may be saved by itself while a slow machine paints."""
    folder = Path(os.environ["BRIEFING_HOME"]) / "Briefings"
    folder.mkdir(exist_ok=True)
    return folder / "talks.briefing"


def _sample_text() -> str:
    return resources.text("samples", "velmark-castora.txt")


def _article(window: MainWindow) -> None:
    window.opening.import_sample()
    wait(lambda: bool(window.session.note.articles))


def _note(window: MainWindow) -> None:
    window.session.opened(sample_note(), _place(), "")
    window.show_editor()
    point = window.session.note.points[4]
    window.screens.focus_point(point.id)
    anchor = point.evidence[0]
    window.editor.source.set_current(Span(anchor.article, anchor.block, anchor.start, anchor.end))


def _doubts(window: MainWindow) -> None:
    """The reader is unsure of two paragraphs, and says that the page was cut off."""
    note = sample_note()
    article = note.articles[0]
    unsure = [i for i, b in enumerate(article.blocks) if b.kind is Kind.PARAGRAPH and article.in_body(i)][:2]
    article = replace(with_statuses(article, unsure, Status.DOUBTFUL), losses=("truncated",))
    window.session.opened(replace(note, articles=(article,)), _place(), "")
    window.show_editor()


def _sources(window: MainWindow) -> None:
    """A note on three sources."""
    note = sample_note()
    first = note.articles[0]
    others = (
        replace(first, id="a-2", publisher="Ostrana Evening Post", url="", headline="Ostrana waits"),
        replace(first, id="a-3", url="https://www.brena.example/talks"),
    )
    window.session.opened(replace(note, articles=(first, *others)), _place(), "")
    window.show_editor()


def _list(window: MainWindow) -> None:
    """The source as a list of sentences."""
    _note(window)
    window.editor.source.set_as_list(on=True)


def _reading(window: MainWindow) -> None:
    """A second file of several is on its way in."""
    _note(window)
    words = window.home.words
    title = words("window.import_busy", name="Joint statement, annex B.pdf")
    text = f"{words('window.import_step', number=2, total=5)} {words('window.import_meanwhile')}"
    window.show_work(Work(title, text, 1, 5, bool))


def _editing(window: MainWindow) -> None:
    _note(window)
    window.editor.points.edit(window.session.note.points[4].id)


def _versions(window: MainWindow) -> None:
    _note(window)
    keeper, note = window.keeping.keeper, window.session.note
    for fewer in (4, 2, 1):
        keeper.versions.keep(encode(replace(note, points=note.points[:-fewer])), "bulk")


def _warned(window: MainWindow) -> None:
    """A point that says another number than its source."""
    _note(window)
    point = window.session.note.points[4].id
    window.point_wishes.reword(point, "20 joint inspections a year at the Brena land crossing.", True)


def _replace(window: MainWindow) -> None:
    _note(window)
    bar = window.editor.find_bar
    bar.open(replacing=True)
    bar.field.setText("Brena")
    bar.other.setText("Brenna")


def _message(window: MainWindow) -> None:
    _note(window)
    words = window.home.words
    answers = (
        Answer(words("window.save_elsewhere"), window.close, primary=True),
        Answer(words("window.try_again"), window.close),
    )
    title = words("window.save_failed", folder="H:/Briefings")
    text = words("window.save_failed_no-drive_do")
    window.say(Message("danger", title, text, answers, "H:/Briefings"))


def _pasted(window: MainWindow, template: str, text: str) -> None:
    """A text as if it had been pasted, with its suggestions taken."""
    window.choose_template(template)
    mime = QMimeData()
    mime.setText(text)
    window.opening.import_clipboard(mime)
    wait(lambda: bool(window.session.note.articles))
    window.suggestion_wishes.accept_all()


def _text(language: str) -> str:
    return (Path(__file__).parent / "cases" / "screens" / f"{language}.txt").read_text(encoding="utf-8")


def _note_ko(window: MainWindow) -> None:
    _pasted(window, "korean-report", _text("ko"))


def _note_ja(window: MainWindow) -> None:
    _pasted(window, "information-note", _text("ja"))


SCENES: dict[str, Callable[[object], None]] = {
    "start": _start,
    "article": _article,
    "note": _note,
    "doubts": _doubts,
    "list": _list,
    "sources": _sources,
    "reading": _reading,
    "editing": _editing,
    "export": _note,
    "fields": _note,
    "versions": _versions,
    "history": _versions,
    "keys": _note,
    "warned": _warned,
    "replace": _replace,
    "message": _message,
    "note_ko": _note_ko,
    "note_ja": _note_ja,
    **dict.fromkeys(("settings", "details", "report", "new_tag", "checks"), _warned),
}
DIALOGS = {
    "export": "export",
    "versions": "versions",
    "history": "history",
    "fields": "header_fields",
    "details": "article_details",
    "keys": "keys",
    "settings": "settings",
    "report": "report",
    "new_tag": "new_tag",
    "checks": "checks",
}
SCENES |= dict.fromkeys(("template", "picker", "manage"), _note)
SCENES |= {f"template_{page}": _note for page in ("fields", "type", "rules", "word", "small")}
DIALOGS |= {"picker": "choose", "manage": "manage"} | {n: "edit" for n in SCENES if n.startswith("template")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
