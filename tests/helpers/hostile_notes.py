"""Hostile notes and templates, made on the spot from a sound one: every field of every wrong type, and worse."""

# ruff: noqa: E501 - tables of cases, each on its line

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

Named = tuple[str, bytes]
WRONG: tuple[object, ...] = (
    None,
    7,
    -1,
    1e300,
    True,
    "",
    "x",
    [],
    {},
    [7],
    [[]],
    {"x": 1},
    "\ud800",
    "\0\x0b\r\n",
    2**70,
)
WRONG_TOML = (
    "7",
    "-1",
    "1e999",
    "nan",
    "true",
    '""',
    '"x"',
    "[]",
    "{}",
    "[7]",
    "[[]]",
    "1979-05-27",
    '"\\u0000"',
    '"\\r"',
    "0x" + "f" * 60,
)


def notes(sound: bytes) -> Iterator[Named]:
    """Notes for the opener. `sound` is one that opens."""
    tree = json.loads(sound)
    for place, path in enumerate(paths(tree)):
        for number, value in list(enumerate(WRONG))[place % 3 :: 3]:  # each value meets each kind of field
            yield f"{'.'.join(map(str, path))} as {number}", json.dumps(changed(tree, path, value)).encode()
        yield f"without {'.'.join(map(str, path))}", json.dumps(changed(tree, path, None, drop=True)).encode()
    yield from _bytes(sound)
    yield from _shapes(tree)


