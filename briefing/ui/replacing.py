"""A source replaced by its corrected version, or taken out: what stands, and what is gone."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from briefing.model import edits
from briefing.model.anchor import resolves
from briefing.model.article import Article
from briefing.model.history import Label
from briefing.model.note import Note
from briefing.sandbox import Reading
from briefing.ui.incoming import Wanted
from briefing.ui.messages import Answer, Message
from briefing.ui.opening import read_file, read_pasted
from briefing.ui.sentences import SentenceIndex

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow

LEAST_ALIKE = 0.55  # below it a sentence is another one, not a changed one
MOST_COMPARED = 600  # sentences of the new version


class Lost(Struct, frozen=True):
    """A quote that the new version does not hold: its point's wording, and the likest sentence, if any."""

    wording: str
    quote: str
    now: str = ""


class Change(Struct, frozen=True):
    """A note on the new version of a source, not applied yet."""

    note: Note
    kept: int  # quotes that stand in the new version
    lost: tuple[Lost, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing was lost."""
        return not self.lost


def change_of(note: Note, old: str, new: Article) -> Change:
    """What putting `new` in the place of the source `old` does to the note."""
    article = replace(new, id=old)
    done = edits.replace_article(note, article)
    sentences = _sentences(article)
    lost = tuple(Lost(note.point(p).wording, quote, _nearest(quote, sentences)) for p, quote in done.lost)
    anchors = (a for p in done.note.points for a in p.evidence if a.article == old)
    return Change(done.note, sum(resolves(a, article) for a in anchors), lost)


def _sentences(article: Article) -> tuple[str, ...]:
    spans = SentenceIndex().of(article)[:MOST_COMPARED]
    return tuple(article.blocks[s.block].text[s.start : s.end] for s in spans)


def _nearest(quote: str, sentences: tuple[str, ...]) -> str:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote)
    best, found = LEAST_ALIKE, ""
    for sentence in sentences:
        matcher.set_seq1(sentence)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), sentence
    return found


class Replacing(QObject):
    """Reads the corrected version, says what it changes, and replaces only when told to. Removes a source."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def from_file(self) -> None:
        """Asks for the file of the corrected version."""
        for path in self._window.opening.ask(articles_only=True)[:1]:
            self._read(path.name, partial(read_file, path))

    def from_clipboard(self) -> None:
        """Takes the corrected version from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        html, text = mime.html(), mime.text()
        self._read(self._window.home.words("window.import_pasted"), partial(read_pasted, html, text))

    def remove(self) -> None:
        """Takes the source in view out of the note. Its points stay, without the quotes from it."""
        window, words = self._window, self._window.home.words
        note, source = window.session.note, self._in_view()
        if source is None or window.session.refuses():
            return
        quoting = sum(any(quote.article == source.id for quote in p.evidence) for p in note.points)
        window.session.apply(edits.remove_article(note, source.id), Label("remove_article"))
        title = words("window.removed_article", name=source.headline or source.publisher)
        text = words("window.removed_article_points", count=quoting) if quoting else ""
        undo = Answer(words("window.undo"), window.commands.undo)
        window.say(Message("good", title, text, (undo,)))

    def _in_view(self) -> Article | None:
        window = self._window
        return next((a for a in window.session.note.articles if a.id == window.screens.focus.article), None)

    def _read(self, name: str, read: Callable[[Reading], Article]) -> None:
        self._window.opening.importing.want(Wanted(name, read, self._offer))

    def _offer(self, new: Article) -> None:
        from briefing.ui.dialogs.replacing import ReplaceSheet  # noqa: PLC0415 - loaded when it is asked for

        window = self._window
        old = self._in_view()
        if old is None:
            return
        change = change_of(window.session.note, old.id, new)
        sheet = ReplaceSheet(window.theme, window.home.words, old.headline, change, window)
        if sheet.exec():
            window.session.apply(change.note, Label("replace_article"))
            self._say_done(change)

    def _say_done(self, change: Change) -> None:
        window, words = self._window, self._window.home.words
        if change.is_same:
            window.say(Message("good", words("window.replaced_whole", count=change.kept)))
            return
        look = Answer(words("window.replaced_look"), window.point_wishes.show_checks, primary=True)
        title = words("window.replaced_lost", count=len(change.lost))
        window.say(Message("warn", title, words("window.replaced_lost_do"), (look,)))
