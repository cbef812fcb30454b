"""What the panes wish for, done: each wish is an edit of the note, or a look at another place."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject

from briefing.model import edits
from briefing.model.article import Status
from briefing.model.history import Label
from briefing.model.note import Note, Point, new_id
from briefing.ui.guarding import QUOTE_GONE, gone_key, shortened
from briefing.ui.screens import Screens
from briefing.ui.tagging import Draft, Tagged, Target, anchor_of, points_at, tag
from briefing.ui.values import Span


class SourceWishes(QObject):
    """Wishes of the source pane."""

    def __init__(self, screens: Screens, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens, self._draft = screens, draft
        self.just_made = ""
        source = screens.editor.source
        source.request_tag.connect(self.tag)
        source.request_tag_added.connect(lambda span, digit: self.tag(span, digit, add=True))
        source.request_edit.connect(self.edit)
        source.request_second_quote.connect(self.add_quote)
        source.request_restore.connect(lambda article, blocks: self._settle(article, blocks, Status.BODY))
        source.request_set_aside.connect(
            lambda article, blocks: self._settle(article, blocks, Status.FURNITURE)
        )
        source.request_resize.connect(self._resize)
        source.request_focus_point.connect(lambda point: screens.focus_point(point, reveal_source=False))
        source.request_article.connect(screens.show_article)
        source.request_tag_by_id.connect(self._tag_by_id)
        source.announced.connect(screens.announced)

    def tag(self, span: Span, digit: int, *, add: bool = False) -> None:
        """Does what the digit means on that stretch of the source."""
        screens = self._screens
        looks = screens.looks
        look = next((t for t in looks if t.digit == digit), None)
        if look is None:
            return
        self.tag_as(span, look.id, look.name, add=add)

    def tag_as(self, span: Span, tag_id: str, name: str, *, add: bool = False) -> None:
        """Tags that stretch, or takes the tag away."""
        screens = self._screens
        target = Target(span, screens.is_sentence(span), self._draft, screens.points_near(span))
        self._take(tag(screens.note, target, tag_id, name, add=add), name)

    def tag_new(self, note: Note, span: Span, tag_id: str, name: str) -> None:
        """Puts on that stretch a tag that only `note` has yet: its making and the point are one step."""
        target = Target(span, self._screens.is_sentence(span), self._draft)
        done = tag(note, target, tag_id, name, add=True)
        self._take(replace(done, label=Label("new_tag")), name)

    def _take(self, done: Tagged, name: str) -> None:
        screens = self._screens
        self.just_made = done.point
        screens.focus = replace(screens.focus, point=done.point)
        screens.session.apply(done.note, done.label)
        said = {"retag": "said_retagged", "untag": "said_untagged"}.get(done.label.key)
        if said is not None:  # the source pane says itself what it tagged, with the sentence's number
            screens.announced.emit(screens.words(f"window.{said}", tag=name))

    def _tag_by_id(self, span: Span, tag_id: str) -> None:
        screens = self._screens
        looks = screens.looks
        name = next((t.name for t in looks if t.id == tag_id), "")
        if name:
            self.tag_as(span, tag_id, name)

    def edit(self, span: Span) -> None:
        """Opens the point that stands there, or the one just made."""
        screens = self._screens
        here = points_at(screens.note, span, sentence=True, among=screens.points_near(span))
        ids = [p.id for p in here] or ([self.just_made] if screens.point(self.just_made) else [])
        if not ids:
            screens.announced.emit(screens.words("window.said_no_point"))
            return
        chosen = screens.focus.point if screens.focus.point in ids else ids[0]
        screens.focus_point(chosen, reveal_source=False)
        screens.editor.panes.reveal("points")
        screens.editor.points.edit(chosen)

    def add_quote(self, span: Span) -> None:
        """Adds the stretch as another quote of the focused point."""
        screens = self._screens
        point = screens.focus.point
        if not point:
            screens.announced.emit(screens.words("window.said_no_focused"))
            return
        changed = edits.add_evidence(screens.note, point, anchor_of(screens.note, span))
        screens.session.apply(changed, Label("add_quote"))
        wording = shortened(changed.point(point).wording)
        screens.announced.emit(screens.words("window.said_quote_added", point=wording))

    def _settle(self, article: str, blocks: tuple[int, ...], status: Status) -> None:
        """Takes lines for the article's, or sets them aside: one step."""
        screens = self._screens
        key = "restore" if status is Status.BODY else "set_aside"
        screens.session.apply(edits.set_status(screens.note, article, blocks, status), Label(key))

    def _resize(self, point_id: str, old: Span, new: Span) -> None:
        screens = self._screens
        before, after = anchor_of(screens.note, old), anchor_of(screens.note, new)
        changed = edits.replace_evidence(screens.note, point_id, before, after)
        screens.session.apply(changed, Label("resize"))


