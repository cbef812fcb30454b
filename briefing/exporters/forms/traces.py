"""What others left in a Word file and must not leave with ours: comments, tracked changes, paths."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefing.exporters.forms.file import OwnFile, relationships_name
from briefing.exporters.forms.trees import W, parent_of, remove

_TEXT_PARTS = ("document", "header", "footer", "footnotes", "endnotes")
_GONE = ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_MOVES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_SUGGESTED = ("cellIns", "cellDel", "cellMerge", "numberingChange", "printerSettings")
_TAKEN = (f"{W}ins", f"{W}moveTo")
_PROPERTIES = (f"{W}rPr", f"{W}trPr", f"{W}pPr")
_SETTINGS = (
    "attachedTemplate",
    "mailMerge",
    "docVars",
    "rsids",
    "trackRevisions",
    "writeProtection",
    "saveThroughXslt",
    "proofState",
)
_DROPPED = {
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks"),
    *("customXml", "thumbnail", "glossaryDocument", "stylesWithEffects", "printerSettings"),
    *("attachedTemplate", "mailMergeSource", "keyMapCustomizations"),
}
_ONLY_BY_ID = {
    *("header", "footer", "hyperlink", "image", "chart", "oleObject", "package", "diagramData"),
    *("aFChunk", "subDocument", "frame", "video", "audio", "control"),
}


def forget_traces(file: OwnFile) -> None:
    """Takes tracked changes as accepted, and comments, paths and variables out."""
    kinds = tuple(f"word/{kind}" for kind in _TEXT_PARTS)
    for name in file.names():
        if name == file.main() or (name.startswith(kinds) and _is_xml(name)):
            _accept(file.tree(name))
    settings = file.related(file.main(), "settings")
    if settings in file.names():
        for element in list(file.tree(settings).iter(*(f"{W}{name}" for name in _SETTINGS))):
            remove(element)
    sweep(file)


def _accept(root: etree._Element) -> None:
    for row in [e for e in root.iter(f"{W}tr") if e.find(f"{W}trPr/{W}del") is not None]:
        remove(row)
    for element in list(root.iter(*(f"{W}{name}" for name in (*_GONE, *_MOVES, *_SUGGESTED)))):
        if parent_of(element).tag not in _PROPERTIES or element.tag not in {f"{W}del", f"{W}moveFrom"}:
            remove(element)
    for element in list(root.iter(*_TAKEN)):
        _unwrap(element)
    for element in list(root.iter(etree.Element)):
        if element.tag.startswith(W) and element.tag.endswith("Change"):
            remove(element)
    for mark in list(root.iter(f"{W}del", f"{W}moveFrom")):
        _take_out_mark(mark)


def _unwrap(element: etree._Element) -> None:
    """What was inserted stays, without who inserted it."""
    if parent_of(element).tag not in _PROPERTIES:
        for child in list(element):
            element.addprevious(child)
    remove(element)


def _take_out_mark(mark: etree._Element) -> None:
    """A paragraph of which all was deleted goes; one that was joined to the next stays a paragraph."""
    paragraph = next(mark.iterancestors(f"{W}p"), None)
    remove(mark)
    if paragraph is None or any(True for _ in paragraph.iter(f"{W}r", f"{W}sectPr")):
        return
    follows = paragraph.getnext()
    if follows is not None and follows.tag == f"{W}p":
        remove(paragraph)


def sweep(file: OwnFile) -> None:
    """Leaves out every part that nothing in the file needs any more."""
    reached = {""}
    waiting = [""]
    while waiting:
        source = waiting.pop()
        for target in _needed(file, source):
            if target in file.names() and target not in reached:
                reached.add(target)
                waiting.append(target)
    kept = reached | {relationships_name(source) for source in reached}
    file.keep_only(kept)


def _needed(file: OwnFile, source: str) -> Iterator[str]:
    used = _ids_in(file, source)
    for line in file.relationships(source):
        kind = line.get("Type", "").rpartition("/")[2]
        by_id_only = used is not None and kind in _ONLY_BY_ID and line.get("Id") not in used
        if kind in _DROPPED or by_id_only:
            remove(line)
        elif line.get("TargetMode") != "External":
            yield file.target(source, line)


def _ids_in(file: OwnFile, source: str) -> set[str] | None:
    """Every attribute value of a part of text; None where relationships are used in other ways."""
    if not source.startswith("word/") or not _is_xml(source):
        return None
    return {
        str(value) for element in file.tree(source).iter(etree.Element) for value in element.attrib.values()
    }


def _is_xml(name: str) -> bool:
    return name.endswith(".xml")
