"""The styles part: resources/word/styles.xml with the document's own faces, spaces and colours."""

from __future__ import annotations

from briefing.blocks import Document, Face, Subtitle, Typography
from briefing.exporters.scripts import RIGHT_TO_LEFT_LANGUAGES, full_language, is_east_asian, primary
from briefing.exporters.text import escaped, one_line
from briefing.exporters.word.measures import colour, half_points, line_pitch, shade, space, text_width, twips
from briefing.exporters.word.parts import filled

LONGEST_FONT_NAME_CHARACTERS = 31
TINT = (0.953, 0.72)  # lightness, and share of the accent's saturation
HAIRLINE = (0.837, 0.52)
MUTED = (0.44, 0.32)
MUTED_DARK = (0.283, 0.33)
ASCENT_EM = 0.95  # where the baseline lies below the top of a line
RULE_EIGHTHS = 20
FIELD_SPACE_PT = 2.5


def font_attributes(face: Face) -> str:
    """The attributes of a w:rFonts for a face."""
    latin = escaped(one_line(face.latin)[:LONGEST_FONT_NAME_CHARACTERS]) or "Calibri"
    asian = escaped(one_line(face.east_asian)[:LONGEST_FONT_NAME_CHARACTERS]) or latin
    return f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{latin}"'


def styles_xml(document: Document) -> str:
    """The styles part."""
    values = _faces(document.type) | _spaces(document) | _colours(document) | languages(document.language)
    return filled("styles.xml", values | _sizes(document.type) | _habits(document))


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
    """What follows the language's habits and the shape of the title block."""
    asian = is_east_asian(full_language(document.language))
    korean = primary(document.language) == "ko"
    rule = _rule(document.type.accent) if document.type.rule else ""
    subtitled = any(isinstance(block, Subtitle) for block in document.blocks)
    return {
        "auto_space": '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if korean else "",
        "italic": "" if asian else "<w:i/><w:iCs/>",
        "label_caps": "" if asian else "<w:caps/>",
        "tracking_wide": "10" if asian else "24",
        "tracking_narrow": "0" if asian else "12",
        "tracking_marking": "30",
        "title_align": "",
        "title_rule": "" if subtitled else rule,
        "title_after": "40" if subtitled else "100",
        "subtitle_rule": rule if subtitled else "",
    }


def _rule(accent: str) -> str:
    line = f'<w:bottom w:val="single" w:sz="{RULE_EIGHTHS}" w:space="7" w:color="{colour(accent)}"/>'
    return f"<w:pBdr>{line}</w:pBdr>"
