"""What all mutators share: hostile texts and numbers, a canary, and bytes changed whatever they mean."""

# ruff: noqa: E501 - tables of damage, many on a line

from __future__ import annotations

from random import Random

CANARY = "CANARY"  # replaced by a file nobody may read
NUMBERS = ("0", "-1", "1", "2147483648", "-99999999999", "999999999999999999999", "1e400", "0x7f", "NaN", "")
TEXTS = (
    *NUMBERS, " ", "x" * 3_000, "x" * 200_000, " " * 100_000, "[" * 3_000, "a." * 3_000, "> " * 2_000, "%s%n{0}${HOME}{{ 7*7 }}",
    "</w:t><w:t>", "]]>", "<!--", "<script>", "&#1;&#xD800;&x;", "\u202e\u200b\ufeff\u2028", "a\u0301" * 2_000, "\ufffe\uffff", "9999-99-99T99:99:99+99:99",
    "0000-00-00", "31 February 2024", "May 17, 2024 25:61", "By " + "A. " * 900, f"file://{CANARY}", CANARY, "http://127.0.0.1:9/x", "//127.0.0.1/x",
    r"\\127.0.0.1\x", "javascript:x()", "data:text/html,x", "../" * 900, "utf-7", "x-none", "utf-16", "한" * 900, "\U0001f469\u200d" * 900,
)  # fmt: skip


def bytes_mutant(chance: Random, data: bytes) -> bytes:
    """Pieces changed, doubled, moved or cut, whatever they mean."""
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((1, 2, 4, 30, 400)))
    piece = data[at:to]
    other = chance.choice((b"", piece * 2, piece * 300, piece[::-1], b"\0" * len(piece), b"\xff" * len(piece)))
    return data[:at] + other + data[to:]


def any_json(chance: Random, depth: int = 0) -> object:
    return chance.choice((
        None, True, -1, 1e300, chance.choice(TEXTS)[:500], [], {}, [[]] * 9, {"@type": "NewsArticle"},
        [any_json(chance, depth + 1)] * 3 if depth < 4 else 0, {"@graph": any_json(chance, depth + 1)} if depth < 4 else 0,
    ))  # fmt: skip
