"""Our own look at a .docx: what Word would repair or refuse, as a list of findings; empty is good.

Microsoft's schema validator knows element types; this one knows what holds parts together. Together
they found every breakage that was tried on them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
    "bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang"
)
ORDERS = {
    "pPr": PARAGRAPH,
    "rPr": RUN,
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
    "lvl": ("start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
    ),
    "numbering": ("numPicBullet abstractNum num numIdMacAtCleanup"),
    "settings": (
        "writeProtection view zoom removePersonalInformation defaultTabStop autoHyphenation "
        "evenAndOddHeaders characterSpacingControl savePreviewPicture footnotePr "
        "endnotePr compat rsids mathPr themeFontLang clrSchemeMapping doNotAutoCompressPictures shapeDefaults "
        "decimalSymbol listSeparator docId defaultImageDpi"
    ),
    "pBdr": ("top left bottom right between bar"),
    "tblBorders": ("top left start bottom right end insideH insideV"),
    "tbl": ("bookmarkStart bookmarkEnd tblPr tblGrid tr"),
}
HOLDS_TEXT = {f"{W}t", f"{W}instrText", f"{W}delText"}
NAME = re.compile(r"[A-Za-z_]\w{0,39}", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")


@dataclass
class Package:
    """The parts of a .docx, parsed, with their relationships."""

    parts: dict[str, etree._Element] = field(default_factory=dict)
    relationships: dict[str, dict[str, tuple[str, str, bool]]] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def every(self, tag: str, part: str = "") -> Iterator[etree._Element]:
        """All elements of that name, in one part or in all of them."""
        for name, root in self.parts.items():
            if name.startswith("word/") and (not part or name == part):
                yield from root.iter(f"{W}{tag}")


def findings(data: bytes) -> list[str]:
    """What is wrong with the file; nothing, if all is well."""
    package = _read(data)
    if package.findings:
        return package.findings
    return [text for check in CHECKS for text in check(package)]


def _read(data: bytes) -> Package:
    package = Package()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        package.findings += [f"twice in the zip: {n}" for n, count in Counter(names).items() if count > 1]
        if names[:1] != ["[Content_Types].xml"]:
            package.findings.append("content types do not come first")
        for name in names:
            _parse(package, name, archive.read(name))
    for name, root in package.parts.items():
        if name.endswith(".rels"):
            _relate(package, name, root)
    return package


def _parse(package: Package, name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content:
        package.findings.append(f"{name}: document type declaration")
    try:
        package.parts[name] = etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))
    except etree.XMLSyntaxError as error:
        package.findings.append(f"{name}: {error.msg}")


def _relate(package: Package, name: str, root: etree._Element) -> None:
    source = normpath(join(dirname(name), "..", name.rpartition("/")[2].removesuffix(".rels")))
    known = package.relationships.setdefault("" if source == "." else source, {})
    for line in root:
        if line.get("Id") in known:
            package.findings.append(f"{name}: {line.get('Id')} twice")
        kind = line.get("Type", "").rpartition("/")[2]
        external = line.get("TargetMode") == "External"
        target = line.get("Target", "")
        base = dirname(source) if source != "." else ""
        known[line.get("Id", "")] = (kind, target if external else normpath(join(base, target)), external)


def _types(package: Package) -> Iterator[str]:
    root = package.parts["[Content_Types].xml"]
    overrides = [o.get("PartName", "")[1:] for o in root.iter(f"{TYPES}Override")]
    defaults = {d.get("Extension") for d in root.iter(f"{TYPES}Default")}
    yield from (f"override twice: {n}" for n, count in Counter(overrides).items() if count > 1)
    yield from (f"override for absent part: {n}" for n in overrides if n not in package.parts)
    for name in package.parts:
        if name != "[Content_Types].xml" and name.rpartition(".")[2] not in defaults:
            yield f"no content type: {name}"
        if name.startswith("word/") and not name.endswith(".rels") and name not in overrides:
            yield f"no override: {name}"


def _targets(package: Package) -> Iterator[str]:
    reached = set()
    for source, lines in package.relationships.items():
        for kind, target, external in lines.values():
            if not external and target not in package.parts:
                yield f"{source}: {kind} to absent {target}"
            if external != (kind == "hyperlink"):
                yield f"{source}: {kind} in the wrong mode"
            reached.add(target)
    for name in package.parts:
        if name not in reached and not name.endswith(".rels") and name != "[Content_Types].xml":
            yield f"orphan part {name}"


ROOTS = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
}


def _roots(package: Package) -> Iterator[str]:
    lines = package.parts["_rels/.rels"]
    yield from (f"root relationship of type {t}" for line in lines if (t := line.get("Type")) not in ROOTS)
    targets = (normpath(line.get("Target", "").lstrip("/")) for line in lines)
    yield from _twice("root relationship to", targets)


def _references(package: Package) -> Iterator[str]:
    wanted = {"hyperlink": "hyperlink", "headerReference": "header", "footerReference": "footer"}
    for name, root in package.parts.items():
        known = package.relationships.get(name, {})
        for element in root.iter(etree.Element):
            reference = element.get(f"{R}id")
            kind = wanted.get(etree.QName(element).localname)
            if reference is not None and (reference not in known or known[reference][0] != kind):
                yield f"{name}: {reference} does not lead to a {kind}"


def _order(package: Package) -> Iterator[str]:
    ranks = {tag: {n: i for i, n in enumerate(order.split())} for tag, order in ORDERS.items()}
    for tag, rank in ranks.items():
        for element in package.every(tag):
            names = [etree.QName(child).localname for child in element]
            places = [rank.get(name, -1) for name in names]
            if -1 in places:
                yield f"{tag}: unknown child {names[places.index(-1)]}"
            elif places != sorted(places):
                yield f"{tag}: children out of order: {' '.join(names)}"
            if tag in {"pPr", "rPr", "tcPr", "settings"} and len(set(names)) != len(names):
                yield f"{tag}: child twice: {' '.join(names)}"


def _stray_text(package: Package) -> Iterator[str]:
    for name in package.parts:
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for element in package.parts[name].iter(etree.Element):
            inside = element.text or ""
            if inside.strip() and element.tag not in HOLDS_TEXT:
                yield f"{name}: text in {element.tag}"
            if (element.tail or "").strip():
                yield f"{name}: text after {element.tag}"
            if element.tag == f"{W}t" and inside != inside.strip() and element.get(f"{XML}space") != "preserve":
                yield f"{name}: space would be lost"


def _ends(package: Package) -> Iterator[str]:
    for name, root in package.parts.items():
        body = root.find(f"{W}body")
        if body is not None:
            if body[-1].tag != f"{W}sectPr" or len(body) < 2 or body[-2].tag != f"{W}p":
                yield f"{name}: body does not end in paragraph and section"
            if any(element.tag == f"{W}sectPr" for element in body[:-1]):
                yield f"{name}: section before the end"
        if root.tag in {f"{W}hdr", f"{W}ftr"} and root.find(f"{W}p") is None:
            yield f"{name}: no paragraph"


def _paragraphs(package: Package) -> Iterator[str]:
    for paragraph in package.every("p"):
        if any(child.tag == f"{W}pPr" for child in paragraph[1:]):
            yield "paragraph properties after content"
        if paragraph.getparent().tag == f"{W}p":
            yield "paragraph in a paragraph"
        if paragraph.find(f".//{W}hyperlink//{W}hyperlink") is not None:
            yield "link in a link"


def _fields(package: Package) -> Iterator[str]:
    for paragraph in package.every("p"):
        states = [c.get(f"{W}fldCharType") for c in paragraph.iter(f"{W}fldChar")]
        if states != ["begin", "separate", "end"] * (len(states) // 3):
            yield f"field out of order: {states}"


def _tables(package: Package) -> Iterator[str]:
    for table in package.every("tbl"):
        grid = table.find(f"{W}tblGrid")
        columns = 0 if grid is None else len(grid)
        if not columns:
            yield "table without grid"
        for row in table.iterfind(f"{W}tr"):
            spans = [_span(cell) for cell in row.iterfind(f"{W}tc")]
            if sum(spans) != columns:
                yield f"row of {sum(spans)} columns in a grid of {columns}"
    for cell in package.every("tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "cell does not end in a paragraph"


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val", "1")) if span is not None else 1


def _neighbours(package: Package) -> Iterator[str]:
    for table in package.every("tbl"):
        following = table.getnext()
        while following is not None and following.tag in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}:
            following = following.getnext()
        if following is not None and following.tag == f"{W}tbl":
            yield "two tables touch"


def _bookmarks(package: Package) -> Iterator[str]:
    starts = list(package.every("bookmarkStart"))
    ids = [s.get(f"{W}id") for s in starts]
    names = [s.get(f"{W}name", "") for s in starts]
    ends = [e.get(f"{W}id") for e in package.every("bookmarkEnd")]
    yield from _twice("bookmark id", ids)
    yield from _twice("bookmark name", (n.lower() for n in names))
    yield from _twice("bookmark end", ends)
    yield from (f"bookmark name {n!r}" for n in names if not NAME.fullmatch(n))
    if set(ids) != set(ends):
        yield "bookmark without its other end"
    seen: set[str | None] = set()
    for element in package.parts["word/document.xml"].iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") not in seen:
            yield "bookmark ends before it starts"
        seen.add(element.get(f"{W}id"))


def _notes(package: Package) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        notes = list(package.every(kind, f"word/{kind}s.xml"))
        ids = [n.get(f"{W}id") for n in notes]
        references = [r.get(f"{W}id") for r in package.every(f"{kind}Reference")]
        yield from _twice(kind, ids)
        yield from _twice(f"{kind} reference", references)
        types = {n.get(f"{W}id"): n.get(f"{W}type") for n in notes}
        if notes and (types.get("-1"), types.get("0")) != ("separator", "continuationSeparator"):
            yield f"{kind}: no separators"
        if set(references) != set(ids) - {"-1", "0"}:
            yield f"{kind}: references and notes differ"
        yield from (f"{kind} without paragraph" for n in notes if n.find(f"{W}p") is None)


def _styles(package: Package) -> Iterator[str]:
    styles = {s.get(f"{W}styleId"): s for s in package.every("style", "word/styles.xml")}
    yield from _twice("style", (s.get(f"{W}styleId") for s in package.every("style", "word/styles.xml")))
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for element in package.every(tag):
            style = styles.get(element.get(f"{W}val"))
            if style is None or style.get(f"{W}type") != kind:
                yield f"no {kind} style {element.get(f'{W}val')}"
    for style_id in styles:
        yield from _descent(styles, style_id)


def _descent(styles: dict[str | None, etree._Element], style_id: str | None) -> Iterator[str]:
    seen: set[str | None] = set()
    while style_id is not None:
        if style_id in seen or style_id not in styles:
            yield f"style {style_id} is based on itself or on nothing"
            return
        seen.add(style_id)
        based = styles[style_id].find(f"{W}basedOn")
        style_id = None if based is None else based.get(f"{W}val")


def _numbering(package: Package) -> Iterator[str]:
    abstract = [a.get(f"{W}abstractNumId") for a in package.every("abstractNum")]
    nums = [n.get(f"{W}numId") for n in package.every("num")]
    yield from _twice("abstractNum", abstract)
    yield from _twice("num", nums)
    yield from _twice("nsid", (n.get(f"{W}val") for n in package.every("nsid")))
    for num in package.every("num"):
        target = num.find(f"{W}abstractNumId")
        if target is None or target.get(f"{W}val") not in abstract:
            yield "num without abstractNum"
    for element in package.every("numId"):
        if element.get(f"{W}val") not in nums:
            yield f"no num {element.get(f'{W}val')}"
    for element in package.every("ilvl"):
        if not 0 <= int(element.get(f"{W}val", "-1")) <= 8:
            yield "level beyond nine"


def _section(package: Package) -> Iterator[str]:
    for margins in package.every("pgMar"):
        yield from (f"no margin {m}" for m in MARGINS if margins.get(f"{W}{m}") is None)


def _properties(package: Package) -> Iterator[str]:
    custom = package.parts["docProps/custom.xml"]
    pids = [p.get("pid", "") for p in custom]
    yield from _twice("custom property id", pids)
    yield from _twice("custom property", (p.get("name") for p in custom))
    yield from ("custom property id below 2" for pid in pids if int(pid) < 2)
    for element in package.parts["docProps/core.xml"]:
        name = etree.QName(element).localname
        if name in {"created", "modified"} and not MOMENT.fullmatch(element.text or ""):
            yield f"{name} is no moment"


def _twice(what: str, values: Iterable[str | None]) -> Iterator[str]:
    yield from (f"{what} twice: {value}" for value, count in Counter(values).items() if count > 1)


CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (
    _types,
    _targets,
    _roots,
    _references,
    _order,
    _stray_text,
    _ends,
    _paragraphs,
    _fields,
    _tables,
    _neighbours,
    _bookmarks,
    _notes,
    _styles,
    _numbering,
    _section,
    _properties,
)
