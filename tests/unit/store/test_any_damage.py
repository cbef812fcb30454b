"""What the program keeps for itself, damaged at every byte and in every field: a typed failure at most."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile_notes import WRONG, changed, paths
from msgspec.structs import asdict, replace

from briefing import settings
from briefing.errors import NoteUnreadable
from briefing.model.note import Note, Point, TemplateCopy
from briefing.store import recovery
from briefing.store.lock import FORMAT, UNKNOWN, holder_of, lock_path, myself
from briefing.store.log import Base, Entry, Log
from briefing.store.recent import Recent, read_recent, write_recent
from briefing.store.records import record, records_in
from briefing.store.recovery import unsaved
from briefing.store.versions import Versions

SMALL = Note(
    "n-1", TemplateCopy("x", ""), title="Ostrana talks", points=(Point("p-1", "meeting", "They met.", ()),)
)


@pytest.fixture(autouse=True)
def everybody_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "alive", lambda _: False)


def journal(folder: Path) -> tuple[Path, Callable[[], object]]:
    log = Log(folder / "journal" / "n-1", Base(SMALL, "abc", 1, "/n.briefing"))
    log.write([Entry(replace(SMALL, title="Talks again"))])
    log.close()
    return log.path, lambda: [one.note.title for one in unsaved(folder / "journal")]


def version(folder: Path) -> tuple[Path, Callable[[], object]]:
    kept = Versions(folder / "versions")
    one = kept.keep(b'{"format": "briefing-note"}')
    assert one is not None

    def read() -> object:
        try:
            return [kept.read(v) for v in kept.listed()]
        except NoteUnreadable as failed:
            return failed.reason

    return one.path, read


def lock(folder: Path) -> tuple[Path, Callable[[], object]]:
    note = folder / "a.briefing"
    lock_path(note).write_text(json.dumps({"format": FORMAT, **asdict(myself())}), encoding="utf-8")
    return lock_path(note), lambda: (holder_of(note) or UNKNOWN).gone


def list_of_recent(folder: Path) -> tuple[Path, Callable[[], object]]:
    file = folder / "recent.json"
    write_recent(
        file, (Recent(folder / "a.briefing", "Talks", "Bilateral", "2026-05-14T09:00+00:00", "x", "n-1"),)
    )
    return file, lambda: [(one.path.is_file(), one.title) for one in read_recent(file)]


def chosen(folder: Path) -> tuple[Path, Callable[[], object]]:
    file = folder / "settings.json"
    file.write_bytes(settings.render(settings.Settings().with_value(settings.AUTHOR, "Ilsa Marten")))
    return file, lambda: [settings.load(file).get(one) for one in settings.ALL]


KEPT = (journal, version, lock, list_of_recent, chosen)


def damages(whole: bytes) -> Iterator[bytes]:
    for at in range(len(whole)):
        yield whole[:at]
        yield whole[:at] + whole[at + 1 :]
        for byte in (b"\0", b"\xff", b'"', b"9"):
            yield whole[:at] + byte + whole[at + 1 :]


@pytest.mark.parametrize("kept", KEPT)
def test_damaged_at_any_byte_it_is_read_or_passed_over(tmp_path: Path, kept):
    path, read = kept(tmp_path)
    sound, whole = read(), path.read_bytes()
    for data in damages(whole):
        path.write_bytes(data)
        read()
    path.write_bytes(whole)
    assert read() == sound


@pytest.mark.parametrize("kept", [lock, list_of_recent, chosen])
def test_any_value_in_any_of_its_fields_is_read_or_passed_over(tmp_path: Path, kept):
    path, read = kept(tmp_path)
    tree = json.loads(path.read_bytes())
    for where in paths(tree):
        for value in WRONG:
            path.write_text(json.dumps(changed(tree, where, value)), encoding="utf-8")
            read()
    assert any(True for _ in paths(tree))


def test_any_value_in_any_field_of_a_journal_whose_sums_are_right_is_read_or_passed_over(tmp_path: Path):
    path, read = journal(tmp_path)
    payloads = records_in(path.read_bytes()).payloads
    titles = set()
    for number, payload in enumerate(payloads):
        tree = json.loads(payload)
        for where in paths(tree):
            for value in WRONG:
                forged = json.dumps(changed(tree, where, value)).encode()
                path.write_bytes(b"".join(map(record, (*payloads[:number], forged, *payloads[number + 1 :]))))
                titles |= set(read())
    assert "Talks again" in titles
