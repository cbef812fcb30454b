"""Which line of a pasted page is its headline, and what stands between it and the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct

from briefing.importers.bylines import is_full_name
from briefing.importers.captions import is_credit, repeats
from briefing.importers.cleaning import key
from briefing.importers.core import core_of
from briefing.importers.labels import Label, Labelled
from briefing.importers.language import is_east_asian
from briefing.importers.lines import ends_sentence

_MOST_CHARS = 220
_MOST_ASKING_CHARS = 140  # of a headline that ends as a question, a call or a quotation does
_HEAD_LINES = 100  # above the running text; the headline is never further up
_FULL_WORDS = 8
_LONG_WORDS = 16
_FRAME_LINES = 10  # under the headline, that date and sign the text
_MOST_STANDFIRSTS = 3
_MOST_STANDFIRST_CHARS, _MOST_STANDFIRST_WIDE_CHARS = 160, 80
_TELLING = (Label.SENTENCE, Label.ITEM, Label.ROW, Label.QUOTE)
_BODY_CHARS = 4_000  # of the running text that a headline's words are looked for in
_WORD = re.compile(r"[^\W\d_]{4,}")
_WIDE_PAIR = re.compile("(?=([\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2}))")
_BELOW_LINES = 2  # a headline may stand under its date
_TOLD = 8.0  # points for a headline all of whose words the text has
_SUBJECT = 6.0
SUBJECT = re.compile(
    r"(?i)(?:subject|betreff|objet|asunto|제목|件名|主题|主題)\s?[:：]\s?(?:(?:fwd?|re|wg|tr|rv)\s?:\s?)*"
)
_TWO_SENTENCES = 12.0
_LEAST_TOLD_ABOVE = 1.0
_SECOND_LINES = 4
_SECOND = 4.0  # right under a line that may be the headline: its standfirst, more likely
_SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ]{3,}\. [A-ZÀ-Þ]|다\. |。.")
_UNDER_SECTION = 2.0  # right below the name of its section
_LEAST_TOLD = 2.0  # of a line that stands twice on its page and is no menu's


class _Scene(Struct, frozen=True):
    """What a line is judged by besides its own looks."""

    rows: tuple[Labelled, ...]
    head: range
    clusters: tuple[int, ...]
    counts: Counter[str]
    told: frozenset[str]


def headline_at(rows: tuple[Labelled, ...]) -> int:
    """The index of the headline; -1 if the text has none."""
    scene = _scene(rows)
    candidates = [i for i in scene.head if _can_be_headline(rows[i]) and not _is_caption(rows, i)]
    return max(candidates, key=lambda i: (_score(scene, i), -i), default=-1)


def _scene(rows: tuple[Labelled, ...]) -> _Scene:
    core = core_of(rows)
    head = range(max(0, core.start - _HEAD_LINES), _head_end(rows, core))
    clusters = tuple(i for i in head if rows[i].label in (Label.DATE, Label.BYLINE) and not _is_length(rows[i]))
    body = " ".join(rows[i].text for i in core if rows[i].label is Label.SENTENCE)[:_BODY_CHARS]
    return _Scene(rows, head, clusters or (head.stop,), Counter(key(r.text) for r in rows), _pieces(body))


def _is_length(row: Labelled) -> bool:
    """Whether the line may be how long a film lasts: "02:12"."""
    return bool(re.fullmatch(r"\d{1,2}:\d\d", row.text))


def _head_end(rows: tuple[Labelled, ...], core: range) -> int:
    """Where the body surely runs: behind the date and byline if they come, else at the first sentences."""
    sentences = [i for i in core if rows[i].label is Label.SENTENCE]
    if not sentences:
        return min(len(rows), core.start + _HEAD_LINES)
    third = sentences[2] if len(sentences) > 2 else sentences[-1]
    dated = [i for i in range(core.start, third) if rows[i].label in (Label.DATE, Label.BYLINE)]
    before = [i for i in dated if any(_can_be_headline(rows[j]) for j in range(i))]
    return max(sentences[0], before[0] if before else 0)


def _can_be_headline(row: Labelled) -> bool:
    return (
        row.label in (Label.SHORT, Label.HEADING)
        and len(row.text) <= _MOST_CHARS
        and not row.text.endswith((":", "："))
    ) or _asks(row)


def _is_caption(rows: tuple[Labelled, ...], i: int) -> bool:
    """Whether the line is a caption: its credit follows, or it is printed twice, once with its credit."""
    near = rows[max(0, i - 1) : i + 2]
    credited = i + 1 < len(rows) and rows[i + 1].label is Label.CAPTION and is_credit(rows[i + 1].text)
    return credited or any(a.text != b.text and repeats(a.text, b.text) for a, b in pairwise(near))


def _asks(row: Labelled) -> bool:
    """Whether the line reads as a sentence only because it ends in a question or a quotation mark."""
    return row.label is Label.SENTENCE and row.text[-1] in "?!？！’”" and len(row.text) <= _MOST_ASKING_CHARS


def _pieces(text: str) -> frozenset[str]:
    """The longer words of a text and, where it is written without spaces, its pairs of letters."""
    return frozenset((*_WORD.findall(text.casefold()), *_WIDE_PAIR.findall(text)))


def _score(scene: _Scene, i: int) -> float:
    text = scene.rows[i].text
    words = _words(text)
    score = min(words, _FULL_WORDS) - 0.5 * max(0.0, words - _LONG_WORDS)
    told = _told(scene, text)
    score += _placed(scene, i) + told
    if scene.rows[i].label is Label.HEADING:
        score += {1: 12.0, 2: 6.0}.get(scene.rows[i].line.level, 3.0)
    score += 3.0 if scene.counts[key(text)] > 1 and told >= _LEAST_TOLD else 0.0
    score -= 4.0 if words < 4 else 0.0
    score -= 3.0 if text.endswith(".") and ends_sentence(text) else 0.0
    score -= _SUBJECT if SUBJECT.match(text) else 0.0
    score -= _SECOND if _is_second(scene, i) else 0.0
    score -= _TWO_SENTENCES if _SENTENCE_INSIDE.search(text) else 0.0
    return score - (5.0 if is_full_name(text) else 0.0)


def _is_second(scene: _Scene, i: int) -> bool:
    """Whether the line above, a standfirst and a label aside, could be the headline too and tells the news."""
    at = i - 1
    while at > i - _SECOND_LINES and (_is_sentence_row(scene, at) or scene.rows[at].text.endswith((":", "："))):
        at -= 1
    if at not in scene.head or not _can_be_headline(scene.rows[at]):
        return False
    above, text = scene.rows[at].text, scene.rows[i].text
    full = _words(above) >= _FULL_WORDS - 2 and not above.endswith(text)  # as the path of pages does
    return full and _told(scene, above) >= _LEAST_TOLD_ABOVE


def _is_sentence_row(scene: _Scene, i: int) -> bool:
    return scene.rows[i].label is Label.SENTENCE and not _can_be_headline(scene.rows[i])


def _words(text: str) -> float:
    return len(text) / 3 if is_east_asian(text) else len(text.split())


def _placed(scene: _Scene, i: int) -> float:
    """Points for standing right above the date, the byline or the text; or, a little less, right below one."""
    ahead = [c - i for c in scene.clusters if c > i]
    below = any(0 < i - c <= _BELOW_LINES for c in scene.clusters)
    under_section = i > 0 and scene.rows[i - 1].label is Label.SECTION
    near = 4.0 - 0.3 * min(12, *ahead) if ahead else 1.0 if below else -2.0
    return near + (_UNDER_SECTION if under_section else 0.0) - 0.1 * min(40, scene.head.stop - i)


def _told(scene: _Scene, text: str) -> float:
    """Points for saying what the text says."""
    pieces = _pieces(text)
    return _TOLD * len(pieces & scene.told) / len(pieces) if len(pieces) > 1 else 0.0


def behind_frame(rows: tuple[Labelled, ...], headline: int, end: int) -> int:
    """Where the text may begin: behind the lines that date and sign it, and a short standfirst above them."""
    for i in range(min(end, headline + _FRAME_LINES) - 1, headline, -1):
        above = [r for r in rows[headline + 1 : i] if r.label in _TELLING]
        if _frames(rows[i]) and len(above) <= _MOST_STANDFIRSTS and all(map(_may_stand_above, above)):
            return i + 1
    return headline + 1


def _frames(row: Labelled) -> bool:
    dated = row.label is Label.DATE and bool(row.stamps)
    return dated or row.label is Label.BYLINE or (row.label is Label.SHORT and is_full_name(row.text))


def _may_stand_above(row: Labelled) -> bool:
    most = _MOST_STANDFIRST_WIDE_CHARS if is_east_asian(row.text) else _MOST_STANDFIRST_CHARS
    return len(row.text) <= most


def standfirst(rows: tuple[Labelled, ...], headline: int, start: int) -> str:
    """The sentence right under the headline that says the news in other words."""
    under = [r for r in rows[headline + 1 : start] if r.label not in (Label.PAGE, Label.COPY)][:1]
    return under[0].text if headline >= 0 and under and under[0].label is Label.SENTENCE else ""
