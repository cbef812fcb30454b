"""The settings: typed, with defaults, never in the way of a start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import limits, settings
from briefing.settings import ALL, Setting, Settings
from briefing.store.files import write_whole


@pytest.mark.parametrize("setting", ALL, ids=lambda s: s.key)
def test_every_setting_accepts_its_default(setting):
    assert setting.accepts(setting.default)
    assert Settings().get(setting) == setting.default


def test_every_setting_has_a_key_and_words_of_its_own():
    assert len({s.key for s in ALL}) == len({s.words for s in ALL}) == len(ALL)


def test_a_changed_setting_is_kept():
    changed = Settings().with_value(settings.THEME, "dark").with_value(settings.READING_SIZE, 20)
    again = settings.parse(settings.render(changed))
    assert (again.get(settings.THEME), again.get(settings.READING_SIZE)) == ("dark", 20)


def test_a_list_setting_is_kept():
    changed = Settings().with_value(settings.EXPORT_FORMATS, ("docx", "md"))
    assert settings.parse(settings.render(changed)).get(settings.EXPORT_FORMATS) == ("docx", "md")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (settings.THEME, "pink"),
        (settings.READING_SIZE, 99),
        (settings.READING_SIZE, "15"),
        (settings.READING_SIZE, True),
        (settings.AUTOSAVE, 1),
        (settings.AUTHOR, "a\ud800"),
        (settings.AUTHOR, "x" * 5000),
        (settings.EXPORT_FORMATS, ("exe",)),
        (settings.EXPORT_FORMATS, (1,)),
        (settings.EXPORT_FORMATS, "docx"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_and_never_read(setting: Setting, value):
    with pytest.raises(ValueError, match=setting.key):
        Settings().with_value(setting, value)
    assert Settings({setting.key: value}).get(setting) == setting.default


DAMAGED = [b"[" * 9999, b"[]", b'{"theme": 3}', b"NaN", b"\xff", b'{"theme": "\\ud800"}']


@given(st.binary() | st.sampled_from(DAMAGED))
def test_a_damaged_file_gives_the_defaults(data):
    assert settings.parse(data).get(settings.THEME) == "system"


def test_a_file_that_is_too_large_gives_the_defaults():
    assert settings.parse(b'{"theme": "dark"}' + b" " * limits.MOST_SETTINGS_BYTES) == Settings()


def test_keys_of_a_newer_version_are_kept():
    again = settings.render(settings.parse(b'{"sound": {"on": [1]}, "theme": "dark"}'))
    assert settings.parse(again).values["sound"] == {"on": [1]}


def test_a_bad_value_is_not_written_again():
    assert settings.render(Settings({"theme": 3})) == b"{}\n"


def test_settings_are_loaded_from_where_they_were_saved(tmp_path):
    file = tmp_path / "settings.json"
    changed = Settings().with_value(settings.AUTHOR, "김")
    settings.save(changed, file, lambda path, data: write_whole(path, data, overwrite=True))
    assert settings.load(file) == changed


def test_no_file_gives_the_defaults(tmp_path):
    assert settings.load(tmp_path / "none.json") == Settings()
