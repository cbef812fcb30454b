"""The styles part: resources/word/styles.xml with the document's own faces, spaces and colours."""

from __future__ import annotations

from briefing.blocks import Document, Subtitle, Typography
from briefing.exporters.colours import HAIRLINE, MUTED, MUTED_DARK, TINT, colour, shade
from briefing.exporters.scripts import RIGHT_TO_LEFT_LANGUAGES, full_language, is_east_asian, primary
from briefing.exporters.text import escaped
from briefing.exporters.word.fonts import font_attributes, font_names
from briefing.exporters.word.measures import half_points, line_pitch, space, text_width, twips
from briefing.exporters.word.parts import filled

ASCENT_EM = 0.95  # where the baseline lies below the top of a line
RULE_EIGHTHS = 20  # of a point, as all borders
BAR_EIGHTHS = 36
HAIR_EIGHTHS = 4
FIELD_SPACE_PT = 2.5


def styles_xml(document: Document) -> str:
    """The styles part."""
    values = _faces(document.type) | _spaces(document) | _colours(document) | languages(document.language)
    return filled("styles.xml", values | _sizes(document.type) | _habits(document) | _title_block(document))


def theme_xml(document: Document) -> str:
    """The theme: the fonts and colours Word offers when the file is edited."""
    values = _colours(document)
    for name, face in (("heading", document.type.heading), ("body", document.type.body)):
        latin, asian = font_names(face)
        values |= {f"{name}_latin": escaped(latin), f"{name}_asian": escaped(asian)}
    return filled("theme.xml", values)


def languages(tag: str) -> dict[str, str]:
    """The three languages every part declares: Latin, East Asian, right to left."""
    full = full_language(tag)
    right = primary(full) in RIGHT_TO_LEFT_LANGUAGES
    latin = "en-US" if is_east_asian(full) or right else full
    return {
        "lang": latin,
        "lang_east_asian": full if is_east_asian(full) else "en-US",
        "lang_bidi": full if right else "ar-SA",
    }


def _faces(faces: Typography) -> dict[str, str]:
    named = {
        "body": faces.body,
        "title": faces.title,
        "heading": faces.heading,
        "label": faces.label,
        "small": faces.small,
    }
    values = {}
    for name, face in named.items():
        values[f"{name}_fonts"] = font_attributes(face)
        values[f"{name}_bold"] = "<w:b/><w:bCs/>" if face.bold else ""
        values[f"{name}_colour"] = colour(face.colour)
        values[f"{name}_size"] = half_points(face.size_pt)
    return values


def _sizes(faces: Typography) -> dict[str, str]:
    body, label, small = faces.body.size_pt, faces.label.size_pt, faces.small.size_pt
    return {
        "heading_2_size": half_points(max(body, faces.heading.size_pt - 1.5)),
        "bottom_line_size": half_points(body + 0.5),
        "caption_size": half_points(max(small, body - 1.5)),
        "table_size": half_points(max(small, body - 1)),
        "unit_size": half_points(label),
        "marking_size": half_points(label + 1.5),
        "body_line": line_pitch(body, faces.line_spacing),
        "label_before": space(FIELD_SPACE_PT + max(body - label, 0) * ASCENT_EM),
        "field_space": space(FIELD_SPACE_PT),
    }


def _spaces(document: Document) -> dict[str, str]:
    faces, width = document.type, text_width(document.page)
    return {
        "paragraph_after": space(faces.paragraph_after_pt),
        "item_after": space(faces.item_after_pt),
        "heading_before": space(faces.heading_before_pt),
        "heading_after": space(faces.heading_after_pt),
        "heading_2_before": space(faces.heading_before_pt * 0.6),
        "indent": str(twips(faces.indent_mm)),
        "text_width": str(width),
        "text_middle": str(width // 2),
    }


def _colours(document: Document) -> dict[str, str]:
    accent = document.type.accent
    return {
        "accent": colour(accent),
        "tint": shade(accent, *TINT),
        "hairline": shade(accent, *HAIRLINE),
        "muted": shade(accent, *MUTED),
        "muted_dark": shade(accent, *MUTED_DARK),
        "marking_colour": colour(document.marking_colour),
    }


def _habits(document: Document) -> dict[str, str]:
    """What follows the language's habits: capitals, italics, letter spacing, and the side a line begins."""
    asian = is_east_asian(full_language(document.language))
    right = primary(document.language) in RIGHT_TO_LEFT_LANGUAGES
    korean = primary(document.language) == "ko"
    return {
        "auto_space": '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if korean else "",
        "italic": "" if asian or right else "<w:i/><w:iCs/>",
        "label_caps": "" if asian or right else "<w:caps/>",
        "tracking_wide": "0" if right else "10" if asian else "26",
        "tracking_narrow": "0" if asian or right else "12",
        "leading": "right" if right else "left",
    } | _bar(document, right=right)


def _bar(document: Document, *, right: bool) -> dict[str, str]:
    """The bar of the bottom line stands where its lines begin; borders know left and right only."""
    tint, accent = shade(document.type.accent, *TINT), colour(document.type.accent)
    sides = {"left": (BAR_EIGHTHS, accent), "right": (HAIR_EIGHTHS, tint)}
    if right:
        sides = {"left": sides["right"], "right": sides["left"]}
    sizes = {f"bar_{side}": str(size) for side, (size, _) in sides.items()}
    return sizes | {f"bar_{side}_colour": paint for side, (_, paint) in sides.items()}


def _title_block(document: Document) -> dict[str, str]:
    """The rule stands under the last line of the title block."""
    rule = _rule(document.type.accent) if document.type.rule else ""
    subtitled = any(isinstance(block, Subtitle) for block in document.blocks)
    return {
        "title_rule": "" if subtitled else rule,
        "title_after": "40" if subtitled else "100",
        "subtitle_rule": rule if subtitled else "",
    }


def _rule(accent: str) -> str:
    line = f'<w:bottom w:val="single" w:sz="{RULE_EIGHTHS}" w:space="7" w:color="{colour(accent)}"/>'
    return f"<w:pBdr>{line}</w:pBdr>"
