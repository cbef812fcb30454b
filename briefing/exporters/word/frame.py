"""What surrounds the body: section, header, footer, notes and properties."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from briefing.blocks import Document, Note, Run
from briefing.exporters.scripts import RIGHT_TO_LEFT_LANGUAGES, full_language, primary
from briefing.exporters.text import escaped, one_line
from briefing.exporters.word.measures import page_side, twips
from briefing.exporters.word.parts import Links, filled
from briefing.exporters.word.runs import RunWriter, field

SCHEMA_VERSION = 1  # of the bookmarks and custom properties by which an edited file is read back
LONGEST_PROPERTY_CHARACTERS = 255
CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PLACES = re.compile(r"(\{pages?\})")


def direction(document: Document) -> str:
    """The mark of what runs from right to left, where the document's language does."""
    return "<w:bidi/>" if primary(document.language) in RIGHT_TO_LEFT_LANGUAGES else ""


def document_xml(document: Document, body: str, references: str) -> str:
    """The main part."""
    page = document.page
    return filled(
        "document.xml",
        {
            "body": body,
            "references": references,
            "page_width": str(page_side(page.width_mm)),
            "page_height": str(page_side(page.height_mm)),
            "orientation": ' w:orient="landscape"' if page.width_mm > page.height_mm else "",
            "top": str(twips(page.top_mm)),
            "right": str(twips(page.right_mm)),
            "bottom": str(twips(page.bottom_mm)),
            "left": str(twips(page.left_mm)),
            "header": str(twips(page.header_mm)),
            "footer": str(twips(page.footer_mm)),
            "direction": direction(document),
        },
    )


def header_xml(document: Document, runs: RunWriter) -> str:
    """The marking at the head of every page."""
    return filled(
        "header.xml",
        {"marking": runs.text(one_line(document.marking)), "direction": direction(document)},
    )


def footer_xml(document: Document, runs: RunWriter) -> str:
    """Reference left, marking in the middle, page right."""
    return filled(
        "footer.xml",
        {
            "reference": runs.text(one_line(document.reference)),
            "marking": runs.text(one_line(document.marking), "FooterMarking"),
            "page": _page_label(one_line(document.page_label), runs),
            "direction": direction(document),
        },
    )


def _page_label(label: str, runs: RunWriter) -> str:
    fields = {"{page}": field("PAGE", "1"), "{pages}": field("NUMPAGES", "1")}
    return "".join(fields.get(piece) or runs.text(piece) for piece in _PLACES.split(label))


def note_settings(document: Document, used: dict[int, int]) -> str:
    """The settings that name the separators; endnotes count in figures, not in Word's roman numerals."""
    if not used:
        return ""
    if document.note_style == "footnotes":
        return '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    return '<w:endnotePr><w:numFmt w:val="decimal"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'


def notes_xml(document: Document, used: dict[int, int], links: Links) -> str:
    """The notes part: those the body refers to, numbered as it meets them."""
    runs = RunWriter(document.language, document.type.small.east_asian, links)
    kind = document.note_style.removesuffix("s")
    texts = {note.number: note for note in document.notes}
    notes = "".join(_note(kind, file_id, texts[number], runs) for number, file_id in used.items())
    return filled(f"{document.note_style}.xml", {"notes": notes})


def _note(kind: str, file_id: int, note: Note, runs: RunWriter) -> str:
    name = kind.capitalize()
    right = runs.right_to_left(run.text for run in note.runs)
    text = "".join(runs.run(run, right_to_left=right) for run in (Run(" "), *note.runs) if run.note == 0)
    direction = "<w:bidi/>" if right else ""
    return (
        f'<w:{kind} w:id="{file_id}"><w:p><w:pPr><w:pStyle w:val="{name}Text"/>{direction}</w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{name}Reference"/></w:rPr><w:{kind}Ref/></w:r>{text}</w:p></w:{kind}>'
    )


def core_xml(document: Document) -> str:
    """The file's own properties: what the document says of itself, nothing of the machine."""
    properties = document.properties
    lines = [
        _element("dc:title", properties.title),
        _element("dc:subject", properties.subject),
        _element("dc:creator", properties.author),
        _element("cp:keywords", "; ".join(one_line(k) for k in properties.keywords)),
        _element("cp:category", properties.marking),
        _element("dc:language", full_language(document.language)),
        _element("cp:lastModifiedBy", properties.author),
        *(_moment(name, properties.created) for name in ("created", "modified")),
    ]
    return filled("core.xml", {"properties": "".join(lines)})


def _element(name: str, text: str) -> str:
    text = escaped(one_line(text)[:LONGEST_PROPERTY_CHARACTERS])
    return f"<{name}>{text}</{name}>" if text else ""


def _moment(name: str, iso: str) -> str:
    moment = _utc(iso)
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' if moment else ""


def _utc(iso: str) -> str:
    try:
        moment = datetime.fromisoformat(iso)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    except (ValueError, OverflowError):
        return ""


def custom_values(document: Document) -> list[tuple[str, str | int]]:
    """By these an edited file is known again: note, export, marking, and the version of this scheme."""
    properties = document.properties
    texts = {
        "BriefingId": properties.note_id,
        "ExportId": properties.export_id,
        "Marking": properties.marking,
    }
    named = [(name, one_line(text)) for name, text in texts.items()]
    return [*((name, text) for name, text in named if text), ("SchemaVersion", SCHEMA_VERSION)]


def custom_xml(document: Document) -> str:
    """The custom properties part."""
    lines = (
        f'<property fmtid="{CUSTOM_FORMAT}" pid="{pid}" name="{name}">{_variant(value)}</property>'
        for pid, (name, value) in enumerate(custom_values(document), start=2)
    )
    return filled("custom.xml", {"properties": "".join(lines)})


def _variant(value: str | int) -> str:
    return f"<vt:i4>{value}</vt:i4>" if isinstance(value, int) else f"<vt:lpwstr>{escaped(value)}</vt:lpwstr>"
