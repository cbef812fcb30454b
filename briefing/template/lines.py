"""Which line of a TOML text each key stands on. The text must be valid: `tomllib` has read it before."""

from __future__ import annotations

import re
import tomllib

from msgspec import Struct, field

Path = tuple[str | int, ...]

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|"  # texts
    r"#[^\n]*|[ \t\r]+|"  # nothing
    r"\n|[\[\]{},=.]|"  # structure
    r"""[^\s"'#\[\]{},=.]+""",  # bare words
    re.DOTALL,
)
_DEEPEST = 4  # of the paths that are kept: no key of a template lies deeper
_NOTHING = frozenset(" \t\r#")


def key_lines(text: str) -> dict[Path, int]:
    """Path of each key and table, e.g. ("fields", 0, "label"), to its line, counted from 1."""
    scan = _Scan()
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece[0] not in _NOTHING:
            scan.take(piece)
        scan.line += piece.count("\n")
    scan.take("\n")
    return scan.found


class _Scan(Struct):
    """Where the reading stands. `opened` holds the arrays (a path and a count) and inline tables around it."""

    line: int = 1
    found: dict[Path, int] = field(default_factory=dict)
    table: Path = ()
    entries: dict[Path, int] = field(default_factory=dict)  # of each array of tables
    opened: list[tuple[str, Path, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # of the key being read
    brackets: int = 0  # of the header being read
    value: Path | None = None  # what the value being read belongs to

    def take(self, piece: str) -> None:
        if self.value is not None:
            self._take_in_value(piece)
        elif piece == "=":
            self.value = self._place(self._around(), self.words)
            self.words = []
        elif piece == "\n":
            self._end_of_line()
        else:
            self._take_in_key(piece)

    def _take_in_key(self, piece: str) -> None:
        if piece == "[" and not self.opened:
            self.brackets += 1
        elif piece == "}":
            self._close()
        elif piece not in (".", "]", ","):
            self.words.append(_bare(piece))

    def _end_of_line(self) -> None:
        if self.brackets:
            self._header()
        self.words, self.brackets = self.words if self.opened else [], 0

    def _header(self) -> None:
        path = (*self._resolved(self.words[:-1]), self.words[-1])
        if self.brackets > 1:
            self.found.setdefault(path, self.line)
            self.entries[path] = self.entries.get(path, -1) + 1
            path = (*path, self.entries[path])
        self.found.setdefault(path, self.line)
        self.table = path

    def _resolved(self, words: list[str]) -> Path:
        path: Path = ()
        for word in words[:_DEEPEST]:
            path = (*path, word)
            if path in self.entries:
                path = (*path, self.entries[path])
        return path

    def _around(self) -> Path:
        return self.opened[-1][1] if self.opened else self.table

    def _place(self, path: Path, words: list[str]) -> Path:
        for word in words[:_DEEPEST]:
            path = (*path, word)
            self.found.setdefault(path, self.line)
        return path

    def _take_in_value(self, piece: str) -> None:
        if piece in "[{":
            self._open(piece)
        elif piece in "]}":
            self._close()
        elif piece == ",":
            self._next()
        elif piece == "\n" and not self.opened:
            self.value = None

    def _open(self, piece: str) -> None:
        path = self.value or ()
        self.opened.append((piece, path, 0))
        if piece == "{":
            self.value = None
            return
        self.value = (*path, 0)

    def _close(self) -> None:
        _, self.value, _ = self.opened.pop()

    def _next(self) -> None:
        kind, path, count = self.opened.pop()
        self.opened.append((kind, path, count + 1))
        self.value = (*path, count + 1) if kind == "[" else None


def _bare(word: str) -> str:
    if word[0] == "'":
        return word[1:-1]
    return str(tomllib.loads(f"word = {word}")["word"]) if word[0] == '"' else word
