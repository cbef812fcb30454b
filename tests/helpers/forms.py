"""Hypothesis strategies for templates: every value that each key may hold."""

from __future__ import annotations

from base64 import b64encode

from hypothesis import strategies as st

from briefing.limits import MOST_TEMPLATE_TEXT_CHARS
from briefing.template import form
from briefing.template.keys import REPEATED, SINGLE, TOP, Key

_PLAIN = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
_LONG = st.sampled_from('"\\한🎉{').map(lambda sign: sign * MOST_TEMPLATE_TEXT_CHARS)
LINE = st.text(_PLAIN, max_size=12) | _LONG
FILLED = st.text(_PLAIN, max_size=20).map(lambda text: f"x{text}")
IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,39}", fullmatch=True)
FORMS = {
    "page": form.PageForm,
    "type": form.TypeForm,
    "marking": form.Marking,
    "head": form.Head,
    "bottom_line": form.BottomLine,
    "citations": form.Citations,
    "dates": form.Dates,
    "rules": form.Rules,
    "word": form.WordForm,
    "styles": form.Styles,
}


def _numbers(key: Key) -> st.SearchStrategy[float]:
    return st.floats(key.low, key.high, allow_nan=False) | st.integers(
        -(-int(key.low * 10) // 10), int(key.high)
    )


def values_of(key: Key) -> st.SearchStrategy[object]:
    """What `key` may hold; its default among them, often."""
    kinds: dict[str, st.SearchStrategy[object]] = {
        "text": FILLED if key.required else LINE,
        "font": FILLED,
        "number": _numbers(key),
        "whole": st.integers(int(key.low), int(key.high)),
        "truth": st.booleans(),
        "choice": st.sampled_from(key.choices or ("",)),
        "colour": st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True),
        "language": st.sampled_from(("en", "en-GB", "ko", "ja", "zh-Hant-TW", "fr", "de", "es", "xx")),
        "date": st.sampled_from(("d MMMM yyyy", "yyyy. M. d.", "EEEE d 'de' MMM", "dd.MM.yy", "M''d")),
        "id": IDS,
        "texts": st.lists(LINE, max_size=4).map(tuple),
        "file": st.binary(max_size=200).map(lambda data: b64encode(data).decode()),
        "numbers": st.tuples(*[_numbers(key)] * key.length),
    }
    return kinds[key.kind] if key.required else st.just(key.default) | kinds[key.kind]


def _drawn(draw: st.DrawFn, keys: tuple[Key, ...]) -> dict[str, object]:
    return {key.name: draw(values_of(key)) for key in keys}


def _section(draw: st.DrawFn, tag: str) -> form.Section:
    values = {**_drawn(draw, REPEATED["sections"]), "tag": tag}
    if values["empty"] == "say":
        values["empty_text"] = draw(FILLED)
    return form.Section(**values)


@st.composite
def templates(draw: st.DrawFn) -> form.Template:
    tags = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    fields = draw(st.lists(IDS, max_size=2, unique=True))
    shown = draw(st.lists(st.sampled_from(tags), min_size=1, unique=True))
    return form.Template(
        **_drawn(draw, TOP[1:]),
        **{name: FORMS[name](**_drawn(draw, keys)) for name, keys in SINGLE.items()},
        fields=tuple(form.HeaderField(**{**_drawn(draw, REPEATED["fields"]), "key": key}) for key in fields),
        tags=tuple(form.Tag(**{**_drawn(draw, REPEATED["tags"]), "id": tag}) for tag in tags),
        sections=tuple(_section(draw, tag) for tag in shown),
    )
