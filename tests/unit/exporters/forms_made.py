"""Forms as an organisation would make them in Word: split runs, nested tables, text boxes, two headers."""

from __future__ import annotations

import io
import re
import zipfile

SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)


def paragraph(text: str, look: str = "") -> str:
    """A paragraph; "|" stands where Word has cut the text into runs, each bold in turn."""
    pieces = (_run(piece, bold=bool(i % 2)) for i, piece in enumerate(text.split("|")))
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(pieces)}</w:p>"


def _run(text: str, *, bold: bool) -> str:
    look, after = ("<w:rPr><w:b/></w:rPr>", '<w:proofErr w:type="spellStart"/>') if bold else ("", "")
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>{after}'


def row(*cells: str) -> str:
    """A row of cells, each a text or a piece of XML."""
    inside = (cell if cell.startswith("<") else paragraph(cell) for cell in cells)
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in inside) + "</w:tr>"


def table(*rows: str) -> str:
    """A table of those rows."""
    outer = (re.sub("<w:tbl>.*</w:tbl>", "", text) for text in rows)
    columns = max(text.count("<w:tcPr/>") for text in outer)
    grid = '<w:gridCol w:w="900"/>' * columns
    look = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def text_box(text: str) -> str:
    """A text box as Word writes it: once for new readers, once for old ones."""
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    graphic = (
        '<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="7" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{graphic}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"


def form(base: bytes, body: str, **parts: str) -> bytes:
    """`base` with another body, and other texts in its parts: form(base, body, header="<w:p/>")."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, _changed(name, source.read(name).decode(), body, parts))
    return target.getvalue()


def _changed(name: str, text: str, body: str, parts: dict[str, str]) -> str:
    kind = name.rpartition("/")[2].removesuffix(".xml")
    if name == "word/document.xml":
        text = text.replace("<w:document ", f"<w:document {SPACES}", 1)
        return re.sub(r"<w:body>.*?(?=<w:sectPr)", lambda _: f"<w:body>{body}", text, count=1, flags=re.DOTALL)
    if kind in parts and name.startswith("word/"):
        return re.sub(r"<w:p>.*</w:p>", lambda _: parts[kind], text, count=1, flags=re.DOTALL)
    return text


def edited(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with a text of one part replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for part in source.namelist():
            text = source.read(part).decode()
            copy.writestr(part, text.replace(old, new) if part == name else text)
    return target.getvalue()


def with_part(data: bytes, name: str, text: str) -> bytes:
    """The file with one more part."""
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as copy:
        copy.writestr(name, text)
    return target.getvalue()


def with_chart(data: bytes, text: str) -> bytes:
    """The file with a chart in its body, as far as a form sees one: a part that the body refers to."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    line = f'<Relationship Id="rIdC" Type="{office}/chart" Target="charts/chart1.xml"/></Relationships>'
    related = edited(data, "word/_rels/document.xml.rels", "</Relationships>", line)
    drawn = edited(related, "word/document.xml", "<w:sectPr", '<w:p><w:r><x r:id="rIdC"/></w:r></w:p><w:sectPr')
    return with_part(drawn, "word/charts/chart1.xml", text)


def commented(data: bytes, text: str, author: str) -> bytes:
    """The file with a comment."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    line = f'<Relationship Id="rIdK" Type="{office}/comments" Target="comments.xml"/></Relationships>'
    related = edited(data, "word/_rels/document.xml.rels", "</Relationships>", line)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comment = f'<w:comment w:id="0" w:author="{author}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    return with_part(related, "word/comments.xml", f'<w:comments xmlns:w="{space}">{comment}</w:comments>')
