"""Damage to formats made of lines and words: text, PDF, RTF, mail, JSON, templates."""

# ruff: noqa: E501 - tables of damage, many on a line

from __future__ import annotations

import copy
import json
import re
import zlib
from random import Random

from tests.fuzz.damage import CANARY, NUMBERS, TEXTS, any_json, bytes_mutant


def text_mutant(chance: Random, data: bytes) -> bytes:
    """Lines dropped, doubled, moved and written over; then another encoding, rightly named or not."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    act = chance.randrange(5)
    if act == 0:
        lines[at : at + 1] = [lines[at]] * chance.choice((0, 2, 30, 3_000))
    elif act == 1:
        lines[at] = _spliced(chance, lines[at], chance.choice(TEXTS))
    elif act == 2:
        lines.insert(chance.randrange(len(lines)), lines.pop(at))
    elif act == 3:
        lines[at] = lines[at].rstrip("\n") + chance.choice(("", "\r", "\x0c", "\u2028", "\x85", "\r\r\n"))
    text = "".join(lines)
    names = (
        "utf-8",
        "utf-8",
        "utf-8",
        "utf-16",
        "euc-kr",
        "shift_jis",
        "iso-2022-jp",
        "cp1252",
        "utf-7",
        "utf-32",
    )
    return text.encode(chance.choice(names), "replace")


def _spliced(chance: Random, text: str, piece: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + piece + text[min(len(text), at + chance.choice((0, len(piece), 9))) :]


def pdf_mutant(chance: Random, data: bytes) -> bytes:
    """Numbers, references, names and streams of a PDF."""
    pattern, replacement = chance.choice((
        (rb"\d+ 0 R", lambda: b"%d 0 R" % chance.randrange(9)), (rb"(?<=[ \[])-?\d+", lambda: chance.choice(NUMBERS).encode()),
        (rb"/[A-Z][A-Za-z]+", lambda: chance.choice(re.findall(rb"/[A-Z][A-Za-z0-9]+", data) or [b"/X"])), (rb"endobj", lambda: b"endobj" * chance.randrange(3)),
        (rb"\([^)]*\)", lambda: b"(" + chance.choice(TEXTS).encode("utf-8", "replace")[:4_000] + b")"), (rb"\[[^\]]*\]", lambda: b"[" * chance.choice((1, 900))),
        (rb"<<", lambda: b"<<" * chance.choice((2, 900)) + b"/Prev 0 /Encrypt 1 0 R "), (rb"stream\n", lambda: b"stream\n" + b"BT q " * chance.choice((9, 30_000))),
        (rb"/Length \d+>>stream", lambda: b"/Length 9/Filter[/FlateDecode/FlateDecode]>>stream"), (rb"(?<=stream\n).*?(?=\nendstream)", lambda: zlib.compress(bytes(3_000_000))),
    ))  # fmt: skip
    found = list(re.finditer(pattern, data, re.DOTALL))
    if not found:
        return bytes_mutant(chance, data)
    one = chance.choice(found)
    return data[: one.start()] + replacement() + data[one.end() :]


def rtf_mutant(chance: Random, data: bytes) -> bytes:
    """Control words, their numbers and the groups of an RTF."""
    found = list(re.finditer(rb"\\[a-z]+-?\d*|[{}]", data)) or list(re.finditer(rb"", data))
    one = chance.choice(found)
    words = re.findall(rb"\\[a-z]+", data) or [b"\\par"]
    piece = chance.choice((
        b"", one[0] * 2, one[0] * 3_000, b"{" * chance.choice((1, 90, 9_000)), b"}" * 9, chance.choice(words) + chance.choice(NUMBERS).encode(),
        b"\\bin99999999 x", b"\\u-99999?", b"\\uc99999\\u8220?", b"\\'zz\\'", b"{\\*\\x " + b"x" * 9_000 + b"}", b"\\ansicpg" + chance.choice(NUMBERS).encode() + b" ",
        b"{\\pict\\wmetafile8 " + b"ff" * 9_000 + b"}", b'{\\field{\\*\\fldinst INCLUDETEXT "' + CANARY.encode() + b'"}{\\fldrslt x}}', b"\\trowd" + b"\\cell" * 9_000 + b"\\row",
    ))  # fmt: skip
    return data[: one.start()] + piece + data[one.end() :]


def mail_mutant(chance: Random, data: bytes) -> bytes:
    """Headers, boundaries, encodings and attachments of a mail."""
    lines = data.split(b"\n")
    heads = [n for n, line in enumerate(lines) if re.match(rb"[A-Za-z-]+:", line)] or [0]
    at = chance.choice(heads)
    name = lines[at].split(b":")[0]
    value = chance.choice((
        *(t.encode("utf-8", "replace") for t in (chance.choice(TEXTS), chance.choice(TEXTS))), b"multipart/mixed; boundary=b", b"message/rfc822", b"text/html; charset=" + chance.choice(TEXTS).encode("utf-8", "replace")[:60],
        b"base64", b"quoted-printable", b"x-uuencode", b"=?utf-8?b?" + b"4" * 999 + b"?=", b"=?utf-16?q?=ff=?= " * 300, b'multipart/related; boundary=""', b"(" * 900,
        b"text/plain; name*0*=x''%ff; name*1=y; name*=z", b"Fri, 31 Feb 2024 99:99:99 +9999", b'attachment; filename="../../x"',
    ))  # fmt: skip
    act = chance.randrange(4)
    if act == 0:
        lines[at] = name + b": " + value
    elif act == 1:
        lines[at:at] = [lines[at]] * chance.choice((1, 9, 3_000))
    elif act == 2:
        lines.insert(
            chance.randrange(len(lines)),
            chance.choice((b"--b", b"--b--", b"", name + b": " + value, b"begin 644 x", b"=", b"=ZZ=3")),
        )
    else:
        inner = b"\n".join(lines)
        for _ in range(chance.choice((1, 2, 30))):
            inner = b"Subject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + inner
        return inner
    return b"\n".join(lines)


def json_mutant(chance: Random, data: bytes) -> bytes:
    """A value, a key or a list of a JSON text changed; or what JSON can say and should not."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return bytes_mutant(chance, data)
    places = list(_places(tree))
    if not places:
        return data
    holder, key = chance.choice(places)
    act = chance.randrange(6)
    if act == 0:
        del holder[key]
    elif act == 1 and isinstance(holder, list):
        holder[key:key] = [holder[key]] * chance.choice((1, 9, 3_000))
    elif act == 2 and isinstance(holder, dict):
        holder[chance.choice(TEXTS)[:300]] = holder[key]
    elif act == 3:
        other, name = chance.choice(places)
        holder[key] = copy.deepcopy(other[name])
    else:
        holder[key] = any_json(chance)
    made = json.dumps(tree, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    swaps = (
        ('"', '"', 0),
        ("null", "NaN", 1),
        ("1", "1e999", 1),
        ("\n", "\u2028", 2),
        ("x", "\\ud800", 1),
        ("{", '{"format":7,', 1),
        ("[", "[" * 300, 1),
    )
    return made.replace(*chance.choice(swaps)).encode("utf-8", "surrogatepass")


def _places(value: object) -> list[tuple[dict | list, str | int]]:
    found: list[tuple[dict | list, str | int]] = []
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        found += [(value, key), *_places(one)]
    return found


def template_mutant(chance: Random, data: bytes) -> bytes:
    """Lines of a template: their keys, values and tables."""
    lines = data.decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(lines))
    key = lines[at].partition("=")[0].strip() or "name"
    quoted = json.dumps(chance.choice(TEXTS)[:1_500])
    lines[at] = chance.choice((
        f"{key} = {quoted}", f"{key} = {chance.choice(NUMBERS)}", f"{key} = [{quoted}]", f"{key} = {{ a = 1 }}", f"{key} = true", f"{key} = 1979-05-27T07:32:00Z", f"{key} = inf",
        f"{key}.{key} = 1", f"[{key}]", f"[[{key}]]", lines[at] * 2, "", f"{lines[at]}\n{lines[at]}", f"'{key}' = '''{chance.choice(TEXTS)[:900]}'''", f'"\\u{chance.randrange(65536):04x}" = 1',
        chance.choice(lines), f"{key} = {'[' * 300}", lines[at].replace('"', '"""', 1), lines[at].replace("{", "{{", 1), lines[at].replace("m", "{0.__class__}", 1),
    ))  # fmt: skip
    return "\n".join(lines).encode("utf-8", "surrogatepass")
