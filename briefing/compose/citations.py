"""How a note names its sources: footnotes, endnotes, an annex of quotes, one source line, or not at all."""

from __future__ import annotations

from msgspec import Struct, field

from briefing.blocks import Block, Heading, ListItem, Note, Paragraph, Run
from briefing.compose.dates import written
from briefing.compose.filling import one_line
from briefing.compose.phrases import Phrases, phrases
from briefing.model import article as model
from briefing.model.anchor import Anchor, resolves
from briefing.model.note import Note as BriefingNote
from briefing.model.note import Point
from briefing.template import Template

_UNNUMBERED = ("none", "source-line")
_LINKABLE = ("http://", "https://")
_CLOSING = "”“»」\u00a0"
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_ANNEX_LIST = -1  # its list id: the sections' lists count from 1


class Citations(Struct):
    """Gathers what the points cite while a note is composed."""

    note: BriefingNote
    template: Template
    notes: list[Note] = field(default_factory=list)
    _quotes: dict[tuple[str, int, int, int], tuple[int, Point, Anchor]] = field(default_factory=dict)
    _named: set[str] = field(default_factory=set)
    _numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)  # of paragraphs, by article

    @property
    def words(self) -> Phrases:
        """The phrases of the template's language."""
        return phrases(self.template.language)

    @property
    def are_numbered(self) -> bool:
        """Whether what a point is followed by depends on what was cited before it."""
        citations = self.template.citations
        return citations.has_annex or citations.style not in _UNNUMBERED

    def after(self, point: Point) -> tuple[Run, ...]:
        """What stands behind a point's wording: a reference, a bracketed number, or nothing."""
        if not self.are_numbered:
            return ()
        cited = [(anchor, article) for anchor in point.evidence if (article := self._article(anchor))]
        if self.template.citations.has_annex:
            return self._annexed(point, [anchor for anchor, article in cited if resolves(anchor, article)])
        return (Run("", note=self._footnote(cited)),) if cited else ()

    def _annexed(self, point: Point, anchors: list[Anchor]) -> tuple[Run, ...]:
        numbers: list[str] = []
        for anchor in anchors:
            place = (anchor.article, anchor.block, anchor.start, anchor.end)
            number, _, _ = self._quotes.setdefault(place, (len(self._quotes) + 1, point, anchor))
            numbers.append(str(number))
        return (Run(f" [{', '.join(numbers)}]"),) if numbers else ()

    def _footnote(self, cited: list[tuple[Anchor, model.Article]]) -> int:
        runs: list[Run] = []
        for anchor, article in cited:
            runs += [Run(self.words.semicolon)] if runs else []
            runs += self._cited(anchor, article)
        number = len(self.notes) + 1
        self.notes.append(Note(number, self._stopped(runs)))
        return number

    def _cited(self, anchor: Anchor, article: model.Article) -> list[Run]:
        """The source, and where in it. Of a quote that its source no longer holds, the source alone."""
        runs = self._named_briefly(article) if article.id in self._named else self.named(article)
        self._named.add(article.id)
        if not resolves(anchor, article):
            return runs
        if article.id not in self._numbers:
            self._numbers[article.id] = model.paragraph_numbers(article)
        number = self._numbers[article.id][anchor.block]
        if number:
            runs.append(Run(self.words.comma + self.words.paragraph.format(number=number)))
        if self.template.citations.quote:
            runs.append(Run(self.words.colon + self.words.quoted.format(text=one_line(anchor.quote))))
        return runs

    def _named_briefly(self, article: model.Article) -> list[Run]:
        """A source that was named before: its publisher, or its headline if another source has the same."""
        names = [one_line(a.publisher or a.agency) for a in self.note.articles]
        name, headline = one_line(article.publisher or article.agency), one_line(article.headline)
        if name and names.count(name) == 1:
            return [Run(name)]
        return [Run(self.words.quoted.format(text=headline))] if headline else self.named(article)

    def named(self, article: model.Article) -> list[Run]:
        """A source in full: publisher (agency), headline (linked if its address is known), date."""
        words = self.words
        headline = one_line(article.headline)
        link = article.url if article.url.lower().startswith(_LINKABLE) else ""
        title = (
            Run(words.quoted.format(text=headline), link=link) if headline else Run(words.untitled, link=link)
        )
        day = written(one_line(article.published), self.template.dates.format, self.template.language)
        runs: list[Run] = []
        for part in (Run(_publisher(article)), title, Run(day)):
            if part.text:
                runs += [Run(words.comma), part] if runs else [part]
        return runs

    def closing(self) -> list[Block]:
        """The blocks at the end of the note: the source line, the annex, both or neither."""
        citations = self.template.citations
        line = [self._source_line()] if citations.has_line and self.note.articles else []
        return line + (self._annex() if citations.has_annex and self._quotes else [])

    def _source_line(self) -> Block:
        articles = self.note.articles
        pattern = self.words.source if len(articles) == 1 else self.words.sources
        before = pattern.partition("{text}")[0]
        runs = [Run(before)]
        for index, article in enumerate(articles):
            if index:
                runs.append(Run(self.words.semicolon))
            runs.extend(self.named(article))
        return Paragraph(self._stopped(runs), "source", "sources")

    def _stopped(self, runs: list[Run]) -> tuple[Run, ...]:
        """The runs with a full stop, unless they end in one within quotation marks."""
        stop = "" if runs[-1].text.rstrip(_CLOSING).endswith(_STOPS) else self.words.full_stop
        return (*runs, Run(stop)) if stop else tuple(runs)

    def _annex(self) -> list[Block]:
        marker = self.template.type.heading_marker
        blocks: list[Block] = [Heading(self.words.annex, 1, "sources", marker)]
        for number, point, anchor in self._quotes.values():
            quoted = Run(self.words.quoted.format(text=one_line(anchor.quote)) + " ")
            runs = (quoted, *self.named(self.note.article(anchor.article)))
            blocks.append(ListItem(runs, "number", 0, _ANNEX_LIST, f"{number}.", f"point:{point.id}"))
        return blocks

    def _article(self, anchor: Anchor) -> model.Article | None:
        return next((a for a in self.note.articles if a.id == anchor.article), None)


def _publisher(article: model.Article) -> str:
    publisher, agency = one_line(article.publisher), one_line(article.agency)
    if agency and agency != publisher:
        return f"{publisher} ({agency})" if publisher else agency
    return publisher
