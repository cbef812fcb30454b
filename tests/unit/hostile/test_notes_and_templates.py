"""Hostile notes and templates: each opens, or ends in a typed failure that has a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hostile_notes import notes, templates

from briefing.cli.demo import sample_note
from briefing.compose import compose
from briefing.errors import NoteUnreadable, TemplateInvalid, TemplateMissing
from briefing.exporters import export
from briefing.faults import explain
from briefing.store.codec import decode, encode
from briefing.store.library import Library
from briefing.store.notes import load
from briefing.store.places import places
from briefing.template import parse
from briefing.words import Words

NOTE_REASONS = {"not-found", "unreadable", "damaged", "newer", "not-a-note", "too-large"}


def opened(name: str, data: bytes) -> str:
    """What became of a note: it opened and can be saved, composed and exported; or the reason."""
    try:
        note = decode(data, name)
    except NoteUnreadable as failed:
        return failed.reason if explain(failed, Words("en")).what else "no sentence"
    encode(note)
    try:
        document = compose(note, parse(note.template.source, note.template.name))
    except TemplateInvalid:
        return "its template is wrong"
    if len(data) < 200_000:
        export(document, "docx" if name.startswith("says") else "md")
    return "opened"


def test_each_note_opens_or_says_why_not():
    outcomes = {name: opened(name, data) for name, data in notes(encode(sample_note()))}
    assert len(outcomes) > 300
    assert set(outcomes.values()) <= {"opened", "its template is wrong", *NOTE_REASONS}
    assert "opened" in outcomes.values()


def loaded(name: str, text: str) -> str:
    try:
        parse(text, name)
    except TemplateInvalid as failed:
        return "refused" if explain(failed, Words("en")).what else "no sentence"
    return "loaded"


def test_each_template_loads_or_says_where_it_is_wrong():
    sound = sample_note().template.source
    outcomes = [loaded(name, text) for name, text in templates(sound)]
    assert len(outcomes) > 300
    assert set(outcomes) == {"loaded", "refused"}


@pytest.fixture
def odd_files(tmp_path: Path) -> Path:
    """A folder of things that are no plain files, each under the name of a note and of a template."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    for suffix in ("briefing", "toml"):
        os.mkfifo(tmp_path / f"pipe.{suffix}")
        (tmp_path / f"folder.{suffix}").mkdir()
        (tmp_path / f"zeros.{suffix}").symlink_to("/dev/zero")
        (tmp_path / f"loop.{suffix}").symlink_to(tmp_path / f"loop.{suffix}")
        (tmp_path / f"gone.{suffix}").symlink_to(tmp_path / "nowhere")
        (tmp_path / f"a\nb.{suffix}").write_bytes(b"\0")
    return tmp_path


def test_what_is_no_plain_file_is_no_note(odd_files: Path):
    for path in odd_files.glob("*.briefing"):
        with pytest.raises(NoteUnreadable):
            load(path)


def test_what_is_no_plain_file_is_no_template(odd_files: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BRIEFING_HOME", str(odd_files / "home"))
    own = places().templates
    own.parent.mkdir(parents=True, exist_ok=True)
    own.symlink_to(odd_files, target_is_directory=True)
    library = Library(places())
    for name in ("pipe", "folder", "zeros", "loop", "gone"):
        with pytest.raises(TemplateMissing):
            library.read_template(name)