def paths(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each field, through the first of each list."""
    if at:
        yield at
    inner = (
        value.items()
        if isinstance(value, dict)
        else [(0, value[0])]
        if isinstance(value, list) and value
        else []
    )
    for key, found in inner:
        yield from paths(found, (*at, key))


def changed(tree: object, path: tuple[str | int, ...], value: object, *, drop: bool = False) -> object:
    made = copy.deepcopy(tree)
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    if drop:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return made


def _bytes(sound: bytes) -> Iterator[Named]:
    head = b'{"format": "briefing-note", "version": 1, "x": '
    yield from {
        "empty": b"", "nul": bytes(5_000), "spaces": b" " * 5_000, "mark": b"\xef\xbb\xbf", "two marks": b"\xef\xbb\xbf" * 2 + sound,
        "utf-16": sound.decode().encode("utf-16"), "latin": sound[:40] + b"\xff\xfe" + sound[40:], "twice": sound + sound, "tail": sound + b"x",
        "deep lists": head + b"[" * 200_000, "deep objects": head + b'{"a":' * 200_000, "closed deep": head + b"[" * 900 + b"]" * 900 + b"}",
        "number": head + b"9" * 200_000 + b"}", "exponent": head + b"1e99999}", "nan": head + b"NaN}", "infinity": head + b"-Infinity}",
        "doubled": head + b'1, "format": "x"}', "doubled within": head + b'{"a": 1, "a": 2}}', "many values": head + b"[" + b"0," * 3_000_000 + b"0]}",
        "many objects": head + b"[" + b"{}," * 300_000 + b"{}]}", "long text": head + b'"' + b"x" * 5_000_000 + b'"}', "escapes": head + b'"' + b"\\u0000" * 500_000 + b'"}',
        "open text": head + b'"', "controls": head + b'"\x00\x01"}', "newer": b'{"format": "briefing-note", "version": 99, "min_reader": 99}',
        "version of text": b'{"format": "briefing-note", "version": "1"}', "version huge": b'{"format": "briefing-note", "version": ' + b"9" * 40 + b"}",
        "other format": b'{"format": "other", "version": 1}', "a list": b"[]", "a text": b'"briefing-note"', "null": b"null", "a page": b"<html>briefing-note",
        "zip": b"PK\x03\x04" + bytes(90), "pickle": b"\x80\x04cos\nsystem\n(S'id'\ntR.", "yaml": b"!!python/object/apply:os.system ['id']", "comment": b"// x\n" + sound,
    }.items()  # fmt: skip
    for share in range(1, 20):
        yield f"cut at {share} of 20", sound[: len(sound) * share // 20]


def _shapes(tree: dict) -> Iterator[Named]:
    def made(change: object) -> bytes:
        copied = copy.deepcopy(tree)
        change(copied)
        return json.dumps(copied).encode()

    article, point = tree["articles"][0], tree["points"][0]
    yield "one id for all", made(lambda t: t.update(articles=[article] * 500, points=[point] * 500))
    yield (
        "evidence nowhere",
        made(lambda t: t["points"][0]["evidence"][0].update(block=10**9, start=10**15, end=0)),
    )
    yield "evidence backwards", made(lambda t: t["points"][0]["evidence"][0].update(start=9, end=3))
    yield "evidence of another", made(lambda t: t["points"][0]["evidence"][0].update(article="nobody"))
    yield (
        "evidence in itself",
        made(lambda t: t["points"][0].update(evidence=[{"article": point["id"], "quote": "x"}] * 2_000)),
    )
    yield "many blocks", made(lambda t: t["articles"][0].update(blocks=[{"text": "x"}] * 100_000))
    yield "many points", made(lambda t: t.update(points=[{**point, "id": str(n)} for n in range(3_000)]))
    yield "levels", made(lambda t: t["points"][0].update(level=10**12))
    yield "a template that is none", made(lambda t: t["template"].update(source="[" * 5_000))
    yield "a template of megabytes", made(lambda t: t["template"].update(source="# x\n" * 1_000_000))
    yield "fields by thousands", made(lambda t: t.update(fields={str(n): "x" for n in range(50_000)}))
    yield "unknown by thousands", made(lambda t: t.update({f"x{n}": [{}] for n in range(50_000)}))
    for name, text in {
        "path": "../../../etc/passwd",
        "jinja": "{{ 7*7 }}",
        "xml": "</w:t><w:x/>",
        "script": "javascript:x()",
        "bidi": "\u202egnp.exe",
    }.items():
        yield f"says {name}", made(lambda t, x=text: t.update(title=x, marking=x, summary=x, id=x, created=x))


def templates(sound: str) -> Iterator[tuple[str, str]]:
    """Templates for the loader. `sound` is one that loads."""
    lines = sound.splitlines()
    for number, line in enumerate(lines):
        key = line.partition("=")[0]
        if "=" in line and not line.lstrip().startswith("#"):
            for which, value in list(enumerate(WRONG_TOML))[number % 3 :: 3]:
                yield (
                    f"line {number} as {which}",
                    "\n".join([*lines[:number], f"{key}= {value}", *lines[number + 1 :]]),
                )
            yield f"line {number} twice", "\n".join([*lines[:number], line, *lines[number:]])
        yield f"without line {number}", "\n".join([*lines[:number], *lines[number + 1 :]])
    yield from {
        "empty": "", "nul": "\0" * 500, "deep lists": "x = " + "[" * 1_900, "deep tables": "x = " + "{a=" * 400, "dotted": ".".join("a" * 900) + " = 1",
        "dotted lines": "\n".join(f"{'a.' * 900}b{n} = 1" for n in range(90)), "many tables": "".join(f"[a{n}]\n" for n in range(20_000)),
        "tables of tables": "".join(f"[{'.'.join(['a'] * n)}]\n" for n in range(1, 400)), "many tags": sound + "\n[[tags]]\nid = 'x'\n" * 8_000,
        "huge number": "x = " + "9" * 1_900, "long line": "# " + "x" * 100_000, "many lines": "#\n" * 99_000, "open text": 'x = """' + "x\n" * 50_000,
        "unicode keys": '"\\U0010FFFF" = 1', "bad escape": 'x = "\\ud800"', "page": "<html>", "json": "{}", "surrogate": "x = '\udc80'",
        "carriage": sound.replace("\n", "\r"), "crlf": sound.replace("\n", "\r\n"), "mark": "\ufeff" + sound, "twice": sound + sound,
        "bidi": sound.replace("name = ", "name = '\u202e' # ", 1), "proto": "__class__ = 1\n__init__ = {}\n", "format": sound.replace("format", "{0.__class__}", 1),
    }.items()  # fmt: skip
