"""The form being edited, with its own undo. Screens refresh from `changed`, also the one that asked."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from briefing.template import Template
from briefing.template.changes import Path, with_value

MOST_STEPS = 200


class Steps(Struct, frozen=True):
    """The first form, those that followed, and how many of them stand. `group` joins a run of typing."""

    first: Template
    forms: tuple[Template, ...] = ()
    at: int = 0
    group: str = ""

    @property
    def form(self) -> Template:
        """The form as it stands."""
        return self.forms[self.at - 1] if self.at else self.first

    def done(self, form: Template, group: str = "") -> Steps:
        """The steps with one more; the same run takes the place of its last step; no change, no step."""
        if form == self.form:
            return self
        goes_on = bool(group) and group == self.group and self.at == len(self.forms) > 0
        kept = self.forms[: self.at - 1 if goes_on else self.at]
        before = kept[-1] if kept else self.first
        if form == before:
            return Steps(self.first, kept, len(kept))
        forms = (*kept, form)[-MOST_STEPS:]
        first = self.first if len(kept) < MOST_STEPS else kept[0]
        return Steps(first, forms, len(forms), group)

    def undone(self) -> Steps:
        """One step back."""
        return replace(self, at=max(0, self.at - 1), group="")

    def redone(self) -> Steps:
        """One step on."""
        return replace(self, at=min(len(self.forms), self.at + 1), group="")


class Draft(QObject):
    """Holds the steps of one dialog."""

    changed = Signal()

    def __init__(self, form: Template, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun = form
        self._steps = Steps(form)

    @property
    def form(self) -> Template:
        """The form as it stands."""
        return self._steps.form

    @property
    def is_changed(self) -> bool:
        """Whether there is something to lose."""
        return self.form != self._begun

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._steps.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._steps.at < len(self._steps.forms)

    def set(self, path: Path, value: object) -> None:
        """One value changed; a run of changes of the same value is one step."""
        self.apply(with_value(self.form, path, value), "/".join(map(str, path)))

    def apply(self, form: Template, group: str = "") -> None:
        """The form as it is to be now."""
        self._take(self._steps.done(form, group))

    def undo(self) -> None:
        """One step back."""
        self._take(self._steps.undone())

    def redo(self) -> None:
        """One step on."""
        self._take(self._steps.redone())

    def kept(self) -> None:
        """What stands now is kept: there is nothing to lose."""
        self._begun = self.form

    def _take(self, steps: Steps) -> None:
        is_other = steps.form is not self.form
        self._steps = steps
        if is_other:
            self.changed.emit()
