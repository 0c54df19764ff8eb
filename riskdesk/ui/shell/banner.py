"""The banner above the sheet: what the user should know as long as it is so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from riskdesk.domain.problems import Problem
from riskdesk.kit.theme import STEP
from riskdesk.ui.bench.language import sentence
from riskdesk.ui.bench.workbench import Workbench


class Banner(QFrame):
    """Follows the notice of the workbench, and is not there where there is none."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.setProperty("notice", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        layout.addWidget(self._label, 1)
        workbench.noticed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        notice = self._workbench.notice
        text = sentence(notice) if isinstance(notice, Problem) else notice
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def under_banner(workbench: Workbench, content: QWidget) -> QWidget:
    """A banner and below it what fills a window."""
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Banner(workbench, both))
    layout.addWidget(content, 1)
    return both
