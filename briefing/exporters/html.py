"""Document -> one self-contained HTML file: no script, nothing loaded, and styles that a mail keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
    Fields,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Run,
    Subtitle,
    Table,
    Title,
)
from briefing.exporters.html_look import Look, look_of
from briefing.exporters.links import safe_link
from briefing.exporters.markers import number_format
from briefing.exporters.scripts import RIGHT_TO_LEFT_LANGUAGES, full_language, is_right_to_left, primary
from briefing.exporters.text import escaped, one_line, with_stop

MOST_HEADING_LEVELS = 6
COUNTING = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(document: Document) -> str:
    """The document as a page that can be opened, printed, or pasted into a mail."""
    writer = _HtmlWriter(document)
    language = full_language(document.language)
    direction = "rtl" if primary(language) in RIGHT_TO_LEFT_LANGUAGES else "ltr"
    title = escaped(one_line(document.properties.title or _first_title(document)))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n</head>\n<body style="margin:0;background:#ffffff">\n'
        f"<article {writer.look.page}>\n{writer.text()}</article>\n</body>\n</html>\n"
    )


def _first_title(document: Document) -> str:
    return next((block.text for block in document.blocks if isinstance(block, Title)), "")


class _HtmlWriter:
    """Writes block after block; remembers the notes it met and the lists that are open."""

    def __init__(self, document: Document) -> None:
        self.look: Look = look_of(document)
        self._document = document
        self._notes = {note.number: note for note in document.notes}
        self._met: dict[int, Note] = {}
        self._open: list[tuple[str, int]] = []  # tag and list id of every list that is open

    def text(self) -> str:
        marking, document = self._line(self._document.marking, self.look.marking), self._document
        unit = self._line(document.unit, self.look.unit)
        body = "".join(self._block(block) for block in document.blocks) + self._close_to(0)
        foot = self._line(document.reference, self.look.small)
        return f"{marking}{unit}{body}{self._sources()}{foot}{marking}"

    def _line(self, text: str, look: str) -> str:
        return f"<p {look}>{escaped(one_line(text))}</p>\n" if one_line(text) else ""

    def _block(self, block: Block) -> str:
        if isinstance(block, ListItem):
            return self._item(block)
        return self._close_to(0) + self._standing(block)

    def _standing(self, block: Title | Subtitle | Heading | Fields | BottomLine | Paragraph | Table) -> str:
        match block:
            case Fields():
                return self._fields(block)
            case Table():
                return self._table(block)
            case Paragraph():
                return self._paragraph(block)
            case BottomLine():
                lead = (Run(f"{with_stop(block.label)} ", bold=True),) if block.label.strip() else ()
                return f"<p {self.look.bottom_line}>{self._runs((*lead, *block.runs))}</p>\n"
            case _:
                return self._head(block)

    def _head(self, block: Title | Subtitle | Heading) -> str:
        text = escaped(block.text)
        if isinstance(block, Subtitle):
            return f"<p {self.look.subtitle}>{text}</p>\n"
        if isinstance(block, Title):
            return f"<h1 {self.look.title}>{text}</h1>\n"
        level = min(max(block.level, 1) + 1, MOST_HEADING_LEVELS)
        marker = f"{escaped(block.marker)} " if block.marker else ""
        return f"<h{level} {self.look.heading}>{marker}{text}</h{level}>\n"

    def _paragraph(self, block: Paragraph) -> str:
        if block.role == "placeholder":
            return ""
        tag = "blockquote" if block.role == "quote" else "p"
        look = {"quote": self.look.quote, "source": self.look.small, "caption": self.look.small}
        style, direction = look.get(block.role, self.look.paragraph), self._direction(block.runs)
        return f"<{tag} {style}{direction}>{self._runs(block.runs)}</{tag}>\n"

    def _item(self, item: ListItem) -> str:
        tag = "ul" if item.kind == "bullet" else "ol"
        depth = min(max(item.level, 0), len(self._open)) + 1
        goes_on = self._open[depth - 1 : depth] == [(tag, item.list_id)]
        between = self._close_to(depth if goes_on else depth - 1)
        if goes_on:
            between += "</li>\n"
        else:
            self._open.append((tag, item.list_id))
            between += f"<{tag}{_counting(item, depth - 1)} {self.look.list}>\n"
        return f"{between}<li {self.look.item}{self._direction(item.runs)}>{self._runs(item.runs)}"

    def _close_to(self, depth: int) -> str:
        closed = "".join(f"</li>\n</{tag}>\n" for tag, _ in reversed(self._open[depth:]))
        del self._open[depth:]
        return closed

    def _fields(self, block: Fields) -> str:
        rows = "".join(
            f'<tr><th scope="row" {self.look.label}>{escaped(row.label)}</th>'
            f"<td {self.look.value}>{_with_breaks(row.text)}</td></tr>\n"
            for row in block.rows
        )
        return f"<table {self.look.fields}>\n{rows}</table>\n" if rows else ""

    def _table(self, block: Table) -> str:
        count = max((len(row) for row in block.rows), default=0)
        if not count:
            return self._line(block.caption, self.look.small)
        caption = escaped(one_line(block.caption))
        head = f"<caption {self.look.caption}>{caption}</caption>\n" if caption else ""
        rows = "".join(self._row(row, count, head=block.header and i == 0) for i, row in enumerate(block.rows))
        return f"<table {self.look.table}>\n{head}{rows}</table>\n"

    def _row(self, row: Sequence[str], count: int, *, head: bool) -> str:
        tag = f'th scope="col" {self.look.head_cell}' if head else f"td {self.look.cell}"
        start, end = f"<{tag}>", f"</{tag[:2]}>"
        cells = "".join(f"{start}{_with_breaks(text)}{end}" for text in [*row, *[""] * (count - len(row))])
        return f"<tr>{cells}</tr>\n"

    def _direction(self, runs: Sequence[Run]) -> str:
        leans = primary(self._document.language) in RIGHT_TO_LEFT_LANGUAGES
        right = is_right_to_left("".join(run.text for run in runs), self._document.language)
        return "" if right == leans else f' dir="{"rtl" if right else "ltr"}"'

    def _runs(self, runs: Sequence[Run]) -> str:
        """References that touch are kept apart by a raised comma, or 2 and 3 would read as 23."""
        pieces = [(self._run(run), run.note > 0) for run in runs]
        kept = [piece for piece in pieces if piece[0]]
        texts = []
        for i, (text, is_reference) in enumerate(kept):
            touches = is_reference and i > 0 and kept[i - 1][1]
            texts.append(f"<sup>,</sup>{text}" if touches else text)
        return "".join(texts)

    def _run(self, run: Run) -> str:
        if run.note > 0:
            return self._reference(run.note)
        text = _with_breaks(run.text)
        if not text:
            return ""
        for tag in _tags(run):
            text = f"<{tag}>{text}</{tag}>"
        if run.lang and full_language(run.lang) != full_language(self._document.language):
            text = f'<span lang="{full_language(run.lang)}">{text}</span>'
        address = safe_link(run.link) if run.link else ""
        return f'<a href="{escaped(address)}" {self.look.link}>{text}</a>' if address else text

    def _reference(self, number: int) -> str:
        if number not in self._notes:
            return ""
        again = number in self._met
        self._met[number] = self._notes[number]
        name = "" if again else f' id="ref-{number}"'
        return f'<sup{name}><a href="#note-{number}" {self.look.link}>{number}</a></sup>'

    def _sources(self) -> str:
        if not self._met:
            return ""
        notes = "".join(
            f'<p id="note-{number}" {self.look.small}><a href="#ref-{number}" {self.look.link}>{number}</a> '
            f"{self._runs([run for run in note.runs if not run.note])}</p>\n"
            for number, note in sorted(self._met.items())
        )
        return f"<hr {self.look.rule}>\n{notes}"


def _counting(item: ListItem, level: int) -> str:
    """The attributes of a numbered list that does not begin with 1, or counts in letters."""
    if item.kind == "bullet":
        return ""
    form = number_format(item.marker, level)
    kind = COUNTING.get(form.kind, "")
    start = f' start="{form.start}"' if form.start != 1 else ""
    return start + (f' type="{kind}"' if kind else "")


def _tags(run: Run) -> Iterator[str]:
    if run.italic:
        yield "em"
    if run.bold:
        yield "strong"


def _with_breaks(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
