"""What a note leaves out of its articles, and where its articles do not agree."""

from __future__ import annotations

from briefing.assist.features import SentenceIn
from briefing.assist.review import disagreements, left_out
from briefing.assist.sentences import sentence_spans
from briefing.model.article import Article
from briefing.model.note import Note

Tree = dict[str, object]
Place = tuple[int, int, int, str]  # block, start, end, text


def left_out_of(note: Note) -> list[Tree]:
    """Each untagged sentence with an agreement, a figure or a date to come: never more than a quarter."""
    found: list[Tree] = []
    for article in note.articles:
        places = _sentences(article)
        asked = [SentenceIn(text, article.blocks[block].kind.value) for block, _, _, text in places]
        tagged = [_is_tagged(note, article, place) for place in places]
        found += [
            {"article": _name(article), "sentence": places[one.index][3], "reasons": list(one.reasons)}
            for one in left_out(asked, tagged, article.language, article.published)
        ]
    return found


def disagreements_of(note: Note) -> list[Tree]:
    """Where two articles tell the same with another number, name or date: both names and both words."""
    texts = [[text for *_, text in _sentences(article)] for article in note.articles]
    found = disagreements(texts, [a.language for a in note.articles], [a.published for a in note.articles])
    return [
        {
            "kind": one.kind,
            "articles": [_name(note.articles[place[0]]) for place in (one.first, one.second)],
            "words": list(one.words),
            "sentences": [texts[place[0]][place[1]] for place in (one.first, one.second)],
        }
        for one in found
    ]


def _sentences(article: Article) -> list[Place]:
    return [
        (index, start, end, block.text[start:end])
        for index, block in enumerate(article.blocks)
        if article.in_body(index)
        for start, end in sentence_spans(block.text, article.language)
    ]


def _is_tagged(note: Note, article: Article, place: Place) -> bool:
    block, start, end, _ = place
    return any(
        anchor.article == article.id and anchor.block == block and anchor.start < end and start < anchor.end
        for point in note.points
        for anchor in point.evidence
    )


def _name(article: Article) -> str:
    return article.publisher or article.headline
