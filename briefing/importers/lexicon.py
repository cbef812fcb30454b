"""Lines that belong to the page and not to the article. The words lie in resources/lexicon, one to a line."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from briefing import resources

_PATTERN_SIGNS = re.compile(r"[\\.\[\]()?*+|]")
_EDGES = " •·▲▶►◀▼■□◆◇※→>»←<|*+-–—.:…[]()【】"
_MOST_LINE_CHARS = 320
_SHORT_CHARS = 48
_MOST_BUTTONS_CHARS = 120


class Lexicon(Struct, frozen=True):
    """Words a whole line may be, and patterns a whole line may match."""

    words: frozenset[str]
    patterns: re.Pattern[str]
    stems: tuple[str, ...] = ()  # where there are any, a long line without one of them is not looked at closer

    def holds(self, line: str) -> bool:
        """Whether the whole line is one of these, its bullets and arrows aside."""
        if len(line) > _MOST_LINE_CHARS:
            return False
        bare = line.strip(_EDGES).casefold()
        if bare in self.words or not bare:
            return bool(bare) or bool(line)
        if len(bare) > _SHORT_CHARS and not any(map(bare.__contains__, self.stems)):
            return False
        return bool(self.patterns.fullmatch(line) or self.patterns.fullmatch(line.strip(_EDGES)))


def entries(name: str) -> tuple[str, ...]:
    """The lines of a shipped word list, comments aside."""
    text = resources.text("lexicon", f"{name}.txt")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith(("# ", "#?")))


def _stems(name: str) -> tuple[str, ...]:
    """What a line of the list says after "#?": pieces of which a long line must hold one."""
    text = resources.text("lexicon", f"{name}.txt")
    marked = (line[2:].split() for line in text.splitlines() if line.startswith("#?"))
    return tuple(stem for line in marked for stem in line)


@lru_cache(maxsize=16)
def lexicon(name: str) -> Lexicon:
    """The shipped word list `name`, ready to be asked."""
    lines, stems = entries(name), _stems(name)
    patterns = [line for line in lines if _PATTERN_SIGNS.search(line)]
    words = frozenset(line.strip(_EDGES).casefold() for line in lines if not _PATTERN_SIGNS.search(line))
    joined = "|".join(f"(?:{p})" for p in patterns) or "(?!)"
    return Lexicon(words, re.compile(joined, re.IGNORECASE), stems)


def is_page_line(line: str) -> bool:
    """Whether the whole line is page furniture: share links, menus, advertisements, rights."""
    return (
        lexicon("page-words").holds(line)
        or lexicon("page-lines").holds(line)
        or is_cut_off(line)
        or _is_row_of_buttons(line)
    )


def _is_row_of_buttons(line: str) -> bool:
    """Whether the line is several of a page's words side by side: "Facebook Tweet Email Copy"."""
    if len(line) > _MOST_BUTTONS_CHARS:
        return False
    words = line.casefold().split()
    return len(words) > 1 and all(w.strip(_EDGES) in lexicon("page-words").words for w in words)


def is_end_mark(line: str) -> bool:
    """Whether the line says that the text ends here: "(END)", "Enditem", "（完）"."""
    return len(line) <= 40 and bool(lexicon("end-marks").patterns.fullmatch(line) or _is_end_word(line))


def _is_end_word(line: str) -> bool:
    return line.strip("().- ").casefold() in lexicon("end-marks").words


def is_tail_mark(line: str) -> bool:
    """Whether the line opens what follows an article: related stories, rights, comments."""
    return any(c.isalnum() or c in "©ⓒ" for c in line) and lexicon("tail-marks").holds(line)


def starts_aside(line: str) -> bool:
    """Whether short lines right after this one are links to other articles."""
    return len(line) <= 100 and any(c.isalnum() for c in line) and lexicon("aside-marks").holds(line)


def is_section(line: str) -> bool:
    """Whether the line is the name of a newspaper's section."""
    return line.casefold() in lexicon("sections").words


def is_cut_off(line: str) -> bool:
    """Whether the line says that the rest is for subscribers."""
    return any(c.isalnum() for c in line) and lexicon("cut-off-marks").holds(line)
