"""Acceptance on real articles: `python -m tests.acceptance FOLDER`.

Every file is read; the known one goes all the way: tagged, composed, written as Word, and laid out by
LibreOffice where it is installed. What the official must find in it is listed below.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import docx

from briefing.assist.draft import draft_wording
from briefing.assist.sentences import sentence_spans
from briefing.cli.demo import quote_anchor
from briefing.compose import compose
from briefing.errors import ImportFailed
from briefing.exporters import export
from briefing.importers import read_article
from briefing.model import edits
from briefing.model.article import Article, Status
from briefing.model.note import Note, TemplateCopy
from briefing.store.library import read_template
from briefing.template import parse

FORM = "bilateral-meeting"
CREATED = "2023-09-11T09:00:00+09:00"


@dataclass(frozen=True, slots=True)
class Known:
    """What must be found in an article, and what its note must and must not say under each heading."""

    facts: dict[str, object]
    paragraphs: int
    captions: int
    tags: tuple[tuple[str, str], ...]
    says: dict[str, tuple[str, ...]]
    never: dict[str, tuple[str, ...]]


KNOWN = {
    "customs-meeting.txt": Known(
        facts={
            "publisher": "The Korea Herald",
            "agency": "Yonhap",
            "byline": (),
            "published": "2023-09-08T09:54",
            "language": "en",
            "headline": "S. Korean, Japanese customs agencies hold first bilateral meeting in 7 years",
        },
        paragraphs=9,
        captions=1,
        tags=(
            ("meeting", "it has held the first bilateral meeting"),
            ("meeting", "met his Japanese counterpart"),
            ("meeting", "exchanged opinions"),
            ("agreements", "agreed to continue exchanging"),
            ("background", "In June"),
            ("background", "In 2019"),
            ("background", "began to thaw"),
            ("next_steps", "plans to hold talks"),
        ),
        says={
            "Meeting": (
                "Commissioner Ko Kwang-hyo",
                "Seoul",
                "7 September 2023",
                "since 2016",
                "exchanged opinions",
            ),
            "What was agreed": ("continue exchanging related information", "joint crackdown measures"),
            "Background": ("June 2023", "$10 billion", "2018", "1910-45"),
            "Next steps": (
                "Saudi Arabia, Uzbekistan, and Mongolia",
                "by the end of 2023",
                "The Korea Herald (Yonhap)",
            ),
        },
        never={"Meeting": ("Thursday", "agreed"), "What was agreed": ("opinions", "protectionism")},
    ),
}


def main(argv: list[str]) -> int:
    """1 if anything is not as it must be."""
    faults = [fault for path in sorted(Path(argv[0]).iterdir()) if path.is_file() for fault in check(path)]
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


def check(path: Path) -> list[str]:
    """What is wrong with one article's way, in a line each."""
    try:
        article = read_article(path.read_bytes(), path.name)
    except ImportFailed as failure:
        return [f"{path.name}: {failure}"]
    body = sum(1 for b in article.blocks if b.status is not Status.FURNITURE)
    print(
        f"{path.name}: {article.headline!r}, {body} blocks of the article,"
        f" {len(article.blocks) - body} set aside"
    )
    known = KNOWN.get(path.name)
    if known is None:
        return [] if article.headline and body else [f"{path.name}: no headline or no text"]
    return [*_facts(article, known), *_page(article, known)]


def _facts(article: Article, known: Known) -> list[str]:
    faults = [
        f"{name} is {getattr(article, name)!r}, not {wanted!r}"
        for name, wanted in known.facts.items()
        if getattr(article, name) != wanted
    ]
    if len(article.paragraphs) != known.paragraphs:
        faults.append(f"{len(article.paragraphs)} paragraphs, not {known.paragraphs}")
    if len(article.captions) != known.captions:
        faults.append(f"{len(article.captions)} captions, not {known.captions}")
    return faults


def _page(article: Article, known: Known) -> list[str]:
    data = export(compose(_note(article, known), parse(read_template(FORM), FORM)), "docx")
    sections = _sections(data)
    faults = [
        f"{h}: {w!r} is missing"
        for h, words in known.says.items()
        for w in words
        if w not in sections.get(h, "")
    ]
    faults += [
        f"{h}: {w!r} must not be there" for h, words in known.never.items() for w in words if w in sections[h]
    ]
    pages = _pages(data)
    if pages not in (0, 1):
        faults.append(f"{pages} pages, not one")
    print(f"  as Word: {len(data):,} bytes, {pages or 'LibreOffice is not here: no'} page(s)")
    return faults


def _note(article: Article, known: Known) -> Note:
    note = Note(id="n-acceptance", template=TemplateCopy(FORM, read_template(FORM)), created=CREATED)
    note = edits.add_article(note, article)
    for tag, words in known.tags:
        sentence = _sentence(article, words)
        wording = draft_wording(sentence, article.language, article.published).text
        note = edits.tag_quote(note, tag, quote_anchor(article, sentence), wording)
    return note


def _sentence(article: Article, words: str) -> str:
    for text in article.paragraphs:
        for start, end in sentence_spans(text, article.language):
            if words in text[start:end]:
                return text[start:end]
    raise LookupError(words)


def _sections(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    heading = ""
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading"):
            heading = paragraph.text
        else:
            found[heading] = f"{found.get(heading, '')}\n{paragraph.text}"
    return found


def _pages(data: bytes) -> int:
    """Pages as LibreOffice counts them; 0 where it or pdfinfo is not installed."""
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None or shutil.which("pdfinfo") is None:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "note.docx"
        note.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(note)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        told = subprocess.run(
            ["pdfinfo", f"{folder}/note.pdf"], check=True, capture_output=True, text=True
        ).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
