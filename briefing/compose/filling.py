"""The marks a template's own words may hold, such as {title}, and what stands for them in a note."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MARK = re.compile(r"\{([\w-]+)\}")
_LINE_ENDS = re.compile(r"\s*[\n\r\t\v\f\x85\u2028\u2029]+\s*")


def filled(text: str, marks: Mapping[str, str]) -> str:
    """`text` with its known marks filled in, each once; what else stands in braces stays as it is.

    A text with a hole in it ("For , 14 May") is not fit to print: it comes back empty.
    """
    if not all(marks.get(name, name) for name in _MARK.findall(text)):
        return ""
    return _MARK.sub(lambda match: marks.get(match[1], match[0]), text).strip()


def one_line(text: str) -> str:
    """`text` on one line: a line end or tab, with the white space around it, is one space."""
    return _LINE_ENDS.sub(" ", text).strip()
