"""How a note names its sources: footnotes, endnotes, an annex of quotes, one source line, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.blocks import Block, Heading, ListItem, Note, Paragraph, Run
from briefing.compose.dates import written
from briefing.compose.phrases import Phrases, phrases
from briefing.model import article as model
from briefing.model.anchor import Anchor
from briefing.model.note import Note as BriefingNote
from briefing.model.note import Point
from briefing.template import Template

_LINKABLE = ("http://", "https://")


@dataclass
class Citations:
    """Gathers what the points cite while a note is composed."""

    note: BriefingNote
    template: Template
    notes: list[Note] = field(default_factory=list)
    _quotes: list[tuple[Point, Anchor]] = field(default_factory=list)
    _known: dict[tuple[tuple[str, int, str], ...], int] = field(default_factory=dict)
    _named: set[str] = field(default_factory=set)

    @property
    def words(self) -> Phrases:
        """The phrases of the template's language."""
        return phrases(self.template.language)

    def after(self, point: Point) -> tuple[Run, ...]:
        """What stands behind a point's wording: a reference, a bracketed number, or nothing."""
        evidence = tuple(a for a in point.evidence if self._article(a) is not None)
        style = self.template.citations.style
        if not evidence or style in ("none", "source-line"):
            return ()
        if style == "annex":
            first = len(self._quotes) + 1
            self._quotes.extend((point, anchor) for anchor in evidence)
            numbers = range(first, len(self._quotes) + 1)
            return (Run(f" [{', '.join(map(str, numbers))}]"),)
        return (Run("", note=self._footnote(evidence)),)

    def _footnote(self, evidence: tuple[Anchor, ...]) -> int:
        runs: list[Run] = []
        for anchor in evidence:
            if runs:
                runs.append(Run("; "))
            runs.extend(self._cited(anchor))
        runs.append(Run(self.words.full_stop))
        number = len(self.notes) + 1
        self.notes.append(Note(number, tuple(r for r in runs if r.text)))
        return number

    def _cited(self, anchor: Anchor) -> list[Run]:
        article = self._article(anchor)
        if article is None:
            return []
        first = article.id not in self._named
        self._named.add(article.id)
        runs = self.named(article) if first else [Run(article.publisher or article.headline)]
        number = model.paragraph_number(article, anchor.block)
        if number:
            runs.append(Run(self.words.comma + self.words.paragraph.format(number=number)))
        if self.template.citations.quote:
            runs.append(Run(": " + self.words.quoted.format(text=anchor.quote)))
        return runs

    def named(self, article: model.Article) -> list[Run]:
        """A source in full: publisher (agency), headline (linked if its address is known), date."""
        words = self.words
        publisher = article.publisher
        if article.agency and article.agency != publisher:
            publisher = f"{publisher} ({article.agency})" if publisher else article.agency
        headline = words.quoted.format(text=article.headline) if article.headline else ""
        day = written(article.published, self.template.dates.format, self.template.language)
        link = article.url if article.url.startswith(_LINKABLE) else ""
        parts = [Run(publisher), Run(headline, link=link), Run(day)]
        runs: list[Run] = []
        for part in parts:
            if part.text:
                if runs:
                    runs.append(Run(words.comma))
                runs.append(part)
        return runs or [Run(link, link=link)]

    def closing(self) -> list[Block]:
        """The blocks at the end of the note: the source line or the annex."""
        style = self.template.citations.style
        if style == "source-line" and self.note.articles:
            return [self._source_line()]
        if style == "annex" and self._quotes:
            return self._annex()
        return []

    def _source_line(self) -> Block:
        articles = self.note.articles
        pattern = self.words.source if len(articles) == 1 else self.words.sources
        before, _, after = pattern.partition("{text}")
        runs = [Run(before)]
        for index, article in enumerate(articles):
            if index:
                runs.append(Run("; "))
            runs.extend(self.named(article))
        runs.append(Run(after + self.words.full_stop))
        return Paragraph(tuple(r for r in runs if r.text), "source", "sources")

    def _annex(self) -> list[Block]:
        blocks: list[Block] = [Heading(self.words.annex, 1, "sources")]
        for number, (point, anchor) in enumerate(self._quotes, 1):
            quoted = Run(self.words.quoted.format(text=anchor.quote) + " ")
            article = self._article(anchor)
            runs = (quoted, *(self.named(article) if article else ()))
            blocks.append(ListItem(runs, "number", 0, -1, f"{number}.", f"point:{point.id}"))
        return blocks

    def _article(self, anchor: Anchor) -> model.Article | None:
        return next((a for a in self.note.articles if a.id == anchor.article), None)