class PointWishes(QObject):
    """Wishes of the points pane."""

    def __init__(self, screens: Screens, source: SourceWishes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens, self._source = screens, source
        self._runs = 0
        points = screens.editor.points
        points.request_reword.connect(self.reword)
        points.request_revert.connect(self._revert)
        points.request_move.connect(self._move)
        points.request_retag.connect(self.retag)
        points.request_delete.connect(self.delete)
        points.request_split.connect(self._split)
        points.request_merge.connect(self.merge)
        points.request_level.connect(self._level)
        points.request_new.connect(self.new_point)
        points.request_comment.connect(lambda p, t: self._change(p, "comment", t))
        points.request_owner.connect(lambda p, t: self._change(p, "owner", t))
        points.request_due.connect(lambda p, t: self._change(p, "due", t))
        points.request_tag_selection.connect(self._tag_selection)
        points.focus_changed.connect(screens.focus_point)
        points.request_source.connect(self._show_source)
        points.announced.connect(screens.announced)
        points.request_fix.connect(self._fix)
        points.request_keep.connect(self._keep)
        points.request_link_quote.connect(self._link_quote)
        points.request_checks.connect(self.show_checks)

    def _fix(self, point_id: str, key: str) -> None:
        """Takes the one fix a check offers."""
        for check in self._screens.checks.get(point_id, ()):
            if check.key == key and key.startswith(QUOTE_GONE):
                self._relink(point_id, key)
            elif check.key == key and check.fix:
                self._apply(edits.reword(self._screens.note, point_id, check.fix), "fix")

    def _relink(self, point_id: str, key: str) -> None:
        """Puts the sentence one stands on in the place of a quote that its source no longer holds."""
        note, span = self._screens.note, self._screens.editor.source.current()
        gone = next((a for a in note.point(point_id).evidence if gone_key(a) == key), None)
        if gone is not None and span is not None:
            self._apply(edits.replace_evidence(note, point_id, gone, anchor_of(note, span)), "add_quote")

    def _keep(self, point_id: str, key: str) -> None:
        """Keeps a wording as it is; the check does not come back for it."""
        note = self._screens.note
        changed = edits.change_point(note, point_id, lambda p: replace(p, kept=(*p.kept, key)))
        self._apply(changed, "keep")

    def _link_quote(self, point_id: str) -> None:
        """Adds the sentence one stands on as the point's evidence."""
        self._screens.focus_point(point_id, reveal_source=False)
        span = self._screens.editor.source.current()
        if span is not None:
            self._source.add_quote(span)

    def show_checks(self) -> None:
        """Goes to the next point with a warning."""
        ids = [
            p.id
            for p in self._screens.note.points
            if any(not c.info for c in self._screens.checks.get(p.id, ()))
        ]
        if ids:
            here = self._screens.focus.point
            self._screens.focus_point(ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0])

    def reword(self, point_id: str, text: str, final: bool) -> None:
        """Takes a wording: live while it is typed (one step for the run), closed when it is kept."""
        screens = self._screens
        if screens.point(point_id) is not None:
            group = f"reword:{point_id}:{self._runs}"
            changed = edits.reword(screens.note, point_id, text.strip() if final else text)
            screens.session.apply(changed, Label("reword"), group)
        if final:
            self._runs += 1

    def _revert(self, point_id: str) -> None:
        """Takes back the run of typing that is under way."""
        session = self._screens.session
        label = session.undo_label
        if (
            label is not None
            and label.key == "reword"
            and session.undo_group == f"reword:{point_id}:{self._runs}"
        ):
            session.undo()
        self._runs += 1

    def _move(self, ids: tuple[str, ...], tag_id: str, before: str) -> None:
        note = self._screens.note
        for point_id in ids:
            note = edits.move_point(note, point_id, tag_id, before or None)
        self._apply(note, "move")

    def retag(self, ids: tuple[str, ...], digit: int) -> None:
        """Gives points another tag."""
        screens = self._screens
        looks = screens.looks
        look = next((t for t in looks if t.digit == digit), None)
        if look is None:
            return
        note = screens.note
        for point_id in ids:
            if note.point(point_id).tag != look.id:
                note = edits.retag(note, point_id, look.id)
        screens.session.apply(note, Label("retag", (("tag", look.name),)))
        screens.announced.emit(screens.words("window.said_retagged", tag=look.name))

    def delete(self, ids: tuple[str, ...]) -> None:
        """Deletes points with their highlights; the focus goes to the neighbour."""
        screens = self._screens
        order = [p.id for p in screens.note.points]
        gone = set(ids)
        left = [p for p in order if p not in gone]
        at = next((i for i, p in enumerate(order) if p in gone), 0)
        neighbour = left[min(at, len(left) - 1)] if left else ""
        screens.focus = replace(screens.focus, point=neighbour)
        self._apply(edits.remove_points(screens.note, frozenset(ids)), "delete")

    def _split(self, point_id: str, at: int) -> None:
        self._apply(edits.split_point(self._screens.note, point_id, at), "split")

    def merge(self, point_id: str) -> None:
        """Joins a point with the next one of its section."""
        note = self._screens.note
        same = [p.id for p in note.tagged(note.point(point_id).tag)]
        at = same.index(point_id)
        if at + 1 < len(same):
            self._apply(edits.merge_points(note, point_id, same[at + 1]), "merge")

    def _level(self, point_id: str, level: int) -> None:
        self._apply(edits.set_level(self._screens.note, point_id, level), "level")

    def new_point(self, tag_id: str) -> None:
        """Makes an empty point under a tag and opens it for writing."""
        screens = self._screens
        point = Point(new_id("p"), tag_id, "")
        screens.focus = replace(screens.focus, point=point.id)
        self._apply(edits.add_point(screens.note, point), "new_point")
        screens.editor.panes.reveal("points")
        screens.editor.points.edit(point.id)

    def _change(self, point_id: str, name: str, text: str) -> None:
        def changed(point: Point) -> Point:
            return with_field(point, name, text)

        self._apply(edits.change_point(self._screens.note, point_id, changed), name)

    def _tag_selection(self, tag_id: str, span: Span) -> None:
        screens = self._screens
        looks = screens.looks
        look = next((t for t in looks if t.id == tag_id), None)
        if look is not None and any(a.id == span.article for a in screens.note.articles):
            self._source.tag_as(span, tag_id, look.name, add=True)

    def _show_source(self, point_id: str) -> None:
        self._screens.focus_point(point_id)
        self._screens.reveal_quote(point_id)

    def _apply(self, note: Note, key: str) -> None:
        self._screens.session.apply(note, Label(key))


def with_field(point: Point, name: str, text: str) -> Point:
    """The point with another comment, owner or due date."""
    match name:
        case "comment":
            return replace(point, comment=text)
        case "owner":
            return replace(point, owner=text)
    return replace(point, due=text)
