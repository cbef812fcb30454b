"""`briefing suggest`, `check`, `dates` and `draft`: what helps the analyst think, without a window."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

from briefing import settings as config
from briefing import template as templates
from briefing.assist.dates import find_dates
from briefing.assist.dates_out import why_so
from briefing.assist.days import published_day
from briefing.assist.draft import Style, draft_wording
from briefing.assist.lines import check_lines, date_lines, suggest_lines
from briefing.assist.scripts import language_of
from briefing.assist.sentences import sentence_spans
from briefing.assist.suggest import TAGS_OF, SentenceIn, Suggestion, suggest
from briefing.assist.voices import who_says
from briefing.cli.doubting import doubts_of
from briefing.cli.house import breaches_of
from briefing.cli.output import say
from briefing.cli.printer import Printer
from briefing.cli.reading import article_in, lines_in, now
from briefing.cli.reviewing import disagreements_of, left_out_of
from briefing.cli.templating import source_of
from briefing.compose import compose
from briefing.compose.house import told
from briefing.errors import WriteFailed
from briefing.model import edits
from briefing.model.anchor import Anchor, anchor_at
from briefing.model.article import Article, Kind
from briefing.model.note import Note, Point, TemplateCopy, new_id
from briefing.store import notes
from briefing.store.codec import encode
from briefing.store.files import write_whole
from briefing.store.places import places
from briefing.words import Words, interface_language

NOTE_SUFFIX = ".briefing"
NO_SENTENCES = (Kind.CAPTION, Kind.HEADING, Kind.TABLE)  # they tell of the page, not of the event
UNACCEPTED = "suggested"  # the check a person clears by keeping the point


def suggest_act(arguments: argparse.Namespace, _: object) -> int:
    """Prints a tag for each sentence, with its reason; or JSON lines for JSON lines."""
    if arguments.lines is not None:
        return _in_bulk(arguments.lines, lambda lines: suggest_lines(lines, arguments.min_confidence))
    article = article_in(arguments.article)
    shown = [(a, s) for a, s in suggested(article) if s.confidence >= arguments.min_confidence]
    if arguments.json:
        say(json.dumps([_as_tree(a, s) for a, s in shown], ensure_ascii=False, indent=2))
        return 0
    for anchor, found in shown:
        say(f"{found.label:<11} {found.confidence:.2f}  {anchor.quote}")
        if found.reason:
            say(f"{'':<17} because of: {', '.join(found.reason)}; else {found.second}")
    return 0


def check_act(arguments: argparse.Namespace, printer: Printer) -> int:
    """Prints what each point says that its evidence does not, and house rules that do not hold; 1 if any."""
    if arguments.pairs is not None:
        return _in_bulk(arguments.pairs, check_lines)
    note = notes.load(Path(arguments.note)).note
    doubts, broken = doubts_of(note), _broken_rules(note, printer)
    count = len(doubts) + len(broken)
    if arguments.json:
        found: object = [*doubts, *broken]
        if arguments.review:
            found = {"findings": found, "left_out": left_out_of(note), "disagreements": disagreements_of(note)}
        say(json.dumps(found, ensure_ascii=False, indent=2))
        return 1 if count else 0
    for tree in doubts:
        source = f", source: {tree['evidence']}" if tree["evidence"] else ""
        say(f"{tree['kind']}: {tree['wording']}{source}\n    in: {tree['point']}")
    for rule in broken:
        consequence = " (keeps the note from being exported)" if rule["refuses"] else ""
        say(f"house rule: {rule['wording']}{consequence}")
    if arguments.review:
        _say_review(note)
    points = len(note.points)
    say(f"{count} finding{'' if count == 1 else 's'} in {points} point{'' if points == 1 else 's'}")
    return 1 if count else 0


def _say_review(note: Note) -> None:
    """What may be looked at once more; it is no fault, and no exit code tells of it."""
    for tree in left_out_of(note):
        say(f"left out ({', '.join(cast('list[str]', tree['reasons'])).replace('_', ' ')}): {tree['sentence']}")
    for tree in disagreements_of(note):
        sides = zip(cast("list[str]", tree["articles"]), cast("list[str]", tree["words"]), strict=True)
        say(f"articles disagree ({tree['kind']}): {' / '.join(f'{name}: {word}' for name, word in sides)}")


def _broken_rules(note: Note, printer: Printer) -> list[dict[str, object]]:
    """House rules of the note's template that do not hold; its facts stand among the doubts already."""
    form, words = templates.parse(note.template.source, note.template.name), Words("en")
    return [
        {
            "point": b.origin.removeprefix("point:") if b.origin.startswith("point:") else "",
            "kind": "house",
            "rule": b.rule,
            "wording": told(b, words),
            "evidence": "",
            "refuses": b.refuses,
        }
        for b in breaches_of(note, form, compose(note, form, who=who_says), printer, ())
    ]


