"""A long article: what assists comes from a thread, and the window is never held up for it."""

from __future__ import annotations

import threading

from briefing.ui import suggesting

TALKS = "The customs ministers of Velmark and Castora met in Brena and agreed to open crossing {n} by October. "
DATA = "They also agreed to exchange data on route {n} every week."
LONG = "Talks on crossings\n\n" + "\n\n".join((TALKS + DATA).format(n=n) for n in range(140))


def open_long(person) -> None:
    path = person.folder / "talks.txt"
    path.write_text(LONG, encoding="utf-8")
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.note.articles))


def test_suggestions_for_a_long_article_are_found_off_the_windows_thread(person, monkeypatch):
    threads: list[threading.Thread] = []
    find = suggesting._found

    def seen(*asked):
        threads.append(threading.current_thread())
        return find(*asked)

    monkeypatch.setattr(suggesting, "_found", seen)
    open_long(person)
    person.until(lambda: bool(person.window.screens.suggestions))
    assert threads
    assert threading.main_thread() not in threads


def test_a_window_may_close_while_they_are_looked_for(person, monkeypatch):
    go_on = threading.Event()
    monkeypatch.setattr(suggesting, "_found", lambda *_: go_on.wait(30) and ())
    open_long(person)
    person.until(lambda: person.window.jobs.busy)
    window = person.window
    window.session.saved(person.note, person.folder / "talks.briefing", "")
    window.close()
    go_on.set()
    person.until(lambda: window not in person.program.windows)
