"""The cleaners for text that enters: what comes out can be saved as JSON and written into XML."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\xad\u200b\u200e\u200f\u2060-\u2064\u180e\ufeff"  # soft hyphen, zero width, marks of direction
    "\u202a-\u202e\u2066-\u206f"  # overrides of direction: text must read as it is stored
    "\ufff9-\ufffb\ufffe\uffff]"
)
_SUSPECT = re.compile(  # any character at all that the rules below may change
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0300-\u036f\u1100-\u11ff\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3099\u309a\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_PARTS = re.compile("[\u0300-\u036f\u1100-\u11ff\u3099\u309a]+")
_LOOSE_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]+")  # a joiner after ASCII joins nothing
_SPLIT_LETTERS = re.compile(
    "[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+"  # accents and Hangul in parts
)
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_LINE_END_CHARS = frozenset("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def clean(text: str) -> str:
    """The text fit to keep: legal in XML, line feeds only, no invisible characters. Idempotent."""
    if text.isascii() and text.isprintable():
        return text
    if "\r\n" in text:
        plain = text.replace("\r\n", "\n")
        text = text if "\r" in plain else plain  # what is left may stand before another line feed
    if not _SUSPECT.search(text):
        return text
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _JUNK.sub("", _LINE_ENDS.sub("\n", text))
    if _JOINERS.search(text):  # a look for one letter costs a tenth of a look around each letter
        text = _LOOSE_JOINERS.sub("", text)
    return _with_whole_letters(text)


def _with_whole_letters(text: str) -> str:
    """The text with accents and Hangul in parts put together; only what stands at such parts is looked at."""
    pieces, at = [], 0
    for run in _PARTS.finditer(text):
        start = max(at, run.start() - 1)
        whole = _SPLIT_LETTERS.sub(lambda m: unicodedata.normalize("NFC", m[0]), text[start : run.end()])
        pieces += [text[at:start], whole]
        at = run.end()
    return "".join((*pieces, text[at:])) if pieces else text


def legal(text: str) -> str:
    """The text with every character replaced that XML or a line cannot hold, one for one: no offset moves.

    For text in which quotes are anchored. A carriage return becomes a space: most stand before a line feed.
    """
    return _ILLEGAL.sub(_legal_character, text) if _ILLEGAL.search(text) else text


def _legal_character(found: re.Match[str]) -> str:
    if found[0] == "\r":
        return " "
    return "\n" if found[0] in _LINE_END_CHARS else "\ufffd"
