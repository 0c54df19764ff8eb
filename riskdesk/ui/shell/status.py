"""The status line: when the last action was saved, how much the register holds, how much of it is assessed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.ui.bench.workbench import Workbench


class StatusLine(QStatusBar):
    """Follows the workbench."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._saved = self._label(self.tr("When the last action was saved"))
        self._counts = self._label(self.tr("What the register holds"))
        self._assessed = self._label(self.tr("How many risks are assessed"))
        self.addWidget(self._saved)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._assessed)
        workbench.stepped.connect(self._on_stepped)
        workbench.opened.connect(self._on_opened)
        self._on_opened()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(name)
        label.setContentsMargins(8, 0, 8, 0)
        return label

    def _on_stepped(self, step: Step) -> None:
        time = f"{step.at.astimezone():%H:%M:%S}"
        self._saved.setText(self.tr("Saved {time}").format(time=time))
        self._count()

    def _on_opened(self) -> None:
        self._saved.setText(self.tr("Read only") if self._workbench.read_only else self.tr("All changes are saved"))
        self._count()

    def _count(self) -> None:
        tree = self._workbench.tree()
        self._counts.setText("" if tree is None else self._holds(tree))
        self._assessed.setText("" if tree is None else self._progress(tree))

    def _holds(self, tree: RegisterTree) -> str:
        parts = (
            self.tr("%n category(s)", "", len(tree.categories)),
            self.tr("%n risk(s)", "", len(list(tree.risks))),
            self.tr("%n mitigation(s)", "", len(list(tree.mitigations))),
        )
        return " · ".join(parts)

    def _progress(self, tree: RegisterTree) -> str:
        risks = list(tree.risks)
        assessed = sum(risk.assessment.complete for risk in risks)
        return self.tr("{assessed} of {risks} assessed").format(assessed=assessed, risks=len(risks))
