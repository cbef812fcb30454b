"""Document -> .docx, as strings into a zip: the same document gives the same bytes."""

from __future__ import annotations

from briefing.blocks import Document
from briefing.exporters.text import one_line
from briefing.exporters.word import frame
from briefing.exporters.word.body import BodyWriter, bookmark_name
from briefing.exporters.word.fonts import font_table_xml
from briefing.exporters.word.numbering import Numbering
from briefing.exporters.word.parts import PACKAGE, WORD_TYPE, Links, Part, Relationship, filled, package
from briefing.exporters.word.runs import RunWriter
from briefing.exporters.word.styles import languages, styles_xml, theme_xml

__all__ = ["bookmark_name", "to_docx"]

_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_ROOTS = (
    Relationship("rId1", "officeDocument", "word/document.xml"),
    Relationship("rId2", "metadata/core-properties", "docProps/core.xml", base=f"{PACKAGE}/relationships"),
    Relationship("rId3", "extended-properties", "docProps/app.xml"),
    Relationship("rId4", "custom-properties", "docProps/custom.xml"),
)


def to_docx(document: Document) -> bytes:
    """The Word file of a document. Its only clock is `document.properties.created`."""
    links, numbering = Links(), Numbering(document)
    runs = RunWriter(document.language, document.type.body.east_asian, links)
    writer = BodyWriter(document, runs, numbering)
    body = writer.xml()
    parts = [
        *_frame(document, runs, writer.notes.used),
        *_notes(document, writer.notes.used),
        _word_part("numbering", numbering.xml()),
    ]
    own = tuple(_own_relationship(part) for part in parts)
    references = "".join(_reference(r) for r in own)
    main = Part(
        "word/document.xml",
        f"{WORD_TYPE}.document.main+xml",
        frame.document_xml(document, body, references),
        own + links.relationships(),
    )
    return package([main, *parts, *_properties(document)], _ROOTS)


def _frame(document: Document, runs: RunWriter, used: dict[int, int]) -> list[Part]:
    """What surrounds the body. Header and footer have no links, so the body's writer serves them."""
    settings = languages(document.language) | {"note_settings": frame.note_settings(document, used)}
    parts = [
        _word_part("styles", styles_xml(document)),
        _word_part("settings", filled("settings.xml", settings)),
        _word_part("fontTable", font_table_xml(document.type)),
        Part("word/theme.xml", f"{_OFFICE_TYPE}.theme+xml", theme_xml(document)),
    ]
    if one_line(document.marking):
        parts.append(_word_part("header", frame.header_xml(document, runs)))
    return [*parts, _word_part("footer", frame.footer_xml(document, runs))]


def _notes(document: Document, used: dict[int, int]) -> list[Part]:
    if not used:
        return []
    links = Links()
    xml = frame.notes_xml(document, used, links)
    return [_word_part(document.note_style, xml, links.relationships())]


def _word_part(kind: str, xml: str, relationships: tuple[Relationship, ...] = ()) -> Part:
    return Part(f"word/{kind}.xml", f"{WORD_TYPE}.{kind}+xml", xml, relationships)


def _own_relationship(part: Part) -> Relationship:
    kind = part.name.removeprefix("word/").removesuffix(".xml")
    return Relationship(f"rId_{kind}", kind, f"{kind}.xml")


def _reference(relationship: Relationship) -> str:
    if relationship.kind not in {"header", "footer"}:
        return ""
    return f'<w:{relationship.kind}Reference w:type="default" r:id="{relationship.id}"/>'


def _properties(document: Document) -> list[Part]:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return [
        Part("docProps/core.xml", core, frame.core_xml(document)),
        Part("docProps/app.xml", f"{_OFFICE_TYPE}.extended-properties+xml", filled("app.xml")),
        Part("docProps/custom.xml", f"{_OFFICE_TYPE}.custom-properties+xml", frame.custom_xml(document)),
    ]
