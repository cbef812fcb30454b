"""How the parts of an HTML note look, as style attributes: mail programs drop style sheets."""

from __future__ import annotations

from msgspec import Struct

from briefing.blocks import Document, Face
from briefing.exporters.colours import HAIRLINE, MUTED, TINT, colour, shade
from briefing.exporters.scripts import is_east_asian
from briefing.exporters.text import one_line

WIDTH_EM = 46


class Look(Struct, frozen=True):
    """One style attribute for each part."""

    page: str
    marking: str
    unit: str
    title: str
    subtitle: str
    heading: str
    paragraph: str
    quote: str
    small: str
    bottom_line: str
    list: str
    item: str
    fields: str
    label: str
    value: str
    table: str
    caption: str
    head_cell: str
    cell: str
    link: str
    rule: str


def look_of(document: Document) -> Look:
    """The look of a document's parts, from its own faces, spaces and colours."""
    faces = document.type
    accent, muted, hairline = f"#{colour(faces.accent)}", _shade(document, MUTED), _shade(document, HAIRLINE)
    upright = is_east_asian(document.language)
    capitals = "" if upright else "text-transform:uppercase;letter-spacing:.08em;"
    slanted = "" if upright else "font-style:italic;"
    under = f"border-bottom:2.5px solid {accent};padding-bottom:.35em;" if faces.rule else ""
    leading = f"line-height:{faces.line_spacing * 1.25:.2f};"
    return Look(
        page=_style(f"max-width:{WIDTH_EM}em;margin:0 auto;padding:1.5em;{leading}", faces.body),
        marking=_style(f"text-align:center;font-weight:bold;color:#{colour(document.marking_colour)};"
                       "letter-spacing:.1em;margin:.6em 0;"),
        unit=_style(f"font-weight:bold;color:{muted};font-size:.85em;margin:0 0 .3em;{capitals}", faces.body),
        title=_style(f"line-height:1.2;margin:0 0 .4em;{under}", faces.title),
        subtitle=_style(f"color:{muted};margin:0 0 .6em;{slanted}", faces.body),
        heading=_style("line-height:1.25;margin:1.2em 0 .35em;", faces.heading),
        paragraph=_style("margin:0 0 .5em;", faces.body),
        quote=_style(f"margin:.5em 1.2em;padding:0 0 0 .8em;border-left:2px solid {hairline};{slanted}",
                     faces.body),
        small=_style("margin:0 0 .3em;", faces.small),
        bottom_line=_style(f"margin:1em 0;padding:.6em .9em;border-left:5px solid {accent};color:{accent};"
                           f"background:{_shade(document, TINT)};", faces.body),
        list=_style("margin:0 0 .5em;padding-left:1.5em;"),
        item=_style("margin:0 0 .3em;", faces.body),
        fields=_style(f"width:100%;border-collapse:collapse;border-bottom:1px solid {hairline};"),
        label=_style(f"text-align:left;vertical-align:baseline;padding:.25em .8em .25em 0;white-space:nowrap;"
                     f"border-top:1px solid {hairline};{capitals}", faces.label),
        value=_style(f"width:100%;padding:.25em 0;vertical-align:baseline;border-top:1px solid {hairline};",
                     faces.body),
        table=_style(f"width:100%;border-collapse:collapse;margin:.8em 0;border-bottom:1.5px solid {accent};"),
        caption=_style(f"text-align:left;color:{muted};font-size:.88em;padding-bottom:.3em;", faces.body),
        head_cell=_style(f"text-align:left;background:{accent};color:#ffffff;padding:.3em .6em;", faces.body),
        cell=_style(f"text-align:left;vertical-align:top;padding:.3em .6em;border-top:1px solid {hairline};",
                    faces.body),
        link=_style("color:#1F4E9E;"),
        rule=_style(f"border:0;border-top:1px solid {hairline};width:30%;margin:1.5em auto .6em 0;"),
    )  # fmt: skip


def _shade(document: Document, target: tuple[float, float]) -> str:
    return f"#{shade(document.type.accent, *target)}"


def _style(rules: str, face: Face | None = None) -> str:
    return f'style="{_face(face)}{rules}"' if face else f'style="{rules}"'


def _face(face: Face) -> str:
    names = dict.fromkeys(_font_name(name) for name in (face.latin, face.east_asian) if _font_name(name))
    fonts = ",".join([*(f"'{name}'" for name in names), "sans-serif"])
    weight = "bold" if face.bold else "normal"
    return (
        f"font-family:{fonts};font-size:{face.size_pt:g}pt;font-weight:{weight};color:#{colour(face.colour)};"
    )


def _font_name(name: str) -> str:
    """Letters, figures, spaces and hyphens: nothing that could end the quotes of a style."""
    return "".join(c for c in one_line(name) if c.isalnum() or c in " -")
