"""Announcing the new score after a step to screen readers, as nothing that has the focus says it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from riskdesk.domain.step import Step
from riskdesk.domain.values import Risk
from riskdesk.kit.announce import say
from riskdesk.ui.bench.spoken import are_scores_told, outcome_texts
from riskdesk.ui.bench.workbench import Workbench


class ScoreAnnouncer(QObject):
    """The part of a window that announces the new score of a risk after a step to screen readers."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._window = workbench, window
        workbench.stepped.connect(self._on_stepped)

    def _on_stepped(self, step: Step) -> None:
        # Undoing is announced as such.
        is_told = step.undoes is not None or are_scores_told()
        text = "" if is_told else ", ".join(self._outcomes(step))
        if text:
            # After the step, the focus moves on, which would interrupt it.
            QTimer.singleShot(0, self, partial(say, self._window, text))

    def _outcomes(self, step: Step) -> list[str]:
        """The outcome of the changed levels of a risk; none if a step changed several items."""
        tree, changes = self._workbench.tree(), step.changes
        if tree is None or len(changes) != 1 or changes[0].kind != "risk":
            return []
        (change,) = changes
        risk = next((item for item in tree.among({change.id}) if isinstance(item, Risk)), None)
        changed_fields = set(change.after or {}) if change.before is not None else set()
        return [] if risk is None else outcome_texts(risk, changed_fields, tree.register.scale)
