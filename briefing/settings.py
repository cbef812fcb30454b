"""The settings, each declared once: key, type, default, and the key of its words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar, cast

from briefing import limits
from briefing.plainfile import read_plain

T = TypeVar("T")  # str, bool, int or tuple[str, ...]

MOST_TEXT_CHARS = 4096


class Setting(NamedTuple, Generic[T]):
    """One setting. `choices`: the only texts allowed, where there are any; `most`: the largest number."""

    key: str
    default: T
    words: str  # key of its label in the window's words
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the setting's type and range."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, tuple):
            return all(self._accepts_text(v) for v in value)
        if isinstance(value, str):
            return self._accepts_text(value)
        return isinstance(value, bool) or self.least <= int(str(value)) <= self.most

    def _accepts_text(self, value: object) -> bool:
        if not isinstance(value, str) or len(value) > MOST_TEXT_CHARS or not _writable(value):
            return False
        return not self.choices or value in self.choices


def _writable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" or c == "\0" for c in text)


LANGUAGE = Setting("language", "system", "setting.language", ("system", "en", "ko"))
THEME = Setting("theme", "system", "setting.theme", ("system", "light", "dark", "contrast"))
AUTHOR = Setting("author", "", "setting.author")
UNIT = Setting("unit", "", "setting.unit")
AUTOSAVE = Setting("autosave", default=True, words="setting.autosave")
LETTER_KEYS = Setting("letter_keys", default=True, words="setting.letter_keys")
STEP_ON = Setting("step_on_after_tagging", default=True, words="setting.step_on")
SOURCE_AS_LIST = Setting("source_as_list", default=False, words="setting.source_as_list")
KEY_HINTS = Setting("key_hints", default=True, words="setting.key_hints")
READING_SIZE = Setting("reading_size", 15, "setting.reading_size", least=12, most=28)
EXPORT_FOLDER = Setting("export_folder", "", "setting.export_folder")
EXPORT_FORMATS = Setting[tuple[str, ...]](
    "export_formats", ("docx",), "setting.export_formats", ("docx", "pdf", "md", "html")
)
TEMPLATE = Setting("template", "bilateral-meeting", "setting.template")
TEAM_TEMPLATES = Setting("team_templates", "", "setting.team_templates")
HISTORY_DAYS = Setting("history_days", 30, "setting.history_days", least=0, most=3650)
KEEP_VERSIONS = Setting("keep_versions", default=True, words="setting.keep_versions")
KEEP_RECENT = Setting("keep_recent", default=True, words="setting.keep_recent")

AnySetting = Setting[str] | Setting[bool] | Setting[int] | Setting[tuple[str, ...]]

ALL: tuple[AnySetting, ...] = (
    LANGUAGE,
    THEME,
    AUTHOR,
    UNIT,
    AUTOSAVE,
    LETTER_KEYS,
    STEP_ON,
    SOURCE_AS_LIST,
    KEY_HINTS,
    READING_SIZE,
    EXPORT_FOLDER,
    EXPORT_FORMATS,
    TEMPLATE,
    TEAM_TEMPLATES,
    HISTORY_DAYS,
    KEEP_VERSIONS,
    KEEP_RECENT,
)


class Settings(NamedTuple):
    """The settings as they stand. What is not set has its default; keys of a newer version are kept."""

    values: Mapping[str, object] = MappingProxyType({})

    def get(self, setting: Setting[T]) -> T:
        """The value of that setting."""
        value = self.values.get(setting.key)
        return cast(T, value) if setting.accepts(value) else setting.default

    def with_value(self, setting: Setting[T], value: T) -> Settings:
        """The settings with one changed. Raises ValueError if the value is not one of its kind."""
        if not setting.accepts(value):
            message = f"{setting.key}: {value!r}"
            raise ValueError(message)
        return Settings({**self.values, setting.key: value})


def parse(data: bytes) -> Settings:
    """The settings in those bytes. Whatever cannot be used has its default: settings never stop a start."""
    with suppress(ValueError, RecursionError):
        values = json.loads(data.decode("utf-8-sig")) if len(data) <= limits.MOST_SETTINGS_BYTES else None
        if isinstance(values, dict):
            return Settings({k: tuple(v) if isinstance(v, list) else v for k, v in values.items()})
    return Settings()


def render(settings: Settings) -> bytes:
    """The settings as a readable JSON file, in the order they are declared, unknown keys last."""
    declared = {s.key: settings.values[s.key] for s in ALL if s.accepts(settings.values.get(s.key))}
    known = {s.key for s in ALL}
    rest = {k: v for k, v in settings.values.items() if k not in known}
    text = json.dumps({**declared, **rest}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace") + b"\n"


def load(file: Path) -> Settings:
    """The settings in a file; all defaults if it is not there or cannot be used."""
    try:
        return parse(read_plain(file, limits.MOST_SETTINGS_BYTES))
    except OSError:
        return Settings()


def save(settings: Settings, file: Path, write: Callable[[Path, bytes], object]) -> None:
    """The settings handed to `write`, which knows how a file is written whole."""
    write(file, render(settings))