def dates_act(arguments: argparse.Namespace, _: object) -> int:
    """Prints the real date of each date in a text, with the reason."""
    if arguments.lines is not None:
        return _in_bulk(arguments.lines, date_lines)
    words = Words(interface_language(config.load(places().settings).get(config.LANGUAGE)))
    spoken = arguments.language or language_of(arguments.text)
    for found in find_dates(arguments.text, spoken, arguments.published):
        why = why_so(found, published_day(arguments.published, spoken), words)
        say(f"{found.text} = {found.value or words('window.date_untold')} ({why})")
    return 0


def draft_act(arguments: argparse.Namespace, _: object) -> int:
    """Makes a note from the suggestions that are sure enough; each point waits to be accepted by a person."""
    target = Path(arguments.output)
    if target.suffix.lower() != NOTE_SUFFIX:
        raise WriteFailed(target.name, "kind", NOTE_SUFFIX)
    article = article_in(arguments.article)
    name, source = source_of(arguments.template)
    form = templates.parse(source, name)
    note = Note(id=new_id("n"), template=TemplateCopy(name.removesuffix(".toml"), source), created=now())
    note = edits.add_article(note, article)
    style: Style = "korean-report" if form.ends_in_nouns else "plain"
    for anchor, found in suggested(article):
        tag = next((t for t in TAGS_OF.get(found.label, ()) if form.tag(t) is not None), "")
        if found.confidence >= arguments.min_confidence and tag:
            wording = draft_wording(anchor.quote, article.language, article.published, style=style).text
            note = edits.add_point(note, Point(new_id("p"), tag, wording, (anchor,), comment=UNACCEPTED))
    write_whole(target, encode(note), overwrite=arguments.force)
    count = len(note.points)
    say(f"{target}: {count} point{'' if count == 1 else 's'}, each to be accepted by a person")
    return 0


def suggested(article: Article) -> Iterator[tuple[Anchor, Suggestion]]:
    """Every sentence of the article's body with its suggestion."""
    anchors = [
        anchor_at(article, index, start, end)
        for index, block in enumerate(article.blocks)
        if article.in_body(index) and block.kind not in NO_SENTENCES
        for start, end in sentence_spans(block.text, article.language)
    ]
    asked = [SentenceIn(a.quote, article.blocks[a.block].kind.value) for a in anchors]
    found = suggest(asked, article.language, article.published, article.headline)
    return ((a, s) for a, s in zip(anchors, found, strict=True) if s is not None)


def _as_tree(anchor: Anchor, found: Suggestion) -> dict[str, object]:
    return {
        "sentence": anchor.quote,
        "block": anchor.block,
        "label": found.label,
        "confidence": round(found.confidence, 3),
        "second": found.second,
        "reason": list(found.reason),
    }


def _in_bulk(name: str, answered: Callable[[Iterable[str]], Iterator[str]]) -> int:
    """Answers each line of a file, or of standard input for "-"."""
    for line in answered(lines_in(name)):
        say(line)
    return 0
