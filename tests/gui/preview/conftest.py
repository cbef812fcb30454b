"""Notes to show, and a pane to show them in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from briefing.blocks import (
    Block,
    Document,
    Face,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Note,
    Page,
    Paragraph,
    Properties,
    Run,
    Title,
    Typography,
)
from briefing.ui.preview.fonts import Metrics
from briefing.ui.preview.layout import Pages, layout_document
from briefing.ui.preview.pane import PreviewPane
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.words import Words

BODY = Face("Calibri", "Malgun Gothic", 11)
BOLD = Face("Calibri", "Malgun Gothic", 13, "#14284B", bold=True)
SMALL = Face("Calibri", "Malgun Gothic", 9)
TYPE = Typography(body=BODY, title=BOLD, heading=BOLD, label=SMALL, small=SMALL)
LINE = "Both sides will exchange risk data on sea containers every week from July."


def point(number: int, text: str = LINE, *, note: int = 0) -> ListItem:
    runs = (Run(text), Run("", note=note)) if note else (Run(text),)
    return ListItem(runs, origin=f"point:{number}")


def document(*blocks: Block, **changes: object) -> Document:
    made = Document("en-GB", blocks, Page(), TYPE, Properties(title="Talks"), marking="OFFICIAL")
    return replace(made, **changes)  # type: ignore[arg-type]  # whatever a test wants to change


def talks(points: int = 4, **changes: object) -> Document:
    fields = Fields((FieldRow("Date", "14 May 2026", "field:date"), FieldRow("From", "Desk", "field:from")))
    blocks = [Title("Customs talks"), fields, Heading("Agreements", 1, "section:agreements")]
    return document(*blocks, *(point(i) for i in range(points)), **changes)


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Fonts end the process where no application was made before; any test may be the first of its worker."""


@pytest.fixture
def make() -> Callable[..., Document]:
    """A document of the given blocks."""
    return document


@pytest.fixture
def make_talks() -> Callable[..., Document]:
    """A note on customs talks with as many points as wanted, "point:0" and so on."""
    return talks


@pytest.fixture
def make_point() -> Callable[..., ListItem]:
    return point


@pytest.fixture
def lay(qapp: object) -> Callable[..., Pages]:
    """A document on its pages."""
    metrics = Metrics()

    def laid(shown: Document, previous: Pages | None = None) -> Pages:
        return layout_document(shown, metrics, previous)

    return laid


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    """A preview of the design's size, with a note in it."""
    made = PreviewPane(Theme(LIGHT), Words("en"))
    qtbot.addWidget(made)
    made.resize(536, 830)
    with qtbot.waitExposed(made):
        made.show()
    made.show_document(talks(page_limit=1))
    return made


@pytest.fixture
def hostile() -> Document:
    """A note whose every text tries to be more than text."""
    tricks = (
        '<img src="file:///etc/passwd">',
        "<script>alert(1)</script>",
        "<a href='javascript:alert(1)'>here</a>",
        "&lt;b&gt; {page} %s",
    )
    blocks: list[Block] = [Title(tricks[0]), Heading(tricks[1])]
    blocks += [Paragraph((Run(text, link="file:///etc/passwd"), Run("", note=1))) for text in tricks]
    return document(*blocks, notes=(Note(1, (Run(tricks[0], link="javascript:x"),)),), unit=tricks[2])
