"""Whether the window and LibreOffice count the same pages: 100 notes, made of words, over four templates.

Half the notes are around one page, where a wrong count is said to the analyst as "fits" or "over".
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QGuiApplication

from briefing import resources
from briefing import template as templates
from briefing.blocks import Document
from briefing.compose import compose
from briefing.exporters.word import to_docx
from briefing.model.anchor import Anchor, anchor_at
from briefing.model.article import Article, Block, Kind
from briefing.model.note import Note, Point, TemplateCopy
from briefing.template import Template
from briefing.ui.print import headless_application, printed_pages

from .measure import Row

TEMPLATES = ("bilateral-meeting", "uk-submission", "us-memo", "korean-report")
NOTES_EACH = 25
MOST_MISSES = 5  # of 100
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_ENGLISH = """the customs service said officers of both sides would exchange risk data on sea containers every
week from July and name a liaison officer who reports to the border commission about delays seals 12.5 million
tonnes of grain, the ministers’ joint statement on (under-declared) goods and “trusted traders” at
Port Halden"""
_KOREAN = """관세청은 양측이 해상 컨테이너 위험정보를 매주 교환하고 7월부터 연락관을 지정하기로 합의함
국경위원회에 지연 현황과 봉인 훼손 건수 1,250건을 보고하며 (저가신고) 물품 단속을 강화할 계획임
공동성명 발표 예정"""


def rows() -> Iterator[Row]:
    """How many of 100 notes have other pages in the window than in LibreOffice."""
    if OFFICE is None:
        yield Row(
            "notes of 100 whose pages differ from LibreOffice's", None, MOST_MISSES, skipped="no LibreOffice"
        )
        return
    application = QGuiApplication.instance() or headless_application()
    made = dict(documents())
    ours = {name: printed_pages(document).page_count for name, document in made.items()}
    theirs = office_pages(made)
    wrong = [name for name in made if ours[name] != theirs[name]]
    figures = {name: float(ours[name] - theirs[name]) for name in wrong}
    assert application is not None
    yield Row("notes of 100 whose pages differ from LibreOffice's", len(wrong), MOST_MISSES, "notes", figures)


def documents() -> Iterator[tuple[str, Document]]:
    """The notes, composed; the same each time."""
    chance = random.Random(5)  # noqa: S311 - words for a measurement, no secret
    for name in TEMPLATES:
        source = resources.text("templates", f"{name}.toml")
        form = templates.parse(source, name)
        for number in range(NOTES_EACH):
            yield f"{name}-{number:02}", compose(note_of(chance, form, name, source), form)


def note_of(chance: random.Random, form: Template, name: str, source: str) -> Note:
    """A note of one to five points a section, each of one to four lines, all cited."""
    words = (_KOREAN if form.language == "ko" else _ENGLISH).split()
    article = Article(
        "a-1",
        headline=sentence(chance, words, 8),
        publisher="Courier",
        published="2031-05-14",
        language=form.language,
        blocks=tuple(Block(sentence(chance, words, 30), Kind.PARAGRAPH) for _ in range(12)),
    )
    points = []
    for section in form.sections:
        for index in range(chance.randint(1, chance.choice((3, 5)))):
            wording = sentence(chance, words, chance.randint(6, chance.choice((20, 45))))
            level = 0 if not index else chance.choice((0, 0, 0, 1))
            points.append(
                Point(f"p-{len(points)}", section.tag, wording, evidence(chance, article), level=level)
            )
    fields = tuple(
        (f.key, "2031-05-14" if f.kind == "date" else sentence(chance, words, 4)) for f in form.fields
    )
    summary = sentence(chance, words, chance.randint(12, 40))
    title = sentence(chance, words, chance.randint(3, 9)).rstrip(".")
    return Note(
        "n-1",
        TemplateCopy(name, source),
        title,
        (article,),
        tuple(points),
        fields,
        summary,
        created="2031-05-14",
    )


def evidence(chance: random.Random, article: Article) -> tuple[Anchor, ...]:
    """One or two quotes."""
    return tuple(anchor_at(article, chance.randrange(12), 0, 20) for _ in range(chance.choice((1, 1, 2))))


def sentence(chance: random.Random, words: list[str], length: int) -> str:
    """So many words."""
    text = " ".join(chance.choice(words) for _ in range(length))
    return f"{text[:1].upper()}{text[1:]}."


def office_pages(made: dict[str, Document]) -> dict[str, int]:
    """The pages of each Word file as LibreOffice converts it, all in one start."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        for name, document in made.items():
            (folder / f"{name}.docx").write_bytes(to_docx(document))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        files = [str(folder / f"{name}.docx") for name in made]
        command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", place, *files]
        subprocess.run(command, check=True, capture_output=True)
        return {name: len(pypdfium2.PdfDocument((folder / f"{name}.pdf").read_bytes())) for name in made}
