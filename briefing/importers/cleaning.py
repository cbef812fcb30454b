"""The one cleaner for text that enters: what comes out can be saved as JSON and written into XML."""

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
_LOOSE_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]+")  # a joiner after ASCII joins nothing
_SPLIT_LETTERS = re.compile(
    "[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+"  # accents and Hangul in parts
)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f]+")


def clean(text: str) -> str:
    """The text fit to keep: legal in XML, line feeds only, no invisible characters. Idempotent."""
    if not _SUSPECT.search(text):
        return text
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _JUNK.sub("", _LINE_ENDS.sub("\n", text))
    text = _LOOSE_JOINERS.sub("", text)
    return _SPLIT_LETTERS.sub(lambda m: unicodedata.normalize("NFC", m[0]), text)


def one_line(text: str) -> str:
    """Clean text on one line: runs of white space become one space, the ideographic space inside stays."""
    return _SPACES.sub(" ", clean(text).replace("\n", " ")).strip()


def key(text: str) -> str:
    """The text as two copies of it compare: no white space, no case."""
    return "".join(text.split()).casefold()


def words(text: str) -> tuple[str, ...]:
    """The words of a text; a long list of names is easier to read so."""
    return tuple(text.split())
