"""The text of a notice for a step; most steps need no notice, as the user sees what they do."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from riskdesk.desk import comparing, find_and_replace, history, merging, rescaling, together
from riskdesk.desk.labels import Verb, verb
from riskdesk.domain.conflict import WORKED_OUT
from riskdesk.domain.step import Change, Step, UndoDirection
from riskdesk.domain.telling import record_text
from riskdesk.domain.text import short
from riskdesk.ui.bench.counts import changes_text, items_text
from riskdesk.ui.bench.language import label
from riskdesk.ui.bench.workbench import Workbench

_BULLETS = {"risk", "mitigation"}


def step_text(step: Step, workbench: Workbench) -> str:
    """The text for a step of the user; empty if its effect is visible anyway, as for typing."""
    return _Words(workbench).text_of(step)


class _Words(QObject):
    # A QObject, as lupdate finds plurals only in calls of self.tr.
    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench

    def text_of(self, step: Step) -> str:
        return self._taken_back(step) if step.undoes is not None else self._done(step) or self._elsewhere(step)

    def _taken_back(self, step: Step) -> str:
        """The text for an undo or redo that adds or removes items, or that is not seen; else empty."""
        action = self._action_taken_back(step)
        is_redo = self._workbench.way_back(step) is UndoDirection.UNDO
        text = self.tr("Redone: {action}") if is_redo else self.tr("Undone: {action}")
        return text.format(action=action) if action else ""

    def _action_taken_back(self, step: Step) -> str:
        if all(change.before is not None and change.after is not None for change in step.changes):
            title = self._title_elsewhere(step)
            return self._titled(step, title) if title else ""
        whole = [
            change for change in step.changes if change.kind == "register" and None in (change.before, change.after)
        ]
        # A merge may delete one register and change others.
        is_alone = len(whole) == 1 and step.label != merging.LABEL
        return self._titled(step, _named(whole[0].before or whole[0].after)) if is_alone else label(step.label)

    def _titled(self, step: Step, title: str) -> str:
        return self.tr("{action}: “{title}”").format(action=label(step.label), title=title)

    def _done(self, step: Step) -> str:
        if step.label == merging.LABEL:
            return self.tr("Copy merged: {changes}").format(changes=changes_text(step.changes))
        if step.label == comparing.LABEL:
            return self.tr("Imported: {changes}").format(changes=changes_text(step.changes))
        if step.label == comparing.ANSWERS:
            return self.tr("Answers taken in: {changes}").format(changes=changes_text(step.changes))
        if step.label == find_and_replace.LABEL:
            return self.tr("Text replaced in %Ln place(s)", "", _places(step.changes))
        if step.label == together.LABEL:
            return self.tr("{items} changed").format(items=items_text(_touched(step.changes)))
        if step.label == rescaling.LABEL:
            moved = {change.id for change in step.changes if change.kind == "risk"}
            return self.tr("Scale changed, with the levels of %Ln risk(s)", "", len(moved)) if moved else ""
        text = self._of_register(step) or self._of_kept(step)
        # What is brought back is told by the history, which knows what differs from before.
        return text or ("" if step.label == history.BRING_BACK else self._of_items(step))

    def _of_register(self, step: Step) -> str:
        """The text for a register that was added, with its contents, or deleted; else empty."""
        for change in step.changes:
            if change.kind == "register" and change.after is None:
                return self.tr("Register “{title}” deleted").format(title=_named(change.before))
            if change.kind == "register" and change.before is None:
                inside = items_text(change.kind for change in step.changes if change.kind in _BULLETS)
                text = self.tr("Register “{title}” added: {items}") if inside else self.tr("Register “{title}” added")
                return text.format(title=_named(change.after), items=inside)
        return ""

    def _of_kept(self, step: Step) -> str:
        """The text for print settings or a saved view that were deleted; else empty."""
        texts = {
            "print_set": self.tr("Print settings “{name}” deleted"),
            "saved_view": self.tr("Saved view “{name}” deleted"),
        }
        gone = [
            (texts[change.kind], change.before)
            for change in step.changes
            if change.kind in texts and change.after is None
        ]
        return gone[0][0].format(name=_named(gone[0][1])) if gone else ""

    def _of_items(self, step: Step) -> str:
        created = [change.kind for change in step.changes if change.before is None]
        match verb(step.label):
            case Verb.DELETE:
                gone = [change.kind for change in step.changes if change.after is None]
                return self.tr("{items} deleted").format(items=items_text(gone))
            case Verb.DUPLICATE:
                return self.tr("{items} duplicated").format(items=items_text(created))
            case Verb.PASTE:
                return self.tr("{items} pasted").format(items=items_text(created))
            case Verb.MOVE:
                # In the other column, what was moved is another item.
                return ""
            case Verb.SPLIT:
                # The first part of the pasted text is in the item where it was pasted, which was not created.
                created = [*created, *created[:1]]
        # Typing creates two items at most, when a new one is split: more were pasted.
        bullets = [kind for kind in created if kind in _BULLETS]
        return self.tr("{items} pasted").format(items=items_text(bullets)) if len(bullets) > 2 else ""

    def _elsewhere(self, step: Step) -> str:
        """The text for a step in a register that is not open, so that the user does not see its effect."""
        title = self._title_elsewhere(step)
        if title and verb(step.label) is Verb.MOVE:
            return self.tr("Moved to “{title}”").format(title=title)
        return self._titled(step, title) if title else ""

    def _title_elsewhere(self, step: Step) -> str:
        """The title of a register that a step changed, and that is not open; empty if there is none."""
        others = step.registers - {self._workbench.register_id}
        return next((short(register.title) for register in self._workbench.registers() if register.id in others), "")


def _touched(changes: Iterable[Change]) -> list[str]:
    """The kinds of the risks and mitigations edited or, if whole entries were moved to another category, of these."""
    edited = [change for change in changes if change.before is not None and (change.after or {}).keys() - WORKED_OUT]
    return [change.kind for change in edited if change.kind in _BULLETS] or [change.kind for change in edited]


def _places(changes: Iterable[Change]) -> int:
    return sum(len((change.after or {}).keys() - WORKED_OUT) for change in changes)


def _named(record: Mapping[str, Any] | None) -> str:
    return record_text(record or {}) or "–"
