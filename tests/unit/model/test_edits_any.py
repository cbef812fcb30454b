"""Any sequence of edits, over arbitrary Unicode: ids stay unique, evidence resolves, all can be undone."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace
from notes import TAGS, TEXT, anchors_in, articles, corrected, has_text, note

from briefing.model import edits
from briefing.model.anchor import Anchor, resolves
from briefing.model.article import Article, Status
from briefing.model.history import History, Label
from briefing.model.note import DEEPEST_LEVEL, Note, Point, TemplateCopy

DATA = st.data()
TAG = st.sampled_from(TAGS)
STEP = Label("step")


class Editing(RuleBasedStateMachine):
    """A history that is edited at random. `values` is what undo and redo must give."""

    @initialize(first=articles().filter(has_text))
    def begin(self, first: Article) -> None:
        self.history = History(note(first))
        self.values: list[Note] = [self.history.note]
        self.lost: set[Anchor] = set()
        self.numbers = 1

    @property
    def note(self) -> Note:
        return self.history.note

    def does(self, changed: Note) -> None:
        if changed != self.note:
            self.values = [*self.values[: self.history.at + 1], changed]
        self.history = self.history.done(changed, STEP)

    def some_point(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([p.id for p in self.note.points]))

    def some_anchor(self, data: st.DataObject) -> Anchor:
        sources = [a for a in self.note.articles if has_text(a)]
        return data.draw(anchors_in(data.draw(st.sampled_from(sources))))

    def has_points(self) -> bool:
        return bool(self.note.points)

    def has_sources(self) -> bool:
        return any(has_text(a) for a in self.note.articles)

    @rule(data=DATA)
    def add_article(self, data: st.DataObject) -> None:
        self.numbers += 1
        self.does(edits.add_article(self.note, data.draw(articles(f"a-{self.numbers}"))))

    @precondition(lambda self: len(self.note.articles) > 1)
    @rule(data=DATA)
    def remove_article(self, data: st.DataObject) -> None:
        self.does(edits.remove_article(self.note, data.draw(st.sampled_from(self.note.articles)).id))

    @precondition(lambda self: any(a.blocks for a in self.note.articles))
    @rule(data=DATA)
    def replace_article(self, data: st.DataObject) -> None:
        old = data.draw(st.sampled_from([a for a in self.note.articles if a.blocks]))
        replaced = edits.replace_article(self.note, data.draw(corrected(old)))
        evidence = ((p.id, a) for p in self.note.points for a in p.evidence)
        self.lost |= {a for point, a in evidence if (point, a.quote) in replaced.lost}
        self.does(replaced.note)

    @precondition(has_sources)
    @rule(data=DATA, status=st.sampled_from(Status))
    def set_block_status(self, data: st.DataObject, status: Status) -> None:
        anchor = self.some_anchor(data)
        self.does(edits.set_status(self.note, anchor.article, (anchor.block,), status))

    @precondition(has_sources)
    @rule(data=DATA, tag=TAG)
    def tag_quote(self, data: st.DataObject, tag: str) -> None:
        self.does(edits.tag_quote(self.note, tag, self.some_anchor(data)))

    @rule(tag=TAG, wording=TEXT)
    def add_point(self, tag: str, wording: str) -> None:
        self.numbers += 1
        self.does(edits.add_point(self.note, Point(f"p-{self.numbers}", tag, wording)))

    @precondition(has_points)
    @rule(data=DATA)
    def remove_point(self, data: st.DataObject) -> None:
        self.does(edits.remove_points(self.note, frozenset({self.some_point(data)})))

    @precondition(has_points)
    @rule(data=DATA, wording=TEXT)
    def reword(self, data: st.DataObject, wording: str) -> None:
        self.does(edits.reword(self.note, self.some_point(data), wording))

    @precondition(has_points)
    @rule(data=DATA, tag=TAG)
    def retag(self, data: st.DataObject, tag: str) -> None:
        self.does(edits.retag(self.note, self.some_point(data), tag))

    @precondition(has_points)
    @rule(data=DATA, tag=TAG, last=st.booleans())
    def move_point(self, data: st.DataObject, tag: str, last: bool) -> None:
        before = None if last else self.some_point(data)
        self.does(edits.move_point(self.note, self.some_point(data), tag, before))

    @precondition(has_points)
    @rule(data=DATA, level=st.integers(-2, 9))
    def set_level(self, data: st.DataObject, level: int) -> None:
        self.does(edits.set_level(self.note, self.some_point(data), level))

    @precondition(lambda self: self.has_points() and self.has_sources())
    @rule(data=DATA)
    def add_evidence(self, data: st.DataObject) -> None:
        self.does(edits.add_evidence(self.note, self.some_point(data), self.some_anchor(data)))

    @precondition(lambda self: any(p.evidence for p in self.note.points) and self.has_sources())
    @rule(data=DATA)
    def replace_evidence(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from([p for p in self.note.points if p.evidence]))
        old = data.draw(st.sampled_from(chosen.evidence))
        self.does(edits.replace_evidence(self.note, chosen.id, old, self.some_anchor(data)))

    @precondition(has_points)
    @rule(data=DATA, at=st.integers(-1, 50))
    def split_point(self, data: st.DataObject, at: int) -> None:
        self.does(edits.split_point(self.note, self.some_point(data), at))

    @precondition(has_points)
    @rule(data=DATA)
    def merge_points(self, data: st.DataObject) -> None:
        self.does(edits.merge_points(self.note, self.some_point(data), self.some_point(data)))

    @precondition(has_sources)
    @rule(data=DATA)
    def dismiss(self, data: st.DataObject) -> None:
        self.does(edits.dismiss(self.note, self.some_anchor(data)))

    @rule(text=TEXT, key=st.sampled_from(["to", "from"]))
    def set_words(self, text: str, key: str) -> None:
        changed = edits.set_marking(edits.set_summary(edits.set_title(self.note, text), text), text)
        self.does(edits.set_template(edits.set_field(changed, key, text), TemplateCopy("x", text)))

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.history = self.history.undone()

    @rule(steps=st.integers(1, 3))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.history = self.history.redone()

    @invariant()
    def ids_are_unique(self) -> None:
        for values in (self.note.points, self.note.articles):
            ids = [value.id for value in values]
            assert len(set(ids)) == len(ids)

    @invariant()
    def evidence_resolves_or_was_listed_as_lost(self) -> None:
        for each in self.note.points:
            for anchor in each.evidence:
                assert resolves(anchor, self.note.article(anchor.article)) or anchor in self.lost

    @invariant()
    def dismissed_suggestions_resolve(self) -> None:
        assert all(resolves(a, self.note.article(a.article)) for a in self.note.dismissed)

    @invariant()
    def no_quote_stands_twice_behind_a_point(self) -> None:
        assert all(len(set(p.evidence)) == len(p.evidence) for p in self.note.points)

    @invariant()
    def levels_are_in_bounds(self) -> None:
        assert all(0 <= p.level <= DEEPEST_LEVEL for p in self.note.points)

    @invariant()
    def the_present_note_is_where_the_pointer_stands(self) -> None:
        assert self.note == self.values[self.history.at]

    def teardown(self) -> None:
        if not hasattr(self, "history"):
            return
        last = replace(self.history, at=len(self.history.steps))
        for value in reversed(self.values):
            assert last.note == value
            last = last.undone()


Editing.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnySequenceOfEdits = Editing.TestCase
