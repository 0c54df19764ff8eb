"""Restoring earlier values and deleted items, each as a step with a notice that can undo it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from riskdesk.desk import history
from riskdesk.desk.action import Action
from riskdesk.domain.history import Gone
from riskdesk.domain.step import Step
from riskdesk.ui.bench.counts import items_text
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.values import telling
from riskdesk.ui.bench.workbench import Workbench


class Restoring(QObject):
    """The actions that restore earlier values and deleted items on a workbench, and post a notice of each."""

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def value(self, kind: str, identity: str, field: str, value: Any) -> None:
        """Set a field to an earlier value."""
        text = self.tr("Restored: {field}").format(field=telling().field(kind, field))
        self._run(history.restore(kind, identity, {field: value}), text)

    def item(self, kind: str, identity: str, record: Mapping[str, Any]) -> None:
        """Set all fields of an item to earlier values."""
        text = self.tr("Restored as it was: {item}").format(item=telling().item_name(kind, record))
        self._run(history.restore(kind, identity, record), text)

    def gone(self, gone: Gone) -> None:
        """Restore a deleted item with its contents, and select it."""
        step = self._workbench.run(history.return_of(self._workbench.session, self._workbench.tree(), gone)).step
        if step is not None:
            self._workbench.select([gone.top.id] if gone.top.kind != "register" else [])
            self._tell(self._brought_back(gone, step), step)

    def _run(self, action: Action, text: str) -> None:
        step = self._workbench.run(action).step
        if step is not None:
            self._tell(text, step)

    def _tell(self, text: str, step: Step) -> None:
        self._workbench.post(Notice(text, self.tr("Undo"), step=step))

    def _brought_back(self, gone: Gone, step: Step) -> str:
        """A sentence that says what was restored, and what differs from before."""
        parts = [self.tr("{items} brought back").format(items=items_text(change.kind for change in gone.changes))]
        renamed, left_out = history.changed_by_return(gone, step)
        parts += [self.tr("{old} is taken: now {new}").format(old=old, new=new) for old, new in renamed]
        if left_out:
            parts.append(self.tr("%Ln risk(s) without levels that the scale no longer has", "", left_out))
        return " · ".join(parts)
