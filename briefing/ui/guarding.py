"""The guard in the window: what each wording says that its evidence does not, worked out in small portions."""

from __future__ import annotations

from briefing.assist.check import CheckFound, check_point
from briefing.model.note import Note, Point
from briefing.ui.values import CheckView
from briefing.ui.views import Checks
from briefing.words import Words

PORTION = 40  # points checked before the window is asked whether somebody is waiting
LONGEST_CHARS = 2000  # of a wording or its evidence; what is longer is not a point but a paste


class CheckIndex:
    """Findings by point; a point is checked again only when it changed."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[str, tuple[Point, tuple[CheckView, ...]]] = {}

    def of(self, note: Note) -> tuple[Checks, bool]:
        """The findings known so far, and whether there are points still to check."""
        known, left, fresh = {}, PORTION, False
        for point in note.points:
            seen = self._known.get(point.id)
            if seen is None or (seen[0] is not point and seen[0] != point):
                if not left:
                    fresh = True
                    continue
                left -= 1
                seen = (point, check_views(note, point, self._words))
            known[point.id] = seen
        self._known = known
        return {p: views for p, (_, views) in known.items() if views}, fresh


def check_views(note: Note, point: Point, words: Words) -> tuple[CheckView, ...]:
    """The open findings of one point, with their sentences."""
    sources = {a.id: a for a in note.articles}
    evidence = [a.quote for a in point.evidence if a.article in sources]
    if not evidence or len(point.wording) + sum(map(len, evidence)) > LONGEST_CHARS:
        return ()
    article = sources[next(a.article for a in point.evidence if a.article in sources)]
    found = check_point(point.wording, evidence, "", article.language, article.published)
    views = (_view(point, f, words) for f in found)
    return tuple(v for v in views if v.key not in point.kept)


def _view(point: Point, found: CheckFound, words: Words) -> CheckView:
    fix = ""
    if found.fix:
        fix = point.wording[: found.start] + found.fix + point.wording[found.end :]
    key = f"{found.kind}:{found.wording}:{found.evidence}"
    about = "check" if found.evidence else "check_alone"
    sentence = words(f"window.{about}_{found.kind}", ours=found.wording, theirs=found.evidence)
    return CheckView(
        key=key,
        sentence=sentence,
        start=found.start,
        end=found.end,
        fix=fix,
        fix_label=words("window.check_use", word=found.fix) if found.fix else "",
        keep_label=words("window.check_keep", word=found.wording),
    )
