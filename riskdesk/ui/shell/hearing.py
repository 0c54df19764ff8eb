"""The new score after a step, told to screen readers, as nothing that has the focus says it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from riskdesk.domain.step import Step
from riskdesk.domain.values import Risk
from riskdesk.kit.announce import say
from riskdesk.ui.bench.spoken import outcome_texts
from riskdesk.ui.bench.workbench import Workbench


class Hearing(QObject):
    """The part of a window that tells screen readers the new score of a risk after a step."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        workbench.stepped.connect(self._on_stepped)

    def _on_stepped(self, step: Step) -> None:
        # What is taken back is told as such.
        text = ", ".join(self._outcomes(step)) if step.undoes is None else ""
        if text:
            # The focus moves on after the step, which would interrupt it.
            QTimer.singleShot(0, self, partial(say, self._window, text))

    def _outcomes(self, step: Step) -> list[str]:
        """What the changed halves of a risk come to; nothing where a step changed several items."""
        tree, changes = self._workbench.tree(), step.changes
        if tree is None or len(changes) != 1 or changes[0].kind != "risk":
            return []
        (change,) = changes
        risk = next((item for item in tree.among({change.id}) if isinstance(item, Risk)), None)
        changed_fields = set(change.after or {}) if change.before is not None else set()
        return [] if risk is None else outcome_texts(risk, changed_fields, tree.register.scale)
